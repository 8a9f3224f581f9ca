//! How much two names look alike, as a number from 0 to 1.

use std::collections::BTreeSet;

use super::form::NameForm;
use super::opposites::Opposites;
use super::stem_weights::{StemWeights, spelled_alike};
use super::tongue::Tongue;
use super::vectors::Vectors;

/// The share that is left to two names that differ in a word of the opposite meaning; too little to be offered.
const OPPOSITE: f32 = 0.3;

/// The share that is left to two names of which each has a word that the other lacks.
const BOTH_DIFFER: f32 = 0.85;

/// The share that is left where one name has brackets at its end and the other has others.
const OTHER_BRACKETS: f32 = 0.9;

/// The cosine below which two names are not looked at any closer.
const FARTHEST: f32 = 0.12;

/// Compares the names of a ledger.
pub(super) struct Scores<'f> {
    forms: &'f [NameForm],
    vectors: Vectors,
    weights: StemWeights,
    /// For each name the stems that mean the opposite of one of its words.
    against: Vec<BTreeSet<String>>,
}

impl<'f> Scores<'f> {
    pub(super) fn of(forms: &'f [NameForm]) -> Self {
        let opposites = Tongue::ALL.map(Opposites::of);
        let against = |form: &NameForm| {
            let known = opposites.get(form.tongue as usize);
            let both = form.words.iter().zip(&form.stems);
            both.flat_map(|(word, stem)| known.map(|known| known.of_word(word, stem)).unwrap_or_default()).collect()
        };
        let against = forms.iter().map(against).collect();
        Self { forms, vectors: Vectors::of(forms), weights: StemWeights::of(forms), against }
    }

    pub(super) const fn vectors(&self) -> &Vectors {
        &self.vectors
    }

    /// Returns how much two names look alike: the mean of the likeness of their pieces and of their stems, less where
    /// something tells them apart. 0 where a number or an operator does.
    pub(super) fn score(&self, a: usize, b: usize) -> f32 {
        let (Some(one), Some(other)) = (self.forms.get(a), self.forms.get(b)) else { return 0.0 };
        let pieces = self.vectors.cosine(a, b);
        if pieces < FARTHEST || one.exact_parts() != other.exact_parts() || one.number != other.number {
            return 0.0;
        }
        let stems = self.weights.likeness(&one.content, &other.content);
        let mut score = f32::midpoint(pieces, stems);
        if self.tells_apart(a, b) {
            score *= OPPOSITE;
        } else if lacks_a_stem(one, other) && lacks_a_stem(other, one) {
            score *= BOTH_DIFFER;
        }
        if one.brackets.is_some() && other.brackets.is_some() && one.brackets != other.brackets {
            score *= OTHER_BRACKETS;
        }
        score
    }

    /// Whether two names say the opposite of each other, or one says that the thing is lacking.
    pub(super) fn tells_apart(&self, a: usize, b: usize) -> bool {
        let (Some(one), Some(other)) = (self.forms.get(a), self.forms.get(b)) else { return true };
        let turns = |at: usize, one: &NameForm, other: &NameForm| {
            let only_other = |stem: &&String| !one.stems.contains(stem);
            self.against
                .get(at)
                .is_some_and(|against| other.stems.iter().filter(only_other).any(|stem| against.contains(stem)))
        };
        !one.operators().eq(other.operators()) || one.less != other.less || turns(a, one, other) || turns(b, other, one)
    }
}

/// Whether the other name has a stem that this one lacks, in any spelling.
fn lacks_a_stem(one: &NameForm, other: &NameForm) -> bool {
    other.content.iter().any(|stem| one.content.iter().all(|own| spelled_alike(stem, own) == 0.0))
}
