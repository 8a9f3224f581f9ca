use super::sources::{PollSource, sources};
use crate::app::key::{Code, KeyPress};
use crate::app::model::{Model, Popup, Then};
use crate::app::run::{Todo, queue};
use crate::app::sheet::Sheet;
use crate::record::english::listed;
use crate::record::lexicon::Keyword;
use crate::record::text::clip;
use crate::record::{Fact, Poll, PollBy};

/// The maximum length of a row, in characters.
const ROW: usize = 66;

/// The popup that puts options to the room: the number of a row is the second of two keys.
#[derive(Debug, Default)]
pub(super) struct PollChooser {
    by: PollBy,
    selected: usize,
}

impl Popup for PollChooser {
    fn about(&self) -> &'static [&'static str] {
        &[
            "What to put to the room: options, things, loops or findings, and how it is counted.",
            "The number of a row chooses it; nothing is asked before that.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let sources = sources(model);
        if let Some(row) = key.chosen_row(self.selected) {
            return match sources.get(row) {
                Some(source) => Then::Close(queue(model, [put(source, self.by)])),
                None if row == sources.len() => {
                    self.type_options(model);
                    Then::close()
                }
                None => Then::stay(),
            };
        }
        match (key.code, key.typed()) {
            (Code::Tab, _) => self.by = self.by.next(),
            (_, Some('+')) => self.by = self.by.with_dots(true),
            (_, Some('-')) => self.by = self.by.with_dots(false),
            _ => self.selected = key.moved(self.selected, sources.len() + 1).unwrap_or(self.selected),
        }
        Then::stay()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let rows = sources(model).into_iter().map(|source| {
            let row = format!("{}: {}", source.called, listed(&source.options, "and"));
            if row.chars().count() > ROW { format!("{}…", clip(&row, ROW - 1)) } else { row }
        });
        let typed = format!("the options I type, as in {}", line(self.by, "A, B, C"));
        let dots = if matches!(self.by, PollBy::Dots(_)) { "; + and -: dots" } else { "" };
        let hint = format!("a number puts it to the room; Tab: another way to answer{dots}");
        let title = format!("put to the room: {}", self.by.asks().to_lowercase());
        Some(Sheet::numbered(title, rows.chain([typed]), self.selected, hint))
    }
}

impl PollChooser {
    /// Puts the beginning of the line in front of what is typed.
    fn type_options(&self, model: &mut Model) {
        model.entry.insert_before(line(self.by, "").trim_end());
        if model.entry.text().ends_with(':') {
            model.entry.insert(" ");
        }
    }
}

fn line(by: PollBy, options: &str) -> String {
    let how = by.typed();
    let apart = if how.is_empty() { "" } else { " " };
    format!("{}{apart}{how}: {options}", Keyword::Vote.as_ref())
}

fn put(source: &PollSource, by: PollBy) -> Todo {
    let poll = Poll { question: String::new(), by, options: source.options.clone() };
    let says = "Put to the room. Type the counts, or Ctrl-B; the room sees the options.".to_owned();
    Todo::UnnamedTold(vec![Fact::Polled(poll)], says)
}
