//! The map screen: one selection, nine ways to look at it, filters, and changing several things at once.

use std::fmt::Write;

use adjacent::app::map::View;
use adjacent::app::{Code, Effect, KeyPress, Msg, Noted};
use adjacent::record::{Attribute, Fact, Relation, Status};
use insta::assert_snapshot;

use crate::keyboard::Console;
use crate::screens::painted;
use crate::talk::Talk;
use crate::typing::Typing;

const EXAMPLE: &str = include_str!("../fixtures/harbourline.txt");

/// The map of everything said so far, with no session open: the worked example.
fn surveyed() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.press(KeyPress::plain(Code::F(3)));
    console.happen(Msg::Surveyed(Box::new(Talk::transcript(EXAMPLE).ledger())));
    console
}

/// The same, looking at this thing.
fn looking_at(label: &str) -> Console {
    let mut console = surveyed();
    console.types("l").types(label).enter();
    console
}

/// Everything on the screen below its two head lines, without what the footer says.
fn body(console: &Console) -> String {
    let screen = console.screen();
    let rows: Vec<&str> = screen.lines().collect();
    rows[2..rows.len() - 1].join("\n")
}

fn status(console: &Console) -> String {
    console.screen().lines().nth(1).unwrap().to_owned()
}

fn title(console: &Console) -> String {
    let screen = console.screen();
    let first = screen.lines().next().unwrap();
    first.split("  ").next().unwrap().to_owned()
}

#[test]
fn every_view_as_it_is_drawn() {
    let mut screens = String::new();
    for (digit, view) in ('1'..).zip(View::ALL) {
        let mut console = looking_at("handle time");
        console.types(&digit.to_string());
        if view == View::Paths {
            console.types("queue").enter();
        }
        if view == View::Ripple {
            console.press(KeyPress::plain(Code::Right)).press(KeyPress::plain(Code::Right));
        }
        writeln!(screens, "== {}\n{}", view.name(), console.screen()).unwrap();
    }
    assert_snapshot!(screens);
}

#[test]
fn the_neighbours_have_three_columns_where_there_is_room() {
    assert_snapshot!(looking_at("service bot").with_size(160, 50).screen());
}

#[test]
fn the_views_in_colour() {
    let mut console = looking_at("handle time");
    let mut screens = String::new();
    for digit in ["1", "2", "5"] {
        screens.push_str(&painted(console.types(digit)));
    }
    assert_snapshot!(screens);
}

#[test]
fn the_same_thing_stays_in_view_whichever_way_one_looks() {
    let mut console = looking_at("queue pressure");
    for digit in ["2", "4", "5", "6", "1"] {
        console.types(digit);
        assert_eq!(title(&console), "Queue pressure", "view {digit}");
    }
    let tab = KeyPress::plain(Code::Tab);
    console.press(tab);
    assert_eq!(console.model.map.view, View::Ripple);
    console.press(KeyPress::plain(Code::BackTab)).press(KeyPress::plain(Code::BackTab));
    assert_eq!(console.model.map.view, View::Health);
    assert_eq!(title(&console), "Queue pressure");
}

#[test]
fn enter_looks_at_the_thing_under_the_cursor_and_backspace_goes_back() {
    let mut console = looking_at("service bot");
    console.press(KeyPress::plain(Code::Down)).enter();
    assert_eq!(title(&console), "First-contact resolution");
    console.press(KeyPress::plain(Code::Backspace));
    assert_eq!(title(&console), "Service bot");
    console.press(KeyPress::plain(Code::Left)).enter();
    assert_eq!(title(&console), "Contact Centre");
}

#[test]
fn it_says_how_many_arrows_are_shown_and_names_every_filter() {
    let mut console = looking_at("service bot");
    assert_eq!(status(&console), "15 of 74 arrows shown · within 2 arrows");
    console.types("-");
    assert_eq!(status(&console), "10 of 74 arrows shown · within 1 arrow");
    console.types("f").types("kind:initiative no:owner").enter();
    let named = "only initiative, nobody named answers for it: 0 of 44 things; Esc shows all";
    assert!(body(&console).starts_with(named), "{}", body(&console));
    console.press(KeyPress::plain(Code::Esc));
    assert_eq!(status(&console), "10 of 74 arrows shown · within 1 arrow");
}

