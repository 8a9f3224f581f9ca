//! Plots on the console: each is found by its word, says in words what it draws, and never gets to the room.

use adjacent::app::{Code, Effect, KeyPress, Msg, OpenSession, ReplayChore, ReplayReport};
use adjacent::lens::{Plots, SessionPlots, read};
use adjacent::record::{Fact, Mode, Session, SessionTime};
use adjacent::theme::Depth;

use crate::drawn::{text, themes};
use crate::keyboard::Console;
use crate::session::header;
use crate::talk::{Talk, opening, seats};
use crate::typing::Typing;

const LINES: &str = "mei> @Claims owns !Service bot (pilot)\nsam> @Risk owns !Letter drafter (live)\n!Churn model (stopped)\n\
                     !Price assistant\nmei> Service bot -> more Repeat calls : seen\ntom> yes .\npri> no .\nsam> unsure .\n\
                     tom> Letter drafter -> less Handle time\nmei> yes .\nsam> yes .\nwant Repeat calls down\n\
                     ^Handle-time bonus -> less Repeat calls : rewards";

/// People of four units, of whom one has not said anything, with ratings of three places.
pub(crate) fn talk() -> Talk {
    let people = [("mei", "Claims"), ("tom", "Claims"), ("pri", "IT"), ("sam", "Risk"), ("lin", "Data Platform")];
    let session = Session::fold(header("plots", "Four changes"), [opening(Mode::Live, seats(&people))]);
    let mut talk = Talk::on(OpenSession::alone(session));
    for line in LINES.lines() {
        talk.at = SessionTime::from_millis(talk.at.as_millis() + 150_000);
        talk.says(line);
    }
    for (item, ease, worth) in [("Pair the bonus", 2, 5), ("Pair the bonus", 4, 4), ("Tell Retention", 5, 4)] {
        for (scale, value) in [("ease", ease), ("worth", worth)] {
            fact(&mut talk, Fact::Rated { item: item.into(), scale: Some(scale.into()), value });
        }
    }
    fact(&mut talk, Fact::Rated { item: "Handle-time bonus".into(), scale: Some("ease".into()), value: 2 });
    fact(&mut talk, Fact::Rated { item: "Ask the union".into(), scale: Some("ease".into()), value: 4 });
    talk
}

fn fact(talk: &mut Talk, fact: Fact) {
    let event = talk.recording.keyed(vec![fact], talk.at);
    talk.recording.apply(event, &talk.catalogue);
}

fn console() -> Console {
    let open = OpenSession { writable: true, ..OpenSession::alone(talk().session().clone()) };
    let mut console = Console::at_home(Vec::new());
    console.happen(Msg::Opened(Box::new(open)));
    console
}

fn screens(columns: u16, rows: u16) -> String {
    let mut console = console().with_size(columns, rows);
    let shown = ["/levers", "/portfolio", "/agreement", "/heard"].map(|word| {
        let shown = console.says(word).screen();
        console.code(Code::Esc);
        format!("{word}\n{shown}\n")
    });
    shown.join("\n")
}

#[test]
fn every_word_opens_its_plot_on_a_small_screen_and_on_a_large_one() {
    for (columns, rows) in [(80, 24), (160, 50)] {
        let shown = screens(columns, rows);
        for words in ["easy, worth much", "Spoken of lately", "+ more, or so it is", "not heard yet"] {
            assert!(shown.contains(words), "{words} is missing at {columns}x{rows}\n{shown}");
        }
    }
}

#[test]
fn every_plot_fits_a_small_screen_and_a_tiny_one() {
    for (columns, rows) in [(60, 16), (40, 10), (20, 5)] {
        for line in screens(columns, rows).lines().filter(|line| !line.starts_with('/')) {
            assert!(line.chars().count() <= usize::from(columns), "{line}");
        }
    }
}

#[test]
fn in_another_theme_and_without_colours_it_says_the_same() {
    let mut console = console().with_size(100, 40);
    for word in ["/levers", "/agreement", "/heard"] {
        console.says(word);
        let shown = |depth| themes().iter().map(|theme| text(&console.buffer(theme, depth))).collect::<Vec<_>>();
        let coloured = shown(Depth::True);
        let ascii = themes().iter().position(|theme| theme.name == "ascii");
        for (at, (with, without)) in coloured.iter().zip(shown(Depth::Mono)).enumerate() {
            assert_eq!(*with, without, "{word}");
            assert!(Some(at) == ascii || *with == coloured[0] || !with.is_empty(), "{word}");
        }
        console.code(Code::Esc);
    }
}

