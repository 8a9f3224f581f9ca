//! What is read back for facts that are keyed rather than typed.

use jiff::civil::date;

use super::retell;
use crate::capture::{Context, Heard};
use crate::graph::Ledger;
use crate::record::{
    Collecting, Due, Event, Exposure, Fact, Header, Kind, Names, Outcome, Person, RoomView, Session, SessionKind,
    Verdict,
};

/// A room with Tom of Claims in it, in which a bot was named, and one thing each was parked, asked and promised.
fn room() -> Session {
    let header = Header::here(SessionKind::Workshop);
    let tom = Person { tag: "tom".into(), party: Some("Claims".to_owned()), ..Person::default() };
    let opening = vec![
        Fact::Joined(tom),
        Fact::Named { label: "Service bot".to_owned(), kind: Kind::Initiative },
        Fact::Named { label: "Night shift".to_owned(), kind: Kind::Party },
    ];
    let parked = Fact::Parked { text: "Three decks".to_owned() };
    let asked = Fact::Asked { text: "Who tells Retention?".to_owned() };
    let promised = Fact::Committed { text: "Pair it".to_owned(), who: None, due: None, about: None, about_to: None };
    let facts = [opening, vec![parked.clone()], vec![asked], vec![promised], vec![parked]];
    let events = (1..).zip(facts).map(|(seq, facts)| Event { seq, facts, ..Event::default() });
    let secret = |event: Event| if event.seq == 5 { Event { exposure: Exposure::Private, ..event } } else { event };
    Session::fold(header, events.map(secret))
}

#[track_caller]
fn says(fact: Fact, sentence: Option<&str>) {
    let session = room();
    let mut ledger = Ledger::new();
    ledger.add_session(&session, &Names::default());
    let heard = Heard::default();
    let context = Context::new(&ledger, &session, &heard);
    let event = Event { seq: 9, facts: vec![fact], ..Event::default() };
    let told = retell(&event, &context, &|who| session.in_public(who).map(str::to_owned));
    assert_eq!(told.as_deref(), sentence);
}

fn settled(seq: u64, outcome: Outcome, due: Option<Due>, words: Option<&str>) -> Fact {
    Fact::Settled { session: None, seq, outcome, due, words: words.map(str::to_owned) }
}

#[test]
fn what_became_of_something_is_said_with_its_own_words() {
    let day = Due::On(date(2026, 12, 4));
    says(settled(4, Outcome::Done, None, None), Some("Done: Pair it."));
    says(settled(4, Outcome::Moved, Some(day), None), Some("Moved to 4 December 2026: Pair it."));
    says(settled(4, Outcome::Moved, None, Some("too early")), Some("Moved to another day: Pair it: “too early”."));
    says(settled(2, Outcome::Dropped, None, None), Some("Dropped: Three decks."));
    says(
        settled(3, Outcome::Answered, None, Some("Claims does")),
        Some("Answered: Who tells Retention? “Claims does”."),
    );
}

#[test]
fn what_is_not_at_hand_or_not_for_the_room_is_settled_without_its_words() {
    says(settled(5, Outcome::Done, None, None), Some("Done: line 5."));
    says(settled(99, Outcome::Done, None, None), Some("Done: line 99."));
    let earlier =
        Fact::Settled { session: Some("other".into()), seq: 2, outcome: Outcome::Done, due: None, words: None };
    says(earlier, Some("Done: something from an earlier session."));
    let here = Fact::Settled { session: Some("here".into()), seq: 2, outcome: Outcome::Done, due: None, words: None };
    says(here, Some("Done: Three decks."));
}

#[test]
fn a_decision_is_said_with_what_it_was_before_and_who_took_it() {
    let decided = |about: &str, before: Option<&str>, verdict, after: Option<&str>, who: Option<&str>| {
        let [before, after, who] = [before, after, who].map(|text| text.map(str::to_owned));
        Fact::Decided { about: about.to_owned(), before, verdict, after, who }
    };
    for (fact, sentence) in [
        (
            decided("service bot", Some("all queues"), Verdict::Guard, Some("keep reason codes"), Some("tom")),
            "For the Service bot: go on with a guard: keep reason codes; before it was: all queues; decided by Claims.",
        ),
        (decided("Bot", None, Verdict::Proceed, None, None), "For Bot: go on as planned."),
        (
            decided("Bot", None, Verdict::Wait, Some("until Retention has said"), Some("Priya")),
            "For Bot: wait: until Retention has said; decided by somebody.",
        ),
        (decided("Bot", None, Verdict::Stop, None, Some("night shift")), "For Bot: stop; decided by Night shift."),
        (
            decided("answer letters of condolence by machine", None, Verdict::WillNot, Some("nobody would sign"), None),
            "We will not answer letters of condolence by machine: nobody would sign.",
        ),
        (decided("Service bot", None, Verdict::WillNot, None, None), "We will not go ahead with the Service bot."),
    ] {
        says(fact, Some(sentence));
    }
}

#[test]
fn a_watch_says_the_level_who_sees_it_and_who_acts() {
    let watched = |level: Option<&str>, first: Option<&str>, acts: Option<&str>| {
        let [level, first, acts] = [level, first, acts].map(|text| text.map(str::to_owned));
        Fact::Watched { label: "Trust".to_owned(), level, first, acts }
    };
    says(
        watched(Some("below 60"), Some("tom"), Some("night shift")),
        Some("Watched from now on: Trust, below 60; seen first by Claims; acted on by Night shift."),
    );
    says(watched(None, Some("Priya"), None), Some("Watched from now on: Trust; seen first by somebody."));
}

#[test]
fn a_promise_names_nobody_who_did_not_ask() {
    let promised = |who: &str| Fact::Committed {
        text: "Ring them".to_owned(),
        who: Some(who.to_owned()),
        due: Some(Due::On(date(2026, 12, 4))),
        about: None,
        about_to: None,
    };
    says(promised("tom"), Some("Claims will do this by 4 December 2026: Ring them."));
    says(promised("Priya"), Some("For now a wish (by 4 December 2026, nobody who is here): Ring them."));
}

#[test]
fn a_line_that_was_removed_is_said_to_be_and_running_the_session_is_not_said() {
    says(Fact::Struck, Some("A line was removed."));
    says(Fact::StrikeOrdered { seq: 2 }, None);
    says(Fact::Discarded, None);
    says(Fact::Shown { view: RoomView::Parked }, None);
    says(Fact::Collecting(Collecting::default()), None);
}
