use std::sync::Arc;

use crate::record::Person;

use super::merging::{Bond, Joining};
use super::name_record::NameRecord;
use super::{Key, Ledger, Moment, Origin};

impl Ledger {
    /// Returns the name with this label, and creates it if it is new; `None` when the label has no letter or digit.
    pub(super) fn name(&mut self, origin: &Origin, label: &str, moment: &Moment) -> Option<(Key, &mut NameRecord)> {
        let key = Key::of(label)?;
        if !origin.exact_names {
            self.merging.hear_plainly(&key, moment.clone());
        }
        if !self.names.holds(&key) {
            self.words.note(&key);
            self.names.insert(key.clone(), Arc::default());
        }
        let name = Arc::make_mut(self.names.get_mut(&key)?);
        name.spell(label, moment);
        Some((key, name))
    }

    /// Gives a thing another name: all its names are one thing, which is shown under the new one.
    pub(super) fn rename(&mut self, origin: &Origin, from: &str, to: &str, moment: Moment) {
        let Some((_, name)) = self.name(origin, to, &moment) else { return };
        name.choose(to, &moment, !origin.import);
        let bond = if origin.import { Bond::Relisted } else { Bond::Renamed };
        self.enter_bond(origin, to, from, bond, moment);
    }

    /// Records a statement about two names: that they are one thing, or two.
    pub(super) fn enter_bond(&mut self, origin: &Origin, keep: &str, drop: &str, bond: Bond, moment: Moment) {
        let Some((keep, _)) = self.name(origin, keep, &moment) else { return };
        let Some((drop, _)) = self.name(origin, drop, &moment) else { return };
        self.merging.add(moment, Joining { keep, drop, bond });
    }

    /// Returns the key of a label that is the name of a thing only if another fact names it.
    pub(super) fn mention(&mut self, origin: &Origin, label: &str) -> Option<Key> {
        let key = Key::of(label)?;
        if !origin.exact_names {
            self.merging.hear_plainly(&key, Moment::end());
        }
        Some(key)
    }

    /// Adds the party of a listed person as a mention.
    pub(super) fn mention_party(&mut self, origin: &Origin, person: &Person) {
        let party = person.party.as_deref().and_then(|party| self.mention(origin, party));
        self.listed.extend(party);
    }

    /// Records that two names are two things.
    pub(super) fn keep_apart(&mut self, origin: &Origin, one: &str, other: &str) {
        let (one, other) = (self.mention(origin, one), self.mention(origin, other));
        self.apart.extend(one.zip(other).map(|pair| (pair, ())));
    }
}
