mod arriving;
mod paper_hub;
mod table;

use std::fs;

use super::*;
use crate::hub::error::HubTrouble;
use crate::record::{Fact, SessionKind};

use paper_hub::PaperHub;
use table::{Table, act, said, talk};

#[test]
fn every_session_is_the_same_file_byte_for_byte_everywhere() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    one.begin("a", SessionKind::Workshop, &talk(3));
    two.begin("b", SessionKind::Solo, &talk(700));
    one.begin("empty", SessionKind::Desk, &[]);
    for turn in 0..3 {
        let table = if turn == 1 { &mut two } else { &mut one };
        assert_eq!(table.meet_afresh(&mut hub), Vec::<String>::new());
        assert_eq!(table.flow.waiting(), 0);
    }
    assert_eq!((one.files(), two.files()), (two.files(), one.files()));
    for id in ["a", "b", "empty"] {
        assert_eq!(one.read(id), two.read(id), "{id}");
        assert_eq!(two.workspace.load(id).unwrap().faults, [], "{id}");
    }
}

#[test]
fn a_line_goes_up_when_it_is_on_this_disk_and_comes_down_when_it_is_news() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    let mut file = one.begin("a", SessionKind::Workshop, &talk(1));
    one.flow.meet(&mut hub).unwrap();
    two.flow.meet(&mut hub).unwrap();
    for seq in 2..6 {
        file.append(&said(seq, "more")).unwrap();
        one.flow.look_at_disk();
        assert_eq!(one.flow.waiting(), 1);
        one.flow.send_news(&mut hub).unwrap();
        two.flow.take_news(&mut hub, &BTreeSet::from(["a".into()])).unwrap();
        assert_eq!(two.flow.happened().arrived, BTreeSet::from(["a".into()]));
        assert_eq!(two.read("a"), one.read("a"));
    }
}

#[test]
fn wherever_the_connection_is_cut_nothing_is_lost_and_nothing_is_doubled() {
    let mut most = 1;
    let mut cut = 0;
    while cut <= most {
        let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
        let mut file = one.begin("a", SessionKind::Workshop, &talk(2));
        two.begin("b", SessionKind::Workshop, &talk(2));
        file.append(&act(3, Fact::StrikeOrdered { seq: 1 })).unwrap();
        one.workspace.strike(&mut file).unwrap();
        file.append(&act(4, Fact::Closed)).unwrap();
        hub.cut_after = Some(cut);
        for table in [&mut one, &mut two] {
            let met = table.flow.meet(&mut hub);
            assert!(met.is_ok() || met.unwrap_err().trouble == HubTrouble::Away);
        }
        most = most.max(hub.calls);
        hub.cut_after = None;
        for turn in 0..3 {
            let table = if turn == 1 { &mut two } else { &mut one };
            assert_eq!(table.meet_afresh(&mut hub), Vec::<String>::new(), "{cut}");
        }
        for id in ["a", "b"] {
            assert_eq!(one.read(id), two.read(id), "{cut}");
            assert_eq!(two.workspace.load(id).unwrap().faults, [], "{cut}");
        }
        assert!(hub.sessions["a"].closed.is_some());
        cut += 1;
    }
    assert!(most > 5, "the connection was cut at too few places: {most}");
}

#[test]
fn what_never_travels_is_not_on_the_hub() {
    let (mut one, mut hub) = (Table::new(), PaperHub::default());
    let secret = |seq| said(seq, "Zqmarker");
    let branch = SessionKind::WhatIf { of: "open".into(), after: 1 };
    one.begin("rehearsal", SessionKind::Rehearsal, &[secret(1)]);
    one.begin("branch", branch, &[secret(1)]);
    one.begin("assessment", SessionKind::Assessment, &[secret(1)]);
    one.begin("private", SessionKind::Workshop, &[secret(1), act(2, Fact::MadePrivate)]);
    one.begin("here", SessionKind::Workshop, &[act(1, Fact::StaysHere), secret(2)]);
    one.begin("named", SessionKind::Workshop, &[secret(1), act(2, Fact::Resumed { who: Some("Ana".into()) })]);
    one.begin("open", SessionKind::Workshop, &talk(1));
    assert_eq!(one.meet_afresh(&mut hub), Vec::<String>::new());
    assert_eq!(hub.sessions.keys().map(SessionId::as_str).collect::<Vec<_>>(), ["open"]);
    assert!(!hub.text().contains("Zqmarker"));
    assert_eq!((one.flow.waiting(), one.flow.withheld().values().sum::<usize>()), (0, 6));
}

