mod any_editions;
mod people;
mod scene;

use self::scene::{Imports, arrow, changes, map, of_status, thing};
use super::*;
use crate::import::{ImportMapping, ImportRemark, ImportedArrow, ImportedThing};
use crate::record::{Attribute, Basis, Fact, Names, Relation, Session, Sign, Status};

#[test]
fn a_row_with_its_arrows_is_one_event_and_the_same_file_changes_nothing() {
    let list = map(
        vec![of_status("R1", "Triage", Status::Pilot), thing("name: crm", "CRM")],
        vec![arrow("R1", 0, 1), arrow("L7", 1, 0)],
    );
    let mut imports = Imports::new();
    imports.take(&list);
    let sources: Vec<_> =
        imports.session.events().iter().map(|event| (event.source.as_deref(), event.facts.len())).collect();
    assert_eq!(sources, [(None, 1), (Some("R1"), 3), (Some("name: crm"), 1), (Some("L7"), 1)]);
    let claims = imports.session.events().iter().flat_map(|event| &event.facts).filter_map(|fact| match fact {
        Fact::Claimed(claim) => Some((claim.claim, claim.basis)),
        _ => None,
    });
    assert_eq!(claims.collect::<Vec<_>>(), [(1, Basis::Imported), (2, Basis::Imported)]);
    assert!(imports.looked_at(&list).is_unchanged());
}

#[test]
fn exactly_the_edited_row_changes_and_its_newer_status_holds() {
    let list =
        |status| map(vec![of_status("R1", "Triage", status), of_status("R2", "Letters", Status::Live)], Vec::new());
    let mut imports = Imports::new();
    imports.take(&list(Status::Pilot));
    let changed = imports.take(&list(Status::Live));
    assert_eq!(changes(&changed), [("R1", PartChange::Changed { seq: 2 })]);
    assert_eq!(changed.differences(&changed.parts[0]), ["status live, before pilot"]);
    let live = imports.session.live().filter(|event| event.source.as_deref() == Some("R1"));
    let statuses = live.flat_map(|event| &event.facts).filter_map(|fact| match fact {
        Fact::Set { attribute: Attribute::Status(status), .. } => Some(*status),
        _ => None,
    });
    assert_eq!(statuses.collect::<Vec<_>>(), [Status::Live], "a newer status is no dispute");
    assert!(imports.looked_at(&list(Status::Live)).is_unchanged());
}

#[test]
fn a_new_name_under_an_old_id_renames_and_changes_nothing_else() {
    let list =
        |name: &str, status| map(vec![of_status("R1", name, status), thing("R2", "CRM")], vec![arrow("L1", 0, 1)]);
    let mut imports = Imports::new();
    imports.take(&list("Triage", Status::Pilot));
    let renamed = imports.take(&list("Claims triage", Status::Pilot));
    assert_eq!(changes(&renamed), [("R1", PartChange::Changed { seq: 2 })]);
    assert_eq!(renamed.differences(&renamed.parts[0]), ["was called Triage"]);
    assert_eq!(imports.shown("Triage"), "Claims triage");
    assert!(imports.looked_at(&list("Claims triage", Status::Pilot)).is_unchanged());
    imports.take(&list("Claims triage", Status::Live));
    assert_eq!(imports.shown("Triage"), "Claims triage", "the next edition keeps the name");
    imports.take(&list("Sorting", Status::Live));
    assert_eq!([imports.shown("Triage"), imports.shown("Claims triage")], ["Sorting", "Sorting"]);
    let back = imports.take(&list("Triage", Status::Live));
    assert_eq!(changes(&back).len(), 1);
    assert_eq!(["Triage", "Sorting"].map(|name| imports.shown(name)), ["Triage", "Triage"]);
    assert!(imports.looked_at(&list("Triage", Status::Live)).is_unchanged());
    assert_eq!(imports.ledger().graph(None).things().count(), 2);
}

#[test]
fn names_that_change_places_stay_two_things() {
    let list = |one: &str, two: &str| map(vec![thing("R1", one), thing("R2", two)], vec![arrow("L1", 0, 1)]);
    let mut imports = Imports::new();
    imports.take(&list("Triage", "Letters"));
    let swapped = imports.take(&list("Letters", "Triage"));
    assert_eq!(changes(&swapped).len(), 3);
    assert!(swapped.parts.iter().all(|part| part.renamed.is_empty()));
    assert_eq!(imports.ledger().graph(None).things().count(), 2);
    assert!(imports.looked_at(&list("Letters", "Triage")).is_unchanged());
}

