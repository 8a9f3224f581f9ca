//! The worked example, cut into any number of sessions that follow each other.

use adjacent::app::read_person;
use adjacent::app::{OpenSession, Recording};
use adjacent::exercise::{AnswerFrame, Blanks, Catalogue};
use adjacent::export::{findings_json, map_json};
use adjacent::graph::{Graph, Ledger};
use adjacent::import::notes::transcript::{self, NotesLine, Transcript};
use adjacent::lens;
use adjacent::record::{Header, Mode, Names, Person, Session};
use serde_json::Value;

use crate::example::EXAMPLE;
use crate::session::header;
use crate::talk::opening;

/// One session with the names kept beside it.
pub(crate) type Held = (Session, Names);

/// The example as it is written.
pub(crate) fn example() -> Transcript {
    transcript::read(EXAMPLE)
}

/// Where the example may be cut: an undo stays with what it takes back.
pub(crate) fn cuts() -> Vec<usize> {
    let lines = example().lines;
    (1..lines.len()).filter(|&at| !lines[at].text.ends_with("undo")).collect()
}

/// The example as sessions of one day each, cut before these lines; each builds on those before it.
pub(crate) fn cut_at(cuts: &[usize]) -> Vec<Held> {
    let transcript = example();
    let ends = cuts.iter().copied().chain([transcript.lines.len()]);
    let mut held: Vec<Held> = Vec::new();
    let mut start = 0;
    for (day, end) in ends.enumerate() {
        let session = taken_down(&transcript, day, &transcript.lines[start..end], &held);
        held.push(session);
        start = end;
    }
    held
}

fn taken_down(transcript: &Transcript, day: usize, lines: &[NotesLine], before: &[Held]) -> Held {
    let (people, names) = people(transcript);
    let first = jiff::civil::date(2026, 11, 20).saturating_add(jiff::Span::new().days(i64::try_from(day).unwrap()));
    let opened = first.at(9, 0, 0, 0).to_zoned_datetime(jiff::tz::TimeZone::UTC).unwrap().timestamp();
    let title = format!("Part {day}");
    let id = format!("{first}-part-{day:04}");
    let header = Header { opened, ..header(&id, &title) };
    let session = Session::fold(header, [opening(Mode::Live, people)]);
    let base = added_up(before);
    let open = OpenSession { base, names: names.clone(), writable: true, ..OpenSession::alone(session) };
    let catalogue = Catalogue::embedded();
    let mut recording = Recording::new(open, &catalogue);
    for line in lines {
        let step = line.step.as_ref().and_then(|step| catalogue.step(step, Mode::Live));
        let frame = AnswerFrame::bare(step.and_then(|(_, step)| step.bare.as_ref()?.filled(&Blanks::default())));
        let reading = recording.read(&line.text, None, &frame, line.at);
        recording.apply(recording.spoken(&reading, line.at), &catalogue);
    }
    (recording.session().clone(), names)
}

fn people(transcript: &Transcript) -> (Vec<Person>, Names) {
    let (mut people, mut names): (Vec<Person>, Names) = (Vec::new(), Names::default());
    for line in &transcript.people {
        let tags: Vec<_> = people.iter().map(|person| person.tag.clone()).collect();
        let listed = read_person(line, &tags).unwrap();
        names.names.insert(listed.person.tag.clone(), listed.name);
        names.typed.insert(listed.person.tag.clone(), listed.typed);
        people.push(listed.person);
    }
    (people, names)
}

/// What sessions add up to.
pub(crate) fn added_up<'a>(held: impl IntoIterator<Item = &'a Held>) -> Ledger {
    let mut ledger = Ledger::new();
    for (session, names) in held {
        ledger.add_session(session, names);
    }
    ledger
}

/// The picture: counts, things, arrows with who says what, names, and all findings; without which session and when.
pub(crate) fn picture(ledger: &Ledger) -> String {
    let graph = ledger.graph(None);
    let mut map: Value = serde_json::from_str(&map_json(&graph)).unwrap();
    map.as_object_mut().unwrap().remove("sessions");
    for name in map["names"].as_array_mut().unwrap() {
        name.as_object_mut().unwrap().remove("sessions");
    }
    for edge in map["edges"].as_array_mut().unwrap() {
        edge.as_object_mut().unwrap().remove("affirmed");
        for said in edge["said"].as_array_mut().unwrap() {
            without_place(said);
        }
    }
    format!("{map:#}\n{:#}", findings(&graph))
}

fn findings(graph: &Graph) -> Value {
    let found = lens::read(graph).findings;
    let mut findings: Value = serde_json::from_str(&findings_json(graph, &found, &[])).unwrap();
    let found = findings["findings"].as_array_mut().unwrap();
    for finding in found.iter_mut() {
        // What was said in the last session comes earlier, so the rank says where the hour was cut.
        finding.as_object_mut().unwrap().remove("rank");
        for said in finding["evidence"].as_array_mut().unwrap() {
            without_place(said);
        }
    }
    found.sort_by_key(ToString::to_string);
    findings
}

fn without_place(said: &mut Value) {
    for place in ["session", "seq", "at", "time"] {
        said.as_object_mut().unwrap().remove(place);
    }
}
