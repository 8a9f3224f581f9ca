use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::record::{DateOrder, Kind, Status};

/// What the parts of another tool's file mean here: chosen once, saved in the workspace, and used again for a newer file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportMapping {
    /// What the mapping is called: `AI inventory`.
    #[serde(default)]
    pub title: String,
    /// The name of the format that it is for.
    #[serde(default)]
    pub format: String,
    /// What the columns of a table hold; columns that are not listed are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<MappedColumn>,
    /// The kinds of things, by the word that the file has for the sort of a thing, in lower case; the empty word stands
    /// for things that the file states without a word for their sort.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub kinds: BTreeMap<String, Kind>,
    /// What the words of a status column mean that are not known anyhow, in lower case.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub statuses: BTreeMap<String, StatusMeaning>,
    /// What comes first in a date such as `3/4/2026`; `None` where it is told from the other dates of the column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateOrder>,
    /// What clusters, subgraphs and folders around things are.
    #[serde(default)]
    pub groups: GroupsAre,
    /// What things are that have one name; `None` for what is usual in the format.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_names: Option<SameNames>,
    /// What links without a direction are.
    #[serde(default)]
    pub undirected: UndirectedAre,
    /// The keys of the rows and items that are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
}

/// A column of a table and what it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MappedColumn {
    /// The heading of the column, as the file has it.
    pub heading: String,
    /// Which of the columns with this heading it is, from 1.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub nth: usize,
    /// What the column holds.
    pub role: ColumnRole,
}

const fn first() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
const fn is_first(nth: &usize) -> bool {
    *nth == 1
}

/// What a column of a table holds: the thing of the row, something about it, or the other end of an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ColumnRole {
    /// What tells the row from every other, in every edition of the file.
    Id,
    /// The name of the thing.
    Name,
    /// Another name of the thing.
    OtherName,
    /// The word for the sort of the thing.
    Sort,
    /// The unit that answers for the thing.
    Unit,
    /// The person who answers for the thing; no name comes onto the map.
    Person,
    /// The status of the thing.
    Status,
    /// The day on which the thing began or begins.
    Started,
    /// A text about the thing.
    About,
    /// A word that marks the thing.
    Tag,
    /// What the thing needs.
    Needs,
    /// What feeds the thing.
    FedBy,
    /// What the thing feeds.
    Feeds,
    /// What the thing changes; whether it makes it more or less is asked.
    Affects,
    /// Who supplies the thing from outside the organisation.
    Vendor,
    /// What the thing is meant to move.
    Aims,
    /// What the thing is part of.
    PartOf,
    /// Where the arrow of the row starts.
    From,
    /// Where the arrow of the row ends.
    To,
    /// The sign of the arrow of the row.
    Sign,
    /// The word for the relation that the arrow of the row states.
    Relation,
    /// A text about the arrow of the row.
    Note,
    /// How long the effect of the arrow takes.
    Delay,
    /// How strong the effect of the arrow is.
    Strength,
}

/// What a word in a column of statuses means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StatusMeaning {
    /// [`Status::Idea`].
    Idea,
    /// [`Status::Pilot`].
    Pilot,
    /// [`Status::Live`].
    Live,
    /// [`Status::Fading`].
    Fading,
    /// [`Status::Stopped`].
    Stopped,
    /// The word is no status.
    NoStatus,
}

impl StatusMeaning {
    /// Every meaning, in the order of a life.
    pub const ALL: [Self; 6] = [Self::Idea, Self::Pilot, Self::Live, Self::Fading, Self::Stopped, Self::NoStatus];

    /// Returns the status that is meant; `None` for a word that is none.
    pub const fn status(self) -> Option<Status> {
        match self {
            Self::Idea => Some(Status::Idea),
            Self::Pilot => Some(Status::Pilot),
            Self::Live => Some(Status::Live),
            Self::Fading => Some(Status::Fading),
            Self::Stopped => Some(Status::Stopped),
            Self::NoStatus => None,
        }
    }
}

/// What the groups of a file are: clusters, subgraphs, folders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GroupsAre {
    /// A word that marks what is in the group.
    #[default]
    Tags,
    /// The unit that answers for what is in the group.
    Units,
}

/// What things are that have one name and different ids, or different owners.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SameNames {
    /// One thing.
    OneThing,
    /// As many things as there are ids or owners; each name but the first says which one it is.
    Several,
}

/// What a link is that the file draws without a direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum UndirectedAre {
    /// A question: somebody has to say which way it goes.
    #[default]
    Asked,
    /// An arrow from the end that the file names first to the other.
    Arrows,
}
