//! The catalogue of exercises against what is asked of it, the lint for files of one's own, and the commands.

mod answers;
mod asking;
mod catalogue;
mod commands;
mod examples;
mod linted;
mod offered_promises;
mod own;
mod scene;
mod subjects;
