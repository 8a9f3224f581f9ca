use std::collections::BTreeSet;

use strum::IntoStaticStr;

/// The reason why two names may stand for one thing; the strongest reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Likeness {
    /// They are the same words in another form, such as the plural.
    Plural,
    /// One is the other with a number behind it, or with the word copy: `shocks` and `shocks2`.
    Copy,
    /// They have the same letters, with spaces at other positions.
    Gaps,
    /// They are the same words in another order, or with other small words between them.
    #[strum(serialize = "same words")]
    SameWords,
    /// They differ in one letter: it is another one, is missing, or changed its position.
    #[strum(serialize = "one letter")]
    OneLetter,
    /// One holds the initials of the other's words.
    Initials,
    /// They are one name, owned by several organisations: `Triage (Claims)` and `Triage (Sales)`.
    Namesake,
    /// They differ in two letters.
    #[strum(serialize = "two letters")]
    TwoLetters,
    /// They differ in one word.
    #[strum(serialize = "one word")]
    OneWord,
    /// One is the beginning of the other and ends within a word.
    Begun,
    /// All words of one occur in the other.
    Within,
    /// Much of one is in the other.
    Letters,
    /// They have the same neighbours, by the same relations.
    Beside,
}

impl Likeness {
    /// Whether the reason is strong enough to pair even names of two kinds, since one of the kinds may be wrong.
    pub(super) const fn is_close(self) -> bool {
        matches!(self, Likeness::Plural | Likeness::Copy | Likeness::Gaps | Likeness::Namesake | Likeness::OneLetter)
    }

    /// Returns its name, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// How surely two names stand for one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum AlikeBand {
    /// The names are one but for their spelling.
    Sure,
    /// The names have much in common.
    Perhaps,
}

impl AlikeBand {
    /// The score from which a pair is sure, in thousandths.
    const SURE: u16 = 800;

    pub(super) const fn of(score: u16) -> Self {
        if score >= Self::SURE { Self::Sure } else { Self::Perhaps }
    }

    /// Returns its name, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What speaks for two names being one thing: a score and the reasons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    /// The highest score of any reason, in thousandths.
    pub(super) score: u16,
    reasons: BTreeSet<Likeness>,
}

impl Signs {
    pub(super) fn note(&mut self, why: Likeness, score: u16) {
        self.score = self.score.max(score);
        self.reasons.insert(why);
    }

    /// Returns the reasons, the strongest first.
    pub(super) fn reasons(self) -> Vec<Likeness> {
        self.reasons.into_iter().collect()
    }
}
