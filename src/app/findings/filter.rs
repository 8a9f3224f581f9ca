//! Which findings of the list are shown: of one sort, and about one thing or about what was talked about just now.

use std::collections::BTreeSet;

use crate::app::model::Model;
use crate::graph::Key;
use crate::lens::{Finding, LENSES, Lens};
use crate::record::Fact;
use crate::record::english::listed;

/// The number of lines that count as "just now".
const JUST_NOW: usize = 5;

/// The maximum number of things that a title names.
const NAMED: usize = 2;

/// A choice among the findings; the default is all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingFilter {
    /// The lens whose findings are shown.
    sort: Option<&'static Lens>,
    about: Topic,
}

/// What the findings have to be about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Topic {
    #[default]
    Anything,
    /// Things with this text in their name, as it was typed.
    Called(String),
    /// What the last lines are about.
    JustNow,
}

impl FindingFilter {
    /// Returns the indices, among all that may be offered, of the findings that it lets through.
    pub fn places(&self, model: &Model) -> Vec<usize> {
        let now = just_now(model);
        let offers = model.offers();
        let shown = offers.iter().enumerate().filter(|(_, finding)| self.holds(model, finding, &now));
        shown.map(|(place, _)| place).collect()
    }

    /// Whether it lets everything through.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Shows the next sort of which there are findings about the same things; after the last one, all sorts.
    pub(super) fn next_sort(&mut self, model: &Model, back: bool) {
        let (any_sort, now) = (Self { sort: None, ..self.clone() }, just_now(model));
        let offers = model.offers();
        let there = |lens: &&&'static Lens| {
            offers.iter().any(|finding| finding.lens == **lens && any_sort.holds(model, finding, &now))
        };
        let sorts: Vec<Option<&'static Lens>> =
            [None].into_iter().chain(LENSES.iter().filter(there).map(|lens| Some(*lens))).collect();
        let at = sorts.iter().position(|sort| *sort == self.sort).unwrap_or_default();
        let step = if back { sorts.len().saturating_sub(1) } else { 1 };
        self.sort = sorts.get((at + step) % sorts.len().max(1)).copied().flatten();
    }

    /// Shows what is about things with this text in their name; an empty text stands for everything.
    pub(super) fn about(&mut self, text: &str) {
        let text = text.trim();
        self.about = if text.is_empty() { Topic::Anything } else { Topic::Called(text.to_owned()) };
    }

    /// Shows what the last lines are about, or everything again.
    pub(super) fn switch_just_now(&mut self) {
        self.about = if self.about == Topic::JustNow { Topic::Anything } else { Topic::JustNow };
    }

    /// Says which findings are shown: "conflict, about Triage bot".
    pub(super) fn says(&self, model: &Model) -> String {
        let about = match &self.about {
            Topic::Anything => None,
            Topic::Called(text) => Some(format!("about {text}")),
            Topic::JustNow => {
                let insight = model.insight();
                let now = just_now(model);
                let labels = now.iter().filter_map(|key| Some(insight?.graph.thing(key)?.label.as_str()));
                let labels: Vec<&str> = labels.take(NAMED).collect();
                let of = if labels.is_empty() { String::new() } else { format!(": {}", listed(&labels, "and")) };
                let more = if now.len() > labels.len() { " ..." } else { "" };
                Some(format!("about what was said just now{of}{more}"))
            }
        };
        let sort = self.sort.map(|lens| lens.name().replace('-', " "));
        sort.into_iter().chain(about).collect::<Vec<_>>().join(", ")
    }

    fn holds(&self, model: &Model, finding: &Finding, now: &BTreeSet<Key>) -> bool {
        let touches = |holds: &dyn Fn(&Key) -> bool| {
            let ends = finding.arrows.iter().flat_map(|(from, to, _)| [from, to]);
            finding.about.iter().chain(ends).any(holds)
        };
        let about = match &self.about {
            Topic::Anything => true,
            Topic::Called(text) => {
                let text = text.to_lowercase();
                touches(&|key| label(model, key).is_some_and(|label| label.to_lowercase().contains(&text)))
            }
            Topic::JustNow => touches(&|key| now.contains(key)),
        };
        about && self.sort.is_none_or(|sort| finding.lens == sort)
    }
}

fn label<'a>(model: &'a Model, key: &Key) -> Option<&'a str> {
    Some(model.insight()?.graph.thing(key)?.label.as_str())
}

/// Returns the things of the last lines and the one that the next line would go on with. Without a session it is the
/// thing in the middle of the map.
fn just_now(model: &Model) -> BTreeSet<Key> {
    let Some(run) = &model.run else { return model.map.centre.iter().cloned().collect() };
    let ledger = run.recording.ledger();
    let mut labels: Vec<&str> = run.last.focus.as_deref().into_iter().collect();
    let session = run.recording.session();
    let events: Vec<_> = session.live().collect();
    let spoken = events.iter().rev().filter(|event| event.stated().iter().any(|fact| names(fact).next().is_some()));
    labels.extend(spoken.take(JUST_NOW).flat_map(|event| event.stated().iter().flat_map(names)));
    labels.into_iter().filter_map(|label| ledger.key_of(label).cloned()).collect()
}

/// Returns the things that a fact of a line names.
fn names(fact: &Fact) -> impl Iterator<Item = &str> {
    let named: Vec<&str> = match fact {
        Fact::Claimed(claim) => vec![&claim.from, &claim.to],
        Fact::Stanced(stance) => vec![&stance.from, &stance.to],
        Fact::Named { label, .. } | Fact::Set { label, .. } | Fact::Observed { label, .. } => vec![label],
        _ => Vec::new(),
    };
    named.into_iter()
}
