use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::Timestamp;

use super::agendas::{found, is_agenda};
use super::call::{AnswerForm, Call, no_session};
use super::command::CliCommand;
use super::failure::{CommandResult, Failure};
use super::files;
use super::start::{Start, start_on};
use crate::exercise::Catalogue;
use crate::export::{RunSheet, agenda_calendar, run_sheet_html, run_sheet_markdown};
use crate::record::{Mode, Zone};
use crate::shell::open_sessions;

/// Write the run sheet of a plan or a session: what happens when, what to say and to ask, what has to lie ready, and
/// the prompts to hold up when the projector dies.
#[derive(Debug, Args)]
pub(super) struct RunSheetArgs {
    /// A plan by its name, a session, or exercises with their minutes: next=20,close=5.
    #[arg(value_name = "PLAN or SESSION")]
    of: String,
    /// What to write.
    #[arg(long, value_enum, default_value_t = RunSheetForm::Markdown, value_name = "FORMAT")]
    to: RunSheetForm,
    /// When it begins: 09:00, or 2026-12-03 09:00. Of a session, when it was opened.
    #[arg(long, value_name = "WHEN")]
    start: Option<Start>,
    /// As it is for one person alone.
    #[arg(long)]
    solo: bool,
    /// Write it to this file instead.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The formats of a run sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum RunSheetForm {
    /// Markdown.
    Markdown,
    /// One page to read or print.
    Html,
    /// A calendar with an event for each exercise.
    Ics,
}

impl CliCommand for RunSheetArgs {
    const NAME: &'static str = "run-sheet";
    const EXAMPLES: &[&str] = &["run-sheet half-day --start \"2026-12-03 09:00\" --to html -o day.html"];

    fn run(self, call: &Call) -> CommandResult {
        let file = self.output.as_deref();
        file.map_or(Ok(()), no_session)?;
        let catalogue = call.catalogue()?;
        let (sheet, key) = self.sheet(call, &catalogue)?;
        let text = match self.to {
            RunSheetForm::Markdown => run_sheet_markdown(&sheet),
            RunSheetForm::Html => run_sheet_html(&sheet),
            RunSheetForm::Ics => agenda_calendar(&sheet, &key, Timestamp::now()),
        };
        call.hand_out(file, &text, AnswerForm::Text)
    }
}

impl RunSheetArgs {
    /// Lays out the sheet; returns it with a key that tells it from others in a calendar.
    fn sheet(&self, call: &Call, catalogue: &Catalogue) -> Result<(RunSheet, String), Failure> {
        let mode = if self.solo { Mode::Solo } else { Mode::Live };
        let own = call.agendas(catalogue)?;
        let workspace = call.workspace()?;
        let session = if is_agenda(&self.of, &own, mode) { None } else { files::session(&workspace, &self.of).ok() };
        let Some((session, _)) = session else {
            let (title, exercises, mode) = found(&self.of, &own, catalogue, mode)?;
            let zone = workspace.zone().clone();
            let start = self.start(&zone)?;
            let sheet = RunSheet::of(&title, &exercises, catalogue, mode, start.map(|start| (start, &zone)));
            return Ok((sheet, format!("plan-{}-{}", self.of, start.map_or(0, Timestamp::as_second))));
        };
        if session.is_private() {
            return Err(Failure::usage(format!("{:?} is private, and a run sheet is handed round", session.title())));
        }
        let zone = session.header().zone.clone();
        let start = self.start(&zone)?.unwrap_or(session.header().opened);
        let exercises = open_sessions::as_started(&session);
        let sheet = RunSheet::of(session.title(), &exercises, catalogue, session.mode(), Some((start, &zone)));
        Ok((sheet, session.header().id.to_string()))
    }

    /// The moment at which it begins, as typed; a calendar needs one.
    fn start(&self, zone: &Zone) -> Result<Option<Timestamp>, Failure> {
        self.start.map(|start| start_on(start, zone)).transpose()
    }
}
