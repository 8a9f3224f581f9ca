//! Puts the questions of a form one after the other, and says of every answer how it is read.

use std::io::{self, BufRead, Lines, StdinLock, Write};
use std::path::PathBuf;

use anyhow::Context as _;
use jiff::Timestamp;

use crate::cli::call::Call;
use crate::cli::failure::{CommandResult, DONE, Failure};
use crate::cli::files::NO_INPUT;
use crate::cli::page;
use crate::exercise::{AnsweredQuestion, Catalogue, SurveyForm};
use crate::record::own_note;
use crate::record::spoken::counted;
use crate::record::text::{clean, clip};
use crate::shell::columns;
use crate::shell::surveys::read_alone;
use crate::store::keep_form;

const HELP: &str = "\
One answer a line; Enter alone goes on. A line that begins with “me:” is for yourself and stays in the file.
/back goes to the question before, /clear empties this one, /quit leaves it; every answer is in the file.";

/// Where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FormPlace {
    Unit,
    Question(usize),
    Share,
}

/// What a line asks for, apart from an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FormWord {
    Back,
    On,
    Clear,
    Quit,
    Help,
}

impl FormWord {
    fn of(line: &str) -> Option<Self> {
        Some(match line {
            "/back" => Self::Back,
            "" | "/on" => Self::On,
            "/clear" => Self::Clear,
            "/quit" => Self::Quit,
            "/help" => Self::Help,
            _ => return None,
        })
    }
}

/// A form while it is answered.
pub(super) struct FormAsking<'a> {
    call: &'a Call,
    path: PathBuf,
    form: SurveyForm,
    catalogue: Catalogue,
    /// Whether lines are broken at the width of the screen.
    laid_out: bool,
    lines: Lines<StdinLock<'static>>,
}

impl<'a> FormAsking<'a> {
    pub(super) fn new(call: &'a Call, path: PathBuf, form: SurveyForm, laid_out: bool) -> Self {
        // The words of a workspace are not read: whoever answers has perhaps none.
        let (catalogue, lines) = (Catalogue::embedded(), io::stdin().lock().lines());
        Self { call, path, form, catalogue, laid_out, lines }
    }

    pub(super) fn go(&mut self) -> CommandResult {
        let intro = format!("Before “{}”. {}\n{HELP}", self.form.title, self.form.who_knows());
        self.say(&intro)?;
        let mut place = if self.form.unit.is_empty() { FormPlace::Unit } else { FormPlace::Question(0) };
        loop {
            self.ask(place)?;
            let Some(line) = self.lines.next().transpose().context(NO_INPUT)? else { return self.left() };
            let line = clean(&line).trim().to_owned();
            place = match (FormWord::of(&line), place) {
                (Some(FormWord::Quit), _) => return self.left(),
                (Some(FormWord::Help), _) => {
                    self.say(HELP)?;
                    place
                }
                (Some(FormWord::Back), _) => self.before(place),
                (Some(FormWord::Clear), FormPlace::Question(at)) => {
                    if let Some(question) = self.form.questions.get_mut(at) {
                        question.lines.clear();
                    }
                    self.keep()?;
                    place
                }
                (Some(FormWord::On), FormPlace::Share) => return self.ended(),
                (Some(FormWord::On | FormWord::Clear), _) => self.after(place),
                (None, FormPlace::Unit) => {
                    self.form.unit = line;
                    self.keep()?;
                    FormPlace::Question(0)
                }
                (None, FormPlace::Question(at)) => {
                    self.answer(at, &line)?;
                    place
                }
                (None, FormPlace::Share) => match self.shares(&line)? {
                    Some(()) => return self.ended(),
                    None => place,
                },
            };
        }
    }

