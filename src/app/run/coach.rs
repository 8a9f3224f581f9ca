//! The coach for newcomers: asks for three lines, and then one question made of them.

use crate::app::recording::{CurrentPrompt, effect_in_words};
use crate::exercise::{AnswerFrame, BareArrows, BareForm, NameShape};
use crate::record::english::Agreement;
use crate::record::long_form::{ArrowLink, one_name};
use crate::record::{Claim, Event, Fact, Kind};

/// The line that the coach asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A line that names a change.
    Change,
    /// A line that says who answers for the change.
    Owner,
    /// A line that says what goes up or down.
    Effect,
    /// All three lines were given; the question is asked.
    Question,
}

/// Asks a newcomer for three lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coach {
    /// The line that is asked for now.
    pub stage: Stage,
    /// The change named first.
    pub change: String,
    /// The line that began the session.
    first: String,
    effect: Option<Claim>,
    owner: Option<String>,
}

impl Coach {
    /// Returns a coach for a newcomer who is naming this change.
    pub fn new(change: String) -> Self {
        Self { stage: Stage::Change, first: change.clone(), change, effect: None, owner: None }
    }

    /// Begins again with the events that stand, after a line was taken back or mended.
    pub fn note_again<'a>(&mut self, events: impl Iterator<Item = &'a Event>) {
        *self = Self::new(std::mem::take(&mut self.first));
        events.for_each(|event| self.note(event));
    }

    /// Returns the text that is asked now.
    pub fn prompt(&self) -> String {
        match self.stage {
            Stage::Change => "Name one AI change near you.".to_owned(),
            Stage::Owner => format!("{}. Which team answers for {}?", self.change, self.agreement().object()),
            Stage::Effect => {
                format!("When {}, what is there less of, or more of?", self.agreement().with(&self.change, "works"))
            }
            Stage::Question => self.question(),
        }
    }

    fn agreement(&self) -> Agreement {
        Agreement::of(&self.change, Kind::Initiative)
    }

    /// Returns the current prompt for the run screen.
    pub fn asks(&self) -> CurrentPrompt {
        CurrentPrompt { prompt: self.prompt(), frame: AnswerFrame::bare(self.long_form()), message: None }
    }

    /// Returns how a line without grammar of its own is read now.
    fn long_form(&self) -> Option<BareForm> {
        let change = one_name(&self.change);
        match self.stage {
            Stage::Change => Some(BareForm::Named(Kind::Initiative)),
            Stage::Owner => Some(format!("@{{}} owns !{change}").into()),
            Stage::Effect => Some(BareForm::Arrows(BareArrows {
                from: change,
                link: ArrowLink::Right,
                names: NameShape::Plain,
                tail: String::new(),
            })),
            Stage::Question => None,
        }
    }

    /// Updates the stage after an event that is on disk.
    pub fn note(&mut self, event: &Event) {
        let scrap = event.facts.iter().any(|fact| matches!(fact, Fact::Scrapped { .. }));
        if !event.can_be_taken_back() || scrap {
            return;
        }
        for fact in &event.facts {
            match fact {
                Fact::Named { label, kind: Kind::Initiative } if self.stage == Stage::Change => {
                    self.change.clone_from(label);
                }
                Fact::Named { label, kind: Kind::Party } if self.owner.is_none() => self.owner = Some(label.clone()),
                Fact::Claimed(claim) if claim.kind.carries_sign() => self.effect = Some(claim.clone()),
                _ => {}
            }
        }
        self.stage = match self.stage {
            Stage::Change => Stage::Owner,
            Stage::Owner => Stage::Effect,
            Stage::Effect | Stage::Question => Stage::Question,
        };
    }

    /// Returns one question made of the three lines.
    fn question(&self) -> String {
        let Some(effect) = &self.effect else {
            return format!("Who would ring you first if {} stopped tonight, and what would they say?", self.change);
        };
        let effect = effect_in_words(effect);
        match &self.owner {
            Some(owner) => format!("Say it comes to {effect}. Who outside {owner} notices first, and what do they do?"),
            None => format!("Say it comes to {effect}. Who notices first, and what do they do?"),
        }
    }
}
