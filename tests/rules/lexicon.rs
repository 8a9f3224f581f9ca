//! The words of the shipped languages.

mod files;
mod sentences;
