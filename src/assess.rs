//! Leading self, leading teams, leading systems: a mirror for one leader, looked into again over the years.
//!
//! The instrument is data ([`Instrument`]), one RON file a version; every version ever shipped is in [`Versions`], so
//! that an old [`Assessment`] is always shown with the words it was answered to. What was answered is [`Score`]d, said
//! in words ([`Reading`]), and set beside what was answered before ([`History`]). A room sees counts alone ([`Spread`],
//! [`Perception`]), and what the map says otherwise ([`Opinion`]) stands beside, never in, the score.
//!
//! Behaviourally anchored rating scales: Smith and Kendall (1963).

mod age;
mod assessment;
mod cap;
mod card;
mod comparison;
mod counts;
mod dates;
mod evidence;
mod figures;
mod gap;
mod gate;
mod height;
mod history;
mod instrument;
mod json;
mod level;
mod lint;
mod markdown;
mod opinion;
mod perception;
mod place;
mod private_words;
mod rating;
mod reading;
mod rung;
mod sample;
mod score;
mod shape;
mod slip;
mod slip_form;
mod spread;
mod summary;
mod text;
mod typed_day;
mod versions;
mod walk;

pub use age::Age;
pub use assessment::{Answer, AssessError, Assessment, Raised, Share};
pub use cap::Cap;
pub use card::Card;
pub use comparison::{Change, Comparison, FlagChange, ItemChange};
pub use counts::Counts;
pub use dates::in_words as day_in_words;
pub use evidence::Evidence;
pub use gap::Gap;
pub use gate::Gate;
pub use height::Height;
pub use history::{Chart, History, Mark};
pub use instrument::{Instrument, InstrumentError, Item, Part, Practice, Reader, RedFlag, Trains};
pub use json::{history_json, reading_json};
pub use level::Level;
pub use lint::{Flaw, lint};
pub use markdown::{history_markdown, reading_markdown};
pub use opinion::{Linked, Opinion, Pull, opinions};
pub use perception::Perception;
pub use place::Place;
pub use private_words::PrivateWords;
pub use rating::Rating;
pub use reading::{Ladder, Reading};
pub use rung::Rung;
pub use sample::{SAMPLE, sample};
pub use score::{ItemScore, LevelScore, Score};
pub use shape::{Reach, Shape};
pub use slip::{NoSlip, Slip, Withheld};
pub use slip_form::slip_form;
pub use spread::{ItemSpread, Spread};
pub use text::{history_text, opinions_text, perception_text, reading_text, spread_text};
pub use typed_day::day_typed;
pub use versions::{EMBEDDED, Versions};
pub use walk::{Said, Walk};

/// What stands under everything that is shown or printed.
pub const FOOTER: &str = "A mirror, not for pay, hiring or ranking.";
