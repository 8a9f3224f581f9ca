//! What imported files state is evidence of its own: nobody said it, and what people say counts before it.

use adjacent::export::map_json;
use adjacent::graph::{Graph, Key, Ledger};
use adjacent::record::{Attribute, Basis, Fact, Kind, Names, Position, Relation, Sign, Status, Want};
use jiff::Timestamp;

use crate::graph_rules::tale::{Tale, arrow, arrows, graph, graph_of, ledger, thing};

const NEED: &str = "Orders API -> Customer DB";

fn catalogue() -> Tale {
    Tale::import(9, "catalogue").lists(NEED, "needs")
}

#[test]
fn an_imported_arrow_is_drawn_and_nobody_said_it() {
    let tale = Tale::import(9, "model").seat("a", Some("Ana"), Some("Sales")).lists("Bot -> Trust", "-- 7d");
    let graph = graph_of(tale.lists("Bot -> Trust", "-"));
    let arrow = arrow(&graph, "Bot -> Trust");
    assert!(arrow.is_imported() && arrow.is_drawn() && !arrow.is_spoken_of());
    assert_eq!((arrow.sign, arrow.basis), (Sign::Minus, Basis::Imported));
    assert_eq!((arrow.supporters, arrow.breadth, arrow.unplaced, arrow.nameless()), (0, 0, 0, 0));
    assert_eq!((arrow.tally.plus, arrow.tally.minus, arrow.tally.none, arrow.tally.unsure), (0, 0, 0, 0));
    assert!(!arrow.both_sides && arrow.heard_from.is_empty());
    assert_eq!((arrow.affirmed, arrow.touched, arrow.said_on(), arrow.affirmed_on()), (None, None, None, None));
    assert!((arrow.confidence - 0.2).abs() < 1e-9, "however many files state it: {}", arrow.confidence);
    assert_eq!(arrow.evidence.len(), 2);
    assert_eq!((graph.counts().claims, graph.counts().lines), (0, 0));
    assert_eq!(graph.present().count(), 0, "people whom a file lists were nowhere");
    assert!(thing(&graph, "Bot").imported && thing(&graph, "Trust").imported);
}

#[test]
fn an_imported_arrow_never_gets_stale() {
    let later: Timestamp = "2028-01-01T00:00:00Z".parse().unwrap();
    assert!(!arrow(&ledger(&[catalogue().told()]).graph(Some(later)), NEED).stale);
}

#[test]
fn once_somebody_takes_a_side_people_decide_and_the_file_stands_beside() {
    let model = || Tale::import(9, "model").lists("Bot -> Trust", "+++").told();
    for day in [8, 20] {
        let said =
            Tale::on_day(day, "room").seat("a", Some("Ana"), Some("Sales")).claims("a", "Bot -> Trust", "- guess");
        let graph = graph(&[model(), said.told()]);
        let arrow = arrow(&graph, "Bot -> Trust");
        assert_eq!((arrow.sign, arrow.basis, arrow.supporters), (Sign::Minus, Basis::Guess, 1));
        assert_eq!((arrow.tally.plus, arrow.tally.minus), (0, 1));
        assert_eq!(arrow.strength.marks(), 1, "how strong it is, people say also");
        assert_eq!(arrow.is_as_listed(), Some(false));
        assert!(!thing(&graph, "Bot").imported);
    }
    let yes = Tale::new().stance("a", Position::Yes, "Bot -> Trust", "+++");
    let confirmed = arrow(&graph(&[model(), yes.told()]), "Bot -> Trust");
    assert_eq!((confirmed.sign, confirmed.basis, confirmed.is_as_listed()), (Sign::Plus, Basis::Told, Some(true)));
}

