//! What the database lets in, what it refuses, and to whom it shows what.

use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;

use adjacent::hub::{
    HubAccess, HubAddress, HubConnection, HubError, HubLine, HubNews, HubPassword, HubSetUp, HubStrike, HubTrouble,
    OfferedLines, PulledLines, WantedLines, join_hub, set_up_hub, workspaces_on,
};
use adjacent::record::SessionId;
use adjacent::record::line::LineMark;

use crate::postgres::{Cluster, OWNER, PASSWORD, Stop};

const HEADER: &str = "(format: 2, id: \"s\", events: [";

fn password() -> HubPassword {
    HubPassword::new(PASSWORD)
}

/// A hub with a workspace in a database of its own.
fn hub(cluster: &Cluster) -> (String, HubSetUp) {
    let database = cluster.database();
    let made = set_up_hub(&address(cluster, OWNER, &database), Some(&password()), "shared").unwrap();
    (database, made)
}

fn address(cluster: &Cluster, login: &str, database: &str) -> HubAddress {
    HubAddress::parse(&cluster.url(login, database)).unwrap()
}

/// Somebody new with this role, who has joined.
fn joined(cluster: &Cluster, database: &str, role: &str, login: &str) -> HubConnection {
    let login = format!("{login}_{database}");
    cluster.person(&login, &[role]);
    let address = address(cluster, &login, database);
    let [workspace] = workspaces_on(&address, Some(&password())).unwrap().try_into().unwrap();
    let joined = join_hub(&address, Some(&password()), &workspace, &login).unwrap();
    HubConnection::open_with(&joined, Some(&password())).unwrap()
}

fn mark(above: Option<LineMark>, text: &str) -> LineMark {
    LineMark::seal(above, text.as_bytes())
}

/// Lines below a mark, numbered from this one on.
fn lines(above: LineMark, first: u64, texts: &[&str]) -> Vec<HubLine> {
    let mut above = above;
    let numbered = (first..).zip(texts);
    numbered
        .map(|(seq, text)| {
            above = mark(Some(above), text);
            HubLine { seq, text: (*text).to_owned(), mark: above }
        })
        .collect()
}

fn session() -> SessionId {
    "2026-11-20-one-9f3c".into()
}

/// Puts a session of three lines on the hub.
fn three_lines(hub: &mut HubConnection) -> (LineMark, Vec<HubLine>) {
    let header = mark(None, HEADER);
    let three = lines(header, 1, &["one,", "two,", "three,"]);
    assert_eq!(hub.offer_session(&session(), HEADER, header).unwrap(), OfferedLines::Stored);
    assert_eq!(hub.offer_lines(&session(), header, &three).unwrap(), OfferedLines::Stored);
    (header, three)
}

fn state(error: &HubError) -> &str {
    error.sqlstate.as_deref().unwrap_or_default()
}

#[test]
fn a_hub_is_set_up_once_and_brought_up_to_date() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, first) = hub(cluster);
    assert!(first.migrated > 0 && first.is_new && first.workspace.access == HubAccess::Write);
    let again = set_up_hub(&address(cluster, OWNER, &database), Some(&password()), "shared").unwrap();
    assert_eq!(again, HubSetUp { migrated: 0, is_new: false, ..first });

    cluster.sql(&database, "INSERT INTO adjacent.migration (version, name) VALUES (1000, 'later')");
    let newer = set_up_hub(&address(cluster, OWNER, &database), Some(&password()), "shared").unwrap_err();
    assert_eq!(newer.trouble, HubTrouble::NotSetUp);
    assert!(newer.to_string().contains("newer version of adjacent"), "{newer}");
    let none = workspaces_on(&address(cluster, OWNER, &cluster.database()), Some(&password())).unwrap_err();
    assert!(none.to_string().contains("adjacent hub init URL"), "{none}");
}

#[test]
fn who_may_make_no_roles_has_a_workspace_for_its_own_login() {
    let Some(cluster) = Cluster::shared() else { return };
    let database = cluster.database();
    let login = format!("keeper_{database}");
    cluster.person(&login, &[]);
    let refused = set_up_hub(&address(cluster, &login, &database), Some(&password()), "shared").unwrap_err();
    assert_eq!((refused.trouble, state(&refused)), (HubTrouble::NotAdmitted, "42501"));
    assert!(refused.hint.contains("may make a schema"), "{refused}");
    cluster.sql(&database, &format!("GRANT CREATE ON DATABASE {database} TO {login}"));
    let made = set_up_hub(&address(cluster, &login, &database), Some(&password()), "shared").unwrap();
    assert_eq!((&made.writers, &made.readers), (&login, &login));
    assert_eq!(made.workspace.access, HubAccess::Write);
}

