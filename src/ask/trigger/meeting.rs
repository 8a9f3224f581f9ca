use std::collections::{BTreeMap, BTreeSet};

use crate::ask::figures::SHARED_UNITS;
use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::graph::{Crossing, Key};
use crate::lens::LensId;
use crate::record::spoken::{in_words, listed};
use crate::record::{Kind, Relation};

/// 19. Much crosses between two teams, and no place is named where they meet.
pub(super) fn hot_without_forum(sight: &Sight<'_>) -> Vec<Occasion> {
    let mut strongest: BTreeMap<(&Key, &Key), &Crossing<'_>> = BTreeMap::new();
    for crossing in sight.field.crossings.iter().filter(|crossing| !crossing.is_owned()) {
        let Some(units) = crossing.units() else { continue };
        let known = strongest.entry(units).or_insert(crossing);
        if crossing.impact() > known.impact() {
            *known = crossing;
        }
    }
    let asked = sight.findings(LensId::Boundary, None).filter_map(|finding| {
        let [one, other] = finding.about.as_slice() else { return None };
        let units = if one < other { (one, other) } else { (other, one) };
        let from = strongest.get(&units)?.from;
        let p = from.unit.as_ref()?;
        let q = if p == one { other } else { one };
        let label = |key| sight.scene.graph.label(key);
        let occasion = Occasion::about([one, other], finding.says.clone()).asking(Some(q));
        Some(occasion.with("p", label(p)).with("q", label(q)).with("a", &from.label))
    });
    asked.collect()
}

/// 20. A place to meet of which no date, promise or decision is known.
pub(super) fn forum_without_rhythm(sight: &Sight<'_>) -> Vec<Occasion> {
    let idle = sight.of_kind(Kind::Forum).filter(|forum| !forum.promised && forum.decided.is_none());
    let asked = idle.map(|forum| {
        let because = format!("Nobody here has said when {} meets, or what it decided.", forum.label);
        Occasion::about([&forum.key], because).asking(forum.unit.as_ref()).with("forum", &forum.label)
    });
    asked.collect()
}

/// 29. Several teams need what there is not enough of, and no place is named where they settle who gets it.
pub(super) fn scarce_without_forum(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.of_kind(Kind::Resource).filter(|r| r.scarce).filter_map(|r| {
        let needs = sight.into(r, &[Relation::Needs]);
        let units: BTreeSet<&Key> = needs.filter_map(|link| link.from.unit.as_ref()).collect();
        if units.len() < SHARED_UNITS || sight.field.bridges.join(units.iter().copied()) {
            return None;
        }
        let teams: Vec<&str> = units.iter().map(|unit| sight.label(unit)).collect();
        let because = format!(
            "There is not enough of {}, {} teams need it ({}), and nobody here has named where they settle it.",
            r.label,
            in_words(units.len()),
            listed(&teams, "and")
        );
        Some(Occasion::about([&r.key], because).asking(r.unit.as_ref()).with("r", &r.label))
    });
    asked.collect()
}
