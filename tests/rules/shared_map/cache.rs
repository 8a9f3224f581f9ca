//! What is kept of the shared map changes nothing but the time.

use std::fs;
use std::path::{Path, PathBuf};

use adjacent::export::map_json;
use adjacent::record::{Event, Exposure, Fact, Header, Matter, Mode, Names, Person, SessionTime, matters};
use adjacent::shell::open_sessions;
use adjacent::store::Workspace;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use tempfile::TempDir;

use crate::session::header;
use crate::shared_map::hour::{cut_at, cuts};

/// Somebody's own words in the middle of the hour.
const SAID: &str = "the bot closes the ticket without a reason code";

/// A workspace with the worked example as many sessions, so many that it is worth keeping what they add up to.
struct Many {
    folder: TempDir,
}

impl Many {
    fn new() -> Self {
        let many = Self { folder: TempDir::new().unwrap() };
        let every_third: Vec<usize> = cuts().into_iter().step_by(3).collect();
        for (session, names) in cut_at(&every_third) {
            many.workspace().create(session.header(), session.events()).unwrap();
            many.workspace().keep_names(&session.header().id, &names).unwrap();
        }
        many
    }

    fn workspace(&self) -> Workspace {
        Workspace::open(self.folder.path()).unwrap()
    }

    fn kept(&self) -> PathBuf {
        self.folder.path().join("cache/shared-map")
    }

    /// The map, and what is open.
    fn read(&self) -> (String, Vec<Matter>) {
        let picture = self.workspace().shared_map(|_| true).unwrap();
        (map_json(&picture.ledger.graph(None)), matters(&[], &picture.left))
    }

    /// The same from the session files alone.
    fn read_afresh(&self) -> (String, Vec<Matter>) {
        let _ = fs::remove_dir_all(self.folder.path().join("cache"));
        // Nothing can be kept where a file is in the way.
        fs::write(self.folder.path().join("cache"), "").unwrap();
        let read = self.read();
        fs::remove_file(self.folder.path().join("cache")).unwrap();
        read
    }

    fn sessions(&self) -> Vec<PathBuf> {
        self.workspace().session_files().unwrap()
    }
}

fn holds(file: &Path, text: &str) -> bool {
    fs::read(file).unwrap().windows(text.len()).any(|bytes| bytes == text.as_bytes())
}

#[test]
fn what_is_kept_gives_the_same_map_the_same_names_and_the_same_open_matters() {
    let many = Many::new();
    let afresh = many.read_afresh();
    assert!(!many.kept().exists());
    assert_eq!(many.read(), afresh, "while it is made");
    assert!(many.kept().exists());
    assert_eq!(many.read(), afresh, "from what was kept");
    assert!(afresh.1.len() >= 3, "promises, questions and parked items are among it");
}

#[test]
fn a_session_that_was_left_out_changed_added_or_removed_is_seen_at_once() {
    let many = Many::new();
    many.read();
    let last = many.sessions().pop().unwrap();
    let id = last.file_stem().unwrap().to_str().unwrap().to_owned();
    let mut file = many.workspace().go_on(&id).unwrap();
    let seq = many.workspace().load(&id).unwrap().session.next_seq();
    let named = Fact::Named { label: "Something new".into(), kind: adjacent::record::Kind::Factor };
    file.append(&Event { seq, at: SessionTime::from_millis(9_000_000), facts: vec![named], ..Event::default() })
        .unwrap();
    assert!(many.read().0.contains("Something new"));
    let first = many.sessions().remove(0);
    fs::remove_file(&first).unwrap();
    let warm = many.read();
    assert_eq!(warm, many.read_afresh());
    assert!(!warm.0.contains("part-0000"));
}

#[test]
fn a_file_changed_behind_the_back_with_the_same_length_and_time_is_seen() {
    let many = Many::new();
    many.read();
    let file = many.sessions().into_iter().find(|file| holds(file, "Customer trust")).unwrap();
    let modified = fs::metadata(&file).unwrap().modified().unwrap();
    let text = fs::read_to_string(&file).unwrap().replace("Customer trust", "Customer trick");
    fs::write(&file, text).unwrap();
    fs::File::options().write(true).open(&file).unwrap().set_modified(modified).unwrap();
    assert!(many.read().0.contains("Customer trick"));
}

