//! What takes time to work out for the room's screen: a picture, a ripple, a finding. It is ordered from a thread of the
//! shell, and what was shown stays until the answer comes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::grounds::RoomFinding;
use super::nearby::{RankedThings, pictured};
use super::picture::RoomPicture;
use super::picture_fit::{PictureFit, TRIES};
use super::picture_parts::PictureParts;
use super::waves::{RoomWaves, waves};
use crate::graph::{Graph, Key, Ledger};
use crate::record::RoomView;

/// What an order is for: two orders with equal keys have equal answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SceneKey {
    /// The view of the room.
    pub(super) view: RoomView,
    /// The number of the last event that changed the map.
    pub(super) upto: u64,
    /// How often the sessions that this one builds on have grown.
    pub(super) grown: u64,
    /// The space for a picture: columns, rows.
    pub(super) space: (u16, u16),
}

/// An order to work out what the room looks at.
#[derive(Clone, Debug)]
pub struct SceneOrder {
    pub(super) key: SceneKey,
    pub(super) ledger: Arc<Ledger>,
    /// The labels of the things that a picture is about.
    pub(super) about: Vec<String>,
    /// The picture that the room sees now, if it is of the same view.
    pub(super) before: Option<Arc<RoomPicture>>,
}

impl PartialEq for SceneOrder {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// The answer to an order.
#[derive(Clone, Debug)]
pub struct WorkedScene {
    pub(super) key: SceneKey,
    /// What was worked out.
    pub content: WorkedContent,
}

/// What was worked out for the room.
#[derive(Clone, Debug)]
pub enum WorkedContent {
    /// A drawn map.
    Picture(Arc<RoomPicture>),
    /// A ripple.
    Waves(RoomWaves),
    /// A finding; `None` where it does not show on the map that the room may see.
    Finding(Option<RoomFinding>),
}

impl RoomView {
    /// Whether the view is worked out by a thread of the shell.
    pub(super) const fn is_worked_out(&self) -> bool {
        self.is_whole_map() || matches!(self, Self::Drawn { .. } | Self::Ripple { .. } | Self::Finding(_))
    }

    /// Whether the view is the whole map, or a part of it.
    pub(super) const fn is_whole_map(&self) -> bool {
        matches!(self, Self::WholeMap | Self::MapPart(_))
    }

    /// Whether two views are about the same: one shows more or less of it than the other.
    pub(in crate::app) fn is_about_the_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Drawn { around, .. }, Self::Drawn { around: other, .. }) => around == other,
            (Self::Ripple { of, less, .. }, Self::Ripple { of: other, less: pushed_down, .. }) => {
                (of, less) == (other, pushed_down)
            }
            (Self::Finding(finding), Self::Finding(other)) => {
                (&finding.lens, &finding.pattern, &finding.about) == (&other.lens, &other.pattern, &other.about)
            }
            _ => self == other || (self.is_whole_map() && other.is_whole_map()),
        }
    }
}

impl SceneOrder {
    /// Works out the answer; `None` once `stopped` is set, because nobody waits for it any longer.
    pub fn run(&self, stopped: &AtomicBool) -> Option<WorkedScene> {
        let graph = self.ledger.graph(None);
        if stopped.load(Ordering::SeqCst) {
            return None;
        }
        let content = match &self.key.view {
            RoomView::Ripple { of, less, waves: shown } => {
                let of = self.ledger.key_of(of).cloned();
                let found = of.map(|of| waves(&graph, &of, *less, usize::from(*shown)));
                WorkedContent::Waves(found.unwrap_or_default())
            }
            RoomView::Finding(finding) => WorkedContent::Finding(RoomFinding::of(&graph, &self.ledger, finding)),
            view => WorkedContent::Picture(Arc::new(self.picture(view, &graph, stopped)?)),
        };
        (!stopped.load(Ordering::SeqCst)).then(|| WorkedScene { key: self.key.clone(), content })
    }

    fn picture(&self, view: &RoomView, graph: &Graph, stopped: &AtomicBool) -> Option<RoomPicture> {
        let before = self.before.as_deref();
        let space = (usize::from(self.key.space.0), usize::from(self.key.space.1));
        let steps = match view {
            RoomView::Drawn { steps, .. } => *steps,
            RoomView::MapPart(part) => return PictureParts { graph, space, stopped }.part(usize::from(*part), before),
            _ => return PictureParts { graph, space, stopped }.part(1, before),
        };
        let shown = pictured(graph);
        let standing = before.map(RoomPicture::things).cloned().unwrap_or_default();
        let about: Vec<Key> = self.about.iter().filter_map(|label| self.ledger.key_of(label)).cloned().collect();
        let ranked = RankedThings::near(&shown, &about, steps, &standing);
        PictureFit { shown: &shown, ranked: &ranked, space, tries: TRIES, stopped }.picture(before)
    }
}
