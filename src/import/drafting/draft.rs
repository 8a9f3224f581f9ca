//! A map that a reader is putting together.

mod arrows;
mod finished;
mod judged_owners;
mod map_draft;
mod owner_field;
mod remarks;
#[cfg(test)]
mod tests;
mod texts;
mod things;
mod traits;

pub(in crate::import) use map_draft::MapDraft;
pub(in crate::import) use texts::one_line;
