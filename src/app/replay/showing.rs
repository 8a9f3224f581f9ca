use crate::lens::Finding;
use crate::replay::Sighting;

/// Something that showed from one event to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Showing {
    key: String,
    /// The number of events after which it showed for the first time.
    pub since: usize,
    from: usize,
    until: Option<usize>,
    severity: u8,
    /// What there is to see.
    pub says: String,
    /// What it asks.
    pub ask: String,
}

/// What shows when, as far as the session was scanned.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    all: Vec<Showing>,
    /// The number of events that were scanned.
    pub(super) scanned: usize,
}

impl Shown {
    /// Takes in what was found after `heard` events. Says `false`, and takes nothing in, where that does not follow on what
    /// is known: it is the result of an older scan.
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

    /// Ends what shows under this key; returns the number of events after which it first showed.
    fn end(&mut self, key: &str, heard: usize) -> Option<usize> {
        let known = self.all.iter_mut().rfind(|known| known.until.is_none() && known.key == key)?;
        known.until = Some(heard);
        Some(known.since)
    }

    /// What showed after `heard` events: what was new at that event first, then by severity.
    pub(super) fn after(&self, heard: usize) -> Vec<&Showing> {
        let shows = |known: &&Showing| known.from <= heard && known.until.is_none_or(|until| until > heard);
        let mut now: Vec<&Showing> = self.all.iter().filter(shows).collect();
        let rank = |known: &Showing| (known.since == heard, known.severity);
        now.sort_by(|one, other| (rank(other), &one.key).cmp(&(rank(one), &other.key)));
        now
    }
}
