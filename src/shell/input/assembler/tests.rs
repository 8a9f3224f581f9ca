use super::*;

fn typed(c: char) -> Event {
    press(KeyCode::Char(c), KeyModifiers::NONE)
}

const ESC: fn() -> Event = || press(KeyCode::Esc, KeyModifiers::NONE);

/// What comes of events that follow each other at once, and then of silence.
fn assembled(events: impl IntoIterator<Item = Event>) -> Vec<Event> {
    let mut assembler = Assembler::default();
    let mut all: Vec<Event> = events.into_iter().flat_map(|event| assembler.take(event)).collect();
    all.extend(assembler.expire());
    assert!(assembler.patience().is_none());
    all
}

fn split(rest: &str) -> Vec<Event> {
    assembled(std::iter::once(ESC()).chain(rest.chars().map(typed)))
}

#[test]
fn a_lone_esc_is_esc_after_the_wait() {
    let mut assembler = Assembler::default();
    assert_eq!(assembler.take(ESC()), []);
    assert_eq!(assembler.patience(), Some(ESCAPE));
    assert_eq!(assembler.expire(), [ESC()]);
}

#[test]
fn a_key_right_after_esc_is_that_key_with_alt() {
    assert_eq!(split("t"), [press(KeyCode::Char('t'), KeyModifiers::ALT)]);
    assert_eq!(split("tu"), [press(KeyCode::Char('t'), KeyModifiers::ALT), typed('u')]);
    assert_eq!(split("["), [press(KeyCode::Char('['), KeyModifiers::ALT)]);
}

#[test]
fn a_split_sequence_is_the_key_that_was_pressed() {
    for (rest, code, modifiers) in [
        ("[A", KeyCode::Up, KeyModifiers::NONE),
        ("OB", KeyCode::Down, KeyModifiers::NONE),
        ("[1;3B", KeyCode::Down, KeyModifiers::ALT),
        ("[1;5C", KeyCode::Right, KeyModifiers::CONTROL),
        ("[5~", KeyCode::PageUp, KeyModifiers::NONE),
        ("[6~", KeyCode::PageDown, KeyModifiers::NONE),
        ("[3~", KeyCode::Delete, KeyModifiers::NONE),
        ("OP", KeyCode::F(1), KeyModifiers::NONE),
        ("OS", KeyCode::F(4), KeyModifiers::NONE),
        ("[15~", KeyCode::F(5), KeyModifiers::NONE),
        ("[17~", KeyCode::F(6), KeyModifiers::NONE),
        ("[20~", KeyCode::F(9), KeyModifiers::NONE),
        ("[21~", KeyCode::F(10), KeyModifiers::NONE),
        ("[24~", KeyCode::F(12), KeyModifiers::NONE),
        ("[[A", KeyCode::F(1), KeyModifiers::NONE),
        ("[1;2R", KeyCode::F(3), KeyModifiers::SHIFT),
        ("[Z", KeyCode::BackTab, KeyModifiers::NONE),
        ("[H", KeyCode::Home, KeyModifiers::NONE),
        ("[4~", KeyCode::End, KeyModifiers::NONE),
        ("[27u", KeyCode::Esc, KeyModifiers::NONE),
        ("[116;3u", KeyCode::Char('t'), KeyModifiers::ALT),
        ("[102;5u", KeyCode::Char('f'), KeyModifiers::CONTROL),
    ] {
        assert_eq!(split(rest), [press(code, modifiers)], "{rest}");
    }
}

#[test]
fn a_sequence_that_is_no_key_types_nothing() {
    for rest in ["[99~", "[12;4R", "[1", "[<0;5;5", "OX"] {
        assert_eq!(split(rest), [], "{rest}");
    }
}

#[test]
fn esc_twice_and_a_sequence_is_esc_and_the_key() {
    let events = [ESC(), ESC(), typed('['), typed('A')];
    assert_eq!(assembled(events), [ESC(), press(KeyCode::Up, KeyModifiers::NONE)]);
}

#[test]
fn a_paste_whose_mark_was_split_is_still_one_paste_and_no_key() {
    let enter = press(KeyCode::Enter, KeyModifiers::NONE);
    let begin = || std::iter::once(ESC()).chain("[200~".chars().map(typed));
    let lines = || "a -> b".chars().map(typed).chain([enter.clone()]).chain("c".chars().map(typed));
    let end = std::iter::once(ESC()).chain("[201~".chars().map(typed));
    let expected = [Event::Paste("a -> b\nc".to_owned())];
    assert_eq!(assembled(begin().chain(lines()).chain(end)), expected);
    // The library drops an end mark that it sees whole; then the silence after it ends the paste.
    assert_eq!(assembled(begin().chain(lines())), expected);
}

