use super::*;
use crate::record::line::session_text;
use crate::record::{Event, Fact, Header, SessionKind, SessionTime};

fn event(seq: u64, said: &str) -> Event {
    Event { seq, at: SessionTime::from_millis(seq), said: Some(said.to_owned()), ..Event::default() }
}

fn strike(seq: u64, of: u64) -> Event {
    Event { seq, facts: vec![Fact::StrikeOrdered { seq: of }], ..Event::default() }
}

fn text(events: &[Event]) -> String {
    session_text(&Header::here(SessionKind::Workshop), events).unwrap()
}

/// The header and the lines of a session.
fn carried(text: &str) -> (CarriedLine, Vec<CarriedLine>) {
    let file = SealedFile::of(text.as_bytes());
    let mut lines = CarriedLine::all_in(&text.as_bytes()[file.span_of(0, file.len()).unwrap()]).unwrap();
    (lines.remove(0), lines)
}

struct Arrival {
    _folder: tempfile::TempDir,
    workspace: Workspace,
    path: PathBuf,
}

impl Arrival {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::open(folder.path()).unwrap();
        let path = workspace.path_for_arriving(&"here".into()).unwrap();
        Self { _folder: folder, workspace, path }
    }

    fn written(&self) -> String {
        fs::read_to_string(&self.path).unwrap()
    }
}

#[test]
fn lines_that_arrive_in_any_portions_and_twice_are_the_file_of_their_writer() {
    let whole = text(&[event(1, "A -> B"), event(2, "B -> C"), event(3, "C -> D")]);
    let (header, lines) = carried(&whole);
    for cut in 0..=3 {
        let here = Arrival::new();
        for _ in 0..2 {
            let one = here.workspace.receive(&here.path, &header, 0, &lines[..cut]).unwrap();
            let rest = here.workspace.receive(&here.path, &header, cut, &lines[cut..]).unwrap();
            assert_eq!((one, rest), (Received::Written, Received::Written), "{cut}");
            assert_eq!(here.written(), whole, "{cut}");
        }
    }
}

#[test]
fn a_file_that_was_cut_anywhere_below_a_line_is_completed() {
    let whole = text(&[event(1, "A -> B"), event(2, "B -> C")]);
    let (header, lines) = carried(&whole);
    let first = SealedFile::of(text(&[event(1, "A -> B")]).as_bytes()).end();
    for cut in first..whole.len() {
        for zeros in [0, 5] {
            let here = Arrival::new();
            fs::create_dir_all(here.path.parent().unwrap()).unwrap();
            fs::write(&here.path, [&whole.as_bytes()[..cut], &vec![0; zeros]].concat()).unwrap();
            let after = SealedFile::of(&fs::read(&here.path).unwrap()).len();
            let received = here.workspace.receive(&here.path, &header, after, &lines[after..]).unwrap();
            assert_eq!((received, here.written()), (Received::Written, whole.clone()), "{cut} {zeros}");
        }
    }
}

#[test]
fn an_empty_file_that_a_power_cut_left_is_written_anew() {
    let whole = text(&[event(1, "A -> B")]);
    let (header, lines) = carried(&whole);
    for left in [Vec::new(), vec![0; 100]] {
        let here = Arrival::new();
        fs::create_dir_all(here.path.parent().unwrap()).unwrap();
        fs::write(&here.path, left).unwrap();
        here.workspace.receive(&here.path, &header, 0, &lines).unwrap();
        assert_eq!(here.written(), whole);
    }
}

#[test]
fn a_file_with_other_lines_is_never_written_over() {
    let (header, lines) = carried(&text(&[event(1, "A -> B"), event(2, "B -> C")]));
    for own in [
        text(&[event(1, "A -> X"), event(2, "B -> C")]),
        text(&[event(1, "A -> B"), event(2, "B -> X")]),
        text(&[event(1, "A -> B")]).replace("])\n", "a hand-written remark\n])\n"),
        "something else\n".to_owned(),
    ] {
        let here = Arrival::new();
        fs::create_dir_all(here.path.parent().unwrap()).unwrap();
        fs::write(&here.path, &own).unwrap();
        assert_eq!(here.workspace.receive(&here.path, &header, 0, &lines).unwrap(), Received::OtherLines);
        assert_eq!(here.written(), own);
    }
}

#[test]
fn an_order_to_strike_that_arrives_removes_the_text_from_the_file_and_from_its_copies() {
    let before = [event(1, "A -> B"), event(2, "a secret that somebody regrets")];
    let after = text(&[&before[..], &[strike(3, 2)]].concat());
    let (header, lines) = carried(&after);
    let here = Arrival::new();
    here.workspace.receive(&here.path, &header, 0, &lines[..2]).unwrap();
    let copy = here.workspace.path_beside(&"here".into());
    fs::copy(&here.path, &copy).unwrap();
    here.workspace.receive(&here.path, &header, 2, &lines[2..]).unwrap();
    assert!(!here.written().contains("regrets"));
    assert_eq!(here.written().len(), after.len());
    assert!(!fs::read_to_string(&copy).unwrap().contains("regrets"));
    let line = SealedFile::of(here.written().as_bytes());
    assert_eq!((line.sound(), line.unsound_line()), (3, None));
}

#[test]
fn lines_of_a_session_that_is_being_written_here_are_refused() {
    let (header, lines) = carried(&text(&[event(1, "A -> B")]));
    let here = Arrival::new();
    here.workspace.receive(&here.path, &header, 0, &[]).unwrap();
    let held = here.workspace.go_on("here").unwrap();
    assert!(here.workspace.receive(&here.path, &header, 0, &lines).unwrap_err().held_by().is_some());
    drop(held);
    here.workspace.receive(&here.path, &header, 0, &lines).unwrap();
}

#[test]
fn an_id_that_leads_out_of_the_folder_or_hides_a_file_names_none() {
    let here = Arrival::new();
    for id in ["../x", "a/b", "a\\b", ".hidden", "", " ", "a\nb", "a\u{1b}[2J", &"x".repeat(201)] {
        assert_eq!(here.workspace.path_for_arriving(&id.into()), None, "{id:?}");
    }
    for id in ["2026-11-20-four-ai-changes-9f3c", "2026-11-20-größe-0001"] {
        assert!(here.workspace.path_for_arriving(&id.into()).is_some(), "{id}");
    }
}

#[test]
fn a_session_that_arrives_with_a_text_and_the_order_to_strike_it_is_written_without_the_text() {
    let after = text(&[event(1, "A -> B"), event(2, "a secret that somebody regrets"), strike(3, 2)]);
    let (header, lines) = carried(&after);
    let here = Arrival::new();
    here.workspace.receive(&here.path, &header, 0, &lines).unwrap();
    assert!(!here.written().contains("regrets"));
}
