//! Completions: what a shell offers after a half-typed command line.

mod candidates;

use std::ffi::OsString;

use clap::Args;
use clap_complete::env::{CompleteEnv, Shells};

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, Failure};

/// The variable by which the script of a shell asks for candidates.
const ASKS: &str = "ADJACENT_COMPLETE";

/// The name of the program, as a shell finds it.
const PROGRAM: &str = "adjacent";

/// Print what makes a shell complete commands, options, titles of sessions, things, exercises and plans.
#[derive(Debug, Args)]
#[command(after_help = "\
For bash, in ~/.bashrc:             source <(adjacent completions bash)
For zsh, in ~/.zshrc:               source <(adjacent completions zsh)
For fish, in config.fish:           adjacent completions fish | source
For elvish, in rc.elv:              eval (adjacent completions elvish | slurp)
For PowerShell, in $PROFILE:        adjacent completions powershell | Out-String | Invoke-Expression")]
pub(super) struct CompletionsArgs {
    /// The shell.
    #[arg(value_name = "SHELL", value_parser = ["bash", "zsh", "fish", "elvish", "powershell"])]
    shell: String,
}

impl CliCommand for CompletionsArgs {
    const NAME: &'static str = "completions";
    const EXAMPLES: &[&str] = &["completions bash"];

    fn run(self, call: &Call) -> CommandResult {
        let shells = Shells::builtins();
        let shell = shells.completer(&self.shell);
        let shell = shell.ok_or_else(|| Failure::usage(format!("{} is not known here", self.shell)))?;
        let mut script = Vec::new();
        shell.write_registration(ASKS, PROGRAM, PROGRAM, PROGRAM, &mut script)?;
        call.answer(String::from_utf8_lossy(&script).trim_end())
    }
}

/// Answers the script of a shell when it is one that asks; returns whether it was.
pub(super) fn answered(command: impl Fn() -> clap::Command, arguments: &[OsString]) -> bool {
    // The library takes the variable away before it asks for the command.
    let Ok(shell) = std::env::var(ASKS) else { return false };
    let here = std::env::current_dir().ok();
    let asked = CompleteEnv::with_factory(|| candidates::offered(command(), arguments, &shell)).var(ASKS);
    // A shell that asks in a form of its own gets nothing rather than a message between what is typed.
    asked.try_complete(arguments.iter().cloned(), here.as_deref()).unwrap_or(true)
}
