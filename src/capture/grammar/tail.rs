use crate::record::lexicon::{Verb, delay};
use crate::record::{Basis, Delay, Relation, Sign, Strength};

use super::shelter::{PlacedWord, Sheltered, words};
use super::verb;

/// The tail: what is typed after the colon of an arrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ArrowTail {
    pub(crate) relation: Option<Relation>,
    /// The sign that the verb says; it counts only if no sign was typed.
    pub(crate) verb_sign: Option<Sign>,
    /// The typed signs: one for all arrows, or one for each.
    pub(crate) marks: Vec<(Sign, Strength)>,
    pub(crate) delay: Option<Delay>,
    pub(crate) basis: Option<Basis>,
    /// The strength that words say: "by 30 %". It counts if no sign was typed.
    pub(crate) strength: Option<Strength>,
    /// Words that no part of the grammar knows; they become a note.
    pub(crate) unread: Option<String>,
    /// Words that are kept as a note although they were read: "by 30 %".
    pub(crate) note: Option<String>,
}

/// The word that begins a reason.
const BECAUSE: &str = "because";

enum TailPiece {
    Verb(&'static Verb),
    Mark(Sign, Strength),
    Delay(Delay),
    Basis(Basis),
    Prose,
}

impl ArrowTail {
    /// Reads a tail. All words between the first and the last unknown word count as unknown too: "it sounds odd - like
    /// a robot".
    pub(crate) fn read(text: &str) -> Self {
        let pieces = pieces(text);
        let prose = prose_span(&pieces, text);
        let mut tail = ArrowTail::default();
        let mut unread = Vec::new();
        for (place, (start, end, piece)) in pieces.iter().enumerate() {
            let inside = prose.is_some_and(|(first, last)| (first..=last).contains(&place));
            if inside || !tail.take(piece) {
                unread.extend(text.get(*start..*end));
            }
        }
        tail.unread = (!unread.is_empty()).then(|| unread.join(" "));
        tail
    }

    /// Adds what stands beside the statement itself: the typed tail comes first; strength and note come from the words.
    pub(crate) fn beside(mut self, own: Self) -> Self {
        self.delay = self.delay.or(own.delay);
        self.basis = self.basis.or(own.basis);
        self.strength = own.strength;
        self.note = own.note;
        if self.marks.is_empty() {
            self.marks = own.marks;
        }
        self
    }

    /// Whether every word was read.
    pub(crate) const fn is_clear(&self) -> bool {
        self.unread.is_none()
    }

    /// Returns the tail of a sentence that already has a verb: a verb in the tail becomes part of the note.
    pub(crate) fn without_verb(mut self) -> Self {
        if let Some(relation) = self.relation.take() {
            let unread = self.unread.take();
            self.unread =
                Some(unread.map_or_else(|| relation.name().to_owned(), |rest| format!("{} {rest}", relation.name())));
            self.verb_sign = None;
        }
        self
    }

