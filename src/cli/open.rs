use clap::Args;

use super::call::Call;
use super::command::CliCommand;
use super::console::console;
use super::failure::CommandResult;
use super::languages;
use super::plain::PlainConsole;
use crate::app::{Effect, Recording};
use crate::shell::open_sessions;

/// Go on with a session.
#[derive(Debug, Args)]
pub(super) struct OpenArgs {
    /// Its id, the beginning of it, any part of its title, or a file.
    session: String,
    /// Line by line on standard input and output instead of a screen.
    #[arg(long)]
    plain: bool,
    /// The languages that are spoken from now on, beside English: --lang de,fr.
    #[arg(long, value_name = "CODES", requires = "plain")]
    lang: Vec<String>,
    /// Only read it, for example while somebody else writes it.
    #[arg(long, conflicts_with = "plain")]
    read: bool,
}

impl CliCommand for OpenArgs {
    const NAME: &'static str = "open";
    const EXAMPLES: &[&str] = &["open \"Spring review\"", "open \"Spring review\" --plain"];

    fn run(self, call: &Call) -> CommandResult {
        let workspace = call.workspace()?;
        let id = workspace.find(&self.session)?;
        if !self.plain {
            return console(call, workspace, Effect::Open { id, read_only: self.read });
        }
        let catalogue = call.catalogue()?;
        let (file, open) = open_sessions::open(&workspace, &id)?;
        let stray = open.stray.is_some();
        let mut recording = Recording::new(open, &catalogue);
        let languages = languages::set(&self.lang, &call.own_words()?)?;
        let resumes = recording.take_up_again();
        call.tell_unread()?;
        let plain = PlainConsole::new(recording, (file, workspace), &catalogue, call.out());
        plain.taken_up_again(resumes, stray).in_languages(languages).run_on_stdin()
    }
}
