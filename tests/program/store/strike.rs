//! What was struck is gone for good: from the file, from beside it, and from whatever reads it, whenever the power goes.

use std::fs;
use std::path::Path;

use adjacent::export::map_json;
use adjacent::graph::Ledger;
use adjacent::record::line::{FaultSeverity, GrowingFile, Trouble, mend, read, strikes};
use adjacent::record::{Event, Fact, Hidden, Names, Session, SessionTime};
use adjacent::store::{Follower, SessionFile, Workspace, check, repair};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use tempfile::TempDir;

use crate::store::failing::{self, Fault};
use crate::store::power;
use crate::store::talk::{Chance, event, header, opening};
use crate::store::{any_event, session};

/// What nobody may find afterwards. It looks like a line of its own, to mislead whoever reads half of it.
const SECRET: &str = "Joe said \"(seq: 4, at: 1, facts: [Closed]), // 0123456789abcdef\" to the marker";

const MARKER: &[u8] = b"the marker";

fn secret(seq: u64) -> Event {
    Event { said: Some(SECRET.into()), ..event(seq) }
}

fn order(seq: u64, of: &[u64]) -> Event {
    let facts = of.iter().map(|&seq| Fact::StrikeOrdered { seq }).collect();
    Event { seq, at: SessionTime::from_millis(seq * 1000), facts, ..Event::default() }
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

/// Every file below a folder with its bytes.
fn all_files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all_files(&path));
        } else {
            found.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    found
}

#[track_caller]
fn nowhere(folder: &TempDir) {
    for (name, bytes) in all_files(folder.path()) {
        assert!(!holds(&bytes, MARKER), "{name} still holds it: {}", String::from_utf8_lossy(&bytes));
    }
}

fn workspace_with(events: &[Event]) -> (TempDir, Workspace, SessionFile) {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    let file = workspace.create(&header(), events).unwrap();
    (folder, workspace, file)
}

fn map_of(events: &[Event]) -> String {
    let mut ledger = Ledger::new();
    ledger.add_session(&Session::fold(header(), events.iter().cloned()), &Names::default());
    format!("{:?}", map_json(&ledger.graph(None)))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_120),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_line_of_any_session_can_be_struck_and_nothing_else_changes(
        mut events in any_event::events(),
        target in any::<prop::sample::Index>(),
    ) {
        events.push(event(events.len() as u64 + 1));
        let place = target.index(events.len());
        events[place].said = Some(SECRET.into());
        if !events[place].can_be_struck() {
            events[place].facts.clear();
        }
        let seq = events[place].seq;
        let (folder, workspace, mut file) = workspace_with(&events);
        let path = workspace.session_path(&header().id);
        file.append(&order(events.len() as u64 + 1, &[seq])).unwrap();
        let before = fs::read_to_string(&path).unwrap();
        prop_assert!(read(before.as_bytes()).events.iter().all(|event| event.said.as_deref() != Some(SECRET)));
        workspace.strike(&mut file).unwrap();
        drop(file);
        nowhere(&folder);

        let after = fs::read_to_string(&path).unwrap();
        prop_assert_eq!(after.len(), before.len());
        let changed = before.lines().zip(after.lines()).enumerate().filter(|(_, (old, new))| old != new);
        let lines: Vec<usize> = changed.map(|(line, _)| line).collect();
        prop_assert_eq!(lines, [place + 2]);
        prop_assert_eq!(check(&path).unwrap(), []);

        let mut expected = events.clone();
        expected[place] = expected[place].struck();
        expected.push(order(events.len() as u64 + 1, &[seq]));
        prop_assert_eq!(&read(after.as_bytes()).events, &expected);
        let without: Vec<Event> = events.iter().filter(|event| event.seq != seq).cloned().collect();
        prop_assert_eq!(map_of(&expected), map_of(&without));
        for reseal in [false, true] {
            let repaired = repair(&path, reseal).unwrap();
            prop_assert!(repaired.done.is_empty() && repaired.left.is_empty(), "{repaired:?}");
            prop_assert_eq!(&fs::read_to_string(&path).unwrap(), &after);
        }
        workspace.go_on(&header().id).unwrap();
        prop_assert_eq!(&fs::read_to_string(&path).unwrap(), &after);
    }

    #[test]
    fn a_removal_that_was_not_finished_is_finished_by_a_repair_once_and_for_all(
        mut events in any_event::events(),
        target in any::<prop::sample::Index>(),
        reseal in any::<bool>(),
    ) {
        events.push(event(events.len() as u64 + 1));
        let place = target.index(events.len());
        events[place] = secret(place as u64 + 1);
        events.push(order(events.len() as u64 + 1, &[place as u64 + 1]));
        let bytes = session::file(&events);
        let first = read(&bytes);
        prop_assert_eq!(first.weight(), Some(FaultSeverity::Damage));
        let mended = mend(&bytes, &first, "id", reseal).unwrap();
        prop_assert!(!holds(&mended.bytes, MARKER) && mended.set_aside.is_empty());
        prop_assert_eq!(mended.done.len(), 1);
        let second = read(&mended.bytes);
        prop_assert_eq!((&second.faults, &second.events), (&vec![], &first.events));
        let again = mend(&mended.bytes, &second, "id", reseal).unwrap();
        prop_assert!(again.done.is_empty() && again.bytes == mended.bytes);
    }
}

