//! Help for a popup: what it is for and what its keys do, shown over it. Esc goes back to the popup.

use super::command::PALETTE;
use super::errands::OpenMatter;
use super::help::{HELP, Help, PAGE, WIDTH};
use super::key::{Code, KeyPress};
use super::leave::After;
use super::model::{Model, Popup, Then};
use super::run::PastedLine;
use super::sheet::{Overflow, Sheet, SheetPart};
use crate::replay::search::Hit;
use crate::theme::Role;

/// The help over a popup, which waits below it.
#[derive(Debug)]
pub(super) struct PopupHelp {
    /// The popup; `None` once it is shown again.
    below: Option<Box<dyn Popup>>,
    /// The index of the first line shown.
    scroll: u16,
}

impl PopupHelp {
    /// Returns the help over a popup.
    pub(super) fn over(popup: Box<dyn Popup>) -> Self {
        Self { below: Some(popup), scroll: 0 }
    }

    /// Shows the popup again.
    fn back(&mut self, model: &mut Model) -> Then {
        model.popup = self.below.take();
        if model.popup.is_some() { Then::stay() } else { Then::close() }
    }
}

impl Popup for PopupHelp {
    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        self.scroll = match key.code {
            Code::Down => self.scroll.saturating_add(1),
            Code::PageDown => self.scroll.saturating_add(PAGE),
            Code::Up => self.scroll.saturating_sub(1),
            Code::PageUp => self.scroll.saturating_sub(PAGE),
            _ => return self.back(model),
        };
        Then::stay()
    }

    fn escape(&mut self, model: &mut Model) -> Then {
        self.back(model)
    }

    fn paste(&mut self, model: &mut Model, lines: Vec<String>) {
        if let Some(below) = &mut self.below {
            below.paste(model, lines);
        }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let below = self.below.as_ref()?;
        let shown = below.sheet(model).unwrap_or_default();
        let told = |line: &str| model.commands.with_own_keys_over_boxes(line).into_owned();
        let mut body = Vec::new();
        if !below.about().is_empty() {
            // One text, so that it breaks where this box ends and not where its source does.
            body.extend([SheetPart::Text(told(&below.about().join(" ")), Role::Text), SheetPart::blank()]);
        }
        body.extend(keys(&shown).into_iter().map(|(key, does)| {
            let key = model.commands.with_own_keys_over_boxes(key);
            SheetPart::Hanging(vec![(format!("{key:<11}"), Role::Accent)], does.to_owned())
        }));
        Some(Sheet {
            title_of_part: Some("help: arrows show more, Esc goes back to the box".to_owned()),
            width: Some(WIDTH),
            overflow: Overflow::Scrolled(self.scroll),
            body,
            ..Sheet::titled(format!("help for the box “{}”: Esc goes back to it", shown.title))
        })
    }

    fn compares_names(&self) -> bool {
        self.below.as_ref().is_some_and(|below| below.compares_names())
    }

    fn names_changed(&mut self, model: &Model) {
        if let Some(below) = &mut self.below {
            below.names_changed(model);
        }
    }

    fn listed_open(&mut self, open: &[OpenMatter]) {
        if let Some(below) = &mut self.below {
            below.listed_open(open);
        }
    }

    fn found_everywhere(&mut self, words: &str, hits: &[Hit]) {
        if let Some(below) = &mut self.below {
            below.found_everywhere(words, hits);
        }
    }

    fn unread(&self) -> &[PastedLine] {
        self.below.as_ref().map_or(&[], |below| below.unread())
    }

    fn once_saved(&self) -> Option<After> {
        self.below.as_ref()?.once_saved()
    }
}

/// Whether a key asks for help over this popup; help itself needs none. The key of the palette asks for it too, because
/// the key of the help does not arrive from every terminal; in a box of rows a question mark is enough.
pub(super) fn is_asked_for(model: &Model, key: KeyPress, popup: &dyn Popup) -> bool {
    let is_help = popup.downcast::<Help>().is_some() || popup.downcast::<PopupHelp>().is_some();
    let is_list = || popup.sheet(model).is_some_and(|sheet| sheet.rows() > 0 && !sheet.is_typed_in());
    let is_key = model.commands.is_key_of(HELP.name, key) || model.commands.is_key_of(PALETTE, key);
    let asks = is_key || (HELP.bare == key.typed() && HELP.bare.is_some() && is_list());
    asks && !is_help
}

/// Returns the keys that every box with these parts knows.
fn keys(sheet: &Sheet) -> Vec<(&'static str, &'static str)> {
    let rows = sheet.body.iter().any(|part| matches!(part, SheetPart::Rows { .. }));
    let mut keys = Vec::new();
    if rows {
        keys.extend([("Up, Down", "another row"), ("Enter", "does what the marked row says")]);
    }
    if sheet.entry.is_some() {
        keys.push(("characters", "are typed into the line of the box"));
    }
    keys.push((
        if rows && !sheet.is_typed_in() { "?, Ctrl-P" } else { "Ctrl-P" },
        "this help (F1 too, where the terminal sends it)",
    ));
    keys.extend([("Esc", "goes back; nothing is done"), ("F8", "the curtain, also over a box")]);
    keys
}
