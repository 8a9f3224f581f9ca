use crate::lens::Finding;
use crate::replay::Sighting;

/// A finding that was present from one event to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Showing {
    key: String,
    /// The number of events after which the finding appeared.
    pub since: usize,
    from: usize,
    until: Option<usize>,
    severity: u8,
    /// The description of the finding.
    pub says: String,
    /// The question of the finding.
    pub ask: String,
}

/// The findings of each event, as far as the session was scanned.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    all: Vec<Showing>,
    /// The number of events that were scanned.
    pub(super) scanned: usize,
}

impl Shown {
    /// Adds the sighting after `heard` events. Returns `false` and adds nothing unless that is the event after the last
    /// one scanned, because such a sighting is the result of an older scan.
    pub(super) fn take_in(&mut self, heard: usize, sighting: &Sighting) -> bool {
        if heard != self.scanned + 1 {
            return false;
        }
        self.scanned = heard;
        for finding in &sighting.already {
            self.begin(finding, 0, 0);
        }
        for finding in &sighting.gone {
            self.end(&finding.key(), heard);
        }
        for finding in &sighting.changed {
            let since = self.end(&finding.key(), heard);
            self.begin(finding, since.unwrap_or(heard), heard);
        }
        for finding in &sighting.new {
            self.begin(finding, heard, heard);
        }
        true
    }

    fn begin(&mut self, finding: &Finding, since: usize, from: usize) {
        self.all.push(Showing {
            key: finding.key(),
            since,
            from,
            until: None,
            severity: finding.severity,
            says: finding.says.clone(),
            ask: finding.ask.clone(),
        });
    }

    /// Ends the finding with this key; returns the number of events after which it first appeared.
    fn end(&mut self, key: &str, heard: usize) -> Option<usize> {
        let known = self.all.iter_mut().rfind(|known| known.until.is_none() && known.key == key)?;
        known.until = Some(heard);
        Some(known.since)
    }

    /// Returns the findings present after `heard` events: first those that appeared at that event, then by severity.
    pub(super) fn after(&self, heard: usize) -> Vec<&Showing> {
        let shows = |known: &&Showing| known.from <= heard && known.until.is_none_or(|until| until > heard);
        let mut now: Vec<&Showing> = self.all.iter().filter(shows).collect();
        let rank = |known: &Showing| (known.since == heard, known.severity);
        now.sort_by(|one, other| (rank(other), &one.key).cmp(&(rank(one), &other.key)));
        now
    }
}