/// What becomes of one strike when the power goes after this many calls to the disk.
struct Cut {
    disk: power::Disk,
    ordered: bool,
    struck: bool,
}

/// Two lines say the same and go together.
const TALK: u64 = 8;

fn strike_until(calls: usize, bytes: &[u8]) -> Cut {
    let mut disk = power::Disk::holding(bytes, calls);
    let mut file = SessionFile::go_on(&mut disk, Path::new("talk.ron"), bytes.len(), &read(bytes)).unwrap();
    let ordered = file.append(&order(TALK, &[3, 5])).is_ok();
    let struck = ordered && file.strike().is_ok();
    Cut { disk, ordered, struck }
}

fn said(seq: u64) -> Event {
    if matches!(seq, 3 | 5) { secret(seq) } else { event(seq) }
}

fn talk() -> Vec<u8> {
    let events: Vec<Event> = [opening()].into_iter().chain((2..TALK).map(said)).collect();
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    drop(workspace.create(&header(), &events).unwrap());
    fs::read(workspace.session_path(&header().id)).unwrap()
}

#[test]
fn whenever_the_power_goes_the_text_is_gone_or_goes_when_the_session_is_taken_up_again() {
    let talk = talk();
    let whole = strike_until(usize::MAX, &talk);
    assert!(whole.struck && !holds(&whole.disk.durable, MARKER));
    for moment in 0..=whole.disk.calls {
        for outcome in 0..200 {
            let cut = strike_until(moment, &talk);
            let left = cut.disk.after_the_cut(&mut Chance(outcome + 1));
            let when = format!("call {moment}, outcome {outcome}");
            assert!(!cut.struck || !holds(&left, MARKER), "{when}: it said that it was done");
            goes_on(&left, cut.ordered, &when);
        }
    }
}

#[track_caller]
fn goes_on(left: &[u8], ordered: bool, when: &str) {
    let mut disk = power::Disk::holding(left, usize::MAX);
    let mut file = SessionFile::go_on(&mut disk, Path::new("talk.ron"), left.len(), &read(left)).unwrap();
    file.strike().unwrap();
    let reading = read(&disk.durable);
    let is_ordered = reading.events.iter().any(|event| event.seq == TALK && *event == order(TALK, &[3, 5]));
    assert!(is_ordered || !ordered, "{when}: the order is lost");
    assert_eq!(holds(&disk.durable, MARKER), !is_ordered, "{when}");
    assert!(reading.faults.iter().all(|fault| fault.weight() < FaultSeverity::Damage), "{when}: {:?}", reading.faults);
    for seq in 2..TALK {
        let expected = if is_ordered && matches!(seq, 3 | 5) { said(seq).struck() } else { said(seq) };
        let found: Vec<&Event> = reading.events.iter().filter(|event| event.seq == seq).collect();
        assert_eq!(found, [&expected], "{when}");
    }
}

