use std::collections::{BTreeMap, BTreeSet};

use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::slot::{END, FORUM, PARTY, SUPPLY};
use crate::ask::template::QuestionTemplate;
use crate::ask::thresholds::SHARED_UNITS;
use crate::graph::{Crossing, Key};
use crate::lens::Lens;
use crate::record::spoken::{in_words, listed};
use crate::record::{Kind, Relation};

/// 19. Two units with many arrows between them, and without a forum where they meet.
pub(super) const HOT_WITHOUT_FORUM: QuestionTemplate = QuestionTemplate::of(19, hot_without_forum)
    .slots(&[("p", PARTY), ("q", PARTY), ("a", END)])
    .weight(8)
    .steps(&["next.6", "bound", "folio.5"])
    .ask("When {p} {p:changes} {a}, how {q:does} {q} hear of it, and how late?")
    .elsewhere("Who could tell us how {q} {q:hears} of it when {p} {p:changes} {a}, and how late?")
    .carry("Ask {party}: when {p} {p:changes} {a}, how do you hear of it, and how late?");

fn hot_without_forum(sight: &Sight<'_>) -> Vec<Occasion> {
    let mut strongest: BTreeMap<(&Key, &Key), &Crossing<'_>> = BTreeMap::new();
    for crossing in sight.field.crossings.iter().filter(|crossing| !crossing.is_owned()) {
        let Some(units) = crossing.units() else { continue };
        let known = strongest.entry(units).or_insert(crossing);
        if crossing.impact() > known.impact() {
            *known = crossing;
        }
    }
    let asked = sight.findings(Lens::BOUNDARY, None).filter_map(|finding| {
        let [one, other] = finding.about.as_slice() else { return None };
        let units = if one < other { (one, other) } else { (other, one) };
        let from = strongest.get(&units)?.from;
        let p = from.unit.as_ref()?;
        let q = if p == one { other } else { one };
        let (teller, hearer) = (sight.scene.graph.thing(p)?, sight.scene.graph.thing(q)?);
        let occasion = Occasion::about([one, other], finding.says.clone()).asking(Some(q));
        Some(occasion.thing("p", teller).thing("q", hearer).thing("a", from))
    });
    asked.collect()
}

/// 20. A forum without a known date, promise or decision.
pub(super) const FORUM_WITHOUT_RHYTHM: QuestionTemplate = QuestionTemplate::of(20, forum_without_rhythm)
    .slots(&[("forum", FORUM)])
    .weight(3)
    .quick()
    .steps(&["bound.4", "folio.6", "moment.6"])
    .ask("When did {forum} last change anything?")
    .elsewhere("Who could tell us when {forum} last changed anything?");

fn forum_without_rhythm(sight: &Sight<'_>) -> Vec<Occasion> {
    let idle = sight.of_kind(Kind::Forum).filter(|forum| !forum.promised && forum.decided.is_none());
    let asked = idle.map(|forum| {
        let because =
            format!("Nobody here has said when {}, or what {} decided.", forum.with("meets"), forum.agreement().it());
        Occasion::about([&forum.key], because).asking(forum.unit.as_ref()).thing("forum", forum)
    });
    asked.collect()
}

/// 29. A scarce resource that several units need, without a forum where they settle who gets it.
pub(super) const SCARCE_WITHOUT_FORUM: QuestionTemplate = QuestionTemplate::of(29, scarce_without_forum)
    .slots(&[("r", SUPPLY)])
    .weight(8)
    .steps(&["draw.2", "bound.4", "folio.5", "folio.6"])
    .ask("Who can say no to whom about {r}?")
    .elsewhere("Who could tell us who can say no to whom about {r}?");

fn scarce_without_forum(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.of_kind(Kind::Resource).filter(|r| r.scarce).filter_map(|r| {
        let needs = sight.into(r, &[Relation::Needs]);
        let units: BTreeSet<&Key> = needs.filter_map(|link| link.from.unit.as_ref()).collect();
        if units.len() < SHARED_UNITS || sight.field.bridges.join(units.iter().copied()) {
            return None;
        }
        let labels: Vec<&str> = units.iter().map(|unit| sight.label(unit)).collect();
        let because = format!(
            "There is not enough of {}, which {} teams need ({}), and nobody here has named where they settle it.",
            r.label,
            in_words(units.len()),
            listed(&labels, "and")
        );
        Some(Occasion::about([&r.key], because).asking(r.unit.as_ref()).thing("r", r))
    });
    asked.collect()
}