fn wanted(after: u64, up_to: u64) -> WantedLines {
    WantedLines { session: session(), after, up_to }
}

/// Lines as they come from the hub.
fn pulled(lines: &[HubLine]) -> PulledLines {
    let lines = lines.iter().map(|line| format!("{} // {}\n", line.text, line.mark)).collect::<Vec<_>>().concat();
    PulledLines { session: session(), lines, lacking: None }
}

#[test]
fn a_line_that_the_hub_lacks_is_told_and_what_is_below_it_does_not_come() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, made) = hub(cluster);
    let mut here = joined(cluster, &database, &made.writers, "here");
    let (_, three) = three_lines(&mut here);
    cluster.sql(&database, "SET session_replication_role = replica; DELETE FROM adjacent.line WHERE seq = 2");
    let lacking = PulledLines { lacking: Some(2), ..pulled(&three[..1]) };
    assert_eq!(here.lines_of(&[wanted(0, 3)]).unwrap(), [lacking]);
    assert_eq!(here.lines_of(&[wanted(1, 3)]).unwrap(), [PulledLines { lacking: Some(2), ..pulled(&[]) }]);
}

#[test]
fn lines_go_up_in_order_and_come_down_as_they_went() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, made) = hub(cluster);
    let mut here = joined(cluster, &database, &made.writers, "here");
    let mut there = joined(cluster, &database, &made.readers, "there");
    let (header, three) = three_lines(&mut here);

    let [head] = there.heads().unwrap().try_into().unwrap();
    assert_eq!((head.id, head.header.as_str(), head.header_mark), (session(), HEADER, header));
    assert_eq!((head.last, head.last_mark, head.closed), (3, three[2].mark, None));
    assert!(head.last_by.starts_with("here"), "{}", head.last_by);
    let mut read = |after, up_to| there.lines_of(&[wanted(after, up_to)]).unwrap();
    assert_eq!(read(1, 9), [pulled(&three[1..])]);
    assert_eq!(read(0, 2), [pulled(&three[..2])]);
    assert_eq!(read(3, 9), []);
    assert_eq!(there.lines_of(&[]).unwrap(), []);

    // All of it may be offered again, also with lines behind it that are new.
    let more = [three.clone(), lines(three[2].mark, 4, &["four,"])].concat();
    assert_eq!(here.offer_lines(&session(), header, &more).unwrap(), OfferedLines::Stored);
    assert_eq!(here.offer_session(&session(), HEADER, header).unwrap(), OfferedLines::Stored);
    assert_eq!(there.heads_of(&[session()]).unwrap()[0].last, 4);
    let closed = "2026-11-20T12:00:00Z".parse().unwrap();
    here.close_session(&session(), closed).unwrap();
    assert_eq!(there.heads().unwrap()[0].closed, Some(closed));
}

#[test]
fn a_line_out_of_order_or_beside_another_is_refused_and_named() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, made) = hub(cluster);
    let mut here = joined(cluster, &database, &made.writers, "here");
    let header = mark(None, HEADER);
    let unknown = lines(header, 1, &["one,"]);
    assert_eq!(here.offer_lines(&session(), header, &unknown).unwrap(), OfferedLines::NoSession);
    let (_, three) = three_lines(&mut here);

    let mut second = joined(cluster, &database, &made.writers, "second");
    let gap = lines(three[2].mark, 5, &["five,"]);
    assert_eq!(second.offer_lines(&session(), three[2].mark, &gap).unwrap(), OfferedLines::Behind(3));
    let beside = lines(three[0].mark, 2, &["another two,", "another three,"]);
    let told = second.offer_lines(&session(), three[0].mark, &beside).unwrap();
    let OfferedLines::OtherLine { seq, mark: theirs, by } = told else { panic!("{told:?}") };
    assert_eq!((seq, theirs), (2, three[1].mark));
    assert!(by.starts_with("here"), "{by}");
    let below = lines(beside[1].mark, 4, &["another four,"]);
    let told = second.offer_lines(&session(), beside[1].mark, &below).unwrap();
    assert!(matches!(told, OfferedLines::OtherLine { seq: 3, .. }), "{told:?}");
    let told = second.offer_session(&session(), "another", mark(None, "another")).unwrap();
    assert!(matches!(told, OfferedLines::OtherLine { seq: 0, .. }), "{told:?}");
    assert_eq!(here.heads().unwrap()[0].last, 3, "nothing of it is there");

    let nul = lines(three[2].mark, 4, &["a\u{0}b,"]);
    let refused = here.offer_lines(&session(), three[2].mark, &nul).unwrap_err();
    assert_eq!((refused.trouble, state(&refused)), (HubTrouble::Refused, "22021"));
}

