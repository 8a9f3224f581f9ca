//! Every view as it is drawn, at the smallest size that counts and at a generous one, in every theme.

use std::fmt::Write;

use adjacent::app::{Code, KeyPress};
use adjacent::record::{CollectBy, Collecting, Event, Fact, FindingPart, Hands, RoomView, ShownFinding, Verdict};
use adjacent::theme::{Depth, Role};
use adjacent::ui::Paint;
use insta::assert_snapshot;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;

use crate::drawn::{rows, themes};
use crate::room::stage::Stage;

/// The sizes that are drawn.
const SIZES: [(u16, u16); 2] = [(80, 24), (160, 50)];

/// A workshop some lines into its second step.
fn talking() -> Stage {
    let mut stage = Stage::opened();
    stage.enters(1).says("Service bot");
    stage.enters(2);
    for line in [
        "ztom> @Contact Centre owns Service bot",
        "ztom> Service bot -> less handle time, more repeat calls : seen",
        "ztom> repeat calls -> queue pressure : ++ seen",
        "zmei> Service bot -> customer trust : - guess \"it sounds canned\"",
        "zana> queue pressure -> Service bot : + 2w",
        "park Three decks, three different reasons for doing AI",
        "Service bot needs customer history",
    ] {
        stage.says(line);
    }
    stage
}

fn votes() -> Fact {
    let hands = [("proceed", 2), ("proceed with a guard", 7), ("wait", 1), ("stop", 0)];
    let hands = hands.map(|(option, count)| Hands { option: option.into(), count });
    Fact::Voted { ballot: "What do we do with the plan?".into(), hands: hands.into() }
}

fn texts(count: usize) -> Fact {
    let texts = [
        "Nobody owned the reason codes, so the complaints stopped being counted",
        "The bonus paid for short calls",
        "Retention heard of it from customers",
        "We switched it on in the week of the storm",
        "The letters came before the call",
        "Two teams fixed the same queue twice",
        "The one engineer left",
        "It worked, and nobody learned how",
        "The regulator asked a question nobody could answer",
    ];
    Fact::Revealed { texts: texts.iter().cycle().take(count).map(|text| (*text).to_owned()).collect() }
}

