use std::io::{self, Write};
use std::path::Path;

use clap::Args;

use super::failure::{Failure, Outcome};
use super::{DONE, files};
use crate::exercise::{Catalogue, Exercise, cards, list, page, scaffold};
use crate::record::Mode;
use crate::record::text::plain;
use crate::shell::workshop;

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
    let workspace = files::workspace(dir)?;
    let mut out = io::stdout().lock();
    if let Some(id) = &asked.new {
        if !Exercise::is_lawful_id(id) {
            return Err(Failure::usage(format!(
                "{id:?} is no id; use lower-case letters, digits and -, like next-door"
            )));
        }
        let path = workspace.begin_exercise(id, &scaffold(id, asked.title.as_deref()))?;
        writeln!(out, "{}", plain(&path.display().to_string()))?;
        writeln!(out, "Fill in every <...>, then run adjacent check; adjacent exercises {id} shows how it reads.")?;
        return DONE;
    }
    let (catalogue, left_out) = workshop::catalogue(&workspace);
    for sentence in &left_out {
        writeln!(io::stderr(), "adjacent: left out: {sentence}")?;
    }
    let mode = if asked.solo { Mode::Solo } else { Mode::Live };
    let text = if asked.ids.is_empty() && !asked.cards {
        list(&catalogue)
    } else {
        let named = named(&catalogue, &asked.ids)?;
        let each =
            named.into_iter().map(|exercise| if asked.cards { cards(exercise, mode) } else { page(exercise, mode) });
        each.collect::<Vec<_>>().join("\n")
    };
    out.write_all(text.as_bytes())?;
    DONE
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
