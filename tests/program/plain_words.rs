//! What the console does beyond writing lines can be done in `--plain` too.

use std::fs;

use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::run_with;

/// What is printed for these lines in a new session.
fn told(workspace: &TempDir, lines: &str) -> String {
    let said = run_with(workspace.path(), &["new", "Talk", "--plain"], lines);
    assert_eq!(said.code, 0, "{}", said.err);
    said.out
}

fn session(workspace: &TempDir) -> String {
    fs::read_to_string(&session_files(workspace.path())[0]).unwrap()
}

#[test]
fn lines_have_numbers_and_any_of_them_is_fixed_taken_back_and_read_as_something_else() {
    let workspace = TempDir::new().unwrap();
    let out = told(
        &workspace,
        "bot -> less calls\nthe queue is long\n/said\n/fix 1 bot -> more calls\n/take-back 2\n/said\n\
         /line-kind 2 parked\n/before 1\n/find calls\n/fix 9 x\n",
    );
    for words in [
        "   1  More of the bot, less calls.",
        "In its place: More of the bot, more calls.",
        "Taken back.",
        "   1  More of the bot, more calls.",
        "There is no line with that number; /said lists them.",
    ] {
        assert!(out.contains(words), "{words} is missing in\n{out}");
    }
    assert!(session(&workspace).contains("said: \"bot -> less calls\""), "what was typed stays in the file");
}

#[test]
fn a_line_is_removed_for_good_only_after_a_second_word() {
    let workspace = TempDir::new().unwrap();
    let _ = told(&workspace, "Zebra -> less calls\n/strike 1\n");
    assert!(session(&workspace).contains("Zebra"));
    let said = run_with(workspace.path(), &["open", "talk", "--plain"], "/strike 1 yes\n/said\n");
    assert!(said.out.contains("Removed for good.") && said.out.contains("(removed)"), "{}", said.out);
    assert!(!session(&workspace).contains("Zebra"));
}

#[test]
fn the_map_and_what_shows_on_it_are_told_and_judged() {
    let workspace = TempDir::new().unwrap();
    let out = told(
        &workspace,
        "bot -> more calls\ncalls -> more queue\nqueue -> less trust\ntrust -> less bot\n/ripple bot\n\
         /ripple less bot\n/matrix\n/groups\n/health\n/findings\n/findings 1 not now\n/ask\n",
    );
    assert!(out.contains("1  more calls"), "{out}");
    assert!(out.contains("1  less calls"), "{out}");
    assert!(out.contains("Judged: not now."), "{out}");
    assert!(session(&workspace).contains("Judged("));
}

#[test]
fn the_room_is_shown_something_and_covered() {
    let workspace = TempDir::new().unwrap();
    let out =
        told(&workspace, "bot -> more calls\n/show ripple bot\n/show-whole-map\n/curtain\n/curtain\n/show nothing\n");
    assert!(out.contains("The room sees title and clock alone."), "{out}");
    assert!(out.contains("Say what the room is to see: /show question"), "{out}");
    let session = session(&workspace);
    for view in ["Ripple(", "WholeMap", "Curtain", "Talk"] {
        assert!(session.contains(view), "{view} is missing in\n{session}");
    }
}

#[test]
fn title_sort_plan_and_time_are_set() {
    let workspace = TempDir::new().unwrap();
    let out = told(
        &workspace,
        "bot -> more calls\n/title Spring review\n/set-kind bot = resource\n/set-kind bot = nonsense\n/time\n/more-time\n\
         /save-plan Half a day\n/page\n",
    );
    assert!(out.contains("It is called Spring review from now on."), "{out}");
    assert!(out.contains("sorted as resource"), "{out}");
    assert!(out.contains("A thing of the map, =, and its sort"), "{out}");
    assert!(out.contains("A minute more for this step"), "{out}");
    assert!(out.contains("Saved as Half a day"), "{out}");
    assert_eq!(fs::read_dir(workspace.path().join("agendas")).unwrap().count(), 1);
}

#[test]
fn the_name_of_any_other_command_says_how_it_is_had() {
    let workspace = TempDir::new().unwrap();
    let out = told(&workspace, "/retitle\n/mouse\n/vote\n/zebra\n");
    assert!(out.contains("/retitle is a command of the program: adjacent sessions --rename"), "{out}");
    assert!(out.contains("/mouse is about the screen"), "{out}");
    assert!(out.contains("/vote is typed so here: vote: one, two, three"), "{out}");
    assert!(out.contains("No command is called /zebra"), "{out}");
}
