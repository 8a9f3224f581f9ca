use std::borrow::Cow;

use crate::capture::lexicon::{Phrase, Sense, Words};

/// A word of a line as people say it, without the punctuation around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SpokenWord<'a> {
    /// The byte of the line at which the word begins.
    pub(crate) start: usize,
    /// The byte after the word.
    pub(crate) end: usize,
    /// The word as typed.
    pub(crate) text: &'a str,
    /// The word in lower case.
    pub(crate) folded: Cow<'a, str>,
}

/// Splits a line into its words, as the phrases of a language are split: a word that runs two words together is two
/// words at one place.
pub(crate) fn spoken_words<'a>(line: &'a str, words: &Words) -> Vec<SpokenWord<'a>> {
    let mut found = Vec::new();
    for (start, text) in chunks(line) {
        let mut start = start;
        let mut text = text;
        while let Some((before, after)) = text.split_once(['\'', '’']) {
            let Some(whole) = words.elided(&before.to_lowercase()).filter(|_| !after.is_empty()) else { break };
            found.push(SpokenWord { start, end: start + before.len(), text: before, folded: whole.to_owned().into() });
            start += text.len() - after.len();
            text = after;
        }
        if let Some((part, month)) = part_of_month(text, words) {
            let end = start + part.len();
            found.push(SpokenWord { start, end, text: part, folded: folded(part) });
            (start, text) = (end + 1, month);
        }
        let folded = folded(text);
        let end = start + text.len();
        match words.apart(&folded) {
            Some((one, two)) => found.extend([one, two].map(|word| {
                let folded = Cow::Owned(word.to_owned());
                SpokenWord { start, end, text, folded }
            })),
            None => found.push(SpokenWord { start, end, text, folded }),
        }
    }
    found
}

/// Returns the phrase at this place that has a wanted sense, and the number of its words; the longest one.
pub(crate) fn phrase_at(
    line: &[SpokenWord<'_>],
    at: usize,
    words: &Words,
    wanted: impl Fn(Sense) -> bool,
) -> Option<(Sense, usize)> {
    let rest = line.get(at..)?;
    let phrases = words.beginning(&rest.first()?.folded).iter();
    let found = phrases.filter(|phrase| phrase.behind.is_none() && wanted(phrase.sense)).find(|phrase| {
        phrase.words.len() <= rest.len() && phrase.words.iter().zip(rest).all(|(one, word)| **one == *word.folded)
    })?;
    Some((found.sense, found.words.len()))
}

/// Whether the phrase at this place has this sense.
pub(crate) fn is_at(line: &[SpokenWord<'_>], at: usize, words: &Words, sense: Sense) -> bool {
    phrase_at(line, at, words, |found| found == sense).is_some()
}

/// Returns the place behind the phrases of these senses, as many as there are.
pub(crate) fn past(line: &[SpokenWord<'_>], at: usize, words: &Words, wanted: impl Fn(Sense) -> bool) -> usize {
    let mut at = at;
    while let Some((_, length)) = phrase_at(line, at, words, &wanted) {
        at += length;
    }
    at
}

/// Splits "mid-October" into its two words.
fn part_of_month<'a>(text: &'a str, words: &Words) -> Option<(&'a str, &'a str)> {
    let (part, month) = text.split_once('-')?;
    let part_senses = [Sense::Early, Sense::Middle, Sense::End];
    let is_part = words.beginning(&folded(part)).iter().any(|phrase| part_senses.contains(&phrase.sense));
    let is_month = |phrase: &Phrase| matches!(phrase.sense, Sense::Month(_));
    (is_part && words.beginning(&folded(month)).iter().any(is_month)).then_some((part, month))
}

fn folded(text: &str) -> Cow<'_, str> {
    let plain = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if plain { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase().replace('’', "'")) }
}

/// Returns every word with its place, without the punctuation at its ends; what is only punctuation is left out.
fn chunks(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = line.split(|c: char| c.is_whitespace() || "()[],;\"".contains(c));
    parts.filter_map(move |part| {
        let text = part.trim_matches(|c: char| !c.is_alphanumeric());
        let start = text.as_ptr() as usize - line.as_ptr() as usize;
        (!text.is_empty()).then_some((start, text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::lexicon::LexiconFile;

    fn sample() -> Words {
        let text = r#"(contractions: [("del", "de el")], elisions: [("l", "le")], until: ["antes de", "by"])"#;
        Words::of(LexiconFile::parse(text))
    }

    #[test]
    fn words_have_their_place_and_no_punctuation() {
        let words = sample();
        let line = "À faire : l'avis, (fin) 31.12. del";
        let found = spoken_words(line, &words);
        let texts: Vec<_> = found.iter().map(|word| &*word.folded).collect();
        assert_eq!(texts, ["à", "faire", "le", "avis", "fin", "31.12", "de", "el"]);
        assert!(found.iter().all(|word| line.get(word.start..word.end) == Some(word.text)));
    }

    #[test]
    fn a_phrase_is_found_across_a_contraction() {
        let words = sample();
        let line = spoken_words("Antes del viernes", &words);
        assert_eq!(phrase_at(&line, 0, &words, |_| true), Some((Sense::Until, 2)));
        assert_eq!(phrase_at(&line, 1, &words, |_| true), None);
    }
}
