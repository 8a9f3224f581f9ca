//! What the plots show, as data: levers by ease and worth, the portfolio, agreement on arrows, and who was heard when.
//!
//! Nothing here is placed by guess: what nobody rated, and what nobody has spoken of, is listed beside. Positions are
//! counted and never named, and only from [`FEWEST_PEOPLE`](super::FEWEST_PEOPLE) on.

mod agreement;
mod collected;
mod levers;
mod portfolio;
mod ratings;
mod talk;

pub use agreement::{AgreementPlot, ArrowAgreement};
pub use collected::{Plots, SessionPlots};
pub use levers::{LeverPlot, LeverWorth, MissingRating, PlacedLever, UnplacedLever};
pub use portfolio::{LATELY_DAYS, PortfolioPlot, PortfolioRow};
pub use ratings::{LeverRatings, ScaleRatings};
pub use talk::{TalkPlot, UnitTalk};
