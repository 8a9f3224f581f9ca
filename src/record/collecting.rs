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
    /// The drawn map around some things; around what is talked about, where no thing is given.
    Drawn {
        /// The labels of these things.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        around: Vec<String>,
        /// The maximum distance from them, in arrows.
        steps: u16,
    },
    /// The whole drawn map.
    WholeMap,
    /// One part of the whole map, from 1, where it does not fit at once; after the last one comes the first again.
    MapPart(u16),
    /// What follows from a push on one thing, wave by wave.
    Ripple {
        /// The label of the thing.
        of: String,
        /// Whether the thing is pushed down.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        less: bool,
        /// The number of waves that are shown.
        waves: u16,
    },
    /// One finding of the lenses.
    Finding(ShownFinding),
    /// One line, by the number of its event.
    Line(u64),
    /// What was said last, grouped by thing.
    Said,
    /// What was decided, and who does what by when.
    Decisions,
    /// Where the session is in its agenda.
    Progress,
    /// What the tables of a gathering contradict each other on.
    Tables,
    /// How a phone finds the page on which everybody can answer. The address is no part of the record.
    Phones,
}

/// A finding on the room's screen. The record holds which finding it is; its words come from the map as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShownFinding {
    /// The name of the lens.
    pub lens: String,
    /// The name of the pattern, if the lens finds several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// The labels of the things that it is about, in the order of the lens.
    pub about: Vec<String>,
    /// How much of it is shown.
    #[serde(default)]
    pub part: FindingPart,
}

/// How much of a finding the room sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FindingPart {
    /// Its question alone.
    #[default]
    Question,
    /// Its question, and what it rests on.
    Grounds,
    /// Its question, what it rests on, and what the pattern is called.
    Name,
}
