//! Who may do what, as the database itself sees it: with the roles, past the program.

use crate::postgres::{Cluster, OWNER};

use super::joined::{Hub, begun, joined, joined_as, says, sessions, synced, typed, works};

const LINES: &str = "Bot -> more calls : seen\nCalls -> less Trust : seen\n/quit\n";

/// Statements that change what the room said.
const CHANGES: [&str; 9] = [
    "INSERT INTO adjacent.session SELECT workspace, 'another', header, seal, member FROM adjacent.session",
    "INSERT INTO adjacent.line SELECT workspace, session, seq + 100, text, above, seal, member FROM adjacent.line",
    "UPDATE adjacent.line SET text = upper(text)",
    "UPDATE adjacent.line SET seal = '0000000000000000'",
    "UPDATE adjacent.session SET header = upper(header)",
    "DELETE FROM adjacent.line",
    "DELETE FROM adjacent.session",
    "TRUNCATE adjacent.line CASCADE",
    "DROP TABLE adjacent.line CASCADE",
];

fn everything(cluster: &Cluster, hub: &Hub) -> String {
    let tables = ["workspace", "session", "line", "strike"];
    let rows =
        tables.map(|table| cluster.sql(&hub.database, &format!("SELECT * FROM adjacent.{table} ORDER BY 1, 2, 3")));
    rows.join("\n")
}

#[test]
fn a_login_that_reads_gets_every_line_and_can_change_none() {
    let Some(cluster) = Cluster::shared() else { return };
    let hub = begun(cluster);
    let here = joined(&hub, cluster.address());
    typed(here.path(), &["new", "Spring review", "--plain"], LINES);
    synced(here.path());
    let before = everything(cluster, &hub);
    for change in CHANGES {
        let refused = cluster.sql_as(&hub.reader, &hub.database, change);
        assert!(refused.is_err(), "{change} as a reader: {refused:?}");
    }
    // A writer adds lines, and changes none that are there.
    for change in &CHANGES[1..] {
        let refused = cluster.sql_as(&hub.writer, &hub.database, change);
        assert!(refused.is_err(), "{change} as a writer: {refused:?}");
    }
    assert_eq!(everything(cluster, &hub), before);

    let hall = joined_as(&hub, &hub.reader, cluster.address());
    typed(hall.path(), &["new", "Zqown", "--plain"], LINES);
    let said = says(hall.path(), &["hub", "sync"], "");
    assert!(!(said.out + &said.err).to_lowercase().contains("panic"));
    assert_eq!(everything(cluster, &hub), before, "nothing of a reader goes up");
    let pulled = sessions(hall.path());
    assert!(pulled.contains(&sessions(here.path())[0]), "everything comes down: {pulled:?}");
}

#[test]
fn a_workspace_sees_and_changes_nothing_of_another_one_in_the_same_database() {
    let Some(cluster) = Cluster::shared() else { return };
    let hub = begun(cluster);
    let here = joined(&hub, cluster.address());
    typed(here.path(), &["new", "Spring review", "--plain"], LINES);
    synced(here.path());
    works(here.path(), &["hub", "init", &cluster.url(OWNER, &hub.database), "--name", "neighbours"]);
    let role = cluster.sql(&hub.database, "SELECT writers FROM adjacent.workspace WHERE name = 'neighbours'");
    let neighbour = format!("{}_neighbour", hub.database);
    cluster.person(&neighbour, &[role.trim()]);
    let before = everything(cluster, &hub);
    for table in ["session", "line", "strike", "taken"] {
        let seen = cluster.sql_as(&neighbour, &hub.database, &format!("SELECT count(*) FROM adjacent.{table}"));
        assert_eq!(seen.unwrap().trim(), "0", "{table}");
    }
    let names = cluster.sql_as(&neighbour, &hub.database, "SELECT name FROM adjacent.workspace").unwrap();
    assert_eq!(names.trim(), "neighbours");
    let workspace = cluster.sql(&hub.database, "SELECT workspace FROM adjacent.session");
    let (workspace, seal) = (workspace.trim(), "0123456789abcdef");
    let forged = [
        format!(
            "INSERT INTO adjacent.session (workspace, id, header, seal, member) \
             VALUES ('{workspace}', 'x', 'x', '{seal}', gen_random_uuid())"
        ),
        format!("INSERT INTO adjacent.member (workspace, name) VALUES ('{workspace}', 'x')"),
        format!(
            "INSERT INTO adjacent.strike (workspace, session, seq, text, member) \
             VALUES ('{workspace}', 'x', 1, 'x', gen_random_uuid())"
        ),
    ];
    for statement in forged.iter().map(String::as_str).chain(CHANGES) {
        // What changes none of its own rows may end well; it changes nothing else either.
        let _ = cluster.sql_as(&neighbour, &hub.database, statement);
        assert_eq!(everything(cluster, &hub), before, "{statement}");
    }
}
