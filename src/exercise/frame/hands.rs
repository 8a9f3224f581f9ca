//! Answers in numbers: hands, dots, rankings, ratings.

use std::collections::BTreeSet;

use super::answer_frame::AnswerFrame;
use super::phrase::numbers;
use crate::exercise::Answer;
use crate::exercise::seed::Subject;
use crate::record::english::{Agreement, in_words};
use crate::record::long_form::LongForm;
use crate::record::{Hands, Verdict};

/// The number of verdicts that can be voted for: nobody is asked to vote for "will not".
const HANDS_FOR: usize = 4;

/// The labels of the ratings 1 to 5, in order.
pub const FINGERS: [&str; 5] = ["one", "two", "three", "four", "five"];

impl AnswerFrame {
    /// Returns the options that numbers stand for, in order; empty when the step asks for no numbers.
    pub fn options(&self) -> Vec<String> {
        let listed = |subjects: &[Subject]| subjects.iter().map(|subject| subject.says.clone()).collect();
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

    /// Whether numbers stand for choices other than the subjects of the step.
    pub fn offers_choices(&self) -> bool {
        matches!(self.answer, Some(Answer::Arrows | Answer::Text)) && !self.choices.is_empty()
    }

    /// Returns the name of the ballot in the record: the current subject, otherwise the step.
    pub fn ballot(&self) -> String {
        let subject = self.subject();
        match &self.answer {
            // A vote with its own options asks about one subject; a vote without options chooses among the subjects.
            Some(Answer::Vote { options }) if !options.is_empty() => subject.map(|subject| subject.says.clone()),
            Some(Answer::Decision) => {
                subject.and_then(|subject| subject.thing.as_ref()).map(|thing| format!("{}: {thing}", self.title))
            }
            _ => None,
        }
        .unwrap_or_else(|| self.title.clone())
    }

    /// Returns a remark when more hands were counted than the people present have, or fewer dots; they are recorded as
    /// counted.
    pub fn does_not_add_up(&self, hands: &[Hands]) -> Option<String> {
        let (each, what) = match self.answer {
            Some(Answer::Dots { each }) => (usize::from(each), "dots"),
            _ => (1, "hands"),
        };
        let counts = hands.iter().map(|hands| usize::from(hands.count));
        let counted = match &self.answer {
            // In a vote on the subjects, everybody has one hand for each subject.
            Some(Answer::Vote { options }) if options.is_empty() => counts.max().unwrap_or_default(),
            _ => counts.sum(),
        };
        let here = self.people.len();
        if here > 1 && counted > here * each {
            return Some(format!("that is {counted} {what}, and {here} people are here; count again to replace it"));
        }
        // Not everybody raises a hand, but everybody sets every dot.
        let of = here * each;
        let few = matches!(self.answer, Some(Answer::Dots { .. })) && here > 1 && counted < of;
        few.then(|| {
            let out = Agreement::of_count(of - counted);
            format!(
                "that is {counted} of {of} dots: {} still out; count again to replace it",
                out.with(&in_words(of - counted), "is")
            )
        })
    }

    pub(super) fn voted(&self, said: &str) -> Option<LongForm> {
        let (hands, options) = (numbers(said)?, self.options());
        (hands.len() == options.len()).then(|| counted(self.ballot(), &options, &hands))
    }

    /// Returns the long form of hands that were counted for verdicts, in any order; verdicts that nobody named got none.
    pub fn voted_for(&self, counts: &[(Verdict, u16)]) -> Option<LongForm> {
        let named = |verdict: &&Verdict| counts.iter().any(|(counted, _)| counted == *verdict);
        let all = Verdict::ALL.iter().take(HANDS_FOR).chain(Verdict::ALL.iter().skip(HANDS_FOR).filter(named));
        let hands = all.map(|verdict| {
            let count = counts.iter().find(|(counted, _)| counted == verdict).map_or(0, |(_, count)| *count);
            Hands { option: verdict.name().to_owned(), count }
        });
        self.asks_for_decisions().then(|| LongForm::Voted { ballot: self.ballot(), hands: hands.collect() })
    }

    pub(super) fn dotted(&self, said: &str, each: u16) -> Option<LongForm> {
        let set: usize = numbers(said)?.iter().copied().map(usize::from).sum();
        let within = self.people.is_empty() || set <= usize::from(each) * self.people.len();
        within.then(|| self.voted(said)).flatten()
    }

    /// Reads one rating for each scale, or five numbers: how many people gave 1, 2, 3, 4 and 5 on the next scale.
    pub(super) fn rated(&self, said: &str, scales: &[String]) -> Option<LongForm> {
        let values = numbers(said)?;
        if values.len() == FINGERS.len() && scales.len() != FINGERS.len() {
            let hands: Vec<String> = FINGERS.iter().map(|finger| (*finger).to_owned()).collect();
            return Some(counted(self.next_scale(scales), &hands, &values));
        }
        let lawful = values.len() == scales.len() && values.iter().all(|value| (1..=5).contains(value));
        let item = self.subject().map_or(&self.title, |subject| &subject.says);
        let values = scales.iter().cloned().zip(values);
        lawful.then(|| LongForm::Rated { item: item.clone(), values: values.collect() })
    }

    /// Whether hands were counted under this name in this step.
    pub fn is_counted(&self, ballot: &str) -> bool {
        self.counted.iter().any(|counted| counted == ballot)
    }

    /// Returns the names under which the hands for each scale are recorded: the scale, with the subject if there is one.
    pub fn scale_ballots(&self, scales: &[String]) -> Vec<String> {
        let ballot = |scale: &String| match self.subject() {
            Some(subject) if scales.len() > 1 => format!("{}: {scale}", subject.says),
            Some(subject) => subject.says.clone(),
            None if scales.len() > 1 => scale.clone(),
            None => self.title.clone(),
        };
        scales.iter().map(ballot).collect()
    }

    /// Returns the first scale without counted hands, with its subject.
    fn next_scale(&self, scales: &[String]) -> String {
        let ballots = self.scale_ballots(scales);
        let next = ballots.iter().find(|ballot| !self.is_counted(ballot)).or(ballots.last());
        next.cloned().unwrap_or_else(|| self.title.clone())
    }

    pub(super) fn ranked(&self, said: &str, places: &[String]) -> Option<LongForm> {
        let chosen = numbers(said)?;
        let wanted = if places.is_empty() { self.subjects.len() } else { places.len() };
        let distinct = chosen.iter().collect::<BTreeSet<_>>().len() == chosen.len();
        if chosen.len() != wanted || !distinct {
            return None;
        }
        let order = chosen.iter().map(|number| {
            let subject = self.subjects.get(usize::from(*number).checked_sub(1)?)?;
            Some(subject.says.clone())
        });
        let ballot = if places.is_empty() { self.title.clone() } else { places.join(", ") };
        Some(LongForm::Ranked { ballot, order: order.collect::<Option<_>>()? })
    }
}

fn counted(ballot: String, options: &[String], hands: &[u16]) -> LongForm {
    let hands = options.iter().zip(hands).map(|(option, count)| Hands { option: option.clone(), count: *count });
    LongForm::Voted { ballot, hands: hands.collect() }
}