/// The rows of the popup, without what lies behind it.
fn popup(screen: &str) -> String {
    screen.lines().skip_while(|row| !row.trim_start().starts_with('┌')).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_was_not_rated_is_listed_and_has_no_place() {
    let mut console = console().with_size(100, 50);
    let screen = console.says("/levers").screen();
    assert!(screen.contains("[1] Pair the bonus") && screen.contains("Tell Retention [2]"), "{screen}");
    assert!(screen.contains("1. Pair the bonus - ease: 3 (2 to 4, two ratings); worth: 4.5"), "{screen}");
    assert!(screen.contains("nobody has rated so far what it is worth: Ask the union (ease 4)"), "{screen}");
    assert!(!screen.contains("] Ask the union") && !screen.contains(") Ask the union"), "{screen}");
}

#[test]
fn positions_are_counted_and_nobody_is_named() {
    let mut console = console().with_size(120, 50);
    let screen = popup(&console.says("/agreement").screen());
    assert!(screen.contains("Service bot → Repeat calls") && screen.contains("+2 =1 ?1"), "{screen}");
    assert!(
        screen.contains("heard from: Claims, IT and") && screen.contains("Risk; so far: they disagree"),
        "{screen}"
    );
    assert!(
        screen.contains("arrow fewer than three have taken a position") || screen.contains("arrows fewer"),
        "{screen}"
    );
    for tag in ["mei", "tom", "pri", "sam"] {
        assert!(!screen.contains(tag), "{tag} is named:\n{screen}");
    }
}

#[test]
fn units_stand_in_the_order_of_their_names_and_one_that_is_silent_was_not_heard_yet() {
    let mut console = console().with_size(120, 50);
    let screen = popup(&console.says("/heard").screen());
    let row = |words: &str| {
        screen.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}\n{screen}"))
    };
    assert!(row("Claims ") < row("Data Platform") && row("Data Platform") < row("IT ") && row("IT ") < row("Risk "));
    assert!(screen.lines().nth(row("Data Platform")).unwrap().contains("not heard yet"), "{screen}");
}

#[test]
fn one_key_goes_from_plot_to_plot() {
    let mut console = console();
    console.press(KeyPress::ctrl('4'));
    for words in ["Where each change stands", "Who agrees on which arrow", "Who was heard when", "Easy to do"] {
        assert!(console.code(Code::Right).screen().contains(words), "{words}\n{}", console.screen());
    }
    assert!(console.code(Code::Left).screen().contains("Who was heard when"), "{}", console.screen());
    assert!(console.code(Code::Esc).model.popup.is_none());
}

#[test]
fn in_one_window_who_was_heard_is_shown_only_when_it_was_asked_for() {
    let mut console = console();
    console.model.settings.one_window = true;
    let screen = console.says("/heard").screen();
    assert!(!screen.contains("not heard yet") && console.notice().contains("the room's as well"), "{screen}");
    for _ in 0..4 {
        console.press(KeyPress::ctrl('4'));
        let screen = console.code(Code::Left).screen();
        assert!(!screen.contains("Who was heard when"), "{screen}");
        console.code(Code::Esc);
    }
}

/// Looking back at the session, from its end.
fn looking_back() -> Console {
    let mut console = Console::at_home(Vec::new()).with_size(120, 50);
    let open = Box::new(OpenSession::alone(talk().session().clone()));
    console.happen(Msg::Replay(ReplayReport::Opened { open, at: None }));
    console.press(KeyPress::plain(Code::End));
    console
}

#[test]
fn looking_back_every_plot_is_that_of_the_moment() {
    let mut console = looking_back();
    let screen = popup(&console.press(KeyPress::ctrl('4')).screen());
    assert!(screen.contains("[1] Pair the bonus"), "{screen}");
    for words in ["Where each change stands", "Who agrees on which arrow", "Who was heard when"] {
        let screen = popup(&console.code(Code::Right).screen());
        assert!(screen.contains(words) && screen.contains(" as of "), "{words}\n{screen}");
    }
    console.code(Code::Esc);
    let agreement = |console: &mut Console| {
        console.press(KeyPress::ctrl('4')).code(Code::Right).code(Code::Right);
        let screen = popup(&console.screen());
        console.code(Code::Esc);
        screen
    };
    assert!(agreement(&mut console).contains("+2 =1 ?1"));
    let whole = console.model.replay.as_ref().unwrap().position().heard;
    while console.model.replay.as_ref().unwrap().position().heard + 8 > whole {
        console.press(KeyPress::plain(Code::Left));
    }
    console.press(KeyPress::plain(Code::Home));
    let before = agreement(&mut console);
    assert!(!before.contains("+2 =1 ?1"), "nobody had said it yet: {before}");
}

#[test]
fn the_map_of_a_past_moment_has_the_plots_of_that_moment() {
    let mut console = looking_back();
    console.types("m");
    let screen = popup(&console.press(KeyPress::ctrl('4')).screen());
    assert!(screen.contains("[1] Pair the bonus") && screen.contains(" as of "), "{screen}");
}

#[test]
fn at_home_what_sessions_rated_has_its_place_and_who_was_heard_has_none() {
    let mut console = Console::at_home(Vec::new()).with_size(120, 50);
    console.press(KeyPress::ctrl('4'));
    assert!(console.chores.contains(&Effect::Replay(ReplayChore::PlotWorkspace)), "{:?}", console.chores);
    assert!(console.screen().contains("being read"), "{}", console.screen());
    let graph = talk().recording.graph();
    let of_session = SessionPlots::of(talk().session(), &graph);
    let plots = Plots::of(&graph, &read(&graph).findings, [("Four changes", &of_session)]);
    console.happen(Msg::Replay(ReplayReport::Plotted(Box::new(plots))));
    let screen = popup(&console.screen());
    assert!(screen.contains("[1] Pair the bonus") && screen.contains("(1 of 3,"), "{screen}");
    for _ in 0..3 {
        assert!(!popup(&console.code(Code::Right).screen()).contains("Who was heard when"));
    }
}
