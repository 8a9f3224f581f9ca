//! The tray of names that look alike: decides one pair at a time, and takes back any decision.

use super::current::is_current;
use super::desk::{record, take_back};
use super::pairs::Tray;
use super::shows::{NOTHING, sheet};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::Sheet;
use crate::record::Fact;

/// The command that shows the tray.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(190, "tray", "names that look alike: one thing, or two", &[Screen::Run, Screen::Map], show)
        .key(KeyPress::alt(Code::Char('t')))];

/// Shows the names that look alike, as far as they were looked for; where there are none, the merged names.
fn show(model: &mut Model) -> Vec<Effect> {
    if model.looks_at_past_map() {
        model.tell(Tone::Plain, "This map is of the past; nothing is changed in it.");
        return Vec::new();
    }
    let tray = Tray::of(model);
    if tray.is_empty() && is_current(model) {
        model.tell(Tone::Plain, NOTHING);
    } else {
        model.show(tray);
    }
    Vec::new()
}

impl Popup for Tray {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Two names that may mean one thing, pair by pair: the keys below the pair decide,",
            "z takes back the last decision, Tab lists the names that were made one.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if key == KeyPress::ctrl('z') || key.typed() == Some('z') {
            return Then::Stay(take_back(model));
        }
        if key.code == Code::Tab {
            self.lists = !self.lists;
        } else if self.lists {
            if key.code == Code::Enter {
                return Then::Stay(part(model, self));
            }
            self.selected = key.moved(self.selected, self.rows().len()).unwrap_or(self.selected);
        } else if let Some(fact) = decision(self, key) {
            if self.at < self.pairs.len() {
                // The pair is decided, so that a second key before the decision is on disk is about the next pair.
                self.pairs.remove(self.at);
            }
            return Then::Stay(record(model, fact));
        } else {
            self.at = looked_at(self, key);
        }
        Then::stay()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        Some(sheet(self, model.map_ledger(), !is_current(model)))
    }

    fn compares_names(&self) -> bool {
        true
    }

    fn names_changed(&mut self, model: &Model) {
        *self = self.anew(model);
    }
}

/// Returns the index of the pair shown after this key; the last is followed by the first.
fn looked_at(tray: &Tray, key: KeyPress) -> usize {
    let count = tray.pairs.len().max(1);
    match (key.code, key.typed()) {
        (Code::Down | Code::Right | Code::PageDown, _) | (_, Some('s')) => (tray.at + 1) % count,
        (Code::Up | Code::Left | Code::PageUp, _) => (tray.at + count - 1) % count,
        _ => tray.at,
    }
}

fn decision(tray: &Tray, key: KeyPress) -> Option<Fact> {
    let pair = tray.pair()?;
    let (left, right) = (pair.left.clone(), pair.right.clone());
    match key.typed()? {
        '1' => Some(Fact::Merged { keep: left, drop: right }),
        '2' => Some(Fact::Merged { keep: right, drop: left }),
        'b' => Some(Fact::ToldApart { keep: left, drop: right }),
        _ => None,
    }
}

/// Separates one name from the thing it was merged into.
fn part(model: &mut Model, tray: &Tray) -> Vec<Effect> {
    let Some(joined) = tray.joined.get(tray.selected) else { return Vec::new() };
    let (keep, drop) = (joined.keep.clone(), joined.drop.clone());
    record(model, Fact::Unmerged { keep, drop })
}
