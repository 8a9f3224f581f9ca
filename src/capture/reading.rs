use strum::IntoStaticStr;

use crate::record::{Fact, Kind, SeatTag};

/// How a line was read: what it is, the facts it becomes, and what is worth a second look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The tag typed before the line.
    pub tag: Option<SeatTag>,
    /// Whose line it is: the tag, else the seat that is set.
    pub speaker: Option<SeatTag>,
    /// The line as it is saved, without the tag; the long form when a step completed it.
    pub said: String,
    /// What sort of line it is.
    pub form: Form,
    /// What is recorded, all or nothing; empty only for a blank line.
    pub facts: Vec<Fact>,
    /// The things on the line, each once, in the order of their mention.
    pub mentions: Vec<MentionedThing>,
    /// What is worth a second look.
    pub amber: Vec<Amber>,
    /// Why the line is a scrap.
    pub why: Option<String>,
    /// What a free text could become instead.
    pub offer: Option<Offer>,
}

/// What sort of line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Form {
    /// Nothing was typed.
    Blank,
    /// One or more arrows.
    #[strum(serialize = "edge")]
    Arrow,
    /// A thing was named.
    #[strum(serialize = "node")]
    Thing,
    /// Something people say.
    Say,
    /// An observation.
    Saw,
    /// Which direction is good.
    Want,
    /// A rule of a charter.
    Rule,
    /// An attribute.
    Is,
    /// Two names for one thing.
    Same,
    /// Yes, no or unsure to what somebody claimed.
    Stance,
    /// A commitment.
    Do,
    /// Put aside for later.
    Park,
    /// A question nobody here can answer.
    Ask,
    /// Hands, dots or ballots, counted.
    Vote,
    /// Things in an order.
    Rank,
    /// One to five.
    Rate,
    /// What was decided.
    Decide,
    /// A factor to watch.
    Watch,
    /// What became of a promise, a question, a parked item.
    Settle,
    /// The last line is taken back.
    Undo,
    /// It stands again.
    Redo,
    /// Free text.
    Text,
    /// A line that could not be read.
    Scrap,
}

impl Form {
    /// The form's name, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A thing on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionedThing {
    /// Its label: the known thing's, else as typed.
    pub label: String,
    /// Its labels as they stand in the facts of this line.
    pub typed: Vec<String>,
    /// What sort of thing it is.
    pub kind: Kind,
    /// Nobody typed the kind; it was guessed from the verb, the last word or the arrow.
    pub guessed: bool,
    /// Nobody has mentioned it before.
    pub new: bool,
}

/// Something about a reading that is worth a second look, and what could be done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amber {
    /// What it is about.
    pub doubt: Doubt,
    /// Why, in a few words that can be said aloud.
    pub why: String,
    /// What one key would do about it.
    pub offer: Option<Offer>,
}

/// What an amber reading is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// The tag belongs to nobody on the list.
    WhoIs,
    /// A new name may be another name of a known thing.
    SameThing,
    /// A new name may hold two thoughts.
    SplitThis,
    /// Words after the colon were recorded as a note.
    Unread,
    /// The typed kind is not the one the thing is known by.
    Kind,
    /// The verb does not go with what stands beside it.
    Ends,
    /// `<->` was typed.
    BothDirections,
    /// Two words on the line say different signs, or a sign was said in words that are not read as one.
    Sign,
    /// Something stands for a thing that is not named.
    NoName,
    /// A comma or a limit cut a name.
    Cut,
    /// A date could not be read.
    Date,
    /// A name that nobody asked to have on record.
    Names,
    /// Numbers that do not answer what is asked.
    Count,
    /// Somebody who is here and a day are in a sentence.
    Promise,
}

/// Lines that one key types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The question the key answers with yes.
    pub ask: String,
    /// What would be typed.
    pub lines: Vec<String>,
    /// Whether the lines take the place of this one, or come after it.
    pub replaces: bool,
}
