use std::collections::HashSet;

use super::seated::Seated;
use crate::graph::{Key, person_key};
use crate::import::words::person::is_address;
use crate::record::persons::replaced;
use crate::record::{Persons, key_digest};

/// Clears texts of the names of people before they come into the record, which many may read.
#[derive(Clone, Debug, Default)]
pub(super) struct Masked {
    persons: Persons,
    /// The whole name of each person.
    whole: HashSet<Key>,
}

impl Masked {
    pub(super) fn of(seated: &Seated) -> Self {
        let persons = Persons::listed(seated.everybody.iter().map(|(person, name)| (person, name.as_str())));
        // What is the unit of somebody is the name of a unit, also where a file has it in place of a person.
        let units: HashSet<Key> =
            seated.everybody.iter().filter_map(|(person, _)| Key::of(person.party.as_deref()?)).collect();
        let whole = seated.everybody.iter().filter_map(|(_, name)| person_key(name));
        Self { persons, whole: whole.filter(|name| !units.contains(name)).collect() }
    }

    /// Returns a text with units in place of people, and without e-mail addresses.
    pub(super) fn text(&self, text: &str) -> String {
        let text = without_addresses(text);
        if self.persons.is_empty() { text } else { self.persons.without_names(&text) }
    }

    /// Returns a label without the whole names of people and their addresses; `None` when it has none.
    ///
    /// A label is what tells a thing from others, so a first name alone, which may be a word, stays.
    pub(super) fn label(&self, label: &str) -> Option<String> {
        let public = self.without_whole_names(&without_addresses(label));
        (public != label && Key::of(&public).is_some()).then_some(public)
    }

    /// Returns a key; the digest of one in which the whole name of a person or an address stands.
    pub(super) fn key(&self, key: &str) -> String {
        if self.label(key).is_some() { key_digest(key) } else { key.to_owned() }
    }

    /// Returns a title without the whole names of people and their addresses.
    pub(super) fn title(&self, title: &str) -> String {
        self.label(title).unwrap_or_else(|| title.to_owned())
    }

    fn without_whole_names(&self, text: &str) -> String {
        if self.whole.is_empty() {
            return text.to_owned();
        }
        let mut named = self.persons.named_in(text);
        let is_whole = |name: Option<&str>| name.and_then(Key::of).is_some_and(|key| self.whole.contains(&key));
        named.retain(|named| is_whole(text.get(named.at.clone())));
        replaced(text, &named, |named| named.instead.clone())
    }
}

/// Returns a text with "somebody" in place of every e-mail address.
fn without_addresses(text: &str) -> String {
    if !text.contains('@') {
        return text.to_owned();
    }
    let words = text.split(' ').map(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if is_address(bare) { word.replace(bare, "somebody") } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::ImportedPerson;

    fn masked(people: &[(&str, Option<&str>)]) -> Masked {
        let person = |(name, unit): &(&str, Option<&str>)| ImportedPerson {
            name: (*name).to_owned(),
            unit: unit.map(str::to_owned),
        };
        let people: Vec<ImportedPerson> = people.iter().map(person).collect();
        Masked::of(&Seated::of(None, &people))
    }

    #[test]
    fn texts_lose_every_name_and_labels_whole_names_alone() {
        let masked = masked(&[("Ana Ruiz", Some("Claims")), ("Bo Lindqvist", None)]);
        assert_eq!(
            masked.text("Ana built it; ask Bo Lindqvist (bo@example.org)."),
            "Claims built it; ask somebody (somebody)."
        );
        assert_eq!(masked.label("Triage of Ana Ruiz").as_deref(), Some("Triage of Claims"));
        assert_eq!(masked.label("Ana"), None, "a label is the identity of a thing");
        assert_eq!(masked.label("ana@example.org").as_deref(), Some("somebody"));
        assert_eq!(masked.title("name: bo lindqvist"), "name: somebody");
        let digests = [masked.key("name: bo lindqvist"), masked.key("name: ana ruiz")];
        assert!(digests[0] != digests[1] && digests.iter().all(|key| key.starts_with('~')), "{digests:?}");
        assert_eq!(masked.key("row-7"), "row-7");
    }

    #[test]
    fn a_project_called_like_a_domain_a_part_of_a_name_or_a_unit_stays_as_it_is() {
        let people =
            [("bot@calder.example", None), ("Jo Calder", None), ("Retention", None), ("Mia Chen", Some("Retention"))];
        let masked = masked(&people);
        for title in ["calder", "calder.json", "Retention", "Retention scores", "chen_models"] {
            assert_eq!((masked.key(title).as_str(), masked.title(title).as_str()), (title, title));
        }
        assert_eq!(masked.title("Models of Jo Calder"), "Models of somebody");
        assert_eq!(masked.title("mia chen.csv"), "Retention.csv");
    }
}
