//! What else a thing changes and what else changes it: asked where the map itself says that arrows may be missing.

use std::fmt::Write as _;

use adjacent::app::OpenSession;
use adjacent::ask::{GapModel, GapSide, Question, open_ends};
use adjacent::graph::{Graph, Key, Ledger, Link};
use adjacent::record::{Mode, Names, Session};

use crate::ask::room::Room;
use crate::session::header;
use crate::talk::{Talk, opening};

/// The first open ends: the thing, and the side on which it is asked for arrows.
fn first(room: &Room, count: usize) -> Vec<(String, GapSide)> {
    let questions = room.questions();
    let told = |question: &Question| (question.about[0].as_str().to_owned(), question.open.unwrap().side);
    open_ends(&questions).into_iter().take(count).map(told).collect()
}

fn out(thing: &str) -> (String, GapSide) {
    (thing.to_owned(), GapSide::Out)
}

/// One factor that leads to many, and a chain beside it.
fn hub(ends: usize) -> String {
    let mut lines = String::new();
    for end in 0..ends {
        let _ = writeln!(lines, "~Hub -> ~End{end} : +");
    }
    lines + "~Lone -> ~Path : +\nPath -> ~Last : +"
}

/// Forty factors in a ring, each of which leads to the next four; three in ten of these arrows were not said yet.
fn ring() -> String {
    let mut lines = String::new();
    for from in 0..40 {
        for step in 1..=4 {
            if (from * from * 7 + step * step * 13 + from * step * 5 + from / 3) % 10 >= 3 {
                let _ = writeln!(lines, "~T{from} -> ~T{} : +", (from + step) % 40);
            }
        }
    }
    lines
}

#[test]
fn a_map_of_hubs_asks_the_hub_first_whether_it_is_small_or_large() {
    for ends in [5, 18] {
        let mut room = Room::of(&[]);
        room.says(&hub(ends));
        assert_eq!(first(&room, 1), [out("hub")], "{ends}");
    }
}

#[test]
fn a_map_in_which_quiet_things_hold_the_gaps_asks_these_first() {
    let mut room = Room::of(&[]);
    let graph = room.says(&ring()).graph();
    let known = |(thing, side): &(String, GapSide)| {
        let at = |link: &Link<'_>| if *side == GapSide::Out { link.from.key.clone() } else { link.to.key.clone() };
        graph.links().filter(|link| at(link).as_str() == thing).count()
    };
    let asked = first(&room, 6);
    assert!(asked.iter().all(|end| known(end) <= 2), "{asked:?}");
}

#[test]
fn what_leads_somewhere_is_asked_what_else_and_what_does_not_is_asked_what() {
    let mut room = Room::of(&[]);
    room.says("~Hub -> ~End1, ~End2");
    let ask = |template: u8, about: &str| room.question(template, &[about]).map(|question| question.ask);
    assert_eq!(ask(50, "Hub").as_deref(), Some("What else does Hub change?"));
    assert_eq!(ask(50, "End1").as_deref(), Some("What does End1 change?"));
    assert_eq!(ask(51, "End1").as_deref(), Some("What else changes End1?"));
    assert_eq!(ask(51, "Hub"), None);
    assert_eq!(ask(10, "Hub").as_deref(), Some("What moves Hub today, before any AI?"));
    let because = room.question(50, &["Hub"]).unwrap().because;
    assert_eq!(because, "Hub changes two things that were named; by this map there may be more.");
}

#[test]
fn an_open_end_is_asked_about_by_one_template_alone() {
    let mut room = Room::of(&[]);
    room.says("!Bot, !Tool -> ~Trust (want up) : -");
    let sides: Vec<u8> = room
        .questions()
        .iter()
        .filter(|question| {
            question.about[..1] == [Key::of("Trust").unwrap()]
                && question.open.is_some_and(|open| open.side == GapSide::Out)
        })
        .map(|question| question.template)
        .collect();
    assert!(!sides.contains(&50) && !sides.is_empty(), "{sides:?}");
}

#[test]
fn an_open_end_that_was_asked_is_not_asked_again() {
    let mut room = Room::of(&[]);
    room.says(&hub(18)).is_asked(50, &["Hub"]);
    assert!(!first(&room, 100).contains(&out("hub")));
    room.declines(51, &["End1"]);
    assert!(!first(&room, 100).contains(&("end1".to_owned(), GapSide::Into)));
}

#[test]
fn a_unit_that_was_not_heard_comes_first_in_its_turn_and_what_is_wanted_weighs_more() {
    let mut room = Room::of(&[("mei", "Claims"), ("joe", "Finance")]);
    room.says("mei> @Claims owns ~Hub\nmei> @Finance owns ~Other");
    for end in 0..9 {
        room.says(&format!("mei> ~Hub -> ~End{end} : +"));
        if end < 7 {
            room.says(&format!("mei> ~Other -> ~Far{end} : +"));
        }
    }
    assert_eq!(first(&room, 1), [out("hub")]);
    room.is_asked(42, &["Something 1"]).is_asked(42, &["Something 2"]);
    assert_eq!(first(&room, 1), [out("other")]);
    let score = |room: &Room| room.score(50, &["Hub"]);
    let before = score(&room);
    room.says("mei> End1 is want up\nmei> Hub -> End1 : ++");
    assert!(score(&room) > before);
}

#[test]
fn a_dispute_comes_before_what_else_there_is() {
    let mut room = Room::of(&[("mei", "Claims"), ("joe", "Finance")]);
    room.says(&hub(18)).says("mei> !Bot -> ~Calls : +\njoe> Bot -> Calls : -");
    assert_eq!(room.questions()[0].template, 34);
}

fn talked(id: &str, lines: &str) -> Session {
    let mut talk = Talk::on(OpenSession::alone(Session::fold(header(id, "Talk"), [opening(Mode::Live, Vec::new())])));
    talk.says(lines);
    talk.session().clone()
}

fn added(sessions: &[&Session]) -> Graph {
    let mut ledger = Ledger::new();
    for session in sessions {
        ledger.add_session(session, &Names::default());
    }
    ledger.graph(None)
}

#[test]
fn the_order_does_not_depend_on_the_order_of_files() {
    let (one, other) = (talked("2026-11-20-one-0001", &hub(12)), talked("2026-11-21-other-0001", &ring()));
    let (graph, turned) = (added(&[&one, &other]), added(&[&other, &one]));
    let (gaps, again) = (GapModel::of(&graph), GapModel::of(&turned));
    for thing in graph.things() {
        for side in GapSide::BOTH {
            assert_eq!(gaps.share(&thing.key, side), again.share(&thing.key, side), "{}", thing.label);
        }
    }
}

#[test]
fn what_was_taken_back_is_asked_about_no_more() {
    let mut room = Room::of(&[]);
    room.says(&hub(18)).says("~Secret -> ~End1 : +\nundo");
    assert!(first(&room, 200).iter().all(|(thing, _)| thing != "secret"));
}