#[test]
fn a_filter_that_cannot_be_read_yet_says_why_and_leaves_what_was_shown() {
    let mut console = looking_at("service bot");
    console.types("f").types("kind:robot");
    assert!(body(&console).contains("\"kind:robot\" at character 1 is no filter"), "{}", body(&console));
    assert!(console.model.map.asked.is_empty());
    console.enter();
    assert!(console.model.map.filtering, "Enter takes no filter that cannot be read");
    assert!(console.notice().contains("there can stand party, initiative"), "{}", console.notice());
}

#[test]
fn hidden_things_leave_a_faint_way_through() {
    let mut console = looking_at("service bot");
    console.types("f").types("-\"handle time\" -\"bot share\"").enter();
    let shown = body(&console);
    assert!(shown.contains("First-contact resolution, through"), "{shown}");
    console.types("5");
    let drawn = body(&console);
    assert!(drawn.contains('┆') || drawn.contains('╌'), "{drawn}");
}

#[test]
fn a_ripple_is_pushed_up_and_down_and_stepped_through() {
    let mut console = looking_at("handle time");
    console.types("2");
    assert!(body(&console).contains("more Handle time: wave 1 of"), "{}", body(&console));
    assert!(!body(&console).contains("over two arrows"));
    console.press(KeyPress::plain(Code::Right));
    assert!(body(&console).contains("over two arrows"));
    let up = body(&console);
    console.types("-");
    assert!(body(&console).contains("less Handle time"));
    let turned = |text: &str| text.contains("more First-contact resolution");
    assert_ne!(turned(&up), turned(&body(&console)));
}

#[test]
fn where_no_effect_leads_from_one_to_the_other_it_says_how_they_hang_together() {
    let mut console = looking_at("letter templates");
    console.types("3").types("repeat calls").enter();
    assert!(body(&console).contains("No effect named so far leads"), "{}", body(&console));
    assert!(body(&console).contains("They hang together like this:"), "{}", body(&console));
}

#[test]
fn folded_by_unit_no_arrow_is_lost() {
    let mut console = looking_at("service bot");
    console.types("5").types("a");
    for fold in ["team", "kind"] {
        console.types("g");
        assert!(status(&console).starts_with("74 of 74 arrows shown · all arrows, a box a "), "{}", status(&console));
        assert!(status(&console).contains(fold));
        let sketched: usize = counted(&console);
        assert_eq!(sketched, 74, "by {fold}");
    }
}

/// The arrows that the folded picture tells of: those drawn, by their numbers, and those inside a box.
fn counted(console: &Console) -> usize {
    use adjacent::layout::ArrowMark;
    let picture = console.model.map.scene.picture.as_ref().unwrap();
    let drawn = picture.drawing.paths.iter().map(|path| match path.mark {
        ArrowMark::Many(count) => count,
        _ => 1,
    });
    let inside = picture
        .names
        .iter()
        .filter_map(|name| name.strip_suffix(" inside)")?.rsplit_once(", ")?.1.parse::<usize>().ok());
    drawn.sum::<usize>() + inside.sum::<usize>()
}

#[test]
fn numbers_and_shapes_show_more_of_the_map_and_the_list_says_what_they_are() {
    let mut console = looking_at("service bot");
    console.types("5").types("z");
    let picture = console.model.map.scene.picture.clone().unwrap();
    assert_eq!(picture.legend.len(), picture.drawing.boxes.len());
    assert!(body(&console).contains("Service bot"), "{}", body(&console));
    console.types("z");
    assert!(console.model.map.scene.picture.as_ref().unwrap().drawing.width < picture.drawing.width);
}

