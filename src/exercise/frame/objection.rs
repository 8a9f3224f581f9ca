//! Explains in a sentence why a line does not answer the question, and what to type instead.

use super::answer_frame::AnswerFrame;
use super::phrase::{is_number, is_short, numbers, says_nothing};
use crate::exercise::Answer;
use crate::exercise::bare::{BareForm, NameShape};
use crate::exercise::seed::Subject;
use crate::record::lexicon::Keyword;
use crate::record::long_form::ArrowLink;

/// Whether the line already begins with its subject and a colon.
fn is_about(said: &str, subject: &Subject) -> bool {
    said.strip_prefix(subject.says.as_str()).is_some_and(|rest| rest.starts_with(": "))
}

impl AnswerFrame {
    /// Returns the reason why a line that stays text does not answer the question; `None` when the line may stay text.
    pub fn objection(&self, said: &str) -> Option<String> {
        if self.refuses_a_whole(&said.trim().to_lowercase()) {
            return Some("which arrow is not so? write no, and the arrow: no A -> B".to_owned());
        }
        if says_nothing(said) || self.subject().is_some_and(|subject| is_about(said, subject)) {
            return None;
        }
        if is_number(said) { self.miscounted(said) } else { self.unshaped(said).map(str::to_owned) }
    }

    fn miscounted(&self, said: &str) -> Option<String> {
        let (given, options) = (numbers(said)?, self.options());
        match self.answer.as_ref()? {
            Answer::Dots { each } if given.len() == options.len() => {
                let set: usize = given.iter().copied().map(usize::from).sum();
                let people = self.people.len();
                let most = usize::from(*each) * people;
                Some(format!("that is {set} dots; {people} people have {each} each, {most} together"))
            }
            Answer::Rating { scales } => Some(format!(
                "one number from 1 to 5 for each: {}; or five numbers, how many gave one, two, three, four, five",
                scales.join(", ")
            )),
            Answer::Ranking { .. } => Some("give each place one number from the list, none twice".to_owned()),
            Answer::Pick => Some("that number is not on the list; type its name".to_owned()),
            Answer::Vote { .. } | Answer::Dots { .. } | Answer::Decision => {
                Some(format!("{} numbers for {} choices: give one for each, 0 for none", given.len(), options.len()))
            }
            _ if !self.choices.is_empty() => Some(format!("there are {} to choose from", self.choices.len())),
            Answer::Arrows | Answer::Number | Answer::Watch => Some("a number alone says nothing here".to_owned()),
            _ => None,
        }
    }

    fn unshaped(&self, said: &str) -> Option<&'static str> {
        Some(match self.answer.as_ref()? {
            Answer::Pick if self.form.is_none() => "kept as a sentence; to pick another change write !Letter drafter",
            Answer::Pick if !is_short(said) => "kept as a sentence; a short name works best, such as Service bot",
            Answer::Arrows if self.asks_for_effects() => "kept as a sentence; more of what, or less of what?",
            Answer::Arrows if self.asks_for_wants() => "up or down?",
            Answer::Arrows if self.form.is_some() => "kept as a sentence; a name is needed here, in a few words",
            Answer::Arrows => "kept as a sentence; an arrow is written A -> less B, or A feeds B",
            Answer::Stance if self.walks && self.subject().is_none() => {
                "nothing is left to say that to; draw the arrow first"
            }
            Answer::Stance if self.form.is_some() => "kept as a sentence; whose is it? write Claims: errors, backlog",
            Answer::Number => "kept as a sentence; what moved, and which way? write Overtime up since June",
            Answer::Watch => {
                "kept as a sentence; a level has a number: Overtime: above 6 hours, Claims sees it first, Ana acts"
            }
            Answer::Decision => "kept as a sentence; a decision begins with proceed, guard, wait, stop or will not",
            Answer::Settle if self.subject().is_some() => {
                "kept as a sentence; done, moved and a day, dropped, or answered?"
            }
            Answer::Slot(_) if self.focus.is_none() => "which change is it about? name it first: !Service bot",
            _ => return None,
        })
    }

    /// Whether the step turns lines into effects, which need "more" or "less".
    fn asks_for_effects(&self) -> bool {
        let Some(BareForm::Arrows(arrows)) = &self.form else { return false };
        arrows.link == ArrowLink::Right && matches!(arrows.names, NameShape::Plain | NameShape::Less)
    }

    /// Whether the step asks which direction of a factor is good.
    fn asks_for_wants(&self) -> bool {
        matches!(&self.form, Some(BareForm::Line { before, .. }) if before.starts_with(Keyword::Want.as_ref()))
    }
}
