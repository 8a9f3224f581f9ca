//! What people of a workspace have agreed on about writing: the order of day and month, and what is stored of names.

use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, VariantNames};

/// What comes first in a date such as `3/4/2026`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Display, EnumString, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum DateOrder {
    /// The day: 3 April.
    #[default]
    DayFirst,
    /// The month: March 4.
    MonthFirst,
}

/// What is stored of the names of people. A later variant stores less.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumString, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum NamesPolicy {
    /// Names are in the private file of the session; one goes on the record when its owner asks for that.
    #[default]
    Asked,
    /// Names are in the private file of the session, and none goes on the record.
    Private,
    /// Names are in no file, and neither are the pseudonyms that are made of them; while the session is open, the
    /// program still finds them in lines.
    Forgotten,
}

/// The conventions by which lines are read and stored in a workspace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Conventions {
    /// What comes first in a date.
    pub dates: DateOrder,
    /// What is stored of names.
    pub names: NamesPolicy,
}