#[test]
fn the_drawn_map_keeps_its_places_when_something_is_said_while_it_is_looked_at() {
    let mut console = workshop();
    console.press(KeyPress::plain(Code::F(3)));
    console.press(KeyPress::ctrl('b')).types("service").enter();
    while console.model.map.view != View::Drawn {
        console.press(KeyPress::plain(Code::Tab));
    }
    let places = |console: &Console| {
        let picture = console.model.map.scene.picture.clone().unwrap();
        let boxes = picture.drawing.boxes.iter();
        boxes.map(|drawn_box| (drawn_box.id.clone(), drawn_box.corner)).collect::<std::collections::BTreeMap<_, _>>()
    };
    let before = places(&console);
    console.says("Service bot -> Overtime : -");
    let after = places(&console);
    assert_eq!(after.len(), before.len() + 1);
    // A row may be needed for the new arrow; nothing goes to another layer or to another place in its layer.
    let moved = before.iter().filter(|(id, corner)| after[*id].x != corner.x).count();
    assert_eq!(moved, 0, "{before:?} {after:?}");
}

/// A workshop that is being written.
fn workshop() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().enter().enter().enter();
    for line in
        ["!Service bot", "Service bot -> less handle time, more repeat calls", "repeat calls -> queue pressure : +"]
    {
        console.says(line);
    }
    console
}

#[test]
fn while_a_session_is_being_written_typing_on_the_map_is_a_line_of_it() {
    let mut console = workshop();
    console.press(KeyPress::plain(Code::F(3)));
    console.says("1 2 z /Queue : nobody knows");
    console.says("queue pressure -> overtime : ++ seen");
    assert!(console.lines().contains(&"queue pressure -> overtime : ++ seen".to_owned()), "{:?}", console.lines());
    assert_eq!(console.model.map.view, View::Neighbours);
    assert!(body(&console).contains("More queue pressure, more overtime"), "{}", body(&console));
    // Chords look; Esc goes back to the run screen.
    console.press(KeyPress::ctrl('b')).types("overtime").enter();
    assert_eq!(title(&console), "overtime");
    console.press(KeyPress::plain(Code::Esc));
    assert!(console.screen().contains("Spring review"));
}

#[test]
fn several_things_are_changed_in_one_event_after_a_preview() {
    let mut console = surveyed();
    console.types("6").types("f").types("kind:initiative").enter();
    console.types("  e").types("stopped");
    let preview = body(&console);
    assert!(preview.contains("Enter changes 2 of 2 marked:"), "{preview}");
    assert!(preview.contains(": stopped, was "), "{preview}");
    console.enter();
    let desk: Vec<_> = console
        .chores
        .iter()
        .filter_map(|chore| match chore {
            Effect::Desk { said, facts } => Some((said.clone(), facts.clone())),
            _ => None,
        })
        .collect();
    assert_eq!(desk.len(), 1);
    let stopped = |fact: &Fact| matches!(fact, Fact::Set { attribute: Attribute::Status(Status::Stopped), .. });
    assert_eq!(desk[0].1.iter().filter(|fact| stopped(fact)).count(), 2);
}

#[test]
fn a_change_of_what_is_so_already_or_of_nothing_that_can_be_read_writes_nothing() {
    let mut console = surveyed();
    console.types("6").types("f").types("service bot").enter().types("e").types("live").enter();
    assert_eq!(console.notice(), "They are like that already.");
    console.press(KeyPress::ctrl('u')).types("blue").enter();
    assert!(console.notice().starts_with("That is no change:"), "{}", console.notice());
    console.press(KeyPress::plain(Code::Esc));
    assert!(!console.chores.iter().any(|chore| matches!(chore, Effect::Desk { .. })));
}