#[test]
fn a_no_takes_it_off_the_map_and_an_unsure_leaves_it_as_the_file_states_it() {
    let no = Tale::new().stance("a", Position::No, NEED, "needs").told();
    let denied = graph(&[catalogue().told(), no]);
    assert_eq!(arrows(&denied), [""; 0]);
    let aside = denied.set_aside().next().unwrap().arrow;
    assert_eq!((aside.sign, aside.is_as_listed()), (Sign::NoEffect, Some(false)));
    let unsure = Tale::new().stance("a", Position::Unsure, NEED, "needs").told();
    let open = arrow(&graph(&[catalogue().told(), unsure]), NEED);
    assert!(open.is_imported() && open.is_spoken_of());
    assert_eq!(open.tally.unsure, 1);
}

#[test]
fn files_that_differ_leave_the_sign_open() {
    let model = |id, sign| Tale::import(9, id).lists("Bot -> Trust", sign).told();
    let differing = arrow(&graph(&[model("one", "+"), model("two", "-")]), "Bot -> Trust");
    assert!(differing.is_imported() && !differing.is_disputed());
    let listed = differing.listed.unwrap();
    assert_eq!((listed.sign, listed.differs, listed.sessions.len()), (Sign::Unknown, true, 2));
    let agreeing = arrow(&graph(&[model("one", "+"), model("two", "affects")]), "Bot -> Trust");
    assert_eq!((agreeing.sign, agreeing.listed.unwrap().differs), (Sign::Plus, false));
}

#[test]
fn what_people_said_of_a_thing_counts_whenever_it_was_said_and_of_files_the_newer() {
    let file = |day, id, status| {
        let facts = vec![
            Fact::Named { label: "Bot".into(), kind: Kind::Initiative },
            Fact::Set { label: "Bot".into(), attribute: Attribute::Status(status), words: None },
            Fact::Set { label: "Bot".into(), attribute: Attribute::Want(Want::Up), words: None },
        ];
        Tale::import(day, id).states("bot", facts).told()
    };
    let (older, newer) = (file(9, "older", Status::Idea), file(12, "newer", Status::Live));
    assert_eq!(thing(&graph(&[newer.clone(), older.clone()]), "Bot").status, Some(Status::Live));
    let said = Tale::on_day(3, "room").set("Bot", Attribute::Status(Status::Pilot)).told();
    let both = graph(&[older, newer, said]);
    let bot = thing(&both, "Bot");
    assert_eq!((bot.status, bot.want, bot.kind), (Some(Status::Pilot), Some(Want::Up), Kind::Initiative));
    assert!(!bot.imported);
}

#[test]
fn a_kind_that_was_only_guessed_gives_way_and_one_that_somebody_set_does_not() {
    let listed = || Tale::import(9, "list").lists_thing("ED docs", Kind::Resource).told();
    let guessed = Tale::new().named("ED docs", Kind::Factor);
    let set = guessed.clone().set("ED docs", Attribute::Kind(Kind::Process)).told();
    assert_eq!(thing(&graph(&[listed(), set]), "ED docs").kind, Kind::Process);
    assert_eq!(thing(&graph(&[listed(), guessed.told()]), "ED docs").kind, Kind::Factor);
}

#[test]
fn an_owner_whom_people_name_counts_before_one_in_a_file() {
    let party =
        |tale: Tale, label: &str| tale.states(label, vec![Fact::Named { label: label.into(), kind: Kind::Party }]);
    let list = party(Tale::import(12, "list"), "Sales").lists("Sales -> Bot", "owns").told();
    assert_eq!(thing(&graph(std::slice::from_ref(&list)), "Bot").unit, Key::of("Sales"));
    let room = Tale::on_day(3, "room").seat("c", None, Some("Claims")).named("Claims", Kind::Party);
    let room = room.claims("c", "Claims -> Bot", "owns").told();
    assert_eq!(thing(&graph(&[room, list]), "Bot").unit, Key::of("Claims"));
}