#[test]
fn another_session_can_be_left_out_and_the_map_is_that_of_the_others() {
    let many = Many::new();
    many.read();
    for path in many.sessions() {
        let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let without = |map: &Many| {
            map_json(&map.workspace().shared_map(|other| other.id != id.as_str()).unwrap().ledger.graph(None))
        };
        let warm = without(&many);
        assert!(!warm.contains(&id), "{id}");
    }
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_it_and_version_control_passes_it_over() {
    use std::os::unix::fs::PermissionsExt;

    let many = Many::new();
    many.read();
    assert_eq!(fs::metadata(many.kept()).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_to_string(many.kept().with_file_name(".gitignore")).unwrap(), "*\n");
}

#[test]
fn neither_names_nor_private_sessions_nor_private_lines_are_in_it() {
    let many = Many::new();
    let workspace = many.workspace();
    let opened = "2026-01-01T09:00:00Z".parse().unwrap();
    let header = Header { opened, private: true, ..header("2026-01-01-mine", "Mine") };
    let secret = |text: &str| Fact::Parked { text: text.into() };
    let event = |seq, exposure, text| Event { seq, exposure, facts: vec![secret(text)], ..Event::default() };
    workspace.create(&header, &[event(1, Exposure::Room, "unspeakable one")]).unwrap();
    let shown = Header { id: "2026-01-02-ours".into(), private: false, ..header };
    let seat = Person { tag: "zoe".into(), ..Person::default() };
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people: vec![seat] };
    let opening = Event { seq: 1, facts: vec![opened], ..Event::default() };
    let private = event(2, Exposure::Private, "unspeakable two");
    workspace.create(&shown, &[opening, private, event(3, Exposure::Room, "said aloud")]).unwrap();
    let mut names = Names::default();
    names.names.insert("zoe".into(), "Zoe Unspeakable".into());
    workspace.keep_names(&shown.id, &names).unwrap();
    for path in many.sessions().into_iter().rev().take(5) {
        // Written last, so that those above are among the older ones.
        let text = fs::read(&path).unwrap();
        fs::write(&path, text).unwrap();
    }
    let warm = [many.read(), many.read()];
    assert!(holds(&many.kept(), SAID) && !holds(&many.kept(), "nspeakable"));
    assert_eq!(warm, [many.read_afresh(), many.read_afresh()], "what is private is still there for whoever wrote it");
}

#[test]
fn a_text_that_is_removed_for_good_is_gone_from_it() {
    let many = Many::new();
    many.read();
    let file = many.sessions().into_iter().find(|file| holds(file, SAID)).unwrap();
    assert!(holds(&many.kept(), SAID));
    let id = file.file_stem().unwrap().to_str().unwrap().to_owned();
    let loaded = many.workspace().load(&id).unwrap().session;
    let seq = loaded.events().iter().find(|event| format!("{event:?}").contains(SAID)).unwrap().seq;
    let mut open = many.workspace().go_on(&id).unwrap();
    let order = Event {
        seq: loaded.next_seq(),
        at: SessionTime::from_millis(9_000_000),
        facts: vec![Fact::StrikeOrdered { seq }],
        ..Event::default()
    };
    open.append(&order).unwrap();
    many.workspace().strike(&mut open).unwrap();
    assert!(!many.kept().exists());
    let _ = open_sessions::survey(&many.workspace()).unwrap();
    assert!(!holds(&many.kept(), SAID));
}

#[test]
fn nothing_is_kept_of_a_session_that_was_removed_however_few_are_left() {
    let many = Many::new();
    many.read();
    assert!(holds(&many.kept(), SAID));
    for file in many.sessions().into_iter().filter(|file| holds(file, SAID)) {
        fs::remove_file(file).unwrap();
    }
    let left = many.sessions();
    for file in left.iter().skip(3) {
        fs::remove_file(file).unwrap();
    }
    many.read();
    assert!(!many.kept().exists() || !holds(&many.kept(), SAID));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 40, rng_seed: RngSeed::Fixed(6), failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_happens_to_it_the_map_is_the_same(at in any::<prop::sample::Index>(), byte: u8, cut: bool) {
        thread_local! {
            static MANY: (Many, (String, Vec<Matter>), Vec<u8>) = {
                let many = Many::new();
                let read = many.read();
                let kept = fs::read(many.kept()).unwrap();
                (many, read, kept)
            };
        }
        MANY.with(|(many, read, kept)| {
            let mut bytes = kept.clone();
            let at = at.index(bytes.len());
            if cut { bytes.truncate(at) } else { bytes[at] ^= byte.max(1) }
            fs::write(many.kept(), &bytes).unwrap();
            prop_assert_eq!(&many.read(), read);
            prop_assert_ne!(&fs::read(many.kept()).unwrap(), &bytes, "it is made anew");
            Ok(())
        })?;
    }
}
