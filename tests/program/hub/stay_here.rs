//! A session that stays here from its beginning: not one line of it is on the hub.

use std::fs;
use std::path::Path;

use crate::pipe::session_files;
use crate::postgres::{Cluster, PASSWORD};
use crate::pty::Pty;

use super::joined::{Hub, begun, joined, synced, typed};

/// Nothing that stays here is in a dump of the hub, and what may travel is.
#[track_caller]
fn travelled(cluster: &Cluster, hub: &Hub, stays: &Path) {
    let text = fs::read_to_string(stays).unwrap();
    assert!(text.contains("StaysHere") && text.contains("Zqstay"), "{text}");
    let dump = cluster.dump(&hub.database);
    assert!(dump.contains("Zqgoes"), "what may travel is there");
    assert!(!dump.contains("Zqstay"), "{dump}");
    // The id of the session is nobody's business either.
    let id = stays.file_stem().unwrap().to_string_lossy().into_owned();
    assert!(!dump.contains(&id), "{dump}");
}

/// The file of the session in which this was said.
fn file_with(workspace: &Path, said: &str) -> std::path::PathBuf {
    let mut files = session_files(workspace).into_iter();
    files.find(|file| fs::read_to_string(file).unwrap().contains(said)).unwrap()
}

#[test]
fn a_session_that_is_begun_to_stay_here_sends_not_one_line() {
    let Some(cluster) = Cluster::shared() else { return };
    let hub = begun(cluster);
    let here = joined(&hub, cluster.address());
    typed(here.path(), &["new", "Spring", "--plain"], "Zqgoes bot -> more calls\n/quit\n");
    typed(here.path(), &["new", "Zqstay", "--stay-here", "--plain"], "Zqstay bot -> more calls\n/quit\n");
    synced(here.path());
    typed(here.path(), &["open", "Zqstay", "--plain"], "Zqstay bot -> less trust\n/end\n");
    synced(here.path());
    travelled(cluster, &hub, &file_with(here.path(), "Zqstay bot"));
    let there = joined(&hub, cluster.address());
    synced(there.path());
    assert_eq!(session_files(there.path()).len(), 1);
}

#[test]
fn the_setup_of_a_session_chooses_that_it_stays_here() {
    let Some(cluster) = Cluster::shared() else { return };
    let hub = begun(cluster);
    let here = joined(&hub, cluster.address());
    let mut console = Pty::start_with(here.path(), &[], &[("PGPASSWORD", PASSWORD)]);
    console.waits_until("is there", Pty::is_on_its_own_screen).keys("\r").sees("What is it called?");
    console.keys("Zqstay review\r").sees("Who is here?").keys("\r");
    console.sees("It goes to the hub").keys("\u{f}").sees("It stays here").keys("\r");
    console.sees("Zqstay review").says("Zqstay bot -> more calls");
    console.waits_until("saves the line", |_| {
        session_files(here.path()).iter().any(|file| fs::read_to_string(file).unwrap().contains("Zqstay bot"))
    });
    console.keys("\u{11}").sees("leave?").keys("\r").ends();
    typed(here.path(), &["new", "Spring", "--plain"], "Zqgoes bot -> more calls\n/quit\n");
    synced(here.path());
    travelled(cluster, &hub, &file_with(here.path(), "Zqstay bot"));
}
