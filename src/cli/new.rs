use std::fmt::Write as _;

use clap::Args;
use jiff::Timestamp;

use super::call::Call;
use super::command::CliCommand;
use super::console::console;
use super::failure::{CommandResult, Failure};
use super::languages;
use super::plain::PlainConsole;
use crate::app::tables::{NewGathering, TablesChore};
use crate::app::{Effect, NewSession, Recording};
use crate::exercise::{Catalogue, ShelvedAgenda};
use crate::record::text::clean;
use crate::record::{Fact, Gathering, Mode, Names, PlannedExercise, SessionKind};
use crate::shell::open_sessions;
use crate::store::Workspace;

/// Start a session in the console.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub(super) struct NewArgs {
    /// What it is called.
    title: String,
    /// For one person alone.
    #[arg(long)]
    solo: bool,
    /// A plan by its name (75, half-day, monthly, decision, 5, 30, or one of yours), or exercises with their minutes: next=20,close=5.
    /// Without it, that of your settings.
    #[arg(long, value_name = "PLAN")]
    agenda: Option<String>,
    /// A dry run: it stays out of the shared map.
    #[arg(long, conflicts_with = "solo")]
    rehearsal: bool,
    /// It adds to no shared map, brief or search, and is shown on no shared screen.
    #[arg(long)]
    private: bool,
    /// No line of it ever goes to a hub; it is on the map of this machine alone.
    #[arg(long)]
    stay_here: bool,
    /// For several tables that follow this plan at the same time: a session each, and the plenary in which they meet.
    #[arg(
        long,
        value_name = "NUMBER",
        conflicts_with_all = ["solo", "rehearsal", "private", "stay_here"],
        value_parser = clap::value_parser!(u16).range(2..=i64::from(Gathering::MOST_TABLES))
    )]
    tables: Option<u16>,
    /// The languages that are spoken beside English: --lang de,fr.
    #[arg(long, value_name = "CODES")]
    lang: Vec<String>,
    /// Line by line on standard input and output instead of a screen.
    #[arg(long)]
    plain: bool,
}

impl CliCommand for NewArgs {
    const NAME: &'static str = "new";
    const EXAMPLES: &[&str] = &[
        "new \"Spring review\" --agenda 75",
        "new \"Monday, alone\" --solo --agenda 5",
        "new \"Four cities\" --tables 5",
    ];

    fn run(self, call: &Call) -> CommandResult {
        let workspace = call.workspace()?;
        let catalogue = call.catalogue()?;
        let kind = self.kind();
        let mode = if kind == SessionKind::Solo { Mode::Solo } else { Mode::Live };
        let values = &call.configured().configuration.values;
        let usual = if mode == Mode::Solo { &values.solo_agenda } else { &values.agenda };
        let agenda = self.agenda.as_deref().or(usual.as_deref()).unwrap_or("next");
        let agenda = ShelvedAgenda::parse(agenda, &call.agendas(&catalogue)?, &catalogue, mode);
        let agenda = agenda.map_err(Failure::usage)?;
        if let Some(tables) = self.tables {
            return self.begin_tables(call, &workspace, tables, agenda, &catalogue);
        }
        let opened = Fact::Opened { mode, facilitator: None, agenda, people: Vec::new() };
        // In the console a room is prepared first, and the clocks run once the session is started.
        let waits = (mode == Mode::Live && !self.plain).then_some(Fact::ClockPaused);
        let languages = languages::set(&call.languages(&self.lang), &call.own_words()?)?;
        // In the first event, so that nothing of it has travelled before.
        let stays = self.stay_here.then_some(Fact::StaysHere);
        let opening = std::iter::once(opened).chain(languages).chain(stays).chain(waits).collect();
        let title = clean(&self.title).into_owned();
        let new = NewSession { title, kind, private: self.private, names: Names::default(), opening };
        if !self.plain {
            return console(call, workspace, Effect::Create(new));
        }
        let (file, open) = open_sessions::create(&workspace, &new, Timestamp::now())?;
        call.tell_unread()?;
        PlainConsole::new(Recording::new(open, &catalogue), (file, workspace), &catalogue, call.out()).run_on_stdin()
    }
}

impl NewArgs {
    /// Makes a session for each table and opens the plenary in the console; with `--plain` says how each is opened.
    fn begin_tables(
        &self,
        call: &Call,
        workspace: &Workspace,
        tables: u16,
        agenda: Vec<PlannedExercise>,
        catalogue: &Catalogue,
    ) -> CommandResult {
        let languages = match languages::set(&call.languages(&self.lang), &call.own_words()?)? {
            Some(Fact::LanguagesSet { languages }) => languages,
            _ => Vec::new(),
        };
        let title = clean(&self.title).into_owned();
        let new = NewGathering::new(title, tables, agenda, languages, catalogue);
        if !self.plain {
            return console(call, workspace.clone(), Effect::Tables(TablesChore::Begin(Box::new(new))));
        }
        let begun = open_sessions::begin_gathering(workspace, &new, Timestamp::now())?;
        let mut says =
            format!("Each of the {tables} tables opens its own session, on any machine that has this folder:\n");
        for (number, id) in (1..).zip(&begun.tables) {
            let _ = writeln!(says, "  table {number:<3} adjacent open {id}");
        }
        let _ = writeln!(says, "In the end the plenary: adjacent open {}", begun.plenary.0.id());
        says.push_str("Meanwhile: adjacent tables\n");
        call.answer(&says)
    }

    const fn kind(&self) -> SessionKind {
        match (self.solo, self.rehearsal) {
            (true, _) => SessionKind::Solo,
            (false, true) => SessionKind::Rehearsal,
            (false, false) => SessionKind::Workshop,
        }
    }
}
