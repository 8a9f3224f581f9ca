//! Jumps from one moment to another.

use jiff::{SignedDuration, Timestamp};

use super::ReplayView;
use crate::app::replay::{Ask, Leap};
use crate::exercise::Catalogue;
use crate::replay::{Marker, Playhead, Timeline, Wanted};

/// The length of a jump by time.
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

impl ReplayView {
    /// Returns the moment that a jump leads to; `None` where there is none in that direction.
    pub(in crate::app) fn leap(&self, leap: Leap, forward: bool) -> Option<Playhead> {
        let (here, timeline) = (self.position, &self.timeline);
        let end = timeline.end();
        let held = |at| timeline.session().past_interruption(at, forward);
        let to = match (leap, forward) {
            (Leap::Event, true) => timeline.after(here.heard + 1),
            // Between two events, a jump back leads to the earlier event first.
            (Leap::Event, false) if here.at > timeline.after(here.heard).at => timeline.after(here.heard),
            (Leap::Event, false) => timeline.after(here.heard.saturating_sub(1)),
            (Leap::Minute, true) => timeline.at(held(here.at + MINUTE).min(end.at)),
            (Leap::Minute, false) => timeline.at(held(here.at - MINUTE)),
            (Leap::Step, true) => timeline.next(here, &Wanted::Step)?,
            (Leap::Step, false) => timeline.previous(here, &Wanted::Step)?,
            (Leap::Limit, true) => end,
            (Leap::Limit, false) => Timeline::start(),
            (Leap::Marker | Leap::Finding, true) => Marker::next(&self.markers, here, leap.stops_at())?.position,
            (Leap::Marker | Leap::Finding, false) => Marker::previous(&self.markers, here, leap.stops_at())?.position,
        };
        (to != here).then_some(to)
    }

    /// Returns the next line that matches the last search: by the unit, or with the word.
    pub(in crate::app) fn seek(&self, ask: Ask) -> Option<Playhead> {
        let wanted = match (ask, &self.sought) {
            (Ask::Unit, [Some(unit), _]) => Wanted::Unit(unit.clone()),
            (Ask::Word, [_, Some(word)]) => Wanted::Word(word.clone()),
            _ => return None,
        };
        self.timeline.next(self.position, &wanted)
    }

    /// Plays on to the current time; stops at the end of the session.
    pub(in crate::app) fn play(&mut self, now: Timestamp, catalogue: &Catalogue) {
        let Some(since) = self.playing else { return };
        let elapsed = now.duration_since(since);
        let position = self.timeline.play(self.position, self.speed, elapsed);
        self.playing = (position != self.timeline.end()).then_some(now);
        self.go(position, catalogue);
    }
}