#[test]
fn a_line_stays_as_it_is_but_for_a_strike_of_the_same_length() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, made) = hub(cluster);
    let mut here = joined(cluster, &database, &made.writers, "here");
    let mut there = joined(cluster, &database, &made.readers, "there");
    let (_, three) = three_lines(&mut here);
    let strike = |text: &str| HubStrike { session: session(), seq: 2, text: text.to_owned() };
    let longer = here.strike(&strike("-----")).unwrap_err();
    assert_eq!((longer.trouble, state(&longer)), (HubTrouble::Unchained, "LN003"));
    here.strike(&strike("---,")).unwrap();
    here.strike(&strike("---,")).unwrap();

    let mut later = joined(cluster, &database, &made.readers, "later");
    let second = HubLine { text: "---,".to_owned(), ..three[1].clone() };
    assert_eq!(later.lines_of(&[wanted(1, 2)]).unwrap(), [pulled(&[second])]);
    assert!(later.strikes_to_take().unwrap().is_empty() && here.strikes_to_take().unwrap().is_empty());
    assert_eq!(there.strikes_to_take().unwrap(), [strike("---,")]);
    let [open] = here.open_strikes().unwrap().try_into().unwrap();
    let names: Vec<&str> = open.not_taken.iter().map(|member| member.name.as_str()).collect();
    assert_eq!((open.seq, names), (2, vec![&*format!("there_{database}")]));
    there.took_strike(&session(), 2).unwrap();
    there.took_strike(&session(), 2).unwrap();
    assert!(here.open_strikes().unwrap().is_empty() && there.strikes_to_take().unwrap().is_empty());

    let writer = format!("here_{database}");
    for (change, state) in [
        ("UPDATE adjacent.line SET text = 'three!' WHERE seq = 3", "LN003"),
        ("UPDATE adjacent.line SET seal = '0000000000000000'", "42501"),
        ("DELETE FROM adjacent.line", "42501"),
        ("DELETE FROM adjacent.strike", "42501"),
        ("UPDATE adjacent.session SET header = 'x'", "42501"),
        ("TRUNCATE adjacent.taken", "42501"),
    ] {
        let refused = cluster.sql_as(&writer, &database, change).unwrap_err();
        assert!(refused.contains(state), "{change}: {refused}");
    }
}

#[test]
fn a_reader_reads_and_writes_nothing() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, made) = hub(cluster);
    let mut writer = joined(cluster, &database, &made.writers, "writer");
    let (header, three) = three_lines(&mut writer);
    let mut reader = joined(cluster, &database, &made.readers, "reader");
    assert_eq!(reader.workspace().unwrap().access, HubAccess::Read);
    assert_eq!(writer.workspace().unwrap().access, HubAccess::Write);
    let more = lines(three[2].mark, 4, &["four,"]);
    let strike = HubStrike { session: session(), seq: 1, text: "---,".to_owned() };
    let refused = [
        reader.offer_lines(&session(), three[2].mark, &more).unwrap_err(),
        reader.offer_session(&"other".into(), HEADER, header).unwrap_err(),
        reader.strike(&strike).unwrap_err(),
        reader.close_session(&session(), "2026-11-20T12:00:00Z".parse().unwrap()).unwrap_err(),
    ];
    for error in refused {
        assert_eq!((error.trouble, state(&error)), (HubTrouble::NotAdmitted, "42501"), "{error}");
    }
}

