//! Names of which much is the same, by their pieces and stems.

use super::form::NameForm;
use super::likeness::Likeness;
use super::names::{FoundPairs, NameList};
use super::score::Scores;
use super::stem_weights::spelled_alike;

/// The lowest score that is offered, in thousandths.
const LOWEST: u16 = 360;

/// The highest score of names that are not the same words.
const HIGHEST: u16 = 790;

/// The maximum number of names that share a piece by which a name is found.
const CROWD: usize = 256;

/// The number of names with which each name is compared.
const COMPARED: usize = 12;

/// Finds the pairs of names that score high enough.
pub(super) fn pairs(names: &NameList<'_>, scores: &Scores<'_>, found: &mut FoundPairs) {
    for (a, b) in scores.vectors().nearest(CROWD, COMPARED) {
        let (Some(one), Some(other)) = (names.forms.get(a), names.forms.get(b)) else { continue };
        let score = thousandths(scores.score(a, b)).min(HIGHEST);
        if score >= LOWEST && !scores.tells_apart(a, b) {
            found.note((a, b), reason(one, other), score);
        }
    }
}

fn reason(one: &NameForm, other: &NameForm) -> Likeness {
    let lacking = |one: &NameForm, other: &NameForm| {
        one.content.iter().filter(|stem| other.content.iter().all(|other| spelled_alike(stem, other) == 0.0)).count()
    };
    match (lacking(one, other), lacking(other, one)) {
        (0, 0) if one.brackets != other.brackets => Likeness::Namesake,
        (0, 0) => Likeness::Letters,
        (_, 0) | (0, _) => Likeness::Within,
        (1, 1) if one.content.len() > 1 && other.content.len() > 1 => Likeness::OneWord,
        _ => Likeness::Letters,
    }
}

fn thousandths(score: f32) -> u16 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and 1000")]
    let score = (score * 1000.0).round().clamp(0.0, 1000.0) as u16;
    score
}
