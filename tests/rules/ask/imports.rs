//! What imported files state is asked about, and the answers are the room's.

use adjacent::ask::Question;
use adjacent::graph::Ledger;
use adjacent::record::{Basis, Kind, Relation, Sign, Status};

use crate::ask::room::Room;
use crate::import::{Import, ledger};

use Relation::{Affects, Needs, Owns};

const PEOPLE: &[(&str, &str)] = &[("mei", "Sales"), ("sam", "Claims")];

fn catalogue() -> Import {
    Import::titled(9, "Service catalogue")
        .arrow("Orders API", Needs, "Customer DB", Sign::Unknown)
        .arrow("Billing", Needs, "Customer DB", Sign::Unknown)
        .arrow("Overtime", Affects, "Backlog", Sign::Minus)
}

fn asked(room: &Room, template: u8) -> Vec<Question> {
    room.questions().into_iter().filter(|question| question.template == template).collect()
}

fn texts(room: &Room, template: u8) -> Vec<String> {
    asked(room, template).into_iter().map(|question| question.ask).collect()
}

#[test]
fn an_imported_arrow_is_asked_about_in_the_words_of_its_source() {
    let room = Room::beside(catalogue().ledger(), PEOPLE);
    let question = room.question(44, &["Orders API", "Customer DB"]).unwrap();
    assert_eq!(question.ask, "The Service catalogue says that Orders API needs Customer DB: is that still so?");
    assert_eq!(question.because, "The Service catalogue states it, and nobody here has said so.");
    let effect = room.question(44, &["Overtime", "Backlog"]).unwrap();
    assert_eq!(
        effect.ask,
        "The Service catalogue says that more Overtime means less Backlog: has anybody here seen it so?"
    );
    let file = Import::titled(9, "bots.csv").arrow("Bot", Needs, "Data", Sign::Unknown).ledger();
    assert_eq!(texts(&Room::beside(file, PEOPLE), 44), ["The list says that Bot needs Data: is that still so?"]);
}

#[test]
fn the_answer_to_it_is_a_position_on_that_arrow() {
    for (answers, plus, none, unsure, left) in [
        ("mei> yes", 1, 0, 0, true),
        ("mei> no", 0, 1, 0, false),
        ("mei> not sure", 0, 0, 1, true),
        ("mei> yes\nsam> yes", 2, 0, 0, true),
        ("mei> yes\nsam> no", 1, 1, 0, true),
    ] {
        let mut room = Room::beside(catalogue().ledger(), PEOPLE);
        room.is_asked(44, &["Orders API", "Customer DB"]).says(answers);
        let graph = room.graph();
        let all = graph.links().chain(graph.set_aside());
        let link = all.into_iter().find(|link| link.from.label == "Orders API").unwrap();
        let tally = link.arrow.tally;
        assert_eq!((tally.plus, tally.none, tally.unsure), (plus, none, unsure), "{answers}");
        assert_eq!(link.arrow.is_drawn(), left, "{answers}");
        assert!(!texts(&room, 44).iter().any(|ask| ask.contains("Orders API")), "asked once: {answers}");
    }
}

#[test]
fn an_answer_after_another_claim_is_about_that_claim() {
    let mut room = Room::beside(catalogue().ledger(), PEOPLE);
    room.is_asked(44, &["Orders API", "Customer DB"]).says("mei> ~Calls -> ~Cost : +\nsam> yes");
    let graph = room.graph();
    let tally = |from: &str| graph.links().find(|link| link.from.label == from).unwrap().arrow.tally;
    assert_eq!((tally("Calls").plus, tally("Orders API").plus), (2, 0));
}

#[test]
fn what_the_room_speaks_of_comes_before_what_only_files_name_and_there_what_is_used_most() {
    let list = Import::titled(9, "Register")
        .change("Archive", Status::Live, "Records")
        .change("Zebra", Status::Pilot, "Records")
        .arrow("Zebra", Needs, "Letters", Sign::Unknown)
        .arrow("Zebra", Needs, "Staff", Sign::Unknown)
        .arrow("Other", Needs, "Staff", Sign::Unknown)
        .ledger();
    let room = Room::beside(list.clone(), &[]);
    let first = &asked(&room, 49)[0];
    assert_eq!(first.ask, "Zebra is in the Register. What does it change in Records?");
    assert_eq!(
        first.because,
        "The Register names two needs for it, one of them shared with others; nobody here has said what it changes."
    );
    let mut spoken = Room::beside(list, PEOPLE);
    spoken.says("!Bot -> ~Calls : +");
    let owners: Vec<String> = asked(&spoken, 7).into_iter().map(|question| question.ask).collect();
    assert_eq!(owners[0], "Is Bot an idea, a trial, in use, or quietly fading?");
    let best = spoken.questions().into_iter().next().unwrap();
    assert!(best.about.iter().any(|key| matches!(key.as_str(), "bot" | "calls")), "{best:?}");
}

#[test]
fn a_thing_that_is_gone_is_asked_about_until_somebody_says_what_became_of_it() {
    let list = Import::titled(9, "Service catalogue").thing("Letter bot", Kind::Initiative).drops(1, "Letter bot");
    let mut room = Room::beside(list.ledger(), PEOPLE);
    let question = &asked(&room, 45)[0];
    assert_eq!(question.ask, "Letter bot is no longer in the Service catalogue: what became of it?");
    assert_eq!(question.because, "The Service catalogue listed Letter bot until 2026-11-09.");
    room.says("Letter bot is stopped");
    assert!(asked(&room, 45).is_empty());
}

