//! Sentences to practise on: each with the line that a scribe would type for it.

use ron::extensions::Extensions;
use serde::Deserialize;

use crate::record::Person;

/// The RON text of the program's practice sentences.
pub const EMBEDDED_PRACTICE: &str = include_str!("practice.ron");

/// An invented room with the sentences that are said in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeSet {
    /// The people in the room.
    pub people: Vec<Person>,
    /// The sentences, from easy to hard.
    pub sentences: Vec<Spoken>,
}

/// A spoken sentence, and the line it should become.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spoken {
    /// The tag of the speaker.
    pub who: String,
    /// The words as they are spoken.
    pub says: String,
    /// The line that a practised scribe types.
    pub line: String,
    /// A sentence that says the same without any sign; `None` where the line itself is one.
    #[serde(default)]
    pub sentence: Option<String>,
    /// Names that are as good as those in the line; each group lists the names of one thing.
    #[serde(default)]
    pub also: Vec<Vec<String>>,
}

impl PracticeSet {
    /// Returns the practice sentences of the program.
    pub fn embedded() -> Self {
        // The embedded text is parsed by a test, so nothing is lost here in a program that was built.
        Self::parse(EMBEDDED_PRACTICE).unwrap_or_default()
    }

    /// Reads sentences from RON.
    pub fn parse(text: &str) -> Result<Self, ron::error::SpannedError> {
        ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_twenty_sentences_and_whoever_speaks_is_in_the_room() {
        let practice = PracticeSet::parse(EMBEDDED_PRACTICE).unwrap();
        assert_eq!(practice.sentences.len(), 20);
        for spoken in &practice.sentences {
            assert!(practice.people.iter().any(|person| person.tag == spoken.who), "{}", spoken.who);
        }
    }

    #[test]
    fn the_first_twelve_need_no_more_than_the_newcomers_card() {
        for spoken in &PracticeSet::embedded().sentences[..12] {
            let line = &spoken.line;
            assert!(!line.contains([':', '@', '!', '~', '$', '^', '#', '*', '&', '/']), "{line}");
            assert!(line.contains("->") || line.contains(" needs ") || line.contains(" owns ") || line.ends_with('?'));
        }
    }
}