/// Every view by its name.
fn views() -> Vec<(&'static str, Stage)> {
    let shown = |view: RoomView| {
        let mut stage = talking();
        stage.says("Who tells Retention when repeat calls jump?");
        stage.says("do Pair the bonus with first-contact resolution : ztom due 2026-12-04");
        stage.says("do Write down who may stop it");
        stage.wait(3000).looks_at(view);
        stage
    };
    let after = |step: u16, facts: Vec<Fact>| {
        let mut stage = talking();
        stage.enters(step).wait(45_000);
        for fact in facts {
            stage.does(fact);
        }
        stage
    };
    let slips = Fact::Collecting(Collecting { by: CollectBy::Slips, awaited: Some(12) });
    let mut undone = talking();
    let last = undone.says("Service bot -> more overtime");
    undone.wait(3000).does(Fact::Retracted { seq: last });
    let mut turned = talking();
    turned.says("ztom> Service bot -> more handle time");
    let mut struck = talking();
    let last = struck.says("Jo from claims never answers the phone");
    struck.says("Service bot -> more overtime");
    struck.wait(3000).does(Fact::StrikeOrdered { seq: last });
    let mut paused = talking();
    paused.wait(3000).does(Fact::ClockPaused);
    let mut over = talking();
    over.wait(600_000);
    let mut thanks = talking();
    thanks.does(Fact::Closed);
    let mut check = talking();
    check.press(KeyPress::plain(Code::F(2)));
    let mut short = Stage::opened();
    short.enters(1);
    let map = |around: &[&str], steps| {
        shown(RoomView::Drawn { around: around.iter().map(|label| (*label).to_owned()).collect(), steps })
    };
    let ripple = |waves| shown(RoomView::Ripple { of: "Service bot".into(), less: false, waves });
    let finding = |part| {
        let pattern = Some("reinforcing".to_owned());
        let about = ["queue pressure", "Service bot", "repeat calls"].map(str::to_owned).to_vec();
        shown(RoomView::Finding(ShownFinding { lens: "loop".into(), pattern, about, part }))
    };
    let mut decided = talking();
    decided.does(Fact::Decided {
        about: "Service bot".into(),
        before: None,
        verdict: Verdict::Guard,
        after: Some("a person picks up the third call".into()),
        who: Some("ztom".into()),
    });
    decided.says("do Pair the bonus with first-contact resolution : ztom due 2026-12-04");
    decided.wait(3000).looks_at(RoomView::Decisions);
    vec![
        ("the map around what is talked about", map(&[], 1)),
        ("the map around a thing", map(&["repeat calls"], 1)),
        ("the whole map", shown(RoomView::WholeMap)),
        ("one wave", ripple(1)),
        ("three waves", ripple(3)),
        ("a finding", finding(FindingPart::Question)),
        ("what a finding rests on", finding(FindingPart::Grounds)),
        ("what a finding is called", finding(FindingPart::Name)),
        ("a chosen line", shown(RoomView::Line(6))),
        ("what was said", shown(RoomView::Said)),
        ("what was decided", decided),
        ("where we are", shown(RoomView::Progress)),
        ("before the walk", Stage::opened()),
        ("a short question", short),
        ("a line just came", talking()),
        ("a line was taken back", undone),
        ("a view changed", turned),
        ("a line was removed for good", struck),
        ("the clocks are stopped", paused),
        ("the step is over", over),
        ("around a thing", shown(RoomView::Around("service bot".into()))),
        ("parked", shown(RoomView::Parked)),
        ("questions", shown(RoomView::Questions)),
        ("promises", shown(RoomView::Promises)),
        ("agenda", shown(RoomView::Agenda)),
        ("curtain", shown(RoomView::Curtain)),
        ("quiet", after(3, Vec::new())),
        ("slips come in", after(4, vec![slips.clone()])),
        ("the keyboard goes round", after(4, vec![Fact::Collecting(Collecting::default())])),
        ("five texts", after(4, vec![slips.clone(), texts(5)])),
        ("twelve texts", after(4, vec![slips, texts(12)])),
        ("a vote", after(4, vec![votes()])),
        ("the end", thanks),
        ("can you read this", check),
    ]
}

#[test]
fn every_view_at_eighty_by_twenty_four() {
    assert_snapshot!(words(SIZES[0]));
}

#[test]
fn every_view_at_a_hundred_and_sixty_by_fifty() {
    assert_snapshot!(words(SIZES[1]));
}

fn words((columns, lines): (u16, u16)) -> String {
    let mut screens = String::new();
    for (name, stage) in views() {
        let _ = writeln!(screens, "== {name}\n{}\n", stage.with_size(columns, lines).screen().trim_end());
    }
    screens
}

#[test]
fn every_theme_paints_the_same_words_in_its_own_colours() {
    for theme in themes() {
        for (columns, lines) in SIZES {
            let mut looks = String::new();
            for (name, stage) in views() {
                let stage = stage.with_size(columns, lines);
                let buffer = stage.buffer(theme, Depth::True);
                assert_eq!(rows(&buffer).join("\n"), stage.screen(), "{}: {name}", theme.name);
                let _ = writeln!(looks, "== {name}\n{}", styles(&buffer));
            }
            assert_snapshot!(format!("{}_{columns}x{lines}", theme.name), looks);
        }
    }
}

#[test]
fn without_colour_nothing_is_coloured_and_nothing_is_missing() {
    for (name, stage) in views() {
        for theme in themes() {
            let mono = stage.buffer(theme, Depth::Mono);
            assert!(mono.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset), "{name}");
            assert_eq!(rows(&mono), rows(&stage.buffer(theme, Depth::True)), "{name}");
        }
    }
}

