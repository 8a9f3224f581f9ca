use super::{Key, KnownThing, Ledger};

impl Ledger {
    /// Returns the things whose names contain the words of this name, whole and in a row, beside other words;
    /// unordered.
    pub fn longer_names(&self, short: &Key) -> impl Iterator<Item = KnownThing<'_>> {
        let named = self.words.holding(self.names.keys(), short.as_str()).iter();
        let longer = named.filter(move |name| holds(name.as_str(), short.as_str()));
        let things = longer.filter(|name| self.aliases().is_shown(name));
        things.filter_map(|name| self.thing(name.as_str()))
    }
}

/// Whether a name contains these words whole and in a row, beside other words.
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
