//! Leading self, leading teams, leading systems: a self-assessment for one leader, repeated over the years.
//!
//! The [`Instrument`] is data: one RON file for each version. [`Versions`] holds every version that was shipped, so
//! that an old [`Assessment`] is always shown with the words it answers. The answers give [`LevelScores`], an
//! [`AssessmentResult`] says them in words, and an [`AssessmentHistory`] compares them with earlier ones. A room sees
//! only counts ([`Spread`], [`Perception`]). Where the map contradicts an answer, an [`Opinion`] stands beside the
//! score and never changes it.
//!
//! Behaviourally anchored rating scales: Smith and Kendall (1963).

mod age;
mod assessment;
mod cap;
mod changes;
mod counts;
mod days;
mod example;
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
mod pending;
mod perception;
mod private_words;
mod questionnaire;
mod rating;
mod reach;
mod result;
mod sample;
mod score;
mod slip;
mod slip_form;
mod spread;
mod summary;
mod text;
mod thresholds;
mod versions;

pub use age::Age;
pub use assessment::{AssessError, Assessment, ItemAnswer, Raised, Sharing};
pub use cap::Cap;
pub use changes::{ChangesSince, FlagChange, FlagTrend, ItemChange, ItemMovement};
pub use counts::AnchorCounts;
pub use days::day_typed;
pub use example::ToldExample;
pub use gap::PracticeGap;
pub use gate::Gate;
pub use height::{Height, Rung};
pub use history::{AssessmentHistory, Chart, ChartMark};
pub use instrument::{
    CompanionBook, Instrument, InstrumentError, LevelQuestions, RatedItem, RedFlag, Trains, TwoWeekPractice,
};
pub use json::{history_json, result_json};
pub use level::Level;
pub use lint::{InstrumentFlaw, lint};
pub use markdown::{history_markdown, result_markdown};
pub use opinion::{Linked, Opinion, Pull, opinions};
pub use pending::{PendingQuestion, QuestionCard};
pub use perception::Perception;
pub use private_words::PrivateWords;
pub use questionnaire::{QuestionAnswer, Questionnaire};
pub use rating::Rating;
pub use reach::{Reach, UnevenLevels};
pub use result::{AssessmentResult, Ladder};
pub use sample::{SAMPLE, sample};
pub use score::{ItemScore, LevelScore, LevelScores};
pub use slip::{NoSlip, Slip, Withheld};
pub use slip_form::slip_form;
pub use spread::{ItemSpread, Spread};
pub use text::{history_text, opinions_text, perception_text, result_text, spread_text};
pub use versions::{EMBEDDED, Versions};

/// The last line of everything that is shown or printed.
pub const FOOTER: &str = "A mirror, not for pay, hiring or ranking.";
