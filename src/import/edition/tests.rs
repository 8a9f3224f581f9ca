//! Editions of a source one after the other, each as a map, recorded in one session.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::graph::{Key, Ledger};
use crate::import::{
    ImportMapping, ImportRemark, ImportedArrow, ImportedMap, ImportedPerson, ImportedThing, SourcePlace, WithinFile,
};
use crate::record::{
    Attribute, Basis, Event, Fact, Header, Kind, Names, Relation, Session, SessionKind, SessionTime, Sign, Status,
};

fn place() -> SourcePlace {
    SourcePlace { file: "list.csv".into(), within: WithinFile::Whole }
}

fn thing(key: &str, label: &str) -> ImportedThing {
    ImportedThing { kind: Kind::Initiative, ..ImportedThing::new(key, place(), label) }
}

fn of_status(key: &str, label: &str, status: Status) -> ImportedThing {
    ImportedThing { status: Some(status), ..thing(key, label) }
}

fn arrow(key: &str, from: usize, to: usize) -> ImportedArrow {
    ImportedArrow {
        key: key.to_owned(),
        place: place(),
        from,
        to,
        relation: Relation::Needs,
        sign: Sign::Unknown,
        strength: crate::record::Strength::default(),
        delay: None,
        note: None,
    }
}

fn map(things: Vec<ImportedThing>, arrows: Vec<ImportedArrow>) -> ImportedMap {
    ImportedMap { things, arrows, ..ImportedMap::default() }
}

/// The session of an import, edition by edition.
struct Imports {
    session: Session,
    names: Names,
}

impl Imports {
    fn new() -> Self {
        let session = Session::new(Header::here(SessionKind::Import));
        Self { session, names: Names::default() }
    }

    fn looked_at(&self, map: &ImportedMap) -> Edition {
        edition(Some((&self.session, &self.names)), map, &ImportMapping::default())
    }

    /// Records a map; returns what it changed.
    fn take(&mut self, map: &ImportedMap) -> Edition {
        let edition = self.looked_at(map);
        let seq = self.session.next_seq();
        let imported = Fact::Imported { files: Vec::new(), format: "table".to_owned(), digest: seq.to_string() };
        let people = edition.people.iter().cloned().map(Fact::Joined);
        let facts = [imported].into_iter().chain(people).collect();
        self.session.push(Event { seq, facts, ..Event::default() });
        for event in edition.events(&self.session, SessionTime::OPENING) {
            self.session.push(event);
        }
        self.names.clone_from(&edition.names);
        edition
    }

    /// Somebody acts on an event by hand.
    fn by_hand(&mut self, facts: Vec<Fact>) {
        let seq = self.session.next_seq();
        self.session.push(Event { seq, facts, ..Event::default() });
    }

    fn undo(&mut self) {
        let target = self.session.undo_target().unwrap();
        self.by_hand(self.session.taking_back(target));
    }

    fn ledger(&self) -> Ledger {
        let mut ledger = Ledger::new();
        ledger.add_session(&self.session, &self.names);
        ledger
    }

    /// The label under which a name is shown.
    fn shown(&self, label: &str) -> String {
        self.ledger().thing(label).map(|thing| thing.label.to_owned()).unwrap_or_default()
    }
}

