//! People in the words of a line: the record holds their seats, and the scribe reads and types something else.

use super::Recording;

impl Recording {
    /// Returns a text with another word for each seat that is named in it.
    pub(in crate::app) fn with_seats_as<'a>(&'a self, text: &'a str, word: impl Fn(&'a str) -> &'a str) -> String {
        let is_seat = |part: &&str| self.session().everybody().iter().any(|person| person.tag == **part);
        let parts = text.split_inclusive(|c: char| !c.is_alphanumeric());
        let renamed = parts.map(|part| {
            let bare = part.trim_end_matches(|c: char| !c.is_alphanumeric());
            let rest = part.get(bare.len()..).unwrap_or_default();
            [Some(bare).filter(is_seat).map_or(bare, &word), rest].concat()
        });
        renamed.collect()
    }

    /// Returns what can be typed for a seat: the short form, else the name of whoever sits there.
    pub(in crate::app) fn typed_as<'a>(&'a self, tag: &'a str) -> &'a str {
        Some(self.names().typed_for(tag)).filter(|typed| *typed != tag).unwrap_or_else(|| self.called(tag))
    }
}
