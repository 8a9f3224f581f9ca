use strum::IntoStaticStr;

use crate::record::{Fact, Kind, SeatTag};

/// How a line was read: its form, its facts, and its doubts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The tag typed before the line.
    pub tag: Option<SeatTag>,
    /// The seat that the line belongs to: the tag, else the seat that is set.
    pub speaker: Option<SeatTag>,
    /// The line as it is saved, without the tag; if a step completed it, its long form.
    pub said: String,
    /// The form of the line.
    pub form: Form,
    /// The facts to record, all of them or none; empty only for a blank line.
    pub facts: Vec<Fact>,
    /// The things on the line, each once, in order of mention.
    pub mentions: Vec<MentionedThing>,
    /// The doubts that the scribe should look at.
    pub amber: Vec<Amber>,
    /// Why the line is a scrap; `None` if it is not one.
    pub why: Option<String>,
    /// What free text could become instead.
    pub offer: Option<Offer>,
    /// The readings that are offered for a line that stays text, the likeliest first; at most three. Each can be recorded
    /// in place of the text, with the same words.
    pub offers: Vec<Reading>,
    /// Why the line was read so, a reason for each part of it: "`cuts` is less". Empty where nothing needs explaining.
    pub because: Vec<String>,
}

/// What becomes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum ReadingOutcome {
    /// Its facts are recorded.
    Recorded,
    /// It is recorded as text, and one or more readings are offered for it.
    Offered,
    /// It is recorded as text.
    Text,
}

impl ReadingOutcome {
    /// Returns the word for the outcome.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl Reading {
    /// Returns what becomes of the line. A scrap counts as text, because it states nothing.
    pub const fn outcome(&self) -> ReadingOutcome {
        match self.form {
            Form::Text | Form::Scrap | Form::Blank if self.offers.is_empty() => ReadingOutcome::Text,
            Form::Text | Form::Scrap | Form::Blank => ReadingOutcome::Offered,
            _ => ReadingOutcome::Recorded,
        }
    }

    /// Whether it puts options to the room, or counts those that are put to it.
    pub fn is_of_a_poll(&self) -> bool {
        self.facts.iter().any(|fact| matches!(fact, Fact::Polled(_) | Fact::PollCounted { .. }))
    }
}

/// The form of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Form {
    /// Nothing was typed.
    Blank,
    /// One or more arrows.
    #[strum(serialize = "edge")]
    Arrow,
    /// The name of a thing.
    #[strum(serialize = "node")]
    Thing,
    /// A voice: a sentence that people say.
    Say,
    /// An observation of a factor.
    Saw,
    /// The wanted direction of a factor.
    Want,
    /// A rule of a charter.
    Rule,
    /// An attribute of a thing.
    Is,
    /// Two names for one thing.
    Same,
    /// Another name for a thing.
    Rename,
    /// A position on a claim: yes, no or unsure.
    Stance,
    /// A promise or a wish.
    Do,
    /// An item parked for later.
    Park,
    /// A question that nobody in the room can answer.
    Ask,
    /// Options that are put to the room.
    Poll,
    /// Votes, counted: hands, dots or ballots.
    Vote,
    /// Things in an order.
    Rank,
    /// Ratings from 1 to 5.
    Rate,
    /// A decision.
    Decide,
    /// A factor to watch.
    Watch,
    /// The outcome of a promise, a question or a parked item.
    Settle,
    /// The last line that stands is taken back.
    Undo,
    /// The line that was taken back last stands again.
    Redo,
    /// Free text.
    Text,
    /// A line that could not be read.
    Scrap,
}

impl Form {
    /// Returns the name of the form, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A thing that a line names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionedThing {
    /// The label of the known thing; for a new thing, the label as typed.
    pub label: String,
    /// The labels of the thing as they are written in the facts of this line.
    pub typed: Vec<String>,
    /// The kind of the thing.
    pub kind: Kind,
    /// Whether the kind was guessed from the verb, the last word or the arrow, because nobody typed it.
    pub guessed: bool,
    /// Whether this line is the first to mention the thing.
    pub new: bool,
}

/// A doubt about a reading, with what could be done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amber {
    /// The sort of doubt.
    pub doubt: Doubt,
    /// The reason, in a few words that can be said aloud.
    pub why: String,
    /// The lines that one key would type to settle it.
    pub offer: Option<Offer>,
}

/// The sort of doubt about a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// The tag belongs to no person of the session.
    WhoIs,
    /// A new name may mean a known thing.
    SameThing,
    /// A new name may hold two thoughts.
    SplitThis,
    /// Words after the colon could not be read, and became a note.
    Unread,
    /// The typed kind differs from the known kind of the thing.
    Kind,
    /// The verb is unusual between things of these kinds.
    Ends,
    /// `<->` was typed.
    BothDirections,
    /// Two words on the line say different signs, or a word says a sign that is not read as one.
    Sign,
    /// A word such as "it" takes the place of a name.
    NoName,
    /// A comma cut a name in two, or a name was cut at the maximum length.
    Cut,
    /// A date could not be read.
    Date,
    /// A person's name that nobody asked to have on record.
    Names,
    /// Numbers that do not fit the question of the step.
    Count,
    /// "Will not" and a part of it: the whole may be meant.
    Whole,
    /// A position whose claim nobody can tell.
    WhichLine,
    /// A sentence holds a person of the session and a day, as a promise does.
    Promise,
}

/// Lines that one key types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The question that the key answers with yes.
    pub ask: String,
    /// The lines, in order.
    pub lines: Vec<String>,
    /// Whether the lines replace the typed line; else they come after it.
    pub replaces: bool,
}
