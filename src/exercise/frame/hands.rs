//! Numbers: hands, dots, orders, one to five.

use super::AnswerFrame;
use super::phrase::numbers;
use crate::exercise::{Answer, one_name};
use crate::record::{Hands, Verdict};

/// Hands are counted for the first four verdicts; nobody is asked to vote for "will not".
const HANDS_FOR: usize = 4;

/// What five fingers stand for.
const FINGERS: [&str; 5] = ["one", "two", "three", "four", "five"];

impl AnswerFrame {
    /// The options that numbers stand for, in their order; empty when the step asks for none.
    pub fn options(&self) -> Vec<String> {
        let listed =
            |subjects: &[crate::exercise::Subject]| subjects.iter().map(|subject| subject.says.clone()).collect();
        match &self.answer {
            Some(Answer::Vote { options }) if !options.is_empty() => options.clone(),
            Some(Answer::Vote { .. } | Answer::Dots { .. } | Answer::Ranking { .. } | Answer::Pick) => {
                listed(&self.subjects)
            }
            Some(Answer::Decision) => {
                Verdict::ALL.iter().take(HANDS_FOR).map(|verdict| verdict.name().to_owned()).collect()
            }
            _ if self.offers_choices() => listed(&self.choices),
            _ => Vec::new(),
        }
    }

    /// Whether numbers stand for something else than what the step walks over.
    pub fn offers_choices(&self) -> bool {
        matches!(self.answer, Some(Answer::Arrows | Answer::Text)) && !self.choices.is_empty()
    }

    /// What the ballot is called in the record: what is talked about, else the step.
    pub fn ballot(&self) -> String {
        let subject = self.subject();
        match &self.answer {
            // Options of its own stand for answers about one subject, rather than for the subjects themselves.
            Some(Answer::Vote { options }) if !options.is_empty() => subject.map(|subject| subject.says.clone()),
            Some(Answer::Decision) => {
                subject.and_then(|subject| subject.thing.as_ref()).map(|thing| format!("{}: {thing}", self.title))
            }
            _ => None,
        }
        .unwrap_or_else(|| self.title.clone())
    }

    /// What is odd about hands that were counted: there are more than the people here have. They are kept as counted.
    pub fn too_many(&self, hands: &[Hands]) -> Option<String> {
        let (each, what) = match self.answer {
            Some(Answer::Dots { each }) => (usize::from(each), "dots"),
            _ => (1, "hands"),
        };
        let counts = hands.iter().map(|hands| usize::from(hands.count));
        let counted = match &self.answer {
            // What lies on the list does not exclude the rest of it: everybody has a hand for each.
            Some(Answer::Vote { options }) if options.is_empty() => counts.max().unwrap_or_default(),
            _ => counts.sum(),
        };
        let here = self.people.len();
        let many = here > 1 && counted > here * each;
        many.then(|| format!("that is {counted} {what}, and {here} people are here; count again to replace it"))
    }

    pub(super) fn voted(&self, said: &str) -> Option<String> {
        let (hands, options) = (numbers(said)?, self.options());
        (hands.len() == options.len()).then(|| counted(&self.ballot(), &options, &hands))
    }

    pub(super) fn dotted(&self, said: &str, each: u16) -> Option<String> {
        let set: usize = numbers(said)?.iter().copied().map(usize::from).sum();
        let within = self.people.is_empty() || set <= usize::from(each) * self.people.len();
        within.then(|| self.voted(said)).flatten()
    }

    /// One number a scale; or five numbers: how many gave one, two, three, four and five on the scale that is next.
    pub(super) fn rated(&self, said: &str, scales: &[String]) -> Option<String> {
        let values = numbers(said)?;
        if values.len() == FINGERS.len() && scales.len() != FINGERS.len() {
            let hands: Vec<String> = FINGERS.iter().map(|finger| (*finger).to_owned()).collect();
            return Some(counted(&self.next_scale(scales), &hands, &values));
        }
        let lawful = values.len() == scales.len() && values.iter().all(|value| (1..=5).contains(value));
        let item = self.subject().map_or(&self.title, |subject| &subject.says);
        let rated = scales.iter().zip(&values).map(|(scale, value)| format!("{scale} {value}").trim().to_owned());
        lawful.then(|| format!("rate {}: {}", one_name(item), rated.collect::<Vec<_>>().join(", ")))
    }

    /// The first scale for which no hands were counted yet, with what it is about.
    fn next_scale(&self, scales: &[String]) -> String {
        let ballot = |scale: &String| match self.subject() {
            Some(subject) if scales.len() > 1 => format!("{}: {scale}", subject.says),
            Some(subject) => subject.says.clone(),
            None if scales.len() > 1 => scale.clone(),
            None => self.title.clone(),
        };
        let mut ballots = scales.iter().map(ballot);
        let last = ballots.clone().next_back();
        ballots.find(|ballot| !self.counted.contains(ballot)).or(last).unwrap_or_else(|| self.title.clone())
    }

    pub(super) fn ranked(&self, said: &str, places: &[String]) -> Option<String> {
        let chosen = numbers(said)?;
        let wanted = if places.is_empty() { self.subjects.len() } else { places.len() };
        let distinct = chosen.iter().collect::<std::collections::BTreeSet<_>>().len() == chosen.len();
        if chosen.len() != wanted || !distinct {
            return None;
        }
        let named = chosen.iter().map(|number| {
            let subject = self.subjects.get(usize::from(*number).checked_sub(1)?)?;
            Some(one_name(&subject.says))
        });
        let named = named.collect::<Option<Vec<_>>>()?;
        let ballot = if places.is_empty() { self.title.clone() } else { places.join(", ") };
        Some(format!("rank {}: {}", one_name(&ballot), named.join(", ")))
    }
}

fn counted(ballot: &str, options: &[String], hands: &[u16]) -> String {
    let counted = options.iter().zip(hands).map(|(option, count)| format!("{} {count}", one_name(option)));
    format!("vote {}: {}", one_name(ballot), counted.collect::<Vec<_>>().join(", "))
}
