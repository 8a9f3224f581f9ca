//! The program asks its terminal whether it is light or dark; here the terminal is played.

use std::thread;
use std::time::Duration;

use tempfile::TempDir;
use vt100::Color;

use crate::pty::Pty;

/// The questions: for the background, and for what kind of terminal it is.
const QUESTION: &str = "\u{1b}]11;?\u{7}\u{1b}[c";

/// What a terminal says it is.
const KIND: &str = "\u{1b}[?64;1;2;6;9;15;16;17;18;21;22;28c";

const DARK: Color = Color::Rgb(0x14, 0x18, 0x1f);
const LIGHT: Color = Color::Rgb(0xfb, 0xfa, 0xf7);

fn light() -> String {
    format!("\u{1b}]11;rgb:fdfd/f6f6/e3e3\u{7}{KIND}")
}

fn dark() -> String {
    format!("\u{1b}]11;rgb:0000/2b2b/3636\u{1b}\\{KIND}")
}

fn asked(workspace: &TempDir) -> Pty {
    let mut pty = Pty::start(workspace.path(), &[]);
    pty.waits_until("asked", |pty| pty.was_sent(QUESTION));
    pty
}

/// The program is still all there: what is typed is what stands in the entry line, and nothing else.
#[track_caller]
fn types_as_ever(pty: &mut Pty) {
    pty.keys("Service bot").sees("> Service bot");
    let screen = pty.screen();
    let entry = screen.lines().find(|line| line.contains("> Service bot")).unwrap();
    assert_eq!(entry.trim(), "> Service bot", "{screen}");
    assert!(!screen.contains("rgb") && !screen.contains("11;"), "{screen}");
}

#[test]
fn a_light_terminal_gets_the_light_theme_and_a_dark_one_the_dark() {
    for (answer, ground) in [(light(), LIGHT), (dark(), DARK)] {
        let workspace = TempDir::new().unwrap();
        let mut pty = asked(&workspace);
        pty.keys(&answer).waits_until("fitting", |pty| pty.ground() == ground);
        types_as_ever(&mut pty);
        assert_eq!(pty.ground(), ground);
    }
}

#[test]
fn the_first_frame_is_there_before_the_question() {
    let workspace = TempDir::new().unwrap();
    let pty = asked(&workspace);
    // Whatever has been sent, the whole first frame was sent before it.
    let sent = pty.sent();
    let question = sent.find(QUESTION).unwrap();
    assert!(sent[..question].contains("Name one AI change near you"), "{sent:?}");
}

#[test]
fn a_terminal_that_says_nothing_or_only_what_it_is_keeps_the_dark_theme() {
    for answer in ["", KIND] {
        let workspace = TempDir::new().unwrap();
        let mut pty = asked(&workspace);
        pty.keys(answer);
        types_as_ever(&mut pty);
        assert_eq!(pty.ground(), DARK, "{answer:?}");
    }
}

#[test]
fn an_answer_that_comes_late_or_in_pieces_is_taken_in_and_is_no_typed_text() {
    let workspace = TempDir::new().unwrap();
    let mut pty = asked(&workspace);
    thread::sleep(Duration::from_millis(600));
    pty.keys(&light()).waits_until("light", |pty| pty.ground() == LIGHT);
    types_as_ever(&mut pty);
    let workspace = TempDir::new().unwrap();
    let mut pty = asked(&workspace);
    for byte in light().chars() {
        pty.keys(&byte.to_string());
        thread::sleep(Duration::from_millis(2));
    }
    pty.waits_until("light", |pty| pty.ground() == LIGHT);
    types_as_ever(&mut pty);
}

#[test]
fn an_answer_that_means_nothing_changes_nothing() {
    let long = format!("\u{1b}]11;rgb:{}\u{7}{KIND}", "f".repeat(400));
    for answer in [
        "\u{1b}]11;rgb:zz/zz/zz\u{7}",
        "\u{1b}]11;\u{7}",
        "\u{1b}]10;rgb:ffff/ffff/ffff\u{7}",
        "\u{1b}]11;rgb:ffff/ff",
        &long,
    ] {
        for late in [false, true] {
            let workspace = TempDir::new().unwrap();
            let mut pty = asked(&workspace);
            thread::sleep(Duration::from_millis(if late { 600 } else { 0 }));
            pty.keys(answer);
            // An answer without an end is over when nothing more comes.
            thread::sleep(Duration::from_millis(400));
            types_as_ever(&mut pty);
            assert_eq!(pty.ground(), DARK, "{answer:?}");
        }
    }
}

