use super::*;
use crate::record::line::{BANNER, CLOSING, CarriedLine, SealedFile, session_text};
use crate::record::{Event, Fact, Header, SessionKind};

fn said(seq: u64) -> Event {
    Event { seq, said: Some(format!("line {seq}")), ..Event::default() }
}

fn text(events: &[Event]) -> String {
    session_text(&Header::here(SessionKind::Workshop), events).unwrap()
}

/// The header of a session file and the lines below it.
fn parts(text: &str) -> (CarriedLine, String) {
    let file = SealedFile::of(text.as_bytes());
    let header = CarriedLine::all_in(&text.as_bytes()[file.span_of(0, 0).unwrap()]).unwrap().remove(0);
    let lines = text[BANNER.len() + header.written().len()..text.len() - CLOSING.len()].to_owned();
    (header, lines)
}

fn sealed(text: &str) -> SealedText {
    let (header, lines) = parts(text);
    SealedText::of(&header, &lines).unwrap()
}

fn workspace() -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    (folder, workspace)
}

fn names(workspace: &Workspace) -> Vec<String> {
    let entries = fs::read_dir(workspace.sessions()).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with('n'))
        .collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    names
}

#[test]
fn many_sessions_are_written_whole_and_none_of_them_is_read_again() {
    let (_folder, workspace) = workspace();
    let whole = text(&[said(1), said(2)]);
    let mut arriving = workspace.arriving_files().unwrap();
    for number in 0..20 {
        let path = workspace.session_path(&format!("session-{number}"));
        let mut written = arriving.write(&path, sealed(&whole)).unwrap().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), whole);
        assert!(!written.look().unwrap(), "the file is known as it is");
        assert_eq!((written.file().len(), written.path()), (2, path.as_path()));
    }
    arriving.sync_names().unwrap();
    assert_eq!(names(&workspace).len(), 20);
}

#[test]
fn a_file_that_is_there_and_one_that_is_being_written_are_left_alone() {
    let (_folder, workspace) = workspace();
    let path = workspace.session_path("here");
    let mut arriving = workspace.arriving_files().unwrap();
    fs::write(&path, "something else\n").unwrap();
    assert!(arriving.write(&path, sealed(&text(&[said(1)]))).unwrap().is_none());
    assert_eq!(fs::read_to_string(&path).unwrap(), "something else\n");
    let other = workspace.session_path("other");
    let held = Lock::take(&other).unwrap();
    assert!(arriving.write(&other, sealed(&text(&[said(1)]))).unwrap_err().held_by().is_some());
    drop(held);
    assert_eq!(names(&workspace), ["here.ron"]);
}

#[test]
fn a_name_that_somebody_else_took_meanwhile_stays_theirs_and_leaves_no_lock_behind() {
    let (_folder, workspace) = workspace();
    drop(workspace.arriving_files().unwrap());
    let path = workspace.session_path("both");
    let mode = FileMode::of(&path, Readable::ByOthers);
    let (mut first, second) = (NewFile::beside(&path, mode).unwrap(), NewFile::beside(&path, mode).unwrap());
    first.file().write_all(b"theirs").unwrap();
    assert!(first.take_free_name(&path).is_ok_and(|is_ours| is_ours));
    assert!(second.take_free_name(&path).is_ok_and(|is_ours| !is_ours));
    assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");
    let mut arriving = workspace.arriving_files().unwrap();
    arriving.write(&workspace.session_path("new"), sealed(&text(&[said(1)]))).unwrap().unwrap();
    assert_eq!(fs::read_dir(workspace.sessions()).unwrap().count(), 2, "two sessions, no lock file, nothing hidden");
}

