//! Answers that choose: one item of a list, a position on an arrow, or the owner of an initiative.

use super::answer_frame::AnswerFrame;
use super::names::of_kind;
use super::phrase::{in_quotes, numbers, same, without_article};
use crate::exercise::Answer;
use crate::exercise::bare::BareForm;
use crate::exercise::seed::Subject;
use crate::record::lexicon::{Verb, position};
use crate::record::long_form::{ArrowLink, LongForm, one_name};
use crate::record::{Kind, Position, Relation};

/// The phrases that say who answers for a thing.
const OWNS: [&str; 2] = [" owns ", " answers for "];

impl AnswerFrame {
    /// Reads the number or the name of an item in the list.
    pub(super) fn picked(&self, said: &str) -> Option<LongForm> {
        let picked = one_of(&self.subjects, said).or_else(|| one_of(&self.choices, said))?;
        Some(LongForm::Named { kind: Kind::Initiative, names: one_name(picked.label.as_ref()?) })
    }

    /// Reads numbers or a name of the choices, with words after them: "2, its sponsor moved on".
    pub(super) fn chosen(&self, said: &str) -> Option<LongForm> {
        let form = self.form.as_ref().filter(|_| !self.choices.is_empty())?;
        if let Some(numbers) = numbers(said) {
            let chosen = numbers.iter().map(|number| self.choices.get(usize::from(*number).checked_sub(1)?));
            let labels: Vec<&str> = chosen.map(|one| one?.label.as_deref()).collect::<Option<_>>()?;
            return form.chosen(&labels, "");
        }
        let (name, words) = said.split_once([',', ':', '"']).unwrap_or((said, ""));
        form.chosen(&[one_of(&self.choices, name)?.label.as_deref()?], words)
    }

    /// Reads a line that names an owner, where initiatives are asked for: "Claims owns Claims triage".
    pub(super) fn owned(&self, said: &str) -> Option<LongForm> {
        self.form.as_ref().filter(|form| **form == BareForm::Named(Kind::Initiative))?;
        if said.contains("->") || said.starts_with('!') {
            return None;
        }
        let (who, changes) = OWNS.iter().find_map(|verb| said.split_once(verb))?;
        let owns = Verb::of(Relation::Owns)?;
        let changes = of_kind(Kind::Initiative, changes)?;
        Some(LongForm::Drawn {
            from: without_article(who).to_owned(),
            link: ArrowLink::Verb(owns),
            to: changes.names,
            tail: changes.tail,
            words: changes.words,
        })
    }

    /// Whether the step asks for positions on arrows.
    pub fn asks_for_positions(&self) -> bool {
        matches!(self.answer, Some(Answer::Stance))
    }

    /// Whether the step asks for positions on the arrows of its current subject. Without such a subject a position is
    /// about the line before it, as everywhere.
    pub fn takes_positions(&self) -> bool {
        self.asks_for_positions() && self.subject().is_some_and(|subject| !subject.arrows.is_empty())
    }

    /// Returns the long form of a position on the arrows of the current subject. `words` are the speaker's own.
    pub fn positioned(&self, position: Position, words: &str) -> Option<LongForm> {
        if !self.takes_positions() || self.refuses_no(position) {
            return None;
        }
        let (arrows, words) = (&self.subject()?.arrows, in_quotes(words));
        let ends = arrows.iter().map(|(from, _)| from).chain(arrows.last().map(|(_, to)| to));
        Some(LongForm::Stanced { position, along: ends.cloned().collect(), words })
    }

    /// Whether a line is a position, in a step that asks for positions on its subjects. Without this check the grammar
    /// would read the line as a position on the latest claim, which nobody asked about.
    pub fn refuses(&self, said: &str) -> bool {
        let asks = self.asks_for_positions() && self.walks;
        asks && position(&said.trim().to_lowercase()).is_some()
    }

    /// Whether a line says no to a chain of several arrows, without saying which of them is wrong.
    pub(super) fn refuses_a_whole(&self, said: &str) -> bool {
        position(said).is_some_and(|position| self.refuses_no(position))
    }

    fn refuses_no(&self, position: Position) -> bool {
        self.asks_for_positions()
            && position == Position::No
            && self.subject().is_some_and(|subject| subject.arrows.len() > 1)
    }
}

fn one_of<'a>(subjects: &'a [Subject], said: &str) -> Option<&'a Subject> {
    match said.trim().parse::<usize>() {
        Ok(number) => subjects.get(number.checked_sub(1)?),
        Err(_) => subjects.iter().find(|subject| subject.label.as_deref().is_some_and(|label| same(label, said))),
    }
}