#[test]
fn an_arrow_that_its_source_dropped_stays_marked_until_somebody_says_what_became_of_it() {
    let dropped = catalogue().drops(1, NEED, Relation::Needs).told();
    let gone = arrow(&graph(std::slice::from_ref(&dropped)), NEED);
    assert!(gone.is_imported() && gone.is_faint());
    assert_eq!(gone.gone().unwrap().session.as_str(), "catalogue");
    let yes = Tale::new().stance("a", Position::Yes, NEED, "needs").told();
    let kept = arrow(&graph(&[dropped.clone(), yes]), NEED);
    assert!(kept.gone().is_none() && !kept.is_imported());
    let before = Tale::on_day(2, "before").claims("a", NEED, "needs").told();
    let said = arrow(&graph(&[dropped.clone(), before]), NEED);
    assert!(said.gone().is_some() && !said.is_faint(), "people said it, and nobody since");
    let other = Tale::import(9, "other").lists(NEED, "needs").told();
    assert!(arrow(&graph(&[dropped, other]), NEED).gone().is_none(), "another file still states it");
}

#[test]
fn a_source_that_lists_it_again_takes_the_mark_back() {
    let dropped = catalogue().drops(1, NEED, Relation::Needs);
    assert!(arrow(&graph_of(dropped.clone()), NEED).gone().is_some());
    assert!(arrow(&graph_of(dropped.clone().undone()), NEED).gone().is_none());
    assert!(arrow(&graph_of(dropped.lists(NEED, "needs")), NEED).gone().is_none());
}

#[test]
fn a_thing_that_its_source_dropped_stays_marked_until_somebody_speaks_of_it() {
    let list = Tale::import(9, "list").lists_thing("Bot", Kind::Initiative).lists_thing("Desk", Kind::Resource);
    let list = list.drops_thing(1, "Bot");
    let told = graph_of(list.clone());
    assert!(thing(&told, "Bot").gone.is_some() && thing(&told, "Desk").gone.is_none());
    let again = graph_of(list.clone().lists_thing("Bot", Kind::Initiative));
    assert!(thing(&again, "Bot").gone.is_none());
    for said in [
        Tale::new().set("bot", Attribute::Status(Status::Stopped)),
        Tale::new().merged("Robot", "Bot").claims("a", "Queue -> Robot", "+"),
    ] {
        let spoken = graph(&[list.clone().told(), said.told()]);
        assert!(spoken.things().all(|thing| thing.gone.is_none()), "{:?}", spoken.things().collect::<Vec<_>>());
    }
    for said in [Tale::new().named("Bot", Kind::Initiative), Tale::new().claims("a", "Queue -> Bot", "+")] {
        let spoken = graph(&[list.clone().told(), said.told()]);
        assert!(thing(&spoken, "Bot").gone.is_some(), "to name it tells nothing of what became of it");
    }
}

#[test]
fn what_a_file_says_about_a_thing_is_held_with_its_source() {
    let words = |text: &str| Fact::Described { label: "Bot".into(), words: text.into() };
    let list = Tale::import(9, "list").lists_thing("Bot", Kind::Initiative);
    let list = list.states("bot 1", vec![words("Sorts letters.")]).states("bot 2", vec![words("Sorts letters.")]);
    let graph = graph_of(list);
    let [described] = thing(&graph, "Bot").described.as_slice() else { panic!("one text") };
    assert_eq!((described.words.as_str(), described.session.as_str()), ("Sorts letters.", "list"));
    assert!(graph.met("list").unwrap().import);
}

#[test]
fn a_newer_edition_renames_a_thing_unless_people_call_it_otherwise() {
    let labels = |graph: &Graph| graph.things().map(|thing| thing.label.clone()).collect::<Vec<_>>();
    let list = |day| Tale::import(day, "list").lists_thing("Old bot", Kind::Initiative).renamed("Old bot", "New bot");
    assert_eq!(labels(&graph_of(list(9))), ["New bot"]);
    for day in [9, 25] {
        let people = Tale::new().named("Old bot", Kind::Unknown).renamed("Old bot", "Our bot").told();
        assert_eq!(labels(&graph(&[list(day).told(), people])), ["Our bot"], "the edition of day {day}");
    }
    let spelled = Tale::import(25, "list").lists_thing("the BOT", Kind::Initiative).renamed("the BOT", "the Bot");
    let people = Tale::on_day(20, "room").named("the BOT", Kind::Unknown).renamed("the BOT", "The Bot").told();
    assert_eq!(labels(&graph(&[spelled.told(), people])), ["The Bot"]);
}

