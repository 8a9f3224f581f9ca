use std::io::Write;

use clap::Args;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use super::start::{Start, start_on};
use crate::exercise::{Agenda, Catalogue, ShelvedAgenda, TEMPLATES, in_words, minutes};
use crate::export::RunSheet;
use crate::record::text::plain;
use crate::record::{Mode, PlannedExercise};

/// List the plans: those that were tried and those of the workspace (agendas/), or show one with its times.
#[derive(Debug, Args)]
pub(super) struct AgendasArgs {
    /// A plan by its name, or exercises with their minutes: next=20,close=5.
    #[arg(value_name = "PLAN")]
    named: Option<String>,
    /// As it is for one person alone.
    #[arg(long)]
    solo: bool,
    /// When it begins: 09:00, or 2026-12-03 09:00.
    #[arg(long, value_name = "WHEN")]
    start: Option<Start>,
}

impl CliCommand for AgendasArgs {
    const NAME: &'static str = "plans";
    const EXAMPLES: &[&str] = &["plans", "plans half-day --start 09:00"];

    fn run(self, call: &Call) -> CommandResult {
        let catalogue = call.catalogue()?;
        let own = call.agendas(&catalogue)?;
        let Some(named) = &self.named else { return list(call, &catalogue, &own) };
        let mode = if self.solo { Mode::Solo } else { Mode::Live };
        let (title, exercises, mode) = found(named, &own, &catalogue, mode)?;
        let zone = call.workspace()?.zone().clone();
        let start = self.start.map(|start| start_on(start, &zone)).transpose()?;
        let sheet = RunSheet::of(&title, &exercises, &catalogue, mode, start.map(|start| (start, &zone)));
        let mut out = call.out();
        writeln!(out, "{}\n{}\n", sheet.title, sheet.about)?;
        for row in &sheet.rows {
            writeln!(out, "{:>5}  {:>5}  {:>3} min  {}", row.times.0, row.times.1, row.minutes, row.title)?;
        }
        writeln!(out, "\nTyped: {}", in_words(&exercises))?;
        DONE
    }
}

fn list(call: &Call, catalogue: &Catalogue, own: &[ShelvedAgenda]) -> CommandResult {
    let mut out = call.out();
    for template in TEMPLATES {
        let exercises = Agenda::parse(template.exercises, catalogue, template.mode).unwrap_or_default();
        let alone = if template.mode == Mode::Solo { "alone  " } else { "" };
        writeln!(out, "{:<16} {:>3} min  {alone}{}", template.name, minutes(&exercises), template.words)?;
    }
    for known in own {
        let alone = if known.mode == Mode::Solo { "alone  " } else { "" };
        writeln!(out, "{:<16} {:>3} min  {alone}{} (yours)", plain(&known.name), known.minutes(), plain(&known.title))?;
    }
    if own.is_empty() {
        writeln!(
            out,
            "\nYours are files in agendas/ of the workspace; Ctrl-G, then s, saves the plan of a session there."
        )?;
    }
    DONE
}

/// Finds a plan by its name, or reads a typed one: its title, its exercises and its mode.
pub(super) fn found(
    named: &str,
    own: &[ShelvedAgenda],
    catalogue: &Catalogue,
    mode: Mode,
) -> Result<(String, Vec<PlannedExercise>, Mode), Failure> {
    if let Some(template) = crate::exercise::template(named, mode) {
        let exercises = Agenda::parse(template.exercises, catalogue, template.mode).map_err(Failure::usage)?;
        return Ok((template.words.to_owned(), exercises, template.mode));
    }
    if let Some(known) = own.iter().find(|known| known.name == named) {
        return Ok((known.title.clone(), known.exercises.clone(), known.mode));
    }
    let exercises = Agenda::parse(named, catalogue, mode).map_err(Failure::usage)?;
    Ok(("A plan".to_owned(), exercises, mode))
}

/// Whether a name is that of a plan.
pub(super) fn is_agenda(named: &str, own: &[ShelvedAgenda], mode: Mode) -> bool {
    crate::exercise::template(named, mode).is_some() || own.iter().any(|known| known.name == named)
}
