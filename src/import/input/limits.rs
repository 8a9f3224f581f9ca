//! How much a file may hold. A real list is far below each of these; a file made to exhaust a reader is above one.

/// The maximum size of all files of one import together, in bytes.
pub const BYTES: usize = 64 << 20;

/// The maximum size of what the files inside an archive unfold to, together, in bytes.
pub(in crate::import) const UNFOLDED: usize = 128 << 20;

/// The maximum number of values in a JSON file: of its objects, lists, texts and numbers. An object takes as much room as
/// three of the others.
pub(in crate::import) const VALUES: usize = 1_800_000;

/// The maximum number of cells in the tables of a file.
pub(in crate::import) const CELLS: usize = 3_000_000;

/// The maximum number of cells of one row of a text, with the empty ones at its end.
pub(in crate::import) const ROW_CELLS: usize = 1_000_000;

/// The maximum number of rows that hold anything, in each table of a file: a row states a thing or an arrow.
pub(in crate::import) const ROWS: usize = 300_000;

/// The maximum length of one cell, in bytes.
pub(in crate::import) const CELL: usize = 1 << 20;

/// The maximum depth to which the parts of a file may be nested in each other.
pub(in crate::import) const DEPTH: usize = 128;

/// The maximum depth of the subgraphs of a DOT file. A level of them needs more of the stack than a level of a value.
pub(in crate::import) const SUBGRAPH_DEPTH: usize = 64;

/// The maximum number of things, and of arrows, of one import.
pub(in crate::import) const THINGS: usize = 100_000;
pub(in crate::import) const ARROWS: usize = 300_000;

/// The maximum number of remarks on one import.
pub(in crate::import) const REMARKS: usize = 20_000;

/// The maximum number of groups around a thing that are told, from the innermost outwards.
pub(in crate::import) const GROUPS: usize = 8;
