use crate::graph::{Graph, Key, Thing};
use crate::record::english::Agreement;
use crate::record::text::clean;
use crate::record::{Attribute, Claim, Fact, Kind, Relation, Status, Want};

/// A change that is applied to several things at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThingChange {
    /// Sets this attribute of each thing.
    Attribute(Attribute),
    /// Sets the unit that answers for each thing.
    Unit(String),
}

/// The changes that can be typed, as the screen lists them.
pub const CHANGES: &str = "idea pilot live fading stopped, want up|down|steady, scarce, outside, kind NAME, team NAME";

impl ThingChange {
    /// Parses a change; returns `None` where the text is not one.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let lower = typed.to_lowercase();
        let lower = lower.strip_prefix("is ").unwrap_or(&lower).trim();
        if let Some(status) = Status::ALL.into_iter().find(|status| status.name() == lower) {
            return Some(Self::Attribute(Attribute::Status(status)));
        }
        let attribute = match lower {
            "scarce" => Attribute::Scarce,
            "outside" => Attribute::Outside,
            "want up" => Attribute::Want(Want::Up),
            "want down" => Attribute::Want(Want::Down),
            "want steady" => Attribute::Want(Want::Steady),
            _ => return Self::kind(lower).or_else(|| Self::unit(typed)),
        };
        Some(Self::Attribute(attribute))
    }

    fn kind(lower: &str) -> Option<Self> {
        let name = lower.strip_prefix("kind ")?.trim();
        let mut named = Kind::SORTED.into_iter().filter(|kind| kind.name().to_lowercase().starts_with(name));
        let kind = named.next().filter(|_| !name.is_empty() && named.next().is_none())?;
        Some(Self::Attribute(Attribute::Kind(kind)))
    }

    fn unit(typed: &str) -> Option<Self> {
        let (word, unit) = typed.split_once(char::is_whitespace)?;
        let named = word.eq_ignore_ascii_case("team") && Key::of(unit).is_some();
        named.then(|| Self::Unit(clean(unit.trim().trim_start_matches('@')).into_owned()))
    }

    /// Whether the change would alter a thing.
    fn touches(&self, graph: &Graph, thing: &Thing) -> bool {
        match self {
            Self::Attribute(Attribute::Status(status)) => thing.status != Some(*status),
            Self::Attribute(Attribute::Want(want)) => thing.want != Some(*want),
            Self::Attribute(Attribute::Scarce) => !thing.scarce,
            Self::Attribute(Attribute::Outside) => !thing.outside,
            Self::Attribute(Attribute::Kind(kind)) => thing.kind != *kind,
            Self::Attribute(Attribute::Started(day)) => thing.started != Some(*day),
            Self::Unit(unit) => Key::of(unit)
                .is_some_and(|unit| unit != thing.key && graph.arrow(&unit, &thing.key, Relation::Owns).is_none()),
        }
    }

    /// Returns the marked things that the change would alter.
    pub fn changed<'g>(&self, graph: &'g Graph, marked: impl IntoIterator<Item = &'g Key>) -> Vec<&'g Thing> {
        let things = marked.into_iter().filter_map(|key| graph.thing(key));
        things.filter(|thing| self.touches(graph, thing)).collect()
    }

    /// Returns the facts of the change, for one event; claims are numbered from `claim` on.
    pub fn facts(&self, things: &[&Thing], claim: u32) -> Vec<Fact> {
        let mut facts = Vec::new();
        if let Self::Unit(unit) = self {
            facts.push(Fact::Named { label: unit.clone(), kind: Kind::Party });
        }
        facts.extend(things.iter().zip(claim..).map(|(thing, claim)| self.fact(&thing.label, claim)));
        facts
    }

    fn fact(&self, label: &str, claim: u32) -> Fact {
        match self {
            Self::Attribute(attribute) => Fact::Set { label: label.to_owned(), attribute: *attribute, words: None },
            Self::Unit(unit) => {
                let (from, to) = (unit.clone(), label.to_owned());
                Fact::Claimed(Claim { claim, from, to, kind: Relation::Owns, ..Claim::default() })
            }
        }
    }

    /// Describes the change of one thing, such as "Service bot: pilot, was live".
    pub fn says(&self, thing: &Thing) -> String {
        let was = |was: Option<String>| was.map(|was| format!(", was {was}")).unwrap_or_default();
        let becomes = match self {
            Self::Attribute(Attribute::Status(status)) => {
                format!("{}{}", status.name(), was(thing.status.map(|status| status.name().to_owned())))
            }
            Self::Attribute(Attribute::Kind(kind)) => {
                format!("{}{}", kind.name().to_lowercase(), was(Some(thing.kind.name().to_lowercase())))
            }
            Self::Attribute(Attribute::Want(Want::Up)) => "more is better".to_owned(),
            Self::Attribute(Attribute::Want(Want::Down)) => "less is better".to_owned(),
            Self::Attribute(Attribute::Want(Want::Steady)) => "steady is better".to_owned(),
            Self::Attribute(Attribute::Scarce) => "scarce".to_owned(),
            Self::Attribute(Attribute::Outside) => "outside".to_owned(),
            Self::Attribute(Attribute::Started(day)) => format!("from {day}"),
            Self::Unit(unit) => format!("{} for it", Agreement::of_people(unit).with(unit, "answers")),
        };
        format!("{}: {becomes}", thing.label)
    }
}
