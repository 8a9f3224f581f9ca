//! Plans and run sheets as files: listed, checked, used, printed, and in a calendar.

use std::fs;

use adjacent::app::{AgendaChore, AgendaReport, Effect, ErrandChore, ErrandReport, Msg};
use adjacent::exercise::{AgendaFile, ShelvedAgenda};
use adjacent::record::{Mode, PlannedExercise};
use adjacent::shell::EffectRunner;
use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::program::{Said, run, run_with};

const NOTES: &str = "# title: Spring\n# date: 2026-11-19\n# person: mei = Mei Zqlast @ Claims\n\
                     mei> do call the brokers : mei due 2026-11-30\nmei> do send the list, all of it : mei due 2026-12-04\n";

const WARD: &str = "(\n    format: 1,\n    title: \"Ward round\",\n    mode: Live,\n    exercises: [\n        (exercise: \"arrive\", minutes: 5),\n        (exercise: \"next\", minutes: 25),\n        (exercise: \"slack\", minutes: 10),\n    ],\n)\n";

fn workspace() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("agendas")).unwrap();
    fs::write(folder.path().join("agendas/ward.ron"), WARD).unwrap();
    folder
}

fn well(said: Said) -> String {
    assert_eq!(said.code, 0, "{}", said.err);
    said.out
}

#[test]
fn plans_are_listed_with_those_of_the_workspace_and_shown_with_their_times() {
    let folder = workspace();
    let list = well(run(folder.path(), &["plans"]));
    assert!(
        list.contains("75 min  a first session") && list.contains("ward") && list.contains("Ward round (yours)"),
        "{list}"
    );
    let shown = well(run(folder.path(), &["plans", "ward", "--start", "2026-12-03 13:30"]));
    assert!(shown.contains("13:30  13:35    5 min  Arrive and agree how we work"), "{shown}");
    assert!(shown.contains("Thursday 3 December 2026, 13:30 to 14:10"), "{shown}");
    let made = run_with(folder.path(), &["new", "Round", "--agenda", "ward", "--plain"], "/quit\n");
    assert!(well(made).contains("1/9"));
}

#[test]
fn check_names_the_place_of_a_mistake_in_a_plan_and_the_plan_is_left_out() {
    let folder = workspace();
    assert!(well(run(folder.path(), &["check"])).contains("nothing wrong"));
    fs::write(folder.path().join("agendas/wrong.ron"), WARD.replace("\"next\"", "\"nxt\"")).unwrap();
    let said = run(folder.path(), &["check"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("wrong.ron:7:20: there is no exercise called \"nxt\""), "{}", said.out);
    let said = run(folder.path(), &["plans"]);
    assert!(!said.out.contains("wrong") && said.err.contains("wrong.ron:7:20"), "{} {}", said.out, said.err);
}

#[test]
fn a_run_sheet_has_times_purpose_prompts_and_material_and_the_prompts_once_more_in_large_print() {
    let folder = workspace();
    let sheet = well(run(folder.path(), &["run-sheet", "ward", "--start", "2026-12-03 09:00"]));
    for part in [
        "# Ward round",
        "| 09:05 | 09:30 | 25 | What will this change next door? |",
        "**Have ready**",
        "Put hopes and worries on the table",
        "*typed like*",
        "**To ask**",
    ] {
        assert!(sheet.contains(part), "{part}:\n{sheet}");
    }
    let page = well(run(folder.path(), &["run-sheet", "ward", "--to", "html"]));
    assert!(page.contains("<p class=\"prompt\">What would make the next hour worth it?</p>"), "{page}");
    assert!(page.contains("default-src 'none'") && !page.contains("http://") && !page.contains("https://"));
    let hostile = WARD.replace("Ward round", "<script>alert(1)</script> | # x");
    fs::write(folder.path().join("agendas/ward.ron"), hostile).unwrap();
    let page = well(run(folder.path(), &["run-sheet", "ward", "--to", "html"]));
    assert!(!page.contains("<script>"), "{page}");
    let sheet = well(run(folder.path(), &["run-sheet", "ward"]));
    assert!(!sheet.contains("<script>"), "{sheet}");
}

#[test]
fn a_plan_and_the_open_promises_are_calendars() {
    let folder = workspace();
    let calendar = well(run(folder.path(), &["run-sheet", "ward", "--start", "2026-12-03 09:00", "--to", "ics"]));
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(calendar.contains("DTSTART:20261203T090500Z\r\nDTEND:20261203T093000Z\r\n"), "{calendar}");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2, "time that is left free is no event");
    assert_eq!(run_with(folder.path(), &["transcribe", "-"], NOTES).code, 0);
    let promises = || well(run(folder.path(), &["export", "--to", "ics"]));
    let first = promises();
    assert!(first.contains("DTSTART;VALUE=DATE:20261130\r\n"), "{first}");
    assert!(first.contains("SUMMARY:Claims: send the list\\, all of it\r\n"), "{first}");
    assert!(!first.to_lowercase().contains("zqlast") && !first.contains("Mei"), "{first}");
    assert_eq!(first, promises(), "the same each time, so that a calendar replaces its entries");
    let list = well(run(folder.path(), &["settle"]));
    assert!(list.contains("call the brokers"), "{list}");
    assert_eq!(run(folder.path(), &["settle", "1", "done"]).code, 0);
    let later = promises();
    assert!(!later.contains("20261130") && later.contains("20261204"), "{later}");
}

