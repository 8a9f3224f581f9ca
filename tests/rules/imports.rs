//! Imports: what readers make of files of other tools, of our own exports, and of bytes that are neither.

mod any_bytes;
mod bad_input;
mod round_trips;
