//! The text of one line.
