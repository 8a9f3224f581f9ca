//! The commands that record one line between sessions.

use clap::Args;

use super::call::Call;
use super::command::CliCommand;
use super::desk_writer::DeskWriter;
use super::failure::CommandResult;
use super::line_in::line_of;
use crate::capture::{Form, Reading, split_tag};

/// Keep what you saw, in today's notes between sessions: adjacent saw "Repeat calls up".
#[derive(Debug, Args)]
pub(super) struct SawArgs {
    /// What moved and which way; - for standard input, where nobody else on the machine can read it.
    #[arg(allow_hyphen_values = true)]
    line: Vec<String>,
    /// The languages that are spoken beside English: --lang de,fr.
    #[arg(long, value_name = "CODES")]
    lang: Vec<String>,
    /// Keep what the line could be: the reading with this number, the first without one.
    #[arg(long, value_name = "NUMBER", num_args = 0..=1, require_equals = true, default_missing_value = "1")]
    take: Option<usize>,
}

impl CliCommand for SawArgs {
    const NAME: &'static str = "saw";
    const EXAMPLES: &[&str] = &["saw \"Repeat calls up\""];

    fn run(self, call: &Call) -> CommandResult {
        let line = line_of(&self.line)?;
        let (tag, seen) = split_tag(line.trim());
        let seen = seen.strip_prefix("saw ").unwrap_or(seen);
        let said = tag.map_or_else(|| format!("saw {seen}"), |tag| format!("{tag}> saw {seen}"));
        DeskWriter::open(call)?.in_languages(&self.lang)?.taking(self.take).keep(&said, |reading| match reading.form {
            Form::Saw => None,
            _ => Some("it does not say what moved and which way, such as: adjacent saw \"Repeat calls up\"".to_owned()),
        })
    }
}

/// Keep one line between sessions: an arrow, a promise, a question, as it would be typed in a session.
#[derive(Debug, Args)]
pub(super) struct NoteArgs {
    /// The line. Put quotes around it, so that the shell leaves -> alone; or - for standard input, where nobody else
    /// on the machine can read it.
    #[arg(allow_hyphen_values = true)]
    line: Vec<String>,
    /// The languages that are spoken beside English: --lang de,fr.
    #[arg(long, value_name = "CODES")]
    lang: Vec<String>,
    /// Keep what the line could be: the reading with this number, the first without one.
    #[arg(long, value_name = "NUMBER", num_args = 0..=1, require_equals = true, default_missing_value = "1")]
    take: Option<usize>,
}

impl CliCommand for NoteArgs {
    const NAME: &'static str = "note";
    const EXAMPLES: &[&str] = &["note \"bot -> more calls : seen\""];

    fn run(self, call: &Call) -> CommandResult {
        let line = line_of(&self.line)?;
        DeskWriter::open(call)?.in_languages(&self.lang)?.taking(self.take).keep(&line, |reading| match reading.form {
            Form::Text => Some(bare(reading)),
            _ => None,
        })
    }
}

/// The reason why plain text is not recorded, with an example of a line to type.
fn bare(reading: &Reading) -> String {
    let offered = reading.offer.iter().flat_map(|offer| &offer.lines).next();
    let instead = offered.map_or_else(|| format!("park {}", reading.said), Clone::clone);
    format!("it names no thing and no arrow, so no map would hold it; for example: adjacent note {instead:?}")
}
