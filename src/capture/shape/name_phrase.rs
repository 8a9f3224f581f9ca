use crate::capture::grammar::TypedName;
use crate::record::{Sign, Strength};

/// A noun phrase as a name: the label without article and direction, and the direction.
#[derive(Clone, Debug)]
pub(crate) struct NamePhrase {
    pub(crate) name: TypedName,
    /// The direction that words or marks say of it.
    pub(crate) sign: Option<Sign>,
    pub(crate) strength: Option<Strength>,
    /// The words that say that it gets better or worse, where nobody knows whether that is more or less of it.
    pub(crate) judged: Option<String>,
    /// Whether a word says that it is missing: "no training".
    pub(crate) absent: bool,
    /// Whether a question mark makes a guess of it.
    pub(crate) guess: bool,
    /// Why a reading with this name is only offered.
    pub(crate) doubt: Option<NameDoubt>,
    pub(crate) because: Vec<String>,
}

impl NamePhrase {
    /// Notes that words say better or worse of it, with the sign of that where it is known.
    pub(crate) fn note_judgement(&mut self, sign: Option<Sign>, said: &str) {
        self.sign = sign;
        self.name.turn = sign;
        self.judged = sign.is_none().then(|| said.to_owned());
    }

    /// Says in words what it is said to do: "fewer calls", "waiting time improves".
    pub(crate) fn told(&self) -> Option<String> {
        let said = self.judged.as_deref().or_else(|| self.name.turn.map(<&str>::from))?;
        Some(self.name.whole.clone().unwrap_or_else(|| format!("{} {said}", self.name.label)))
    }

    /// Whether words of its own say more, less, better or worse of it.
    pub(crate) const fn says_a_direction(&self) -> bool {
        self.sign.is_some() || self.judged.is_some()
    }

    /// Takes a name as it was typed, without a direction.
    pub(crate) const fn of(name: TypedName) -> Self {
        Self {
            name,
            sign: None,
            strength: None,
            judged: None,
            absent: false,
            guess: false,
            doubt: None,
            because: Vec::new(),
        }
    }
}

/// Why a text may be no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameDoubt {
    /// It holds a clause: "hours that examiners spend".
    Clause,
    /// A direction is left inside.
    Direction,
    /// It is very long.
    Long,
    /// It holds a verb behind a plural: "techs override alerts".
    Sentence,
    /// It holds a time or a length of time.
    Amount,
    /// Its parts may be several things: "letters and the handbook".
    Several,
}

impl NameDoubt {
    /// Says why a name makes a reading an offer.
    pub(crate) const fn why(self) -> &'static str {
        match self {
            Self::Clause => "a name holds a clause",
            Self::Direction => "a word in the middle says more or less",
            Self::Long => "a name is very long",
            Self::Sentence => "a name may be a sentence",
            Self::Amount => "a name holds a time",
            Self::Several => "it may be one thing or several",
        }
    }
}

/// Why a text is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotAName {
    Empty,
    /// It holds no letter and no digit.
    NoLetter,
    /// A finite verb makes a sentence of it.
    Sentence,
    Pronoun,
    Negated,
    /// It is a number, a date or a length of time.
    Number,
    /// It holds a mark that no name has.
    Mark,
    /// It begins or ends with a word that needs more beside it.
    Torn,
    Talk,
}
