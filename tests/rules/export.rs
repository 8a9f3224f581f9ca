//! Exports: what is written is read back by readers that are not ours, and holds nothing that it must not.

mod anonymous;
mod command;
pub(crate) mod formats;
mod graphviz;
mod hostile;
mod imports;
mod picture;
mod pictures_that_hold;
mod plots;
mod readers;
mod report;
mod secrets;
mod way_back;
mod words;
