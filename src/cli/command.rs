//! The trait of every command of the program: its arguments, and a function that runs it.

use clap::{ArgMatches, Args};

use super::call::Call;
use super::failure::{CommandResult, Failure};

/// The arguments of a command; their doc comment is its description in the help.
pub(super) trait CliCommand: Args {
    /// The name of the command, as it is typed.
    const NAME: &'static str;

    /// Command lines to begin with, without the name of the program.
    const EXAMPLES: &'static [&'static str];

    /// Runs the command.
    fn run(self, call: &Call) -> CommandResult;
}

/// An entry in the list of commands.
#[derive(Clone, Copy)]
pub(super) struct CommandEntry {
    /// The name of the command, as it is typed.
    pub(super) name: &'static str,
    /// Command lines to begin with, without the name of the program.
    pub(super) examples: &'static [&'static str],
    arguments: fn(clap::Command) -> clap::Command,
    run: fn(&Call, &ArgMatches) -> CommandResult,
}

impl CommandEntry {
    /// The entry of the command `C`.
    pub(super) const fn of<C: CliCommand>() -> Self {
        Self { name: C::NAME, examples: C::EXAMPLES, arguments: C::augment_args, run: run_matched::<C> }
    }

    /// The command as clap knows it: its name, its help and its arguments.
    pub(super) fn definition(&self) -> clap::Command {
        let command = (self.arguments)(clap::Command::new(self.name));
        let examples: Vec<String> = self.examples.iter().map(|line| format!("  adjacent {line}")).collect();
        let more = command.get_after_help().map(|more| format!("\n\n{more}")).unwrap_or_default();
        command.after_help(format!("Examples:\n{}{more}", examples.join("\n")))
    }

    /// Runs the command.
    pub(super) fn run(&self, call: &Call, matches: &ArgMatches) -> CommandResult {
        (self.run)(call, matches)
    }
}

fn run_matched<C: CliCommand>(call: &Call, matches: &ArgMatches) -> CommandResult {
    C::from_arg_matches(matches).map_err(Failure::usage)?.run(call)
}
