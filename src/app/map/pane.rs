//! The pane of one thing: sets its name, kind, status, owner and good direction, each as one event.

use super::change::ThingChange;
use super::changing::record;
use super::pane_state::{PaneRow, PaneStage, ThingPane};
use super::{View, pane_sheet};
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::Sheet;
use crate::graph::Key;
use crate::record::Fact;
use crate::record::text::clean;

/// The commands that show the pane of a thing.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(474, "rename", "give a thing another name", &[Screen::Run, Screen::Map], |model| show(model, true)),
    CommandRow::new(475, "thing", "a thing: its name, kind, status, owner, good direction", &[Screen::Map], |model| {
        show(model, false)
    })
    .bare('n')
    .key(KeyPress::ctrl('k'))
    .in_footer("name it"),
];

/// Shows the pane of the thing that is looked at: on the map the one under the cursor in table and drawing, else the
/// centre; in a session, the one that was talked about last.
fn show(model: &mut Model, renames: bool) -> Vec<Effect> {
    if model.looks_at_past_map() {
        model.tell(Tone::Plain, "This map is of the past; nothing is changed in it.");
        return Vec::new();
    }
    if model.run.as_ref().is_some_and(|run| !run.writable) {
        model.tell(Tone::Plain, "This session is only read here.");
        return Vec::new();
    }
    let (first, other) = subjects(model);
    let labels = [first, other].map(|key| key.and_then(|key| label_of(model, &key)));
    let [Some(label), other] = labels else {
        model.tell(Tone::Plain, "Name a thing first; then this renames it, or says what it is.");
        return Vec::new();
    };
    let mut pane = ThingPane::of(label, other);
    if renames {
        pane.stage = pane.opened(model);
    }
    model.show(pane);
    Vec::new()
}

/// Returns the thing of the pane, and another one to which Tab turns.
fn subjects(model: &Model) -> (Option<Key>, Option<Key>) {
    if model.screen == Screen::Run {
        let in_view = model.run.as_ref().and_then(|run| run.last.in_view.as_ref());
        return (in_view.and_then(|thing| Key::of(&thing.label)), None);
    }
    let (centre, cursor) = (model.map.centre.clone(), model.map.under_cursor());
    match model.map.view {
        View::Table | View::Drawn => (cursor.clone().or(centre), None),
        _ => (centre, cursor),
    }
}

fn label_of(model: &Model, key: &Key) -> Option<String> {
    model.map_ledger().thing(key.as_str()).map(|known| known.label.to_owned())
}

impl Popup for ThingPane {
    fn about(&self) -> &'static [&'static str] {
        &[
            "What is known of one thing: its name, kind, status, owner and good direction. Enter",
            "on a row changes it; each change can be undone by Ctrl-Z.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        match &mut self.stage {
            PaneStage::Rows => self.row_key(model, key),
            PaneStage::Typing(entry) if key.code == Code::Enter => {
                let typed = clean(entry.text().trim()).into_owned();
                self.typed(model, &typed)
            }
            PaneStage::Typing(entry) => {
                entry.press(key);
                Then::stay()
            }
            PaneStage::Choosing(selected) => {
                let rows = self.row.choices().len();
                if let Some(chosen) = key.chosen_row(*selected) {
                    return self.choose(model, chosen);
                }
                *selected = key.moved(*selected, rows).unwrap_or(*selected);
                Then::stay()
            }
            PaneStage::Taken(other) if key.code == Code::Enter => {
                let facts = vec![Fact::Merged { keep: other.clone(), drop: self.label(model) }];
                self.make(model, facts)
            }
            PaneStage::Taken(_) => Then::stay(),
        }
    }

    /// Returns to the list of what can be set; from there, closes the pane.
    fn escape(&mut self, _model: &mut Model) -> Then {
        match std::mem::replace(&mut self.stage, PaneStage::Rows) {
            PaneStage::Rows => Then::close(),
            PaneStage::Typing(_) | PaneStage::Choosing(_) | PaneStage::Taken(_) => Then::stay(),
        }
    }

    fn paste(&mut self, _model: &mut Model, lines: Vec<String>) {
        if let (PaneStage::Typing(entry), Some(first)) = (&mut self.stage, lines.first()) {
            entry.insert(first);
        }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        pane_sheet::sheet(self, model)
    }
}

