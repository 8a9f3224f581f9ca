//! Several files of one session: none loses, and one command makes them one, or two.

use std::fs;
use std::path::{Path, PathBuf};

use adjacent::export::map_json;
use adjacent::record::line::{CopyRelation, read, session_text};
use adjacent::record::{Claim, Event, Fact, Header, SessionTime, Sign};
use adjacent::store::{Copies, SessionFile, StoreError, Workspace, check};
use tempfile::TempDir;

use crate::store::talk::{Chance, event, header, opening};

/// A session as far as two machines have it in common.
const COMMON: u64 = 4;

struct Place {
    folder: TempDir,
    workspace: Workspace,
}

/// A line that says something about this thing, so many seconds in.
fn says(seq: u64, seconds: u64, thing: &str) -> Event {
    let claim =
        Claim { claim: seq as u32, from: thing.into(), to: "Trust".into(), sign: Sign::Plus, ..Claim::default() };
    let said = Some(format!("{thing} -> Trust : +"));
    Event {
        seq,
        at: SessionTime::from_millis(seconds * 1000),
        said,
        facts: vec![Fact::Claimed(claim)],
        ..Event::default()
    }
}

fn common() -> Vec<Event> {
    std::iter::once(opening()).chain((2..=COMMON).map(event)).collect()
}

/// The common beginning, and then these things said at these seconds.
fn went_on(things: &[(u64, &str)]) -> Vec<Event> {
    let end = (COMMON + 1..).zip(things).map(|(seq, (seconds, thing))| says(seq, *seconds, thing));
    common().into_iter().chain(end).collect()
}

impl Place {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("sessions")).unwrap();
        let workspace = Workspace::open(folder.path()).unwrap();
        Self { folder, workspace }
    }

    /// A session that went on in two places.
    fn apart() -> Self {
        let place = Self::new();
        place.file("", &went_on(&[(100, "Alpha"), (300, "Gamma")]));
        place.file(" (conflicted copy)", &went_on(&[(200, "Beta"), (400, "Delta"), (500, "Epsilon")]));
        place
    }

    /// A file of the session with this behind its name.
    fn file(&self, behind: &str, events: &[Event]) -> PathBuf {
        self.file_of(&header(), behind, events)
    }

    fn file_of(&self, header: &Header, behind: &str, events: &[Event]) -> PathBuf {
        let path = self.path(behind);
        fs::write(&path, session_text(header, events).unwrap()).unwrap();
        path
    }

    fn path(&self, behind: &str) -> PathBuf {
        self.workspace.session_path(&format!("{}{behind}", header().id))
    }

    fn copies(&self) -> Vec<Copies> {
        self.workspace.copies().unwrap()
    }

    fn map(&self) -> String {
        map_json(&self.workspace.shared_map(|_| true).unwrap().ledger.graph(None))
    }

    fn names(&self) -> usize {
        self.workspace.session_files().unwrap().len()
    }

    fn set_aside(&self) -> Vec<PathBuf> {
        Workspace::open(&self.folder.path().join("set-aside")).unwrap().session_files().unwrap()
    }

    fn go_on(&self, behind: &str) -> SessionFile {
        self.workspace.go_on(&format!("{}{behind}", header().id)).unwrap()
    }

    /// Removes what was said about a thing for good, from the file with this behind its name.
    fn strike(&self, behind: &str, thing: &str) -> usize {
        let mut file = self.go_on(behind);
        let session = self.workspace.load(&format!("{}{behind}", header().id)).unwrap().session;
        let seq = session.events().iter().find(|event| format!("{event:?}").contains(thing)).unwrap().seq;
        let (next, at) = (session.next_seq(), 900_000);
        let orders = session.copies_of(seq).into_iter().map(|seq| Fact::StrikeOrdered { seq }).collect();
        file.append(&Event { seq: next, at: SessionTime::from_millis(at), facts: orders, ..Event::default() }).unwrap();
        self.workspace.strike(&mut file).unwrap().copies
    }

    #[track_caller]
    fn nowhere(&self, word: &str) {
        for path in every_file(self.folder.path()) {
            assert!(
                !fs::read(&path).unwrap().windows(word.len()).any(|bytes| bytes == word.as_bytes()),
                "{}",
                path.display()
            );
        }
        assert!(!self.map().contains(word));
    }
}

