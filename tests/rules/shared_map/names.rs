//! Two names merged and parted again leave the map as it was, byte for byte.

use adjacent::export::map_json;
use adjacent::graph::Ledger;
use adjacent::record::{Event, Fact, Header, Names, Session, SessionKind, SessionTime};
use adjacent::shell::open_sessions;
use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::session::header;
use crate::shared_map::hour::{Held, added_up, cut_at};

/// Later than everything said in the hour.
const LATER: &str = "2027-01-11T09:00:00Z";

fn desk(facts: Vec<Fact>) -> Session {
    let header =
        Header { opened: LATER.parse().unwrap(), kind: SessionKind::Desk, ..header("2027-01-11-desk-0000", "Desk") };
    let events = (1..).zip(facts).map(|(seq, fact)| Event {
        seq,
        at: SessionTime::from_millis(seq),
        facts: vec![fact],
        ..Event::default()
    });
    Session::fold(header, events)
}

fn merged(keep: &str, drop: &str) -> Fact {
    Fact::Merged { keep: keep.into(), drop: drop.into() }
}

fn unmerged(keep: &str, drop: &str) -> Fact {
    Fact::Unmerged { keep: keep.into(), drop: drop.into() }
}

fn map(ledger: &Ledger) -> String {
    map_json(&ledger.graph(None))
}

fn with(held: &[Held], facts: Vec<Fact>) -> Ledger {
    let mut ledger = added_up(held);
    ledger.add_session(&desk(facts), &Names::default());
    ledger
}

/// Every seventh pair of labels of the hour, in both directions.
fn pairs(ledger: &Ledger) -> Vec<(String, String)> {
    let labels: Vec<&str> = ledger.labels().collect();
    let all = labels.iter().flat_map(|a| labels.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b);
    all.step_by(7).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

#[test]
fn any_two_names_merged_and_parted_are_as_they_were() {
    let held = cut_at(&[25, 50]);
    let before = map(&added_up(&held));
    let pairs = pairs(&added_up(&held));
    assert!(pairs.len() > 200);
    for (a, b) in pairs {
        assert_ne!(map(&with(&held, vec![merged(&a, &b)])), before, "{a} and {b} merged");
        assert_eq!(map(&with(&held, vec![merged(&a, &b), unmerged(&a, &b)])), before, "{a} and {b}");
        let there_and_back = vec![merged(&a, &b), merged(&b, &a), unmerged(&a, &b)];
        assert_eq!(map(&with(&held, there_and_back)), before, "{a} and {b}, merged twice");
    }
}

#[test]
fn a_merge_on_top_of_another_is_parted_without_it() {
    let held = cut_at(&[]);
    let first = map(&with(&held, vec![merged("Retention", "Claims")]));
    let both = vec![merged("Retention", "Claims"), merged("Risk", "Retention"), unmerged("Risk", "Retention")];
    assert_eq!(map(&with(&held, both)), first);
}

#[test]
fn through_files_it_is_the_same() {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    let held = cut_at(&[30]);
    for (session, names) in &held {
        workspace.create(session.header(), session.events()).unwrap();
        workspace.keep_names(&session.header().id, names).unwrap();
    }
    let read = || map(&open_sessions::survey(&workspace).unwrap());
    let before = map(&added_up(&held));
    assert_eq!(read(), before);
    let labels: Vec<String> = added_up(&held).labels().map(str::to_owned).collect();
    let mut file = workspace.create(desk(Vec::new()).header(), &[]).unwrap();
    let mut seq = 0;
    let mut keep = |fact: Fact| {
        seq += 1;
        file.append(&Event { seq, at: SessionTime::from_millis(seq), facts: vec![fact], ..Event::default() }).unwrap();
    };
    for pair in labels.chunks_exact(2).take(12) {
        keep(merged(&pair[0], &pair[1]));
        assert_ne!(read(), before, "{pair:?}");
        keep(unmerged(&pair[0], &pair[1]));
        assert_eq!(read(), before, "{pair:?}");
    }
}
