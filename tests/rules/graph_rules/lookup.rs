//! What a new line can ask of everything said before it.

use adjacent::graph::{Ledger, Origin};
use adjacent::record::{Attribute, Claim, Fact, Kind, Names};

use crate::graph_rules::tale::{Tale, ledger};

fn kind(ledger: &Ledger, label: &str) -> Option<Kind> {
    ledger.thing(label).map(|known| known.kind)
}

#[test]
fn a_thing_is_shown_as_it_was_first_typed() {
    let told = Tale::new().named("Handle-time bonus", Kind::Incentive).named("HANDLE TIME BONUS", Kind::Unknown);
    let ledger = ledger(&[told.told()]);
    assert_eq!(ledger.thing("handle time  bonus").unwrap().label, "Handle-time bonus");
    assert_eq!(ledger.things().count(), 1);
}

#[test]
fn the_first_kind_stays_until_somebody_corrects_it() {
    let told = Tale::new().named("Bot", Kind::Unknown).named("Bot", Kind::Initiative).named("Bot", Kind::Factor);
    let corrected = Tale::on_day(21, "later").set("bot", Attribute::Kind(Kind::Process));
    assert_eq!(kind(&ledger(&[told.told()]), "Bot"), Some(Kind::Initiative));
    let again = Tale::new().named("Bot", Kind::Initiative).told();
    assert_eq!(kind(&ledger(&[corrected.told(), again]), "Bot"), Some(Kind::Process));
}

#[test]
fn a_claim_is_found_by_its_number_only_while_it_stands() {
    let told = Tale::new().claims("", "A -> B", "+").claims("", "B -> C", "-").undone().told();
    let ledger = ledger(&[told]);
    assert_eq!(ledger.claim("workshop", 1).unwrap().to, "B");
    assert_eq!(ledger.claim("workshop", 2), None);
    assert_eq!(ledger.claim("another", 1), None);
    assert_eq!(ledger.latest_claim("workshop").unwrap().claim, 1);
    assert_eq!(ledger.latest_on("B", "C"), None);
}

#[test]
fn the_latest_claim_between_two_things_is_found_in_any_relation_and_session() {
    let first = Tale::on_day(10, "first").claims("", "Bot -> Templates", "needs").told();
    let second = Tale::on_day(11, "second").claims("", "bot -> TEMPLATES", "affects +").told();
    let ledger = ledger(&[second, first]);
    assert_eq!(ledger.latest_on("Bot", "Templates").unwrap().to, "TEMPLATES");
    assert_eq!(ledger.latest_on("Templates", "Bot"), None);
}

#[test]
fn another_name_of_a_thing_finds_the_thing_and_its_claims() {
    let told = Tale::new()
        .claims("", "Bot -> Resolution", "-")
        .claims("", "Bot -> First-contact resolution", "--")
        .merged("Resolution", "First-contact resolution")
        .told();
    let ledger = ledger(&[told]);
    assert_eq!(ledger.thing("first contact resolution").unwrap().label, "Resolution");
    assert_eq!(ledger.latest_on("bot", "resolution").unwrap().claim, 2);
    assert_eq!(ledger.things().map(|known| known.label).collect::<Vec<_>>(), ["Bot", "Resolution"]);
}

#[test]
fn a_number_that_a_damaged_file_uses_twice_is_the_later_claim() {
    let (tale, first) = Tale::new().claim("A -> B", "+");
    let second = Claim { to: "C".into(), ..first.clone() };
    let session = tale.line("", vec![Fact::Claimed(first)]).line("", vec![Fact::Claimed(second)]).told();
    let origin = Origin::of(&session, &Names::default());
    let mut backwards = Ledger::new();
    session.events().iter().rev().for_each(|event| backwards.apply(&origin, event));
    assert_eq!(backwards.claim("workshop", 1).unwrap().to, "C");
    assert_eq!(ledger(&[session]).claim("workshop", 1).unwrap().to, "C");
}

#[test]
fn what_a_promise_is_about_is_a_thing_and_a_question_or_a_scrap_names_nothing() {
    let promise = Fact::Committed {
        text: "Pair them".into(),
        who: None,
        due: None,
        about: Some("Bonus".into()),
        about_to: Some("Handle time".into()),
    };
    let tale = Tale::new()
        .line("", vec![promise])
        .line("", vec![Fact::Asked { text: "Who tells Retention".into() }])
        .line("", vec![Fact::Parked { text: "Three decks".into() }])
        .line("", vec![Fact::Scrapped { reason: "a name is missing".into() }])
        .line("", vec![Fact::ToldApart { keep: "Fox".into(), drop: "Box".into() }]);
    let ledger = ledger(&[tale.told()]);
    assert_eq!(ledger.things().map(|known| known.label).collect::<Vec<_>>(), ["Bonus", "Handle time"]);
}

#[test]
fn who_is_in_the_room_is_not_yet_a_thing() {
    let told = Tale::new().seat("mei", Some("Mei"), Some("Claims")).told();
    assert_eq!(ledger(&[told]).things().count(), 0);
}
