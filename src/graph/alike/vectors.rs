//! Names as weighted vectors of the pieces of their stems.

use std::collections::HashMap;

use super::form::NameForm;

/// The lengths of the pieces, in letters.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=5;

/// The number of a piece.
type PieceNumber = u32;

/// The pieces of all names, of three to five letters, weighted by how often they occur in the name and by how few names
/// hold them (TF-IDF; Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988), each name's to
/// a length of one.
pub(super) struct Vectors {
    /// For each name its pieces with their weights, by number.
    of: Vec<Vec<(PieceNumber, f32)>>,
    /// For each piece the names that hold it, in order.
    holding: Vec<Vec<u32>>,
}

impl Vectors {
    pub(super) fn of(forms: &[NameForm]) -> Self {
        let mut numbers: HashMap<String, PieceNumber> = HashMap::new();
        let mut holding: Vec<Vec<u32>> = Vec::new();
        let mut of: Vec<Vec<(PieceNumber, f32)>> = Vec::with_capacity(forms.len());
        for (at, form) in (0_u32..).zip(forms) {
            let mut counts: HashMap<PieceNumber, f32> = HashMap::new();
            for piece in form.content.iter().flat_map(|stem| pieces(stem)) {
                let number = *numbers.entry(piece).or_insert_with(|| {
                    holding.push(Vec::new());
                    (holding.len() - 1) as PieceNumber
                });
                *counts.entry(number).or_default() += 1.0;
            }
            let mut counts: Vec<_> = counts.into_iter().collect();
            counts.sort_unstable_by_key(|(number, _)| *number);
            for (number, _) in &counts {
                if let Some(names) = holding.get_mut(*number as usize) {
                    names.push(at);
                }
            }
            of.push(counts);
        }
        let mut vectors = Self { of, holding };
        vectors.weigh();
        vectors
    }

    fn weigh(&mut self) {
        let names = self.of.len();
        for pieces in &mut self.of {
            for (number, weight) in pieces.iter_mut() {
                let holding = self.holding.get(*number as usize).map_or(1, Vec::len);
                *weight = (1.0 + weight.ln()) * rarity(holding, names);
            }
            let length = pieces.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
            for (_, weight) in pieces.iter_mut() {
                *weight /= length;
            }
        }
    }

    /// Returns the cosine of the angle between two names: 1 for the same pieces, 0 for none in common.
    pub(super) fn cosine(&self, a: usize, b: usize) -> f32 {
        let (Some(a), Some(b)) = (self.of.get(a), self.of.get(b)) else { return 0.0 };
        let (mut sum, mut others) = (0.0, b.iter().peekable());
        for (number, weight) in a {
            while others.next_if(|(other, _)| other < number).is_some() {}
            if let Some((_, other)) = others.next_if(|(other, _)| other == number) {
                sum += weight * other;
            }
        }
        sum
    }

    /// Returns for each name the names after it that have most in common with it, at most `most`.
    ///
    /// A piece that more than `crowd` names hold finds no names, so that the work grows with the number of names and not
    /// with its square.
    pub(super) fn nearest(&self, crowd: usize, most: usize) -> Vec<(usize, usize)> {
        let mut sums: Vec<f32> = vec![0.0; self.of.len()];
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (at, pieces) in self.of.iter().enumerate() {
            let mut touched: Vec<usize> = Vec::new();
            for (number, weight) in pieces {
                let holding = self.holding.get(*number as usize).map_or(&[][..], Vec::as_slice);
                if holding.len() > crowd {
                    continue;
                }
                for other in holding.iter().map(|other| *other as usize).filter(|other| *other != at) {
                    if let Some(sum) = sums.get_mut(other) {
                        if *sum == 0.0 {
                            touched.push(other);
                        }
                        *sum += weight;
                    }
                }
            }
            let sum_of = |other: &usize| sums.get(*other).copied().unwrap_or_default();
            touched.sort_by(|a, b| sum_of(b).total_cmp(&sum_of(a)).then(a.cmp(b)));
            found.extend(touched.iter().take(most).map(|other| (at.min(*other), at.max(*other))));
            for other in touched {
                if let Some(sum) = sums.get_mut(other) {
                    *sum = 0.0;
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Returns the weight of something that so many of all names hold: 1 if all do, more the fewer they are.
pub(super) fn rarity(holding: usize, names: usize) -> f32 {
    ((1.0 + names as f32) / (1.0 + holding as f32)).ln() + 1.0
}

/// Returns every row of three to five letters of a stem; its beginning and its end count as a letter.
fn pieces(stem: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = std::iter::once(' ').chain(stem.chars()).chain([' ']).collect();
    LENGTHS.flat_map(move |length| letters.windows(length).map(|row| row.iter().collect()).collect::<Vec<String>>())
}
