//! Notes between sessions on two machines of one hub: each machine has a Desk session of its own for the day.

use std::fs;

use crate::pipe::session_files;
use crate::postgres::Cluster;

use super::joined::{begun, joined, sessions, synced, works};

#[test]
fn two_machines_that_note_on_one_day_write_two_sessions_and_each_goes_on_with_its_own() {
    let Some(cluster) = Cluster::shared() else { return };
    let hub = begun(cluster);
    let [here, there] = [(); 2].map(|()| joined(&hub, cluster.address()));
    works(here.path(), &["note", "Service bot -> more Zqone"]);
    works(there.path(), &["note", "Service bot -> more Zqtwo"]);
    for machine in [&here, &there, &here] {
        synced(machine.path());
    }
    // With both on the disk, a machine does not go on with the session of the other.
    works(here.path(), &["note", "Zqone -> less Trust"]);
    works(there.path(), &["note", "Zqtwo -> less Trust"]);
    for machine in [&here, &there, &here] {
        synced(machine.path());
    }
    assert_eq!(sessions(here.path()), sessions(there.path()));
    let texts = session_files(here.path()).into_iter().map(|file| fs::read_to_string(file).unwrap());
    let texts: Vec<String> = texts.collect();
    assert_eq!(texts.len(), 2, "{texts:?}");
    for (own, other) in [("Zqone", "Zqtwo"), ("Zqtwo", "Zqone")] {
        let own: Vec<&String> = texts.iter().filter(|text| text.contains(own)).collect();
        assert!(matches!(own[..], [text] if !text.contains(other) && text.contains("Trust")), "{texts:?}");
    }
    let map = works(here.path(), &["map", "--json"]);
    assert!(map.contains("Zqone") && map.contains("Zqtwo"), "{map}");
    assert_eq!(works(there.path(), &["map", "--json"]), map);
    assert_eq!(works(here.path(), &["check"]), works(there.path(), &["check"]));
}