#[test]
fn a_workshop_about_changes_asks_first_what_became_of_a_gone_one_and_never_about_a_stranger() {
    let list = Import::titled(9, "Register")
        .thing("Letter bot", Kind::Initiative)
        .change("Zebra", Status::Pilot, "Records")
        .change("Planner", Status::Live, "Records")
        .arrow("Zebra", Needs, "Staff", Sign::Unknown)
        .drops(1, "Letter bot");
    let room = Room::about(list.clone().ledger(), PEOPLE, &["Letter bot", "Planner"]);
    let questions = room.questions();
    assert_eq!(questions[0].ask, "Letter bot is no longer in the Register: what became of it?");
    let about_gone = |question: &&Question| question.about.iter().any(|key| key.as_str() == "letter bot");
    assert!(questions.iter().filter(about_gone).all(|question| question.template == 45), "{questions:?}");
    assert!(questions.iter().all(|question| !question.ask.contains("Zebra")), "{questions:?}");
    assert!(questions.iter().any(|question| question.ask.contains("Planner")));
    let mut spoken = Room::about(list.clone().ledger(), PEOPLE, &["Letter bot", "Planner"]);
    spoken.says("!Letter bot -> ~Calls : +");
    assert_eq!(spoken.questions()[0].template, 45, "what it leads to tells nothing of what became of it");
    spoken.says("Letter bot is stopped");
    assert!(asked(&spoken, 45).is_empty());
}

#[test]
fn an_arrow_that_is_gone_is_asked_about() {
    let list = catalogue().drops_arrow(1, "Orders API", Needs, "Customer DB");
    let room = Room::beside(list.ledger(), PEOPLE);
    let says = "The Service catalogue no longer says that Orders API needs Customer DB: is it still so?";
    assert_eq!(texts(&room, 46), [says]);
    assert!(!texts(&room, 44).iter().any(|ask| ask.contains("Orders API")));
}

#[test]
fn files_that_contradict_each_other_or_the_room_are_asked_about() {
    let other = Import::titled(12, "Old model").arrow("Overtime", Affects, "Backlog", Sign::Plus).told();
    let room = Room::beside(ledger(&[catalogue().told(), other]), PEOPLE);
    let differ = "The Service catalogue says that more Overtime means less Backlog, and the Old model that more Overtime \
                  means more Backlog: which is it?";
    assert_eq!(texts(&room, 47), [differ]);

    let before = |ledger: Ledger| {
        let mut room = Room::beside(ledger, PEOPLE);
        room.says("mei> Overtime -> Backlog : +");
        room
    };
    assert_eq!(texts(&before(catalogue().ledger()), 48), [""; 0], "the room knew what the file says");
    let later = Import::titled(25, "Service catalogue").arrow("Overtime", Affects, "Backlog", Sign::Minus).ledger();
    let against = "People said that more Overtime means more Backlog, and the Service catalogue says that more Overtime \
                   means less Backlog: what is so today?";
    assert_eq!(texts(&before(later), 48), [against]);
}

#[test]
fn an_owner_in_a_list_is_asked_about_and_stays_imported_until_then() {
    let list = Import::titled(9, "Register").change("Bot", Status::Live, "Claims").ledger();
    let mut room = Room::beside(list, PEOPLE);
    let ask = "The Register says that Claims answers for Bot: is that still so?";
    assert_eq!(texts(&room, 44), [ask]);
    room.is_asked(44, &["Claims", "Bot"]).says("sam> yes");
    let graph = room.graph();
    let owns = graph.links().find(|link| link.arrow.relation == Owns).unwrap();
    assert_eq!(owns.arrow.basis, Basis::Told);
}

#[test]
fn a_map_that_states_effects_is_no_list() {
    let file = Import::titled(9, "policy.csv").arrow("Price", Affects, "Demand", Sign::Minus).ledger();
    let asks = ["The imported map says that a higher Price means less Demand: has anybody here seen it so?"];
    assert_eq!(texts(&Room::beside(file, PEOPLE), 44), asks);
}

#[test]
fn nobody_is_asked_what_a_party_changes_that_only_answers_for_what_is_listed() {
    let list =
        Import::titled(9, "Register").change("Bot", Status::Live, "Claims").change("App", Status::Pilot, "Claims");
    let room = Room::beside(list.clone().ledger(), &[]);
    let open = [asked(&room, 50), asked(&room, 51)].concat();
    assert!(open.iter().all(|question| question.about[0].as_str() != "claims"), "{open:?}");
    assert!(asked(&room, 51).is_empty(), "nor what changes a change that nobody has said to change anything");
    let moved = list.arrow("Overtime", Affects, "Claims", Sign::Minus);
    let open = asked(&Room::beside(moved.ledger(), &[]), 51);
    assert!(open.iter().any(|question| question.about[0].as_str() == "claims"), "what is moved may be moved by more");
}

#[test]
fn of_what_is_listed_and_equally_used_what_is_in_use_is_asked_about_first() {
    let list = Import::titled(9, "Register").change("Archive", Status::Idea, "Records");
    let room = Room::beside(list.change("Zebra", Status::Live, "Records").ledger(), &[]);
    assert_eq!(asked(&room, 49)[0].ask, "Zebra is in the Register. What does it change in Records?");
}
