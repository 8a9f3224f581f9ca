//! What the graph knows that nobody in the room said: one reading a file, graph in, findings out.
//!
//! [`LENSES`] is the only list of lenses, and each [`Lens`] is one entry: what it reads, and how its findings are offered,
//! told and taught ([`Treatment`]). All numbers of the definitions are in `thresholds`. A [`Field`] is what lenses share,
//! worked out once for a graph. The same graph gives the same findings, byte for byte.

mod archetype;
mod arrows_around;
mod band;
mod blocked;
mod boundary;
mod charter;
mod conflict;
mod dispute;
mod draft;
mod emergent;
mod entry;
mod field;
mod finding;
mod footprint;
mod further_reading;
mod health;
mod heat;
mod incentive;
mod left_out;
mod lesson;
mod leverage;
mod limit_reason;
mod list;
mod listed;
mod loop_paths;
mod loop_story;
mod loops;
mod mechanism;
mod merged;
mod momentum;
mod offer;
mod overview;
mod pattern;
mod plots;
mod rank;
mod reaches;
mod read;
mod redundancy;
mod ripple;
mod silence;
mod single_point;
mod standing;
mod state;
mod synergy;
mod thresholds;
mod treatment;
mod unmet;
mod words;

pub use arrows_around::{ArrowsAround, EFFECTS};
pub use band::Band;
pub use blocked::{BlockedPilot, BlockedStep, Missing, blocked};
pub use draft::FindingDraft;
pub use entry::Lens;
pub use field::{Field, differ};
pub use finding::Finding;
pub use further_reading::FurtherReading;
pub use health::{LoopCount, MapHealth};
pub use left_out::{LeftOut, left_out_briefly};
pub use lesson::Lesson;
pub use limit_reason::LimitReason;
pub use list::LENSES;
pub use loop_story::LoopStory;
pub use momentum::{Momentum, MomentumPace, MomentumPart, Share};
pub use offer::offers;
pub use overview::{OverviewLine, OverviewSection, WholeMap, block_heading, called, group_section, overview};
pub use pattern::Pattern;
pub use plots::{
    AgreementPlot, ArrowAgreement, LATELY_DAYS, LeverPlot, LeverRatings, LeverWorth, MissingRating, PlacedLever, Plots,
    PortfolioPlot, PortfolioRow, ScaleRatings, SessionPlots, TalkPlot, UnitTalk, UnplacedLever,
};
pub use reaches::Reaches;
pub use read::{Readings, read, read_with};
pub use state::State;
pub use thresholds::{FAINTEST, FEWEST_PEOPLE, LONGEST_PATH};
pub use treatment::{Milestone, Narration, Offered, Surprise, Treatment};
