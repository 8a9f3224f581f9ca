use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr};

/// The kind of a thing. There are nine kinds and [`Kind::Unknown`], so that a room can note any thing.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr, EnumCount,
)]
pub enum Kind {
    /// A unit or a group of people; answers "Who?".
    Party,
    /// An initiative; answers "What are we changing?".
    Initiative,
    /// A process; answers "What work does it touch?".
    Process,
    /// A resource; answers "What does it need?".
    Resource,
    /// A factor; answers "What goes up or down?".
    Factor,
    /// An incentive; answers "What are people rewarded or punished for?".
    Incentive,
    /// A forum; answers "Where is this sorted out?".
    Forum,
    /// A purpose; answers "What is it for?".
    Purpose,
    /// A voice: a sentence that people say; answers "What are people telling themselves?".
    Voice,
    /// A kind that nobody has chosen yet. It is allowed, drawn hollow, and asked about later.
    #[default]
    Unknown,
}

impl Kind {
    /// Every kind that can be chosen, in the order in which the console lists them; [`Kind::Unknown`] is not among
    /// them.
    pub const SORTED: [Kind; Kind::COUNT - 1] = [
        Kind::Party,
        Kind::Initiative,
        Kind::Process,
        Kind::Resource,
        Kind::Factor,
        Kind::Incentive,
        Kind::Forum,
        Kind::Purpose,
        Kind::Voice,
    ];

    /// Returns the character that may be typed before a label to state its kind; `None` for the unknown kind.
    pub const fn sigil(self) -> Option<char> {
        Some(match self {
            Kind::Party => '@',
            Kind::Initiative => '!',
            Kind::Process => '/',
            Kind::Resource => '$',
            Kind::Factor => '~',
            Kind::Incentive => '^',
            Kind::Forum => '#',
            Kind::Purpose => '*',
            Kind::Voice => '&',
            Kind::Unknown => return None,
        })
    }

    /// Returns the kind that a sigil stands for; `None` for any other character.
    pub fn from_sigil(sigil: char) -> Option<Kind> {
        Kind::SORTED.into_iter().find(|kind| kind.sigil() == Some(sigil))
    }

    /// Returns the kind's name, as written in files and JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Returns the everyday word for a thing of this kind.
    pub const fn word(self) -> &'static str {
        match self {
            Kind::Party => "team",
            Kind::Initiative => "change",
            Kind::Process => "work",
            Kind::Resource => "supply",
            Kind::Factor => "measure",
            Kind::Incentive => "reward",
            Kind::Forum => "forum",
            Kind::Purpose => "purpose",
            Kind::Voice => "voice",
            Kind::Unknown => "thing",
        }
    }

    /// Returns the everyday question that a thing of this kind answers.
    pub const fn question(self) -> &'static str {
        match self {
            Kind::Party => "Who?",
            Kind::Initiative => "What are we changing?",
            Kind::Process => "What work does it touch?",
            Kind::Resource => "What does it need?",
            Kind::Factor => "What goes up or down?",
            Kind::Incentive => "What are people rewarded or punished for?",
            Kind::Forum => "Where is this sorted out?",
            Kind::Purpose => "What is it for?",
            Kind::Voice => "What are people telling themselves?",
            Kind::Unknown => "What sort of thing is it?",
        }
    }
}