fn every_file(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { every_file(&path) } else { vec![path] }).collect()
}

fn labels(map: &str) -> usize {
    ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"].iter().filter(|thing| map.contains(**thing)).count()
}

#[test]
fn a_stale_copy_takes_nothing_from_the_map_whatever_its_name() {
    for behind in ["-copy", " 2", ".1", "zzzz"] {
        let place = Place::new();
        place.file("", &went_on(&[(100, "Alpha"), (300, "Gamma")]));
        let before = place.map();
        place.file(behind, &common());
        assert_eq!(place.map(), before, "{behind}");
        let copies = place.copies();
        assert_eq!(copies[0].relation, CopyRelation { common: COMMON as usize, only_first: 2, only_second: 0 });
        let says = copies[0].to_string();
        assert!(says.contains("is an older copy of") && says.contains("it lacks 2 lines"), "{says}");
    }
}

#[test]
fn a_session_that_went_on_in_two_places_counts_with_both_ends_and_both_files_are_named() {
    let place = Place::apart();
    assert_eq!(labels(&place.map()), 5);
    let copies = place.copies();
    assert_eq!(copies.len(), 1);
    assert_eq!(copies[0].relation, CopyRelation { common: COMMON as usize, only_first: 3, only_second: 2 });
    let says = copies[0].to_string();
    for words in
        ["(conflicted copy).ron", "went on in two places", "4 lines in both", "3 lines only", "2 lines only", "--join"]
    {
        assert!(says.contains(words), "{words}: {says}");
    }
}

#[test]
fn what_two_files_add_up_to_depends_on_neither_their_names_nor_their_number() {
    let one = went_on(&[(100, "Alpha"), (300, "Gamma")]);
    let other = went_on(&[(200, "Beta"), (300, "Delta")]);
    let third = went_on(&[(100, "Alpha"), (250, "Epsilon")]);
    let maps = [[&one, &other, &third], [&third, &other, &one], [&other, &one, &third]].map(|files| {
        let place = Place::new();
        for (behind, events) in ["", "-b", "-c"].iter().zip(files) {
            place.file(behind, events);
        }
        place.file("-d", &common());
        place.map()
    });
    assert_eq!(labels(&maps[0]), 5);
    assert_eq!(maps[0], maps[1]);
    assert_eq!(maps[0], maps[2]);
}

#[test]
fn two_sessions_with_one_id_and_no_line_in_common_both_count() {
    let place = Place::new();
    place.file("", &[opening(), says(2, 10, "Alpha")]);
    let other = Header { opened: "2026-11-20T10:00:00Z".parse().unwrap(), ..header() };
    let begun = Event { at: SessionTime::from_millis(1), ..opening() };
    place.file_of(&other, "-b", &[begun, says(2, 10, "Beta"), says(3, 20, "Gamma")]);
    assert_eq!(labels(&place.map()), 3);
    let says = place.copies()[0].to_string();
    assert!(says.contains("no line in common") && says.contains("--part"), "{says}");
}

#[test]
fn a_session_that_was_made_private_stays_private_however_many_stale_copies_of_it_lie_about() {
    let act = |seq, fact| Event { seq, at: SessionTime::from_millis(800_000), facts: vec![fact], ..Event::default() };
    let mut private = went_on(&[(100, "Alpha")]);
    private.push(act(6, Fact::MadePrivate));
    for beside in [common(), went_on(&[(100, "Alpha")]), went_on(&[(200, "Beta")])] {
        let place = Place::new();
        place.file("", &beside);
        place.file("-b", &private);
        assert!(!place.map().contains("Alpha") && !place.map().contains("Thing 2"));
        let joined = place.workspace.join(&place.path(""), &place.path("-b"));
        assert_eq!(labels(&place.map()), 0, "{joined:?}");
    }
    let mut shared = private.clone();
    shared.push(act(7, Fact::MadeShared));
    let place = Place::new();
    place.file("", &private);
    place.file("-b", &shared);
    assert_eq!(labels(&place.map()), 1, "a stale copy does not know that it is shared again");
}

