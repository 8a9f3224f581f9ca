use std::ops::Range;

use crate::record::persons::replaced;
use crate::record::{NamedPerson, SeatTag};

/// The places on a line where a person is named, with the text for each place.
pub(super) struct NamePlaces<'a> {
    said: &'a str,
    /// Each place, with the seat or unit written there.
    parts: Vec<(NamedPerson, String)>,
}

impl<'a> NamePlaces<'a> {
    pub(super) fn of(said: &'a str, named: &[NamedPerson]) -> Self {
        Self { said, parts: named.iter().map(|named| (named.clone(), named.instead.clone())).collect() }
    }

    /// Writes the seat of a promise's owner in place of the unit, because the owner is found by it later.
    pub(super) fn hold(&mut self, who: &str, seat_of: impl Fn(&str) -> Option<SeatTag>) {
        let colon = self.said.rfind(" : ").unwrap_or(usize::MAX);
        let is_theirs = |named: &NamedPerson| named.seat.as_deref() == Some(who) && !named.owns;
        let behind = self.parts.iter().rposition(|(named, _)| is_theirs(named) && named.at.start > colon);
        let place = behind.or_else(|| self.parts.iter().position(|(named, _)| is_theirs(named)));
        if let Some((_, written)) = place.and_then(|place| self.parts.get_mut(place)) {
            who.clone_into(written);
            return;
        }
        let Some(seat) = seat_of(who).filter(|seat| seat != who) else { return };
        if let Some(at) = last_word(self.said, who).filter(|at| !self.covers(at)) {
            let named = NamedPerson {
                at,
                seat: Some(seat.clone()),
                instead: String::new(),
                asked: false,
                unsure: false,
                owns: false,
            };
            self.parts.push((named, seat.to_string()));
            self.parts.sort_by_key(|(named, _)| named.at.start);
        }
    }

    fn covers(&self, at: &Range<usize>) -> bool {
        self.parts.iter().any(|(named, _)| named.at.start < at.end && at.start < named.at.end)
    }

    /// Returns the people whose names were replaced by a unit.
    pub(super) fn put_aside(&self) -> Vec<NamedPerson> {
        let aside = self.parts.iter().filter(|(named, written)| *written == named.instead);
        aside.map(|(named, _)| named.clone()).collect()
    }

    pub(super) fn written(&self) -> String {
        let named: Vec<NamedPerson> = self.parts.iter().map(|(named, _)| named.clone()).collect();
        let mut words = self.parts.iter().map(|(_, written)| written.clone());
        replaced(self.said, &named, |_| words.next().unwrap_or_default())
    }
}

/// Returns the last place where a text occurs as whole words.
fn last_word(said: &str, text: &str) -> Option<Range<usize>> {
    last_word_before(said, text, said.len())
}

/// Returns the last place within the first `end` bytes of the line.
fn last_word_before(said: &str, text: &str, end: usize) -> Option<Range<usize>> {
    let ends = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    let whole = |at: &usize| {
        let (before, rest) = said.split_at(*at);
        ends(before.chars().next_back()) && ends(rest.get(text.len()..).and_then(|rest| rest.chars().next()))
    };
    let places = said.rmatch_indices(text).map(|(at, _)| at).filter(|at| at + text.len() <= end);
    let at = places.into_iter().find(whole)?;
    Some(at..at + text.len())
}

/// Replaces the seats on a line by units.
pub(super) fn with_units(text: &str, named: &[NamedPerson]) -> String {
    let mut text = text.to_owned();
    for (seat, unit) in named.iter().filter_map(|named| Some((named.seat.as_deref()?, named.instead.as_str()))) {
        // Replaces from the end to the beginning, because a unit may contain the word of a seat.
        let mut end = text.len();
        while let Some(at) = last_word_before(&text, seat, end) {
            end = at.start;
            text.replace_range(at, unit);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_that_is_called_like_the_seat_stands_in_its_place_once() {
        let named = |seat: &str, instead: &str| NamedPerson {
            at: 0..0,
            seat: Some(seat.into()),
            instead: instead.to_owned(),
            asked: false,
            unsure: false,
            owns: false,
        };
        assert_eq!(with_units("do codes : seat1 and seat1", &[named("seat1", "seat1")]), "do codes : seat1 and seat1");
        assert_eq!(with_units("ask risk1", &[named("risk1", "risk1 team")]), "ask risk1 team");
        assert_eq!(with_units("risk1, risk12", &[named("risk1", "Risk")]), "Risk, risk12");
    }
}