#[test]
fn in_a_session_a_change_is_an_event_of_it_and_one_undo_takes_all_of_it_back() {
    let mut console = workshop();
    console.press(KeyPress::plain(Code::F(3)));
    // Back from the first view: past those of the whole map to the table.
    for _ in 0..4 {
        console.press(KeyPress::plain(Code::BackTab));
    }
    palette(&mut console, "mark the row");
    palette(&mut console, "mark the row");
    palette(&mut console, "change all rows");
    console.types("team Contact Centre").enter();
    let owned = |console: &Console| {
        let graph = console.model.run.as_ref().unwrap().recording.graph();
        graph.links().filter(|link| link.arrow.relation == Relation::Owns).count()
    };
    assert_eq!(owned(&console), 2);
    console.press(KeyPress::plain(Code::Esc)).press(KeyPress::ctrl('z'));
    assert_eq!(owned(&console), 0);
}

fn palette(console: &mut Console, words: &str) {
    console.press(KeyPress::ctrl('p')).types(words).enter();
}

#[test]
fn the_table_is_sorted_by_any_column_and_backwards() {
    let mut console = surveyed();
    console.types("6");
    let first = |console: &Console| console.model.map.scene.table[0].cells[0].clone();
    assert_eq!(first(&console), "Am I training my replacement?");
    console.types("t");
    assert_eq!(first(&console), "Underwriting copilot");
    console.types("t").types("ssss");
    let into: Vec<i64> =
        console.model.map.scene.table.iter().map(|row| row.cells[4].parse().unwrap_or_default()).collect();
    assert!(into.windows(2).all(|two| two[0] >= two[1]), "{into:?}");
}

#[test]
fn an_empty_map_and_the_smallest_screen_are_drawn_in_every_view() {
    for (columns, rows) in [(80, 24), (40, 10), (20, 5)] {
        let mut empty = Console::at_home(Vec::new());
        empty.press(KeyPress::plain(Code::F(3)));
        let mut full = looking_at("service bot").with_size(columns, rows);
        let mut console = empty.with_size(columns, rows);
        for digit in '1'..='6' {
            console.types(&digit.to_string()).press(KeyPress::plain(Code::Esc));
            console.press(KeyPress::plain(Code::F(3)));
            full.types(&digit.to_string());
            assert!(!full.screen().is_empty());
        }
    }
}

#[test]
fn one_key_takes_back_a_change_made_on_the_shared_map() {
    let mut console = surveyed();
    console.types("6").types("f").types("service bot").enter().types("e").types("stopped").enter();
    let noted = Noted { session: "2026-11-20-desk-0001".into(), seq: 2 };
    console.happen(Msg::Noted(noted.clone()));
    console.press(KeyPress::ctrl('z'));
    assert_eq!(console.chores.last(), Some(&Effect::TakeBackAtDesk(noted)));
    console.press(KeyPress::ctrl('z'));
    assert_eq!(console.notice(), "Nothing was done here that could be taken back.");
}

#[test]
fn esc_does_not_leave_the_map_for_a_screen_on_which_letters_begin_a_session() {
    let mut console = looking_at("service bot");
    console.press(KeyPress::plain(Code::Esc)).press(KeyPress::plain(Code::Esc));
    assert_eq!(title(&console), "Service bot");
    assert_eq!(console.notice(), "F3 or /map goes back to the first screen.");
    console.press(KeyPress::plain(Code::F(3)));
    assert!(console.screen().starts_with("adjacent"), "{}", console.screen());
}

#[test]
fn in_a_session_the_last_line_is_taken_back_from_the_map_too() {
    let mut console = workshop();
    console.press(KeyPress::plain(Code::F(3)));
    console.press(KeyPress::ctrl('z'));
    assert!(!console.lines().contains(&"repeat calls -> queue pressure : +".to_owned()), "{:?}", console.lines());
    assert!(console.notice().starts_with("Taken back: "), "the map shows no list: {}", console.notice());
    console.press(KeyPress::ctrl('y'));
    assert!(console.notice().starts_with("Back again. "), "{}", console.notice());
}

#[test]
fn what_leads_through_hidden_things_is_counted_and_its_head_is_hollow() {
    let mut console = looking_at("service bot");
    console.types("f").types("-\"handle time\" -\"bot share\"").enter().types("5");
    assert!(status(&console).contains("2 in dots, through hidden"), "{}", status(&console));
    assert!(body(&console).contains('▽'), "{}", body(&console));
}