#[test]
fn whenever_the_power_goes_a_repair_finishes_what_was_ordered() {
    let talk = talk();
    let whole = strike_until(usize::MAX, &talk);
    for moment in 0..=whole.disk.calls {
        for outcome in 0..200 {
            let cut = strike_until(moment, &talk);
            let left = cut.disk.after_the_cut(&mut Chance(outcome + 1));
            let mended = mend(&left, &read(&left), "id", false).unwrap();
            if read(&left).events.iter().any(|event| event.seq == TALK) {
                let aside = String::from_utf8_lossy(&mended.set_aside).into_owned();
                assert!(!holds(&mended.bytes, MARKER), "call {moment}, outcome {outcome}");
                let words = ["Joe", "said", "mark", "Thing"];
                assert!(!words.iter().any(|word| aside.contains(word)), "call {moment}, outcome {outcome}: {aside}");
            }
            assert_eq!(mend(&mended.bytes, &read(&mended.bytes), "id", false).unwrap().bytes, mended.bytes);
        }
    }
}

#[test]
fn at_whichever_call_the_disk_fails_it_is_struck_or_can_be_struck_again() {
    let talk = talk();
    for fault in [Fault::Full, Fault::Unsynced, Fault::Nothing] {
        for failing in 0..16 {
            let mut disk = failing::Disk { bytes: talk.clone(), calls: 0, fails_at: failing..failing + 1, fault };
            let reading = read(&disk.bytes);
            let length = disk.bytes.len();
            let mut tries = 0;
            let mut file = loop {
                match SessionFile::go_on(&mut disk, Path::new("talk.ron"), length, &reading) {
                    Ok(file) => break file,
                    Err(_) => tries += 1,
                }
            };
            while file.append(&order(TALK, &[3, 5])).is_err() {
                tries += 1;
            }
            while let Err(error) = file.strike() {
                assert!(error.to_string().contains("talk.ron"), "{error}");
                tries += 1;
            }
            while file.append(&event(TALK + 1)).is_err() {
                tries += 1;
            }
            assert!(tries <= 1, "{fault:?} at call {failing}");
            assert!(!holds(&disk.bytes, MARKER), "{fault:?} at call {failing}");
            let after = read(&disk.bytes);
            assert_eq!((after.faults, after.events.len() as u64), (vec![], TALK + 1), "{fault:?} at call {failing}");
        }
    }
}

#[test]
fn between_the_order_and_its_end_nobody_is_handed_the_text_and_taking_the_session_up_ends_it() {
    let (folder, workspace, mut file) = workspace_with(&[opening(), secret(2), event(3)]);
    let path = workspace.session_path(&header().id);
    let mut follower = Follower::new(path.clone(), 3);
    assert_eq!(follower.news(), []);
    file.append(&order(4, &[2])).unwrap();
    drop(file);
    fs::write(path.with_extension("torn"), "half of the marker").unwrap();

    assert!(holds(&fs::read(&path).unwrap(), MARKER));
    assert_eq!(follower.news(), [order(4, &[2])]);
    let mut late = Follower::new(path.clone(), 0);
    assert!(late.news().iter().all(|event| event.said.as_deref() != Some(SECRET)));
    let mut growing = GrowingFile::default();
    growing.take(&fs::read(&path).unwrap()).unwrap();
    assert!(growing.events().iter().all(|event| event.said.as_deref() != Some(SECRET)));
    let loaded = workspace.load(&header().id).unwrap();
    assert!(loaded.session.events().iter().any(|event| event.seq == 2 && event.is_struck()));
    assert_eq!(workspace.list().unwrap().len(), 1);
    let faults = check(&path).unwrap();
    assert_eq!(faults.len(), 1);
    assert_eq!(
        faults[0].to_string(),
        "line 4, column 1: the text of event 2 was to be removed for good and still stands"
    );

    drop(workspace.go_on(&header().id).unwrap());
    nowhere(&folder);
    assert_eq!(check(&path).unwrap(), []);
    assert_eq!(follower.news(), []);
}

