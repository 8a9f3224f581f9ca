use super::order::Changes;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{Model, Popup, Then};
use crate::app::sheet::{Overflow, Sheet, SheetPart};
use crate::theme::Role;

/// The maximum width of the list of changes, in cells.
const WIDEST: u16 = 100;

/// The number of lines that the page keys scroll by.
const PAGE: u16 = 10;

impl Popup for Changes {
    fn about(&self) -> &'static [&'static str] {
        &["What was different at one moment and at another. Arrows and pages scroll."]
    }

    fn key(&mut self, _model: &mut Model, key: KeyPress) -> Then {
        let scroll = match key.code {
            Code::Down => self.scroll.saturating_add(1),
            Code::Up => self.scroll.saturating_sub(1),
            Code::PageDown => self.scroll.saturating_add(PAGE),
            Code::PageUp => self.scroll.saturating_sub(PAGE),
            _ => return Then::close(),
        };
        let lines: usize = self.sections.iter().map(|(_, says)| says.len() + 1).sum();
        let last = u16::try_from(lines.saturating_sub(1)).unwrap_or(u16::MAX);
        self.scroll = scroll.min(last);
        Then::stay()
    }

    fn sheet(&self, _model: &Model) -> Option<Sheet> {
        let mut body = Vec::new();
        for (heading, says) in &self.sections {
            body.push(SheetPart::line(heading, Role::Title));
            body.extend(says.iter().cloned().map(SheetPart::Bullet));
        }
        if body.is_empty() {
            body.push(SheetPart::line("Nothing changed.", Role::Text));
        }
        Some(Sheet {
            title_of_part: Some(format!("{}: arrows show more", self.title)),
            widest: Some(WIDEST),
            width: Some(WIDEST),
            overflow: Overflow::Scrolled(self.scroll),
            body,
            ..Sheet::titled(&self.title)
        })
    }
}
