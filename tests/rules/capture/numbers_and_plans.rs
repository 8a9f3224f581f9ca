//! Hands, orders, ratings; what was decided, what is watched, what became of a promise. Read in their full form alone.

use adjacent::capture::Form;
use adjacent::record::{Due, Fact, Hands, Kind, Outcome, Verdict};
use jiff::civil::date;

use crate::capture::room::Room;

fn facts(line: &str) -> Vec<Fact> {
    Room::new().read(line).facts
}

fn hands(counted: &[(&str, u16)]) -> Vec<Hands> {
    counted.iter().map(|(option, count)| Hands { option: (*option).to_owned(), count: *count }).collect()
}

#[test]
fn hands_are_counted_for_each_option_in_its_order() {
    let voted = Fact::Voted { ballot: "So what?".into(), hands: hands(&[("proceed", 3), ("guard", 5), ("stop", 0)]) };
    assert_eq!(facts("vote So what?: proceed 3, guard 5, stop 0"), [voted]);
    let sheltered = Fact::Voted { ballot: "A: and B".into(), hands: hands(&[("no, never", 2)]) };
    assert_eq!(facts("vote [A: and B]: [no, never] 2"), [sheltered]);
}

#[test]
fn an_order_has_at_least_two_places() {
    let order = vec!["Letter drafter".to_owned(), "Churn model".to_owned()];
    assert_eq!(facts("rank Stop: Letter drafter, Churn model"), [Fact::Ranked { ballot: "Stop".into(), order }]);
    assert_eq!(Room::new().read("rank Stop: Letter drafter").form, Form::Text);
}

#[test]
fn a_rating_is_one_to_five_on_each_scale() {
    let rated =
        |scale: Option<&str>, value| Fact::Rated { item: "Bonus".into(), scale: scale.map(str::to_owned), value };
    assert_eq!(facts("rate Bonus: ease 3, worth 5"), [rated(Some("ease"), 3), rated(Some("worth"), 5)]);
    assert_eq!(facts("rate Bonus: 4"), [rated(None, 4)]);
    for line in ["rate Bonus: 6", "rate Bonus: 0", "rate Bonus: ease", "rate Bonus:"] {
        assert_eq!(Room::new().read(line).form, Form::Text, "{line}");
    }
}

#[test]
fn a_decision_says_what_it_is_about_before_and_after_and_who_decided() {
    let line = "decide Service bot: guard, keep reason codes; before: roll out everywhere; by: tom";
    let decided = Fact::Decided {
        about: "Service bot".into(),
        before: Some("roll out everywhere".into()),
        verdict: Verdict::Guard,
        after: Some("keep reason codes".into()),
        who: Some("tom".into()),
    };
    let named = Fact::Named { label: "Service bot".into(), kind: Kind::Initiative };
    assert_eq!(facts(line), [named, decided]);
}

#[test]
fn every_verdict_is_a_word_and_what_follows_it_is_kept() {
    for (line, verdict, after) in [
        ("decide Bot: proceed", Verdict::Proceed, None),
        ("decide Bot: wait for the audit", Verdict::Wait, Some("for the audit")),
        ("decide Bot: stop, nobody asked for it", Verdict::Stop, Some("nobody asked for it")),
        ("decide Bot: will not: too early \"the board\"", Verdict::WillNot, Some("too early (the board)")),
    ] {
        let facts = facts(line);
        let found = facts.iter().find_map(|fact| match fact {
            Fact::Decided { verdict, after, .. } => Some((*verdict, after.as_deref())),
            _ => None,
        });
        assert_eq!(found, Some((verdict, after)), "{line}");
    }
}

#[test]
fn what_is_watched_has_a_level_somebody_who_sees_it_first_and_somebody_who_acts() {
    let watched = Fact::Watched {
        label: "Customer trust".into(),
        level: Some("below 70".into()),
        first: Some("Contact Centre".into()),
        acts: Some("ana".into()),
    };
    let named = Fact::Named { label: "Customer trust".into(), kind: Kind::Factor };
    assert_eq!(facts("watch Customer trust: below 70, Contact Centre sees it first, ana acts"), [named, watched]);
}

#[test]
fn what_was_left_open_is_settled_by_its_number_here_or_in_another_session() {
    let settled = |session: Option<&str>, outcome, due, words: Option<&str>| Fact::Settled {
        session: session.map(Into::into),
        seq: 12,
        outcome,
        due,
        words: words.map(str::to_owned),
    };
    assert_eq!(facts("settle #12 done"), [settled(None, Outcome::Done, None, None)]);
    assert_eq!(facts("settle #12 answered ask Risk"), [settled(None, Outcome::Answered, None, Some("ask Risk"))]);
    let moved = settled(Some("2026-10-01-x-0000"), Outcome::Moved, Some(Due::On(date(2026, 12, 4))), None);
    assert_eq!(facts("settle 2026-10-01-x-0000#12 moved 4 dec"), [moved]);
}

#[test]
fn what_lacks_the_full_form_is_an_ordinary_line() {
    for line in [
        "vote on it next week",
        "vote early: and often",
        "rank and file are tired",
        "rate the trainer",
        "decide later",
        "decide Bot: something else",
        "watch out: the queue",
        "settle in first",
        "settle #x done",
        "settle #3 forgotten",
    ] {
        assert_eq!(Room::new().read(line).form, Form::Text, "{line}");
    }
    for line in ["vote share -> Trust : ++", "watch list -> Work : + 3d", "rate of churn -> Costs : +"] {
        assert_eq!(Room::new().read(line).form, Form::Arrow, "{line}");
    }
}
