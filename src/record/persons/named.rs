use std::ops::Range;

use crate::record::SeatTag;

/// A place in a text at which a person is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPerson {
    /// The range of the name in bytes, without the ending of a possessive.
    pub at: Range<usize>,
    /// The seat of the person; `None` when several people may be meant.
    pub seat: Option<SeatTag>,
    /// The replacement of the name: the unit, or "somebody".
    pub instead: String,
    /// Whether the name may stay, because its owner asked for it.
    pub asked: bool,
    /// Whether the name may be an everyday word instead.
    pub unsure: bool,
    /// Whether the name is a possessive: "Kasia's".
    pub owns: bool,
}

impl NamedPerson {
    /// Returns the replacement of the name in the record: the tag of the seat, otherwise a unit or "somebody".
    pub fn stands_as(&self) -> &str {
        self.seat.as_ref().map_or(&self.instead, SeatTag::as_str)
    }

    /// Whether one key may restore the words that were typed.
    pub const fn may_stay(&self) -> bool {
        self.asked || self.unsure
    }
}

/// The endings of possessives.
const OWNS: [&str; 10] = ["'s", "’s", "'S", "’S", "s'", "s’", "s", "S", "ｓ", "ſ"];

/// Returns the places in text order, without overlaps; of two that overlap the longer one is kept.
pub(super) fn apart(mut found: Vec<NamedPerson>) -> Vec<NamedPerson> {
    found.sort_by_key(|named| (std::cmp::Reverse(named.at.len()), named.at.start));
    let mut left: Vec<NamedPerson> = Vec::with_capacity(found.len());
    for named in found {
        if left.iter().all(|other| other.at.end <= named.at.start || named.at.end <= other.at.start) {
            left.push(named);
        }
    }
    left.sort_by_key(|named| named.at.start);
    left
}

/// Returns a text with each of these names replaced by the result of `instead`.
pub fn replaced(text: &str, named: &[NamedPerson], mut instead: impl FnMut(&NamedPerson) -> String) -> String {
    let mut written = String::with_capacity(text.len());
    let mut done = 0;
    for one in named {
        written.push_str(text.get(done..one.at.start).unwrap_or_default());
        let word = instead(one);
        done = one.at.end;
        written.push_str(&word);
        let rest = text.get(done..).unwrap_or_default();
        let tail = OWNS.into_iter().find(|tail| rest.starts_with(*tail)).filter(|_| one.owns);
        if let Some(tail) = tail {
            written.push_str(if word.ends_with('s') { "'" } else { "'s" });
            done += tail.len();
        }
    }
    written.push_str(text.get(done..).unwrap_or_default());
    written
}
