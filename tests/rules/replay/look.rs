//! What was said to come by now, what was promised, and what a workspace remembers.

use adjacent::record::{
    Basis, Direction, Due, Event, Exposure, Fact, Outcome, Position, Relation, Session, SessionTime, Sign, Stance,
    Strength,
};
use adjacent::replay::brief::{last_session, newcomers};
use adjacent::replay::look::Came;
use adjacent::replay::memory;
use adjacent::replay::outlook::{Outlook, outlook};
use jiff::SignedDuration;
use jiff::civil::{Date, date};

use crate::replay::stage::{added_up, keyed, typed};

const SAID: [&str; 6] = [
    "zqmei> Bot -> Handle time : - 2w \"half the calls are passwords\"",
    "zqtom> Bot -> Repeat calls : + 1m guess",
    "zqpri> Trust -> Churn : - 1m guess",
    "zqpri> Bot -> Trust : - 1q",
    "zqmei> Bot -> Speed : + 1d",
    "zqtom> do pair the bonus with resolution : zqtom due 2026-12-04 re Handle time",
];

fn said() -> Session {
    typed("said", "2026-11-20T09:00:00Z", &SAID)
}

fn at(sessions: &[Session], today: Date) -> Outlook {
    outlook(sessions, &added_up(sessions), today)
}

fn unsure(from: &str, to: &str) -> Fact {
    Fact::Stanced(Stance {
        position: Position::Unsure,
        from: from.to_owned(),
        to: to.to_owned(),
        kind: Relation::Affects,
        sign: Sign::Minus,
        strength: Strength::Some,
        delay: None,
        words: None,
    })
}

fn due(outlook: &Outlook) -> Vec<String> {
    outlook.due().map(|prediction| format!("{} -> {}", prediction.from, prediction.to)).collect()
}

#[test]
fn an_effect_is_due_on_its_day_and_not_before_and_a_day_is_no_prediction() {
    let sessions = [said()];
    assert_eq!(due(&at(&sessions, date(2026, 12, 3))), Vec::<String>::new());
    assert_eq!(due(&at(&sessions, date(2026, 12, 4))), ["Bot -> Handle time"]);
    assert_eq!(due(&at(&sessions, date(2027, 2, 18))).len(), 3);
    assert_eq!(due(&at(&sessions, date(2027, 2, 19))).len(), 4);
    let outlook = at(&sessions, date(2026, 12, 4));
    let first = outlook.due().next().unwrap();
    assert_eq!(
        (first.quote.as_deref(), first.at),
        (Some("half the calls are passwords"), SignedDuration::from_mins(1))
    );
}

#[test]
fn what_came_what_did_not_and_what_nobody_can_tell_is_told_apart() {
    let mut later = typed(
        "later",
        "2027-03-01T09:00:00Z",
        &[
            "zqmei> saw Handle time down 20 seconds",
            "zqtom> saw Repeat calls flat",
            "zqpri> saw Trust down",
            "zqpri> saw Churn up",
        ],
    );
    keyed(&mut later, 300_000, vec![unsure("Bot", "Trust")]);
    let outlook = at(&[said(), later], date(2027, 3, 2));
    let came: Vec<_> = outlook.predictions.iter().map(|one| (one.to.as_str(), one.came)).collect();
    assert_eq!(
        came,
        [
            ("Handle time", Some(Came::Seen)),
            ("Churn", Some(Came::Seen)),
            ("Repeat calls", Some(Came::NotSeen)),
            ("Trust", Some(Came::CannotTell)),
        ],
        "less trust was to bring more churn"
    );
    assert_eq!(due(&outlook), ["Bot -> Trust"], "nobody could tell, so it is asked again");
    let hits: Vec<_> = outlook.hits.iter().map(|(basis, hits)| (*basis, hits.seen, hits.not_seen)).collect();
    assert_eq!(hits, [(Basis::Guess, 1, 1), (Basis::Told, 1, 0)]);
}

#[test]
fn before_its_day_that_nothing_has_come_says_nothing() {
    let early =
        typed("early", "2026-11-25T09:00:00Z", &["zqtom> saw Repeat calls flat", "zqmei> saw Handle time down"]);
    let outlook = at(&[said(), early], date(2027, 3, 2));
    let came: Vec<_> = outlook.predictions.iter().map(|one| (one.to.as_str(), one.came)).collect();
    assert_eq!(came[0], ("Handle time", Some(Came::Seen)));
    assert_eq!(came[2], ("Repeat calls", None));
}

#[test]
fn an_answer_that_it_is_too_early_is_remembered() {
    let mut later = typed("later", "2027-03-01T09:00:00Z", &[]);
    keyed(&mut later, 1, vec![Fact::Answered { text: "Bot → less Trust: too early".into() }]);
    let outlook = at(&[said(), later], date(2027, 3, 2));
    let trust = outlook.predictions.iter().find(|one| one.to == "Trust").unwrap();
    assert_eq!(trust.came, Some(Came::TooEarly));
    assert!(trust.is_due(date(2027, 3, 2)));
}

#[test]
fn an_arrow_that_was_not_there_did_not_come() {
    let later = typed("later", "2027-03-01T09:00:00Z", &["zqtom> Bot -> Repeat calls : ="]);
    let outlook = at(&[said(), later], date(2027, 3, 2));
    assert_eq!(outlook.predictions.iter().find(|one| one.to == "Repeat calls").unwrap().came, Some(Came::NotSeen));
}

