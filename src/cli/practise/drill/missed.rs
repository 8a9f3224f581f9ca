use std::fmt;

use strum::VariantArray;

use crate::capture::delay_in_words;
use crate::record::{Basis, Claim, Delay, Sign, Strength};

/// A part of the spoken sentence that is missing on the typed line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Missed {
    /// The aspect that was missed.
    pub(crate) aspect: Aspect,
    /// The missing part, in the words of the sentence.
    pub(crate) what: String,
}

/// An aspect of a sentence that can be missing on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub(crate) enum Aspect {
    /// The kind of the line: a question, an observation, a promise, an answer.
    Form,
    /// A thing that was named.
    Thing,
    /// An arrow from one thing to another.
    Arrow,
    /// The direction of an arrow between the right things.
    Direction,
    /// The relation of the arrow, such as "needs" or "answers for".
    Relation,
    /// The sign of the arrow: more or less.
    Sign,
    /// The person who promised it.
    Person,
    /// The day by which it is promised.
    Date,
    /// The strength of the effect.
    Strength,
    /// The time after which the effect shows.
    Delay,
    /// The basis of the statement: how the speaker knows.
    Basis,
}

impl Aspect {
    /// Whether the line has the same meaning without this aspect, only less exactly.
    pub(crate) const fn is_detail(self) -> bool {
        matches!(self, Aspect::Strength | Aspect::Delay | Aspect::Basis)
    }

    /// The name of the aspect in the summary.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Aspect::Form => "what kind of line it is",
            Aspect::Thing => "things",
            Aspect::Arrow => "arrows",
            Aspect::Direction => "which way an arrow points",
            Aspect::Relation => "what an arrow says",
            Aspect::Sign => "more or less",
            Aspect::Person => "who does it",
            Aspect::Date => "by when",
            Aspect::Strength => "how strong it is",
            Aspect::Delay => "how soon it shows",
            Aspect::Basis => "how they know",
        }
    }

    /// The tip for a user who misses this aspect most.
    pub(crate) const fn tip(self) -> &'static str {
        match self {
            Aspect::Form => "A line that ends in ? is a question; saw, no and do at the beginning make the others.",
            Aspect::Thing => "Take over the words of whoever speaks; the read-back shows whether they recognise them.",
            Aspect::Arrow => "Listen for what leads to what, and type -> between the two.",
            Aspect::Direction => "Type the cause first: what comes first in time stands on the left.",
            Aspect::Relation => "Type the verb as it is said: needs, owns. Then no arrow is wanted.",
            Aspect::Sign => "Type more or less before what the arrow points to; it is never left to be guessed.",
            Aspect::Person => "A promise ends in : and who it is. Without a person it is a wish.",
            Aspect::Date => "End a promise with due and a day: due fri, due 2w.",
            Aspect::Strength => "After a colon, + or - is enough; double it when they say clearly: ++ or --.",
            Aspect::Delay => "After a colon, type how long it takes: 1w, 1m, 1q.",
            Aspect::Basis => "After a colon, type how they know when they say so: seen, guess.",
        }
    }
}

impl Missed {
    pub(super) fn form(what: &str) -> Self {
        Self { aspect: Aspect::Form, what: what.to_owned() }
    }

    pub(super) fn thing(label: &str) -> Self {
        Self { aspect: Aspect::Thing, what: format!("the thing “{label}”") }
    }

    pub(super) fn arrow(claim: &Claim) -> Self {
        let what = format!("the arrow from “{}” to “{}”", claim.from, claim.to);
        Self { aspect: Aspect::Arrow, what }
    }

    pub(super) fn direction(claim: &Claim) -> Self {
        let what = format!("the direction: “{}” comes first, then “{}”", claim.from, claim.to);
        Self { aspect: Aspect::Direction, what }
    }

    pub(super) fn relation(claim: &Claim) -> Self {
        let what = format!("what it says: “{}” {} “{}”", claim.from, claim.kind.name(), claim.to);
        Self { aspect: Aspect::Relation, what }
    }

    pub(super) fn sign(sign: Sign, label: &str) -> Self {
        let direction = match sign {
            Sign::Plus => "more",
            Sign::Minus => "less",
            Sign::Unknown | Sign::NoEffect => "neither more nor less",
        };
        Self { aspect: Aspect::Sign, what: format!("which way: {direction} “{label}”") }
    }

    pub(super) fn person(who: &str) -> Self {
        Self { aspect: Aspect::Person, what: format!("who does it: {who}") }
    }

    pub(super) fn date() -> Self {
        Self { aspect: Aspect::Date, what: "by when".to_owned() }
    }

    pub(super) fn strength(strength: Strength) -> Self {
        let how = match strength {
            Strength::Some => "a little",
            Strength::Clear => "clearly",
            Strength::Dominant => "above all else",
        };
        Self { aspect: Aspect::Strength, what: format!("how strong: {how}") }
    }

    pub(super) fn delay(delay: Delay) -> Self {
        Self { aspect: Aspect::Delay, what: format!("the delay: {}", delay_in_words(delay)) }
    }

    pub(super) fn basis(basis: Basis) -> Self {
        Self { aspect: Aspect::Basis, what: format!("how they know: {}", basis.name()) }
    }
}

impl fmt::Display for Missed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}
