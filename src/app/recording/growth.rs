//! Answering a line does not read the whole session. The tests count what is read; they measure no time.

use super::{Recording, SAID_BETWEEN_LINES, WEIGHED_BETWEEN_LINES};
use crate::app::OpenSession;
use crate::exercise::{AnswerFrame, Catalogue, Exercise};
use crate::graph::Key;
use crate::record::visits::during;
use crate::record::{Event, Fact, Header, Mode, Person, Session, SessionKind, SessionTime, StepId};

const SHORT: u64 = 120;
const LONG: u64 = 1_500;

fn typed(number: u64) -> String {
    let (unit, earlier) = (["Claims", "Sales", "Legal"][(number % 3) as usize], number / 2);
    match number % 10 {
        0 => format!("@{unit} owns !Bot {}", number % 7),
        1 => format!("? who knows about thing {earlier}"),
        2 => format!("do look at number {number} : {unit} due 2w"),
        3 => format!("we talked about number {number}"),
        4 => format!("decide Bot {}: guard, keep {number}", number % 7),
        5 => "vote Guard: yes 3, no 1".to_owned(),
        _ => format!("Bot {} -> less thing {number}, more thing {earlier}", number % 7),
    }
}

/// Returns a talk of this many lines in the second step of the agenda.
fn talk(lines: u64, catalogue: &Catalogue) -> Recording {
    let header = Header::here(SessionKind::Workshop);
    let people = ["Claims", "Sales", "Legal"].map(|party| Person {
        tag: party[..2].to_lowercase().into(),
        name: None,
        party: Some(party.into()),
        key: None,
    });
    let mut recording = Recording::new(OpenSession::alone(Session::new(header)), catalogue);
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people: people.to_vec() };
    recording.apply(Event { seq: 1, facts: vec![opened], ..Event::default() }, catalogue);
    enter(&mut recording, &StepId::new("next", 2), catalogue);
    for number in 1..=lines {
        say(&mut recording, &typed(number), &AnswerFrame::default(), catalogue);
    }
    recording
}

fn enter(recording: &mut Recording, step: &StepId, catalogue: &Catalogue) {
    let event =
        recording.keyed(vec![Fact::StepEntered { step: step.clone(), planned: 60 }], SessionTime::from_millis(1000));
    recording.apply(event, catalogue);
}

fn say(recording: &mut Recording, line: &str, frame: &AnswerFrame, catalogue: &Catalogue) {
    let at = recording.session().next_seq() * 1000;
    let reading = recording.read(line, Some("cl"), frame, SessionTime::from_millis(at));
    let event = recording.spoken(&reading, SessionTime::from_millis(at));
    recording.read_back_in_public(&reading, SessionTime::from_millis(at));
    recording.apply(event, catalogue);
}

/// Returns the number of items read to answer these lines in a step and to compute the next prompt.
fn looked_at(recording: &Recording, step: &StepId, catalogue: &Catalogue) -> usize {
    let mut recording = recording.clone();
    enter(&mut recording, step, catalogue);
    during(|| {
        for line in
            ["Reply quality -> less waiting at the desk", "more waiting", "do call them : Sales due fri", "right"]
        {
            let asked = recording.asked(catalogue);
            say(&mut recording, line, &asked.frame, catalogue);
        }
    })
}

/// Returns how much of the ledger is copied by a line that is said while a thread holds a copy of the ledger.
fn copied_by_a_line(recording: &Recording, catalogue: &Catalogue) -> usize {
    let mut recording = recording.clone();
    let held = recording.ledger().clone();
    assert_eq!(recording.ledger().copied_since(&held), 0);
    say(&mut recording, "Bot 1 -> less waiting at the desk", &AnswerFrame::default(), catalogue);
    recording.ledger().copied_since(&held)
}

/// Returns every step without subjects.
fn steps(catalogue: &Catalogue) -> Vec<StepId> {
    let of = |exercise: &Exercise| -> Vec<StepId> {
        let steps = (1..).zip(exercise.steps(Mode::Live)).filter(|(_, step)| !step.walks());
        steps.map(|(number, _)| StepId::new(&exercise.id, number)).collect()
    };
    catalogue.exercises().iter().flat_map(of).collect()
}

#[test]
fn a_line_in_a_long_session_is_answered_by_looking_at_no_more_than_in_a_short_one() {
    let catalogue = Catalogue::embedded();
    let (short, long) = (talk(SHORT, &catalogue), talk(LONG, &catalogue));
    let steps = steps(&catalogue);
    assert!(steps.len() > 20);
    for step in steps {
        let (few, many) = (looked_at(&short, &step, &catalogue), looked_at(&long, &step, &catalogue));
        assert!(many <= few + 12, "{step}: {few} looked at in a short session, {many} in a long one");
    }
}

#[test]
fn a_line_copies_no_more_of_a_large_map_than_of_a_small_one_while_a_thread_reads_it() {
    let catalogue = Catalogue::embedded();
    let (short, long) = (talk(SHORT, &catalogue), talk(LONG, &catalogue));
    assert!(long.ledger().keys().count() > 5 * short.ledger().keys().count());
    let (few, many) = (copied_by_a_line(&short, &catalogue), copied_by_a_line(&long, &catalogue));
    assert!(few > 0 && many <= few + 2, "{few} copied in a small map, {many} in a large one");
}

#[test]
fn a_step_walks_over_what_was_mentioned_last_where_a_session_is_too_long_to_weigh_between_two_lines() {
    let catalogue = Catalogue::embedded();
    let whole = talk(SHORT, &catalogue);
    assert_eq!(whole.graph().counts(), whole.ledger().graph(None).counts());
    let long = talk(SAID_BETWEEN_LINES as u64 + 200, &catalogue);
    let graph = long.graph();
    let things = graph.things().count();
    assert!(things <= WEIGHED_BETWEEN_LINES && things < long.ledger().keys().count(), "{things}");
    let last = Key::of(&format!("thing {}", SAID_BETWEEN_LINES as u64 + 199)).unwrap();
    assert!(graph.thing(&last).is_some());
    let bot = graph.thing(&Key::of("Bot 1").unwrap()).unwrap();
    assert_eq!(Some(bot.kind), long.ledger().thing("Bot 1").map(|known| known.kind));
    assert!(bot.unit.is_some());
}
