use std::collections::BTreeSet;

use crate::graph::{FilteredGraph, Indirect, Key, Neighbour};

use super::mark::{Side, phrase};
use super::{At, Row, Shows};

/// What leads into a thing, and what it leads to, as far as it is shown: one list for each side.
pub(super) fn rows(shown: &FilteredGraph<'_>, centre: &Key, steps: usize) -> (Vec<Row>, Vec<Row>) {
    let around = shown.around(centre, steps);
    let indirect = shown.indirect();
    let side = |side: Side, neighbours: &[Neighbour]| {
        let mut rows = Vec::new();
        nest(shown, &mut rows, side, centre, (neighbours, None), &mut BTreeSet::new());
        rows.extend(indirect.iter().filter_map(|way| through(shown, side, centre, way)));
        rows
    };
    (side(Side::Into, &around.into), side(Side::Out, &around.out))
}

/// The neighbours at one depth behind one thing, each followed by those behind it.
///
/// What lies behind a thing is told once, under the first arrow that leads there.
fn nest(
    shown: &FilteredGraph<'_>,
    rows: &mut Vec<Row>,
    side: Side,
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

fn row(shown: &FilteredGraph<'_>, side: Side, near: &Key, thing: &Key, neighbour: &Neighbour) -> Option<Row> {
    let (from, to) = match side {
        Side::Into => (thing, near),
        Side::Out => (near, thing),
    };
    let link = shown.graph().link(from, to, neighbour.arrow.relation)?;
    let words = phrase(side, link.arrow.relation, &neighbour.label);
    let mut row = Row::of_arrow(link, thing, neighbour.depth - 1, words);
    row.asides.extend(link.is_confirmed_by_both().then(|| "both sides say so".to_owned()));
    Some(row)
}

/// What still leads to or from the thing, through what is not shown.
fn through(shown: &FilteredGraph<'_>, side: Side, centre: &Key, way: &Indirect) -> Option<Row> {
    let far = match side {
        Side::Into if way.to == *centre => &way.from,
        Side::Out if way.from == *centre => &way.to,
        _ => return None,
    };
    let between: Vec<&str> = way.through.iter().map(|key| shown.graph().label(key)).collect();
    let sign = match way.sign {
        crate::record::Sign::Plus => Shows::More,
        crate::record::Sign::Minus => Shows::Less,
        _ => Shows::Carries,
    };
    let words = format!("{}, through what is not shown", shown.graph().label(far));
    Some(Row { asides: vec![between.join(", ")], faint: true, ..Row::new(At::Thing(far.clone()), 0, sign, words) })
}
