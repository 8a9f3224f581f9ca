//! Orders the vertices in every layer, with as few intersections as can be found in a given number of steps.
//!
//! Sweeps up and down order each layer by the median or the mean of the neighbours (Eades and Wormald 1994; Sugiyama,
//! Tagawa and Toda 1981); each sweep is followed by exchanges of neighbours (Gansner and others 1993). The best order
//! found is then sifted, vertex by vertex (Matuszewski, Schönfeld and Molitor 1999), and improved by random moves.
//! Connected parts are ordered one by one and never mixed.

mod count;
mod group;
mod insert;
mod search;
mod shake;
mod sift;
mod start;
mod sweep;
mod transpose;

use std::sync::atomic::AtomicBool;

use super::layered::Layered;
use super::slots::Slots;
use group::Groups;
use search::OrderSearch;

pub(super) use insert::insert;

/// Orders every layer. The vertices of one group stand side by side within their connected part. Once `stopped` is set,
/// the search for a better order ends.
pub(super) fn order(net: &mut Layered, groups: &[Option<usize>], stopped: &AtomicBool) {
    let groups = Groups::new(groups);
    let mut layers: Slots<Vec<usize>> = Slots::new(net.layers.len());
    for part in net.parts() {
        for (whole, part) in layers.iter_mut().zip(OrderSearch::new(net, &groups, &part, stopped).best()) {
            whole.extend(part);
        }
    }
    net.layers = layers;
}
