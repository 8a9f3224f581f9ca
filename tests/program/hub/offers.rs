//! One connection after the other, each of which may break between any two statements: what was offered is on the hub
//! once and in order, whatever the caller was told.
//!
//! Seed 0x0ff3; whole: 20 sessions, 500 lines each, 200 faults.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use adjacent::hub::{HubConnection, HubError, HubLine, HubPassword, OfferedLines, WantedLines};
use adjacent::record::SessionId;
use adjacent::record::line::LineMark;
use adjacent::store::{JoinedHub, Workspace};

use crate::campaigns::scale::{Random, whole_or};
use crate::faults::{Fault, FaultProxy};
use crate::postgres::{Cluster, PASSWORD};

use super::joined::{begun, joined};

/// A session as it is offered: its header and its lines.
struct Offered {
    id: SessionId,
    header: String,
    mark: LineMark,
    lines: Vec<HubLine>,
}

impl Offered {
    fn new(number: usize, count: usize) -> Self {
        let header = format!("(format: 2, id: \"table-{number}\"");
        let mark = LineMark::seal(None, header.as_bytes());
        let mut above = mark;
        let lines = (1..=count as u64).map(|seq| {
            let text = format!("(seq: {seq}, said: \"table {number}\"),");
            above = LineMark::seal(Some(above), text.as_bytes());
            HubLine { seq, text, mark: above }
        });
        Self { id: format!("table-{number}").as_str().into(), lines: lines.collect(), header, mark }
    }

    /// Offers what the hub does not have, a few lines at a time.
    fn goes_up(&self, connection: &mut HubConnection, random: &mut Random) -> Result<(), HubError> {
        assert_eq!(connection.offer_session(&self.id, &self.header, self.mark)?, OfferedLines::Stored);
        let heads = connection.heads_of(std::slice::from_ref(&self.id))?;
        let mut last = heads[0].last as usize;
        while last < self.lines.len() {
            let above = last.checked_sub(1).map_or(self.mark, |above| self.lines[above].mark);
            let next = (last + 1 + random.below(20) as usize).min(self.lines.len());
            match connection.offer_lines(&self.id, above, &self.lines[last..next])? {
                OfferedLines::Stored => last = next,
                refused => panic!("lines {last} to {next} of {}: {refused:?}", self.id),
            }
        }
        Ok(())
    }
}

#[test]
fn what_is_offered_over_breaking_connections_is_on_the_hub_once_and_in_order() {
    let (sessions, lines, faults) = (whole_or(20, 4), whole_or(500, 200), whole_or(200, 20));
    let Some(cluster) = Cluster::start() else { return };
    let hub = begun(&cluster);
    let proxy = FaultProxy::to(cluster.address());
    let folder = joined(&hub, proxy.address());
    let place = place_of(folder.path());
    let cluster = Mutex::new(cluster);
    let mut random = Random(0x0ff3);
    let fails = AtomicBool::new(true);
    let offered: Vec<Offered> = (0..sessions).map(|number| Offered::new(number, lines)).collect();
    thread::scope(|scope| {
        for session in &offered {
            let (mut random, place, fails) = (Random(random.next()), &place, &fails);
            scope.spawn(move || {
                // Again and again while something fails, because what is there already may be offered again.
                while fails.load(Ordering::Relaxed) {
                    goes_up_at_last(session, place, &mut random);
                }
                goes_up_at_last(session, place, &mut random);
            });
        }
        for _ in 0..faults {
            Fault::drawn(random.next()).happens(&cluster, &proxy);
            thread::sleep(Duration::from_millis(random.below(60)));
        }
        fails.store(false, Ordering::Relaxed);
    });
    let mut connection = connected(&place).unwrap();
    for session in &offered {
        let wanted = WantedLines { session: session.id.clone(), after: 0, up_to: lines as u64 + 1 };
        let [held] = connection.lines_of(&[wanted]).unwrap().try_into().unwrap();
        let offered: Vec<String> =
            session.lines.iter().map(|line| format!("{} // {}\n", line.text, line.mark)).collect();
        let offered = offered.concat();
        assert_eq!((held.lines, held.lacking), (offered, None), "{}", session.id);
    }
}

fn connected(place: &JoinedHub) -> Result<HubConnection, HubError> {
    HubConnection::open_with(place, Some(&HubPassword::new(PASSWORD)))
}

fn goes_up_at_last(session: &Offered, place: &JoinedHub, random: &mut Random) {
    let tried = (0..1_000).any(|_| {
        let gone_up = connected(place).and_then(|mut connection| session.goes_up(&mut connection, random));
        match gone_up {
            Ok(()) => true,
            Err(error) => {
                assert!(error.is_passing(), "{} would not be tried again: {error}", session.id);
                thread::sleep(Duration::from_millis(20));
                false
            }
        }
    });
    assert!(tried, "{} never got up", session.id);
}

/// What the workspace has joined.
fn place_of(workspace: &Path) -> JoinedHub {
    Workspace::open(workspace).unwrap().settings().hub.unwrap()
}
