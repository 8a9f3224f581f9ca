//! A line's answer in a short session and in a long one, in turns: read, written where told, taken in, read back, and
//! the next question asked.

use std::hint::black_box;
use std::time::{Duration, Instant};

use adjacent::app::{OpenSession, Recording};
use adjacent::exercise::Catalogue;
use adjacent::record::{Fact, Session, SessionTime};
use adjacent::store::{SessionFile, Workspace};
use tempfile::TempDir;

use super::long;
use super::pairs::{percentile, row};

const SHORT: u64 = 100;
const LONG: u64 = 50_000;
const LINES: u64 = 300;

/// A step, and a line as it is typed there.
struct Case {
    name: &'static str,
    step: &'static str,
    says: fn(u64) -> String,
    goal: &'static str,
}

const CASES: [Case; 5] = [
    Case { name: "an arrow between new things", step: "next.2", says: new_arrow, goal: "<= 1.2" },
    Case {
        name: "a sentence, an effect asked for",
        step: "next.3",
        says: |n| format!("more of line {n}"),
        goal: "<= 1.2",
    },
    Case { name: "a promise", step: "next.6", says: |n| format!("do ask number {n} : Claims due fri"), goal: "<= 1.2" },
    Case {
        name: "something they say",
        step: "next.5",
        says: |n| format!("say @Claims: what about {n}?"),
        goal: "<= 1.2",
    },
    Case { name: "a stance, walking crossings", step: "bound.2", says: |_| "right".to_owned(), goal: "-" },
];

fn new_arrow(number: u64) -> String {
    format!("Reply quality {number} -> less Waiting at desk {number} : seen")
}

pub(crate) fn measure() {
    let catalogue = Catalogue::embedded();
    let (short, long) = (recording(SHORT, &catalogue), recording(LONG, &catalogue));
    for case in CASES {
        let (mut few, mut many) = (short.clone(), long.clone());
        let (mut few_times, mut many_times) = (Vec::new(), Vec::new());
        for turn in 0..LINES {
            many_times.push(timed(|| answer(&mut many, &case, turn, &catalogue, None)));
            few_times.push(timed(|| answer(&mut few, &case, turn, &catalogue, None)));
        }
        rows(case.name, &mut many_times, &mut few_times, case.goal);
    }
    let (mut few, mut many) = (short.clone(), long.clone());
    let (mut few_times, mut many_times) = (Vec::new(), Vec::new());
    for turn in 0..20 {
        for times in [(&mut many, &mut many_times), (&mut few, &mut few_times)] {
            let (recording, times) = times;
            answer(recording, &CASES[0], 1_000_000 + turn, &catalogue, None);
            times.push(timed(|| undo(recording, &catalogue)));
        }
    }
    rows("taking the last line back", &mut many_times, &mut few_times, "-");
    appended(short, long, &catalogue);
}

fn rows(name: &str, long: &mut [Duration], short: &mut [Duration], goal: &str) {
    let (p50, short_p50) = (percentile(long, 50), percentile(short, 50));
    row(&format!("{name}, p50"), p50, short_p50, goal);
}

/// The same with the line written and synced before it is read back.
fn appended(mut few: Recording, mut many: Recording, catalogue: &Catalogue) {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    let mut short_file = workspace.create(&long::header(1), few.session().events()).unwrap();
    let mut long_file = workspace.create(&long::header(2), many.session().events()).unwrap();
    let (mut few_times, mut many_times) = (Vec::new(), Vec::new());
    for turn in 0..LINES {
        many_times.push(timed(|| answer(&mut many, &CASES[0], turn, catalogue, Some(&mut long_file))));
        few_times.push(timed(|| answer(&mut few, &CASES[0], turn, catalogue, Some(&mut short_file))));
    }
    rows("an arrow, written and synced", &mut many_times, &mut few_times, "<= 1.2");
}

fn recording(lines: u64, catalogue: &Catalogue) -> Recording {
    Recording::new(OpenSession::alone(Session::fold(long::header(1), long::events(lines, catalogue))), catalogue)
}

fn answer(recording: &mut Recording, case: &Case, turn: u64, catalogue: &Catalogue, file: Option<&mut SessionFile>) {
    let at = recording.session().events().last().map_or(0, |event| event.at.as_millis()) + 1000;
    if turn == 0 {
        let enter = Fact::StepEntered { step: case.step.parse().unwrap(), planned: 300 };
        let event = recording.keyed(vec![enter], SessionTime::from_millis(at));
        recording.apply(event, catalogue);
    }
    let asked = recording.asked(catalogue);
    let reading = recording.read(&(case.says)(turn), Some("p1"), &asked.frame, SessionTime::from_millis(at));
    let event = recording.spoken(&reading, SessionTime::from_millis(at));
    if let Some(file) = file {
        file.append(&event).unwrap();
    }
    let sentence = recording.read_back_in_public(&reading, SessionTime::from_millis(at));
    recording.apply(event, catalogue);
    black_box(sentence);
}

fn undo(recording: &mut Recording, catalogue: &Catalogue) {
    let seq = recording.session().undo_target().unwrap();
    let at = recording.session().events().last().map_or(0, |event| event.at.as_millis());
    let event = recording.keyed(vec![Fact::Retracted { seq }], SessionTime::from_millis(at));
    recording.apply(event, catalogue);
}

fn timed(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}