#[test]
fn what_is_no_key_comes_after_what_was_incomplete() {
    assert_eq!(assembled([ESC(), Event::Resize(80, 24)]), [ESC(), Event::Resize(80, 24)]);
}

/// The keys of an answer as the library decodes it: `ESC ]` is Alt-`]`, BEL is Ctrl-G, `ESC \\` is Alt-backslash.
fn decoded(answer: &str, end: KeyEvent) -> Vec<Event> {
    let begin = press(KeyCode::Char(']'), KeyModifiers::ALT);
    std::iter::once(begin).chain(answer.chars().map(typed)).chain([Event::Key(end)]).collect()
}

const BEL: KeyEvent = KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL);
const ST: KeyEvent = KeyEvent::new(KeyCode::Char('\\'), KeyModifiers::ALT);
const LIGHT: [TerminalAnswer; 1] = [TerminalAnswer::Background(Background::Light)];

#[test]
fn an_answer_about_the_background_is_no_text_and_the_keys_around_it_stay() {
    for end in [BEL, ST] {
        let mut assembler = Assembler::default();
        let answer = decoded("11;rgb:ffff/fafa/F0F0", end);
        let events = [typed('a')].into_iter().chain(answer).chain([typed('b')]);
        let left: Vec<Event> = events.flat_map(|event| assembler.take(event)).collect();
        assert_eq!(left, [typed('a'), typed('b')]);
        assert_eq!(assembler.answers(), LIGHT);
        assert!(assembler.answers().is_empty(), "it is given out once");
    }
}

#[test]
fn an_answer_that_was_split_anywhere_is_still_one() {
    let bytes: Vec<Event> = [ESC(), typed(']')]
        .into_iter()
        .chain("11;rgb:ffff/fafa/f0f0".chars().map(typed))
        .chain([ESC(), typed('\\'), ESC()])
        .chain("[?64;1;2;6;9;15;16;17;18;21;22;28c".chars().map(typed))
        .chain([typed('x')])
        .collect();
    let mut assembler = Assembler::default();
    let left: Vec<Event> = bytes.into_iter().flat_map(|event| assembler.take(event)).collect();
    assert_eq!(left, [typed('x')]);
    assert_eq!(assembler.answers(), [LIGHT[0], TerminalAnswer::Kind]);
}

#[test]
fn an_answer_without_the_end_of_its_end_does_not_swallow_the_next() {
    let bytes = decoded("11;rgb:ffff/fafa/f0f0", KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE));
    let bytes = bytes.into_iter().chain([ESC()]).chain("[?62c".chars().map(typed));
    let mut assembler = Assembler::default();
    let left: Vec<Event> = bytes.flat_map(|event| assembler.take(event)).collect();
    assert_eq!(left, []);
    assert_eq!(assembler.answers(), [LIGHT[0], TerminalAnswer::Kind]);
}

#[test]
fn an_answer_that_means_nothing_is_dropped_whatever_its_length() {
    for answer in ["11;?", "11;rgb:zz/zz/zz", "4;1;rgb:0/0/0", "11;", &format!("11;{}", "x".repeat(5000))] {
        assert_eq!(assembled(decoded(answer, BEL)), [], "{answer}");
        let unfinished: Vec<Event> = decoded(answer, BEL).into_iter().take(answer.len() + 1).collect();
        assert_eq!(assembled(unfinished), [], "{answer} without an end");
    }
}

#[test]
fn alt_and_a_bracket_are_keys_as_any_other() {
    let alt = press(KeyCode::Char(']'), KeyModifiers::ALT);
    assert_eq!(assembled([alt.clone()]), std::slice::from_ref(&alt));
    assert_eq!(split("]"), std::slice::from_ref(&alt));
    assert_eq!(split("]ab"), [alt.clone(), typed('a'), typed('b')]);
    assert_eq!(split("]12"), [alt.clone(), typed('1'), typed('2')]);
    let up = press(KeyCode::Up, KeyModifiers::NONE);
    assert_eq!(assembled([alt.clone(), typed('1'), up.clone()]), [alt, typed('1'), up]);
}
