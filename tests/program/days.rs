//! Days are those of the place where a session was held, wherever and whenever it is read.

use std::fs;
use std::path::Path;

use adjacent::record::{SessionKind, Zone};
use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::pipe::{run_in, session_files};
use crate::program::{run, run_with};

/// Half past ten on a Thursday evening in Los Angeles: Friday morning by UTC.
const LATE: &str = "# title: Late\n# date: 2026-11-19\n# zone: America/Los_Angeles\n# person: mei = Mei @ Claims\n\
                    [13:30:00] mei> do call the brokers : mei due fri\n[13:31:00] mei> Bot -> less handle time : seen\n";

/// Nine on a Friday morning in Auckland: Thursday evening by UTC.
const EARLY: &str = "# title: Early\n# date: 2026-11-20\n# zone: Pacific/Auckland\n# person: ann = Ann @ Sales\n\
                     ann> Bot -> Repeat calls : + seen 2m\n";

fn transcribed(notes: &[&str]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for notes in notes {
        let said = run_with(folder.path(), &["transcribe", "-"], notes);
        assert_eq!(said.code, 0, "{}", said.err);
    }
    folder
}

fn out(folder: &Path, arguments: &[&str]) -> String {
    let said = run(folder, arguments);
    assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
    said.out
}

#[test]
fn on_thursday_evening_in_los_angeles_due_friday_is_tomorrow() {
    let folder = transcribed(&[LATE]);
    let minutes = out(folder.path(), &["minutes", "Late"]);
    assert!(minutes.contains("20 November") && !minutes.contains("27 November"), "{minutes}");
    let brief = out(folder.path(), &["brief", "--as-of", "2026-11-19"]);
    assert!(brief.contains("20 November"), "{brief}");
    assert!(out(folder.path(), &["sessions"]).contains("2026-11-19  Late"));
}

#[test]
fn minutes_of_friday_morning_in_auckland_say_friday() {
    let folder = transcribed(&[EARLY]);
    let minutes = out(folder.path(), &["minutes", "Early"]);
    assert!(minutes.contains("20 November 2026"), "{minutes}");
    let files = session_files(folder.path());
    assert!(files[0].file_name().unwrap().to_string_lossy().starts_with("2026-11-20-early-"), "{files:?}");
    assert!(
        fs::read_to_string(&files[0]).unwrap().contains("opened: \"2026-11-19T20:00:00Z\", zone: \"Pacific/Auckland\"")
    );
    for (command, says) in [
        (vec!["sessions"], "2026-11-20  Early"),
        (vec!["search", "repeat"], "Early, 20 November 2026"),
        (vec!["replay", "Early", "--plain"], "Early, 20 November 2026"),
        (vec!["map", "--where", "after:2026-11-20"], "Repeat calls"),
    ] {
        let text = out(folder.path(), &command);
        assert!(text.contains(says), "{command:?}: {text}");
    }
}

#[test]
fn a_session_of_one_zone_has_the_same_days_for_whoever_reads_it_in_another() {
    let folder = transcribed(&[LATE, EARLY]);
    for command in [
        vec!["minutes", "Late"],
        vec!["minutes", "Early"],
        vec!["map"],
        vec!["map", "--until", "2026-11-19"],
        vec!["findings"],
        vec!["search", "bot"],
        vec!["sessions"],
        vec!["replay", "Early", "--plain"],
        vec!["brief", "--as-of", "2027-01-19"],
        vec!["export", "Early", "--to", "markdown"],
    ] {
        let read = |zone| {
            let said = run_in(zone, folder.path(), &command, "");
            assert_eq!(said.code, 0, "{command:?}: {}", said.err);
            said.out
        };
        let there = read("America/Los_Angeles");
        assert_eq!(there, read("Pacific/Auckland"), "{command:?}");
        assert_eq!(there, read("UTC"), "{command:?}");
    }
}

#[test]
fn a_map_until_a_day_ends_with_that_day_where_each_session_was_held() {
    let folder = transcribed(&[LATE, EARLY]);
    let until = |day| out(folder.path(), &["map", "--until", day]);
    let thursday = until("2026-11-19");
    assert!(thursday.contains("handle time") && !thursday.contains("Repeat calls"), "{thursday}");
    assert!(until("2026-11-20").contains("Repeat calls"));
}

#[test]
fn an_effect_that_takes_two_months_is_due_on_a_day_of_the_room() {
    let folder = transcribed(&[EARLY]);
    let due = |day| out(folder.path(), &["brief", "--as-of", day]);
    assert!(!due("2027-01-18").contains("20 November"), "{}", due("2027-01-18"));
    let brief = due("2027-01-19");
    assert!(brief.contains("20 November"), "{brief}");
}

#[test]
fn a_new_session_notes_where_the_machine_is_and_nothing_where_that_is_utc() {
    for (zone, noted) in [("Europe/Berlin", true), ("UTC", false)] {
        let folder = TempDir::new().unwrap();
        let said = run_in(zone, folder.path(), &["new", "Here", "--plain"], "Bot -> more trust\n");
        assert_eq!(said.code, 0, "{}", said.err);
        let text = fs::read_to_string(&session_files(folder.path())[0]).unwrap();
        assert_eq!(text.contains("zone: \"Europe/Berlin\""), noted, "{text}");
        assert_eq!(text.contains("zone"), noted, "{text}");
        assert_eq!(run(folder.path(), &["check"]).code, 0);
    }
}

#[test]
fn a_zone_that_nobody_knows_is_told_by_check_and_has_the_days_of_utc() {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap().in_zone(Zone::named("Mars/Olympus"));
    let opened = "2026-11-20T23:30:00Z".parse().unwrap();
    let header = workspace.new_header("Far", SessionKind::Workshop, opened, 1);
    workspace.create(&header, &[]).unwrap();
    let said = run(folder.path(), &["check"]);
    assert!(said.out.contains("the time zone \"Mars/Olympus\" is not known"), "{}", said.out);
    assert!(out(folder.path(), &["sessions"]).contains("2026-11-20  Far"));
}

#[test]
fn notes_with_a_zone_that_nobody_knows_say_so_and_are_read_as_taken_here() {
    let folder = TempDir::new().unwrap();
    let notes = "# title: Odd\n# date: 2026-11-20\n# zone: Mars/Olympus\nBot -> more trust\n";
    let said = run_in("Pacific/Auckland", folder.path(), &["transcribe", "-"], notes);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("line 3: \"Mars/Olympus\" is not a time zone"), "{}", said.err);
    let text = fs::read_to_string(&session_files(folder.path())[0]).unwrap();
    assert!(text.contains("opened: \"2026-11-19T20:00:00Z\", zone: \"Pacific/Auckland\""), "{text}");
}
