use serde::{Deserialize, Serialize};

/// How many raised a hand, set a dot or wrote this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hands {
    /// The option.
    pub option: String,
    /// How many.
    pub count: u16,
}

/// How answers are collected that nobody sees until they are shown together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CollectBy {
    /// The keyboard goes round.
    #[default]
    Passing,
    /// The scribe types what stands on unnamed slips.
    Slips,
    /// The scribe types what is counted, and the room sees it when all is in.
    Count,
}

/// A round of answers that nobody sees until they are shown together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collecting {
    /// How.
    #[serde(rename = "way")]
    pub by: CollectBy,
    /// How many are awaited, if anybody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awaited: Option<u16>,
}

/// What the room looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RoomView {
    /// The question, and the last line as it was read back.
    #[default]
    Talk,
    /// A thing, what leads into it and what it leads to.
    Around(String),
    /// What was put aside.
    Parked,
    /// Questions to take away.
    Questions,
    /// Who does what by when.
    Promises,
    /// What is planned for the session.
    Agenda,
    /// Nothing but the title and the clock.
    Curtain,
}
