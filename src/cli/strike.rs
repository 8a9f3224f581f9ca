use std::io::{self, BufRead, IsTerminal, Write};

use anyhow::Context as _;
use clap::Args;
use jiff::Timestamp;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use crate::app::Recording;
use crate::exercise::Catalogue;
use crate::record::spoken::{TAKEN_BACK, listed};
use crate::record::text::plain;
use crate::record::{Event, Fact, Session};
use crate::shell::open_sessions;
use crate::store::Removed;

/// The maximum number of listed lines. The last ones are enough, because a line is usually removed soon after it was
/// typed.
const LISTED: usize = 12;

/// Remove a line from a session for good: its text is overwritten, with every copy in the workspace.
#[derive(Debug, Args)]
pub(super) struct StrikeArgs {
    /// Its id, the beginning of it, or any part of its title.
    session: String,
    /// Which line: 7 for the seventh that was typed, #12 for the event with that number; without it the last lines
    /// are listed with their numbers.
    line: Option<String>,
    /// Do not ask first.
    #[arg(long)]
    yes: bool,
}

impl CliCommand for StrikeArgs {
    const NAME: &'static str = "strike";
    const EXAMPLES: &[&str] = &["strike \"Spring review\"", "strike \"Spring review\" 7"];

    fn run(self, call: &Call) -> CommandResult {
        call.works("reading sessions");
        let workspace = call.workspace()?;
        let id = workspace.find(&self.session)?;
        let session = workspace.load(&id)?.session;
        let Some(line) = self.line.as_deref() else { return list(call, &session) };
        let seq = seq_of(&session, line)?;
        let copies = session.copies_of(seq);
        if copies.is_empty() {
            return Err(Failure::usage(why_not(&session, seq, line)));
        }
        if !self.yes && !is_meant(call, &session, &copies)? {
            writeln!(call.out(), "Nothing was removed.")?;
            return DONE;
        }
        let (mut file, open) = open_sessions::open(&workspace, &id)?;
        let recording = Recording::new(open, &Catalogue::embedded());
        // Another copy of the line may have been typed while the question was on the screen.
        let copies = recording.session().copies_of(seq);
        let mentions = recording.session().mentions_left(&copies);
        let orders = copies.iter().map(|&seq| Fact::StrikeOrdered { seq }).collect();
        file.append(&recording.keyed(orders, recording.at(Timestamp::now())))?;
        let removed = workspace.strike(&mut file)?;
        tell(call, &described(recording.session(), &copies), mentions, removed)?;
        DONE
    }
}

/// Prints the last lines with their numbers; on a terminal, also how to remove one.
fn list(call: &Call, session: &Session) -> CommandResult {
    let all: Vec<_> = lines(session).collect();
    let mut out = call.out();
    for (number, event) in all.iter().skip(all.len().saturating_sub(LISTED)) {
        let said = event.said.as_deref().map_or_else(|| "(removed)".to_owned(), plain);
        let gone = if session.stands(event.seq) { "" } else { TAKEN_BACK };
        writeln!(out, "{number:>4}  {gone}{said}")?;
    }
    if all.is_empty() {
        writeln!(out, "There are no lines in this session.")?;
    } else if call.is_terminal() {
        writeln!(
            out,
            "\nadjacent strike SESSION {} removes the last one for good; it is shown and asked about first.",
            all.len()
        )?;
    }
    DONE
}

/// The number of the event that the typed `line` means. A line whose text was removed still counts, so that the numbers
/// of later lines do not change.
fn seq_of(session: &Session, line: &str) -> Result<u64, Failure> {
    let wrong = || Failure::usage(format!("{:?} is no line; write 7 for the seventh line, or #12", plain(line)));
    if let Some(seq) = line.strip_prefix('#') {
        return seq.parse().map_err(|_| wrong());
    }
    let number: usize = line.parse().map_err(|_| wrong())?;
    let typed = lines(session).find(|(count, _)| *count == number).map(|(_, event)| event.seq);
    typed.ok_or_else(|| Failure::usage(how_many(lines(session).count())))
}

/// Says how many lines a session has.
fn how_many(lines: usize) -> String {
    match lines {
        0 => "there are no lines in this session".to_owned(),
        1 => "there is one line in this session".to_owned(),
        many => format!("there are {many} lines in this session"),
    }
}

/// The typed lines with their numbers, from 1.
fn lines(session: &Session) -> impl Iterator<Item = (usize, &Event)> {
    (1..).zip(session.events().iter().filter(|event| event.is_line() || event.is_struck()))
}

fn why_not(session: &Session, seq: u64, line: &str) -> String {
    match session.events().iter().find(|event| event.seq == seq) {
        None => format!("there is no event {seq} in this session"),
        Some(event) if event.is_struck() => format!("{line} was removed before"),
        Some(_) => {
            format!("{line} says nothing that could be removed; a title is changed with adjacent sessions --rename")
        }
    }
}

/// The descriptions of the events to be removed, such as `line 7 (at 12:30)`, without their texts.
fn described(session: &Session, seqs: &[u64]) -> String {
    let one = |seq: &u64| {
        let line = lines(session).find(|(_, event)| event.seq == *seq);
        let at = session.events().iter().find(|event| event.seq == *seq).map_or(0, |event| event.at.as_secs());
        let name = line.map_or_else(|| format!("event {seq}"), |(number, _)| format!("line {number}"));
        format!("{name} (at {:02}:{:02})", at / 60, at % 60)
    };
    let names: Vec<String> = seqs.iter().map(one).collect();
    listed(&names, "and")
}

/// Asks the user at the terminal to confirm the removal; returns whether it was confirmed.
fn is_meant(call: &Call, session: &Session, copies: &[u64]) -> Result<bool, Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::usage("nothing was removed: nobody is here to be asked; --yes removes without asking"));
    }
    let mut out = call.out();
    for event in session.events().iter().filter(|event| copies.contains(&event.seq)) {
        writeln!(out, "  {}", plain(event.said.as_deref().unwrap_or("(no line)")))?;
    }
    write!(out, "Remove {} for good? There is no way back. y/N ", described(session, copies))?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).context(super::files::NO_INPUT)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

fn tell(call: &Call, what: &str, mentions: usize, removed: Removed) -> io::Result<()> {
    let mut out = call.out();
    writeln!(out, "Removed for good: {what}.")?;
    match mentions {
        0 => {}
        1 => writeln!(out, "1 other line still mentions what was named there first.")?,
        lines => writeln!(out, "{lines} other lines still mention what was named there first.")?,
    }
    if removed.set_aside {
        writeln!(out, "Bytes that had been set aside from damage went with it; they may have held a copy.")?;
    }
    if removed.minutes {
        writeln!(out, "The minutes written before went with it; adjacent minutes writes them anew.")?;
    }
    match removed.hidden {
        0 => {}
        1 => writeln!(out, "1 answer of the hidden round said the same and went with it.")?,
        answers => writeln!(out, "{answers} answers of the hidden round said the same and went with it.")?,
    }
    match removed.copies {
        0 => {}
        1 => writeln!(out, "1 other file of this session held it too; it is gone there as well.")?,
        files => writeln!(out, "{files} other files of this session held it too; it is gone there as well.")?,
    }
    writeln!(out, "What was exported or copied elsewhere is out of reach.")
}