    /// Puts the question of a place, with what was answered so far.
    fn ask(&self, place: FormPlace) -> Result<(), Failure> {
        let text = match place {
            FormPlace::Unit => "\nWhich team are you from? It stands for you on the map.".to_owned(),
            FormPlace::Question(at) => match self.form.questions.get(at) {
                Some(question) => asked(question, self.form.questions.len()),
                None => String::new(),
            },
            FormPlace::Share => {
                let answers = counted(self.form.answers().count(), "answer", "answers");
                let so_far = if self.form.shared { "yes" } else { "no" };
                format!(
                    "\n{answers}, as “{}”. Share them? yes: they go on the map of the session when you hand the file \
                     in. no: nobody's program reads them. (so far {so_far}; Enter leaves it so)",
                    self.form.unit
                )
            }
        };
        self.say(&text)
    }

    fn before(&self, place: FormPlace) -> FormPlace {
        match place {
            FormPlace::Share => FormPlace::Question(self.form.questions.len().saturating_sub(1)),
            FormPlace::Question(at) => at.checked_sub(1).map_or(FormPlace::Unit, FormPlace::Question),
            FormPlace::Unit => FormPlace::Unit,
        }
    }

    fn after(&self, place: FormPlace) -> FormPlace {
        match place {
            FormPlace::Unit => FormPlace::Question(0),
            FormPlace::Question(at) if at.saturating_add(1) < self.form.questions.len() => {
                FormPlace::Question(at.saturating_add(1))
            }
            FormPlace::Question(_) | FormPlace::Share => FormPlace::Share,
        }
    }

    /// Takes down an answer, and says how it is read.
    fn answer(&mut self, at: usize, line: &str) -> Result<(), Failure> {
        let line = clip(line, SurveyForm::LONGEST_LINE);
        let Some(question) = self.form.questions.get_mut(at) else { return Ok(()) };
        if question.lines.len() >= SurveyForm::MOST_LINES {
            return self.say("That is as many as one question takes; Enter goes on.");
        }
        let number = question.number;
        question.lines.push(line.to_owned());
        self.keep()?;
        if own_note(line).is_some() {
            return self.say("For yourself; it stays in the file.");
        }
        match read_alone(&self.form, (number, line), &self.catalogue, Timestamp::now()) {
            Some(says) => self.say(&says),
            None => self.say("Taken down as you wrote it."),
        }
    }

    /// Notes whether the answers are shared; `None` when the line says neither.
    fn shares(&mut self, line: &str) -> Result<Option<()>, Failure> {
        match line.to_lowercase().as_str() {
            "y" | "yes" => self.form.shared = true,
            "n" | "no" => self.form.shared = false,
            _ => {
                self.say("yes or no; nothing but yes shares them.")?;
                return Ok(None);
            }
        }
        self.keep()?;
        Ok(Some(()))
    }

    fn keep(&self) -> Result<(), Failure> {
        Ok(keep_form(&self.path, &self.form.to_text())?)
    }

    fn ended(&self) -> CommandResult {
        let says = match (self.form.shared, self.form.unit.is_empty()) {
            (true, true) => "Shared, but without a team nobody can place it; answer again and name one.",
            (true, false) => "Shared. Send the file back, or leave it where you found it.",
            (false, _) => {
                "Not shared: the file stays yours. To share it later, answer it again, or write yes behind “share:”."
            }
        };
        self.say(&format!("{says}\n{}", self.path.display()))?;
        DONE
    }

    fn left(&self) -> CommandResult {
        let path = self.path.display().to_string();
        self.say(&format!("\nEvery answer is in the file; it goes on there: adjacent answer {path}"))?;
        DONE
    }

    fn say(&self, text: &str) -> Result<(), Failure> {
        let width = columns().filter(|_| self.laid_out);
        let text = format!("{text}\n");
        let broken = width.map(|width| page::broken(&text, usize::from(width)));
        let mut out = self.call.out();
        out.write_all(broken.as_deref().unwrap_or(&text).as_bytes())?;
        out.flush()?;
        Ok(())
    }
}

/// A question with its example and what was answered so far.
fn asked(question: &AnsweredQuestion, of: usize) -> String {
    let beside = if !question.lines.is_empty() {
        format!("\nSo far: {}", question.lines.join("; "))
    } else if question.example.is_empty() {
        String::new()
    } else {
        format!("\nFor example: {}", question.example)
    };
    format!("\n{} of {of}. {}{beside}", question.number, question.ask)
}
