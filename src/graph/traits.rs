use jiff::civil::Date;

use crate::record::{Attribute, Kind, Status, Want};

/// One statement about a thing itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) enum Trait {
    /// The parser read the thing as this kind.
    Read(Kind),
    /// The parser read the thing as a party because somebody typed so, or because parties were asked for.
    ReadVouchedParty,
    /// A line says of a thing that was read before that it is a party.
    VouchedParty,
    /// A property of the thing was set.
    Set(Attribute),
}

/// The kind and the properties of a thing, as far as anybody said.
#[expect(clippy::struct_excessive_bools, reason = "each says something else of the thing, in any combination")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits {
    /// Its kind.
    pub(super) kind: Kind,
    /// Whether somebody typed or confirmed that it is a party; otherwise its last word alone may have said so.
    pub(super) vouched_party: bool,
    /// Its status.
    pub(super) status: Option<Status>,
    /// Whether only imported files state the status.
    pub(super) status_listed: bool,
    /// Whether more or less of it is wanted.
    pub(super) want: Option<Want>,
    /// Whether there is not enough of it.
    pub(super) scarce: bool,
    /// Whether it is not part of the organisation.
    pub(super) outside: bool,
    /// The day it begins, or began.
    pub(super) started: Option<Date>,
}

impl Traits {
    /// Applies the next statement. The first kind that was read stays until it is corrected; of a property the latest
    /// counts.
    pub(super) fn hear(&mut self, said: Trait) {
        match said {
            Trait::Read(kind) if self.kind == Kind::Unknown => self.kind = kind,
            Trait::Read(_) => {}
            Trait::ReadVouchedParty => {
                self.hear(Trait::Read(Kind::Party));
                self.vouched_party = true;
            }
            Trait::VouchedParty => self.vouched_party = true,
            Trait::Set(Attribute::Kind(kind)) => {
                self.kind = kind;
                self.vouched_party |= kind == Kind::Party;
            }
            Trait::Set(Attribute::Status(status)) => self.status = Some(status),
            Trait::Set(Attribute::Want(want)) => self.want = Some(want),
            Trait::Set(Attribute::Scarce) => self.scarce = true,
            Trait::Set(Attribute::Outside) => self.outside = true,
            Trait::Set(Attribute::Started(day)) => self.started = Some(day),
        }
    }

    /// Applies the next statement of an imported file: the newer one counts, of a kind also.
    pub(super) fn list(&mut self, said: Trait) {
        match said {
            Trait::Read(kind) if kind != Kind::Unknown => self.kind = kind,
            Trait::ReadVouchedParty => self.hear(Trait::Set(Attribute::Kind(Kind::Party))),
            said => self.hear(said),
        }
    }

    /// Fills in from what files state whatever nobody said. A kind that was only guessed from a last word gives way.
    pub(super) fn fill_in_listed(&mut self, listed: Traits) {
        let guessed = self.kind == Kind::Party && !self.vouched_party;
        if guessed && listed.kind != Kind::Unknown {
            self.kind = listed.kind;
        }
        self.status_listed = self.status.is_none() && listed.status.is_some();
        self.fill_in(listed);
    }

    /// Whether it is a party, and not only read as one from its last word.
    pub(super) fn is_known_party(&self) -> bool {
        self.kind == Kind::Party && self.vouched_party
    }

    /// Fills in what is missing from the traits of another name of the same thing.
    pub(super) fn fill_in(&mut self, other: Traits) {
        self.hear(Trait::Read(other.kind));
        self.vouched_party |= other.vouched_party;
        self.status = self.status.or(other.status);
        self.want = self.want.or(other.want);
        self.scarce |= other.scarce;
        self.outside |= other.outside;
        self.started = self.started.or(other.started);
    }
}
