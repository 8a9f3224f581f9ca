use crate::record::{Event, SessionTime, whole_millis};
use crate::replay::Playhead;

/// The maximum length of a silence on the bar, in milliseconds.
const LONGEST: u64 = 5 * 60 * 1000;

/// The scale of the bar: proportional to time, except that long silences are shortened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scale {
    /// The time of each event, after the opening at 0.
    at: Vec<SessionTime>,
    /// The position of each event on the scale, in milliseconds without the cut parts of silences.
    along: Vec<u64>,
}

impl Scale {
    pub(super) fn of(events: &[Event]) -> Self {
        let mut scale = Self { at: vec![SessionTime::OPENING], along: vec![0] };
        let (mut last, mut along) = (SessionTime::OPENING, 0);
        for event in events {
            along += whole_millis(event.at.since(last)).min(LONGEST);
            last = event.at.max(last);
            scale.at.push(last);
            scale.along.push(along);
        }
        scale
    }

    /// Returns the index of the cell for a moment on a bar of `cells` cells.
    pub fn cell(&self, position: Playhead, cells: u16) -> u16 {
        let get = |list: &[u64], at: usize| list.get(at).or(list.last()).copied().unwrap_or_default();
        let when = |at: usize| self.at.get(at).or(self.at.last()).copied().unwrap_or_default();
        let (from, to) = (get(&self.along, position.heard), get(&self.along, position.heard + 1));
        let since = whole_millis(position.at.since(when(position.heard)));
        let gap = whole_millis(when(position.heard + 1).since(when(position.heard))).max(1);
        let along = u128::from(from) + u128::from(to - from) * u128::from(since.min(gap)) / u128::from(gap);
        let length = u128::from(get(&self.along, usize::MAX).max(1));
        let cell = along * u128::from(cells.saturating_sub(1)) / length;
        u16::try_from(cell).unwrap_or(cells.saturating_sub(1))
    }
}
