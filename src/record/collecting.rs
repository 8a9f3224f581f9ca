use serde::{Deserialize, Serialize};

/// The count of one option: hands raised, dots set, or answers with this text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hands {
    /// The option.
    pub option: String,
    /// How many hands, dots or answers.
    pub count: u16,
}

/// How a round of hidden answers is collected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CollectBy {
    /// The keyboard is passed round, and everybody types their own answer.
    #[default]
    Passing,
    /// The scribe types the texts of unnamed paper slips.
    Slips,
    /// The scribe types counts, which the room sees when all of them are in.
    Count,
}

/// A round of hidden answers: nobody sees them until they are shown together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collecting {
    /// How the answers are collected.
    #[serde(rename = "way")]
    pub by: CollectBy,
    /// How many answers are awaited; `None` when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awaited: Option<u16>,
}

/// What the room's screen shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RoomView {
    /// The question, and the last line as the console understood it.
    #[default]
    Talk,
    /// One thing, with the arrows that end at it and the arrows that start at it.
    Around(String),
    /// The parked items.
    Parked,
    /// The open questions.
    Questions,
    /// The commitments: who does what by when.
    Promises,
    /// The agenda of the session.
    Agenda,
    /// Only the title and the clock.
    Curtain,
}
