//! What an import changes: the facts of a map, part by part, against those that an earlier edition of its files left in a
//! session. Nothing here is recorded yet, so a dry run and an import read the same value.

mod compared;
mod counts;
mod facts;
mod known_part;
mod last;
mod masked;
mod part;
mod renamed;
mod seated;
mod source_match;
mod wording;

pub use compared::edition;
pub use counts::EditionCounts;
pub use last::before_last_edition;
pub use part::{Edition, EditionPart, PartChange};
pub use source_match::SourceMatch;

#[cfg(test)]
mod tests;
