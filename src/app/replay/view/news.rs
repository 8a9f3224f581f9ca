//! New events, and new results of a scan, during a replay.

use super::ReplayView;
use crate::app::replay::showing::Shown;
use crate::app::replay::{Scale, ScanOrder, Scanned};
use crate::app::room::public;
use crate::exercise::Catalogue;
use crate::record::Event;
use crate::replay::{Marker, MarkerKind, Scan};

impl ReplayView {
    /// Adds events recorded since; a replay that is at the end stays at the end.
    pub(in crate::app) fn grow(&mut self, events: Vec<Event>, catalogue: &Catalogue) {
        if events.iter().any(|event| self.timeline.changes_earlier(event)) {
            // The findings may quote a text that no longer holds, so the scan begins anew.
            (self.found, self.shown, self.scan) = (Vec::new(), Shown::default(), Some(Scan::new()));
        }
        let at_end = self.playing.is_none() && self.position.heard == self.timeline.events().len();
        for event in events {
            self.timeline.grow(if self.source.shared { public(event) } else { event });
        }
        self.scale = Scale::of(self.timeline.events());
        self.unprepared = true;
        self.markers = self.timeline.markers(catalogue);
        self.markers.extend(self.found.iter().cloned());
        self.sort();
        if at_end {
            self.position = self.timeline.end();
        }
        self.look(catalogue);
    }

    /// Returns the next scan, unless one is running or every event was scanned.
    pub(in crate::app) fn order(&mut self) -> Option<ScanOrder> {
        let due = self.shown.scanned < self.timeline.events().len();
        let scan = self.scan.take_if(|_| due)?;
        Some(ScanOrder { scan, timeline: self.timeline.clone() })
    }

    /// Adds the results of a scan.
    pub(in crate::app) fn scanned_through(&mut self, scanned: Scanned) {
        if scanned.session != self.session().header().id {
            return;
        }
        for (heard, sighting) in scanned.seen {
            if self.shown.take_in(heard, &sighting) {
                let position = self.timeline.after(heard);
                // A finding that became much more severe is marked again, as in the story of a session.
                let grown = sighting.grown.into_iter();
                let grown = grown.map(|finding| Marker { position, kind: MarkerKind::Appears, says: finding.says });
                let news: Vec<Marker> = sighting.markers.into_iter().chain(grown).collect();
                self.found.extend(news.iter().cloned());
                self.markers.extend(news);
            }
        }
        if scanned.rest.as_ref().is_some_and(|scan| scan.heard() == self.shown.scanned) {
            self.scan = scanned.rest;
        }
        self.sort();
    }

    fn sort(&mut self) {
        self.markers.sort_by_key(|marker| (marker.position, marker.kind));
    }
}
