use crate::capture::reader::kind_in_words;
use crate::record::{Attribute, Claim, Fact, Status, Want};

use super::called::{Called, agree};
use super::teller::Telling;
use crate::record::spoken::day_in_words as on_day;
use crate::record::spoken::listed;

impl Telling<'_> {
    /// Tells a line that only sets attributes, with the words of the line.
    pub(crate) fn only_set(&self) -> Option<String> {
        let set = self.attributes(&[], false);
        let words =
            self.facts.iter().find_map(|fact| if let Fact::Set { words, .. } = fact { words.as_ref() } else { None });
        let words = words.map(|words| format!(": “{words}”")).unwrap_or_default();
        (!set.is_empty()).then(|| format!("{}{words}", set.join("; ")))
    }

    /// Tells the attributes of a line, the wanted directions last. If all arrows of the line point to one thing and
    /// `as_it` is set, this thing is called "it".
    pub(crate) fn attributes(&self, claims: &[&Claim], as_it: bool) -> Vec<String> {
        let only = claims.first().filter(|first| as_it && claims.iter().all(|claim| claim.to == first.to));
        let only = only.map(|claim| claim.to.as_str());
        let set = || {
            self.facts.iter().filter_map(|fact| match fact {
                Fact::Set { label, attribute, .. } => Some((label.as_str(), *attribute)),
                _ => None,
            })
        };
        let mut parts: Vec<_> =
            set().filter_map(|(label, attribute)| state(&self.call(label), attribute, only == Some(label))).collect();
        let wanted = set().filter_map(|(label, attribute)| wanted(&self.call(label), attribute, only == Some(label)));
        let wanted: Vec<_> = wanted.collect();
        if !wanted.is_empty() {
            parts.push(format!("we want {}", listed(&wanted, "and")));
        }
        parts
    }
}

/// Tells an attribute: "the Letter drafter is fading", "it is fading"; `None` for a wanted direction.
fn state(called: &Called, attribute: Attribute, as_it: bool) -> Option<String> {
    let state = match attribute {
        Attribute::Status(Status::Idea) => "an idea so far",
        Attribute::Status(Status::Pilot) => "in pilot",
        Attribute::Status(Status::Live) => "live",
        Attribute::Status(Status::Fading) => "fading",
        Attribute::Status(Status::Stopped) => "stopped",
        Attribute::Scarce => "scarce",
        Attribute::Outside => "outside the organisation",
        Attribute::Kind(kind) => kind_in_words(kind),
        Attribute::Started(day) => {
            let subject = if as_it { agree(called.is_many(), "it", "they").to_owned() } else { called.name() };
            return Some(format!("{subject} {} {}", agree(called.is_many(), "begins on", "begin on"), on_day(day)));
        }
        Attribute::Want(_) => return None,
    };
    let many = called.is_many();
    let subject = if as_it { agree(many, "it", "they").to_owned() } else { called.name() };
    Some(format!("{subject} {} {state}", agree(many, "is", "are")))
}

/// Tells a wanted direction: "less Handle time", "less of it".
fn wanted(called: &Called, attribute: Attribute, as_it: bool) -> Option<String> {
    let Attribute::Want(want) = attribute else { return None };
    let many = called.is_many();
    let (it, they) = (agree(many, "it", "them"), agree(many, "it is", "they are"));
    let much = match want {
        Want::Up => "more",
        Want::Down => "less",
        Want::Steady if as_it => return Some(format!("{it} to stay as {they}")),
        Want::Steady => return Some(format!("{} to stay as {they}", called.name())),
    };
    Some(if as_it { format!("{much} of {it}") } else { called.amount(much) })
}
