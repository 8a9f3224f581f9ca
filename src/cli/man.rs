use std::path::PathBuf;

use clap::Args;
use clap_mangen::Man;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE};

/// Print the manual page of the program, or write the pages of all commands into a folder.
#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// The folder for a page a command: adjacent.1, adjacent-new.1, and so on.
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

impl CliCommand for ManArgs {
    const NAME: &'static str = "man";
    const EXAMPLES: &[&str] = &["man -o man"];

    fn run(self, call: &Call) -> CommandResult {
        let command = call.command_line();
        let Some(folder) = self.output else {
            let mut page = Vec::new();
            Man::new(command).render(&mut page)?;
            return call.answer(String::from_utf8_lossy(&page).trim_end());
        };
        std::fs::create_dir_all(&folder)?;
        clap_mangen::generate_to(command, &folder)?;
        DONE
    }
}