#[test]
fn a_packed_ledger_holds_what_files_state() {
    let list = Tale::import(9, "list")
        .lists(NEED, "needs")
        .lists("Bot -> Trust", "-")
        .states("x", vec![Fact::Described { label: "Bot".into(), words: "Sorts letters.".into() }])
        .drops(1, NEED, Relation::Needs)
        .drops_thing(1, "Orders API")
        .told();
    let room = Tale::new().seat("a", Some("Ana"), Some("Sales")).stance("a", Position::No, "Bot -> Trust", "-").told();
    let mut ledger = Ledger::new();
    for session in [&list, &room] {
        ledger.add_session(session, &Names::default());
    }
    let unpacked = Ledger::unpacked(&ledger.packed().unwrap()).unwrap();
    let (before, after) = (ledger.graph(None), unpacked.graph(None));
    assert_eq!(map_json(&before), map_json(&after));
    assert_eq!(before.things().collect::<Vec<_>>(), after.things().collect::<Vec<_>>());
    assert_eq!(before.links().collect::<Vec<_>>(), after.links().collect::<Vec<_>>());
    assert_eq!(before.counts(), after.counts());
    assert_eq!(before.counts().claims, 0);
}

#[test]
fn names_of_a_register_that_look_alike_are_offered_after_those_that_somebody_named() {
    let mut list = Tale::import(9, "list");
    for row in 0..80 {
        list = list.lists_thing(&format!("Underwriting {}{}", "abcdefghij".repeat(2), letters(row)), Kind::Initiative);
        list = list.lists_thing(&format!("Underwritting {}{}", "abcdefghij".repeat(2), letters(row)), Kind::Initiative);
    }
    list = list.lists_thing("Triage (Claims)", Kind::Initiative).lists_thing("Triage (Sales)", Kind::Initiative);
    let room = Tale::new().named("Triage", Kind::Initiative).named("Scheduling", Kind::Process);
    let room = room.named("Schedulling", Kind::Process).told();
    let ledger = ledger(&[list.told(), room]);
    let pairs: Vec<(String, String)> = ledger.alike().into_iter().map(|pair| (pair.left, pair.right)).collect();
    assert!(pairs[..3].contains(&("Scheduling".into(), "Schedulling".into())), "{pairs:?}");
    assert!(pairs[..3].contains(&("Triage (Claims)".into(), "Triage".into())), "{pairs:?}");
    assert!((82..400).contains(&pairs.len()), "{}", pairs.len());
}

fn letters(row: usize) -> String {
    let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).unwrap());
    [letter(row), letter(row / 26), letter(row * 7)].into_iter().collect()
}

#[test]
fn a_thing_that_another_row_still_mentions_is_not_gone() {
    let row = |tale: Tale, bot: &str| {
        let (tale, claim) = tale.claim(&format!("Sales -> {bot}"), "owns");
        let named = |label: &str, kind| Fact::Named { label: label.into(), kind };
        let claim = adjacent::record::Claim { basis: Basis::Imported, ..claim };
        tale.states(bot, vec![named(bot, Kind::Initiative), named("Sales", Kind::Party), Fact::Claimed(claim)])
    };
    let list = row(Tale::import(9, "list"), "Bot").lists("Sales -> Desk", "owns");
    let list = list.drops_thing(1, "Bot").drops_thing(1, "Sales").drops(1, "Sales -> Bot", Relation::Owns);
    let graph = graph_of(list);
    assert!(thing(&graph, "Bot").gone.is_some() && thing(&graph, "Sales").gone.is_none());
}
