//! Names that are also function words, without which no sentence can be built: "An", "My", "So", "Can".
//!
//! Such words occur in nearly every line. So they are read as a person only where the function word cannot stand.

use super::super::speech::{asks, helps, joins, relates, says, stands_for};
use super::{Reads, WordInContext};
use crate::record::persons::words::TextWord;

/// Words that can be a subject, or begin a sentence before a verb: "some said", "those want", "so says".
const SUBJECTS: [&str; 21] = [
    "this", "that", "these", "those", "no", "each", "some", "any", "another", "which", "what", "one", "first", "last",
    "next", "much", "more", "her", "his", "own", "do",
];

impl WordInContext<'_, '_> {
    /// Reads a function word at a place where no speaker or owner stands.
    pub(super) fn as_grammar(&self, capital: bool) -> Reads {
        let Some(word) = self.line.word(self.at) else { return Reads::Word };
        let subject = stands_for(word) || SUBJECTS.contains(&word) || joins(word);
        match () {
            () if self.gap().ends_with('@') => Reads::Person,
            () if capital && !self.begins() => self.capital_within(),
            () if subject => Reads::Word,
            () if self.owns() && !self.is_determined_twice() => if_capital(capital),
            () if self.next_if(says) && (self.at == 0 || self.begins_a_clause()) => if_capital(capital),
            () if capital && !helps(word) && self.next_if(helps) => Reads::Unsure,
            () => Reads::Word,
        }
    }

    /// Reads a function word with a capital letter within a sentence; in a label like "Warm Up" it is the everyday
    /// word.
    fn capital_within(&self) -> Reads {
        let next_is_capital = self.line.words.get(self.after).is_some_and(TextWord::is_capital);
        match () {
            () if self.determined() || self.is_in_a_label() => Reads::Word,
            () if next_is_capital || self.before_if(relates) => Reads::Unsure,
            () => Reads::Person,
        }
    }

    /// Whether the word before has a capital letter too: "Warm Up", "Service Bot".
    pub(super) fn is_in_a_label(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|before| self.line.words.get(before));
        let joined = self.gap().trim().is_empty() && !self.before_if(asks) && !self.next_if(says);
        joined && before.is_some_and(TextWord::is_capital)
    }

    fn begins_a_clause(&self) -> bool {
        self.begins() || self.gap().contains(',') || self.before_if(joins) || self.somebody_before
    }
}

const fn if_capital(capital: bool) -> Reads {
    if capital { Reads::Person } else { Reads::Unsure }
}
