use std::fmt;

use jiff::civil::Date;

use crate::graph::{Graph, Key, Link, Thing};
use crate::record::{Basis, Kind, Relation, Sign, Status};

/// One condition of a filter. Days are compared with the day on which something was last said about an arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// One of the thing's names contains these words.
    Words(String),
    /// The thing is of this kind.
    Kind(Kind),
    /// The name of the thing's unit contains these words.
    Unit(String),
    /// The thing has this status.
    Status(Status),
    /// There is not enough of the thing.
    Scarce,
    /// The thing is not part of the organisation.
    Outside,
    /// No unit answers for the thing.
    NoOwner,
    /// Something was said about the arrow in a session whose id contains this.
    Session(String),
    /// Something was said about the arrow on this day or later.
    After(Date),
    /// Nothing was said about the arrow on this day or later.
    Before(Date),
    /// The arrow has this sign.
    Sign(Sign),
    /// The arrow has this relation.
    Relation(Relation),
    /// The arrow is an effect, signed or with an open sign.
    Effect,
    /// People disagree about the arrow.
    Disputed,
    /// Nobody has said the arrow again within 180 days.
    Stale,
    /// The arrow leads from one unit to another, and people of both units say that it exists.
    BothSides,
    /// The arrow has a delay above zero.
    Delayed,
    /// Only imported files name the thing, or state the arrow.
    Imported,
    /// Its source no longer lists the thing, or states the arrow.
    Gone,
    /// The arrow's best basis is this.
    Basis(Basis),
    /// No arrow joins the thing to another.
    Orphan,
    /// The arrow lies on a loop of effects.
    InLoop,
    /// A change travels along the arrow on its path from the first of these names to the second; without one, from anywhere or
    /// to anywhere.
    Between(Option<String>, Option<String>),
}

impl Term {
    /// Whether it is a condition on arrows rather than on things.
    pub(super) const fn is_of_arrows(&self) -> bool {
        !matches!(
            self,
            Self::Words(_)
                | Self::Kind(_)
                | Self::Unit(_)
                | Self::Status(_)
                | Self::Scarce
                | Self::Outside
                | Self::NoOwner
                | Self::Orphan
                | Self::Imported
                | Self::Gone
        )
    }

    /// Whether it holds for a thing because it does for an arrow of the thing: those who look for imported arrows want to
    /// see their ends.
    pub(super) fn of_its_arrows(&self, graph: &Graph, thing: &Thing) -> bool {
        match self {
            Self::Imported => graph.links_at(&thing.key).any(|link| link.arrow.is_imported()),
            Self::Gone => graph.links_at(&thing.key).any(|link| link.arrow.gone().is_some()),
            _ => false,
        }
    }

    /// Whether it holds for a thing; `None` if it is a condition on arrows.
    pub(super) fn of_thing(&self, graph: &Graph, thing: &Thing) -> Option<bool> {
        Some(match self {
            Self::Words(words) => is_called(thing, words),
            Self::Orphan => graph.is_orphan(thing),
            Self::Kind(kind) => thing.kind == *kind,
            Self::Unit(words) => thing.unit.iter().chain(&thing.owner).any(|unit| holds(graph.label(unit), words)),
            Self::Status(status) => thing.status == Some(*status),
            Self::Scarce => thing.scarce,
            Self::Outside => thing.outside,
            Self::NoOwner => thing.unit.is_none(),
            Self::Imported => thing.imported,
            Self::Gone => thing.gone.is_some(),
            _ => return None,
        })
    }

    /// Whether it holds for an arrow; `None` if it is a condition on things.
    pub(super) fn of_arrow(&self, link: Link<'_>) -> Option<bool> {
        let arrow = link.arrow;
        Some(match self {
            Self::Session(part) => arrow.evidence.iter().any(|said| said.session.contains(part.as_str())),
            Self::After(day) => arrow.said_on().is_some_and(|said| said >= *day),
            Self::Before(day) => arrow.said_on().is_some_and(|said| said < *day),
            Self::Sign(sign) => arrow.relation.carries_sign() && arrow.sign == *sign,
            Self::Relation(relation) => arrow.relation == *relation,
            Self::Effect => arrow.is_effect(),
            Self::Disputed => arrow.is_disputed(),
            Self::Stale => arrow.stale,
            Self::BothSides => link.is_confirmed_by_both(),
            Self::Delayed => arrow.delay.is_some_and(|delay| delay.days() > 0),
            Self::Imported => arrow.is_imported(),
            Self::Gone => arrow.gone().is_some() || [link.from, link.to].iter().any(|end| end.gone.is_some()),
            Self::Basis(basis) => arrow.basis == *basis,
            _ => return None,
        })
    }
}

/// Whether one of the names of a thing contains these words.
pub(super) fn is_called(thing: &Thing, words: &str) -> bool {
    std::iter::once(&thing.label).chain(&thing.aliases).any(|name| holds(name, words))
}

/// Whether a name contains these words, in any spelling.
fn holds(name: &str, words: &str) -> bool {
    let folded = |text: &str| Key::of(text).map_or_else(|| text.to_lowercase(), |key| key.as_str().to_owned());
    folded(name).contains(&folded(words))
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => write!(f, "“{words}” in the name"),
            Self::Kind(kind) => write!(f, "{}", kind.name().to_lowercase()),
            Self::Unit(words) => write!(f, "of {words}"),
            Self::Status(status) => f.write_str(status.name()),
            Self::Scarce => f.write_str("scarce"),
            Self::Outside => f.write_str("outside"),
            Self::NoOwner => f.write_str("nobody named answers for it"),
            Self::Session(part) => write!(f, "said in {part}"),
            Self::After(day) => write!(f, "said since {day}"),
            Self::Before(day) => write!(f, "last said before {day}"),
            Self::Sign(Sign::Plus) => f.write_str("more leads to more"),
            Self::Sign(Sign::Minus) => f.write_str("more leads to less"),
            Self::Sign(_) => f.write_str("nobody has said which way"),
            Self::Relation(relation) => write!(f, "only “{}”", relation.name()),
            Self::Effect => f.write_str("effects"),
            Self::Disputed => f.write_str("they disagree"),
            Self::Stale => f.write_str("not said again for half a year"),
            Self::BothSides => f.write_str("both sides say so"),
            Self::Delayed => f.write_str("takes its time"),
            Self::Imported | Self::Basis(Basis::Imported) => f.write_str("imported"),
            Self::Gone => f.write_str("no longer in the list"),
            Self::Basis(Basis::Guess) => f.write_str("a guess"),
            Self::Basis(Basis::Told) => f.write_str("told"),
            Self::Basis(Basis::Seen) => f.write_str("seen"),
            Self::Orphan => f.write_str("joined to nothing"),
            Self::InLoop => f.write_str("in a loop"),
            Self::Between(Some(from), Some(to)) => write!(f, "from {from} to {to}"),
            Self::Between(Some(from), None) => write!(f, "what {from} leads to"),
            Self::Between(None, Some(to)) => write!(f, "what leads to {to}"),
            Self::Between(None, None) => f.write_str("what leads anywhere"),
        }
    }
}
