use std::collections::{HashMap, HashSet};

use super::masked::Masked;
use crate::graph::Key;
use crate::import::{ImportRemark, ImportedArrow, ImportedMap, ImportedThing, RemarkSort, RemarkTopic, SourcePlace};
use crate::record::{Attribute, Basis, Claim, Fact, Kind};

/// What a map states under one key.
#[derive(Debug)]
pub(super) struct StatedPart {
    pub(super) key: String,
    pub(super) place: SourcePlace,
    /// The facts, without names of people and without the numbers of claims.
    pub(super) facts: Vec<Fact>,
}

/// The parts of a map, in the order in which it first states something under each key.
#[derive(Debug, Default)]
pub(super) struct StatedParts {
    pub(super) parts: Vec<StatedPart>,
    places: HashMap<String, usize>,
    pub(super) remarks: Vec<ImportRemark>,
}

impl StatedParts {
    /// Returns the parts of a map, cleared of the names of people.
    pub(super) fn of(map: &ImportedMap, masked: &Masked) -> Self {
        let mut stated = Self::default();
        let mut names = ThingNames::of(map);
        let labels: Vec<String> = map.things.iter().map(|thing| names.label(&thing.label, masked)).collect();
        for (thing, label) in map.things.iter().zip(&labels) {
            let facts = about_thing(thing, label, masked);
            let other = names.others(thing, label, masked, &mut stated.remarks);
            stated.add(masked.key(&thing.key), &thing.place, facts.into_iter().chain(other));
        }
        for arrow in &map.arrows {
            let (Some(from), Some(to)) = (labels.get(arrow.from), labels.get(arrow.to)) else { continue };
            let claim = claimed(arrow, from, to, masked);
            stated.add(masked.key(&arrow.key), &arrow.place, [Fact::Claimed(claim)]);
        }
        stated
    }

    fn add(&mut self, key: String, place: &SourcePlace, facts: impl IntoIterator<Item = Fact>) {
        let next = self.parts.len();
        let known = *self.places.entry(key.clone()).or_insert(next);
        if known == next {
            self.parts.push(StatedPart { key, place: place.clone(), facts: Vec::new() });
        }
        if let Some(part) = self.parts.get_mut(known) {
            part.facts.extend(facts);
        }
    }
}

/// Which names of a map are taken: a name means one thing only.
struct ThingNames {
    taken: HashSet<Key>,
    /// How many things have each other name.
    others: HashMap<Key, usize>,
}

impl ThingNames {
    fn of(map: &ImportedMap) -> Self {
        let taken = map.things.iter().filter_map(|thing| Key::of(&thing.label)).collect();
        let mut others: HashMap<Key, usize> = HashMap::new();
        for thing in &map.things {
            let own: HashSet<Key> = thing.other_names.iter().filter_map(|name| Key::of(name)).collect();
            for name in own {
                *others.entry(name).or_default() += 1;
            }
        }
        Self { taken, others }
    }

    /// Returns a label without the whole names of people; it is a name that no other thing has.
    fn label(&mut self, label: &str, masked: &Masked) -> String {
        let Some(public) = masked.label(label) else { return label.to_owned() };
        let numbered = (2..).map(|number| format!("{public} ({number})"));
        let free = |name: &String| Key::of(name).is_some_and(|key| self.taken.insert(key));
        std::iter::once(public.clone()).chain(numbered).find(free).unwrap_or_else(|| label.to_owned())
    }

    /// Returns the facts that give a thing its other names. A name that another thing has too is left out, and said so.
    fn others(
        &self,
        thing: &ImportedThing,
        label: &str,
        masked: &Masked,
        remarks: &mut Vec<ImportRemark>,
    ) -> Vec<Fact> {
        let mut known: HashSet<Key> = Key::of(label).into_iter().collect();
        let mut facts = Vec::new();
        for other in &thing.other_names {
            let Some(key) = Key::of(other).filter(|key| known.insert(key.clone())) else { continue };
            if self.taken.contains(&key) || self.others.get(&key).is_some_and(|things| *things > 1) {
                let says = format!("{label} is also called {other}, and so is another thing; that name is left out");
                remarks.push(ImportRemark {
                    place: thing.place.clone(),
                    sort: RemarkSort::Asked,
                    says,
                    topic: RemarkTopic::Other,
                });
            } else if masked.label(other).is_none() {
                facts.push(Fact::Merged { keep: label.to_owned(), drop: other.clone() });
            }
        }
        facts
    }
}

fn about_thing(thing: &ImportedThing, label: &str, masked: &Masked) -> Vec<Fact> {
    let set = |attribute| Fact::Set { label: label.to_owned(), attribute, words: None };
    let described = |words| Fact::Described { label: label.to_owned(), words };
    let attributes = [
        thing.status.map(Attribute::Status),
        thing.want.map(Attribute::Want),
        thing.scarce.then_some(Attribute::Scarce),
        thing.outside.then_some(Attribute::Outside),
        thing.started.map(Attribute::Started),
    ];
    let mut facts = vec![Fact::Named { label: label.to_owned(), kind: thing.kind }];
    facts.extend(attributes.into_iter().flatten().map(set));
    facts.extend(thing.about.as_deref().map(|about| masked.text(about)).map(described));
    facts.extend(words_of(thing).map(|words| masked.text(&words)).map(described));
    facts
}

/// Returns the words that mark a thing, as one text: its tags, and the word for its sort if that is no kind of ours.
fn words_of(thing: &ImportedThing) -> Option<String> {
    let sort = thing.sort.as_deref().filter(|_| thing.kind == Kind::Unknown);
    let mut words: Vec<&str> = Vec::new();
    for word in sort.into_iter().chain(thing.tags.iter().map(String::as_str)) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    (!words.is_empty()).then(|| words.join(", "))
}

fn claimed(arrow: &ImportedArrow, from: &str, to: &str, masked: &Masked) -> Claim {
    Claim {
        claim: 0,
        from: from.to_owned(),
        to: to.to_owned(),
        kind: arrow.relation,
        sign: arrow.sign,
        strength: arrow.strength,
        delay: arrow.delay,
        basis: Basis::Imported,
        imagined: false,
        words: None,
        note: arrow.note.as_deref().map(|note| masked.text(note)),
    }
}
