use super::begin::drop_answers;
use super::reveal;
use super::rules::{covers_answers, holds_back, only_counts, unnamed_text};
use super::save::save_changed;
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{Model, Popup, Then};
use crate::app::private::bar_over;
use crate::app::screen::Tone;
use crate::app::sheet::{Sheet, SheetPart};
use crate::record::{Hidden, own_note};

/// The popup in which the facilitator reviews the collected answers before the room sees them.
#[derive(Debug, Default)]
pub struct QueueView {
    /// The index of the row under the cursor.
    selected: usize,
    /// The text of that row while it is edited.
    pub editing: Option<Entry>,
    /// Whether the first of the two key presses that drop all answers was made.
    sure: bool,
    /// The answers dropped in this popup, in the order in which they were dropped.
    dropped: Vec<String>,
}

impl Popup for QueueView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Unnamed answers before anybody sees them. e edits one, m moves, p parks, d drops;",
            "Ctrl-Z brings it back. Enter shows them all, shuffled; x twice drops all.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let Some(round) = model.run.as_ref().and_then(|run| run.answers.round.clone()) else { return Then::close() };
        if let Some(entry) = self.editing.take() {
            return Then::Stay(self.edit(model, entry, key));
        }
        let sure = std::mem::take(&mut self.sure);
        let count = round.entries.len();
        self.selected = key.moved(self.selected, count).unwrap_or(self.selected).min(count.saturating_sub(1));
        match key.typed() {
            Some('x') => return self.discard(model, &round, sure),
            Some('e' | 'm' | 'p' | 'd') if covers_answers(model) => tell_covered(model),
            Some('e') => {
                let mut entry = Entry::default();
                entry.set(round.entries.get(self.selected).map_or("", String::as_str));
                self.editing = Some(entry);
            }
            Some(letter) => return Then::Stay(self.change(model, letter)),
            None if key == KeyPress::ctrl('z') => return Then::Stay(self.bring_back(model)),
            None if key.code == Code::Enter => return reveal::show(model, &round),
            None => {}
        }
        Then::stay()
    }

    /// Returns the answers; where the room sees this screen, the texts are covered.
    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let round = model.run.as_ref()?.answers.round.as_ref()?;
        let covered = covers_answers(model);
        let rows = if covered { Vec::new() } else { round.entries.clone() };
        let parked = if round.aside.is_empty() { String::new() } else { format!(", {} parked", round.aside.len()) };
        let title = format!("{} in, {} to be shown{parked}; nobody has seen them", round.count(), round.entries.len());
        let mut sheet = Sheet::list(title, rows, self.selected, self.hint(model, covered));
        let shown = |entry: &Entry| if covered { bar_over(entry.text()) } else { entry.text().to_owned() };
        sheet.body.extend(self.editing.as_ref().map(|entry| SheetPart::typed("", &shown(entry))));
        Some(sheet)
    }
}

impl QueueView {
    fn hint(&self, model: &Model, covered: bool) -> &'static str {
        match (self.sure, covered, model.is_shared()) {
            (true, ..) => "x once more drops them all, unseen; nothing brings them back",
            _ if only_counts(model) => "Enter shows how many chose what; Esc goes on collecting; x drops them",
            (_, true, true) => "Enter shows them all, shuffled; F2 uncovers them here; x drops them",
            (_, true, false) => "Esc goes on collecting; x drops them",
            (_, false, _) if !self.dropped.is_empty() => {
                "Enter shows them all, shuffled   Ctrl-Z brings back what was dropped"
            }
            (_, false, _) => {
                "Enter shows them all, shuffled   e edit  m merge with the next  p park  d drop   x drops all"
            }
        }
    }

    /// Merges the row under the cursor with the next, parks it or drops it.
    fn change(&mut self, model: &mut Model, letter: char) -> Vec<Effect> {
        let selected = self.selected;
        match letter {
            'm' => save_changed(model, |round| merge(round, selected)),
            'p' => save_changed(model, |round| round.aside.extend(taken(&mut round.entries, selected))),
            'd' => save_changed(model, |round| self.dropped.extend(taken(&mut round.entries, selected))),
            _ => Vec::new(),
        }
    }

    /// Brings the answer dropped last back, at the end of the list.
    fn bring_back(&mut self, model: &mut Model) -> Vec<Effect> {
        if model.run.as_ref().is_some_and(|run| run.answers.keeping.is_some()) {
            return Vec::new();
        }
        let Some(text) = self.dropped.pop() else {
            model.tell(Tone::Plain, "Nothing was dropped here that could be brought back.");
            return Vec::new();
        };
        save_changed(model, |round| {
            self.selected = round.entries.len();
            round.entries.push(text);
        })
    }

    fn edit(&mut self, model: &mut Model, mut entry: Entry, key: KeyPress) -> Vec<Effect> {
        if key.code != Code::Enter {
            entry.press(key);
            self.editing = Some(entry);
            return Vec::new();
        }
        let note = own_note(entry.text()).is_some();
        if note {
            model.tell(Tone::Plain, "A line that begins with me: is a note for yourself, and no answer.");
        }
        if note || model.run.as_ref().is_some_and(|run| run.answers.keeping.is_some()) {
            self.editing = Some(entry);
            return Vec::new();
        }
        let text = unnamed_text(model, entry.text().trim());
        save_changed(model, |round| {
            if let Some(old) = round.entries.get_mut(self.selected).filter(|_| !text.is_empty()) {
                *old = text;
            }
        })
    }

    /// Drops all answers at the second key press, because they cannot be brought back.
    fn discard(&mut self, model: &mut Model, round: &Hidden, sure: bool) -> Then {
        if !sure && !round.entries.is_empty() {
            self.sure = true;
            return Then::stay();
        }
        if holds_back(model) { Then::stay() } else { Then::Close(drop_answers(model)) }
    }
}

/// Shows a notice why a single covered answer cannot be changed.
fn tell_covered(model: &mut Model) {
    let says = if only_counts(model) {
        "A slip is only counted; it is never shown by itself."
    } else if model.is_shared() {
        "F2 uncovers them first."
    } else {
        "They stay covered; too few are in."
    };
    model.tell(Tone::Plain, says);
}

fn taken(entries: &mut Vec<String>, at: usize) -> Option<String> {
    (at < entries.len()).then(|| entries.remove(at))
}

/// Joins an answer with the next one.
fn merge(round: &mut Hidden, at: usize) {
    if at + 1 < round.entries.len()
        && let Some(next) = taken(&mut round.entries, at + 1)
        && let Some(entry) = round.entries.get_mut(at)
    {
        *entry = format!("{entry} / {next}");
    }
}
