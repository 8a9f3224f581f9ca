//! The text of a session file, line by line: how it is written, sealed with marks, read back, and repaired.
//!
//! ```text
//! // adjacent session. One event a line; the mark after a line seals it and the line above it.
//! (format: 2, id: "...", title: "...", opened: "...", kind: Workshop, events: [ // 0c6e91aa53f2b7d4
//! (seq: 1, at: 0, facts: [Opened(mode: Live)]), // 3f2a9c1b77d0e412
//! ])
//! ```
//!
//! Every function in this module turns bytes into values or values into bytes; only `store` uses the disk. The reader
//! accepts any bytes, uses every line that can be used, reports every fault with line and column, and keeps lines that
//! a newer version wrote. A bad line does not make the other lines unusable.

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
mod sealed_file;
mod sealed_text;
mod strike;
mod style;
mod tail;
mod unmerged;
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
pub use sealed_file::{CarriedLine, SealedFile};
pub use sealed_text::SealedText;
pub use strike::{Overwrite, Strikes, strikes};
pub use style::ron_style;
pub use tail::TailRepair;
pub use unmerged::unmerged_versions;
pub use write::{SealedLine, Unwritable, event_line, header_line, session_text};

/// The first line of every session file, which tells readers of the raw text what the file is.
pub const BANNER: &str =
    "// adjacent session. One event a line; the mark after a line seals it and the line above it.\n";

/// The last line of every session file; the next event is written in its place.
pub const CLOSING: &str = "])\n";