#[test]
fn a_session_that_becomes_private_says_so_to_those_who_have_it_and_nothing_more() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    let mut file = one.begin("a", SessionKind::Workshop, &talk(2));
    one.meet_afresh(&mut hub);
    two.meet_afresh(&mut hub);
    file.append(&act(3, Fact::MadePrivate)).unwrap();
    file.append(&said(4, "Zqmarker")).unwrap();
    one.meet_afresh(&mut hub);
    two.meet_afresh(&mut hub);
    assert!(two.workspace.load("a").unwrap().session.is_private());
    assert!(!hub.text().contains("Zqmarker"));
    file.append(&act(5, Fact::MadeShared)).unwrap();
    one.meet_afresh(&mut hub);
    two.meet_afresh(&mut hub);
    assert_eq!(two.read("a"), one.read("a"));
}

#[test]
fn lines_typed_before_a_session_became_private_stay_here_when_they_had_not_gone_up() {
    let (mut one, mut hub) = (Table::new(), PaperHub::default());
    let mut file = one.begin("a", SessionKind::Workshop, &talk(1));
    one.meet_afresh(&mut hub);
    file.append(&said(2, "Zqmarker")).unwrap();
    file.append(&act(3, Fact::MadePrivate)).unwrap();
    one.meet_afresh(&mut hub);
    assert_eq!(hub.sessions["a"].lines.len(), 1);
}

#[test]
fn a_tampered_line_is_named_and_neither_it_nor_what_is_below_comes_here() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    one.begin("a", SessionKind::Workshop, &talk(4));
    one.meet_afresh(&mut hub);
    let text = &mut hub.line("a", 3).0;
    *text = text.replace("line 3", "lime 3");
    let says = two.meet_afresh(&mut hub);
    assert!(matches!(says.as_slice(), [one] if one.starts_with("line 3 of \"Talk a\" (a) was altered")), "{says:?}");
    assert_eq!(two.workspace.load("a").unwrap().session.events().len(), 2);
    assert_eq!(two.workspace.load("a").unwrap().faults, []);
    let text = &mut hub.line("a", 3).0;
    *text = text.replace("lime 3", "line 3");
    assert_eq!(two.meet_afresh(&mut hub), Vec::<String>::new());
    assert_eq!(two.read("a"), one.read("a"));
}

#[test]
fn a_line_that_was_emptied_on_the_hub_without_an_order_is_named() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    one.begin("a", SessionKind::Workshop, &talk(3));
    one.meet_afresh(&mut hub);
    let line = hub.line("a", 2);
    line.0 = format!("{:1$}", "(seq: 2, at: 2, facts: [Struck]),", line.0.len());
    let says = two.meet_afresh(&mut hub);
    assert!(matches!(says.as_slice(), [one] if one.starts_with("line 2 of \"Talk a\" (a) was emptied")), "{says:?}");
}

#[test]
fn a_header_that_was_altered_and_an_id_that_is_no_file_name_bring_no_file() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    one.begin("a", SessionKind::Workshop, &talk(1));
    one.meet_afresh(&mut hub);
    let mut session = hub.sessions.remove("a").unwrap();
    session.header.0 = session.header.0.replace("Talk a", "Talk b");
    hub.sessions.insert("a".into(), session);
    let says = two.meet_afresh(&mut hub);
    assert!(says.iter().any(|says| says.contains("the header of a was altered")), "{says:?}");
    assert_eq!(two.files(), Vec::<String>::new());
    let session = hub.sessions.remove("a").unwrap();
    hub.sessions.insert("../a".into(), session);
    two.meet_afresh(&mut hub);
    assert!(!two.folder.path().join("a.ron").exists());
}

