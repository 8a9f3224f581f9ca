use std::collections::BTreeMap;

use super::answer::{Seat, Vote};
use super::page::PhoneAsk;
use crate::record::{Fact, Hands, Poll, StepId};

/// A seat of one opening of the page: after the page was closed and opened again, all phones are other seats.
pub(super) type SeatKey = (u32, Seat);

/// What in the session asks the question that phones answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) enum QuestionSource {
    /// Nothing does.
    #[default]
    None,
    /// The round of hidden answers that the event with this number began.
    Hidden(u64),
    /// The poll that the event with this number opened.
    Poll(u64, Poll),
    /// The current step, about this subject.
    Step(StepId, String),
}

/// The options of a vote, with the name under which it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct PhoneBallot {
    pub(in crate::app) name: String,
    pub(in crate::app) options: Vec<String>,
}

/// A question that phones answer, with the answers so far. They are on no disk, and the scribe sees only their number.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct PhoneQuestion {
    pub(super) number: u64,
    pub(in crate::app) source: QuestionSource,
    pub(in crate::app) asks: PhoneAsk,
    /// How the votes of a step are recorded: one ballot, or one for each scale of ratings.
    pub(super) ballots: Vec<PhoneBallot>,
    /// The latest answer of each seat.
    pub(super) votes: BTreeMap<SeatKey, Vote>,
    /// The slip of each seat, as it is among the hidden answers.
    pub(super) slips: BTreeMap<SeatKey, String>,
}

impl PhoneQuestion {
    /// Returns a question without answers.
    pub(in crate::app) fn new(source: QuestionSource, asks: PhoneAsk) -> Self {
        Self { source, asks, ..Self::default() }
    }

    /// Says how the answers are recorded.
    pub(in crate::app) fn recorded_as(mut self, ballots: Vec<PhoneBallot>) -> Self {
        self.ballots = ballots;
        self
    }

    /// Whether two questions are one: the same of the session asks for the same.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.source == other.source && self.asks == other.asks
    }

    /// Returns the votes of the current step as the record holds them: one count for each ballot.
    pub(super) fn counted(&self) -> Vec<Fact> {
        let counts = |place: usize, ballot: &PhoneBallot| {
            let hands = ballot.options.iter().enumerate().map(|(option, name)| {
                let count = self.votes.values().map(|vote| cast(vote, place, option)).sum::<u32>();
                Hands { option: name.clone(), count: u16::try_from(count).unwrap_or(u16::MAX) }
            });
            Fact::Voted { ballot: ballot.name.clone(), hands: hands.collect() }
        };
        self.ballots.iter().enumerate().map(|(place, ballot)| counts(place, ballot)).collect()
    }

    /// Returns what was typed for each option of the poll with the answers of phones added; `None` if they answer
    /// another question. What is no number stays as typed.
    pub(super) fn added_to(&self, poll: &Poll, typed: &[String]) -> Option<Vec<String>> {
        let QuestionSource::Poll(_, asked) = &self.source else { return None };
        if asked != poll || self.votes.is_empty() {
            return None;
        }
        let added = |(option, cell): (usize, &String)| match &self.asks {
            PhoneAsk::Scale(_) => {
                let rated = self.votes.values().filter_map(|vote| match vote {
                    Vote::Scale(ratings) => ratings.get(option),
                    _ => None,
                });
                let mut ratings: Vec<u8> = rated.copied().collect();
                // Sorted, so that their order does not tell who gave which.
                ratings.sort_unstable();
                ratings.into_iter().fold(cell.clone(), |cell, rating| format!("{cell}{rating}"))
            }
            _ => {
                let cast: u32 = self.votes.values().map(|vote| cast(vote, 0, option)).sum();
                let typed = if cell.trim().is_empty() { Some(0) } else { cell.trim().parse::<u32>().ok() };
                typed.map_or_else(|| cell.clone(), |typed| typed.saturating_add(cast).to_string())
            }
        };
        Some(typed.iter().enumerate().map(added).collect())
    }
}

/// Returns how many hands, dots or ratings an answer gives to an option of a ballot, both counted from 0.
fn cast(vote: &Vote, ballot: usize, option: usize) -> u32 {
    match vote {
        Vote::Hand(chosen) => u32::from(*chosen == option),
        Vote::Dots(dots) => dots.get(option).copied().map_or(0, u32::from),
        Vote::Scale(ratings) => {
            u32::from(ratings.get(ballot).is_some_and(|rating| usize::from(*rating) == option.saturating_add(1)))
        }
        Vote::Verdict(position) => u32::from(position_at(*position) == option),
        Vote::Slip(_) | Vote::Question(_) | Vote::Surprised => 0,
    }
}

/// The options of right, nearly and no, in the order in which they are recorded.
pub(in crate::app) const VERDICTS: [&str; 3] = ["right", "nearly", "no"];

const fn position_at(position: crate::record::Position) -> usize {
    match position {
        crate::record::Position::Yes => 0,
        crate::record::Position::Unsure => 1,
        crate::record::Position::No => 2,
    }
}
