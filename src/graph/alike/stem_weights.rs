//! Names compared stem by stem.

use std::collections::HashMap;

use strsim::{jaro_winkler, osa_distance};

use super::form::NameForm;
use super::vectors::rarity;

/// The likeness from which two stems count as spellings of one.
const SPELLINGS: f64 = 0.88;

/// The minimum length of a stem that may have another spelling.
const SHORTEST: usize = 4;

/// The length of a stem in which one more letter may differ.
const LONG_WORD: usize = 9;

/// The weight of each stem, by how few names hold it.
pub(super) struct StemWeights {
    weights: HashMap<String, f32>,
    names: usize,
}

impl StemWeights {
    pub(super) fn of(forms: &[NameForm]) -> Self {
        let mut holding: HashMap<&str, usize> = HashMap::new();
        for form in forms {
            let mut stems: Vec<&str> = form.content.iter().map(String::as_str).collect();
            stems.sort_unstable();
            stems.dedup();
            for stem in stems {
                *holding.entry(stem).or_default() += 1;
            }
        }
        let weights = holding.into_iter().map(|(stem, holding)| (stem.to_owned(), rarity(holding, forms.len())));
        Self { weights: weights.collect(), names: forms.len() }
    }

    pub(super) fn weight(&self, stem: &str) -> f32 {
        self.weights.get(stem).copied().unwrap_or_else(|| rarity(1, self.names))
    }

    /// Returns how much of two names is the same, stem by stem, from 0 to 1, where spellings of a stem count too: soft
    /// TF-IDF (Cohen, Ravikumar and Fienberg, "A comparison of string distance metrics for name-matching tasks", 2003).
    pub(super) fn likeness(&self, one: &[String], other: &[String]) -> f32 {
        let length = |stems: &[String]| stems.iter().map(|stem| self.weight(stem).powi(2)).sum::<f32>().sqrt();
        let lengths = length(one) * length(other);
        if lengths == 0.0 {
            return 0.0;
        }
        let sum = |one: &[String], other: &[String]| {
            let nearest = |stem: &String| {
                let found = other.iter().map(|other| (spelled_alike(stem, other), other));
                found.max_by(|(a, _), (b, _)| a.total_cmp(b)).filter(|(alike, _)| *alike > 0.0)
            };
            let shared = one.iter().filter_map(|stem| nearest(stem).map(|(alike, other)| (stem, alike, other)));
            shared.map(|(stem, alike, other)| self.weight(stem) * self.weight(other) * alike).sum::<f32>()
        };
        ((sum(one, other) + sum(other, one)) / (2.0 * lengths)).min(1.0)
    }
}

/// Returns how much two stems are spelled alike: 0 if they are two words. They must begin with the same letters, or differ
/// in one letter, in a long word in two: "quality" and "quantity" are two words.
pub(super) fn spelled_alike(one: &str, other: &str) -> f32 {
    if one == other {
        return 1.0;
    }
    if one.chars().next() != other.chars().next() {
        return 0.0;
    }
    let shorter = one.chars().count().min(other.chars().count());
    let alike = if shorter < SHORTEST { 0.0 } else { jaro_winkler(one, other) };
    if alike < SPELLINGS {
        return 0.0;
    }
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let is_spelling = 4 * same >= 3 * shorter || osa_distance(one, other) <= 1 + shorter / LONG_WORD;
    #[expect(clippy::cast_possible_truncation, reason = "it lies between 0 and 1")]
    if is_spelling { alike as f32 } else { 0.0 }
}
