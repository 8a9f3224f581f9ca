//! What somebody changed on the server with a superuser's hands is found and named on arrival, and never used.

use crate::pipe::session_files;
use crate::postgres::{Cluster, OWNER};
use crate::program::run;

use super::joined::{begun, joined, says, sessions, synced, typed};

const LINES: &str = "Bot -> more calls : seen\nCalls -> less Trust : seen\nTrust -> more calls : guess\n/quit\n";

/// Statements that no trigger and no policy hinders.
fn tampers(cluster: &Cluster, database: &str, statement: &str) {
    cluster.sql(database, &format!("SET search_path = adjacent; SET session_replication_role = replica; {statement}"));
}

#[test]
fn a_line_that_was_altered_on_the_server_is_named_and_not_used_by_whoever_pulls_it() {
    let Some(cluster) = Cluster::shared() else { return };
    let hub = begun(cluster);
    let here = joined(&hub, cluster.address());
    typed(here.path(), &["new", "Spring review", "--plain"], LINES);
    synced(here.path());
    let altered = "UPDATE line SET text = replace(text, 'Trust', 'Tryst') WHERE seq = 4";
    tampers(cluster, &hub.database, altered);

    let there = joined(&hub, cluster.address());
    let said = says(there.path(), &["hub", "sync"], "");
    assert_eq!(said.code, 1, "{}{}", said.out, said.err);
    assert!(said.err.contains("Spring review") || said.err.contains("spring-review"), "{}", said.err);
    assert!(said.err.contains("line 4"), "{}", said.err);
    for (name, text) in sessions(there.path()) {
        assert!(!text.contains("Tryst"), "{name}:\n{text}");
    }
    assert_eq!(run(there.path(), &["check"]).code, 0, "what came before the altered line is whole");
    let map = run(there.path(), &["map"]).out;
    assert!(!map.contains("Tryst"), "{map}");

    // Whoever wrote it still has what was said, and can go on.
    assert!(sessions(here.path()).iter().all(|(_, text)| text.contains("Trust") && !text.contains("Tryst")));
    typed(here.path(), &["open", "Spring review", "--plain"], "Bot -> more trust\n/quit\n");
    assert_eq!(run(here.path(), &["check"]).code, 0);

    // Once it is as it was, everything arrives.
    tampers(cluster, &hub.database, "UPDATE line SET text = replace(text, 'Tryst', 'Trust') WHERE seq = 4");
    synced(here.path());
    synced(there.path());
    assert_eq!(sessions(there.path()), sessions(here.path()));
}

#[test]
fn a_line_that_was_put_in_or_taken_out_on_the_server_is_named() {
    let Some(cluster) = Cluster::shared() else { return };
    for statement in [
        "DELETE FROM line WHERE seq = 2",
        "UPDATE line SET seq = 99 WHERE seq = 2; UPDATE line SET seq = 2 WHERE seq = 3; \
         UPDATE line SET seq = 3 WHERE seq = 99",
        "UPDATE session SET header = replace(header, 'Spring', 'Summer')",
    ] {
        let hub = begun(cluster);
        let here = joined(&hub, cluster.address());
        typed(here.path(), &["new", "Spring review", "--plain"], LINES);
        synced(here.path());
        tampers(cluster, &hub.database, statement);
        let there = joined(&hub, cluster.address());
        let said = says(there.path(), &["hub", "sync"], "");
        assert_eq!(said.code, 1, "{statement}: {}{}", said.out, said.err);
        assert!(said.err.to_lowercase().contains("review"), "{statement}: the session is named: {}", said.err);
        assert_eq!(run(there.path(), &["check"]).code, 0, "{statement}");
        let (mine, theirs) = (sessions(here.path()), sessions(there.path()));
        for ((_, mine), (_, theirs)) in mine.iter().zip(&theirs) {
            let whole = theirs.strip_suffix("])\n").unwrap();
            assert!(mine.starts_with(whole), "{statement}: what arrived was said:\n{theirs}");
        }
    }
}

#[test]
fn what_text_of_a_stranger_would_do_as_a_file_name_it_does_not_do() {
    let Some(cluster) = Cluster::shared() else { return };
    let hub = begun(cluster);
    let here = joined(&hub, cluster.address());
    typed(here.path(), &["new", "Spring review", "--plain"], LINES);
    synced(here.path());
    let id = session_files(here.path())[0].file_stem().unwrap().to_string_lossy().into_owned();
    for name in ["../../outside", "/tmp/outside", "a/b", "..", ".hidden", "con\u{202e}nor"] {
        let renamed = format!(
            "UPDATE session SET id = '{name}', header = replace(header, '{id}', '{name}'); \
             UPDATE line SET session = '{name}'"
        );
        tampers(cluster, &hub.database, &renamed);
        let there = joined(&hub, cluster.address());
        let said = says(there.path(), &["hub", "sync"], "");
        assert_ne!(said.code, 0, "{name:?}: {}", said.out);
        assert!(!said.err.contains('\u{202e}'), "{:?}", said.err);
        assert_eq!(session_files(there.path()).len(), 0, "{name:?}");
        assert!(!there.path().join("../../outside.ron").exists() && !there.path().join("../outside.ron").exists());
        let back = format!(
            "UPDATE session SET id = '{id}', header = replace(header, 'id: \"{name}\"', 'id: \"{id}\"'); \
             UPDATE line SET session = '{id}'"
        );
        tampers(cluster, &hub.database, &back);
    }
    assert_eq!(cluster.sql_as(OWNER, &hub.database, "SELECT count(*) FROM adjacent.session").unwrap().trim(), "1");
}
