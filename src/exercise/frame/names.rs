//! Reads the names that a line gives to the arrows of a step, with the tail and the words after them.

use super::phrase::{ends_with_amount, is_a_name, items, leads_with_amount};
use crate::exercise::bare::NameShape;
use crate::record::Kind;
use crate::record::lexicon::delay;

/// The maximum number of words in the name of a lost thing; a longer text is a sentence.
const LONGEST_LOSS: usize = 4;

/// The maximum number of words in a name for which the console asks "more or less?".
const BRIEF: usize = 2;

/// The names of a line, each with the step's addition, and the text after them.
pub(super) struct GivenNames {
    pub(super) names: Vec<String>,
    /// The tail after a colon, which applies to every name; empty when there is none.
    pub(super) tail: String,
    /// The speaker's own words or a note; empty when there are none.
    pub(super) words: String,
}

impl GivenNames {
    /// Reads the names of a line; `None` for a sentence. `after_arrow` says that the names stand after `->`; `own` is
    /// the tail that the step adds.
    pub(super) fn read(said: &str, shape: NameShape, after_arrow: bool, own: &str) -> Option<Self> {
        let effects = after_arrow && shape == NameShape::Plain;
        let (core, behind) = core(said);
        let (core, late) = if effects { without_delay(core) } else { (core, None) };
        let (pieces, unread) =
            if effects && behind.is_empty() { read_apart(items(core)) } else { (items(core), vec![]) };
        let open = effects && behind.is_empty() && !pieces.iter().any(|piece| moves(piece));
        let names = match shape {
            NameShape::Whole(_) => vec![shape.around(&without_brackets(core))],
            NameShape::Less => pieces.into_iter().map(lost).collect::<Option<_>>()?,
            NameShape::Plain | NameShape::Sorted(_) => named(&pieces, shape, effects, behind)?,
        };
        let unread = if unread.is_empty() { String::new() } else { format!(" // {}", unread.join(", ")) };
        let behind = if unread.is_empty() { behind } else { &unread };
        let (tail, words) = tail(own, late, if open { " : ?" } else { behind });
        Some(Self { names, tail, words })
    }
}

/// Parts several effects from what cannot be read as one, which becomes a note, so that one sentence among them does
/// not make all of them text. A single item, and a list in which nothing says more or less, stays as it is.
fn read_apart(pieces: Vec<&str>) -> (Vec<&str>, Vec<&str>) {
    let reads = |piece: &&str| leads_with_amount(piece) || is_a_name(piece);
    if pieces.len() < 2 || pieces.iter().all(&reads) || !pieces.iter().any(|piece| moves(piece)) {
        return (pieces, Vec::new());
    }
    pieces.into_iter().partition(|piece| moves(piece) && reads(piece))
}

/// Returns the names as things of one kind, with the text after them.
pub(super) fn of_kind(kind: Kind, said: &str) -> Option<GivenNames> {
    let (core, behind) = core(said);
    let names = named(&items(core), NameShape::Sorted(kind), false, behind)?;
    let (tail, words) = tail("", None, behind);
    Some(GivenNames { names, tail, words })
}

/// Returns a label without brackets, so that it can be put in brackets.
pub(super) fn without_brackets(label: &str) -> String {
    label.replace(['[', ']'], " ")
}

/// Splits a line before its tail, note and quoted words.
fn core(said: &str) -> (&str, &str) {
    let quote = || said.strip_suffix('"')?.rfind(" \"");
    let at = said.find(" : ").or_else(|| said.find(" // ")).or_else(quote).unwrap_or(said.len());
    said.split_at(at)
}

/// Splits off a delay after the name: "more complaints 1q".
fn without_delay(core: &str) -> (&str, Option<&str>) {
    match core.trim_end().rsplit_once(' ') {
        Some((name, last)) if is_delay(last) => (name.trim_end(), Some(last)),
        _ => (core, None),
    }
}

fn is_delay(word: &str) -> bool {
    word != "now" && delay(word).is_some()
}

/// Returns each name without its article and with the kind that the step gives it. `None` when one of them is a
/// sentence, or when an effect (`effects`) has neither "more" nor "less" and is longer than two words.
fn named(pieces: &[&str], shape: NameShape, effects: bool, behind: &str) -> Option<Vec<String>> {
    let signed = behind.split_whitespace().any(|word| word.chars().all(|c| "+-?=".contains(c)));
    let names = signed || pieces.iter().all(|piece| leads_with_amount(piece) || is_a_name(piece));
    let moved = signed || pieces.iter().any(|piece| moves(piece));
    if !names || (effects && !moved && !is_brief(pieces)) {
        return None;
    }
    let shaped = |piece: &&str| {
        let typed = piece.strip_prefix("the ").unwrap_or(piece);
        if piece.starts_with(is_sigil) { typed.to_owned() } else { shape.around(typed) }
    };
    Some(pieces.iter().map(shaped).collect())
}

/// Whether a piece states more or less of a thing.
fn moves(piece: &str) -> bool {
    leads_with_amount(piece) || ends_with_amount(piece)
}

/// Whether every piece has at most two words, so that the console can ask "more or less?".
fn is_brief(pieces: &[&str]) -> bool {
    pieces.iter().all(|piece| is_a_name(piece) && piece.split_whitespace().count() <= BRIEF)
}

/// Adds "less" to a name, unless the amount is stated already; `None` for a sentence.
fn lost(piece: &str) -> Option<String> {
    if leads_with_amount(piece) {
        return Some(piece.to_owned());
    }
    let fits = is_a_name(piece) && piece.split_whitespace().count() <= LONGEST_LOSS;
    fits.then(|| NameShape::Less.around(piece))
}

fn is_sigil(c: char) -> bool {
    Kind::from_sigil(c).is_some()
}

/// Returns the tail (the step's own, unless the line states one of the same sort) and the words after the names.
fn tail(own: &str, late: Option<&str>, behind: &str) -> (String, String) {
    let (said, words) = match behind.strip_prefix(" : ") {
        Some(tail) => tail.split_at(tail.find(" \"").or_else(|| tail.find(" // ")).unwrap_or(tail.len())),
        None => ("", behind),
    };
    let timed = late.is_some() || said.split_whitespace().any(is_delay);
    let own = Some(own).filter(|own| !own.is_empty() && if is_delay(own) { !timed } else { said.is_empty() });
    let parts: Vec<&str> = own.into_iter().chain(late).chain(Some(said).filter(|said| !said.is_empty())).collect();
    (parts.join(" "), words.to_owned())
}
