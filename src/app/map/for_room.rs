//! What the room would look at if it were shown what is chosen on the map.

use super::view::{MapView, View};
use crate::graph::Key;
use crate::record::RoomView;

impl MapView {
    /// Returns the label of a thing.
    fn named(&self, key: &Key) -> String {
        self.graph.label(key).to_owned()
    }
}

/// Returns the label of the thing that is chosen on the map: the one under the cursor, else the one in the centre.
pub(in crate::app) fn thing_for_the_room(map: &MapView) -> Option<String> {
    let chosen = match map.view {
        View::Table | View::Drawn | View::Matrix | View::Groups | View::Health => {
            map.under_cursor().or_else(|| map.centre.clone())
        }
        View::Neighbours | View::Ripple | View::Paths | View::Trees => map.centre.clone(),
    };
    chosen.map(|key| map.named(&key))
}

/// Returns the view of the room for the view of the map: the same thing, in the same manner where the room has it.
pub(in crate::app) fn for_the_room(map: &MapView) -> Option<RoomView> {
    let thing = thing_for_the_room(map)?;
    let steps = u16::try_from(map.steps).unwrap_or(u16::MAX);
    Some(match map.view {
        View::Neighbours => RoomView::Around(thing),
        View::Ripple => {
            RoomView::Ripple { of: thing, less: map.less, waves: u16::try_from(map.waves).unwrap_or(u16::MAX) }
        }
        View::Paths => {
            let target = map.target.as_ref().map(|target| map.named(target));
            RoomView::Drawn { around: std::iter::once(thing).chain(target).collect(), steps: 1 }
        }
        View::Trees | View::Drawn => RoomView::Drawn { around: vec![thing], steps },
        View::Table | View::Matrix | View::Groups | View::Health => RoomView::Drawn { around: vec![thing], steps: 1 },
    })
}
