use crate::record::{Kind, ListedName, Mode, ONESELF, Session};

use super::Ledger;

/// The owner of a promise, a watch or a decision, as every page names it.
///
/// The typed text is a tag, a name or a unit, and may begin with the sign of a unit (`@`). A name is repeated only if
/// its person asked to have it on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The only person of a session.
    Oneself,
    /// A person who is present, by the name they asked for or else by their unit; or a unit that is present.
    Here(String),
    /// A person who is present and has neither a name on record nor a unit.
    Seated,
    /// A unit from which nobody is present.
    Elsewhere(String),
    /// A person who is not listed in the session.
    Unlisted,
}

impl Owner {
    /// Returns the owner that the text `who` names in a session; units have the labels of this ledger.
    pub fn of(session: &Session, ledger: &Ledger, who: &str) -> Self {
        let (who, is_unit) = match who.strip_prefix('@') {
            Some(unit) => (unit.trim(), true),
            None => (who, false),
        };
        if session.mode() == Mode::Solo && is_alone(session, who) {
            return Self::Oneself;
        }
        if let Some(called) = session.in_public(who) {
            return Self::Here(ListedName::new(called).called().to_owned());
        }
        if session.tags().iter().any(|tag| same(tag, who)) {
            return Self::Seated;
        }
        let asked = session
            .people()
            .iter()
            .filter_map(|person| person.name.as_deref())
            .map(|name| ListedName::new(name).called().to_owned());
        if let Some(name) = asked.into_iter().find(|name| same(name, who)) {
            return Self::Here(name);
        }
        let unit = ledger.thing(who).filter(|known| known.kind == Kind::Party).map(|known| known.label.to_owned());
        match unit {
            Some(unit) if session.is_here(&unit) => Self::Here(unit),
            Some(unit) => Self::Elsewhere(unit),
            None if is_unit => Self::Elsewhere(who.to_owned()),
            None if session.is_here(who) => Self::Seated,
            None => Self::Unlisted,
        }
    }

    /// Returns the name for the owner that everybody may read; `None` if there is none.
    pub fn called(self) -> Option<String> {
        match self {
            Self::Oneself => Some("You".to_owned()),
            Self::Here(called) | Self::Elsewhere(called) => Some(called),
            Self::Seated | Self::Unlisted => None,
        }
    }

    /// Whether the owner is present. A promise of an absent owner is a wish.
    pub const fn is_here(&self) -> bool {
        matches!(self, Self::Oneself | Self::Here(_) | Self::Seated)
    }

    /// Returns who is absent, as the reason why a promise is a wish.
    pub fn missing(&self) -> String {
        match self {
            Self::Elsewhere(unit) => format!("{unit}, nobody from there is here"),
            _ => "nobody who is here".to_owned(),
        }
    }
}

fn is_alone(session: &Session, who: &str) -> bool {
    same(who, ONESELF) || matches!(session.people(), [only] if same(&only.tag, who))
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}
