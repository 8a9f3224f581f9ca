//! The map as a whole: by signs, by what belongs together, and in sentences.

use adjacent::app::map::View;
use adjacent::app::{Code, Effect, KeyPress, Msg};

use crate::keyboard::Console;
use crate::slow::Slow;
use crate::talk::Talk;
use crate::typing::Typing;

const EXAMPLE: &str = include_str!("../fixtures/harbourline.txt");

/// The map of the worked example, in one of its views.
fn view(digit: &str) -> Console {
    let mut console = Console::at_home(Vec::new());
    console.press(KeyPress::plain(Code::F(3)));
    console.happen(Msg::Surveyed(Box::new(Talk::transcript(EXAMPLE).ledger())));
    console.types(digit);
    console
}

fn rows(console: &Console) -> Vec<String> {
    console.screen().lines().map(str::to_owned).collect()
}

fn row_of(console: &Console, label: &str) -> String {
    rows(console).into_iter().skip(2).find(|row| row.contains(label)).unwrap_or_default()
}

#[test]
fn the_matrix_says_by_signs_alone_what_a_row_leads_to_and_below_it_what_the_cell_rests_on() {
    let mut console = view("7");
    console.types("l").types("service bot").enter();
    let matrix = &console.model.map.scene.matrix;
    let column = matrix.things.iter().position(|key| key.as_str() == "handle time").unwrap();
    for _ in 0..column {
        console.press(KeyPress::plain(Code::Right));
    }
    let screen = console.screen();
    assert!(screen.contains("Service bot → Handle time"), "{screen}");
    assert!(screen.contains("row to column: + more, - less, ? they disagree"), "{screen}");
    assert_eq!(console.model.map.under_cursor().unwrap().as_str(), "service bot");
}

#[test]
fn the_heads_of_the_matrix_stay_while_it_scrolls_in_both_directions() {
    let mut console = view("7");
    let all = console.model.map.scene.matrix.things.len();
    assert!(all > 20, "{all}");
    console.press(KeyPress::plain(Code::End));
    for _ in 0..all {
        console.press(KeyPress::plain(Code::Right));
    }
    let last = console.model.map.scene.matrix.things.last().unwrap().clone();
    let label = console.model.map.graph.label(&last).to_owned();
    let shown = row_of(&console, &format!("{all} {}", label.chars().take(6).collect::<String>()));
    assert!(shown.trim_start().starts_with(&all.to_string()), "the name of the last row: {:?}", console.screen());
    // The number of the last column is written from top to bottom, above it.
    let heads = &rows(&console)[3..5];
    let column: String = heads.iter().map(|row| row.trim_end().chars().last().unwrap()).collect();
    assert_eq!(column, all.to_string(), "{}", console.screen());
    assert!(shown.trim_end().ends_with('▪'), "the cell under the cursor is told without colour: {shown}");
}

#[test]
fn the_matrix_is_sorted_by_groups_by_name_and_by_how_busy_things_are() {
    let mut console = view("7");
    let first = |console: &Console| console.model.map.scene.matrix.things[0].as_str().to_owned();
    let mut names: Vec<String> =
        console.model.map.scene.matrix.things.iter().map(|key| key.as_str().to_owned()).collect();
    names.sort();
    assert!(rows(&console)[1].contains("in order of groups"), "{}", console.screen());
    console.types("s");
    assert_eq!(first(&console), names[0]);
    console.types("s");
    assert!(rows(&console)[1].contains("how many arrows"), "{}", console.screen());
    let before = console.model.map.scene.arrows.0;
    console.types("a");
    assert!(console.model.map.scene.arrows.0 > before, "all arrows are more than effects");
}

#[test]
fn a_sentence_about_the_map_says_what_one_could_do_and_enter_looks_at_what_it_names() {
    let mut console = view("9");
    let screen = console.screen();
    assert!(screen.contains("How the map stands") && screen.contains("arrows, "), "{screen}");
    assert!(screen.contains("The filter is:guess shows them."), "{screen}");
    let named = console.model.map.under_cursor().unwrap();
    console.enter();
    assert_eq!((console.model.map.view, console.model.map.centre.clone()), (View::Neighbours, Some(named)));
}

#[test]
fn a_group_is_followed_by_its_things_and_enter_looks_at_one() {
    let mut console = view("8");
    console.press(KeyPress::plain(Code::Down));
    let thing = console.model.map.under_cursor().unwrap();
    assert!(row_of(&console, console.model.map.graph.label(&thing)).contains("arrow"), "{}", console.screen());
    console.enter();
    assert_eq!(console.model.map.centre, Some(thing));
}

