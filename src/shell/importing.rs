//! Imports files of other tools: reads them, compares them with what an earlier import of the same source left, and writes
//! the difference. The console and `adjacent import` both import through it.
//!
//! ```text
//! ImportSource::load(paths) --> ImportDraft::read(mapping) --> look at it, read again --> ImportDraft::write
//! ```
//!
//! Until the last step nothing is written, and that step writes everything or nothing.

mod draft;
mod earlier;
mod failure;
mod source;
mod writing;

pub use draft::{ImportDraft, MappingChoice};
pub use earlier::EarlierImport;
pub use failure::ImportFailure;
pub use source::ImportSource;
pub use writing::WrittenImport;
