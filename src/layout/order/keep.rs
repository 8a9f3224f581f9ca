use crate::layout::fit::{GAP, PASSING};
use crate::layout::layered::Layered;
use crate::layout::slots::Slots;

/// Leaves what has a column in the order of columns and puts the rest between, each where it meets fewest arrows.
///
/// An arrow that newly passes a layer does so where there is room, so that nobody has to move for it.
pub(in crate::layout) fn keep(net: &mut Layered, columns: &Slots<Option<usize>>, widths: &Slots<usize>) {
    let mut layers: Slots<Vec<usize>> = Slots::new(net.layers.len());
    let mut place: Slots<usize> = Slots::new(net.vertices());
    let mut placed = Slots::filled(false, net.vertices());
    for (layer, kept) in net.layers.iter().zip(layers.iter_mut()) {
        kept.extend(layer.iter().filter(|vertex| columns[**vertex].is_some()));
        kept.sort_by_key(|vertex| columns[*vertex]);
        for (at, vertex) in kept.iter().enumerate() {
            place[*vertex] = at;
            placed[*vertex] = true;
        }
    }
    for (layer, kept) in net.layers.iter().zip(layers.iter_mut()) {
        for vertex in layer.iter().copied().filter(|vertex| columns[*vertex].is_none()) {
            let tight = |at: usize| net.is_bend(vertex) && !has_room(kept, at, columns, widths);
            let cost = |at: &usize| (tight(*at), met(net, &place, &placed, kept, (vertex, *at)));
            let best = (0..=kept.len()).rev().min_by_key(cost);
            kept.insert(best.unwrap_or_default(), vertex);
            for (at, vertex) in kept.iter().enumerate() {
                place[*vertex] = at;
            }
            placed[vertex] = true;
        }
    }
    net.layers = layers;
}

/// Whether one more column, and one on each side of it, are free between those whose columns are known.
fn has_room(layer: &[usize], at: usize, columns: &Slots<Option<usize>>, widths: &Slots<usize>) -> bool {
    let (left, right) = layer.split_at_checked(at).unwrap_or_default();
    let known = |vertex: &&usize| columns[**vertex].is_some();
    let (newly_left, newly_right) =
        (left.iter().rev().take_while(|vertex| !known(vertex)), right.iter().take_while(|vertex| !known(vertex)));
    let needed: usize = newly_left.chain(newly_right).map(|vertex| widths[*vertex] + GAP).sum();
    let end = |vertex: &usize| columns[*vertex].map(|column| column + widths[*vertex] + 1);
    let first = left.iter().rev().find(known).and_then(end).unwrap_or_default();
    let next = right.iter().find(known).and_then(|vertex| columns[*vertex]);
    next.is_none_or(|next| first + needed + PASSING <= next)
}

/// Arrows a vertex would meet at a place of its layer, as far as the ends of all are known.
fn met(
    net: &Layered,
    place: &Slots<usize>,
    placed: &Slots<bool>,
    layer: &[usize],
    (vertex, at): (usize, usize),
) -> usize {
    let mut found = 0;
    for side in [&net.above, &net.below] {
        for end in side[vertex].iter().filter(|end| placed[**end]) {
            for (stands, other) in layer.iter().enumerate() {
                let ends = side[*other].iter().filter(|end| placed[**end]);
                found += ends
                    .filter(|one| if stands < at { place[**one] > place[*end] } else { place[**one] < place[*end] })
                    .count();
            }
        }
    }
    found
}
