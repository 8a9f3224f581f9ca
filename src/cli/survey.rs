mod making;
mod telling;

use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, Failure};
use crate::exercise::USUAL_SURVEY;
use crate::shell::surveys::{FormPlaces, gather, standing};

/// Ask everybody the same few questions before a session: a form each, answered alone. Without a title: what came in.
#[derive(Debug, Args)]
pub(super) struct SurveyArgs {
    /// What the session will be called.
    #[arg(conflicts_with = "gather")]
    title: Option<String>,
    /// A form for each of these people: "Ana, risk lead @ Risk; Bo @ IT". - reads them from standard input, one a line.
    /// Their names stay in a private file.
    #[arg(id = "for", long = "for", value_name = "NAMES", requires = "title", conflicts_with = "number")]
    people: Option<String>,
    /// This number of forms, of which nobody knows who fills them in. With neither, one form that everybody copies.
    #[arg(long, value_name = "NUMBER", requires = "title", value_parser = clap::value_parser!(u16).range(1..=999))]
    number: Option<u16>,
    /// The exercise whose questions are asked, one of yours or of the program, as one person alone is asked.
    #[arg(long, value_name = "EXERCISE", default_value = USUAL_SURVEY, requires = "title")]
    questions: String,
    /// The folder for the forms; without it a new one here. They come back to it.
    #[arg(short, long, value_name = "FOLDER", requires = "title")]
    output: Option<PathBuf>,
    /// Put the answers that their owners share on the map: of these forms or folders, or of every survey's folder. Doing
    /// it again brings them up to date.
    #[arg(long, value_name = "FORMS", num_args = 0..)]
    gather: Option<Vec<PathBuf>>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl CliCommand for SurveyArgs {
    const NAME: &'static str = "survey";

    fn run(self, call: &Call) -> CommandResult {
        if let Some(places) = &self.gather {
            let places = if places.is_empty() { FormPlaces::Folders } else { FormPlaces::Named(places) };
            let gathering = gather(&call.workspace()?, &call.catalogue()?, places, Timestamp::now())?;
            return telling::gathered(call, &gathering, self.json);
        }
        let Some(title) = &self.title else {
            return telling::surveys(call, &standing(&call.workspace()?)?, self.json);
        };
        if title.trim().is_empty() {
            return Err(Failure::usage("it needs a title; people will know by it what they are asked for"));
        }
        making::make(call, title, &self)
    }
}
