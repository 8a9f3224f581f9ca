//! Lines that were corrected: each correction stands in the place of its line.

use super::Session;
use super::corrections::TouchedLine;
use crate::record::{Event, Exposure, Fact};

impl Session {
    /// Returns every event as it was recorded, in file order, including each version of a corrected line.
    pub fn recorded(&self) -> impl DoubleEndedIterator<Item = &Event> {
        self.events.iter().map(|event| self.corrections.recorded.get(&event.seq).unwrap_or(event))
    }

    /// Returns the event with this number as it was recorded; `None` if there is none.
    pub fn recorded_event(&self, seq: u64) -> Option<&Event> {
        self.corrections.recorded.get(&seq).or_else(|| self.event(seq))
    }

    /// Returns the number of the line that an event is a version of: a correction has the number of the line whose
    /// place it takes, any other event its own.
    pub fn line_of(&self, seq: u64) -> u64 {
        self.corrections.lines.get(&seq).copied().unwrap_or(seq)
    }

    /// Returns the versions of a line as recorded, the oldest first. A line that was never corrected has one.
    pub fn versions(&self, line: u64) -> impl DoubleEndedIterator<Item = &Event> {
        let corrected = self.corrections.versions.get(&line);
        let single = corrected.is_none().then_some(line);
        corrected.into_iter().flatten().copied().chain(single).filter_map(|seq| self.recorded_event(seq))
    }

    /// Returns the number of the event that states a line as it reads now: the version that is live, else the last one.
    pub fn version(&self, line: u64) -> u64 {
        let versions = self.corrections.versions.get(&line);
        let Some(versions) = versions else { return line };
        let standing = versions.iter().rev().find(|seq| self.undo.stands(**seq));
        standing.or(versions.last()).copied().unwrap_or(line)
    }

    /// Whether the line with this number was corrected, and not back again.
    pub fn is_corrected(&self, line: u64) -> bool {
        self.version(line) != line
    }

    /// Whether an event changes an earlier place: it corrects a line, or takes back or restores a version of a line
    /// that was corrected.
    pub fn reaches_back(&self, event: &Event) -> bool {
        !self.touched(event).is_empty()
    }

    /// Returns the numbers of the corrected lines that may read otherwise after an event.
    pub fn lines_read_anew(&self, event: &Event) -> impl Iterator<Item = u64> {
        self.touched(event).into_iter().map(|touched| touched.line)
    }

    /// Returns the index of the first event that an event takes back, restores or corrects; `None` if it changes none.
    pub fn first_revised(&self, event: &Event) -> Option<usize> {
        let revised = event.facts.iter().filter_map(|fact| match fact {
            Fact::Retracted { seq } | Fact::Restored { seq } => Some(self.line_of(*seq)),
            _ => None,
        });
        revised.filter_map(|line| self.events.binary_search_by_key(&line, |event| event.seq).ok()).min()
    }

    /// Returns the number of the version that a correction replaced, if that version was live.
    pub(super) fn live_before(&self, correction: u64) -> Option<u64> {
        let replaced = self.recorded_event(correction)?.replaces()?;
        (!self.corrections.of_taken_back.contains(&correction)).then_some(replaced)
    }

    /// Returns the number of the line that an event corrects; `None` for any other event.
    pub(super) fn corrects(&self, event: &Event) -> Option<u64> {
        let line = self.line_of(event.replaces()?);
        self.recorded_event(line).is_some_and(Event::is_line).then_some(line)
    }

    /// Returns the corrected lines that an event changes, with their state before it.
    pub(super) fn touched(&self, event: &Event) -> Vec<TouchedLine> {
        let changed = event.facts.iter().filter_map(|fact| match fact {
            Fact::Retracted { seq } | Fact::Restored { seq } => Some(self.line_of(*seq)),
            _ => None,
        });
        let corrected = changed.filter(|line| self.corrections.versions.contains_key(line));
        let mut lines: Vec<u64> = corrected.chain(self.corrects(event)).collect();
        lines.sort_unstable();
        lines.dedup();
        lines.into_iter().map(|line| TouchedLine { line, was_live: self.stands(line) }).collect()
    }

    /// Puts every touched line in its place as it reads now, and returns the event with what is left in its own place.
    pub(super) fn put_in_place(&mut self, event: Event, touched: &[TouchedLine]) -> Event {
        if touched.is_empty() {
            return event;
        }
        if let Some(line) = self.corrects(&event) {
            self.note_version(line, &event, touched);
        }
        self.corrections.recorded.insert(event.seq, event.clone());
        let mut facts: Vec<Fact> = touched.iter().filter_map(|touched| self.change_of(touched)).collect();
        for touched in touched {
            self.put_version(touched.line);
        }
        let others = |fact: &&Fact| match fact {
            Fact::Retracted { seq } | Fact::Restored { seq } => {
                !touched.iter().any(|touched| touched.line == self.line_of(*seq))
            }
            _ => true,
        };
        if self.corrections.lines.contains_key(&event.seq) {
            return Event { seq: event.seq, at: event.at, facts, ..Event::default() };
        }
        facts.extend(event.facts.iter().filter(others).cloned());
        Event { facts, ..event }
    }

    fn note_version(&mut self, line: u64, event: &Event, touched: &[TouchedLine]) {
        let corrections = &mut self.corrections;
        corrections.lines.insert(event.seq, line);
        corrections.versions.entry(line).or_insert_with(|| vec![line]).push(event.seq);
        if touched.iter().any(|touched| touched.line == line && !touched.was_live) {
            corrections.of_taken_back.push(event.seq);
        }
    }

    /// Returns the fact about a line that the event in its own place still states: that the line is live again, or no
    /// longer.
    fn change_of(&self, touched: &TouchedLine) -> Option<Fact> {
        let seq = touched.line;
        match (touched.was_live, self.stands(seq)) {
            (true, false) => Some(Fact::Retracted { seq }),
            (false, true) => Some(Fact::Restored { seq }),
            _ => None,
        }
    }

    /// Puts the version of a line that holds now in the place of the line.
    fn put_version(&mut self, line: u64) {
        let version = self.version(line);
        let Some(now) = self.recorded_event(version) else { return };
        let Some(original) = self.recorded_event(line) else { return };
        let placed = if version == line { original.clone() } else { in_place_of(original, now) };
        let original = original.clone();
        let Ok(place) = self.events.binary_search_by_key(&line, |event| event.seq) else { return };
        self.places.note_again(place, &placed);
        if let Some(event) = self.events.get_mut(place) {
            *event = placed;
        }
        self.corrections.recorded.entry(line).or_insert(original);
    }
}

/// Returns a later version of a line with the number, the time and the step of the line. What was said to fewer people
/// than the room stays so.
fn in_place_of(line: &Event, version: &Event) -> Event {
    let exposure = if line.exposure == Exposure::Room { version.exposure } else { line.exposure };
    Event {
        speaker: version.speaker.clone(),
        said: version.said.clone(),
        facts: version.stated().to_vec(),
        exposure,
        ..line.clone()
    }
}