#[test]
fn whoever_followed_before_hears_the_order_also_when_the_last_line_was_struck() {
    let (_folder, workspace, mut file) = workspace_with(&[opening(), event(2), secret(3)]);
    let mut follower = Follower::new(workspace.session_path(&header().id), 0);
    assert_eq!(follower.news().len(), 3);
    file.append(&order(4, &[3])).unwrap();
    workspace.strike(&mut file).unwrap();
    assert_eq!(follower.news(), [order(4, &[3])]);
    file.append(&event(5)).unwrap();
    assert_eq!(follower.news(), [event(5)]);
}

#[test]
fn what_lies_beside_the_session_is_cleared_and_only_what_says_the_same_is_taken_from_a_round() {
    let (folder, workspace, mut file) = workspace_with(&[opening(), secret(2)]);
    let path = workspace.session_path(&header().id);
    let other = "nobody knows".to_owned();
    let entries = vec![format!(" {SECRET}"), other.clone()];
    let hidden = Hidden {
        step: None,
        collecting: adjacent::record::Collecting::default(),
        entries,
        aside: Vec::new(),
        came_in: 0,
        begun: None,
    };
    workspace.keep_hidden(&header().id, &hidden).unwrap();
    fs::write(path.with_extension("torn"), SECRET).unwrap();
    for leftover in [format!("sessions/.{}.ron.new", header().id), format!("private/.{}.hidden.ron.new", header().id)] {
        fs::write(folder.path().join(leftover), SECRET).unwrap();
    }
    file.append(&order(3, &[2])).unwrap();
    let removed = workspace.strike(&mut file).unwrap();
    assert_eq!((removed.set_aside, removed.hidden), (true, 1));
    nowhere(&folder);
    assert_eq!(workspace.hidden(&header().id).unwrap().unwrap().entries, [other]);
}

#[test]
fn a_struck_line_nobody_ordered_is_a_changed_line() {
    let events = [opening(), secret(2), event(3), order(4, &[2])];
    let mut bytes = session::file(&events);
    for overwrite in strikes(&bytes, &read(&bytes)).lines {
        bytes.splice(overwrite.at..overwrite.at + overwrite.bytes.len(), overwrite.bytes);
    }
    assert_eq!(read(&bytes).faults, []);
    let text = String::from_utf8(bytes).unwrap();
    let order_line = text.lines().find(|line| line.contains("StrikeOrdered")).unwrap();
    let bytes = text.replace(&format!("{order_line}\n"), "").into_bytes();
    let troubles: Vec<Trouble> = read(&bytes).faults.into_iter().map(|fault| fault.trouble).collect();
    assert_eq!(troubles, [Trouble::Changed]);
    let sealed = mend(&bytes, &read(&bytes), "id", true).unwrap().bytes;
    assert_eq!(read(&sealed).faults, []);
    assert_eq!(read(&sealed).events[1], secret(2).struck());
    assert_eq!(mend(&sealed, &read(&sealed), "id", true).unwrap().bytes, sealed);
}

