//! Replay at an event is the session cut there, in whatever order one jumps.

use adjacent::export::map_json;
use adjacent::lens::read;
use adjacent::record::{Fact, Session, SessionTime, StepId, line};
use adjacent::replay::{Still, Timeline};
use adjacent::store::samples::EMBEDDED;

use crate::replay::stage::{added_up, cut, keyed, sample, timeline, typed};

/// Everything that can be seen of a session at a moment, told by replay.
fn replayed(still: &Still) -> String {
    let clock = still.clock();
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {} {} {:?}\n{}\n{:?}",
        still.place(),
        clock,
        still.agenda(),
        still.people(),
        still.view(),
        still.collecting(),
        still.is_closed(),
        still.title(),
        still.spent(),
        map_json(still.graph()),
        still.readings(),
    )
}

/// The same, told by the session cut there.
fn told_anew(session: &Session, heard: usize) -> String {
    let session = cut(session, heard);
    let at = session.events().last().map_or(0, |event| event.at.as_millis());
    let graph = added_up([&session]).graph(None);
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {} {} {:?}\n{}\n{:?}",
        session.place(),
        session.clock(SessionTime::from_millis(at)),
        session.agenda(),
        session.people(),
        session.view(),
        session.collecting(),
        session.is_closed(),
        session.title(),
        session.spent(),
        map_json(&graph),
        read(&graph),
    )
}

fn holds_everywhere(session: &Session, timeline: &mut Timeline, order: impl Iterator<Item = usize>) {
    for heard in order {
        let position = timeline.after(heard);
        assert_eq!(replayed(&timeline.look(position)), told_anew(session, heard), "after {heard} events");
    }
}

/// Every place once, far apart from one another.
fn jumping(events: usize) -> impl Iterator<Item = usize> {
    let strides = (1..1000).map(|turn| turn * 31 + 7);
    let stride = strides.into_iter().find(|stride| gcd(events + 1, *stride) == 1).unwrap();
    (0..=events).map(move |turn| turn * stride % (events + 1))
}

fn gcd(one: usize, other: usize) -> usize {
    if other == 0 { one } else { gcd(other, one % other) }
}

#[test]
fn at_every_event_of_the_sample_replay_is_the_session_cut_there() {
    let session = sample();
    let events = session.events().len();
    let mut timeline = timeline(&session);
    holds_everywhere(&session, &mut timeline, 0..=events);
    holds_everywhere(&session, &mut timeline, jumping(events));
}

#[test]
fn the_same_holds_at_every_event_of_every_file_of_the_story() {
    for bytes in EMBEDDED {
        let reading = line::read(bytes);
        let session = Session::fold(reading.heading.header, reading.events);
        let events = session.events().len();
        let mut timeline = timeline(&session);
        holds_everywhere(&session, &mut timeline, jumping(events));
        holds_everywhere(&session, &mut timeline, (0..=events).rev());
    }
}

#[test]
fn what_was_taken_back_long_after_it_was_said_is_there_until_then() {
    let mut lines: Vec<String> =
        (0..300).map(|line| format!("zqmei> Thing {line} -> Other {} : +", line % 40)).collect();
    lines.insert(150, "5!".to_owned());
    lines.insert(180, "5^".to_owned());
    lines.insert(200, "151!".to_owned());
    lines.extend(["3!", "170!", "3^", "299!"].map(str::to_owned));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let session = typed("undone", "2026-11-20T09:00:00Z", &lines);
    let mut timeline = timeline(&session);
    let here = [0, 1, 6, 130, 151, 152, 153, 182, 183, 202, 203, 256, 257, 303, 304, 305, 306, 307, 308];
    holds_everywhere(&session, &mut timeline, here.into_iter().rev());
    holds_everywhere(&session, &mut timeline, here.into_iter());
}

#[test]
fn clocks_pauses_and_interruptions_are_as_they_were() {
    let mut session = typed("clocks", "2026-11-20T09:00:00Z", &["zqmei> A -> B : +"]);
    let enter = |step: &str, planned| Fact::StepEntered { step: step.parse::<StepId>().unwrap(), planned };
    let mut at = 60_000;
    for facts in [
        vec![enter("draw.1", 60)],
        vec![Fact::TimeAdded { seconds: 30 }],
        vec![Fact::ClockPaused],
        vec![Fact::Parked { text: "later".into() }],
        vec![Fact::ClockRan],
        vec![enter("draw.2", 90)],
        vec![Fact::Asked { text: "who".into() }],
        vec![Fact::Resumed { who: None }],
        vec![enter("draw.1", 60)],
        vec![Fact::Closed],
    ] {
        at += 45_000;
        keyed(&mut session, at, facts);
    }
    let events = session.events().len();
    let mut timeline = timeline(&session);
    holds_everywhere(&session, &mut timeline, jumping(events));
}

#[test]
fn a_session_that_grows_is_followed() {
    let session = sample();
    let mut followed = timeline(&cut(&session, 10));
    let end = followed.end();
    followed.look(end);
    for event in &session.events()[10..] {
        followed.grow(event.clone());
    }
    let events = session.events().len();
    holds_everywhere(&session, &mut followed, jumping(events));
}

#[test]
fn an_empty_session_and_one_of_a_single_event_are_replayed_as_far_as_they_go() {
    let session = sample();
    for events in [0, 1] {
        let short = cut(&session, events);
        let mut timeline = timeline(&short);
        assert_eq!(timeline.end().heard, events);
        holds_everywhere(&short, &mut timeline, 0..=events);
    }
}
