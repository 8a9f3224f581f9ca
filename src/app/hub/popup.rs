//! The popup about the hub: what it has, what it lacks, joining and leaving.

use super::{HubChore, stay};
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::Screen;
use crate::app::sheet::{EntryPlace, Sheet, SheetEntry, SheetPart};
use crate::record::text::clean;
use crate::theme::Role;

/// The command that shows the hub.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    786,
    "hub",
    "hub: share the sessions of this workspace with other tables",
    &[Screen::Home, Screen::Run, Screen::Map],
    show,
)
.while_collecting()];

/// The popup about the hub.
#[derive(Debug, Default)]
struct HubView {
    /// The address that is typed while no hub is joined.
    entry: Entry,
    selected: usize,
    /// Whether leaving was chosen once; the second time it is done.
    leaving: bool,
}

/// A row of the popup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HubAct {
    /// Keep the open session here, or let it travel.
    Stay,
    /// Leave the hub.
    Leave,
}

fn show(model: &mut Model) -> Vec<Effect> {
    model.show(HubView::default());
    vec![Effect::Hub(HubChore::Ask)]
}

impl Popup for HubView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "The hub is a PostgreSQL database over which several tables share one map.",
            "A line is on this disk first; what is private never travels.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if model.hub.hub.is_empty() {
            return self.address_key(key);
        }
        let acts = acts(model);
        let chosen = if key.code == Code::Enter { Some(self.selected) } else { key.numbered_row() };
        match chosen.and_then(|row| acts.get(row)) {
            Some(HubAct::Stay) => Then::Close(stay::switch(model)),
            Some(HubAct::Leave) if self.leaving => Then::Close(vec![Effect::Hub(HubChore::Leave)]),
            Some(HubAct::Leave) => {
                self.leaving = true;
                Then::stay()
            }
            None => {
                self.selected = key.moved(self.selected, acts.len()).unwrap_or(self.selected);
                self.leaving = false;
                Then::stay()
            }
        }
    }

    fn paste(&mut self, model: &mut Model, lines: Vec<String>) {
        if let Some(first) = lines.first().filter(|_| model.hub.hub.is_empty()) {
            self.entry.insert(first.trim());
        }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        Some(if model.hub.hub.is_empty() { self.without_hub() } else { self.with_hub(model) })
    }
}

impl HubView {
    fn address_key(&mut self, key: KeyPress) -> Then {
        if key.code != Code::Enter {
            self.entry.press(key);
            return Then::stay();
        }
        let address = clean(self.entry.text().trim()).into_owned();
        if address.is_empty() { Then::close() } else { Then::Close(vec![Effect::Hub(HubChore::Join(address))]) }
    }

    fn without_hub(&self) -> Sheet {
        let says = "This workspace has joined no hub: every session stays in its folder. A hub is a PostgreSQL database; \
                    whoever runs it sets it up once with adjacent hub init URL.";
        let hint = "Type its address, such as postgres://table5@hub.example.org/adjacent, and press Enter to join. The \
                    password comes from PGPASSWORD or from the file .pgpass, never from here.";
        Sheet {
            widest: Some(72),
            entry: Some(SheetEntry { entry: self.entry.clone(), place: EntryPlace::Bottom, veiled: false }),
            ..Sheet::texts("the hub", [(says.to_owned(), Role::Text), (hint.to_owned(), Role::Quiet)])
        }
    }

    fn with_hub(&self, model: &Model) -> Sheet {
        let told = model.hub.told().into_iter().map(|says| (clean(&says).into_owned(), Role::Text));
        let mut sheet = Sheet { widest: Some(72), ..Sheet::texts("the hub", told) };
        let row = |(at, act): (usize, &HubAct)| format!("{}  {}", at + 1, self.words(*act, model));
        let rows = acts(model).iter().enumerate().map(row).collect();
        sheet.body.push(SheetPart::Rows { rows, selected: self.selected });
        sheet.foot.push(SheetPart::Hint("a number, or Enter; Esc leaves everything as it is".to_owned(), Role::Quiet));
        sheet
    }

    fn words(&self, act: HubAct, model: &Model) -> &'static str {
        let stays = model.run.as_ref().is_some_and(|run| run.recording.session().stays_here());
        match act {
            HubAct::Stay if stays => "let the open session travel, with all that was said",
            HubAct::Stay => "keep the open session here from now on",
            HubAct::Leave if self.leaving => "leave the hub: press once more. The sessions that came from it stay",
            HubAct::Leave => "leave the hub",
        }
    }
}

/// What can be done in this popup now.
fn acts(model: &Model) -> Vec<HubAct> {
    let writes = model.run.as_ref().is_some_and(|run| run.writable);
    writes.then_some(HubAct::Stay).into_iter().chain([HubAct::Leave]).collect()
}