#[test]
fn where_a_name_cannot_be_taken_in_one_step_a_lock_is_held_meanwhile() {
    let (_folder, workspace) = workspace();
    drop(workspace.arriving_files().unwrap());
    let path = workspace.session_path("slow");
    let new = || NewFile::beside(&path, FileMode::of(&path, Readable::ByOthers)).unwrap();
    let held = Lock::take(&path).unwrap();
    assert!(appears_under_a_lock(new(), &path, None).is_err());
    assert!(appears_under_a_lock(new(), &path, Some(held)).unwrap());
    assert!(!appears_under_a_lock(new(), &path, None).unwrap());
}

#[test]
fn what_a_killed_program_left_is_swept_away_and_what_another_one_writes_is_not() {
    let (_folder, workspace) = workspace();
    drop(workspace.arriving_files().unwrap());
    let left = workspace.sessions().join(".gone.ron.1f3-aB3xYz.new");
    fs::write(&left, "half a li").unwrap();
    let path = workspace.session_path("held");
    let held = NewFile::beside(&path, FileMode::of(&path, Readable::ByOthers)).unwrap();
    drop(workspace.arriving_files().unwrap());
    assert!(!left.exists());
    held.replace(&path).unwrap();
    assert!(path.exists());
}

#[test]
fn lines_below_those_of_a_file_that_is_known_are_added_and_the_file_stays_known() {
    let (_folder, workspace) = workspace();
    let path = workspace.session_path("here");
    let (whole, first) = (text(&[said(1), said(2), said(3)]), text(&[said(1)]));
    let mut arriving = workspace.arriving_files().unwrap();
    let mut file = arriving.write(&path, sealed(&first)).unwrap().unwrap();
    let (_, lines) = parts(&whole);
    let below = &lines[parts(&first).1.len()..];
    assert_eq!(workspace.receive_below(&mut file, below).unwrap(), crate::store::Received::Written);
    assert_eq!(fs::read_to_string(&path).unwrap(), whole);
    assert!(!file.look().unwrap());
    assert_eq!((file.file().len(), file.file().unsound_line()), (3, None));
}

#[test]
fn lines_are_added_up_to_the_first_that_is_altered_and_not_to_a_file_that_changed() {
    let (_folder, workspace) = workspace();
    let path = workspace.session_path("here");
    let (whole, first) = (text(&[said(1), said(2), said(3)]), text(&[said(1)]));
    let below = parts(&whole).1[parts(&first).1.len()..].to_owned();
    let mut file = workspace.arriving_files().unwrap().write(&path, sealed(&first)).unwrap().unwrap();
    for changed in [first.replace("])\n", "a remark\n])\n"), first.replace("])\n", ""), text(&[said(1), said(2)])] {
        fs::write(&path, &changed).unwrap();
        assert_eq!(workspace.receive_below(&mut file, &below).unwrap(), crate::store::Received::OtherLines);
        assert_eq!(fs::read_to_string(&path).unwrap(), changed);
    }
    fs::write(&path, &first).unwrap();
    let altered = below.replace("line 3", "lime 3");
    assert_eq!(workspace.receive_below(&mut file, &altered).unwrap(), crate::store::Received::Written);
    assert_eq!(fs::read_to_string(&path).unwrap(), text(&[said(1), said(2)]));
}

#[test]
fn an_order_to_strike_in_lines_that_are_added_removes_the_text() {
    let (_folder, workspace) = workspace();
    let path = workspace.session_path("here");
    let before = [said(1), Event { said: Some("what somebody regrets".to_owned()), ..said(2) }];
    let order = Event { seq: 3, facts: vec![Fact::StrikeOrdered { seq: 2 }], ..Event::default() };
    let first = text(&before);
    let mut file = workspace.arriving_files().unwrap().write(&path, sealed(&first)).unwrap().unwrap();
    let below = parts(&text(&[&before[..], &[order]].concat())).1[parts(&first).1.len()..].to_owned();
    workspace.receive_below(&mut file, &below).unwrap();
    assert!(!fs::read_to_string(&path).unwrap().contains("regrets"));
    assert_eq!((file.file().len(), file.file().unsound_line()), (3, None));
}
