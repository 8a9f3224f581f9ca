use std::io::Write;

use clap::Args;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use crate::exercise::{Catalogue, Exercise, cards, list, page, scaffold};
use crate::record::Mode;
use crate::record::text::plain;

/// List the exercises, show them, print them as cards for a table, or begin one of your own.
#[derive(Debug, Args)]
pub(super) struct ExercisesArgs {
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

impl CliCommand for ExercisesArgs {
    const NAME: &'static str = "exercises";
    const EXAMPLES: &[&str] = &["exercises", "exercises bound --cards"];

    fn run(self, call: &Call) -> CommandResult {
        if let Some(id) = &self.new {
            return begin(call, id, self.title.as_deref());
        }
        let catalogue = call.catalogue()?;
        let text = match (self.cards, self.ids.as_slice()) {
            (false, []) => list(&catalogue),
            (_, ids) => each(&named(&catalogue, ids)?, &self)?,
        };
        call.answer(&text)
    }
}

fn begin(call: &Call, id: &str, title: Option<&str>) -> CommandResult {
    if !Exercise::is_lawful_id(id) {
        return Err(Failure::usage(format!("{id:?} is no id; use lower-case letters, digits and -, like next-door")));
    }
    let path = call.workspace()?.begin_exercise(id, &scaffold(id, title))?;
    let mut out = call.out();
    writeln!(out, "{}", plain(&path.display().to_string()))?;
    writeln!(out, "Fill in every <...>, then run adjacent check; adjacent exercises {id} shows how it reads.")?;
    DONE
}

fn each(exercises: &[&Exercise], asked: &ExercisesArgs) -> Result<String, Failure> {
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