#[test]
fn what_is_gone_is_marked_and_comes_back() {
    let whole = map(vec![thing("R1", "Triage"), thing("R2", "CRM")], vec![arrow("L1", 0, 1)]);
    let less = map(vec![thing("R1", "Triage")], Vec::new());
    let mut imports = Imports::new();
    imports.take(&whole);
    let gone = imports.take(&less);
    assert_eq!(changes(&gone), [("R2", PartChange::Gone { seq: 3 }), ("L1", PartChange::Gone { seq: 4 })]);
    let marks: Vec<&Fact> = imports.session.events().iter().skip(5).flat_map(|event| &event.facts).collect();
    let mark = |seq, label: &str, to: Option<&str>, relation| Fact::GoneFromSource {
        seq,
        label: label.to_owned(),
        to: to.map(str::to_owned),
        relation,
    };
    assert_eq!(marks, [&mark(3, "CRM", None, Relation::Affects), &mark(4, "Triage", Some("CRM"), Relation::Needs)]);
    assert!(imports.session.stands(3), "what was stated stays");
    assert!(imports.looked_at(&less).is_unchanged(), "it is said once");
    let mut back = whole.clone();
    back.things[1].status = Some(Status::Live);
    let again = imports.take(&back);
    assert_eq!(
        changes(&again),
        [
            ("R2", PartChange::CameBack { gone: 6, changed: Some(3) }),
            ("L1", PartChange::CameBack { gone: 7, changed: None })
        ]
    );
    assert!(imports.looked_at(&back).is_unchanged());
    assert_eq!(changes(&imports.take(&less)).len(), 2, "it can go again");
}

#[test]
fn what_somebody_took_back_by_hand_stays_so() {
    let list = |status| map(vec![of_status("R1", "Triage", status)], Vec::new());
    let mut imports = Imports::new();
    imports.take(&list(Status::Idea));
    imports.take(&list(Status::Pilot));
    imports.undo();
    assert!(imports.session.stands(2), "the edition before stands again");
    assert_eq!(imports.looked_at(&list(Status::Pilot)).parts[0].change, PartChange::TakenBack);
    assert!(imports.looked_at(&list(Status::Pilot)).is_unchanged());
    assert_eq!(changes(&imports.looked_at(&list(Status::Live))), [("R1", PartChange::Changed { seq: 2 })]);
    imports.undo();
    assert!(!imports.session.stands(2));
    assert!(imports.looked_at(&list(Status::Live)).is_unchanged(), "a row that was taken back does not come again");
    assert!(imports.looked_at(&map(Vec::new(), Vec::new())).is_unchanged(), "and is not said to be gone");
}

#[test]
fn a_mark_that_somebody_took_back_is_not_made_again() {
    let whole = map(vec![thing("R1", "Triage"), thing("R2", "CRM")], Vec::new());
    let less = map(vec![thing("R1", "Triage")], Vec::new());
    let mut imports = Imports::new();
    imports.take(&whole);
    imports.take(&less);
    imports.undo();
    assert!(imports.looked_at(&less).is_unchanged());
    assert!(imports.looked_at(&whole).is_unchanged());
}

#[test]
fn a_row_whose_text_was_removed_for_good_does_not_come_back() {
    let list = map(vec![of_status("R1", "Triage", Status::Pilot), thing("R2", "CRM")], Vec::new());
    let mut imports = Imports::new();
    imports.take(&list);
    imports.by_hand(vec![Fact::StrikeOrdered { seq: 2 }]);
    let left = imports.session.event(2).unwrap();
    assert!(
        left.is_struck() && left.source.as_deref().is_some_and(|left| left.starts_with('~') && !left.contains("R1"))
    );
    assert_eq!(imports.looked_at(&list).parts[0].change, PartChange::TakenBack);
    let reread = Session::fold(imports.session.header().clone(), imports.session.recorded().cloned());
    assert!(edition(Some((&reread, &Names::default())), &list, &ImportMapping::default()).is_unchanged());
}

