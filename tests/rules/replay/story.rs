//! The story of three months that the samples tell, walked with the commands.

use std::path::Path;

use adjacent::record::persons::without_names;
use adjacent::record::{Event, Fact, Names, Session, line};
use adjacent::store::samples;
use serde_json::Value;
use tempfile::TempDir;

use crate::program::run;

fn said(workspace: &Path, arguments: &[&str]) -> String {
    let said = run(workspace, arguments);
    assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
    said.out
}

/// A copy of the repository's own sessions.
fn story() -> TempDir {
    let folder = TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("sessions")).unwrap();
    for bytes in samples::EMBEDDED {
        let id = line::read(bytes).heading.header.id;
        std::fs::write(folder.path().join("sessions").join(format!("{id}.ron")), bytes).unwrap();
    }
    folder
}

#[test]
fn every_file_of_the_story_is_what_the_program_made_of_its_notes() {
    let story = story();
    let notes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for (bytes, notes) in samples::EMBEDDED.iter().zip([
        notes.join("harbourline.txt"),
        notes.join("story/1-december.txt"),
        notes.join("story/2-january.txt"),
        notes.join("story/3-february.txt"),
    ]) {
        let kept = line::read(bytes);
        let workspace = TempDir::new().unwrap();
        let sessions = workspace.path().join("sessions");
        std::fs::create_dir(&sessions).unwrap();
        for entry in std::fs::read_dir(story.path().join("sessions")).unwrap().map(Result::unwrap) {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name < format!("{}.ron", kept.heading.header.id) {
                std::fs::copy(entry.path(), sessions.join(name)).unwrap();
            }
        }
        let path = said(workspace.path(), &["transcribe", notes.to_str().unwrap()]);
        let made = line::read(&std::fs::read(path.trim()).unwrap());
        assert_eq!(made.heading.header.kind, kept.heading.header.kind);
        // The samples are of a time when first names were tags.
        let kept = Session::fold(kept.heading.header, kept.events);
        let kept = without_names(&kept, &Names::default()).events;
        for (made, kept) in without_source(made.events.clone()).iter().zip(&without_source(kept.clone())) {
            assert_eq!(made, kept, "{} tells something else", notes.display());
        }
        assert_eq!(made.events.len(), kept.len());
    }
}

/// What is said, without where it comes from and who that is in other sessions: the story is older than both.
fn without_source(mut events: Vec<Event>) -> Vec<Event> {
    for event in &mut events {
        event.source = None;
        event.facts.retain(|fact| !matches!(fact, Fact::Transcribed { .. }));
        for fact in &mut event.facts {
            if let Fact::Opened { people, .. } = fact {
                for person in people {
                    person.key = None;
                }
            }
        }
    }
    events
}

#[test]
fn the_story_is_walked_from_brief_to_compare() {
    let story = story();
    let before = said(story.path(), &["brief", "--as-of", "2027-02-24"]);
    for part in [
        "Contact Centre, by 22 January 2027, so it was due: Bring the reason codes back",
        "Contact Centre: Pair the handle-time bonus with first-contact resolution - done.",
        "More First-contact resolution, less Repeat calls",
        "“every error comes back as a second claim”",
        "“Am I training my replacement?”",
        "Letter drafter: fading then, stopped now",
    ] {
        assert!(before.contains(part), "{part}\n{before}");
    }
    assert!(before.lines().count() <= 60, "it fits a page:\n{before}");
    for name in ["Mei", "Tom", "Priya", "tom", "mei", "pri"] {
        assert!(!before.split(|c: char| !c.is_alphanumeric()).any(|word| word == name), "{name} in\n{before}");
    }
    let after = said(story.path(), &["brief", "--as-of", "2027-02-26"]);
    assert!(after.contains("What somebody was told: 4 came, 3 did not"), "{after}");
    assert!(after.contains("Guesses: 0 came, 1 did not") && after.contains("Broker Desk"), "{after}");
    let json: Value = serde_json::from_str(&said(story.path(), &["brief", "--as-of", "2027-02-26", "--json"])).unwrap();
    assert_eq!(json["promises"].as_array().unwrap().len(), 5);
    let changed = said(story.path(), &["compare", "2026-12-01", "2027-03-01"]);
    for part in ["Letter drafter: fading then, stopped now", "Broker intake", "What was seen to move"] {
        assert!(changed.contains(part), "{part}\n{changed}");
    }
    // What was promised and settled in between is told once, as it ended; files come in any order.
    assert!(changed.contains("Done: Pair the handle-time bonus"), "{changed}");
    assert!(!changed.contains("Promised: Bring the reason codes back"), "{changed}");
    assert!(!changed.contains("Moved to another day: Pair"), "{changed}");
}

#[test]
fn a_check_in_uses_a_name_that_is_kept_beside_the_session_and_no_page_does() {
    let story = story();
    let id = "2026-11-20-four-ai-changes-one-customer-9f3c";
    let workspace = adjacent::store::Workspace::open(story.path()).unwrap();
    let names = adjacent::record::Names {
        names: [("tom".into(), "Tom, contact centre manager".to_owned())].into(),
        ..Default::default()
    };
    workspace.keep_names(id, &names).unwrap();
    for who in ["tom", "Tom", "contact centre"] {
        let text = said(story.path(), &["brief", "--as-of", "2026-12-01", "--for", who]);
        assert!(text.starts_with("Hello Tom,") && text.contains("Pair the handle-time bonus"), "{text}");
    }
    assert!(!said(story.path(), &["brief", "--as-of", "2026-12-01"]).contains("Tom"));
    let nobody = run(story.path(), &["brief", "--as-of", "2026-12-01", "--for", "gus"]);
    assert_eq!(nobody.code, 2);
}

#[test]
fn home_offers_the_workshops_and_the_second_comes_with_what_was_before_it() {
    assert_eq!(samples::titles().len(), 2);
    let folder = TempDir::new().unwrap();
    let workspace = adjacent::store::Workspace::open(folder.path()).unwrap();
    let (_file, open) =
        adjacent::shell::open_sessions::rehearse(&workspace, 1, "2027-03-01T10:00:00Z".parse().unwrap()).unwrap();
    assert!(open.base.thing("Letter templates").is_some());
    assert!(open.carried.iter().any(|matter| matter.text.contains("switch the bot off")));
}