#[test]
fn a_workspace_shows_nothing_to_the_roles_of_another() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, one) = hub(cluster);
    let two = set_up_hub(&address(cluster, OWNER, &database), Some(&password()), "another").unwrap();
    let mut here = joined(cluster, &database, &one.writers, "here");
    three_lines(&mut here);
    let mut other = joined(cluster, &database, &two.writers, "other");
    assert!(other.heads().unwrap().is_empty() && other.open_strikes().unwrap().is_empty());
    assert_eq!(other.members().unwrap().len(), 1);
    // The same id in another workspace is another session, and no refusal tells that there is one.
    three_lines(&mut other);

    let login = format!("other_{database}");
    for table in ["session", "line", "member"] {
        let seen = format!("SELECT count(*) FROM adjacent.{table} WHERE workspace <> '{}'", two.workspace.id);
        assert_eq!(cluster.sql_as(&login, &database, &seen).unwrap().trim(), "0", "{table}");
    }
    let names = cluster.sql_as(&login, &database, "SELECT name FROM adjacent.workspace").unwrap();
    assert_eq!(names.trim(), "another");
    let into = |id: &str| {
        format!(
            "INSERT INTO adjacent.session (workspace, id, header, seal, member)
             SELECT '{}', '{id}', 'x', '0000000000000000', id FROM adjacent.member",
            one.workspace.id
        )
    };
    let there = cluster.sql_as(&login, &database, &into(&session())).unwrap_err();
    let not_there = cluster.sql_as(&login, &database, &into("none")).unwrap_err();
    assert!(there.contains("42501") && there == not_there, "{there}{not_there}");

    let stranger = format!("stranger_{database}");
    cluster.person(&stranger, &[]);
    let refused = workspaces_on(&address(cluster, &stranger, &database), Some(&password())).unwrap_err();
    assert_eq!(refused.trouble, HubTrouble::NotAdmitted);
    assert!(refused.hint.contains("let this login in"), "{refused}");
}

#[test]
fn news_of_others_come_at_once_and_a_wait_can_be_ended() {
    let Some(cluster) = Cluster::shared() else { return };
    let (database, made) = hub(cluster);
    let mut here = joined(cluster, &database, &made.writers, "here");
    let mut there = joined(cluster, &database, &made.readers, "there");
    three_lines(&mut here);
    let long = Duration::from_secs(30);
    assert_eq!(there.wait_for_news(long).unwrap(), HubNews::Changed(BTreeSet::from([session()])));
    assert_eq!(here.wait_for_news(Duration::from_millis(50)).unwrap(), HubNews::Quiet, "its own lines are no news");
    let waker = there.waker();
    let waking = thread::spawn(move || waker.wake());
    let news = there.wait_for_news(long).unwrap();
    waking.join().unwrap();
    // The lines may have come in a second notification.
    assert!(matches!(news, HubNews::Woken | HubNews::Changed(_)), "{news:?}");
}

#[test]
fn a_lost_connection_is_told_from_what_somebody_has_to_do() {
    let Some(mut cluster) = Cluster::start() else { return };
    let (database, made) = hub(&cluster);
    let mut here = joined(&cluster, &database, &made.writers, "here");
    let (header, three) = three_lines(&mut here);
    cluster.terminate_backends();
    let lost = here.offer_lines(&session(), header, &three).unwrap_err();
    assert!(lost.is_passing(), "{lost:?}");
    assert!(here.heads().unwrap_err().is_passing() && here.wait_for_news(Duration::from_secs(9)).is_err());

    let url = cluster.url(&format!("here_{database}"), &database);
    let wrong = workspaces_on(&HubAddress::parse(&url).unwrap(), Some(&HubPassword::new("wrong"))).unwrap_err();
    assert_eq!((wrong.trouble, state(&wrong)), (HubTrouble::Door, "28P01"));
    let none = workspaces_on(&HubAddress::parse(&url).unwrap(), None).unwrap_err();
    assert_eq!(none.trouble, HubTrouble::Door);
    for error in [wrong, none] {
        assert!(error.hint.contains("PGPASSWORD") && error.hint.contains(".pgpass"), "{error}");
    }
    let nowhere = cluster.url(OWNER, "nowhere");
    let nowhere = workspaces_on(&HubAddress::parse(&nowhere).unwrap(), Some(&password())).unwrap_err();
    assert_eq!((nowhere.trouble, state(&nowhere)), (HubTrouble::Door, "3D000"));
    cluster.stop(Stop::Immediate);
    let away = workspaces_on(&HubAddress::parse(&url).unwrap(), Some(&password())).unwrap_err();
    assert!(away.is_passing(), "{away:?}");
}
