//! The order of the sections, whole or in part.

use crate::minutes::example::harbourline;
use adjacent::export::{Arrows, ExportOutput, FORMATS, Material};
use adjacent::graph::Ledger;
use adjacent::record::{Fact, Hands, Verdict};

use crate::minutes::room::{Room, at_every_moment};

const ORDER: [&str; 19] = [
    "Decisions",
    "What we will not do",
    "Commitments",
    "What we learned",
    "What stays open",
    "Questions",
    "Questions to carry",
    "Disagreements left open",
    "Wishes",
    "Parked",
    "A message to send",
    "What it means for whom",
    "Watched from now on",
    "The map",
    "What was said",
    "Votes and rankings",
    "Shown together",
    "Not discussed",
    "Time, planned and taken",
];

/// The headings of the sections that only some sessions have.
const RARE: [&str; 3] = ["Questions to carry", "A message to send", "What it means for whom"];

/// A room in which everything happened, in the reverse order of the page.
fn everything() -> Room {
    let mut room = Room::planned(&[("next", 14), ("bound", 20)]);
    room.enter("next.1").wait(2).says("park the budget");
    room.key(Fact::Watched { label: "Trust".to_owned(), level: None, first: None, acts: None });
    room.says("do tidy up").says("do ring them : zqmei due 2w").says("? why now");
    room.says("zqmei> A -> B : +").says("zqtom> A -> B : -");
    room.says("zqmei> !Bot -> Calls : + seen \"they ring\"").says("zqtom> Calls -> Overtime : + seen");
    room.key(Fact::Revealed { texts: vec!["to save time".to_owned()] });
    let hands = vec![Hands { option: "guard".to_owned(), count: 5 }];
    room.key(Fact::Voted { ballot: "And now?".to_owned(), hands });
    for verdict in [Verdict::Stop, Verdict::Guard] {
        let about = verdict.name().to_owned();
        room.key(Fact::Decided { about, before: None, verdict, after: None, who: None });
    }
    room
}

/// The headings of sections and of their parts; what was said has headings of its own.
fn headings(page: &str) -> Vec<&str> {
    let all = page.lines().filter_map(|line| line.strip_prefix("## ").or_else(|| line.strip_prefix("### ")));
    all.filter(|heading| ORDER.contains(heading)).collect()
}

#[test]
fn decisions_come_first_and_the_time_last() {
    let expected: Vec<_> = ORDER.iter().filter(|heading| !RARE.contains(heading)).copied().collect();
    assert_eq!(headings(&everything().minutes()), expected);
}

#[test]
fn sections_keep_their_order_at_every_moment_of_a_session() {
    for page in at_every_moment(everything().session()) {
        let found = headings(&page);
        let in_order: Vec<_> = ORDER.into_iter().filter(|heading| found.contains(heading)).collect();
        assert_eq!(found, in_order);
    }
}

#[test]
fn a_glance_counts_what_matters() {
    assert!(everything().minutes().contains(
        "**At a glance**: 1 decision, 1 commitment, 1 question, 1 disagreement left open, 1 wish, 1 thing parked\n"
    ));
}

#[test]
fn every_section_has_something_under_its_heading() {
    for page in at_every_moment(everything().session()) {
        let lines: Vec<_> = page.lines().collect();
        for (place, _) in lines.iter().enumerate().filter(|(_, line)| line.starts_with('#')) {
            assert!(lines.get(place + 2).is_some_and(|line| !line.is_empty()), "{page}");
        }
    }
}

#[test]
fn a_report_on_the_session_has_the_same_sections_in_the_same_words() {
    let room = harbourline();
    let (page, chapter) = (room.minutes(), room.chapter());
    let headings: Vec<&str> = chapter.sections.iter().map(|(heading, _)| *heading).collect();
    assert_eq!(headings, room.headings());
    for (heading, body) in &chapter.sections {
        assert!(page.contains(&format!("\n## {heading}\n\n{body}")), "{heading}:\n{body}");
    }
    let (arrows, most_things) = (Arrows::Readable, Material::MOST_THINGS);
    let graph = Ledger::new().graph(None);
    let material = Material {
        title: "",
        graph: &graph,
        findings: &[],
        chapters: std::slice::from_ref(&chapter),
        arrows,
        most_things,
        house: None,
    };
    let format = FORMATS.iter().find(|format| format.name == "minutes").unwrap();
    let ExportOutput::Text(write) = format.output else { panic!("the minutes are one text") };
    assert_eq!(write(&material), page, "exported, they are the same page");
    assert!(page.contains(&chapter.about) && page.contains(&format!("**At a glance**: {}\n", chapter.glance)));
}
