//! Moments worth stopping at, and jumping from one to the next.

use adjacent::exercise::Catalogue;
use adjacent::record::{Event, Fact};
use adjacent::replay::{Marker, MarkerKind, Scan, Timeline, Wanted};

use crate::replay::stage::{sample, timeline, typed};

fn minute(at: u64) -> String {
    format!("{:02}:{:02}", at / 60_000, at / 1000 % 60)
}

#[test]
fn the_exercises_of_the_sample_are_its_chapters() {
    let markers = timeline(&sample()).markers(&Catalogue::embedded());
    let chapters: Vec<_> = markers
        .iter()
        .filter(|marker| marker.kind == MarkerKind::Exercise)
        .map(|marker| minute(marker.position.at.as_millis()))
        .collect();
    assert_eq!(chapters, ["01:40", "05:30", "18:30", "33:10", "44:00", "54:20", "66:20", "71:00"]);
    let others: Vec<_> = markers
        .iter()
        .filter(|marker| marker.kind != MarkerKind::Exercise)
        .map(|marker| (marker.kind.name(), minute(marker.position.at.as_millis())))
        .collect();
    assert_eq!(others, [("promise", "71:00".to_owned()), ("undo", "73:00".to_owned())]);
}

#[test]
fn a_changed_view_is_marked_and_nobody_is_named() {
    let session = typed("turn", "2026-11-20T09:00:00Z", &["zqmei> Bot -> Trust : -", "zqmei> Bot -> Trust : +"]);
    let markers = timeline(&session).markers(&Catalogue::embedded());
    let turns: Vec<_> = markers.iter().filter(|marker| marker.kind == MarkerKind::Turn).collect();
    assert_eq!(turns.len(), 1);
    assert_eq!(turns[0].position.heard, 3);
    assert!(!turns[0].says.contains("zqmei") && !turns[0].says.contains("Claims"), "{}", turns[0].says);
}

#[test]
fn a_text_that_became_a_promise_is_a_promise_and_no_undo() {
    let mut session = typed("taken", "2026-11-20T09:00:00Z", &["that was a long day"]);
    let text = session.events().last().unwrap().clone();
    let promise = Fact::Committed { text: "rest".into(), who: None, due: None, about: None, about_to: None };
    let facts = vec![Fact::Retracted { seq: text.seq }, promise];
    session.push(Event { seq: text.seq + 1, facts, ..text });
    let markers = timeline(&session).markers(&Catalogue::embedded());
    let kinds: Vec<_> = markers.iter().map(|marker| marker.kind).filter(|kind| *kind != MarkerKind::Exercise).collect();
    assert_eq!(kinds, [MarkerKind::Promise]);
    let says = &markers.iter().find(|marker| marker.kind == MarkerKind::Promise).unwrap().says;
    assert!(says.contains("rest") && !says.contains("Taken back"), "{says}");
}

#[test]
fn a_scan_tells_when_the_loops_of_the_sample_close_and_when_they_disagree() {
    let mut timeline = timeline(&sample());
    let mut scan = Scan::new();
    let mut found = Vec::new();
    while let Some(sighting) = scan.step(&mut timeline) {
        found.extend(sighting.markers.into_iter().map(|marker| (marker.kind, minute(marker.position.at.as_millis()))));
    }
    let of = |kind| found.iter().filter(|(known, _)| *known == kind).map(|(_, at)| at.as_str()).collect::<Vec<_>>();
    assert_eq!(of(MarkerKind::Loop), ["21:30", "24:05", "25:10"]);
    assert_eq!(of(MarkerKind::Dispute), ["23:00", "72:10"]);
    assert!(of(MarkerKind::Gone).contains(&"73:00"), "the objection that was taken back no longer shows");
}

#[test]
fn one_jumps_to_a_unit_a_word_and_a_step() {
    let timeline = timeline(&sample());
    let lines = |wanted: &Wanted| {
        let (mut position, mut seen) = (Timeline::start(), Vec::new());
        while let Some(next) = timeline.next(position, wanted) {
            seen.push(minute(next.at.as_millis()));
            position = next;
        }
        let back = timeline.previous(timeline.end(), wanted);
        assert!(back.is_some_and(|back| seen.contains(&minute(back.at.as_millis()))));
        seen
    };
    assert_eq!(lines(&Wanted::Word("Complaint REASONS".into())), ["12:05", "27:40"]);
    let finance = lines(&Wanted::Unit("finance".into()));
    assert_eq!(finance, ["37:00", "54:20", "58:00", "72:10"]);
    assert_eq!(lines(&Wanted::Step).len(), 27);
    assert_eq!(
        timeline.at_step(&"next.4".parse().unwrap()).map(|at| minute(at.at.as_millis())).as_deref(),
        Some("23:40")
    );
    assert_eq!(timeline.at_step(&"lever.1".parse().unwrap()), None);
    let markers = timeline.markers(&Catalogue::embedded());
    let fifth = timeline.at_line(30);
    let near =
        |marker: Option<&Marker>| marker.map(|marker| minute(marker.position.at.as_millis())).unwrap_or_default();
    assert_eq!(near(Marker::next(&markers, fifth, &[MarkerKind::Exercise])), "33:10");
    assert_eq!(near(Marker::previous(&markers, fifth, &[MarkerKind::Exercise])), "18:30");
    assert_eq!(near(Marker::next(&markers, fifth, &[MarkerKind::Reveal])), "");
}
