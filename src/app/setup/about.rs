//! A workshop about things that are on the map already: they are chosen first, then title, people and plan are asked.

use std::collections::BTreeSet;

use super::begin::begin;
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{EntryPlace, Sheet, SheetEntry, SheetPart};
use crate::graph::Key;
use crate::record::Kind;
use crate::record::text::{clean, clip};
use crate::theme::Role;

/// The command that begins a workshop about things of the map.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    482,
    "begin-about",
    "begin a workshop about changes of the map: those marked in the table, or chosen now",
    &[Screen::Home, Screen::Map],
    begin_about,
)
.bare('b')];

/// The width of the box, and the lines of the screen around its list.
const WIDTH: u16 = 100;
const OTHER_LINES: u16 = 11;

/// The maximum number of characters of a title that is made of the names of the things.
const TITLE: usize = 60;

/// The box in which the things are chosen.
#[derive(Debug)]
struct AboutView {
    /// What the names of the listed things hold.
    typed: Entry,
    /// Whether a name is being typed, so that a space belongs to it.
    types: bool,
    /// The row under the cursor.
    row: usize,
    /// The labels of the things that are chosen.
    chosen: BTreeSet<String>,
}

/// Lets the things of a new workshop be chosen; those marked in the table of the map are chosen already.
pub(in crate::app) fn begin_about(model: &mut Model) -> Vec<Effect> {
    if model.run.is_some() || model.screen == Screen::Replay {
        model.tell(Tone::Plain, "A session is open: leave it first, then begin another.");
        return Vec::new();
    }
    let ledger = &model.map.ledger;
    let marked = model.map.table.marked.iter().filter_map(|key| ledger.thing(key.as_str()));
    let chosen = marked.filter(|thing| thing.kind == Kind::Initiative).map(|thing| thing.label.to_owned()).collect();
    model.show(AboutView { typed: Entry::default(), types: false, row: 0, chosen });
    vec![Effect::Survey]
}

impl AboutView {
    /// Returns the labels of the changes on the map whose names hold what was typed, in the order of the alphabet.
    fn listed<'m>(&self, model: &'m Model) -> Vec<&'m str> {
        let typed = self.typed.text().trim().to_lowercase();
        let things = model.map.ledger.things().filter(|thing| thing.kind == Kind::Initiative);
        let found = things.filter(|thing| typed.is_empty() || thing.label.to_lowercase().contains(&typed));
        let mut labels: Vec<&str> = found.map(|thing| thing.label).collect();
        labels.sort_by_key(|label| label.to_lowercase());
        labels
    }

    /// Goes on to title, people and plan; without a chosen thing, about the one under the cursor.
    fn go_on(&self, model: &mut Model) -> Then {
        let under = || self.listed(model).get(self.row).map(|label| (*label).to_owned());
        let about: Vec<String> =
            if self.chosen.is_empty() { under().into_iter().collect() } else { self.chosen.iter().cloned().collect() };
        if about.is_empty() {
            return Then::stay();
        }
        Then::Stay(begin(model, &title(&about), about))
    }

    /// Chooses a thing, or no longer, and goes to the next row.
    fn turn(&mut self, label: Option<&str>, last: usize) {
        let Some(label) = label else { return };
        if !self.chosen.remove(label) {
            self.chosen.insert(label.to_owned());
        }
        if self.typed.is_empty() {
            self.row = (self.row + 1).min(last);
        } else {
            // The next name is typed at once.
            self.typed.clear();
            self.types = false;
            self.row = 0;
        }
    }
}

/// Returns the title of a session about these things.
fn title(about: &[String]) -> String {
    let all = about.join(", ");
    let named = match about {
        [first, others @ ..] if all.chars().count() > TITLE && !others.is_empty() => {
            let first = clip(first, TITLE).trim_end();
            format!("{first} and {} more", others.len())
        }
        _ => all,
    };
    format!("{named}: next door")
}

impl Popup for AboutView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "The changes that are on the map. Type a part of a name to find one, and Enter chooses it;",
            "in the list Space does. Enter on an empty line goes on to title, people and plan. The",
            "steps of the session ask about those that were chosen, and about what is named in it.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let listed = self.listed(model);
        let last = listed.len().saturating_sub(1);
        match key.code {
            Code::Enter if self.typed.is_empty() => return self.go_on(model),
            Code::Enter => self.turn(listed.get(self.row).copied(), last),
            Code::Char(' ') if !self.types => self.turn(listed.get(self.row).copied(), last),
            Code::Up | Code::Down => {
                self.types = false;
                self.row = key.moved(self.row, listed.len()).unwrap_or(self.row);
            }
            Code::PageUp | Code::PageDown => self.row = key.paged(self.row, listed.len()).unwrap_or(self.row),
            _ => {
                self.typed.press(key);
                self.types = !self.typed.is_empty();
                self.row = 0;
            }
        }
        Then::stay()
    }

    /// Shows every change again; then closes the box.
    fn escape(&mut self, _model: &mut Model) -> Then {
        if self.typed.is_empty() {
            return Then::close();
        }
        self.typed.clear();
        self.types = false;
        self.row = 0;
        Then::stay()
    }

    fn paste(&mut self, _model: &mut Model, lines: Vec<String>) {
        if let Some(first) = lines.first() {
            self.typed.insert(first);
            self.row = 0;
        }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let (columns, rows) = model.size;
        let width = columns.saturating_sub(4).min(WIDTH);
        let room = usize::from(rows.saturating_sub(OTHER_LINES)).clamp(1, 24);
        let listed = self.listed(model);
        let first = (self.row + 1).saturating_sub(room);
        let is_gone = |label: &str| Key::of(label).is_some_and(|key| model.map.ledger.is_gone(&key));
        let part = |(at, label): (usize, &&str)| {
            let mark = if self.chosen.contains(*label) { "[x]" } else { "[ ]" };
            let role = if at == self.row { Role::Selected } else { Role::Text };
            let gone = if is_gone(label) { "  (no longer in its list)" } else { "" };
            SheetPart::Cut(format!("{mark} {}{gone}", clean(label)), role)
        };
        let asks = match self.typed.text() {
            "" => "Which changes is it about? Type to find one, Space chooses one, Enter goes on.",
            _ => "Which changes is it about? Enter chooses the marked one.",
        };
        let mut body = vec![SheetPart::Text(asks.to_owned(), Role::Title)];
        let mut list: Vec<SheetPart> = listed.iter().enumerate().skip(first).take(room).map(part).collect();
        if listed.is_empty() {
            let none = "No change is on the map so far that is called so; /import brings in a list of them.";
            list.push(SheetPart::Text(none.to_owned(), Role::Quiet));
        }
        list.resize_with(room.max(list.len()), SheetPart::blank);
        body.extend(list);
        let says = match self.chosen.len() {
            0 => format!("{} on the map", listed.len()),
            chosen => format!("{chosen} chosen"),
        };
        body.push(SheetPart::line(says, Role::Accent));
        let entry = SheetEntry { entry: self.typed.clone(), place: EntryPlace::Top, veiled: false };
        let sheet = Sheet { body, entry: Some(entry), tall: true, ..Sheet::titled("begin a workshop") };
        Some(Sheet { width: Some(width), widest: Some(width), ..sheet })
    }
}
