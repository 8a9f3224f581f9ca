use crate::layout::fit::{GAP, PASSING};
use crate::layout::layered::Layered;
use crate::layout::slots::Slots;

/// Orders the vertices that have a column in an earlier drawing by these columns, and inserts each other vertex where
/// it crosses the fewest arrows.
///
/// The bend of an arrow that newly passes a layer is inserted where there is room, so that no vertex has to move.
pub(in crate::layout) fn insert(net: &mut Layered, columns: &Slots<Option<usize>>, widths: &Slots<usize>) {
    let mut layers: Slots<Vec<usize>> = Slots::new(net.layers.len());
    let mut place: Slots<usize> = Slots::new(net.vertices());
    let mut placed = Slots::filled(false, net.vertices());
    for (layer, ordered) in net.layers.iter().zip(layers.iter_mut()) {
        ordered.extend(layer.iter().filter(|vertex| columns[**vertex].is_some()));
        ordered.sort_by_key(|vertex| columns[*vertex]);
        for (at, vertex) in ordered.iter().enumerate() {
            place[*vertex] = at;
            placed[*vertex] = true;
        }
    }
    for (layer, ordered) in net.layers.iter().zip(layers.iter_mut()) {
        for vertex in layer.iter().copied().filter(|vertex| columns[*vertex].is_none()) {
            let tight = |at: usize| net.is_bend(vertex) && !has_room(ordered, at, columns, widths);
            let cost = |at: &usize| (tight(*at), met(net, &place, &placed, ordered, (vertex, *at)));
            let best = (0..=ordered.len()).rev().min_by_key(cost);
            ordered.insert(best.unwrap_or_default(), vertex);
            for (at, vertex) in ordered.iter().enumerate() {
                place[*vertex] = at;
            }
            placed[vertex] = true;
        }
    }
    net.layers = layers;
}

/// Whether three columns are free between the known vertices at this position: one for an arrow, and one on each side.
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

/// The number of arrows that a vertex would cross at a position of its layer, counting only arrows whose ends have a
/// position already.
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