#[test]
fn a_second_writer_is_refused_and_named_and_no_line_is_lost() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    let mut file = one.begin("a", SessionKind::Workshop, &talk(2));
    one.meet_afresh(&mut hub);
    two.meet_afresh(&mut hub);
    let mut second = two.workspace.go_on("a").unwrap();
    second.append(&said(3, "of the second writer")).unwrap();
    second.append(&said(4, "of the second writer")).unwrap();
    drop(second);
    file.append(&said(3, "of the first writer")).unwrap();
    one.meet_afresh(&mut hub);
    let says = two.meet_afresh(&mut hub);
    assert!(
        matches!(says.as_slice(), [one] if one.contains("from line 3 on") && one.contains("the console in Ghent")
            && one.contains("adjacent sessions --part \"a.ron\"")),
        "{says:?}"
    );
    assert_eq!(two.files(), ["a-from-the-hub.ron", "a.ron"]);
    assert!(two.read("a").contains("of the second writer"));
    assert_eq!(two.read("a-from-the-hub"), one.read("a"));
    assert!(!hub.text().contains("of the second writer"));
    file.append(&said(4, "of the first writer")).unwrap();
    one.meet_afresh(&mut hub);
    two.meet_afresh(&mut hub);
    assert_eq!(two.read("a-from-the-hub"), one.read("a"));
    let parted = two.workspace.part(&two.workspace.session_path("a"), 7).unwrap();
    assert_eq!(two.meet_afresh(&mut hub), Vec::<String>::new());
    assert!(hub.text().contains("of the second writer"));
    let (id, parted) = (parted.path.file_stem().unwrap().to_string_lossy().into_owned(), parted);
    one.meet_afresh(&mut hub);
    assert_eq!(one.read(&id), fs::read_to_string(parted.path).unwrap());
}

#[test]
fn whoever_has_written_more_is_refused_too_when_the_hub_has_other_lines() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    let mut file = one.begin("a", SessionKind::Workshop, &talk(1));
    one.meet_afresh(&mut hub);
    two.meet_afresh(&mut hub);
    two.workspace.go_on("a").unwrap().append(&said(2, "of the second writer")).unwrap();
    for seq in 2..5 {
        file.append(&said(seq, "of the first writer")).unwrap();
    }
    one.meet_afresh(&mut hub);
    let says = two.meet_afresh(&mut hub);
    assert!(matches!(says.as_slice(), [one] if one.contains("from line 2 on")), "{says:?}");
    assert_eq!(two.read("a-from-the-hub"), one.read("a"));
}

#[test]
fn a_strike_is_on_the_hub_and_in_every_copy_also_of_those_who_come_back_late() {
    let (mut one, mut two, mut late, mut hub) = (Table::new(), Table::new(), Table::new(), PaperHub::default());
    let mut file = one.begin("a", SessionKind::Workshop, &[said(1, "A -> B"), said(2, "Zqmarker that is regretted")]);
    one.meet_afresh(&mut hub);
    two.meet_afresh(&mut hub);
    late.meet_afresh(&mut hub);
    assert!(hub.text().contains("Zqmarker") && two.read("a").contains("Zqmarker"));
    file.append(&act(3, Fact::StrikeOrdered { seq: 2 })).unwrap();
    one.workspace.strike(&mut file).unwrap();
    one.flow.send_news(&mut hub).unwrap();
    assert!(!hub.text().contains("Zqmarker"));
    two.flow.take_news(&mut hub, &BTreeSet::from(["a".into()])).unwrap();
    assert_eq!(hub.taken, BTreeSet::from([("a".into(), 2)]));
    file.append(&said(4, "a week later")).unwrap();
    one.flow.send_news(&mut hub).unwrap();
    hub.taken.clear();
    late.meet_afresh(&mut hub);
    two.meet_afresh(&mut hub);
    assert_eq!(hub.taken, BTreeSet::from([("a".into(), 2)]));
    let newcomer = &mut Table::new();
    newcomer.meet_afresh(&mut hub);
    for table in [&two, &late, newcomer] {
        assert_eq!(table.read("a"), one.read("a"));
        assert_eq!(table.workspace.load("a").unwrap().faults, []);
    }
}