/// The key of each part that changes, and how.
fn changes(edition: &Edition) -> Vec<(&str, PartChange)> {
    let changed = edition.parts.iter().filter(|part| part.change.is_change());
    changed.map(|part| (part.key.as_str(), part.change)).collect()
}

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
fn people_have_a_seat_and_no_name_in_the_record() {
    let mut list =
        map(vec![thing("R1", "Triage of Ana Ruiz"), thing("Ana Ruiz's list", "CRM")], vec![arrow("R1", 0, 1)]);
    list.things[1].about = Some("Ana runs it, write to ana.ruiz@example.org".to_owned());
    list.arrows[0].note = Some("agreed with Bo Lindqvist".to_owned());
    let person =
        |name: &str, unit: Option<&str>| ImportedPerson { name: name.to_owned(), unit: unit.map(str::to_owned) };
    list.people = vec![person("Ana Ruiz <ana.ruiz@example.org>", Some("Claims")), person("Bo Lindqvist", None)];
    let mut imports = Imports::new();
    let first = imports.take(&list);
    let text = format!("{:?}", imports.session.recorded().collect::<Vec<_>>());
    for marker in ["Ana", "Ruiz", "ruiz", "Bo ", "Lindqvist", "example.org"] {
        assert!(!text.contains(marker), "{marker} in {text}");
    }
    assert_eq!(first.names.names.values().collect::<Vec<_>>(), ["Ana Ruiz", "Bo Lindqvist"]);
    assert_eq!(first.people.iter().map(|seat| seat.tag.as_str()).collect::<Vec<_>>(), ["claims1", "seat1"]);
    assert!(imports.looked_at(&list).is_unchanged(), "who has a seat keeps it");
    list.people[1].unit = Some("Risk".to_owned());
    assert_eq!(imports.take(&list).people.len(), 1, "a unit is learned");
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

/// Any edition of a small source: rows with any names, some of them with arrows to other rows.
fn any_map() -> impl Strategy<Value = ImportedMap> {
    let row =
        (0..6_usize, "[A-Da-d]{1}|[A-D] ?[+#]?|\\PC{1,12}", any::<bool>(), prop::collection::vec(0..6_usize, 0..3));
    prop::collection::vec(row, 0..6).prop_map(|rows| {
        let mut list = ImportedMap::default();
        let mut keys = std::collections::BTreeSet::new();
        let mut names = std::collections::BTreeSet::new();
        for (key, name, live, _) in &rows {
            let Some(name_key) = Key::of(name) else { continue };
            let name = crate::record::text::clean(name);
            if keys.insert(*key) && names.insert(name_key) && Key::of(&name).is_some() {
                let status = if *live { Status::Live } else { Status::Pilot };
                list.things.push(of_status(&format!("R{key}"), &name, status));
            }
        }
        let count = list.things.len();
        for (key, _, _, to) in &rows {
            for to in to {
                let from = list.things.iter().position(|thing| thing.key == format!("R{key}"));
                if let Some(from) = from.filter(|from| *to < count && from != to)
                    && !list.arrows.iter().any(|arrow| (arrow.from, arrow.to) == (from, *to))
                {
                    list.arrows.push(arrow(&format!("R{key}"), from, *to));
                }
            }
        }
        list
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, rng_seed: RngSeed::Fixed(17), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_editions_the_last_one_is_what_the_session_says(maps in prop::collection::vec(any_map(), 1..5)) {
        let mut imports = Imports::new();
        for map in &maps {
            imports.take(map);
            prop_assert!(imports.looked_at(map).is_unchanged());
        }
        let last = maps.last().unwrap();
        let ledger = imports.ledger();
        let graph = ledger.graph(None);
        for thing in &last.things {
            let known = ledger.thing(&thing.label).unwrap();
            prop_assert_eq!(Key::of(known.label), Key::of(&thing.label), "a thing is shown under its name of now");
            let named = Fact::Named { label: thing.label.clone(), kind: thing.kind };
            prop_assert!(imports.session.live().any(|event| event.facts.contains(&named)), "a label survives exactly");
        }
        let mut keys = std::collections::BTreeSet::new();
        for thing in &last.things {
            prop_assert!(keys.insert(ledger.key_of(&thing.label).cloned()), "no two things became one");
        }
        for arrow in &last.arrows {
            let end = |place: usize| ledger.key_of(&last.things[place].label).unwrap();
            prop_assert!(graph.arrow(end(arrow.from), end(arrow.to), arrow.relation).is_some());
        }
        let mut again = Imports { session: Session::fold(imports.session.header().clone(), imports.session.recorded().cloned()), names: Names::default() };
        prop_assert!(again.take(last).is_unchanged());
    }
}

/// Returns all that an edition of this file hands on but the private names: parts with their keys, seats and titles.
fn handed_on(name: &str, text: &str) -> String {
    use crate::import::{ImportedFile, NoWatch, ReadContext, read};
    let mapping = ImportMapping::default();
    let file = ImportedFile::new(name, text.as_bytes().to_vec()).unwrap();
    let map = read(&[file], &ReadContext { mapping: &mapping, watch: &NoWatch }).unwrap().1;
    let of = edition(None, &map, &mapping);
    assert!(!of.names.names.is_empty(), "the file names people");
    format!("{:?} {:?} {:?}", of.parts, of.people, of.remarks).to_lowercase()
}

#[test]
fn no_name_of_a_person_stands_in_keys_labels_texts_and_seats() {
    let table = "Name,Owner,Contact,Status,Team,Notes\n\
        Claims bot,Henrietta Quillfeather,henrietta.quillfeather@acme.example,live,Claims,ask Henrietta Quillfeather\n\
        Churn model,Bartholomew Zwingli,+41 79 555 01 02,pilot,Retention,\n\
        Doc reader,\"Ottoline Vance, Pim de Groot\",ottoline@acme.example,idea,Back office,\n\
        Plan of Bartholomew Zwingli,Yusuf,,pilot,Henrietta Quillfeather,\n";
    let text = handed_on("list.csv", table);
    for name in ["henrietta", "quillfeather", "zwingli", "ottoline", "groot", "yusuf", "claims (2)", "555 01"] {
        assert!(!text.contains(name), "{name}: {text}");
    }
}

#[test]
fn the_address_of_a_unit_does_not_double_its_name() {
    let manifest = r#"{"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json"},
        "nodes": {"model.p.a": {"resource_type": "model", "name": "a", "package_name": "p", "depends_on": {"nodes": []}}},
        "exposures": {"exposure.p.d": {"name": "d", "type": "dashboard",
            "owner": {"name": "Data Science Team", "email": "data.science@acme.example"},
            "depends_on": {"nodes": ["model.p.a"]}}}}"#;
    let text = handed_on("manifest.json", manifest);
    assert!(text.contains("data science team") && !text.contains("team team"), "{text}");
}