#[test]
fn a_copy_whose_header_is_damaged_takes_nothing_from_the_map() {
    let place = Place::apart();
    let whole = place.map();
    let text = fs::read_to_string(place.path("")).unwrap();
    let place = Place::new();
    place.file(" (conflicted copy)", &went_on(&[(200, "Beta"), (400, "Delta"), (500, "Epsilon")]));
    place.file("", &went_on(&[(100, "Alpha"), (300, "Gamma")]));
    fs::write(place.path("-damaged"), text.replacen("Workshop", "Wirkshop", 1)).unwrap();
    assert_eq!(place.map(), whole);
}

#[test]
fn joining_makes_one_session_with_the_same_map_and_sets_the_files_aside_as_they_were() {
    let place = Place::apart();
    let (before, bytes) =
        (place.map(), [fs::read(place.path("")).unwrap(), fs::read(place.path(" (conflicted copy)")).unwrap()]);
    let joined = place.workspace.join(&place.path(" (conflicted copy)"), &place.path("")).unwrap();
    assert_eq!((joined.path.as_path(), place.names()), (place.path("").as_path(), 1));
    assert_eq!(check(&joined.path).unwrap(), []);
    assert_eq!(place.map(), before);
    assert!(place.copies().is_empty());
    let session = place.workspace.load(&header().id).unwrap().session;
    let things: Vec<String> =
        session.events().iter().skip(COMMON as usize).filter_map(|event| event.said.clone()).collect();
    let said: Vec<&str> = things.iter().map(|said| said.split(' ').next().unwrap()).collect();
    assert_eq!(said, ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"], "in order of time");
    let kept: Vec<Vec<u8>> = place.set_aside().iter().map(|path| fs::read(path).unwrap()).collect();
    assert!(kept.len() == 2 && bytes.iter().all(|bytes| kept.contains(bytes)));
    let mut file = place.go_on("");
    file.append(&says(session.next_seq(), 600, "Zeta")).unwrap();
}

#[test]
fn a_copy_that_comes_back_after_joining_adds_only_what_is_new_in_it() {
    let place = Place::apart();
    place.workspace.join(&place.path(""), &place.path(" (conflicted copy)")).unwrap();
    let joined = place.map();
    let mut late = went_on(&[(200, "Beta"), (400, "Delta"), (500, "Epsilon")]);
    place.file(" (back)", &late);
    assert_eq!(place.map(), joined, "a machine that was away sends what it had");
    assert_eq!(place.copies()[0].relation.only_second, 0);
    late.push(Event {
        seq: late.len() as u64 + 1,
        at: SessionTime::from_millis(700_000),
        facts: vec![Fact::Retracted { seq: COMMON + 1 }],
        ..Event::default()
    });
    late.push(says(late.len() as u64 + 1, 800, "Omega"));
    place.file(" (back)", &late);
    let map = place.map();
    assert!(
        map.contains("Omega")
            && map.matches("\"label\": \"Delta\"").count() == joined.matches("\"label\": \"Delta\"").count()
    );
    assert!(!map.contains("Beta"), "what was taken back there is that line here");
    place.workspace.join(&place.path(""), &place.path(" (back)")).unwrap();
    assert_eq!((place.map(), place.names()), (map, 1));
}

#[test]
fn a_join_that_is_interrupted_loses_and_doubles_nothing() {
    let place = Place::apart();
    let before = place.map();
    let left = fs::read(place.path(" (conflicted copy)")).unwrap();
    place.workspace.join(&place.path(""), &place.path(" (conflicted copy)")).unwrap();
    // The power went after the joined session was there and before the other file was gone.
    fs::write(place.path(" (conflicted copy)"), left).unwrap();
    assert_eq!(place.map(), before);
    let says = place.copies()[0].to_string();
    assert!(says.contains("older copy"), "{says}");
}

#[test]
fn joining_a_stale_copy_keeps_the_fuller_file_byte_for_byte() {
    let place = Place::new();
    place.file("", &common());
    let fuller = fs::read(place.file("-b", &went_on(&[(100, "Alpha")]))).unwrap();
    place.workspace.join(&place.path(""), &place.path("-b")).unwrap();
    assert_eq!((fs::read(place.path("")).unwrap(), place.names()), (fuller, 1));
}

#[test]
fn references_and_numbers_of_claims_hold_after_joining() {
    let place = Place::new();
    let undo = |seq, of| Event {
        seq,
        at: SessionTime::from_millis(250_000),
        facts: vec![Fact::Retracted { seq: of }],
        ..Event::default()
    };
    let mut one = went_on(&[(100, "Alpha"), (200, "Gamma")]);
    one.push(undo(7, 6));
    let mut other = went_on(&[(50, "Beta"), (150, "Delta")]);
    other.push(undo(7, 5));
    place.file("", &one);
    place.file("-b", &other);
    place.workspace.join(&place.path(""), &place.path("-b")).unwrap();
    let map = place.map();
    assert!(map.contains("Alpha") && map.contains("Delta") && !map.contains("Gamma") && !map.contains("Beta"));
    let session = place.workspace.load(&header().id).unwrap().session;
    let facts = session.events().iter().flat_map(|event| &event.facts);
    let mut claims: Vec<u32> =
        facts.filter_map(|fact| if let Fact::Claimed(claim) = fact { Some(claim.claim) } else { None }).collect();
    let count = claims.len();
    claims.sort_unstable();
    claims.dedup();
    assert_eq!(claims.len(), count);
}

#[test]
fn only_two_sound_files_of_one_session_are_joined_and_otherwise_nothing_changes() {
    let place = Place::apart();
    let other = Header { id: "2026-11-20-else-0001".into(), ..header() };
    let elsewhere = place.workspace.session_path(&other.id);
    fs::write(&elsewhere, session_text(&other, &common()).unwrap()).unwrap();
    let refused = place.workspace.join(&place.path(""), &elsewhere).unwrap_err();
    assert!(matches!(refused, StoreError::NotCopies { .. }), "{refused}");
    let text = fs::read_to_string(place.path("")).unwrap().replace("Alpha", "Alpine");
    fs::write(place.path(""), &text).unwrap();
    let refused = place.workspace.join(&place.path(""), &place.path(" (conflicted copy)")).unwrap_err();
    assert!(refused.to_string().contains("adjacent repair FILE mends it first"), "{refused}");
    assert_eq!((fs::read_to_string(place.path("")).unwrap(), place.set_aside().len()), (text, 0));
    let _held = place.go_on(" (conflicted copy)");
    assert!(place.workspace.join(&place.path(" (conflicted copy)"), &place.path("")).unwrap_err().held_by().is_some());
}

#[test]
fn parting_makes_the_second_file_a_session_of_its_own_with_every_line() {
    let place = Place::apart();
    let events = read(&fs::read(place.path(" (conflicted copy)")).unwrap()).events;
    let parted = place.workspace.part(&place.path(" (conflicted copy)"), 0xbeef).unwrap();
    assert!(place.copies().is_empty());
    let id = parted.path.file_stem().unwrap().to_str().unwrap();
    let session = place.workspace.load(id).unwrap().session;
    assert_eq!((session.header().id.as_str(), session.events()), (id, events.as_slice()));
    assert!(id.ends_with("-beef") && check(&parted.path).unwrap().is_empty());
    assert_eq!((labels(&place.map()), place.set_aside().len()), (5, 1));
}

#[test]
fn a_line_that_is_struck_goes_from_every_copy_and_does_not_come_back_to_the_map() {
    let stale = Place::new();
    stale.file("", &went_on(&[(100, "Alpha"), (300, "Gamma")]));
    stale.file("-copy", &went_on(&[(100, "Alpha")]));
    assert_eq!(stale.strike("", "Alpha"), 1);
    stale.nowhere("Alpha");
    assert_eq!(stale.copies()[0].relation.only_second, 0, "an order is no line of the talk");

    let apart = Place::apart();
    assert_eq!(apart.strike(" (conflicted copy)", "they said so in line 3"), 1);
    apart.nowhere("they said so in line 3");
    assert_eq!(labels(&apart.map()), 5);
    apart.workspace.join(&apart.path(""), &apart.path(" (conflicted copy)")).unwrap();
    apart.strike("", "Delta");
    apart.nowhere("Delta");
    assert_eq!(check(&apart.path("")).unwrap(), []);
}

#[test]
fn a_line_that_is_struck_goes_from_the_file_that_was_set_aside_when_it_was_parted() {
    let place = Place::apart();
    let parted = place.workspace.part(&place.path(" (conflicted copy)"), 7).unwrap();
    let id = parted.path.file_stem().unwrap().to_str().unwrap().to_owned();
    let mut file = place.workspace.go_on(&id).unwrap();
    let session = place.workspace.load(&id).unwrap().session;
    let seq = session.events().iter().find(|event| format!("{event:?}").contains("Delta")).unwrap().seq;
    let facts = vec![Fact::StrikeOrdered { seq }];
    file.append(&Event { seq: session.next_seq(), at: SessionTime::from_millis(900_000), facts, ..Event::default() })
        .unwrap();
    place.workspace.strike(&mut file).unwrap();
    place.nowhere("Delta");
}

#[test]
fn a_copy_that_arrives_after_a_strike_is_named_and_repair_reaches_it() {
    let place = Place::new();
    place.file("", &went_on(&[(100, "Alpha"), (300, "Gamma")]));
    place.strike("", "Alpha");
    place.file("-copy", &went_on(&[(100, "Alpha")]));
    assert!(!place.map().contains("Alpha"), "it does not come back to the map");
    let says = place.copies()[0].to_string();
    assert!(says.contains("1 line that was removed for good"), "{says}");
    adjacent::store::repair(&place.path(""), false).unwrap();
    place.nowhere("Alpha");
}

#[test]
fn whatever_two_machines_wrote_every_line_counts_once_before_and_after_joining() {
    let mut chance = Chance(11);
    for round in 0..60 {
        let place = Place::new();
        let mut ends = [Vec::new(), Vec::new()];
        let mut thing = 0;
        for end in &mut ends {
            let mut seconds = 0;
            for _ in 0..chance.below(5) {
                seconds += chance.below(3) as u64;
                thing += 1;
                end.push((20 + seconds, format!("Thing{round}x{thing}")));
            }
        }
        let borrow = |end: &[(u64, String)]| -> Vec<Event> {
            went_on(&end.iter().map(|(seconds, thing)| (*seconds, thing.as_str())).collect::<Vec<_>>())
        };
        place.file("", &borrow(&ends[0]));
        place.file("-b", &borrow(&ends[1]));
        let before = place.map();
        for (_, thing) in ends.iter().flatten() {
            assert!(before.contains(&format!("\"{thing}\"")), "{thing}");
        }
        place.workspace.join(&place.path("-b"), &place.path("")).unwrap();
        assert_eq!(place.map(), before, "round {round}");
        assert_eq!(check(&place.path("")).unwrap(), []);
        let numbers = place.workspace.load(&header().id).unwrap().session;
        assert!(numbers.events().iter().zip(1..).all(|(event, seq)| event.seq == seq));
    }
}
