use std::io;
use std::path::PathBuf;

use clap::Args;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE};
use crate::app::commands;

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
            let page = page_of_the_program(command)?;
            return call.answer(String::from_utf8_lossy(&page).trim_end());
        };
        std::fs::create_dir_all(&folder)?;
        clap_mangen::generate_to(command.clone(), &folder)?;
        std::fs::write(folder.join(format!("{}.1", command.get_name())), page_of_the_program(command)?)?;
        DONE
    }
}

/// Returns the page of the program itself: how it is called, and the commands of its console.
fn page_of_the_program(command: clap::Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    commands_of_the_console().to_writer(&mut page)?;
    Ok(page)
}

/// Returns the section about the commands of the console: the name of each, its keys, and what it does.
fn commands_of_the_console() -> Roff {
    let mut section = Roff::new();
    section.control("SH", ["COMMANDS OF THE CONSOLE"]);
    section.text([roman(
        "In the console each of these is typed on an empty line, or pressed. A single character counts where nothing is \
         being typed. Keys with Alt, F1 and F10 stay with some terminals; the name works in all.",
    )]);
    for row in commands().all() {
        let keys = row.keys();
        let keys = if keys.is_empty() { keys } else { format!("  {keys}") };
        section.control("TP", []);
        section.text([bold(format!("/{}", row.name)), roman(keys)]);
        section.text([roman(row.words)]);
    }
    section
}