#[test]
fn a_text_that_is_still_here_is_not_said_to_be_gone() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    let mut file = one.begin("a", SessionKind::Workshop, &talk(2));
    one.meet_afresh(&mut hub);
    two.meet_afresh(&mut hub);
    file.append(&act(3, Fact::StrikeOrdered { seq: 2 })).unwrap();
    one.workspace.strike(&mut file).unwrap();
    one.meet_afresh(&mut hub);
    let held = two.workspace.go_on("a").unwrap();
    hub.taken.clear();
    two.meet_afresh(&mut hub);
    assert!(two.read("a").contains("line 2"));
    assert_eq!(hub.taken, BTreeSet::new());
    drop(held);
    two.meet_afresh(&mut hub);
    assert!(!two.read("a").contains("line 2"));
    assert_eq!(hub.taken, BTreeSet::from([("a".into(), 2)]));
}

#[test]
fn a_removed_session_does_not_come_back_from_the_hub() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    one.begin("a", SessionKind::Workshop, &talk(2));
    one.meet_afresh(&mut hub);
    two.meet_afresh(&mut hub);
    two.workspace.remove("a").unwrap();
    assert_eq!(two.meet_afresh(&mut hub), Vec::<String>::new());
    assert_eq!(two.files(), Vec::<String>::new());
}

#[test]
fn who_may_only_read_follows_and_sends_nothing() {
    let (mut one, mut two, mut hub) = (Table::new(), Table::new(), PaperHub::default());
    one.begin("a", SessionKind::Workshop, &talk(2));
    two.begin("b", SessionKind::Workshop, &talk(2));
    one.meet_afresh(&mut hub);
    two.flow.may_write(false);
    two.flow.meet(&mut hub).unwrap();
    assert_eq!((two.read("a"), two.flow.waiting()), (one.read("a"), 0));
    assert_eq!(hub.sessions.len(), 1);
}

#[test]
fn a_damaged_file_goes_up_to_the_damage_which_is_named() {
    let (mut one, mut hub) = (Table::new(), PaperHub::default());
    one.begin("a", SessionKind::Workshop, &talk(4));
    let path = one.workspace.session_path("a");
    fs::write(&path, one.read("a").replace("line 3", "lime 3")).unwrap();
    let says = one.meet_afresh(&mut hub);
    assert!(
        matches!(says.as_slice(), [one] if one.starts_with("line 5 of \"Talk a\" is not as it was sealed")),
        "{says:?}"
    );
    assert_eq!(hub.sessions["a"].lines.len(), 2);
}

#[test]
fn without_a_hub_the_lines_written_meanwhile_are_counted() {
    let (mut one, mut hub) = (Table::new(), PaperHub::default());
    let mut file = one.begin("a", SessionKind::Workshop, &talk(2));
    hub.cut_after = Some(0);
    assert!(one.flow.meet(&mut hub).is_err());
    assert_eq!(one.flow.waiting(), 0);
    for seq in 3..6 {
        file.append(&said(seq, "offline")).unwrap();
    }
    assert!(one.flow.send_news(&mut hub).is_err());
    assert_eq!(one.flow.waiting(), 3);
    hub.cut_after = None;
    one.flow.meet(&mut hub).unwrap();
    assert_eq!((one.flow.waiting(), hub.sessions["a"].lines.len()), (0, 5));
}
