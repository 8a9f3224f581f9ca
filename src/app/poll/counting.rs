use super::TypedCount;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{Model, Popup, Then};
use crate::app::run::{Run, Todo, queue};
use crate::app::sheet::{Sheet, SheetPart};
use crate::record::spoken::counted;
use crate::record::{Fact, Poll, PollBy};
use crate::theme::Role;

/// The popup in which the scribe types the counts of the open poll. A blank goes on to the next option, so `3 5 0` and
/// Enter is a whole count.
#[derive(Debug)]
pub(super) struct PollCounter {
    poll: Poll,
    /// What was typed for each option.
    typed: Vec<String>,
    at: usize,
    /// Whether it was typed to its end, so that the next digit begins a new one.
    whole: bool,
    /// What does not fit in the count; Enter then records it as it is.
    doubt: Option<String>,
    /// Whether `doubt` is about a count that can be recorded all the same.
    knowingly: bool,
}

impl PollCounter {
    /// Returns the popup for the open poll; `None` if there is none. What was typed before it was put away is in it.
    pub(super) fn of(run: &Run) -> Option<Self> {
        let poll = run.recording.session().poll()?.clone();
        let typed = run.poll_counts.cells(&poll);
        let at = typed.iter().position(String::is_empty);
        Some(Self { poll, typed, at: at.unwrap_or_default(), whole: at.is_none(), doubt: None, knowingly: false })
    }

    fn count(&mut self, model: &mut Model) -> Then {
        self.whole = true;
        let present = present(model);
        match self.poll.tally(&model.phones.added_to(&self.poll, &self.typed), present) {
            Err(flaw) => {
                self.doubt = Some(flaw.to_string());
                Then::stay()
            }
            Ok(tally) if tally.says.is_some() && !self.knowingly => {
                (self.doubt, self.knowingly) = (tally.says, true);
                Then::stay()
            }
            Ok(tally) => {
                forget(model);
                let says = told(model, &tally.facts);
                Then::Close(queue(model, [Todo::UnnamedTold(tally.facts, says)]))
            }
        }
    }

    /// Clears what was typed.
    fn clear(&mut self) {
        self.typed.iter_mut().for_each(String::clear);
        self.at = 0;
    }

    fn type_in(&mut self, c: char) {
        if let Some(cell) = self.typed.get_mut(self.at).filter(|cell| cell.chars().count() < CELL) {
            cell.push(c);
        }
    }

    /// Returns one row: the number of the option, the option, and what was typed for it.
    fn row(&self, place: usize, option: &str) -> String {
        let typed = self.typed.get(place).map_or("", String::as_str);
        let cursor = if place == self.at { "_" } else { "" };
        format!(
            "{:>2}  {typed}{cursor}{}{option}",
            place + 1,
            " ".repeat(WIDTH.saturating_sub(typed.len() + cursor.len()))
        )
    }
}

/// The maximum number of characters of a count, and the width of the column of counts.
const CELL: usize = 40;
const WIDTH: usize = 8;

impl Popup for PollCounter {
    fn about(&self) -> &'static [&'static str] {
        &[
            "The counts of the open poll, typed one after the other with blanks: 3 5 0, then",
            "Enter. What is still out is told as you type; Enter records the count. The same",
            "numbers can be typed in the entry line; Ctrl-U begins anew.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if key.code == Code::Enter {
            return self.count(model);
        }
        (self.doubt, self.knowingly) = (None, false);
        let last = self.typed.len().saturating_sub(1);
        let digit = key.typed().is_some_and(|c| c.is_ascii_digit());
        if key == KeyPress::ctrl('u') || std::mem::take(&mut self.whole) && digit {
            self.clear();
        }
        match (key.code, key.typed()) {
            (_, Some('d')) => {
                forget(model);
                let says = "The vote was dropped; nothing was counted.".to_owned();
                return Then::Close(queue(model, [Todo::UnnamedTold(vec![Fact::PollDropped], says)]));
            }
            (_, Some(digit)) if digit.is_ascii_digit() => self.type_in(digit),
            (Code::Tab, _) | (_, Some(' ' | ',')) => self.at = (self.at + 1).min(last),
            (Code::BackTab, _) => self.at = self.at.saturating_sub(1),
            (Code::Backspace, _) => {
                let emptied = self.typed.get_mut(self.at).is_some_and(|cell| cell.pop().is_none());
                self.at = self.at.saturating_sub(usize::from(emptied));
            }
            _ => self.at = key.moved(self.at, self.typed.len()).unwrap_or(self.at),
        }
        Then::stay()
    }

    /// Puts the popup away; the poll stays open, and what was typed stays.
    fn escape(&mut self, model: &mut Model) -> Then {
        if let Some(run) = &mut model.run {
            run.poll_counts.put_away(&self.poll, std::mem::take(&mut self.typed));
        }
        Then::close()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let rows = self.poll.options.iter().enumerate().map(|(place, option)| self.row(place, option)).collect();
        let mut body = vec![SheetPart::Rows { rows, selected: self.at }];
        let phones = model.phones.answers_to(&self.poll);
        if phones > 0 {
            let says = format!("{} on phones; Enter adds what they say", counted(phones, "answer", "answers"));
            body.push(SheetPart::Hint(says, Role::Accent));
        }
        // How much is out, with the phones, would tell what they say.
        let out = self.poll.still_out(&self.typed, present(model)).filter(|_| phones == 0);
        body.extend(out.map(|out| SheetPart::Hint(format!("still out: {out}"), Role::Accent)));
        if let Some(doubt) = &self.doubt {
            let and = if self.knowingly { " Enter again records it so." } else { "" };
            body.push(SheetPart::Hint(format!("{doubt}{and}"), Role::Amber));
        }
        body.push(SheetPart::Hint(hint(self.poll.by).to_owned(), Role::Quiet));
        let title = format!("{} {}", self.poll.asked(), self.poll.by.asks());
        Some(Sheet { body, ..Sheet::titled(title) })
    }
}

fn hint(by: PollBy) -> &'static str {
    match by {
        PollBy::Hands | PollBy::Dots(_) => "a blank between them; Enter: counted; Ctrl-U: anew; d: drop; Esc: later",
        PollBy::Scale => "a digit a person, a blank after each; Enter: counted; Ctrl-U: anew; d: drop",
        PollBy::Order => "places, a blank between them; Enter: counted; Ctrl-U: anew; d: drop; Esc: later",
    }
}

/// Tells a count as the room would read it.
fn told(model: &Model, facts: &[Fact]) -> String {
    let told = model.run.as_ref().and_then(|run| {
        let event = run.recording.keyed(facts.to_vec(), run.recording.at(model.now));
        run.recording.retell(&event)
    });
    format!("{} Ctrl-Z takes it back.", told.unwrap_or_else(|| "Counted.".to_owned()))
}

/// Returns the number of people present, those with phones among them.
fn present(model: &Model) -> usize {
    let listed = model.run.as_ref().map_or(0, |run| run.recording.session().people().len());
    model.phones.people(listed)
}

/// Forgets what was typed for the poll.
fn forget(model: &mut Model) {
    if let Some(run) = &mut model.run {
        run.poll_counts = TypedCount::default();
    }
}