    /// Takes one piece, and returns whether it fits: a second verb, delay or basis does not.
    fn take(&mut self, piece: &TailPiece) -> bool {
        match piece {
            TailPiece::Verb(verb) if self.relation.is_none() => {
                self.relation = Some(verb.relation);
                self.verb_sign = verb.sign;
            }
            TailPiece::Mark(sign, strength) => self.marks.push((*sign, *strength)),
            TailPiece::Delay(delay) if self.delay.is_none() => self.delay = Some(*delay),
            TailPiece::Basis(basis) if self.basis.is_none() => self.basis = Some(*basis),
            _ => return false,
        }
        true
    }
}

/// Splits a line at ` : `, else at its last colon if every word after it belongs to a tail.
pub(crate) fn split(text: &str) -> (&str, Option<ArrowTail>) {
    let sheltered = Sheltered::new(text);
    let cut = |at: usize, length: usize| {
        let head = text.get(..at).unwrap_or_default();
        (head.trim(), text.get(at + length..).unwrap_or_default().trim())
    };
    if let Some(at) = sheltered.finds(" : ").next() {
        let (head, tail) = cut(at, 3);
        return (head, Some(ArrowTail::read(tail)));
    }
    if let Some(at) = sheltered.finds(":").last() {
        let (head, tail) = cut(at, 1);
        let tail = ArrowTail::read(tail);
        if tail.is_clear() {
            return (head, Some(tail));
        }
    }
    (text, None)
}

fn pieces(text: &str) -> Vec<(usize, usize, TailPiece)> {
    let words = words(text);
    let mut pieces = Vec::new();
    let mut rest = words.as_slice();
    while let Some((word, after)) = rest.split_first() {
        let (piece, end, left) = match verb::leading(rest) {
            Some((verb, length)) => {
                let (taken, left) = rest.split_at(length);
                (TailPiece::Verb(verb), taken.last().map_or(word.end, |last| last.end), left)
            }
            None => (piece(word), word.end, after),
        };
        pieces.push((word.start, end, piece));
        rest = left;
    }
    pieces
}

fn piece(word: &PlacedWord<'_>) -> TailPiece {
    let text = word.text.trim_end_matches([',', '.', ';']).to_ascii_lowercase();
    let reading = mark(&text)
        .map(|(sign, strength)| TailPiece::Mark(sign, strength))
        .or_else(|| delay(&text).map(TailPiece::Delay))
        .or_else(|| basis(&text).map(TailPiece::Basis));
    reading.unwrap_or(TailPiece::Prose)
}

/// Returns the indices of the first and the last unknown piece. An everyday verb right before the first one counts too
/// ("in spring").
fn prose_span(pieces: &[(usize, usize, TailPiece)], text: &str) -> Option<(usize, usize)> {
    let is_prose = |(_, _, piece): &(usize, usize, TailPiece)| matches!(piece, TailPiece::Prose);
    let mut first = pieces.iter().position(is_prose)?;
    // A reason goes to the end: the verbs in it say nothing about the arrow.
    let word = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
    let is_reason = |(start, end, _): &(usize, usize, TailPiece)| word(*start, *end).eq_ignore_ascii_case(BECAUSE);
    let reason = pieces.iter().any(is_reason).then(|| pieces.len().saturating_sub(1));
    let last = reason.or_else(|| pieces.iter().rposition(is_prose))?;
    let before = first.checked_sub(1).and_then(|place| pieces.get(place));
    if matches!(before, Some((_, _, TailPiece::Verb(verb))) if verb.weak) {
        first -= 1;
    }
    Some((first, last))
}

fn mark(text: &str) -> Option<(Sign, Strength)> {
    let sign = match text.chars().next()? {
        '+' => Sign::Plus,
        '-' => Sign::Minus,
        '?' => Sign::Unknown,
        '=' => Sign::NoEffect,
        _ => return None,
    };
    if !text.chars().all(|c| c == sign.mark()) {
        return None;
    }
    let marks = if matches!(sign, Sign::Plus | Sign::Minus) { text.len() } else { 1 };
    Some((sign, Strength::from_marks(marks)))
}

fn basis(text: &str) -> Option<Basis> {
    [Basis::Guess, Basis::Told, Basis::Seen].into_iter().find(|basis| basis.name() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> Vec<(Sign, u8)> {
        ArrowTail::read(text).marks.iter().map(|(sign, strength)| (*sign, strength.marks())).collect()
    }

    #[test]
    fn signs_say_a_direction_and_a_strength() {
        assert_eq!(
            marks("++ + ---- ? ="),
            [(Sign::Plus, 2), (Sign::Plus, 1), (Sign::Minus, 3), (Sign::Unknown, 1), (Sign::NoEffect, 1)]
        );
        assert!(marks("+- 1+").is_empty());
    }

    #[test]
    fn a_tail_is_read_in_any_order() {
        let tail = ArrowTail::read("seen 1q feeds ++");
        assert_eq!(
            (tail.relation, tail.delay, tail.basis),
            (Some(Relation::Feeds), Some(Delay::Days(91)), Some(Basis::Seen))
        );
        assert!(tail.is_clear());
        assert_eq!(ArrowTail::read("- depends on").relation, Some(Relation::Needs));
    }

    #[test]
    fn a_reason_goes_to_the_end_of_the_tail() {
        let tail = ArrowTail::read("+ seen because we call people in");
        assert_eq!((tail.relation, tail.basis), (None, Some(Basis::Seen)));
        assert_eq!(tail.unread.as_deref(), Some("because we call people in"));
    }

    #[test]
    fn what_the_tail_does_not_know_is_a_note_as_typed() {
        for (typed, unread) in [
            ("- because it sounds canned", "because it sounds canned"),
            ("+ because it sounds odd - like a robot", "because it sounds odd - like a robot"),
            ("- because we have seen it", "because we have seen it"),
            ("- in spring", "in spring"),
            ("seen told", "told"),
            ("honestly seen", "honestly"),
            ("probably - 1q", "probably"),
        ] {
            assert_eq!(ArrowTail::read(typed).unread.as_deref(), Some(unread), "{typed}");
        }
        assert_eq!(marks("+ because it sounds odd - like a robot"), [(Sign::Plus, 1)]);
        assert_eq!(ArrowTail::read("probably - 1q").delay, Some(Delay::Days(91)));
    }

    #[test]
    fn a_colon_without_a_space_opens_a_tail_only_of_tail_words() {
        for (typed, head, opens) in [
            ("A -> B: +", "A -> B", true),
            ("A -> B:+ seen", "A -> B", true),
            ("A -> B :", "A -> B", true),
            ("A -> Price: new book", "A -> Price: new book", false),
            ("A -> odds of 3:1", "A -> odds of 3:1", false),
            ("A -> [B : +]", "A -> [B : +]", false),
            ("A -> Price: new : -", "A -> Price: new", true),
        ] {
            let (found, tail) = split(typed);
            assert_eq!((found, tail.is_some()), (head, opens), "{typed}");
        }
    }
}