impl ThingPane {
    fn row_key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let numbered = key.numbered_row().and_then(|row| PaneRow::ALL.get(row));
        if let Some(row) = numbered.copied().or((key.code == Code::Enter).then_some(self.row)) {
            self.row = row;
            self.stage = self.opened(model);
            return Then::stay();
        }
        if key == KeyPress::ctrl('z') {
            return Then::PassKey;
        }
        if key.code == Code::Tab
            && let Some(other) = self.other.take()
        {
            self.other = Some(std::mem::replace(&mut self.named, other));
        }
        self.row = key.moved(self.row.place(), PaneRow::ALL.len()).map_or(self.row, PaneRow::at);
        Then::stay()
    }

    /// Returns the stage in which the selected row is changed.
    fn opened(&self, model: &Model) -> PaneStage {
        let mut entry = Entry::default();
        match self.row {
            PaneRow::Name => entry.set(&self.label(model)),
            PaneRow::Owner => entry.set(&self.unit(model).unwrap_or_default()),
            PaneRow::Kind | PaneRow::Status | PaneRow::Good => {
                let now = self.thing(model).and_then(|thing| self.row.chosen(&thing));
                return PaneStage::Choosing(now.unwrap_or_default());
            }
        }
        PaneStage::Typing(entry)
    }

    fn typed(&mut self, model: &mut Model, typed: &str) -> Then {
        let Some(key) = Key::of(typed) else {
            model.tell(Tone::Plain, "A name needs at least one letter or digit.");
            return Then::stay();
        };
        match self.row {
            PaneRow::Name => self.rename(model, typed, &key),
            _ => {
                let unit = typed.trim_start_matches('@').trim().to_owned();
                self.change(model, &ThingChange::Unit(unit))
            }
        }
    }

    /// Renames the thing; where another thing has the name, asks whether the two are one.
    fn rename(&mut self, model: &mut Model, to: &str, key: &Key) -> Then {
        let from = self.label(model);
        if from == to {
            return self.back(model, "It is called that already.");
        }
        let ledger = model.map_ledger();
        if ledger.key_of(to).is_some() && ledger.key_of(to) != ledger.key_of(&from) {
            self.stage = PaneStage::Taken(ledger.thing(key.as_str()).map_or(to, |known| known.label).to_owned());
            return Then::stay();
        }
        self.make(model, vec![Fact::Renamed { from, to: to.to_owned() }])
    }

    fn choose(&mut self, model: &mut Model, chosen: usize) -> Then {
        match self.row.choices().get(chosen).copied() {
            Some(attribute) => self.change(model, &ThingChange::Attribute(attribute)),
            None => Then::stay(),
        }
    }

    /// Records a change, unless the thing is like that already.
    fn change(&mut self, model: &mut Model, change: &ThingChange) -> Then {
        let Some(graph) = self.graph(model) else { return Then::close() };
        let changed = change.changed(&graph, graph.things().filter(|thing| self.is(model, &thing.key)).map(|t| &t.key));
        if changed.is_empty() {
            return self.back(model, "It is like that already.");
        }
        let claim = model.run.as_ref().map_or(0, |run| run.recording.session().next_claim());
        let facts = change.facts(&changed, claim);
        self.make(model, facts)
    }

    fn make(&mut self, model: &mut Model, facts: Vec<Fact>) -> Then {
        self.stage = PaneStage::Rows;
        Then::Stay(record(model, facts))
    }

    fn back(&mut self, model: &mut Model, says: &str) -> Then {
        self.stage = PaneStage::Rows;
        model.tell(Tone::Plain, says);
        Then::stay()
    }
}
