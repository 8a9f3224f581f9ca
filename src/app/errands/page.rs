use crate::app::key::{Code, KeyPress};
use crate::app::model::{Model, Popup, Then};
use crate::app::screen::Tone;
use crate::app::sheet::{Overflow, Sheet, SheetPart};
use crate::record::text::clean;
use crate::theme::Role;

/// The number of lines that a page key scrolls.
const PAGE: u16 = 10;

/// The maximum width of a text, in cells.
const WIDTH: u16 = 96;

/// A text to read, which is scrolled.
#[derive(Debug)]
pub(super) struct PageView {
    title: String,
    lines: Vec<String>,
    first: u16,
    /// Whether the text is that of the minutes.
    minutes: bool,
}

impl PageView {
    pub(super) fn new(title: String, text: &str) -> Self {
        Self { title, lines: text.lines().map(|line| clean(line).into_owned()).collect(), first: 0, minutes: false }
    }

    /// The minutes.
    pub(super) fn of_minutes(title: String, text: &str) -> Self {
        Self { minutes: true, ..Self::new(title, text) }
    }

    /// Whether the text is that of the minutes.
    pub(super) const fn shows_minutes(&self) -> bool {
        self.minutes
    }
}

impl Popup for PageView {
    fn key(&mut self, _model: &mut Model, key: KeyPress) -> Then {
        let last = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        self.first = match key.code {
            Code::Down => self.first.saturating_add(1).min(last),
            Code::Up => self.first.saturating_sub(1),
            Code::PageDown | Code::Char(' ') => self.first.saturating_add(PAGE).min(last),
            Code::PageUp => self.first.saturating_sub(PAGE),
            Code::Home => 0,
            Code::End => last.saturating_sub(PAGE),
            Code::Enter => return Then::close(),
            _ => self.first,
        };
        Then::stay()
    }

    fn about(&self) -> &'static [&'static str] {
        &["A text to read. Down, Up, PgDn, PgUp, Home and End scroll it; Enter puts it away."]
    }

    fn sheet(&self, _model: &Model) -> Option<Sheet> {
        Some(Sheet {
            title_of_part: Some(format!("{} (Down and PgDn go on, Esc leaves it)", self.title)),
            widest: Some(WIDTH),
            body: self.lines.iter().map(|line| part(line)).collect(),
            overflow: Overflow::Scrolled(self.first),
            ..Sheet::titled(self.title.clone())
        })
    }
}

/// Returns a line of the page; what does not fit on one row of an item of a list stands behind its dash.
fn part(line: &str) -> SheetPart {
    let text = line.trim_start();
    match text.strip_prefix(DASH) {
        _ if text.is_empty() => SheetPart::blank(),
        Some(item) => {
            let indent = line.len() - text.len();
            SheetPart::Hanging(vec![(format!("{:indent$}{DASH}", ""), Role::Text)], item.to_owned())
        }
        None => SheetPart::Text(line.to_owned(), Role::Text),
    }
}

/// What an item of a list begins with in plain text.
const DASH: &str = "- ";

/// Whether the room sees this window: one window serves everybody, a session is open, and private content was not asked
/// for.
pub(super) const fn is_seen_by_the_room(model: &Model) -> bool {
    model.is_shared() && model.run.is_some()
}

/// Whether the room sees this window, so that what is for the facilitator alone is not shown; tells so.
pub(super) fn is_for_the_room(model: &mut Model) -> bool {
    let shared = is_seen_by_the_room(model);
    if shared {
        model.tell(Tone::Plain, "This window is the room's as well: F2 or /panel first, then it is shown to you.");
    }
    shared
}
