//! How well names that look alike are found: the average precision over labels of six languages, and over numbered copies.

use std::collections::BTreeSet;

use adjacent::graph::{Alike, AlikeBand, Ledger};
use adjacent::record::{Event, Fact, Kind, Names, Session, SessionTime};

use crate::session::header;

/// Labels with the pairs that are one thing.
struct LabelledNames {
    labels: Vec<String>,
    pairs: BTreeSet<[String; 2]>,
}

impl LabelledNames {
    fn of(name: &str) -> Self {
        let path = format!("{}/tests/fixtures/alike/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let mut read = Self { labels: Vec::new(), pairs: BTreeSet::new() };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let names: Vec<String> = line.split('|').map(|label| label.trim().to_owned()).collect();
            if let [one, other] = names.as_slice() {
                read.pairs.insert([one.clone(), other.clone()]);
            }
            read.labels.extend(names);
        }
        read
    }

    fn offered(&self, languages: &[&str]) -> Vec<Alike> {
        let spoken = Fact::LanguagesSet { languages: languages.iter().map(|code| (*code).to_owned()).collect() };
        let named = self.labels.iter().map(|label| Fact::Named { label: label.clone(), kind: Kind::Factor });
        let facts = (!languages.is_empty()).then_some(spoken).into_iter().chain(named);
        let event =
            |(seq, fact)| Event { seq, at: SessionTime::from_millis(seq), facts: vec![fact], ..Event::default() };
        let mut ledger = Ledger::new();
        ledger.add_session(&Session::fold(header("monday", "Monday"), (1..).zip(facts).map(event)), &Names::default());
        ledger.alike()
    }

    /// Returns the mean, over all pairs that are one thing, of how many of those offered down to it are right; a pair that is
    /// not offered counts as none.
    fn average_precision(&self, offered: &[Alike]) -> f64 {
        let (mut right, mut sum) = (0.0, 0.0);
        for (pair, place) in offered.iter().zip(1..) {
            if self.pairs.contains(&[pair.left.clone(), pair.right.clone()]) {
                right += 1.0;
                sum += right / f64::from(place);
            }
        }
        sum / f64::from(u32::try_from(self.pairs.len()).unwrap())
    }
}

#[test]
fn names_of_one_thing_are_found_in_every_language() {
    for (language, lowest) in [("en", 0.85), ("de", 0.85), ("fr", 0.85), ("es", 0.85), ("pt", 0.85), ("nl", 0.85)] {
        let labels = LabelledNames::of(language);
        assert!(labels.labels.len() >= 40);
        let precision = labels.average_precision(&labels.offered(&[language]));
        assert!(precision >= lowest, "{language}: {precision:.3}");
        let unset = labels.average_precision(&labels.offered(&[]));
        assert!(unset >= lowest - 0.05, "{language}, without a language set: {unset:.3}");
    }
}

#[test]
fn numbered_copies_come_first_and_numbers_that_are_places_are_left_alone() {
    let labels = LabelledNames::of("copies");
    let offered = labels.offered(&[]);
    let precision = labels.average_precision(&offered);
    assert!(precision >= 0.97, "{precision:.3}");
    let sure = offered.iter().filter(|pair| pair.band() == AlikeBand::Sure).count();
    assert_eq!(sure, labels.pairs.len());
    let places = ["Phase", "Ward", "Tier", "Census", "Grade"];
    let wrong = offered.iter().find(|pair| places.iter().any(|place| pair.left.starts_with(place)));
    assert_eq!(wrong, None);
}

#[test]
fn opposites_are_never_sure() {
    for language in ["en", "de", "fr", "es", "pt", "nl"] {
        let labels = LabelledNames::of(language);
        let offered = labels.offered(&[language]);
        let sure = offered.iter().filter(|pair| pair.band() == AlikeBand::Sure);
        for pair in sure {
            assert!(labels.pairs.contains(&[pair.left.clone(), pair.right.clone()]), "{language}: {pair:?}");
        }
    }
}
