//! A line that was struck is gone from the hub and from every copy, also on a machine that comes back a week later.

use crate::postgres::Cluster;
use crate::program::run;

use super::joined::{begun, joined, sessions, synced, typed, works};

const STRUCK: &str = "Zqstruck";

#[test]
fn a_struck_line_is_gone_from_the_hub_and_from_every_machine_once_it_comes_back() {
    let Some(cluster) = Cluster::shared() else { return };
    let hub = begun(cluster);
    let [here, there, late] = [(); 3].map(|()| joined(&hub, cluster.address()));
    let lines = format!("Bot -> more calls : seen\n{STRUCK} tom -> less Trust\nCalls -> less Trust\n/quit\n");
    typed(here.path(), &["new", "Spring review", "--plain"], &lines);
    for workspace in [&here, &there, &late] {
        synced(workspace.path());
        assert!(sessions(workspace.path())[0].1.contains(STRUCK));
    }
    works(here.path(), &["strike", "Spring review", "2", "--yes"]);
    synced(here.path());
    assert!(!cluster.dump(&hub.database).contains(STRUCK), "the hub has forgotten it");
    let status = works(here.path(), &["hub", "status"]);
    assert!(status.contains("strike") || status.contains("struck"), "who has not taken it is told: {status}");

    synced(there.path());
    assert_eq!(sessions(there.path()), sessions(here.path()));
    // The third machine goes on meanwhile, and comes back.
    typed(late.path(), &["new", "Late table", "--plain"], "Trust -> more calls\n/quit\n");
    synced(late.path());
    for workspace in [&here, &there, &late] {
        synced(workspace.path());
        for (name, text) in sessions(workspace.path()) {
            assert!(!text.contains(STRUCK), "{name}");
        }
        assert_eq!(sessions(workspace.path()), sessions(here.path()));
        assert_eq!(run(workspace.path(), &["check"]).code, 0);
    }
    let status = works(here.path(), &["hub", "status"]);
    assert!(!status.contains("has not taken") && !status.contains("have not taken"), "everybody has: {status}");
}