#[test]
fn a_plan_is_kept_as_a_file_and_that_of_last_time_can_be_copied() {
    let folder = workspace();
    assert_eq!(
        run_with(folder.path(), &["new", "Autumn", "--agenda", "draw=20,close=6", "--plain"], "/quit\n").code,
        0
    );
    let mut effects = EffectRunner::new(Workspace::open(folder.path()).unwrap());
    let file = AgendaFile {
        format: 1,
        title: "Team day".into(),
        mode: Mode::Live,
        exercises: vec![PlannedExercise::new("next", 20)],
    };
    for place in ["agendas/team-day.ron", "agendas/team-day-2.ron"] {
        let told = effects.perform(Effect::Agenda(AgendaChore::Store(file.clone())));
        assert!(matches!(&told[..], [Msg::Agenda(AgendaReport::Stored { file, .. })] if file == place), "{told:?}");
    }
    let told = effects.perform(Effect::Agenda(AgendaChore::Shelve));
    let Some(Msg::Agenda(AgendaReport::Shelved(shelf))) = told.first() else { panic!("{told:?}") };
    let found = |title: &str| -> &ShelvedAgenda { shelf.iter().find(|known| known.title == title).unwrap() };
    assert_eq!(found("Team day").exercises, file.exercises);
    assert_eq!(found("Ward round").day, None);
    assert_eq!(found("Autumn").exercises, [PlannedExercise::new("draw", 20), PlannedExercise::new("close", 6)]);
    assert!(found("Autumn").day.is_some());
}

#[test]
fn the_errands_of_the_console_are_done_and_say_where() {
    let folder = workspace();
    assert_eq!(run_with(folder.path(), &["transcribe", "-"], NOTES).code, 0);
    let mut effects = EffectRunner::new(Workspace::open(folder.path()).unwrap());
    let mut does = |errand: ErrandChore| effects.perform(Effect::Errand(errand)).remove(0);
    let Msg::Errand(ErrandReport::Page { text, .. }) = does(ErrandChore::Brief) else { panic!() };
    assert!(text.contains("call the brokers"), "{text}");
    let Msg::Errand(ErrandReport::Open(open)) = does(ErrandChore::Open) else { panic!() };
    assert!(open.iter().any(|matter| matter.says.contains("Claims: call the brokers")), "{open:?}");
    for (format, name) in [("html", "out.html"), ("ics", "out.ics"), ("markdown", "out.md")] {
        let path = folder.path().join(name);
        let export = || ErrandChore::Export { of: None, format: format.into(), file: path.display().to_string() };
        let told = does(export());
        assert!(matches!(&told, Msg::Wrote { says, .. } if says.contains(name)), "{told:?}");
        assert!(fs::metadata(&path).unwrap().len() > 100);
        assert!(matches!(does(export()), Msg::Failed(says) if says.contains("already")), "nothing is replaced");
    }
    let told = does(ErrandChore::Export { of: None, format: "html".into(), file: "x.ron".into() });
    assert!(matches!(told, Msg::Failed(_)));
}
