//! What was said: the vocabulary of the record, one session and its fold, and the text of one line.
//!
//! Everything the program knows comes from [`Event`]s, each one line of a session file. This room knows
//! what an event is, how it is written and sealed as a line of text ([`mod@line`]), and what a session's events add
//! up to as a session ([`Session`]): who is here, where in the agenda, and what has been taken back.
//! What the claims add up to as a *system* is the business of [`crate::graph`].

mod attribute;
mod claim;
mod collecting;
mod copies;
pub mod day;
mod decision;
mod event;
mod fact;
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
mod people;
pub mod persons;
mod position;
mod relation;
mod session;
mod session_time;
mod slot;
pub mod spoken;
mod step;
mod strike;
pub mod text;
pub(crate) mod visits;
mod zone;

pub use attribute::{Attribute, Status, Want};
pub use claim::{Claim, Position, Stance};
pub use collecting::{CollectBy, Collecting, Hands, RoomView};
pub use decision::{Outcome, Verdict};
pub use event::{Event, Exposure};
pub use fact::Fact;
pub use header::{Header, SessionKind};
pub use hidden::Hidden;
pub use ids::{SeatTag, SessionId};
pub use judgement::Judgement;
pub use kind::Kind;
pub use matter::{Matter, MatterKind, matters};
pub use observed::{Direction, Due};
pub use own_note::{OwnNote, own_note};
pub use people::{ListedName, Mode, Names, ONESELF, Person};
pub use persons::{NamedPerson, Persons};
pub use position::{Basis, Delay, Sign, Strength};
pub use relation::Relation;
pub use session::{Clock, CurrentStep, Session, Spent};
pub use session_time::{SessionTime, from_whole_millis, whole_millis};
pub use slot::Slot;
pub use step::{PlannedExercise, StepId};
pub use zone::Zone;
