use crate::export::material::Material;
use crate::export::report::LetterParts;
use crate::graph::Thing;

/// The maximum number of changes that a letter names, and of items that it tells of what reaches a party.
pub(super) const TOLD: usize = 5;

/// What the sessions give to a letter beside their minutes.
pub(super) fn parts<'a>(material: &Material<'a>) -> impl Iterator<Item = &'a LetterParts> + use<'a> {
    material.chapters.iter().map(|chapter| &chapter.letter)
}

/// Whether a thing is the party, or answered for by its unit.
pub(super) fn is_theirs(thing: &Thing, party: &Thing) -> bool {
    thing.key == party.key || (thing.unit.is_some() && thing.unit == party.unit)
}