#[test]
fn a_promise_says_what_became_of_it_and_whether_its_factor_moved() {
    let later = typed(
        "later",
        "2026-12-10T09:00:00Z",
        &["settle said#7 moved 2027-01-15", "zqtom> saw Handle time up 5 seconds"],
    );
    let outlook = at(&[said(), later], date(2026, 12, 11));
    let promise = &outlook.promises[0];
    assert_eq!((promise.called.as_str(), promise.due), ("Contact Centre", date(2027, 1, 15)));
    assert_eq!((promise.outcome, promise.is_open()), (Some(Outcome::Moved), true));
    assert_eq!(promise.moves[0].seen, Some((Direction::Up, Some("5 seconds".to_owned()))));
}

#[test]
fn a_promise_made_without_a_name_is_somebodys() {
    let mut session = typed("unnamed", "2026-11-20T09:00:00Z", &[]);
    let text = "ring the bank".to_owned();
    let (who, due) = (Some("zqtom".to_owned()), Some(Due::On(date(2026, 12, 4))));
    let facts = vec![Fact::Committed { text, who, due, about: None, about_to: None }];
    let event =
        Event { seq: 2, at: SessionTime::from_millis(1), exposure: Exposure::Anonymous, facts, ..Event::default() };
    session.push(event);
    let promise = at(&[session], date(2026, 12, 11)).promises.remove(0);
    assert_eq!((promise.called.as_str(), promise.who.as_str()), ("Somebody", ""));
}

#[test]
fn what_nobody_says_again_is_stale_and_what_was_said_again_is_not() {
    let later = typed("later", "2027-03-01T09:00:00Z", &["zqtom> Bot -> Trust : -"]);
    let outlook = at(&[said(), later], date(2027, 6, 1));
    assert_eq!(outlook.stale.len(), 4, "{:?}", outlook.stale);
    assert!(outlook.stale.iter().all(|says| !says.ends_with("less Trust.")), "{:?}", outlook.stale);
}

#[test]
fn memory_fits_three_lines_and_is_silent_while_there_is_nothing_to_say() {
    assert_eq!(memory(&at(&[], date(2026, 12, 1))), Vec::<String>::new());
    let lines = ["zqmei> !Helper is pilot", "zqmei> !Sorter is pilot", "zqmei> Helper -> Speed : + 2w"];
    let first = typed("first", "2026-11-20T09:00:00Z", &lines);
    assert_eq!(memory(&at(std::slice::from_ref(&first), date(2026, 11, 21))), Vec::<String>::new());
    let second = typed("second", "2027-01-10T09:00:00Z", &["zqmei> saw Speed up", "zqtom> !Helper is pilot"]);
    let remembered = memory(&at(&[first, second], date(2027, 6, 20)));
    assert_eq!(
        remembered,
        [
            "Since November 2026: one prediction came true.",
            "Two pilots have not moved for about seven months.",
            "One arrow was not said again for half a year.",
        ]
    );
}

#[test]
fn newcomers_are_units_nobody_had_met_before() {
    let first = said();
    assert_eq!(newcomers(std::slice::from_ref(&first)), Vec::<String>::new(), "the first time everybody is new");
    let mut second = typed("second", "2027-01-10T09:00:00Z", &[]);
    let person = adjacent::record::Person { name: Some("Kai".into()), ..crate::talk::seat("zqkai", "Broker Desk") };
    keyed(&mut second, 1, vec![Fact::Joined(person)]);
    keyed(&mut second, 2, vec![Fact::Joined(crate::talk::seat("zqann", "Claims"))]);
    let sessions = [first, second];
    assert_eq!(newcomers(&sessions), ["Broker Desk", "Kai"], "Kai asked to be named, Ann did not");
    assert_eq!(last_session(&sessions).unwrap().header().id, "second");
}

#[test]
fn a_file_foresees_nothing_and_a_listed_pilot_comes_after_what_people_said() {
    use crate::import::Import;
    use adjacent::record::{Attribute, Claim, Delay, Fact, Kind, Relation, Sign, Status};

    let started = Attribute::Started("2024-01-08".parse().unwrap());
    let set = |label: &str, attribute| Fact::Set { label: label.into(), attribute, words: None };
    let named = |label: &str| Fact::Named { label: label.into(), kind: Kind::Initiative };
    let pilot = |label: &str| vec![named(label), set(label, Attribute::Status(Status::Pilot))];
    let list = Import::titled(2, "Register")
        .states("a", [pilot("Old pilot"), vec![set("Old pilot", started)]].concat())
        .states("b", pilot("Undated pilot"))
        .states(
            "c",
            vec![Fact::Claimed(Claim {
                claim: 1,
                from: "Old pilot".into(),
                to: "Backlog".into(),
                kind: Relation::Affects,
                sign: Sign::Minus,
                delay: Some(Delay::Days(7)),
                basis: adjacent::record::Basis::Imported,
                ..Claim::default()
            })],
        )
        .told();
    let room = crate::talk::Talk::among(&[]).says("!Bot is pilot").session().clone();
    let outlook = at(&[list, room], "2026-12-20".parse().unwrap());
    assert!(outlook.predictions.is_empty());
    let standing: Vec<(&str, bool)> =
        outlook.standing.iter().map(|still| (still.label.as_str(), still.imported)).collect();
    assert_eq!(standing, [("Bot", false), ("Old pilot", true)]);
}
