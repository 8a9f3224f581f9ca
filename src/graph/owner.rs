use crate::record::{Kind, ListedName, Mode, ONESELF, Session};

use super::Ledger;

/// Whose a promise, a watch or a decision is: the answer that every page gives.
///
/// What was typed is a tag, a name or a unit, which may begin with its sign. A name that nobody asked to have on record is not repeated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Of whoever is alone.
    Oneself,
    /// Of somebody who is here, called by the name they asked for, else by their unit; or of a unit that is here.
    Here(String),
    /// Of somebody who is here and has neither.
    Seated,
    /// Of a unit on the map from which nobody is here.
    Elsewhere(String),
    /// Of nobody who is listed.
    Unlisted,
}

impl Owner {
    /// Whose it is in a session, when this was typed; units are called as this ledger calls them.
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

    /// How everybody calls them; nothing where that says nothing.
    pub fn called(self) -> Option<String> {
        match self {
            Self::Oneself => Some("You".to_owned()),
            Self::Here(called) | Self::Elsewhere(called) => Some(called),
            Self::Seated | Self::Unlisted => None,
        }
    }

    /// Whether somebody is there to do it; else it is a wish.
    pub const fn is_here(&self) -> bool {
        matches!(self, Self::Oneself | Self::Here(_) | Self::Seated)
    }

    /// Who is missing, so that it is a wish and no promise: anybody, or somebody of the unit.
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
