use std::collections::HashMap;
use std::sync::OnceLock;

use super::{Key, KnownThing, Ledger};

/// Which names hold a word, so that a longer name is found without looking at all of them.
///
/// Made when it is first asked for and kept up from then on. A copy of a ledger makes its own: most never ask.
#[derive(Debug, Default)]
pub(super) struct Words(OnceLock<HashMap<Box<str>, Vec<Key>>>);

impl Clone for Words {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Words {
    /// Takes in a name that nobody had mentioned before.
    pub(super) fn note(&mut self, name: &Key) {
        if let Some(holding) = self.0.get_mut() {
            add(holding, name);
        }
    }

    /// The names that hold the rarest of these words.
    fn holding<'a>(&'a self, names: impl Iterator<Item = &'a Key>, words: &str) -> &'a [Key] {
        let holding = self.0.get_or_init(|| {
            let mut holding = HashMap::new();
            names.for_each(|name| add(&mut holding, name));
            holding
        });
        let found = words.split(' ').map(|word| holding.get(word).map(Vec::as_slice).unwrap_or_default());
        found.min_by_key(|names| names.len()).unwrap_or_default()
    }
}

fn add(holding: &mut HashMap<Box<str>, Vec<Key>>, name: &Key) {
    for word in name.as_str().split(' ') {
        match holding.get_mut(word) {
            Some(names) if names.last() == Some(name) => {}
            Some(names) => names.push(name.clone()),
            None => {
                holding.insert(word.into(), vec![name.clone()]);
            }
        }
    }
}

impl Ledger {
    /// The things whose names hold the words of this one, whole and in this order, and more beside; in no order.
    pub fn longer_names(&self, short: &Key) -> impl Iterator<Item = KnownThing<'_>> {
        let named = self.words.holding(self.names.keys(), short.as_str()).iter();
        let longer = named.filter(move |name| holds(name.as_str(), short.as_str()));
        let kept = longer.filter(|name| self.aliases().since(name).is_none());
        kept.filter_map(|name| self.thing(name.as_str()))
    }
}

/// Whether a longer name contains these words, in this order and whole.
fn holds(name: &str, words: &str) -> bool {
    let mut rest = name;
    while rest.len() >= words.len() && name.len() > words.len() {
        if rest.strip_prefix(words).is_some_and(|after| after.is_empty() || after.starts_with(' ')) {
            return true;
        }
        let Some((_, next)) = rest.split_once(' ') else { return false };
        rest = next;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Origin;
    use crate::record::{Event, Fact, Header, Kind, Names, Session, SessionKind};

    #[test]
    fn a_longer_name_is_found_by_any_of_its_words_also_when_it_is_named_later_and_not_once_it_is_another_name() {
        let header = Header::here(SessionKind::Workshop);
        let origin = Origin::of(&Session::new(header), &Names::default());
        let mut ledger = Ledger::new();
        let mut seq = 0;
        let mut say = |ledger: &mut Ledger, fact| {
            seq += 1;
            ledger.apply(&origin, &Event { seq, facts: vec![fact], ..Event::default() });
        };
        let name = |label: &str| Fact::Named { label: label.into(), kind: Kind::Factor };
        let found = |ledger: &Ledger, short| -> Vec<String> {
            let mut found: Vec<String> =
                ledger.longer_names(&Key::of(short).unwrap()).map(|known| known.label.to_owned()).collect();
            found.sort();
            found
        };
        say(&mut ledger, name("Mean handle time"));
        say(&mut ledger, name("Handle time"));
        assert_eq!(found(&ledger, "time"), ["Handle time", "Mean handle time"]);
        say(&mut ledger, name("Time to reply, time after time"));
        assert_eq!(found(&ledger, "time"), ["Handle time", "Mean handle time", "Time to reply, time after time"]);
        assert_eq!(found(&ledger.clone(), "handle time"), ["Mean handle time"]);
        assert_eq!(found(&ledger, "time handle"), Vec::<String>::new());
        assert_eq!(found(&ledger, "im"), Vec::<String>::new());
        say(&mut ledger, Fact::Merged { keep: "Handle time".into(), drop: "Mean handle time".into() });
        assert_eq!(found(&ledger, "mean"), Vec::<String>::new());
    }
}
