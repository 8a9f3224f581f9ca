//! What the agenda popup asks: which exercise to add, what to call a plan that is kept, which other plan to take.

use super::offered::{offered, titles};
use super::purposes;
use crate::app::entry::Entry;
use crate::app::key::KeyPress;
use crate::app::model::Model;
use crate::app::sheet::{EntryPlace, Sheet, SheetEntry, SheetPart};
use crate::record::{Mode, PlannedExercise};
use crate::theme::Role;

/// A question of the agenda popup.
#[derive(Clone, Debug)]
pub(super) enum AgendaQuestion {
    /// Which exercise is added: one of the list by what one wants to learn, or a typed one.
    Add {
        /// The typed exercise, such as `lever=10`.
        entry: Entry,
        /// The index of the selected row.
        selected: usize,
    },
    /// What the plan is called.
    Title(Entry),
    /// Which other plan is taken.
    Other {
        /// The index of the selected row.
        selected: usize,
    },
}

impl AgendaQuestion {
    pub(super) fn add() -> Self {
        Self::Add { entry: Entry::default(), selected: 0 }
    }

    /// Whether it lists what can be chosen, instead of the agenda.
    pub(super) const fn lists(&self) -> bool {
        matches!(self, Self::Add { .. } | Self::Other { .. })
    }

    /// Returns the typed text; `None` where nothing is typed.
    pub(super) fn typed(&self) -> Option<&str> {
        match self {
            Self::Add { entry, .. } | Self::Title(entry) => Some(entry.text()),
            Self::Other { .. } => None,
        }
    }

    /// Returns the index of the selected row; `None` where there is no list.
    pub(super) const fn chosen(&self) -> Option<usize> {
        match self {
            Self::Add { selected, .. } | Self::Other { selected } => Some(*selected),
            Self::Title(_) => None,
        }
    }

    /// Handles a key other than Enter and Esc.
    pub(super) fn press(&mut self, model: &Model, mode: Mode, key: KeyPress) {
        match self {
            Self::Add { entry, selected } => {
                match key.moved(*selected, purposes::choices(&model.catalogue, mode).len()) {
                    Some(row) => *selected = row,
                    None => {
                        entry.press(key);
                    }
                }
            }
            Self::Title(entry) => {
                entry.press(key);
            }
            Self::Other { selected } => {
                *selected = key.moved(*selected, offered(model, mode).len()).unwrap_or(*selected);
            }
        }
    }

    /// Returns the plan under the cursor.
    pub(super) fn other(&self, model: &Model, mode: Mode) -> Option<Vec<PlannedExercise>> {
        let Self::Other { selected } = self else { return None };
        offered(model, mode).into_iter().nth(*selected).map(|one| one.exercises)
    }

    /// Returns what the popup shows while it asks from a list.
    pub(super) fn sheet(&self, model: &Model, mode: Mode) -> Sheet {
        let selected = self.chosen().unwrap_or(0);
        match self {
            Self::Other { .. } => {
                let listed = offered(model, mode);
                let below = listed.get(selected).map(|one| titles(&one.exercises, model)).unwrap_or_default();
                let rows = listed.into_iter().map(|one| one.says).collect();
                let hint = "Enter takes it in the place of this one, from here on; Esc leaves the plan as it is";
                let mut sheet = Sheet::list("another plan", rows, selected, hint);
                sheet.body.insert(1, SheetPart::Hint(below, Role::Accent));
                Sheet { tall: true, ..sheet }
            }
            Self::Add { entry, .. } => {
                let choices = purposes::choices(&model.catalogue, mode);
                let below = choices.get(selected).map(|exercise| exercise.purpose.clone()).unwrap_or_default();
                let rows = choices.into_iter().map(|exercise| purposes::row(exercise, mode)).collect();
                let hint = "Enter adds it after the one you came from; or type it with its minutes: lever=10";
                let mut sheet = Sheet::list("what do you want to learn?", rows, selected, hint);
                sheet.body.insert(1, SheetPart::Hint(below, Role::Accent));
                let entry = SheetEntry { entry: entry.clone(), place: EntryPlace::Bottom, veiled: false };
                Sheet { tall: true, entry: Some(entry), ..sheet }
            }
            Self::Title(_) => Sheet::default(),
        }
    }
}
