use std::collections::{BTreeMap, HashMap};

/// The things most like a thing that are remembered.
const NEAREST: usize = 10;
/// Words that more names have than this say nothing.
const COMMON: usize = 300;
/// The letters that a word is compared by: `order`, `orders` and `ordering` are one.
const STEM: usize = 6;

/// How alike the names of things are: the cosine of their words, rare words counting for more.
#[derive(Clone, Debug, Default)]
pub(super) struct LikeWorded {
    nearest: Vec<Vec<(usize, f64)>>,
    words: Vec<Vec<(usize, f64)>>,
}

impl LikeWorded {
    /// Compares folded names.
    pub(super) fn of(names: &[&str]) -> Self {
        let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
        let mut words: Vec<Vec<usize>> = Vec::with_capacity(names.len());
        for name in names {
            let stems = name.split(' ').filter(|word| word.chars().count() > 2);
            let stems = stems.map(|word| word.chars().take(STEM).collect::<String>());
            let mut own: Vec<usize> = stems
                .map(|stem| {
                    let next = numbers.len();
                    *numbers.entry(stem).or_insert(next)
                })
                .collect();
            own.sort_unstable();
            own.dedup();
            words.push(own);
        }
        let mut holding: Vec<Vec<usize>> = vec![Vec::new(); numbers.len()];
        for (thing, own) in words.iter().enumerate() {
            for word in own {
                if let Some(things) = holding.get_mut(*word) {
                    things.push(thing);
                }
            }
        }
        let weigh = |word: usize| {
            let held = holding.get(word).map_or(1, Vec::len);
            (names.len() as f64 / held.max(1) as f64).ln() + 0.3
        };
        let words = words.into_iter().map(|own| unit(own.into_iter().map(|word| (word, weigh(word))).collect()));
        let words: Vec<Vec<(usize, f64)>> = words.collect();
        let mut alike = Self { nearest: Vec::new(), words };
        alike.nearest = (0..names.len()).map(|thing| alike.near(thing, &holding)).collect();
        alike
    }

    fn near(&self, thing: usize, holding: &[Vec<usize>]) -> Vec<(usize, f64)> {
        let mut cosines: HashMap<usize, f64> = HashMap::new();
        for (word, _) in self.words(thing) {
            let others = holding.get(*word).filter(|others| others.len() <= COMMON);
            for other in others.into_iter().flatten().filter(|other| **other != thing) {
                cosines.entry(*other).or_insert(0.0);
            }
        }
        let mut found: Vec<(usize, f64)> =
            cosines.into_keys().map(|other| (other, self.cosine(thing, other))).collect();
        found.sort_by(|(one, cosine), (other, cosine2)| cosine2.total_cmp(cosine).then(one.cmp(other)));
        found.truncate(NEAREST);
        found
    }

    fn words(&self, thing: usize) -> &[(usize, f64)] {
        self.words.get(thing).map_or(&[], Vec::as_slice)
    }

    /// Returns the things whose names are most like the name of a thing, the most alike first.
    pub(super) fn nearest(&self, thing: usize) -> &[(usize, f64)] {
        self.nearest.get(thing).map_or(&[], Vec::as_slice)
    }

    /// Returns how alike two names are, from 0 to 1.
    pub(super) fn cosine(&self, one: usize, other: usize) -> f64 {
        let others = self.words(other);
        let shared = self.words(one).iter().filter_map(|(word, weight)| {
            let place = others.binary_search_by_key(word, |(word, _)| *word).ok()?;
            Some(weight * others.get(place)?.1)
        });
        shared.sum()
    }
}

fn unit(mut words: Vec<(usize, f64)>) -> Vec<(usize, f64)> {
    let length = words.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt().max(1e-9);
    for (_, weight) in &mut words {
        *weight /= length;
    }
    words
}
