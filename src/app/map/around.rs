use std::collections::BTreeSet;

use crate::graph::{FilteredGraph, Indirect, Key, Neighbour};
use crate::record::{Kind, Relation};

use super::mark::{NeighbourSide, phrase, voice};
use super::{At, Row, Shows};

/// Returns the causes of a thing and its effects, each as a list, at most `steps` arrows away, without filtered things.
pub(super) fn rows(shown: &FilteredGraph<'_>, centre: &Key, steps: usize) -> (Vec<Row>, Vec<Row>) {
    let around = shown.around(centre, steps);
    let indirect = shown.indirect();
    let side = |side: NeighbourSide, neighbours: &[Neighbour]| {
        let mut rows = Vec::new();
        nest(shown, &mut rows, side, centre, (neighbours, None), &mut BTreeSet::new());
        rows.extend(indirect.iter().filter_map(|indirect_arrow| through(shown, side, centre, indirect_arrow)));
        rows
    };
    (side(NeighbourSide::Into, &around.into), side(NeighbourSide::Out, &around.out))
}

/// Lists the neighbours of a thing at one depth, each followed by its own neighbours. A thing that several arrows lead
/// to has its neighbours listed once, under the first of these arrows.
fn nest(
    shown: &FilteredGraph<'_>,
    rows: &mut Vec<Row>,
    side: NeighbourSide,
    near: &Key,
    (all, via): (&[Neighbour], Option<&str>),
    told: &mut BTreeSet<Key>,
) {
    for next in all.iter().filter(|next| next.via.as_deref() == via) {
        let Some(thing) = Key::of(&next.label) else { continue };
        rows.extend(row(shown, side, near, &thing, next));
        if told.insert(thing.clone()) {
            nest(shown, rows, side, &thing, (all, Some(&next.label)), told);
        }
    }
}

fn row(shown: &FilteredGraph<'_>, side: NeighbourSide, near: &Key, thing: &Key, neighbour: &Neighbour) -> Option<Row> {
    let (from, to) = match side {
        NeighbourSide::Into => (thing, near),
        NeighbourSide::Out => (near, thing),
    };
    let link = shown.graph().link(from, to, neighbour.arrow.relation)?;
    let is_voice = link.arrow.relation == Relation::Owns && link.to.kind == Kind::Voice;
    let (near_end, far_end) = side.ends(link);
    let words = if is_voice {
        voice(side, &neighbour.label)
    } else {
        phrase(side, link.arrow.relation, near_end.agreement(), &neighbour.label, far_end.agreement())
    };
    let mut row = Row::of_arrow(link, thing, neighbour.depth - 1, words);
    row.asides.extend(link.is_confirmed_by_both().then(|| "both sides say so".to_owned()));
    Some(row)
}

/// Returns a row for an indirect arrow to or from the centre, which leads through things that the filter hides.
fn through(shown: &FilteredGraph<'_>, side: NeighbourSide, centre: &Key, indirect_arrow: &Indirect) -> Option<Row> {
    let far = match side {
        NeighbourSide::Into if indirect_arrow.to == *centre => &indirect_arrow.from,
        NeighbourSide::Out if indirect_arrow.from == *centre => &indirect_arrow.to,
        _ => return None,
    };
    let between: Vec<&str> = indirect_arrow.through.iter().map(|key| shown.graph().label(key)).collect();
    let sign = match indirect_arrow.sign {
        crate::record::Sign::Plus => Shows::More,
        crate::record::Sign::Minus => Shows::Less,
        _ => Shows::Carries,
    };
    let words = format!("{}, through what is not shown", shown.graph().label(far));
    Some(Row { asides: vec![between.join(", ")], faint: true, ..Row::new(At::Thing(far.clone()), 0, sign, words) })
}
