use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;

use super::call::{AnswerForm, Call, no_session};
use super::command::CliCommand;
use super::console::console;
use super::failure::{CommandResult, DONE, Failure};
use super::files;
use crate::app::{Effect, OpenSession, ReplayChore};
use crate::export::{CastHeader, asciicast};
use crate::graph::Ledger;
use crate::record::spoken::clock;
use crate::record::text::clean;
use crate::record::{Session, matters};
use crate::replay::Timeline;
use crate::replay::narrative::{Chapter, narrative};
use crate::shell::{cast, open_sessions};
use crate::theme::shipped;

/// The maximum number of faults that are printed one by one.
const FAULTS_TOLD: usize = 20;

/// Walk through a past session: what was said, with times, and what the map put together.
#[derive(Debug, Args)]
pub(super) struct ReplayArgs {
    /// Its id, the beginning of it, any part of its title, or a file.
    session: String,
    /// As text, at once; on a terminal it is walked through on the screen otherwise.
    #[arg(long, conflicts_with = "cast")]
    plain: bool,
    /// Write it to this file as a recording of the audience screen (asciicast), with one marker an exercise.
    #[arg(long, value_name = "FILE")]
    cast: Option<PathBuf>,
    /// How many times as fast as it was, from 1 to 60; no silence lasts longer than two seconds.
    #[arg(long, value_name = "TIMES", default_value = "10", requires = "cast", value_parser = clap::value_parser!(u16).range(1..=60))]
    speed: u16,
}

impl CliCommand for ReplayArgs {
    const NAME: &'static str = "replay";
    const EXAMPLES: &[&str] = &["replay \"Spring review\"", "replay \"Spring review\" --cast spring.cast"];

    fn run(self, call: &Call) -> CommandResult {
        let workspace = call.workspace()?;
        let on_screen = !self.plain && self.cast.is_none() && call.is_interactive();
        // A file outside the workspace is printed as text, because the sessions it builds on are not in the workspace.
        if let Ok(id) = workspace.find(&self.session)
            && on_screen
        {
            return console(call, workspace, Effect::Replay(ReplayChore::Open { id, at: None }));
        }
        call.works("replaying the session");
        let (loaded, known_names) = files::loaded(&workspace, &self.session)?;
        let open = OpenSession { names: known_names, ..OpenSession::alone(loaded.session) };
        match &self.cast {
            Some(file) => record(call, &open, file, self.speed)?,
            None => {
                let mut timeline = Timeline::new(open.session.clone(), &open.names, Ledger::new());
                // An error is ignored: only the words for earlier promises and questions depend on these sessions.
                let story = open_sessions::story(&workspace, open.session.header()).unwrap_or_default();
                let carried = matters(&[], story.iter().map(|(session, _)| session));
                let chapters = narrative(&mut timeline, &call.catalogue()?, &carried);
                call.answer(&told(&open.session, &chapters))?;
            }
        }
        let mut note = call.err();
        for fault in loaded.faults.iter().take(FAULTS_TOLD) {
            writeln!(note, "{fault}")?;
        }
        if !loaded.faults.is_empty() {
            writeln!(note, "What could be read is replayed; adjacent check says more.")?;
        }
        DONE
    }
}

fn record(call: &Call, open: &OpenSession, file: &Path, speed: u16) -> Result<(), Failure> {
    no_session(file)?;
    if open.session.is_private() {
        return Err(Failure::usage(
            "this session is private and is shown on no shared screen, a recorded one included",
        ));
    }
    let themes = shipped::themes();
    let theme = themes.first().context("no theme is there to draw with")?;
    let frames = cast::frames(open, &call.catalogue()?, theme, speed)?;
    let title = clean(open.session.title()).into_owned();
    let header = CastHeader { size: cast::SIZE, title, timestamp: open.session.header().opened.as_second() };
    call.hand_out(Some(file), &asciicast(&header, &frames), AnswerForm::Json).map(|_| ())
}

/// Returns a session in words, chapter by chapter.
pub(super) fn told(session: &Session, chapters: &[Chapter]) -> String {
    let day = session.day().strftime("%-d %B %Y");
    let mut text = format!("{}, {day}\n", clean(session.title()));
    for chapter in chapters {
        text.push_str(&heading(chapter));
        for line in &chapter.lines {
            let mut clock = format!("{:>7}", clock(session.time_within(line.at)));
            for says in std::iter::once(&line.says).filter(|says| !says.is_empty()) {
                let _ = writeln!(text, "{clock}  {}", clean(says));
                clock = " ".repeat(7);
            }
            for remark in &line.remarks {
                let _ = writeln!(text, "{clock}  > {}", clean(remark));
                clock = " ".repeat(7);
            }
        }
    }
    if chapters.is_empty() {
        text.push_str("\nNothing was said in it so far.\n");
    }
    text
}

fn heading(chapter: &Chapter) -> String {
    let time = chapter.time.map(|[planned, taken]| format!(" ({planned} min planned, {taken} taken)"));
    match chapter.title.as_str() {
        "" => "\n".to_owned(),
        title => format!("\n{}{}\n", clean(title), time.unwrap_or_default()),
    }
}
