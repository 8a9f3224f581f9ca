//! The minutes of a session: what stands in them, in which order, and what never does.

mod command;
mod example;
mod hostile;
mod imports;
mod judged;
mod learned;
mod letter;
mod order;
pub(crate) mod room;
mod secrets;
mod sections;
mod solo;
mod time;
mod unedited;
