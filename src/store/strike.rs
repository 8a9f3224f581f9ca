//! The copies of a text that is to be removed for good, wherever the program itself may have put one.

use std::path::Path;

use super::{StoreError, hidden, whole_file};
use crate::record::{Event, Fact};

/// What went with a text that was removed for good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// Whether bytes were removed that had been set aside from damage: nobody can say whose words they held.
    pub set_aside: bool,
    /// How many answers of a hidden round said the same.
    pub hidden: usize,
}

/// Removes what these events said from everything beside their session: the bytes set aside from damage, as a whole;
/// answers of a hidden round that say the same; and what a program that was killed left of writing either.
///
/// What was exported or copied by hand is out of reach.
pub(super) fn remove_copies(session: &Path, private: &Path, struck: &[Event]) -> Result<Removed, StoreError> {
    let id = session.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    whole_file::remove_leftover(session)?;
    let set_aside = whole_file::remove(&session.with_extension("torn"))?;
    let texts: Vec<&str> = struck.iter().flat_map(texts).filter(|text| !text.is_empty()).collect();
    let hidden = if texts.is_empty() { 0 } else { hidden::strike(private, &id, &texts)? };
    Ok(Removed { set_aside, hidden })
}

/// What an event says in somebody's words.
fn texts(event: &Event) -> impl Iterator<Item = &str> {
    let shown = event.facts.iter().flat_map(|fact| match fact {
        Fact::Revealed { texts } => texts.as_slice(),
        _ => &[],
    });
    event.said.as_ref().into_iter().chain(shown).map(String::as_str)
}
