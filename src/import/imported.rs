use jiff::civil::Date;

use super::place::SourcePlace;
use super::questions::MappingQuestions;
use crate::record::{Delay, Kind, Relation, Sign, Status, Strength, Want};

/// What the files of an import state: a map that nobody here has said anything about yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportedMap {
    /// The title that the files give the map; `None` when they give none.
    pub title: Option<String>,
    /// The things, in the order of the files. Their labels are names of things, and no two are the same name.
    pub things: Vec<ImportedThing>,
    /// The arrows, in the order of the files. No two state the same relation between the same ends.
    pub arrows: Vec<ImportedArrow>,
    /// The people whom the files name. They stand on no map.
    pub people: Vec<ImportedPerson>,
    /// What was left out or is not clear, in the order of the files.
    pub remarks: Vec<ImportRemark>,
    /// What the mapping can answer.
    pub questions: MappingQuestions,
}

/// A thing that a file states.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedThing {
    /// What tells it from every other thing of the source in every edition: its id, else its name.
    pub key: String,
    /// Where the file states it.
    pub place: SourcePlace,
    /// Its label: one line of text that is a name.
    pub label: String,
    /// Its kind.
    pub kind: Kind,
    /// The word that the file has for its sort; `None` when the file has none.
    pub sort: Option<String>,
    /// Its status; `None` when the file does not say.
    pub status: Option<Status>,
    /// Which direction of it is good; `None` when the file does not say.
    pub want: Option<Want>,
    /// Whether there is not enough of it.
    pub scarce: bool,
    /// Whether it is outside the organisation.
    pub outside: bool,
    /// The day it begins or began.
    pub started: Option<Date>,
    /// Its other names.
    pub other_names: Vec<String>,
    /// The words that mark it.
    pub tags: Vec<String>,
    /// A text about it, of one line.
    pub about: Option<String>,
}

impl ImportedThing {
    /// Returns a thing of which a file states the name and nothing else.
    pub fn new(key: impl Into<String>, place: SourcePlace, label: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            place,
            label: label.into(),
            kind: Kind::Unknown,
            sort: None,
            status: None,
            want: None,
            scarce: false,
            outside: false,
            started: None,
            other_names: Vec::new(),
            tags: Vec::new(),
            about: None,
        }
    }

    /// Makes it a thing of this kind, unless its kind is known.
    pub(super) fn kind_if_unknown(&mut self, kind: Kind) {
        if self.kind == Kind::Unknown {
            self.kind = kind;
        }
    }

    /// Whether the files only name the thing, as an end or an owner, and state nothing else about it.
    pub fn is_only_named(&self) -> bool {
        self.key.starts_with(ONLY_NAMED)
    }
}

/// What the keys of things begin with that a file only names.
pub(super) const ONLY_NAMED: &str = "name: ";

/// An arrow that a file states.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedArrow {
    /// What tells it from every other arrow of the source: its id, its row, or its ends and relation.
    ///
    /// An arrow that a row states about its thing has the key of that thing, and comes and goes with it.
    pub key: String,
    /// Where the file states it.
    pub place: SourcePlace,
    /// The index in [`ImportedMap::things`] of the thing at which it starts.
    pub from: usize,
    /// The index of the thing at which it ends.
    pub to: usize,
    /// The relation that it states.
    pub relation: Relation,
    /// The sign of the effect.
    pub sign: Sign,
    /// How strong the effect is.
    pub strength: Strength,
    /// How long the effect takes; `None` when the file does not say.
    pub delay: Option<Delay>,
    /// A text about it, of one line.
    pub note: Option<String>,
}

/// A person whom a file names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportedPerson {
    /// The name or e-mail address, as the file has it. It goes into no shared file and onto no screen.
    pub name: String,
    /// The label of the person's unit; `None` when the file names none.
    pub unit: Option<String>,
}

/// Who answers for a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThingOwner {
    /// A unit, by its name.
    Unit(String),
    /// A person, by name or e-mail address.
    Person(String),
}

/// A sentence about a part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRemark {
    /// The part.
    pub place: SourcePlace,
    /// What the remark is.
    pub sort: RemarkSort,
    /// The sentence, without its full stop.
    pub says: String,
    /// What it has in common with other remarks.
    pub topic: RemarkTopic,
}

/// What remarks on different parts of the files have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RemarkTopic {
    /// Nothing but their sentence.
    #[default]
    Other,
    /// What is wrong: such remarks say the same in sentences with different names.
    Like(&'static str),
    /// A word that stands as a status, in lower case, which the mapping can answer.
    Status(String),
    /// Days of which either number may be the month, which the mapping can answer.
    Days,
    /// A link without a direction, which the mapping can answer.
    Links,
}

/// What a remark on a part of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RemarkSort {
    /// The part does not come in.
    LeftOut,
    /// The part comes in, and somebody has to say what it means.
    Asked,
    /// The part comes in otherwise than it stands in the file.
    Noted,
}

impl RemarkSort {
    /// Returns the words for what becomes of the part.
    pub const fn name(self) -> &'static str {
        match self {
            RemarkSort::LeftOut => "left out",
            RemarkSort::Asked => "asked",
            RemarkSort::Noted => "noted",
        }
    }
}
