use super::map_draft::MapDraft;
use super::traits::TAGS;
use crate::import::context::ReadContext;
use crate::import::imported::{ImportedMap, RemarkSort, ThingOwner};
use crate::import::input::limits;
use crate::import::mapping::{ImportMapping, SameNames, UndirectedAre};
use crate::import::place::{SourcePlace, WithinFile};
use crate::import::watch::NoWatch;
use crate::record::{Kind, Relation, Sign};

fn with_draft(mapping: &ImportMapping, make: impl FnOnce(&mut MapDraft<'_>)) -> ImportedMap {
    let mut draft = MapDraft::new(&ReadContext { mapping, watch: &NoWatch }, SameNames::Several);
    make(&mut draft);
    draft.finish().unwrap()
}

fn place() -> SourcePlace {
    SourcePlace { file: "map.dot".into(), within: WithinFile::Line(1) }
}

#[test]
fn what_the_file_has_no_word_for_is_of_the_kind_that_the_mapping_says() {
    let mapping = ImportMapping { kinds: [(String::new(), Kind::Resource)].into(), ..ImportMapping::default() };
    let map = with_draft(&mapping, |draft| {
        let row = draft.thing("1", place(), "Ledger");
        draft.sort(row, "", Some(Kind::Initiative));
        let sorted = draft.thing("2", place(), "Bot");
        draft.sort(sorted, "Use case", None);
        draft.owner(row, &ThingOwner::Unit("Finance".to_owned()), &place());
    });
    let kinds: Vec<Kind> = map.things.iter().map(|thing| thing.kind).collect();
    assert_eq!(kinds, [Kind::Resource, Kind::Initiative, Kind::Party]);
}

#[test]
fn a_link_without_a_direction_is_asked_about_and_an_arrow_only_where_the_mapping_says_so() {
    let link = |draft: &mut MapDraft<'_>| {
        let ends = (draft.thing("a", place(), "Bot"), draft.thing("b", place(), "Queue"));
        draft.undirected("a b", &place(), ends, Relation::Affects, Sign::Plus);
    };
    let asked = with_draft(&ImportMapping::default(), link);
    assert!(asked.arrows.is_empty());
    assert_eq!(asked.remarks[0].says, "Bot and Queue are linked without a direction");
    let arrows = ImportMapping { undirected: UndirectedAre::Arrows, ..ImportMapping::default() };
    assert_eq!(with_draft(&arrows, link).arrows[0].sign, Sign::Plus);
}

#[test]
fn remarks_without_end_are_counted() {
    let map = with_draft(&ImportMapping::default(), |draft| {
        (0..limits::REMARKS + 5).for_each(|_| draft.remark(place(), RemarkSort::LeftOut, "left out"));
    });
    assert_eq!(map.remarks.len(), limits::REMARKS);
    assert_eq!(map.remarks.last().unwrap().says, "5 more remarks follow, which are not shown");
}

#[test]
fn many_people_and_many_tags_take_no_longer_than_others() {
    let map = with_draft(&ImportMapping::default(), |draft| {
        let thing = draft.thing("a", place(), "Bot");
        for number in 0..50_000 {
            draft.person(&format!("p{number}@example.org"), None);
            draft.tag(thing, &format!("tag {number}"));
        }
        draft.person("P7@example.org", Some("Claims"));
    });
    assert_eq!((map.people.len(), map.things[0].tags.len()), (50_000, TAGS));
    assert_eq!(map.people[7].unit.as_deref(), Some("Claims"));
}

#[test]
fn a_map_that_became_too_large_ends_the_reading_and_not_only_the_map() {
    let mapping = ImportMapping::default();
    let mut draft = MapDraft::new(&ReadContext { mapping: &mapping, watch: &NoWatch }, SameNames::Several);
    for id in 0..limits::THINGS {
        draft.thing(&id.to_string(), place(), &format!("thing {id}"));
    }
    assert_eq!(draft.proceeds(1, 2), Ok(()));
    draft.thing("one more", place(), "One more");
    let says = draft.proceeds(1, 2).unwrap_err().to_string();
    assert_eq!(says, "map.dot, line 1: there are more than 100000 things; export a part of it");
}

#[test]
fn many_things_of_one_name_and_many_arrows_that_do_not_agree_take_no_longer_than_others() {
    let map = with_draft(&ImportMapping::default(), |draft| {
        for id in 0..10_000 {
            draft.thing(&id.to_string(), place(), "x");
        }
        for turn in 0..40_000_usize {
            let sign = if turn % 2 == 0 { Sign::Plus } else { Sign::Minus };
            draft.arrow("a", &place(), (turn % 5, turn % 7), Relation::Affects, sign);
        }
    });
    assert_eq!((map.things.len(), map.things[9_999].label.as_str()), (10_000, "x (10000)"));
    let asked = map.remarks.iter().filter(|remark| remark.sort == RemarkSort::Asked).count();
    assert_eq!((map.arrows.len(), asked), (30, 30), "each is asked about once");
}

#[test]
fn a_name_behind_a_tilde_is_the_opposite_of_the_name_and_another_thing() {
    let map = with_draft(&ImportMapping::default(), |draft| {
        let (income, poor) = (draft.named("Income", &place()), draft.named("~Income", &place()));
        assert_ne!(income, poor);
        assert_eq!((draft.called("Income"), draft.called("~ income")), (Some(income), Some(poor)));
        draft.named("~5 days", &place());
    });
    let labels: Vec<&str> = map.things.iter().map(|thing| thing.label.as_str()).collect();
    assert_eq!(labels, ["Income", "not Income", "~5 days"]);
    let noted: Vec<&str> = map.remarks.iter().map(|remark| remark.says.as_str()).collect();
    assert_eq!(noted, ["~ in front of a name means its opposite: this is not Income"]);
}
