//! Recognises the shape of a line: a number, a name, a sentence, or an answer such as "none".

use crate::graph::Key;
use crate::record::lexicon::{ARROWS, Keyword, leading_amount, position, trailing_amount};
use crate::record::{Kind, Position, Status};

/// Answers that mean "nothing".
const NOTHING: [&str; 20] = [
    "none",
    "nothing",
    "no",
    "-",
    "n/a",
    "nobody",
    "no one",
    "neither",
    "none of them",
    "none of these",
    "none so far",
    "nothing yet",
    "nobody yet",
    "nothing really",
    "nothing changes",
    "nothing else",
    "nothing much",
    "nothing new",
    "no change",
    "no difference",
];

/// Answers that mean "nobody knows".
const UNKNOWN: [&str; 12] = [
    "can't tell",
    "cannot tell",
    "can't say",
    "don't know",
    "we don't know",
    "i don't know",
    "not sure",
    "no idea",
    "too early",
    "pass",
    "skip",
    "dunno",
];

/// Answers that have no meaning without their question.
const REPLIES: [&str; 14] = [
    "right",
    "wrong",
    "yes",
    "ok",
    "okay",
    "same",
    "true",
    "sure",
    "maybe",
    "agreed",
    "exactly",
    "correct",
    "done",
    "that's right",
];

/// Words that occur in nearly every sentence, but in no name.
const OF_SENTENCES: [&str; 62] = [
    "i",
    "we",
    "you",
    "he",
    "she",
    "it",
    "they",
    "them",
    "us",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "will",
    "would",
    "can",
    "could",
    "should",
    "must",
    "has",
    "have",
    "had",
    "does",
    "did",
    "don't",
    "doesn't",
    "because",
    "learned",
    "learnt",
    "says",
    "said",
    "sees",
    "saw",
    "knows",
    "knew",
    "told",
    "tells",
    "asks",
    "asked",
    "takes",
    "took",
    "makes",
    "made",
    "get",
    "gets",
    "got",
    "goes",
    "went",
    "comes",
    "came",
    "stop",
    "stops",
    "forget",
    "forgets",
    "decides",
    "happens",
    "nobody",
    "somebody",
    "everybody",
    "there",
];

/// The maximum number of words in a name.
const LONGEST_NAME: usize = 7;

/// The maximum number of words in a name that stands in a list of names.
const LONGEST_ITEM: usize = 9;

fn folded(said: &str) -> String {
    said.trim().trim_end_matches(['.', '!']).replace('’', "'").to_lowercase()
}

/// Whether a line means "nothing".
pub(super) fn is_nothing(said: &str) -> bool {
    NOTHING.contains(&folded(said).as_str())
}

/// Whether a line means "nothing" or "nobody knows".
pub(super) fn says_nothing(said: &str) -> bool {
    is_nothing(said) || UNKNOWN.contains(&folded(said).as_str())
}

/// Whether a line has no meaning without its question.
pub fn is_mere_reply(said: &str) -> bool {
    says_nothing(said) || REPLIES.contains(&folded(said).as_str())
}

/// Returns the numbers of a line that consists only of numbers.
pub(super) fn numbers(said: &str) -> Option<Vec<u16>> {
    let parts = said.split([' ', ',', ';']).filter(|part| !part.is_empty());
    let numbers = parts.map(|part| part.parse().ok()).collect::<Option<Vec<u16>>>()?;
    (!numbers.is_empty()).then_some(numbers)
}

/// Whether a line consists only of numbers.
pub(super) fn is_number(said: &str) -> bool {
    numbers(said).is_some()
}

/// Whether a line is short enough for a name.
pub(super) fn is_short(said: &str) -> bool {
    said.split_whitespace().count() <= LONGEST_NAME
}

/// Whether a line begins with an amount, more or less.
pub(super) fn leads_with_amount(said: &str) -> bool {
    leading_amount(said).is_some()
}

/// Whether a line ends with an amount, up or down.
pub(super) fn ends_with_amount(said: &str) -> bool {
    trailing_amount(said).is_some()
}

/// Whether a text could be a name; a text in brackets always can.
pub(super) fn is_a_name(said: &str) -> bool {
    let holds = |word: &str| {
        // "IT" is a department, not the pronoun.
        let shouted = word.len() > 1 && word.chars().all(char::is_uppercase);
        !shouted && OF_SENTENCES.contains(&folded(word).as_str())
    };
    let words = || said.split_whitespace();
    said.contains('[') || (words().count() <= LONGEST_ITEM && !words().any(holds))
}

/// Whether a line is surely grammar, by its arrow, its sigil or its first word.
pub(super) fn is_explicit(said: &str) -> bool {
    let arrow = ARROWS.iter().any(|arrow| said.contains(arrow));
    let mut chars = said.chars();
    let sigil = chars.next().is_some_and(|first| first == '?' || Kind::from_sigil(first).is_some());
    let spaced = chars.next().is_none_or(char::is_whitespace) && !said.starts_with('?');
    let first = said.split_whitespace().next().unwrap_or_default();
    let keyword = Keyword::of(first).is_some() || position(first) == Some(Position::Unsure);
    let attribute = said.rsplit_once(" is ").is_some_and(|(_, what)| status(what).is_some());
    arrow || (sigil && !spaced) || keyword || attribute || position(&folded(said)).is_some()
}

/// Returns the status that a text states, if it states nothing else.
fn status(text: &str) -> Option<Status> {
    let text = text.split('"').next().unwrap_or_default();
    Status::ALL.into_iter().find(|status| status.name() == folded(text))
}

/// Returns the status at the beginning of a text, with the words after it: "still a pilot, nobody uses it".
pub(super) fn status_first(said: &str) -> Option<(Status, &str)> {
    const BEFORE: [&str; 4] = ["still ", "in ", "an ", "a "];
    let mut rest = said.trim();
    for word in BEFORE {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let (word, behind) = rest.split_at(rest.find([' ', ',', ':', ';', '.', '"']).unwrap_or(rest.len()));
    Some((status(word)?, behind.trim_matches([' ', ',', ':', ';', '.', '"'])))
}

/// Returns a name without its article.
pub(super) fn without_article(said: &str) -> &str {
    let (first, rest) = said.trim().split_once(' ').unwrap_or(("", said.trim()));
    if matches!(first.to_lowercase().as_str(), "the" | "a" | "an" | "our" | "my") { rest.trim() } else { said.trim() }
}

/// Whether two labels are equal apart from their articles.
pub(super) fn same(one: &str, other: &str) -> bool {
    Key::of(without_article(one)).is_some_and(|key| Key::of(without_article(other)) == Some(key))
}

/// Splits a text at the commas outside of brackets, parentheses and quotes.
pub(super) fn items(text: &str) -> Vec<&str> {
    let (mut depth, mut quoted, mut start) = (0_usize, false, 0);
    let mut pieces = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '[' | '(' => depth += 1,
            ']' | ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 && !quoted => {
                pieces.extend(text.get(start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.extend(text.get(start..));
    pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

/// Returns a text in quotes after a space, as the speaker's own words; empty for an empty text.
pub(super) fn in_quotes(text: &str) -> String {
    let text = text.trim().trim_matches('"').replace('"', "'");
    if text.is_empty() { String::new() } else { format!(" \"{text}\"") }
}
