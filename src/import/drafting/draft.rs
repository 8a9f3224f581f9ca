//! A map that a reader is putting together.

mod arrows;
mod finished;
mod map_draft;
mod remarks;
#[cfg(test)]
mod tests;
mod texts;
mod things;
mod traits;

pub(in crate::import) use map_draft::MapDraft;
pub(in crate::import) use texts::one_line;
