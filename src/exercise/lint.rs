//! Finds the flaws in the text of an exercise file: each with line, column, and how to correct it.

mod answers;
mod blanks;
mod check;
mod file;
mod flaw;
mod limits;
mod own_agenda;
mod sentences;

pub use file::{is_exercise, lint_file, lint_folder};
pub use flaw::{ExerciseFlaw, Severity};
pub use own_agenda::lint_agenda;
