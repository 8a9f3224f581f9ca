//! Polls: options that are put to the room at once, and the count of the answers.

mod tally;

pub use tally::{PollFlaw, PollTally, numbers_alone};

use serde::{Deserialize, Serialize};

use super::english::{is_sentence, options_in_words};

/// The maximum number of options of a poll: more of them cannot be read from the last row.
pub const POLL_OPTIONS: usize = 12;

/// How a poll is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PollBy {
    /// Everybody raises one hand.
    #[default]
    Hands,
    /// Everybody sets this many dots, several on one option if they like.
    Dots(u8),
    /// Everybody shows one to five fingers for each option.
    Scale,
    /// The room agrees on an order.
    Order,
}

impl PollBy {
    /// Returns what the room is asked to do.
    pub fn asks(self) -> String {
        match self {
            PollBy::Hands => "One hand each".to_owned(),
            PollBy::Dots(1) => "One dot each".to_owned(),
            PollBy::Dots(each) => format!("{each} dots each"),
            PollBy::Scale => "One to five fingers each, for one after the other".to_owned(),
            PollBy::Order => "An order, the first one first".to_owned(),
        }
    }

    /// Returns the words with which a line states it: `vote dots 3: A, B`.
    pub fn typed(self) -> String {
        match self {
            PollBy::Hands => String::new(),
            PollBy::Dots(each) => format!("dots {each}"),
            PollBy::Scale => "1-5".to_owned(),
            PollBy::Order => "order".to_owned(),
        }
    }

    /// Reads these words; `None` for any others.
    pub fn of(words: &str) -> Option<Self> {
        let words: Vec<&str> = words.split_whitespace().collect();
        Some(match words.as_slice() {
            [] | ["hands" | "hand"] => PollBy::Hands,
            ["dots" | "dot"] => PollBy::Dots(DOTS),
            ["dots" | "dot", each] | [each, "dots" | "dot"] => {
                PollBy::Dots(each.parse().ok().filter(|each| (1..=MOST_DOTS).contains(each))?)
            }
            ["1-5" | "1–5" | "fingers" | "five"] | ["1", "to", "5"] => PollBy::Scale,
            ["order" | "rank"] => PollBy::Order,
            _ => return None,
        })
    }

    /// Returns the next way to answer, in the order in which the console offers them.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            PollBy::Hands => PollBy::Dots(DOTS),
            PollBy::Dots(_) => PollBy::Scale,
            PollBy::Scale => PollBy::Order,
            PollBy::Order => PollBy::Hands,
        }
    }

    /// Returns the same way with one dot more or less each; a way without dots stays as it is.
    #[must_use]
    pub fn with_dots(self, more: bool) -> Self {
        match self {
            PollBy::Dots(each) if more => PollBy::Dots((each + 1).min(MOST_DOTS)),
            PollBy::Dots(each) => PollBy::Dots(each.saturating_sub(1).max(1)),
            other => other,
        }
    }
}

/// The default and the maximum number of dots each.
const DOTS: u8 = 3;
const MOST_DOTS: u8 = 20;

/// Options that are put to the room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Poll {
    /// The question; empty when nobody typed one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// How it is answered.
    #[serde(default)]
    pub by: PollBy,
    /// The options, in the order in which they are numbered.
    pub options: Vec<String>,
}

impl Poll {
    /// Returns the name under which the count is recorded: the question, or the options where nobody typed one. Counting
    /// the same options again in one step replaces the earlier count.
    pub fn ballot(&self) -> String {
        if self.question.trim().is_empty() { options_in_words(&self.options) } else { self.question.trim().to_owned() }
    }

    /// Returns how its count is typed: "counts, in this order: A, B, C; then Enter".
    pub fn typed_as(&self) -> String {
        let what = match self.by {
            PollBy::Hands => "counts",
            PollBy::Dots(_) => "dots",
            PollBy::Scale => "a digit a person",
            PollBy::Order => "places",
        };
        if self.options.iter().any(|option| is_sentence(option)) {
            // A row holds no more than one of them; the room and the box of the vote number them.
            return format!("{what} for 1 to {}, in the order on the room's screen; then Enter", self.options.len());
        }
        format!("{what}, in this order: {}; then Enter", self.options.join(", "))
    }

    /// Returns the question, or what stands for it where nobody typed one.
    pub fn asked(&self) -> &str {
        match (self.question.trim(), self.by) {
            ("", PollBy::Order) => "Which one first?",
            ("", PollBy::Scale) => "How much, from one to five?",
            ("", _) => "Which of these?",
            (question, _) => question,
        }
    }
}
