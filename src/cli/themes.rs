use std::io::Write;

use clap::Args;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE};
use crate::theme::shipped;

/// List the themes.
#[derive(Debug, Args)]
pub(super) struct ThemesArgs {}

impl CliCommand for ThemesArgs {
    const NAME: &'static str = "themes";
    const EXAMPLES: &[&str] = &["themes"];

    fn run(self, call: &Call) -> CommandResult {
        let mut out = call.out();
        for theme in shipped::themes() {
            writeln!(out, "{:<10} {}", theme.name, theme.about)?;
        }
        DONE
    }
}
