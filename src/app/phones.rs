//! Phones in the room: what their page shows and asks, and what becomes of their answers.

mod answer;
mod chore;
mod page;
mod reports;

pub use answer::{PhoneAnswer, Seat, Vote};
pub use chore::{PhonesChore, PhonesReport};
pub use page::{Bar, PhoneAsk, PhonePage};
pub(super) use reports::reported;
