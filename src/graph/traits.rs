use jiff::civil::Date;

use crate::record::{Attribute, Kind, Status, Want};

/// What was said about a thing itself, one saying at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) enum Trait {
    /// It was read as this kind.
    Read(Kind),
    /// A property was set.
    Set(Attribute),
}

/// What sort of thing a thing is and how it stands, as far as anybody has said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits {
    /// What sort of thing it is.
    pub(super) kind: Kind,
    /// How far along it is.
    pub(super) status: Option<Status>,
    /// Which way is good.
    pub(super) want: Option<Want>,
    /// There is not enough of it.
    pub(super) scarce: bool,
    /// It is not part of the organisation.
    pub(super) outside: bool,
    /// When it begins.
    pub(super) started: Option<Date>,
}

impl Traits {
    /// Takes in the next thing said: the first kind stays unless it is corrected, the last property counts.
    pub(super) fn hear(&mut self, said: Trait) {
        match said {
            Trait::Read(kind) if self.kind == Kind::Unknown => self.kind = kind,
            Trait::Read(_) => {}
            Trait::Set(Attribute::Kind(kind)) => self.kind = kind,
            Trait::Set(Attribute::Status(status)) => self.status = Some(status),
            Trait::Set(Attribute::Want(want)) => self.want = Some(want),
            Trait::Set(Attribute::Scarce) => self.scarce = true,
            Trait::Set(Attribute::Outside) => self.outside = true,
            Trait::Set(Attribute::Started(day)) => self.started = Some(day),
        }
    }

    /// Takes from another name of the same thing what is lacking here.
    pub(super) fn fill_in(&mut self, other: Traits) {
        self.hear(Trait::Read(other.kind));
        self.status = self.status.or(other.status);
        self.want = self.want.or(other.want);
        self.scarce |= other.scarce;
        self.outside |= other.outside;
        self.started = self.started.or(other.started);
    }
}
