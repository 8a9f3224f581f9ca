use crate::export::beside_a_list;
use crate::graph::{Arrow, Link, Thing};
use crate::record::english::Agreement;
use crate::record::spoken::about;
use crate::record::{Basis, Delay, Relation, Sign, Strength};

/// The sign before a line about an arrow or about the thing at its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shows {
    /// A plus: more of the thing at the end.
    More,
    /// A minus: less of the thing at the end.
    Less,
    /// People disagree about the sign.
    Disputed,
    /// Nobody has said the sign.
    Open,
    /// Arrows push the thing up and down.
    Both,
    /// The relation has no sign.
    Carries,
    /// The line has no sign.
    #[default]
    Bare,
}

/// The two sides of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeighbourSide {
    /// The things with arrows into it.
    Into,
    /// The things that its arrows lead to.
    Out,
}

impl NeighbourSide {
    /// Returns the near end of an arrow, and its far end.
    pub fn ends(self, link: Link<'_>) -> (&Thing, &Thing) {
        match self {
            NeighbourSide::Into => (link.to, link.from),
            NeighbourSide::Out => (link.from, link.to),
        }
    }
}

impl Shows {
    /// Returns the sign of an arrow.
    pub fn of(arrow: &Arrow) -> Self {
        match arrow.sign {
            _ if arrow.is_disputed() => Shows::Disputed,
            Sign::Plus => Shows::More,
            Sign::Minus => Shows::Less,
            _ if arrow.relation.carries_sign() && arrow.relation != Relation::Feeds => Shows::Open,
            _ => Shows::Carries,
        }
    }

    /// Returns the sign of a push where it arrives.
    pub const fn push(less: bool) -> Self {
        if less { Shows::Less } else { Shows::More }
    }

    /// Returns the character of the sign.
    pub const fn glyph(self) -> char {
        match self {
            Shows::More => '+',
            Shows::Less => '-',
            Shows::Disputed => '≠',
            Shows::Open => '?',
            Shows::Both => '±',
            Shows::Carries => '·',
            Shows::Bare => ' ',
        }
    }
}

/// Describes the holder of something that people say, or what the holder says: it is said, and nobody answers for it.
pub(super) fn voice(side: NeighbourSide, label: &str) -> String {
    match side {
        NeighbourSide::Out => format!("says “{label}”"),
        NeighbourSide::Into => Agreement::of_people(label).with(label, "says so"),
    }
}

/// Describes a thing at the other end of an arrow, as the screen shows it. Verbs agree with their subject: that thing
/// itself, or the thing in the middle; `near` is the number of the one in the middle, `far` that of the other.
pub fn phrase(side: NeighbourSide, relation: Relation, near: Agreement, label: &str, far: Agreement) -> String {
    let out = |verb: &'static str| format!("{} {label}", near.verb(verb));
    let into = |verb| format!("{} {}", far.with(label, verb), near.object());
    match (side, relation) {
        (_, Relation::Affects) => label.to_owned(),
        (NeighbourSide::Out, Relation::Feeds) => out("supplies"),
        (NeighbourSide::Into, Relation::Feeds) => into("supplies"),
        (NeighbourSide::Out, Relation::Needs) => out("needs"),
        (NeighbourSide::Into, Relation::Needs) => into("needs"),
        (NeighbourSide::Out, Relation::Rewards) => out("pays for"),
        (NeighbourSide::Into, Relation::Rewards) => into("pays for"),
        (NeighbourSide::Out, Relation::Aims) => out("meant to move"),
        (NeighbourSide::Into, Relation::Aims) => into("is meant to move"),
        (NeighbourSide::Out, Relation::Voices) => out("speaks for"),
        (NeighbourSide::Into, Relation::Voices) => into("speaks for"),
        (NeighbourSide::Out, Relation::Owns) => out("answers for"),
        (NeighbourSide::Into, Relation::Owns) => into("answers for"),
        (NeighbourSide::Out, Relation::In) => out("part of"),
        (NeighbourSide::Into, Relation::In) => into("is part of"),
        (NeighbourSide::Out, Relation::Covers) => out("covers"),
        (NeighbourSide::Into, Relation::Covers) => into("covers"),
        (NeighbourSide::Out, Relation::Builds) => out("builds on"),
        (NeighbourSide::Into, Relation::Builds) => into("builds on"),
    }
}

/// Returns further details of an arrow, the most important first.
pub fn asides(arrow: &Arrow) -> Vec<String> {
    let strength = match arrow.strength {
        Strength::Some => None,
        Strength::Clear => Some("clearly"),
        Strength::Dominant => Some("above all"),
    };
    let basis = match arrow.basis {
        Basis::Seen => Some("seen"),
        Basis::Guess => Some("guess"),
        Basis::Imported => Some("imported"),
        Basis::Told => None,
    };
    let dispute = arrow.is_disputed().then_some("they disagree");
    let stale = arrow.stale.then_some("not said again for half a year");
    let listed = beside_a_list(arrow);
    let [dispute, listed, stale, strength, basis] =
        [dispute, listed, stale, strength, basis].map(|aside| aside.map(str::to_owned));
    [dispute, arrow.delay.and_then(later), listed, stale, strength, basis].into_iter().flatten().collect()
}

fn later(delay: Delay) -> Option<String> {
    match delay {
        Delay::Days(0) => None,
        // There is little room beside a name, so "about" is left out: every delay is approximate.
        Delay::Days(days) => Some(format!("{} later", about(days).trim_start_matches("about "))),
        Delay::Later => Some("later".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Kind;

    #[test]
    fn verbs_agree_with_the_name_and_a_voice_is_said() {
        for (relation, label, kind, words) in [
            (Relation::Owns, "Claims handlers", Kind::Party, "Claims handlers answer for it"),
            (Relation::Owns, "Claims", Kind::Party, "Claims answers for it"),
            (Relation::Needs, "Two bots", Kind::Initiative, "Two bots need it"),
            (Relation::In, "Claims handlers", Kind::Party, "Claims handlers are part of it"),
        ] {
            let far = Agreement::of(label, kind);
            assert_eq!(phrase(NeighbourSide::Into, relation, Agreement::One, label, far), words);
        }
        assert_eq!(voice(NeighbourSide::Into, "Claims handlers"), "Claims handlers say so");
        assert_eq!(voice(NeighbourSide::Out, "are we next?"), "says “are we next?”");
    }
}
