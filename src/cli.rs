//! The commands: everything the console knows can also be had as text or JSON.

mod alike;
mod ask;
mod assess;
mod assess_plain;
mod brief;
mod call;
mod check;
mod compare;
mod console;
mod desk;
mod exercises;
mod export;
mod failure;
mod files;
mod findings;
mod line_in;
mod map;
mod minutes;
mod notes;
mod page;
mod plain;
mod plain_command;
mod practise;
mod read;
mod remarks;
mod replay;
mod room;
mod search;
mod sessions;
mod settle;
mod streams;
mod strike;
mod summary;
mod themes;
mod transcribe;
mod until;
mod what_if;
mod without_names;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

use call::Call;
use failure::Outcome;
pub use streams::Streams;

/// What will this change in adjacent systems? A console for workshops about AI that is adopted in pieces.
///
/// Without a command it opens the console; without a terminal it prints a summary of the sample workshop.
#[derive(Debug, Parser)]
#[command(name = "adjacent", version, max_term_width = 100)]
pub struct Cli {
    /// The workspace: a folder with sessions/ in it. Without it, the folder of this platform for data.
    #[arg(long, global = true, env = "ADJACENT_DIR", hide_env_values = true, value_name = "DIR")]
    dir: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start a session in the console.
    New {
        /// What it is called.
        title: String,
        /// For one person alone.
        #[arg(long)]
        solo: bool,
        /// A plan by its name (75, half-day, monthly, decision, 5, 30), or exercises with their minutes: next=20,close=5.
        #[arg(long, value_name = "NAME")]
        agenda: Option<String>,
        /// A dry run: it stays out of the shared map.
        #[arg(long, conflicts_with = "solo")]
        rehearsal: bool,
        /// It adds to no shared map, brief or search, and is shown on no shared screen.
        #[arg(long)]
        private: bool,
        /// Line by line on standard input and output instead of a screen.
        #[arg(long)]
        plain: bool,
    },
    /// Go on with a session.
    Open {
        /// Its id, the beginning of it, any part of its title, or a file.
        session: String,
        /// Line by line on standard input and output instead of a screen.
        #[arg(long)]
        plain: bool,
        /// Only read it, for example while somebody else writes it.
        #[arg(long, conflicts_with = "plain")]
        read: bool,
    },
    /// Show a session to the room it belongs to: the audience screen, following what somebody else writes.
    Room(room::Arguments),
    /// List sessions, give one another title, make one session of two files or two of one, or a copy to hand on.
    Sessions(sessions::Asked),
    /// Turn notes typed in any editor into a session; prints the path of its file.
    Transcribe(transcribe::Asked),
    /// Remove a line from a session for good: its text is overwritten, with every copy in the workspace.
    Strike {
        /// Its id, the beginning of it, or any part of its title.
        session: String,
        /// Which line: 7 for the seventh that was typed, #12 for the event with that number; without it the last lines
        /// are listed with their numbers.
        line: Option<String>,
        /// Do not ask first.
        #[arg(long)]
        yes: bool,
    },
    /// Practise taking down what is said: twenty sentences, your time for each, and what you missed. Keeps nothing.
    Practise {
        /// Say the time after every sentence too.
        #[arg(long)]
        seconds: bool,
    },
    /// Say how lines would be read; earlier lines are context for later ones. Nothing is recorded.
    Read {
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
        /// Read them as somebody alone would be read.
        #[arg(long)]
        solo: bool,
    },
    /// Keep what you saw, in today's notes between sessions: adjacent saw "Repeat calls up".
    Saw {
        /// What moved and which way; - for standard input, where nobody else on the machine can read it.
        #[arg(allow_hyphen_values = true)]
        line: Vec<String>,
    },
    /// Keep one line between sessions: an arrow, a promise, a question, as it would be typed in a session.
    Note {
        /// The line. Put quotes around it, so that the shell leaves -> alone; or - for standard input, where nobody else
        /// on the machine can read it.
        #[arg(allow_hyphen_values = true)]
        line: Vec<String>,
    },
    /// List the notes for yourself beside a session, from lines that begin with me:, or remove one.
    Notes(notes::Asked),
    /// List what is open with numbers, or say what became of it: settle 3 done "in place", settle 3 moved 4 dec.
    Settle(settle::Arguments),
    /// List the names that look alike and may be one thing, with the reason. The console decides (Alt-T).
    Alike {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Print what was said as things and arrows: of the sessions named, or of all that feed the shared map.
    Map(map::Asked),
    /// Print what shows when the map is read: ripples, loops, conflicts, and the question each of them asks.
    Findings(findings::Asked),
    /// Say what could be asked next, and why: the three best questions.
    Ask {
        /// Sessions: ids, beginnings of ids, parts of titles, or files. The latest is the one that is asked.
        sessions: Vec<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// As it was then: mm:ss or a line number in one session, a date like 2026-11-20 in several.
        #[arg(long, value_name = "WHEN")]
        until: Option<String>,
    },
    /// Print the minutes of a session as one page of Markdown, at any moment of it.
    Minutes {
        /// Its id, the beginning of it, any part of its title, or a file.
        session: String,
        /// Write them to this file instead.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Write the map, or a report on it, in a format that others read: a picture, a page, a file for another tool.
    Export(export::Asked),
    /// Walk through a past session: what was said, with times, and what the map put together.
    Replay(replay::Asked),
    /// Say what changed between two moments: of a session, of two sessions, of the shared map on two days.
    Compare(compare::Asked),
    /// Print one page before a follow-up: promises, predictions that are due, open worries and questions, what changed.
    Brief(brief::Asked),
    /// Look for words, lines of one sort, or what a unit said, in one session or in all.
    Search(search::Asked),
    /// Go on from a moment of a session in another way; the branch stays out of the shared map until it is adopted.
    #[command(name = "what-if")]
    WhatIf(what_if::Asked),
    /// Look into the mirror: how you lead yourself, teams and systems, for yourself alone. Not for pay, hiring or ranking.
    Assess(assess::Asked),
    /// Look for damage in sessions and the files beside them and for mistakes in exercises, with line and column. Ends
    /// with 1 when there is some, with 3 when a file could not be read.
    Check {
        /// Session files, files beside them, or exercises; all of the workspace when none is named.
        files: Vec<PathBuf>,
    },
    /// Mend session files, and what lies beside them. What cannot be used is set aside beside the file.
    Repair {
        /// Session files, each with its private files; or a file beside them, such as settings.ron.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Accept lines that were changed by hand.
        #[arg(long)]
        reseal: bool,
    },
    /// List the exercises, show them, print them as cards for a table, or begin one of your own.
    Exercises(exercises::Asked),
    /// List the themes.
    Themes,
}

/// Reads a command line, does what it asks, and says with which exit code the program ends.
///
/// What could not be read on the way is told on standard error, a sentence a file, whatever the command was.
pub fn run(arguments: impl IntoIterator<Item = OsString>, streams: Streams) -> u8 {
    let Cli { dir, command } = match Cli::try_parse_from(arguments) {
        Ok(asked) => asked,
        Err(error) => return misused(&error, &streams),
    };
    let call = Call::new(dir, streams);
    let outcome = done(&call, command);
    // Standard error may be closed; then the exit code alone has to say it.
    let _ = call.tell_unread();
    match outcome {
        Ok(code) => code,
        Err(failure) => {
            if let Some(sentence) = failure.sentence() {
                let _ = writeln!(call.err(), "adjacent: {sentence}");
            }
            failure.code()
        }
    }
}

/// Help, or what is wrong with a command line, which may quote anything.
fn misused(error: &clap::Error, streams: &Streams) -> u8 {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) && streams.is_terminal() {
        // It quotes nobody, and is easier to read with its headings set off.
        let _ = error.print();
    } else {
        let mut to = if error.use_stderr() { streams.err() } else { streams.out() };
        let _ = write!(to, "{}", error.render());
    }
    u8::try_from(error.exit_code()).unwrap_or(2)
}

/// Does what a command asks.
fn done(call: &Call, command: Option<Command>) -> Outcome {
    match command {
        None => console::home(call),
        Some(Command::New { title, solo, agenda, rehearsal, private, plain }) => {
            let new = console::New { title: &title, kind: console::kind(solo, rehearsal), private };
            console::new(call, &new, agenda.as_deref(), plain)
        }
        Some(Command::Open { session, plain, read }) => console::open(call, &session, plain, read),
        Some(Command::Room(arguments)) => room::run(call, &arguments),
        Some(Command::Sessions(asked)) => sessions::run(call, &asked),
        Some(Command::Transcribe(asked)) => transcribe::run(call, &asked),
        Some(Command::Strike { session, line, yes }) => strike::run(call, &session, line.as_deref(), yes),
        Some(Command::Practise { seconds }) => practise::run(call, seconds),
        Some(Command::Read { json, solo }) => read::run(call, json, solo),
        Some(Command::Saw { line }) => desk::saw(call, &line_in::line_of(&line)?),
        Some(Command::Note { line }) => desk::note(call, &line_in::line_of(&line)?),
        Some(Command::Notes(asked)) => notes::run(call, &asked),
        Some(Command::Settle(arguments)) => settle::run(call, &arguments),
        Some(Command::Alike { json }) => alike::run(call, json),
        Some(Command::Map(asked)) => map::run(call, &asked),
        Some(Command::Findings(asked)) => findings::run(call, &asked),
        Some(Command::Ask { sessions, json, until }) => ask::run(call, &sessions, json, until.as_deref()),
        Some(Command::Minutes { session, output }) => minutes::run(call, &session, output.as_deref()),
        Some(Command::Export(asked)) => export::run(call, &asked),
        Some(Command::Replay(asked)) => replay::run(call, &asked),
        Some(Command::Compare(asked)) => compare::run(call, &asked),
        Some(Command::Brief(asked)) => brief::run(call, &asked),
        Some(Command::Search(asked)) => search::run(call, &asked),
        Some(Command::WhatIf(asked)) => what_if::run(call, &asked),
        Some(Command::Assess(asked)) => assess::run(call, &asked),
        Some(Command::Check { files }) => check::check(call, &files),
        Some(Command::Repair { files, reseal }) => check::repair(call, &files, reseal),
        Some(Command::Exercises(asked)) => exercises::run(call, &asked),
        Some(Command::Themes) => themes::run(call),
    }
}

/// Done, nothing wrong.
const DONE: Outcome = Ok(0);
