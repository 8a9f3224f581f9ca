//! The worked example, played at two tables and followed in a third place: the map is the expected one on every
//! machine, after each of them was killed twice.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::commands::{assert_same_map, expected};
#[cfg(feature = "phones")]
use crate::phones::client::Phone;
use crate::pipe::session_files;
use crate::postgres::{Cluster, PASSWORD};
use crate::program::{harbourline, run};
use crate::pty::Pty;

use super::joined::{begun, joined, sessions, synced, works};

/// What phones ask has this in it.
#[cfg(feature = "phones")]
const ASKED: &str = "Zqphone";

const LEAVE: &str = "\u{11}";

/// Opens the count of a vote.
#[cfg(feature = "phones")]
const VOTE: &str = "\u{2}";

/// The exercises of the first table; the second does the others.
const FIRST: [&str; 3] = ["arrive", "draw", "bound"];

/// How long a line may take to another machine while two cores are busy.
const PATIENCE: Duration = Duration::from_secs(60);

/// The lines of the worked example as they are typed at the first and at the second table.
fn lines_of_tables() -> [Vec<String>; 2] {
    let text = fs::read_to_string(harbourline()).unwrap();
    let mut tables = [Vec::new(), Vec::new()];
    for line in text.lines().filter(|line| line.starts_with('[')) {
        let mut words = line.splitn(3, ' ').skip(1);
        let is_first = words.next().is_some_and(|step| FIRST.iter().any(|name| step.starts_with(name)));
        tables[usize::from(!is_first)].push(words.next().unwrap().to_owned());
    }
    tables
}

/// A console at a table, which may be killed.
struct Table<'a> {
    workspace: &'a Path,
    title: &'a str,
    file: PathBuf,
    console: Pty,
    said: usize,
}

impl<'a> Table<'a> {
    fn opens(workspace: &'a Path, title: &'a str) -> Self {
        let file = file_of(workspace, title);
        let mut console = on_hub(workspace, &["open", title]);
        console.sees("0 lines");
        Self { workspace, title, file, console, said: 0 }
    }

    /// Types a line, and waits until it is on this disk.
    fn says(&mut self, line: &str) {
        self.said += 1;
        let (file, count) = (&self.file, self.said);
        self.console.says(line).waits_until("saves a line", |_| said_in(file) == count);
    }

    fn is_killed_and_goes_on(&mut self) {
        self.console.signal("KILL").ends();
        self.console = on_hub(self.workspace, &["open", self.title]);
        self.console.sees(self.title);
    }

