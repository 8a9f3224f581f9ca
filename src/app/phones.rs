//! Phones in the room: what their page shows and asks, and what becomes of their answers.
//!
//! Nothing of a phone reaches the record before whoever writes shows it. Slips go the way of typed slips, votes are
//! counted with the typed ones, and questions wait in a queue of their own, which is on no disk.

mod answer;
mod board;
mod chore;
mod code;
mod due;
pub(super) mod link;
mod page;
mod question;
pub(super) mod queue;
mod reports;
mod slips;
mod state;
mod votes;
mod waiting;

pub use answer::{PhoneAnswer, Seat, Vote};
pub use board::PhonesBoard;
pub use chore::{PhonesChore, PhonesReport};
pub use code::PhoneCode;
pub(super) use due::{due, heard, wake};
pub use page::{Bar, PhoneAsk, PhonePage};
pub(super) use question::{PhoneBallot, PhoneQuestion, QuestionSource, VERDICTS};
pub(super) use reports::reported;
pub(super) use slips::{not_saved, saved};
pub use state::{Phones, PhonesLink};
pub use waiting::WaitingItem;