#[test]
fn nothing_on_the_projector_is_faint() {
    for (name, stage) in views() {
        for theme in themes() {
            let faint = Paint::new(theme, Depth::True).role(Role::Quiet).fg;
            for size in SIZES {
                let stage = stage.opened_late().with_size(size.0, size.1);
                let buffer = stage.buffer(theme, Depth::True);
                let found =
                    buffer.content.iter().find(|cell| !cell.symbol().trim().is_empty() && Some(cell.fg) == faint);
                assert!(found.is_none(), "{name} in {}: {found:?}", theme.name);
            }
        }
    }
}

#[test]
fn no_size_is_too_small_or_too_large_to_draw() {
    for (name, mut stage) in views() {
        let sizes = [(1, 1), (2, 2), (3, 40), (40, 3), (40, 10), (79, 23), (81, 25), (500, 200), (5, 5), (200, 1)];
        for (columns, lines) in sizes {
            stage = stage.with_size(columns, lines);
            let buffer = stage.buffer(&themes()[0], Depth::True);
            assert_eq!((buffer.area.width, buffer.area.height), (columns, lines), "{name}");
        }
    }
}

#[test]
fn in_forty_by_ten_the_question_and_the_last_line_are_still_there() {
    let stage = talking().with_size(40, 10);
    assert_snapshot!(stage.screen());
}

#[test]
fn large_shows_the_question_and_the_last_line_alone() {
    let mut stage = talking();
    stage.window.large = true;
    assert_snapshot!(stage.with_size(160, 50).screen());
}

#[test]
fn no_line_ends_in_the_middle_of_a_word_and_none_has_more_than_twelve() {
    let said = "every one of these words is known here and none of them is ever cut in two pieces anywhere at all";
    let mut stage = Stage::opened();
    stage.enters(2).says(said);
    stage.says(&format!("park {said}"));
    for view in [RoomView::Talk, RoomView::Parked] {
        stage.looks_at(view);
        for columns in 30..200 {
            stage = stage.with_size(columns, 24);
            for row in stage.screen().lines().filter(|row| row.contains("every one") || row.contains("of these")) {
                let words: Vec<_> = row.split_whitespace().collect();
                assert!(words.len() <= 14, "{columns}: {row}");
                let last = words.last().unwrap();
                let whole = said.split(' ').any(|word| word == *last) || ["…", "left", "more"].contains(last);
                assert!(whole, "{columns}: {row:?}");
            }
        }
    }
}

#[test]
fn a_list_has_at_most_seven_entries_and_says_how_many_more_there_are() {
    let mut stage = Stage::opened();
    for number in 1..=12 {
        let event = Event {
            exposure: adjacent::record::Exposure::Room,
            ..stage.event(Fact::Parked { text: format!("item {number}") })
        };
        stage.happens(event);
    }
    stage.looks_at(RoomView::Parked);
    let screen = stage.screen();
    assert!(screen.contains("item 12") && screen.contains("item 6") && !screen.contains("item 5\n"), "{screen}");
    assert!(screen.contains("and 5 more"), "{screen}");
}

fn styles(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width);
    let mut text = String::new();
    for (row, cells) in buffer.content.chunks(width).enumerate() {
        let mut at = 0;
        while let Some(first) = cells.get(at) {
            let run = cells[at..].iter().take_while(|cell| look(cell) == look(first)).count();
            let words: String = cells[at..at + run].iter().map(Cell::symbol).collect();
            if !words.trim().is_empty() {
                let _ = writeln!(text, "{row:>2} {:<24} {}", look(first), words.trim());
            }
            at += run;
        }
    }
    text
}

fn look(cell: &Cell) -> String {
    let colour = |colour: Color| match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        other => other.to_string(),
    };
    format!("{}/{} {:?}", colour(cell.fg), colour(cell.bg), cell.modifier).replace("NONE", "")
}
