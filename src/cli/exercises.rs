use std::io::{self, Write};
use std::path::Path;

use clap::Args;

use super::failure::{Failure, Outcome};
use super::{DONE, files};
use crate::exercise::{Catalogue, Exercise, cards, list, page, scaffold};
use crate::record::Mode;
use crate::record::text::plain;
use crate::shell::workshop;
use crate::store::Workspace;

/// What is asked of `adjacent exercises`.
#[derive(Debug, Args)]
pub(super) struct Asked {
    /// Which ones, by id; all when none is named.
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// As it is for one person alone.
    #[arg(long)]
    solo: bool,
    /// As cards for a table, in Markdown.
    #[arg(long)]
    cards: bool,
    /// Begin an exercise of your own with this id, in exercises/ of the workspace.
    #[arg(long, value_name = "ID", conflicts_with_all = ["ids", "solo", "cards"])]
    new: Option<String>,
    /// What the new one is called.
    #[arg(long, requires = "new")]
    title: Option<String>,
}

/// Lists the exercises, shows them, prints their cards, or begins a new one.
pub(super) fn run(dir: Option<&Path>, asked: &Asked) -> Outcome {
    if let Some(id) = &asked.new {
        return begin(dir, id, asked.title.as_deref());
    }
    let catalogue = catalogue(dir)?;
    let text = match (asked.cards, asked.ids.as_slice()) {
        (false, []) => list(&catalogue),
        (_, ids) => each(&named(&catalogue, ids)?, asked)?,
    };
    io::stdout().lock().write_all(text.as_bytes())?;
    DONE
}

fn begin(dir: Option<&Path>, id: &str, title: Option<&str>) -> Outcome {
    if !Exercise::is_lawful_id(id) {
        return Err(Failure::usage(format!("{id:?} is no id; use lower-case letters, digits and -, like next-door")));
    }
    let path = files::workspace(dir)?.begin_exercise(id, &scaffold(id, title))?;
    let mut out = io::stdout().lock();
    writeln!(out, "{}", plain(&path.display().to_string()))?;
    writeln!(out, "Fill in every <...>, then run adjacent check; adjacent exercises {id} shows how it reads.")?;
    DONE
}

/// Those of the program, and those of the workspace where there can be one.
fn catalogue(dir: Option<&Path>) -> Result<Catalogue, Failure> {
    if dir.is_none() && Workspace::default_folder().is_none() {
        return Ok(Catalogue::embedded());
    }
    let (catalogue, left_out) = workshop::catalogue(&files::workspace(dir)?);
    for sentence in &left_out {
        // With standard error closed the exercises that can be used are still worth listing.
        let _ = writeln!(io::stderr(), "adjacent: left out: {sentence}");
    }
    Ok(catalogue)
}

fn each(exercises: &[&Exercise], asked: &Asked) -> Result<String, Failure> {
    let mode = if asked.solo { Mode::Solo } else { Mode::Live };
    let lacks = |exercise: &&&Exercise| exercise.steps(mode).is_empty();
    if let Some(none) = exercises.iter().find(lacks).filter(|_| asked.cards && !asked.ids.is_empty()) {
        let (whom, other) = if asked.solo { ("one person", "leave out --solo") } else { ("a room", "add --solo") };
        return Err(Failure::usage(format!("{} has no steps for {whom}; {other}", none.id)));
    }
    let shown = |exercise: &&Exercise| if asked.cards { cards(exercise, mode) } else { page(exercise, mode) };
    Ok(exercises.iter().map(shown).collect::<Vec<_>>().join("\n"))
}

fn named<'a>(catalogue: &'a Catalogue, ids: &[String]) -> Result<Vec<&'a Exercise>, Failure> {
    if ids.is_empty() {
        return Ok(catalogue.exercises().iter().collect());
    }
    let find = |id: &String| {
        let missing = || Failure::usage(format!("there is no exercise called {id:?}; adjacent exercises lists them"));
        catalogue.find(id).ok_or_else(missing)
    };
    ids.iter().map(find).collect()
}