    /// Opens the page for phones, on which five of them ask something; nothing of it is in the record.
    #[cfg(feature = "phones")]
    fn is_asked_by_phones(&mut self) {
        let note = self.workspace.join("private").join(self.file.with_extension("room").file_name().unwrap());
        self.console.says("/phones").sees("Off. Everybody with a phone").keys("127.0.0.1:0\r");
        self.console.waits_until("has a page", |_| address_in(&note).is_some());
        let address = address_in(&note).unwrap();
        let phones = [(); 5].map(|()| Phone::joined(&address));
        for (number, phone) in (1..).zip(&phones) {
            let page = phone.get("").body;
            let shown = page.split(r#"name="number" value=""#).nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            let question = format!("{ASKED} asks for {number}");
            let asks = phone.send(&[("kind", "question"), ("number", shown), ("question", &question)]);
            assert_eq!(asks.status, 303, "{}", asks.body);
        }
        self.console
            .sees("5 entries wait")
            .keys("\u{1b}")
            .waits_until("is back", |console| !console.screen().contains("5 entries wait to be looked at"));
        assert!(!fs::read_to_string(&self.file).unwrap().contains(ASKED));
        self.is_voted_on_by(&phones);
    }

    /// Puts a vote to the room, on which five phones spread their dots, and shows the count.
    #[cfg(feature = "phones")]
    fn is_voted_on_by(&mut self, phones: &[Phone]) {
        self.console.says("vote dots 3: Zqpause, Zqgo on");
        for phone in phones {
            self.console.waits_until("asks phones for dots", |_| phone.get("").body.contains(r#"value="dots""#));
            let page = phone.get("").body;
            let shown = page.split(r#"name="number" value=""#).nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            let voted = phone.send(&[("kind", "dots"), ("number", shown), ("dots", "2"), ("dots", "1")]);
            assert_eq!(voted.status, 303, "{}", voted.body);
        }
        assert!(
            !fs::read_to_string(&self.file).unwrap().contains("PollCounted"),
            "nothing is counted before it is shown"
        );
        let file = self.file.clone();
        let counted = move || fs::read_to_string(&file).unwrap().contains("PollCounted");
        self.console.keys(VOTE).sees("5 answers on phones").keys("\r");
        self.console
            .waits_until("counts or asks again", |console| counted() || console.screen().contains("Enter again"));
        if !counted() {
            self.console.keys("\r").waits_until("counts", |_| counted());
        }
        self.said = said_in(&self.file);
    }

    fn leaves(mut self) {
        self.console.keys(LEAVE).sees("leave?").keys("\r");
        assert!(self.console.ends().success());
    }
}

/// The file of the session with this title.
fn file_of(workspace: &Path, title: &str) -> PathBuf {
    let title = format!("title: \"{title}\"");
    let mut files = session_files(workspace).into_iter();
    files.find(|file| fs::read_to_string(file).unwrap().contains(&title)).unwrap()
}

/// The address of the page for phones in the note to the room's window.
#[cfg(feature = "phones")]
fn address_in(note: &Path) -> Option<String> {
    let text = fs::read_to_string(note).ok()?;
    Some(text.split('"').find(|part| part.starts_with("http://"))?.to_owned())
}

/// The number of lines that were said in a session.
fn said_in(file: &Path) -> usize {
    fs::read_to_string(file).unwrap_or_default().matches("said: \"").count()
}

fn on_hub(workspace: &Path, arguments: &[&str]) -> Pty {
    Pty::start_with(workspace, arguments, &[("PGPASSWORD", PASSWORD)])
}

#[test]
fn the_worked_example_at_two_tables_is_one_map_on_three_machines_that_were_each_killed_twice() {
    let Some(cluster) = Cluster::shared() else { return };
    let hub = begun(cluster);
    let machines: [TempDir; 3] = [(); 3].map(|()| joined(&hub, cluster.address()));
    let [one, two, hall] = machines.each_ref().map(TempDir::path);
    for (workspace, title) in [(one, "First table"), (two, "Second table")] {
        works(workspace, &["new", title, "--plain"]);
        synced(workspace);
    }
    synced(hall);
    let mut room = on_hub(hall, &["room", "First table"]);
    let [first, second] = lines_of_tables();
    let mut tables = [Table::opens(one, "First table"), Table::opens(two, "Second table")];
    for number in 0..first.len().max(second.len()) {
        for (table, lines) in tables.iter_mut().zip([&first, &second]) {
            if let Some(line) = lines.get(number) {
                table.says(line);
            }
        }
        // At different moments, and the room between them.
        match number {
            #[cfg(feature = "phones")]
            15 => tables[0].is_asked_by_phones(),
            9 | 22 => tables[0].is_killed_and_goes_on(),
            13 | 30 => tables[1].is_killed_and_goes_on(),
            11 | 25 => {
                room.signal("KILL").ends();
                room = on_hub(hall, &["room", "First table"]);
            }
            _ => {}
        }
    }
    room.sees("supplies Severity scores");
    tables.into_iter().for_each(Table::leaves);
    room.keys("q").ends();
    comes_together(&machines);
    #[cfg(feature = "phones")]
    assert!(!cluster.dump(&hub.database).contains(ASKED), "what nobody showed stays in the room");
    let map = run(one, &["map", "--json"]).out;
    assert_same_map(&map, &expected_here());
    for machine in machines {
        assert_eq!(run(machine.path(), &["map", "--json"]).out, map);
        assert_eq!(run(machine.path(), &["check"]).code, 0);
        #[cfg(feature = "phones")]
        assert!(outcome_in(machine.path()).contains("Zqpause 10, Zqgo on 5"), "{}", outcome_in(machine.path()));
    }
}

/// The expected map, with one event more where phones voted.
fn expected_here() -> String {
    let mut expected: serde_json::Value = serde_json::from_str(&expected()).unwrap();
    let events = expected["counts"]["events"].as_u64().unwrap() + u64::from(cfg!(feature = "phones"));
    expected["counts"]["events"] = events.into();
    expected.to_string()
}

/// What the minutes say of the vote.
#[cfg(feature = "phones")]
fn outcome_in(workspace: &Path) -> String {
    let minutes = run(workspace, &["minutes", "First table"]).out;
    minutes.lines().filter(|line| line.contains("Zq")).collect::<Vec<_>>().join("\n")
}

/// Waits until every machine has the same files.
fn comes_together(machines: &[TempDir]) {
    let began = Instant::now();
    loop {
        for machine in machines {
            drop(synced(machine.path()));
        }
        let first = sessions(machines[0].path());
        if first.len() == 2 && machines.iter().all(|machine| sessions(machine.path()) == first) {
            return;
        }
        assert!(began.elapsed() < PATIENCE, "the machines do not come together");
    }
}