#[test]
fn another_name_of_a_thing_is_its_alias_unless_it_could_be_another_thing() {
    let named = |key: &str, label: &str, others: &[&str]| ImportedThing {
        other_names: others.iter().map(|other| (*other).to_owned()).collect(),
        ..thing(key, label)
    };
    let list = map(
        vec![named("R1", "Triage", &["Sorter", "CRM", "The bot", "triage!"]), named("R2", "CRM", &["The bot"])],
        Vec::new(),
    );
    let mut imports = Imports::new();
    let first = imports.take(&list);
    assert_eq!(imports.shown("Sorter"), "Triage");
    assert_eq!(imports.ledger().graph(None).things().count(), 2, "an alias joins no two things of the file");
    let says: Vec<&str> = first.remarks.iter().map(|ImportRemark { says, .. }| says.as_str()).collect();
    assert_eq!(says.len(), 3, "{says:?}");
    assert!(imports.looked_at(&list).is_unchanged());
    // The former name is told as another name.
    let renamed = map(vec![named("R1", "Claims triage", &["Triage"]), named("R2", "CRM", &[])], Vec::new());
    imports.take(&renamed);
    assert_eq!(imports.shown("Triage"), "Claims triage");
    assert!(imports.looked_at(&renamed).is_unchanged());
}

#[test]
fn what_the_mapping_leaves_out_is_not_said_to_be_gone() {
    let list = map(vec![thing("R1", "Triage"), thing("R2", "CRM")], Vec::new());
    let mut imports = Imports::new();
    imports.take(&list);
    let mapping = ImportMapping { left_out: vec!["R2".to_owned()], ..ImportMapping::default() };
    let less = map(vec![thing("R1", "Triage")], Vec::new());
    let seen = edition(Some((&imports.session, &imports.names)), &less, &mapping);
    assert!(seen.is_unchanged());
}

#[test]
fn a_source_is_known_by_its_keys_and_names() {
    let mut imports = Imports::new();
    imports.take(&map(vec![thing("n1", "Triage"), thing("n2", "CRM"), thing("n3", "Calls")], Vec::new()));
    let is_one =
        |things: Vec<ImportedThing>| SourceMatch::of(&imports.session, &map(things, Vec::new())).is_one_source();
    assert!(is_one(vec![thing("n1", "Triage"), thing("n2", "The CRM"), thing("n4", "Trust")]));
    assert!(!is_one(vec![thing("n1", "Sales"), thing("n2", "Shops"), thing("n3", "Stock")]), "ids that every file has");
    assert!(!is_one(vec![thing("x1", "Triage"), thing("x2", "CRM")]), "names alone are no source");
    assert!(!is_one(Vec::new()));
    let mut imports = Imports::new();
    imports.take(&map(vec![thing("DHS-2024-0017", "Triage"), thing("DHS-2024-0018", "CRM")], Vec::new()));
    let translated =
        map(vec![thing("DHS-2024-0017", "Sortierung"), thing("DHS-2024-0018", "Kundenkartei")], Vec::new());
    assert!(SourceMatch::of(&imports.session, &translated).is_one_source(), "ids that no other file has");
}

#[test]
fn the_edition_before_the_last_one_can_be_looked_at() {
    let mut imports = Imports::new();
    imports.take(&map(vec![thing("R1", "Triage")], Vec::new()));
    assert!(before_last_edition(&imports.session).is_none());
    imports.take(&map(vec![thing("R1", "Triage"), thing("R2", "CRM")], Vec::new()));
    assert_eq!(before_last_edition(&imports.session).unwrap().events().len(), 2);
}

#[test]
fn counts_say_what_would_come_in() {
    let mut list = map(vec![thing("R1", "Triage"), thing("R2", "Calls")], vec![arrow("L1", 0, 1), arrow("L2", 1, 0)]);
    list.arrows[0] = ImportedArrow { relation: Relation::Affects, sign: Sign::Minus, ..arrow("L1", 0, 1) };
    let counts = EditionCounts::of(&edition(None, &list, &ImportMapping::default()));
    assert_eq!((counts.new, counts.all_things(), counts.all_arrows()), (4, 2, 2));
    assert_eq!(counts.signs.into_iter().collect::<Vec<_>>(), [(Sign::Minus, 1)]);
}
