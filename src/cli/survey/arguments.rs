use std::path::PathBuf;

use clap::Args;

use crate::exercise::USUAL_SURVEY;

/// Ask everybody the same few questions before a session: a form each, answered alone. Without a title: what came in.
#[derive(Debug, Args)]
pub(in crate::cli) struct SurveyArgs {
    /// What the session will be called.
    #[arg(conflicts_with = "gather")]
    pub(super) title: Option<String>,
    /// A form for each of these people: "Ana, risk lead @ Risk; Bo @ IT". - reads them from standard input, one a line.
    /// Their names stay in a private file.
    #[arg(id = "for", long = "for", value_name = "NAMES", requires = "title", conflicts_with = "number")]
    pub(super) people: Option<String>,
    /// This number of forms, of which nobody knows who fills them in. With neither, one form that everybody copies.
    #[arg(long, value_name = "NUMBER", requires = "title", value_parser = clap::value_parser!(u16).range(1..=999))]
    pub(super) number: Option<u16>,
    /// The exercise whose questions are asked, one of yours or of the program, as one person alone is asked.
    #[arg(long, value_name = "EXERCISE", default_value = USUAL_SURVEY, requires = "title")]
    pub(super) questions: String,
    /// The folder for the forms; without it a new one here. They come back to it.
    #[arg(short, long, value_name = "FOLDER", requires = "title")]
    pub(super) output: Option<PathBuf>,
    /// Put the answers that their owners share on the map: of these forms or folders, or of every survey's folder. Doing
    /// it again brings them up to date.
    #[arg(long, value_name = "FORMS", num_args = 0..)]
    pub(super) gather: Option<Vec<PathBuf>>,
    /// Let people answer on their phones: one page on the local network, a link for each of --for, or else one link for
    /// everybody. Without a title, for the survey that was made last. =ADDRESS names the address of this machine.
    #[arg(
        long,
        value_name = "ADDRESS",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "",
        conflicts_with_all = ["gather", "json"]
    )]
    pub(super) phones: Option<String>,
    /// As JSON.
    #[arg(long)]
    pub(super) json: bool,
}
