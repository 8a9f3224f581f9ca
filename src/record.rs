//! The record of all that was said: facts and events, the session that its events add up to, and the text of a line.
//!
//! The program derives everything from [`Event`]s; each is one line of a session file. This module defines events, how
//! an event is written and sealed as a line of text ([`mod@line`]), and how the events of a session are folded into its
//! state ([`Session`]): who is present, which step is current, and what was taken back. [`crate::graph`] turns the
//! claims into a graph of the *system*.

mod attribute;
mod claim;
mod collecting;
mod conventions;
mod copies;
pub mod day;
mod decision;
pub mod english;
mod event;
mod fact;
mod fact_sort;
pub mod field_places;
mod gathering;
mod header;
mod hidden;
mod ids;
mod judgement;
mod kind;
pub mod lexicon;
pub mod line;
pub mod long_form;
mod matter;
mod observed;
mod own_note;
pub mod parts;
mod people;
pub mod persons;
mod poll;
mod position;
mod relation;
mod session;
mod session_time;
mod slot;
pub mod spoken;
mod step;
mod strike;
pub mod text;
mod travel;
pub(crate) mod visits;
pub mod voiced;
mod zone;

pub use attribute::{Attribute, Status, Want};
pub use claim::{Claim, Position, Stance};
pub use collecting::{CollectBy, Collecting, FindingPart, Hands, RoomView, ShownFinding};
pub use conventions::{Conventions, DateOrder, NamesPolicy};
pub use decision::{Outcome, Verdict};
pub use event::{Event, Exposure, key_digest};
pub use fact::Fact;
pub use gathering::Gathering;
pub use header::{Header, SessionKind};
pub use hidden::Hidden;
pub use ids::{SeatTag, SessionId};
pub use judgement::Judgement;
pub use kind::Kind;
pub use matter::{Matter, MatterKind, matters};
pub use observed::{Direction, Due};
pub use own_note::{OwnNote, own_note};
pub use people::{ListedName, Mode, Names, ONESELF, Person};
pub use persons::{NamedPerson, Persons, TaggedSeats};
pub use poll::{POLL_OPTIONS, Poll, PollBy, PollFlaw, PollTally, numbers_alone};
pub use position::{Basis, Delay, Sign, Strength};
pub use relation::Relation;
pub use session::{Clock, CurrentStep, Session, Spent};
pub use session_time::{SessionTime, from_whole_millis, whole_millis};
pub use slot::Slot;
pub use step::{PlannedExercise, StepId};
pub use travel::{HeldBack, TravelRule};
pub use zone::Zone;
