//! Keys of the self-assessment. Where an entry line is open, every plain character is text; elsewhere a letter or a
//! digit is an answer.

use super::chore::AssessChore;
use super::page::Page;
use super::view::Whose;
use super::{ask, leave, pages};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model};
use crate::app::screen::{Screen, Tone};

/// The command that opens the self-assessment.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(800, "assess", "look into the mirror: lead self, teams, systems", &[Screen::Home], |model| {
        model.assess.over_time = false;
        open(Whose::Own)
    }),
    CommandRow::new(802, "over-time", "how you led over the years, for you alone", &[Screen::Home], |model| {
        model.assess.over_time = true;
        open(Whose::Own)
    }),
];

/// Requests the assessments of a person, to show them.
pub(in crate::app) fn open(whose: Whose) -> Vec<Effect> {
    vec![Effect::Assess(AssessChore::Look(whose))]
}

/// Handles a key on any page of the self-assessment.
pub(in crate::app) fn press(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    if model.assess.covered {
        return match key.code {
            Code::Esc => leave::home(model),
            Code::Enter => {
                model.assess.covered = false;
                Vec::new()
            }
            _ => Vec::new(),
        };
    }
    if !model.assess.is_typing()
        && let Some(row) = model.commands.for_character(Screen::Assess, key)
    {
        return row.run(model);
    }
    match model.assess.page {
        Page::Front => pages::front(model, key),
        Page::Ask => ask::press(model, key),
        Page::End => pages::end(model, key),
        Page::Result => pages::result(model, key),
        Page::Answers => pages::answers(model, key),
        Page::Unit => pages::unit(model, key),
        Page::History => pages::history(model, key),
    }
}

/// Inserts pasted text into the entry line, if one is open.
pub(in crate::app) fn paste(model: &mut Model, lines: &[String]) {
    if model.assess.is_typing() && !model.assess.entry.insert(&lines.join(" ")) {
        model.tell(Tone::Alarm, "That is longer than one line holds; only its beginning was taken.");
    }
}
