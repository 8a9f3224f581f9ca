use crate::graph::Arrow;
use crate::record::spoken::about;
use crate::record::{Basis, Delay, Relation, Sign, Strength};

/// What stands before a line about an arrow or about a thing at its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shows {
    /// More.
    More,
    /// Less.
    Less,
    /// People disagree.
    Disputed,
    /// Nobody has said which way.
    Open,
    /// It is pulled both ways.
    Both,
    /// A sign means nothing here.
    Carries,
    /// Nothing.
    #[default]
    Bare,
}

/// The two sides of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What leads into it.
    Into,
    /// What it leads to.
    Out,
}

impl Shows {
    /// What an arrow shows.
    pub fn of(arrow: &Arrow) -> Self {
        match arrow.sign {
            _ if arrow.is_disputed() => Shows::Disputed,
            Sign::Plus => Shows::More,
            Sign::Minus => Shows::Less,
            _ if arrow.relation.carries_sign() && arrow.relation != Relation::Feeds => Shows::Open,
            _ => Shows::Carries,
        }
    }

    /// What a push shows where it arrives.
    pub const fn push(less: bool) -> Self {
        if less { Shows::Less } else { Shows::More }
    }

    /// Its character.
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

/// A thing at the other end of an arrow, as the screen calls it.
pub fn phrase(side: Side, relation: Relation, label: &str) -> String {
    match (side, relation) {
        (_, Relation::Affects) => label.to_owned(),
        (Side::Out, Relation::Feeds) => format!("supplies {label}"),
        (Side::Into, Relation::Feeds) => format!("{label} supplies it"),
        (Side::Out, Relation::Needs) => format!("needs {label}"),
        (Side::Into, Relation::Needs) => format!("{label} needs it"),
        (Side::Out, Relation::Rewards) => format!("pays for {label}"),
        (Side::Into, Relation::Rewards) => format!("{label} pays for it"),
        (Side::Out, Relation::Aims) => format!("meant to move {label}"),
        (Side::Into, Relation::Aims) => format!("{label} is meant to move it"),
        (Side::Out, Relation::Voices) => format!("speaks for {label}"),
        (Side::Into, Relation::Voices) => format!("{label} speaks for it"),
        (Side::Out, Relation::Owns) => format!("answers for {label}"),
        (Side::Into, Relation::Owns) => format!("{label} answers for it"),
        (Side::Out, Relation::In) => format!("part of {label}"),
        (Side::Into, Relation::In) => format!("{label} is part of it"),
        (Side::Out, Relation::Covers) => format!("covers {label}"),
        (Side::Into, Relation::Covers) => format!("{label} covers it"),
        (Side::Out, Relation::Builds) => format!("builds on {label}"),
        (Side::Into, Relation::Builds) => format!("{label} builds on it"),
    }
}

/// What else one wants to know of an arrow at a glance, the most important first.
pub fn asides(arrow: &Arrow) -> Vec<String> {
    let strength = match arrow.strength {
        Strength::Some => None,
        Strength::Clear => Some("clearly"),
        Strength::Dominant => Some("above all"),
    };
    let basis = match arrow.basis {
        Basis::Seen => Some("seen"),
        Basis::Guess => Some("guess"),
        Basis::Told => None,
    };
    let dispute = arrow.is_disputed().then_some("they disagree");
    let stale = arrow.stale.then_some("not said again for half a year");
    let [dispute, stale, strength, basis] = [dispute, stale, strength, basis].map(|aside| aside.map(str::to_owned));
    [dispute, arrow.delay.and_then(later), stale, strength, basis].into_iter().flatten().collect()
}

fn later(delay: Delay) -> Option<String> {
    match delay {
        Delay::Days(0) => None,
        // There is little room beside a name; every delay is about right and no more.
        Delay::Days(days) => Some(format!("{} later", about(days).trim_start_matches("about "))),
        Delay::Later => Some("later".to_owned()),
    }
}
