use super::page::PhoneAsk;
use crate::record::text::{clean, clip, single_spaced};

/// A phone for the length of an evening: a number that says nothing about whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seat(pub u32);

/// An answer of a phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneAnswer {
    /// The phone.
    pub seat: Seat,
    /// The number of the question that was answered ([`super::PhonePage::number`]).
    pub number: u64,
    /// The answer.
    pub vote: Vote,
}

/// What was answered; it fits the [`PhoneAsk`] of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vote {
    /// The text of a slip.
    Slip(String),
    /// The place of the chosen option.
    Hand(usize),
    /// The number of dots on each option.
    Dots(Vec<u8>),
    /// One to five for each option.
    Scale(Vec<u8>),
    /// Right, nearly, or no.
    Verdict(crate::record::Position),
    /// A question for the list.
    Question(String),
    /// "I would be surprised."
    Surprised,
}

/// The maximum length of a typed text in characters.
const LONGEST: usize = 400;

/// Returns a typed text on one line, without characters that act or hide, and not too long.
pub(super) fn on_one_line(text: &str) -> String {
    clip(&clean(&single_spaced(text)), LONGEST).to_owned()
}

impl Vote {
    /// Whether this is a valid answer to what was asked. A question for the list, and surprise, fit everything.
    pub fn fits(&self, asks: &PhoneAsk) -> bool {
        match (self, asks) {
            (Vote::Question(_) | Vote::Surprised, _)
            | (Vote::Slip(_), PhoneAsk::Slip)
            | (Vote::Verdict(_), PhoneAsk::Verdict) => true,
            (Vote::Hand(place), PhoneAsk::Hand(options)) => *place < options.len(),
            (Vote::Dots(dots), PhoneAsk::Dots(each, options)) => {
                let set: u32 = dots.iter().map(|dots| u32::from(*dots)).sum();
                dots.len() == options.len() && set <= u32::from(*each)
            }
            (Vote::Scale(ratings), PhoneAsk::Scale(options)) => {
                ratings.len() == options.len() && ratings.iter().all(|rating| (1..=5).contains(rating))
            }
            _ => false,
        }
    }
}
