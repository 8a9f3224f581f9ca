//! What one person takes away from a walk alone: a page to read, to send and to keep.

use super::chore::ErrandChore;
use super::export::joined_words;
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::Run;
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{EntryPlace, Overflow, Sheet, SheetEntry, SheetPart};
use crate::record::Mode;
use crate::record::text::clean;
use crate::theme::Role;

/// The command that shows the page.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    162,
    "page",
    "what you take away alone: a message, whom to ask by when, what to watch",
    &[Screen::Run],
    show,
)];

/// The number of lines that a page key scrolls.
const PAGE: u16 = 10;

/// The maximum width of the page, in cells.
const WIDTH: u16 = 90;

/// The page, and the name of the file it is written to, while that is typed.
#[derive(Debug)]
pub struct TakeAwayView {
    /// The page as Markdown.
    pub page: String,
    title: String,
    first: u16,
    file: Option<Entry>,
}

/// Whether one person sits alone in this session.
pub(in crate::app) fn is_alone(run: &Run) -> bool {
    run.recording.session().mode() == Mode::Solo
}

/// Shows the page of a session alone.
pub(in crate::app) fn show(model: &mut Model) -> Vec<Effect> {
    let Some(run) = model.run.as_ref().filter(|run| is_alone(run)) else {
        model.tell(Tone::Plain, "The page is for somebody alone; a room has its minutes: /minutes or F9.");
        return Vec::new();
    };
    let (page, title) = (run.recording.page_of_one(&model.catalogue), run.recording.session().title().to_owned());
    model.show(TakeAwayView { page, title, first: 0, file: None });
    Vec::new()
}

impl Popup for TakeAwayView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "What this walk comes to: a message to send, whom to ask by when, what to watch.",
            "Enter writes it to a file.",
        ]
    }

    fn key(&mut self, _model: &mut Model, key: KeyPress) -> Then {
        let Some(file) = &mut self.file else {
            let last = u16::try_from(self.page.lines().count()).unwrap_or(u16::MAX);
            self.first = match (key.code, key.typed()) {
                (Code::Down, _) => self.first.saturating_add(1).min(last),
                (Code::Up, _) => self.first.saturating_sub(1),
                (Code::PageDown, _) | (_, Some(' ')) => self.first.saturating_add(PAGE).min(last),
                (Code::PageUp, _) => self.first.saturating_sub(PAGE),
                (Code::Home, _) => 0,
                (_, Some('c')) => return Then::Close(vec![Effect::Copy(self.page.clone())]),
                (Code::Enter, _) => {
                    let mut entry = Entry::default();
                    entry.set(&format!("{}.page.md", joined_words(&self.title)));
                    self.file = Some(entry);
                    self.first
                }
                _ => self.first,
            };
            return Then::stay();
        };
        if key.code != Code::Enter {
            file.press(key);
            return Then::stay();
        }
        let file = file.text().trim().to_owned();
        if file.is_empty() {
            return Then::stay();
        }
        Then::Close(vec![Effect::Errand(ErrandChore::Write { file, text: self.page.clone() })])
    }

    /// Goes back from the name of the file to the page; otherwise closes the popup.
    fn escape(&mut self, _model: &mut Model) -> Then {
        if self.file.take().is_some() { Then::stay() } else { Then::close() }
    }

    fn sheet(&self, _model: &Model) -> Option<Sheet> {
        let entry = self.file.clone().map(|entry| SheetEntry { entry, place: EntryPlace::Bottom, veiled: false });
        let foot = if entry.is_some() {
            "To which file? Enter writes it; a file that is there is not replaced."
        } else {
            "Enter writes it to a file   c copies it   ↓ PgDn more   Esc"
        };
        Some(Sheet {
            title_of_part: Some("what you take away: ↓ and PgDn go on".to_owned()),
            widest: Some(WIDTH),
            body: body(&self.page),
            foot: vec![SheetPart::text(foot, Role::Quiet)],
            overflow: Overflow::Scrolled(self.first),
            entry,
            ..Sheet::titled("what you take away")
        })
    }
}

/// Returns the page as lines of a popup.
pub(in crate::app) fn body(page: &str) -> Vec<SheetPart> {
    let part = |line: &str| match line.trim_start_matches(['#', '>']) {
        "" => SheetPart::blank(),
        told if line.starts_with('#') => SheetPart::Text(clean(told.trim()).into_owned(), Role::Title),
        told => SheetPart::Text(clean(told.trim_start()).into_owned(), Role::Text),
    };
    page.lines().map(part).collect()
}
