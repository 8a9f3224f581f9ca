//! The text of a session file, line by line: written, sealed, read back, and mended.
//!
//! ```text
//! // adjacent session. One event a line; the mark after a line seals it and the line above it.
//! (format: 1, id: "...", title: "...", opened: "...", kind: Workshop, events: [ // 0c6e91aa53f2b7d4
//! (seq: 1, at: 0, facts: [Opened(mode: Live)]), // 3f2a9c1b77d0e412
//! ])
//! ```
//!
//! Everything here is a function from bytes to values or back; the disk is the business of `store`.
//! The reader trusts nothing: it takes any bytes, uses what can be used, names every fault with line and column,
//! and keeps what a newer version wrote. One bad line never condemns the others.

mod body;
mod canonical;
mod chain;
mod copies;
mod fault;
mod fragment;
mod grow;
mod harm;
mod heading;
mod mark;
mod mend;
mod numbers;
mod piece;
mod read;
mod reader;
mod strike;
mod style;
mod tail;
mod write;

pub use copies::{CopyRelation, end, left_in, relation, together};
pub use fault::{Fault, FaultSeverity, Trouble};
pub use grow::{GrowingFile, Replaced};
pub use harm::Loss;
pub use heading::{HeaderField, Heading};
pub use mark::LineMark;
pub use mend::{Deed, Mended, mend};
pub use piece::UnknownLine;
pub use read::{FileReading, read, read_heading};
pub use strike::{Overwrite, Strikes, strikes};
pub use style::ron_style;
pub use tail::TailRepair;
pub use write::{SealedLine, Unwritable, event_line, header_line, session_text};

/// The first line of every session file, for whoever opens it in an editor.
pub const BANNER: &str =
    "// adjacent session. One event a line; the mark after a line seals it and the line above it.\n";

/// The last line of every session file; the next event takes its place.
pub const CLOSING: &str = "])\n";
