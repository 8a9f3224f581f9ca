use std::collections::BTreeMap;

use crate::graph::{Graph, Key, ResolvedNames};
use crate::record::{Fact, Session};

use super::thresholds::{FRESH, REMEMBERED, SAME_SUBJECT, SAME_TEMPLATE, TURN_OF_THE_UNHEARD};

/// The questions that were asked in a session, and when things were last talked about.
pub(super) struct History {
    /// The template and the subject of every question that was put or declined, in order; a question that was put and
    /// declined right afterwards is listed once.
    asked: Vec<(u8, Vec<Key>)>,
    /// The number of questions that were put.
    put: usize,
    /// When each thing was last talked about, in milliseconds since 1970.
    touched: BTreeMap<Key, i64>,
}

impl History {
    pub(super) fn of(session: &Session, graph: &Graph) -> Self {
        let names = ResolvedNames::of(graph);
        let mut history = Self { asked: Vec::new(), put: 0, touched: BTreeMap::new() };
        for link in graph.links() {
            for key in [&link.from.key, &link.to.key] {
                history.touch(key, link.arrow.touched);
            }
        }
        for thing in graph.things() {
            history.touch(&thing.key, thing.observations.last().map(|seen| seen.time));
        }
        let opened = session.header().opened.as_millisecond();
        for event in session.live() {
            let time = event.at.millis_on(opened);
            for fact in &event.facts {
                history.hear(&names, fact, time);
            }
        }
        history
    }

    fn hear(&mut self, names: &ResolvedNames, fact: &Fact, time: i64) {
        match fact {
            Fact::Offered { question, about, .. } | Fact::Declined { question, about } => {
                let asked = (*question, about.iter().filter_map(|label| names.key(label)).collect());
                self.put += usize::from(matches!(fact, Fact::Offered { .. }));
                if self.asked.last() != Some(&asked) {
                    self.asked.push(asked);
                }
            }
            Fact::Named { label, .. } | Fact::Set { label, .. } | Fact::Ruled { label, .. } => {
                if let Some(key) = names.key(label) {
                    self.touch(&key, Some(time));
                }
            }
            _ => {}
        }
    }

    fn touch(&mut self, key: &Key, time: Option<i64>) {
        let Some(time) = time else { return };
        match self.touched.get_mut(key) {
            Some(known) => *known = time.max(*known),
            None => {
                self.touched.insert(key.clone(), time);
            }
        }
    }

    /// Returns how fresh a question is, in tenths; 0 if it was put or declined in this session.
    pub(super) fn freshness(&self, template: u8, about: &[Key]) -> u64 {
        if self.asked.iter().any(|(number, subject)| *number == template && subject == about) {
            return 0;
        }
        if self.asked.iter().rev().take(REMEMBERED).any(|(number, _)| *number == template) {
            return SAME_TEMPLATE;
        }
        let last = self.asked.last().map(|(_, subject)| subject.as_slice());
        if !about.is_empty() && last == Some(about) { SAME_SUBJECT } else { FRESH }
    }

    /// Whether the next question prefers units that have not spoken yet.
    pub(super) const fn turns_to_the_unheard(&self) -> bool {
        (self.put + 1).is_multiple_of(TURN_OF_THE_UNHEARD)
    }

    /// Returns when one of these things was last talked about, in milliseconds since 1970; `None`, which sorts first,
    /// if none of them ever was.
    pub(super) fn touched(&self, about: &[Key]) -> Option<i64> {
        about.iter().filter_map(|key| self.touched.get(key)).max().copied()
    }
}
