//! The plans of the setup: the one that the session has, those that can be taken instead, and one made by what the room
//! wants to learn.

use super::state::{Learning, Setup};
use crate::app::agenda::offered::{offered, titles};
use crate::app::agenda::purposes;
use crate::app::key::{Code, KeyPress};
use crate::app::model::Model;
use crate::app::sheet::SheetPart;
use crate::exercise::{in_words, minutes};
use crate::record::Mode;
use crate::theme::Role;

/// The maximum number of rows that are shown at a time.
const SHOWN: usize = 8;

/// The last row, which leads to the exercises by what one wants to learn.
const BY_PURPOSE: &str = "choose by what you want to learn";

impl Setup {
    /// Handles a key that chooses a plan or an exercise; returns whether it was one. The chosen plan stands in the entry
    /// line, where it can be changed.
    pub(super) fn choose_agenda(&mut self, model: &Model, mode: Mode, key: KeyPress) -> bool {
        if let Some(learning) = &mut self.learning {
            if key.code != Code::Enter {
                learning.press(key, purposes::choices(&model.catalogue, mode).len());
                return true;
            }
            let chosen = learning.chosen.clone();
            self.learning = None;
            let choices = purposes::choices(&model.catalogue, mode);
            let chosen: Vec<_> = chosen.into_iter().filter_map(|at| choices.get(at).copied()).collect();
            let agenda = purposes::agenda_of(&chosen, mode, &model.catalogue);
            if !agenda.is_empty() {
                self.agenda = agenda;
                self.selected = 0;
                self.entry.set(&in_words(&self.agenda));
            }
            return true;
        }
        let listed = offered(model, mode);
        if let Some(row) = key.moved(self.selected, listed.len() + 2) {
            self.selected = row;
            let chosen = row.checked_sub(1).and_then(|at| listed.get(at));
            let text = match chosen {
                Some(one) => in_words(&one.exercises),
                None if row == 0 => in_words(&self.agenda),
                None => String::new(),
            };
            self.entry.set(&text);
            return true;
        }
        let opens = key.code == Code::Enter && self.selected == listed.len() + 1 && self.entry.is_empty();
        if opens {
            self.learning = Some(Learning::default());
        }
        opens
    }
}

impl Learning {
    fn press(&mut self, key: KeyPress, rows: usize) {
        let turned = if key.typed() == Some(' ') { Some(self.selected) } else { key.numbered_row() };
        match turned.filter(|row| *row < rows) {
            Some(row) => {
                self.selected = row;
                if !self.chosen.remove(&row) {
                    self.chosen.insert(row);
                }
            }
            None => self.selected = key.moved(self.selected, rows).unwrap_or(self.selected),
        }
    }
}

/// Returns the rows of the plans, and the exercises of the one under the cursor.
pub(super) fn rows(setup: &Setup, model: &Model, mode: Mode) -> Vec<SheetPart> {
    let listed = offered(model, mode);
    let under = match setup.selected.checked_sub(1) {
        None => titles(&setup.agenda, model),
        Some(at) => listed.get(at).map(|one| titles(&one.exercises, model)).unwrap_or_default(),
    };
    let here = match setup.agenda.as_slice() {
        _ if !setup.creating => "as it is",
        [_] => "one exercise",
        _ => "this plan",
    };
    let first = format!("{here}: {} min", minutes(&setup.agenda));
    let mut rows: Vec<String> = std::iter::once(first).chain(listed.into_iter().map(|one| one.says)).collect();
    rows.push(BY_PURPOSE.to_owned());
    let selected = setup.selected.min(rows.len().saturating_sub(1));
    let first = (selected + 1).saturating_sub(SHOWN);
    let rows: Vec<String> = rows.into_iter().skip(first).take(SHOWN).collect();
    let below = Some(under).filter(|under| !under.is_empty()).map(|under| SheetPart::Text(under, Role::Quiet));
    std::iter::once(SheetPart::Rows { rows, selected: selected - first }).chain(below).collect()
}

/// Returns the rows of the exercises by what one wants to learn, and the length of the plan so far.
pub(super) fn learning_rows(learning: &Learning, model: &Model, mode: Mode) -> Vec<SheetPart> {
    let choices = purposes::choices(&model.catalogue, mode);
    let chosen: Vec<_> = learning.chosen.iter().filter_map(|at| choices.get(*at).copied()).collect();
    let agenda = purposes::agenda_of(&chosen, mode, &model.catalogue);
    let row = |(at, exercise)| {
        let mark = if learning.chosen.contains(&at) { "[x]" } else { "[ ]" };
        format!("{mark} {}", purposes::row(exercise, mode))
    };
    let all: Vec<String> = choices.iter().copied().enumerate().map(row).collect();
    let first = (learning.selected + 1).saturating_sub(SHOWN + 4);
    let rows: Vec<String> = all.into_iter().skip(first).take(SHOWN + 4).collect();
    let length = format!("{} minutes, with arriving and closing", minutes(&agenda));
    vec![SheetPart::Rows { rows, selected: learning.selected - first }, SheetPart::line(length, Role::Accent)]
}
