//! Finds which things of a map fit into the window of the room, and keeps what stands where it is.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use super::nearby::RankedThings;
use super::picture::{RoomPicture, Space};
use crate::graph::{FilteredGraph, Key};

/// The cells that the smallest box takes with the space around it: columns, rows. A picture with more boxes than fit at
/// this size is never tried, so that no layout takes long.
const SMALLEST: (usize, usize) = (16, 5);

/// The maximum number of layouts for one picture.
pub(super) const TRIES: usize = 60;

/// Returns the number of boxes above which no picture is tried.
pub(super) const fn most_boxes(space: Space) -> usize {
    let columns = space.0 / SMALLEST.0;
    (if columns == 0 { 1 } else { columns }) * (space.1 / SMALLEST.1 + 1)
}

/// The search for the things that fit.
pub(super) struct PictureFit<'a> {
    pub(super) shown: &'a FilteredGraph<'a>,
    pub(super) ranked: &'a RankedThings,
    pub(super) space: Space,
    /// The maximum number of layouts.
    pub(super) tries: usize,
    pub(super) stopped: &'a AtomicBool,
}

/// The layouts that were tried so far, and the picture to be drawn after.
struct PictureAttempt<'a> {
    fit: &'a PictureFit<'a>,
    before: Option<&'a RoomPicture>,
    tries: Cell<usize>,
}

impl PictureFit<'_> {
    /// Returns a picture of as many of the things as fit, the first ones first. What stood in the picture before keeps its
    /// place if everything that the picture is about fits in beside it; then only as much goes as has to. Returns `None`
    /// once `stopped` is set.
    pub(super) fn picture(&self, before: Option<&RoomPicture>) -> Option<RoomPicture> {
        let attempt = |before| PictureAttempt { fit: self, before, tries: Cell::new(0) };
        let before = before.filter(|before| !before.things().is_empty());
        let grown = before.and_then(|standing| attempt(before).grown(standing.things()));
        let picture = grown.or_else(|| attempt(None).filled()).unwrap_or_default();
        (!self.stopped.load(Ordering::SeqCst)).then(|| picture.out_of(self.shown, self.ranked.near_things()))
    }
}

impl PictureAttempt<'_> {
    fn draw(&self, things: &BTreeSet<Key>) -> Option<RoomPicture> {
        let PictureFit { shown, ranked, space, tries, stopped } = self.fit;
        self.tries.set(self.tries.get() + 1);
        let may = self.tries.get() <= *tries && things.len() <= most_boxes(*space);
        let joined = self.joined(things);
        // A box hangs alone only where nothing else fits.
        let things = if joined.is_empty() { things } else { &joined };
        if may { RoomPicture::of(shown, things, ranked.about(), *space, self.before, stopped) } else { None }
    }

    /// Returns those of the things that have an arrow to another one, or that the picture is about.
    fn joined(&self, things: &BTreeSet<Key>) -> BTreeSet<Key> {
        let links = self.fit.shown.links().filter(|link| link.from.key != link.to.key);
        let links = links.filter(|link| things.contains(&link.from.key) && things.contains(&link.to.key));
        let ends: BTreeSet<&Key> = links.flat_map(|link| [&link.from.key, &link.to.key]).collect();
        let about = self.fit.ranked.about();
        things.iter().filter(|key| ends.contains(key) || about.contains(key)).cloned().collect()
    }

    /// Adds the things to what stands; where that does not fit, the farthest things go first. `None` if what the
    /// picture is about does not fit even then.
    fn grown(&self, standing: &BTreeSet<Key>) -> Option<RoomPicture> {
        let ranked = self.fit.ranked;
        let mut things: BTreeSet<Key> = ranked.about().iter().cloned().collect();
        let others = || ranked.all_things().iter().filter(|key| !ranked.about().contains(key));
        things.extend(others().filter(|key| standing.contains(*key)).cloned());
        let mut gone = others().rev().filter(|key| standing.contains(*key));
        let mut picture = self.draw(&things);
        while picture.is_none() {
            things.remove(gone.next()?);
            picture = self.draw(&things);
        }
        picture.map(|picture| self.with_more(things, picture))
    }

    /// Draws as many things as fit without regard to an earlier picture.
    fn filled(&self) -> Option<RoomPicture> {
        let all = self.fit.ranked.all_things();
        let (mut fits, mut best) = (0, None);
        let mut too_many = all.len().min(most_boxes(self.fit.space)) + 1;
        let mut many = too_many - 1;
        while many > fits {
            match self.draw(&all.iter().take(many).cloned().collect()) {
                Some(picture) => (fits, best) = (many, Some(picture)),
                None => too_many = many,
            }
            many = usize::midpoint(fits, too_many);
        }
        best.map(|picture| self.with_more(all.iter().take(fits).cloned().collect(), picture))
    }

    /// Returns a thing to be added, and where none of `things` has an arrow to it, the first other thing that has.
    fn with_partner(&self, key: &Key, things: &BTreeSet<Key>) -> Vec<Key> {
        let links = self.fit.shown.links().filter(|link| link.from.key != link.to.key);
        let far = links.filter_map(|link| match (&link.from.key, &link.to.key) {
            (from, to) if from == key => Some(to),
            (from, to) if to == key => Some(from),
            _ => None,
        });
        let far: BTreeSet<&Key> = far.collect();
        let joined = far.iter().any(|far| things.contains(*far));
        let partner = self.fit.ranked.all_things().iter().find(|other| far.contains(other)).filter(|_| !joined);
        std::iter::once(key).chain(partner).cloned().collect()
    }

    /// Adds whatever still fits, in its order.
    fn with_more(&self, mut things: BTreeSet<Key>, mut picture: RoomPicture) -> RoomPicture {
        for key in self.fit.ranked.all_things() {
            if self.tries.get() >= self.fit.tries || things.contains(key) {
                continue;
            }
            let added = self.with_partner(key, &things);
            things.extend(added.iter().cloned());
            match self.draw(&things) {
                Some(more) => picture = more,
                None => things.retain(|key| !added.contains(key)),
            }
        }
        picture
    }
}
