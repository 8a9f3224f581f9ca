use std::path::PathBuf;

use clap::Args;

use super::call::{AnswerForm, Call, no_session};
use super::command::CliCommand;
use super::failure::{CommandResult, Failure};
use super::files;
use crate::app::{OpenSession, Recording};
use crate::export::{Arrows, Material, letter, plain_text};
use crate::graph::{Graph, Key, Thing};
use crate::record::Kind;
use crate::record::spoken::listed;

/// Print the minutes of a session as one page of Markdown, at any moment of it; or a letter to those who were not there.
#[derive(Debug, Args)]
pub(super) struct MinutesArgs {
    /// Its id, the beginning of it, any part of its title, or a file.
    session: String,
    /// Print a letter to those who were not there instead; with a party, to its people: what reaches them, and what we
    /// would like to ask them.
    #[arg(long, value_name = "PARTY", num_args = 0..=1, default_missing_value = "")]
    letter: Option<String>,
    /// As plain text, for a mail.
    #[arg(long)]
    plain: bool,
    /// Write them to this file instead.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl CliCommand for MinutesArgs {
    const NAME: &'static str = "minutes";
    const EXAMPLES: &[&str] = &["minutes \"Spring review\" -o minutes.md", "minutes \"Spring review\" --letter Claims"];

    fn run(self, call: &Call) -> CommandResult {
        let file = self.output.as_deref();
        file.map_or(Ok(()), no_session)?;
        let page = page(call, &self)?;
        let page = if self.plain { plain_text(&page) } else { page };
        call.hand_out(file, &page, AnswerForm::Text)
    }
}

/// The minutes of a session, which may be over, interrupted, or being written by another program; or the letter.
fn page(call: &Call, asked: &MinutesArgs) -> Result<String, Failure> {
    call.works("reading sessions");
    let workspace = call.workspace()?;
    let (session, known_names) = files::session(&workspace, &asked.session)?;
    let catalogue = call.catalogue()?;
    let base = files::base(&workspace, &asked.session, &session)?;
    let opened = OpenSession { names: known_names, base, ..OpenSession::alone(session) };
    let recording = Recording::new(opened, &catalogue);
    let Some(party) = &asked.letter else { return Ok(recording.minutes(&catalogue)) };
    let graph = recording.ledger().graph(None);
    let to = if party.is_empty() { None } else { Some(addressed(&graph, party)?) };
    let chapters = [recording.chapter(&catalogue)];
    let title = recording.session().title();
    let (arrows, most_things) = (Arrows::Readable, Material::MOST_THINGS);
    Ok(letter(
        &Material { title, graph: &graph, findings: &[], chapters: &chapters, arrows, most_things, house: None },
        to,
    ))
}

/// The party that a letter is addressed to.
fn addressed<'g>(graph: &'g Graph, named: &str) -> Result<&'g Thing, Failure> {
    let parties = || graph.things().filter(|thing| thing.kind == Kind::Party);
    let wanted = Key::of(named.trim_start_matches('@'));
    let is_it = |thing: &&Thing| {
        let mut all = thing.aliases.iter().chain([&thing.label]);
        wanted.is_some() && all.any(|name| Key::of(name) == wanted)
    };
    parties().find(is_it).ok_or_else(|| {
        let known: Vec<&str> = parties().map(|thing| thing.label.as_str()).collect();
        let known =
            if known.is_empty() { "no party is".to_owned() } else { format!("there are {}", listed(&known, "and")) };
        Failure::usage(format!("no party on this map is called {named:?}; {known} on it"))
    })
}
