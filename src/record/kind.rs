use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr};

/// What sort of thing a thing is. Nine kinds, so that a room never has to say "that does not fit".
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr, EnumCount,
)]
pub enum Kind {
    /// Who? A team, a unit, a group of people.
    Party,
    /// What are we changing?
    Initiative,
    /// What work does it touch?
    Process,
    /// What does it need?
    Resource,
    /// What goes up or down?
    Factor,
    /// What are people rewarded or punished for?
    Incentive,
    /// Where is this sorted out?
    Forum,
    /// What is it for?
    Purpose,
    /// What are people telling themselves?
    Voice,
    /// Not sorted yet. Legal, shown hollow, and asked about later.
    #[default]
    Unknown,
}

impl Kind {
    /// Every kind that can be chosen, in the order in which the console lists them.
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

    /// The character that may be typed before a label to say its kind.
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

    /// The kind a sigil stands for.
    pub fn from_sigil(sigil: char) -> Option<Kind> {
        Kind::SORTED.into_iter().find(|kind| kind.sigil() == Some(sigil))
    }

    /// The kind's name, as written in files and JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// One word for one of it, as people say it.
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

    /// The everyday question that this kind answers.
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
