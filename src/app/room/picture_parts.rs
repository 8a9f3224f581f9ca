//! The whole map, in parts where it does not fit at once: together they show every arrow that can be drawn.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use super::nearby::{RankedThings, pictured};
use super::picture::{PicturePart, PicturedArrow, RoomPicture, Space};
use super::picture_fit::{PictureFit, TRIES, most_boxes};
use crate::graph::Graph;

/// The maximum number of parts.
const MOST: usize = 9;

/// The maximum number of layouts for each part that is not on the screen.
const TRIES_BESIDE: usize = 16;

/// The parts of a map in a window.
pub(super) struct PictureParts<'a> {
    pub(super) graph: &'a Graph,
    pub(super) space: Space,
    pub(super) stopped: &'a AtomicBool,
}

impl PictureParts<'_> {
    /// Returns the part with this number, from 1; after the last part comes the first again. Each part begins at the
    /// thing with the most arrows that no part before it shows. Returns `None` once `stopped` is set.
    pub(super) fn part(&self, number: usize, before: Option<&RoomPicture>) -> Option<RoomPicture> {
        let shown = pictured(self.graph);
        let mut parts: Vec<(RoomPicture, String)> = Vec::new();
        let mut drawn: BTreeSet<PicturedArrow> = BTreeSet::new();
        while parts.len() < MOST {
            let is_left = |arrow: &PicturedArrow| !drawn.contains(arrow);
            let left = pictured(self.graph).with_arrows(|link| is_left(&arrow_of(link)));
            let ranked = RankedThings::all(&left, most_boxes(self.space));
            let Some(first) = ranked.all_things().first() else { break };
            let is_on_screen = parts.len() + 1 == number;
            let tries = if parts.is_empty() || is_on_screen { TRIES } else { TRIES_BESIDE };
            let fit = PictureFit { shown: &shown, ranked: &ranked, space: self.space, tries, stopped: self.stopped };
            let picture = fit.picture(before.filter(|_| is_on_screen))?;
            let known = drawn.len();
            drawn.extend(picture.links().iter().cloned());
            // What cannot be drawn ends the parts, but a map with nothing else has one part all the same.
            if drawn.len() == known {
                if parts.is_empty() {
                    parts.push((picture, String::new()));
                }
                break;
            }
            parts.push((picture, self.graph.label(first).to_owned()));
        }
        let of = parts.len();
        let at = number.saturating_sub(1).checked_rem(of).unwrap_or_default();
        let Some((mut picture, around)) = parts.into_iter().nth(at) else { return Some(RoomPicture::default()) };
        picture.part = (of > 1).then_some(PicturePart { number: at + 1, of, around });
        Some(picture)
    }
}

fn arrow_of(link: crate::graph::Link<'_>) -> PicturedArrow {
    (link.from.key.clone(), link.to.key.clone(), link.arrow.relation)
}
