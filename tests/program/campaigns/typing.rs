//! Typing as fast as anybody types, 30 keys a second, at the real program in a terminal, beside a map of 10,000 things:
//! every line arrives whole.
//!
//! Whole: 300 lines, the keys in batches as terminals send them.

use std::thread::sleep;
use std::time::{Duration, Instant};

use adjacent::record::{Event, Fact, Kind, Mode, SessionKind, SessionTime};
use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::campaigns::scale::{Random, share_of};
use crate::pty::Pty;

const LINES: usize = 300;
const THINGS: usize = 10_000;

/// 30 keys a second.
const A_KEY: Duration = Duration::from_micros(33_333);

#[test]
fn lines_typed_at_thirty_keys_a_second_beside_ten_thousand_things_arrive_whole() {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    map_of(&workspace, THINGS);
    let mut console = Pty::start(folder.path(), &["new", "Typing", "--agenda", "next=14"]);
    console.waits_longer_until("begun", Duration::from_secs(120), |console| console.screen().contains("0 lines"));
    let lines: Vec<String> =
        (0..share_of(LINES)).map(|number| format!("Thing {number}x -> less waiting {number}x")).collect();
    types(&mut console, &format!("{}\r", lines.join("\r")));
    let all = format!("saved, {} lines", lines.len());
    console.waits_longer_until(&all, Duration::from_secs(300), |console| console.screen().contains(&all));
    let id = workspace.find("Typing").unwrap();
    let session = workspace.load(&id).unwrap().session;
    let said: Vec<&str> = session.events().iter().filter_map(|event| event.said.as_deref()).collect();
    assert_eq!(said, lines);
}

/// Types in batches of one to five keys, as fast as 30 keys a second on the whole.
fn types(console: &mut Pty, keys: &str) {
    let mut random = Random(0x30);
    let began = Instant::now();
    let (mut rest, mut typed) = (keys, 0);
    while !rest.is_empty() {
        let (batch, after) = rest.split_at((1 + random.below(5) as usize).min(rest.len()));
        console.keys(batch);
        (rest, typed) = (after, typed + batch.len() as u32);
        sleep((A_KEY * typed).saturating_sub(began.elapsed()));
    }
}

/// A session that names so many things.
fn map_of(workspace: &Workspace, things: usize) {
    let header =
        workspace.new_header("The whole map", SessionKind::Workshop, "2026-11-01T09:00:00Z".parse().unwrap(), 1);
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people: Vec::new() };
    let mut events = vec![Event { seq: 1, facts: vec![opened], ..Event::default() }];
    let labels: Vec<String> = (0..things).map(|number| format!("known thing {number}")).collect();
    for (place, labels) in labels.chunks(100).enumerate() {
        let facts = labels.iter().map(|label| Fact::Named { label: label.clone(), kind: Kind::Process }).collect();
        let seq = place as u64 + 2;
        events.push(Event { seq, at: SessionTime::from_millis(seq * 1_000), facts, ..Event::default() });
    }
    workspace.create(&header, &events).unwrap();
}