#[test]
fn every_view_of_the_whole_map_fits_in_any_size_and_on_an_empty_map() {
    for digit in ["7", "8", "9"] {
        for size in [(40, 10), (80, 24), (160, 50), (1, 1), (12, 4)] {
            let mut console = view(digit).with_size(size.0, size.1);
            for code in [Code::Down, Code::Right, Code::End, Code::PageUp, Code::Left, Code::Home] {
                console.press(KeyPress::plain(code));
                console.screen();
            }
        }
        let mut empty = Console::at_home(Vec::new());
        empty.press(KeyPress::plain(Code::F(3))).types(digit);
        assert!(empty.screen().contains("arrow"), "{}", empty.screen());
    }
}

#[test]
fn while_a_session_is_written_the_views_are_words_behind_a_slash() {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().enter().enter().enter();
    console.says("Service bot -> Trust : -").says("/map");
    for (word, view) in [("/matrix", View::Matrix), ("/groups", View::Groups), ("/health", View::Health)] {
        console.says(word);
        assert_eq!(console.model.map.view, view, "{}", console.notice());
    }
    console.says("Trust -> Calls : +");
    assert_eq!(console.lines().len(), 2);
    assert!(console.screen().contains("Of 2 arrows"), "{}", console.screen());
}

/// How many readings of the whole map wait to be done.
fn readings(console: &Slow) -> usize {
    console.chores.iter().filter(|chore| matches!(chore, Effect::ReadWhole(_))).count()
}

#[test]
fn no_key_waits_until_the_whole_map_is_read_and_an_old_reading_is_told_as_such() {
    for (view, shown) in [("/matrix", "Service bot"), ("/groups", "Trust"), ("/health", "Of 1 arrow")] {
        let mut console = Slow::workshop();
        console.says("Service bot -> Trust : -").settles();
        console.code(Code::F(3)).says(view);
        assert_eq!(readings(&console), 1, "{view}");
        let screen = console.screen();
        assert!(screen.contains("The map is being read."), "{view}\n{screen}");
        let screen = console.settles().screen();
        assert!(screen.contains(shown) && !screen.contains("being read"), "{view}\n{screen}");

        // What was read before stays, and says so, until the larger map is read.
        console.says("Trust -> Calls : +");
        assert!(console.disk(), "the line is saved");
        let screen = console.happens(Msg::Idle).screen();
        assert!(screen.contains("being read; below, as it was before") && screen.contains(shown), "{view}\n{screen}");
        let screen = console.settles().screen();
        assert!(screen.contains("Calls") || screen.contains("Of 2 arrows"), "{view}\n{screen}");
        assert!(!screen.contains("being read"), "{view}\n{screen}");
    }
}

#[test]
fn there_is_one_reading_of_the_whole_map_at_a_time_and_the_last_view_is_the_one_shown() {
    let mut console = Slow::workshop();
    console.says("Service bot -> Trust : -").settles();
    console.code(Code::F(3));
    for view in ["/groups", "/matrix", "/health"] {
        console.says(view);
        assert_eq!(readings(&console), 1, "{view}");
    }
    let screen = console.settles().screen();
    assert!(screen.contains("Of 1 arrow"), "{screen}");
}

#[test]
fn the_matrix_names_its_groups_where_each_begins() {
    let console = view("7").with_size(100, 48);
    insta::assert_snapshot!(console.screen());
    let matrix = &console.model.map.scene.matrix;
    let names: Vec<String> = (0..matrix.things.len())
        .filter(|row| *row == 0 || matrix.begins_block(*row))
        .map(|row| adjacent::lens::block_heading(&console.model.map.graph, matrix, row))
        .collect();
    let drawn = rows(&console);
    assert!(names.len() > 2 && names.iter().all(|name| drawn.iter().any(|row| row.trim_end() == name)), "{names:?}");
}

#[test]
fn the_matrix_in_another_order_has_no_groups_and_the_row_under_the_cursor_stays_in_sight() {
    let mut console = view("7").with_size(80, 14);
    for _ in 0..console.model.map.scene.matrix.things.len() {
        let key = console.model.map.under_cursor().unwrap();
        let label: String = console.model.map.graph.label(&key).chars().take(6).collect();
        assert!(rows(&console).iter().skip(2).any(|row| row.contains(&label)), "{label}\n{}", console.screen());
        console.press(KeyPress::plain(Code::Down));
    }
    console.types("s");
    assert!(!console.screen().contains("Around "), "{}", console.screen());
}