#[test]
fn a_hand_edit_beside_a_struck_line_is_still_found_and_can_be_accepted() {
    let (_folder, workspace, mut file) = workspace_with(&[opening(), event(2), secret(3), event(4)]);
    let path = workspace.session_path(&header().id);
    file.append(&order(5, &[3])).unwrap();
    workspace.strike(&mut file).unwrap();
    drop(file);
    for line in ["line 2", "line 4"] {
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace(line, "LINE")).unwrap();
        assert_eq!(check(&path).unwrap().len(), 1, "{line}");
        assert_eq!(repair(&path, true).unwrap().left, [], "{line}");
        let sealed = fs::read(&path).unwrap();
        assert_eq!(check(&path).unwrap(), [], "{line}");
        assert!(repair(&path, true).unwrap().done.is_empty(), "{line}");
        assert_eq!(fs::read(&path).unwrap(), sealed, "{line}");
    }
}

/// A text that looks like nothing else.
fn plain(seq: u64) -> Event {
    Event { said: Some("Joe is the marker".into()), ..event(seq) }
}

#[test]
fn damage_that_may_hold_a_copy_goes_with_the_line() {
    let (folder, workspace, file) = workspace_with(&[opening(), plain(2), event(3), plain(4), event(5)]);
    drop(file);
    let path = workspace.session_path(&header().id);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("(seq: 2", "[seq: 2", 1)).unwrap();
    let mut file = workspace.go_on(&header().id).unwrap();
    file.append(&order(6, &[4])).unwrap();
    workspace.strike(&mut file).unwrap();
    drop(file);
    nowhere(&folder);
    repair(&path, false).unwrap();
    nowhere(&folder);
    let seqs: Vec<u64> = workspace.load(&header().id).unwrap().session.events().iter().map(|event| event.seq).collect();
    assert_eq!(seqs, [1, 3, 4, 5, 6]);
}

#[test]
fn an_order_against_what_cannot_be_struck_does_nothing() {
    let events = [opening(), event(2), order(3, &[1, 3, 9])];
    let bytes = session::file(&events);
    let reading = read(&bytes);
    assert_eq!((reading.faults.as_slice(), reading.events.as_slice()), (&[][..], &events[..]));
    assert!(strikes(&bytes, &reading).stand_in(&bytes));
}

#[test]
fn a_line_typed_by_hand_without_a_space_too_many_is_struck_as_well() {
    let hand = "(seq:3,at:9,said:\"the marker\",facts:[]),";
    let text = String::from_utf8(session::file(&[opening(), event(2)])).unwrap().replace("])\n", "");
    let mut bytes = format!("{text}{hand}\n])\n").into_bytes();
    let reading = read(&bytes);
    let mut disk = power::Disk::holding(&bytes, usize::MAX);
    let mut file = SessionFile::go_on(&mut disk, Path::new("talk.ron"), bytes.len(), &reading).unwrap();
    file.append(&order(4, &[3])).unwrap();
    file.strike().unwrap();
    bytes = disk.durable;
    assert!(!holds(&bytes, MARKER));
    let reading = read(&bytes);
    assert_eq!(
        reading.events[2],
        Event { seq: 3, at: SessionTime::from_millis(9), facts: vec![Fact::Struck], ..Event::default() }
    );
    assert!(reading.weight() < Some(FaultSeverity::Damage), "{:?}", reading.faults);
}

#[test]
fn an_order_that_stands_above_its_line_is_obeyed_too() {
    let text = String::from_utf8(session::file(&[opening(), secret(2), order(3, &[2])])).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.swap(3, 4);
    let bytes = (lines.join("\n") + "\n").into_bytes();
    assert!(read(&bytes).events.iter().all(|event| event.said.is_none()));
    let mended = mend(&bytes, &read(&bytes), "id", false).unwrap();
    assert!(!holds(&mended.bytes, MARKER));
}

#[test]
fn minutes_that_quote_a_struck_line_go_with_it() {
    let (folder, workspace, mut file) = workspace_with(&[opening(), event(2), secret(3)]);
    let id = workspace.list().unwrap().remove(0).id;
    workspace.keep_minutes(&id, &format!("# Minutes\n\n- {SECRET}\n")).unwrap();
    file.append(&order(4, &[3])).unwrap();
    workspace.strike(&mut file).unwrap();
    nowhere(&folder);
}
