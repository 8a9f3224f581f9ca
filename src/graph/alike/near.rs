//! Names that differ by a typing error.

use std::collections::BTreeMap;

use strsim::osa_distance;

use super::likeness::Likeness;
use super::names::{FoundPairs, NameList};
use super::score::Scores;
use crate::graph::key::OPERATORS;

/// The minimum length of a name. In a shorter name, one changed letter makes another word, as in "cost" and "post".
const SHORTEST: usize = 6;

/// The minimum length of a word in which two letters may differ.
const LONG_WORD: usize = 8;

/// The maximum number of names that share a piece. A piece that more names share is common and no sign of likeness.
const CROWD: usize = 48;

const ONE_LETTER: u16 = 930;
const TWO_LETTERS: u16 = 860;

/// A piece of a name: the length of the whole name, which third the piece is, and its letters.
type NamePiece = (usize, usize, String);

/// Finds the pairs of names that differ in at most two letters.
///
/// Two errors leave at least one third of a name unchanged. So only names that share a third, shifted by at most two
/// letters, are compared.
pub(super) fn pairs(names: &NameList<'_>, scores: &Scores<'_>, found: &mut FoundPairs) {
    let mut pieces: BTreeMap<NamePiece, Vec<usize>> = BTreeMap::new();
    let texts: Vec<(usize, Vec<char>)> = names
        .texts()
        .map(|(at, text)| (at, text.chars().collect::<Vec<char>>()))
        .filter(|(_, letters)| letters.len() >= SHORTEST)
        .collect();
    for (at, letters) in &texts {
        for (third, (from, to)) in thirds(letters.len()).into_iter().enumerate() {
            let piece: String = letters.get(from..to).unwrap_or_default().iter().collect();
            pieces.entry((letters.len(), third, piece)).or_default().push(*at);
        }
    }
    for (at, letters) in &texts {
        let mut candidates: Vec<usize> = sharing(letters, &pieces).filter(|other| other > at).collect();
        candidates.sort_unstable();
        candidates.dedup();
        for other in candidates {
            let (Some(one), Some(two)) = (names.keys.get(*at), names.keys.get(other)) else { continue };
            if let Some(why) = slip(one.as_str(), two.as_str()).filter(|_| !scores.tells_apart(*at, other)) {
                found.note((*at, other), why, if why == Likeness::OneLetter { ONE_LETTER } else { TWO_LETTERS });
            }
        }
    }
}

fn thirds(length: usize) -> [(usize, usize); 3] {
    let (one, two) = (length / 3, length * 2 / 3);
    [(0, one), (one, two), (two, length)]
}

/// Returns the names that have a third in common with this name, at about the same position.
fn sharing<'a>(letters: &'a [char], pieces: &'a BTreeMap<NamePiece, Vec<usize>>) -> impl Iterator<Item = usize> + 'a {
    let lengths = letters.len().saturating_sub(2)..=letters.len() + 2;
    lengths.flat_map(move |length| {
        thirds(length).into_iter().enumerate().flat_map(move |(third, (from, to))| {
            (from.saturating_sub(2)..=from + 2).flat_map(move |start| {
                let piece = letters.get(start..start + (to - from)).map(|piece| piece.iter().collect::<String>());
                let found = piece.and_then(|piece| pieces.get(&(length, third, piece)));
                found.filter(|found| found.len() <= CROWD).into_iter().flatten().copied()
            })
        })
    })
}

/// Whether two names differ in one word only, by a typing error.
fn slip(one: &str, two: &str) -> Option<Likeness> {
    // Another digit or operator is another thing and no slip.
    let exact = |text: &str| text.chars().filter(|c| c.is_ascii_digit() || OPERATORS.contains(c)).collect::<String>();
    if exact(one) != exact(two) || one.split(' ').count() != two.split(' ').count() {
        return None;
    }
    let mut differing = one.split(' ').zip(two.split(' ')).filter(|(a, b)| a != b);
    let ((a, b), None) = (differing.next()?, differing.next()) else { return None };
    let shorter = a.chars().count().min(b.chars().count());
    match osa_distance(a, b) {
        1 if shorter >= SHORTEST - 1 => Some(Likeness::OneLetter),
        2 if shorter >= LONG_WORD => Some(Likeness::TwoLetters),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_letter_or_two_in_a_long_word() {
        for (one, two, why) in [
            ("handle time", "handel time", Some(Likeness::OneLetter)),
            ("underwriting", "underwritting", Some(Likeness::OneLetter)),
            ("satisfaction", "satsifacton", Some(Likeness::TwoLetters)),
            ("loss rate", "cost rate", None),
            ("quality", "quantity", None),
            ("region 1 volume", "region 2 volume", None),
            ("new claims", "old claims", None),
        ] {
            assert_eq!(slip(one, two), why, "{one} {two}");
        }
    }
}