#[test]
fn keys_that_are_typed_before_the_answer_and_around_it_are_all_there_in_order() {
    let workspace = TempDir::new().unwrap();
    let mut pty = Pty::start(workspace.path(), &[]);
    pty.keys("Sér").waits_until("asked", |pty| pty.was_sent(QUESTION));
    pty.keys("vice").keys(&format!(" b{}o", light())).keys("t\u{1b}[D!").sees("> Sérvice bo!t");
    pty.waits_until("light", |pty| pty.ground() == LIGHT);
}

#[test]
fn a_paste_before_the_answer_is_one_paste() {
    let workspace = TempDir::new().unwrap();
    let mut pty = asked(&workspace);
    pty.keys(&format!("\u{1b}[200~Service bot\u{1b}[201~{}", light())).sees("> Service bot");
    pty.waits_until("light", |pty| pty.ground() == LIGHT);
}

#[test]
fn what_the_user_chose_is_not_asked_for() {
    let projector = Color::Rgb(0, 0, 0);
    for (arguments, environment, setting, ground) in [
        (&["--theme", "projector"][..], None, "light", projector),
        (&[], Some(("ADJACENT_THEME", "projector")), "light", projector),
        (&["--theme", "light"], Some(("ADJACENT_THEME", "projector")), "dark", LIGHT),
        (&[], None, "projector", projector),
    ] {
        let workspace = TempDir::new().unwrap();
        std::fs::write(workspace.path().join("settings.ron"), format!("(theme: {setting:?})")).unwrap();
        let environment: Vec<_> = [("COLORTERM", "truecolor")].into_iter().chain(environment).collect();
        let mut pty = Pty::start_with(workspace.path(), arguments, &environment);
        pty.sees("Name one AI change near you");
        types_as_ever(&mut pty);
        assert_eq!(pty.ground(), ground, "{arguments:?} {environment:?} {setting}");
        assert!(!pty.was_sent(QUESTION), "{arguments:?} {environment:?} {setting}");
    }
}

#[test]
fn the_variable_of_the_terminal_counts_until_the_terminal_answers() {
    let workspace = TempDir::new().unwrap();
    let environment = [("COLORTERM", "truecolor"), ("COLORFGBG", "0;15")];
    let mut pty = Pty::start_with(workspace.path(), &[], &environment);
    pty.waits_until("light", |pty| pty.ground() == LIGHT).waits_until("asked", |pty| pty.was_sent(QUESTION));
    pty.keys(&dark()).waits_until("dark", |pty| pty.ground() == DARK);
}

#[test]
fn where_no_colours_are_wanted_or_the_terminal_has_none_nothing_is_asked() {
    for environment in [
        &[("NO_COLOR", "1"), ("COLORTERM", "truecolor")][..],
        &[("CLICOLOR", "0"), ("COLORTERM", "truecolor")],
        &[("TERM", "linux"), ("COLORTERM", "truecolor")],
        &[("STY", "1234.pts-0.here"), ("COLORTERM", "truecolor")],
    ] {
        let workspace = TempDir::new().unwrap();
        let mut pty = Pty::start_with(workspace.path(), &[], environment);
        pty.sees("Name one AI change near you");
        types_as_ever(&mut pty);
        assert!(!pty.was_sent("\u{1b}]11;?"), "{environment:?}");
        assert_eq!(pty.has_colour(), environment[0].0 == "TERM" || environment[0].0 == "STY", "{environment:?}");
    }
}

#[test]
fn colours_that_are_forced_are_there_on_a_terminal_that_names_none() {
    let workspace = TempDir::new().unwrap();
    let mut pty = Pty::start_with(workspace.path(), &[], &[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")]);
    pty.sees("Name one AI change near you").waits_until("coloured", Pty::has_colour);
}

#[test]
fn the_room_fits_its_terminal_only_where_that_is_asked_for() {
    for (arguments, expected) in
        [(&["room", "--check", "--theme", "auto"][..], LIGHT), (&["room", "--check"], Color::Rgb(0, 0, 0))]
    {
        let workspace = TempDir::new().unwrap();
        let mut pty = Pty::start(workspace.path(), arguments);
        pty.sees("the back row can read this");
        if expected == LIGHT {
            pty.waits_until("asked", |pty| pty.was_sent(QUESTION)).keys(&light());
        }
        pty.waits_until("fitting", |pty| pty.ground() == expected);
        assert_eq!(pty.was_sent(QUESTION), expected == LIGHT);
        pty.keys("q").ends();
    }
}
