use std::collections::BTreeSet;
use std::fs;

use super::paper_hub::PaperHub;
use super::table::{Table, act, said, talk};
use crate::record::{Fact, SessionKind};

#[test]
fn sessions_of_more_lines_than_a_page_and_many_of_few_come_whole_in_few_calls() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    one.begin("long", SessionKind::Workshop, &talk(12_003));
    for number in 0..40 {
        one.begin(&format!("short-{number}"), SessionKind::Workshop, &talk(number * 7));
    }
    one.meet_afresh(&mut hub);
    hub.calls = 0;
    assert_eq!(two.meet_afresh(&mut hub), Vec::<String>::new());
    assert!(hub.calls <= 7, "{} calls", hub.calls);
    assert_eq!(one.files(), two.files());
    for id in one.files().iter().filter_map(|name| name.strip_suffix(".ron")) {
        assert_eq!(one.read(id), two.read(id), "{id}");
    }
    assert_eq!(two.flow.waiting(), 0);
}

#[test]
fn what_arrives_is_known_and_not_read_again() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    let mut file = one.begin("a", SessionKind::Workshop, &talk(3));
    one.meet_afresh(&mut hub);
    two.meet_afresh(&mut hub);
    file.append(&said(4, "more")).unwrap();
    one.flow.send_news(&mut hub).unwrap();
    two.flow.take_news(&mut hub, &BTreeSet::from(["a".into()])).unwrap();
    // A look that reads the file notes its session.
    two.flow.look_at_disk();
    assert_eq!(two.flow.written, BTreeSet::new());
    assert_eq!(two.read("a"), one.read("a"));
}

#[test]
fn lines_that_another_program_wrote_meanwhile_are_compared_and_not_doubled() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    let mut file = one.begin("a", SessionKind::Workshop, &talk(2));
    one.meet_afresh(&mut hub);
    let ids = BTreeSet::from(["a".into()]);
    two.meet_afresh(&mut hub);
    for seq in 3..6 {
        file.append(&said(seq, "more")).unwrap();
    }
    one.flow.send_news(&mut hub).unwrap();
    two.flow.ask_heads(&mut hub, &["a".into()]).unwrap();
    // Another program of this folder fetched a part of it since the last look.
    let whole = one.read("a");
    let part: String = whole.split_inclusive('\n').take(6).chain(["])\n"]).collect();
    fs::write(two.workspace.session_path("a"), part).unwrap();
    two.flow.follow(&mut hub, &ids).unwrap();
    assert_eq!((two.read("a"), two.flow.happened().says), (whole, Vec::new()));
}

#[test]
fn a_file_that_ends_in_half_a_line_is_completed() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    let mut file = one.begin("a", SessionKind::Workshop, &talk(2));
    one.meet_afresh(&mut hub);
    two.meet_afresh(&mut hub);
    file.append(&said(3, "the third line")).unwrap();
    one.meet_afresh(&mut hub);
    let whole = one.read("a");
    for cut in [whole.find("the third").unwrap(), whole.len() - 5] {
        fs::write(two.workspace.session_path("a"), &whole[..cut]).unwrap();
        assert_eq!(two.meet_afresh(&mut hub), Vec::<String>::new());
        assert_eq!(two.read("a"), whole, "{cut}");
    }
}

#[test]
fn a_line_that_was_struck_while_it_travelled_is_no_line_that_was_emptied() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    let mut file = one.begin("a", SessionKind::Workshop, &talk(2));
    one.meet_afresh(&mut hub);
    // What is known of the hub is older than what is read from it.
    two.flow.ask_heads(&mut hub, &["a".into()]).unwrap();
    file.append(&act(3, Fact::StrikeOrdered { seq: 2 })).unwrap();
    one.workspace.strike(&mut file).unwrap();
    one.flow.send_news(&mut hub).unwrap();
    two.flow.follow(&mut hub, &BTreeSet::from(["a".into()])).unwrap();
    assert_eq!((two.read("a"), two.flow.happened().says), (one.read("a"), Vec::new()));
}

#[test]
fn a_line_that_the_hub_lost_is_named() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    one.begin("a", SessionKind::Workshop, &talk(3));
    one.meet_afresh(&mut hub);
    two.flow.ask_heads(&mut hub, &["a".into()]).unwrap();
    hub.sessions.get_mut("a").unwrap().lines.pop();
    two.flow.follow(&mut hub, &BTreeSet::from(["a".into()])).unwrap();
    let says = two.flow.happened().says;
    assert!(matches!(says.as_slice(), [one] if one.starts_with("line 3 of \"Talk a\" (a) was altered")), "{says:?}");
    assert_eq!(two.workspace.load("a").unwrap().session.events().len(), 2);
}
