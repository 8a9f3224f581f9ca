//! The names that a line gives to what a step draws, with all that stands behind them.

use super::phrase::{ends_with_amount, is_a_name, items, leads_with_amount};
use crate::exercise::bare::NameShape;
use crate::record::Kind;
use crate::record::lexicon::delay;

/// The maximum of words of something that is lost; more are a sentence.
const LONGEST_LOSS: usize = 4;

/// The maximum of words about which more or less is asked when nobody said it.
const BRIEF: usize = 2;

/// Names, each with what the step adds to it, and what was said behind them.
pub(super) struct GivenNames {
    pub(super) names: Vec<String>,
    /// What is said of all of them, behind a colon; empty for nothing.
    pub(super) tail: String,
    /// Their own words or a note.
    pub(super) words: String,
}

impl GivenNames {
    /// Reads the names of a line; none for a sentence. `after_arrow` says that they stand behind `->`, and `own` is what
    /// the step says of them.
    pub(super) fn read(said: &str, shape: NameShape, after_arrow: bool, own: &str) -> Option<Self> {
        let effects = after_arrow && shape == NameShape::Plain;
        let (core, behind) = core(said);
        let (core, late) = if effects { without_delay(core) } else { (core, None) };
        let pieces = items(core);
        let open = effects && behind.is_empty() && !pieces.iter().any(|piece| moves(piece));
        let names = match shape {
            NameShape::Whole(_) => vec![shape.around(&without_brackets(core))],
            NameShape::Less => pieces.into_iter().map(lost).collect::<Option<_>>()?,
            NameShape::Plain | NameShape::Sorted(_) => named(&pieces, shape, effects, behind)?,
        };
        let (tail, words) = tail(own, late, if open { " : ?" } else { behind });
        Some(Self { names, tail, words })
    }
}

/// Names as things of one kind, with all that stands behind them.
pub(super) fn of_kind(kind: Kind, said: &str) -> Option<GivenNames> {
    let (core, behind) = core(said);
    let names = named(&items(core), NameShape::Sorted(kind), false, behind)?;
    let (tail, words) = tail("", None, behind);
    Some(GivenNames { names, tail, words })
}

/// A label as it can stand in brackets.
pub(super) fn without_brackets(label: &str) -> String {
    label.replace(['[', ']'], " ")
}

/// A line without the tail, the note and the quoted words at its end, and these.
fn core(said: &str) -> (&str, &str) {
    let quote = || said.strip_suffix('"')?.rfind(" \"");
    let at = said.find(" : ").or_else(|| said.find(" // ")).or_else(quote).unwrap_or(said.len());
    said.split_at(at)
}

/// "more complaints 1q": how long it takes may stand behind the name.
fn without_delay(core: &str) -> (&str, Option<&str>) {
    match core.trim_end().rsplit_once(' ') {
        Some((name, last)) if is_delay(last) => (name.trim_end(), Some(last)),
        _ => (core, None),
    }
}

fn is_delay(word: &str) -> bool {
    word != "now" && delay(word).is_some()
}

/// Each name without its article and with the kind that the step gives it; none when one of them is a sentence, or when
/// nobody said more or less of an effect (`effects`) that is not named in a word or two.
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

/// Whether a piece says more or less of something.
fn moves(piece: &str) -> bool {
    leads_with_amount(piece) || ends_with_amount(piece)
}

/// Whether every piece is a word or two, so that more or less can be asked about it.
fn is_brief(pieces: &[&str]) -> bool {
    pieces.iter().all(|piece| is_a_name(piece) && piece.split_whitespace().count() <= BRIEF)
}

/// Less of something, unless it is said already; none for a sentence.
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

/// What stands behind the names: the step's own tail, unless the line has one that says as much; and the words.
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
