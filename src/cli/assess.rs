mod own;
mod plain;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use self::own::{latest, nothing_yet, own};
use super::call::{AnswerForm, Call};
use super::command::CliCommand;
use super::console::console;
use super::failure::{CommandResult, DONE, Failure};
use super::map;
use crate::app::{AssessChore, Effect, Whose};
use crate::assess::{
    AssessmentHistory, FOOTER, Perception, Slip, Versions, history_json, history_markdown, history_text, opinions_text,
    perception_text, result_json, result_markdown, result_text, sample, slip_form,
};
use crate::export::{mirror_page, shared_words};
use crate::shell::assessing::against;
use crate::store::read_in;

/// Look into the mirror: how you lead yourself, teams and systems, for yourself alone. Not for pay, hiring or ranking.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub(super) struct AssessArgs {
    /// Line by line on standard input and output instead of a screen.
    #[arg(long, conflicts_with_all = ["history", "result", "json", "markdown", "sample", "shared", "others", "slip"])]
    plain: bool,
    /// Print where you stood last, and what to do next.
    #[arg(long)]
    result: bool,
    /// Print all of them over time.
    #[arg(long, conflicts_with = "result")]
    history: bool,
    /// As JSON; the only place where a level has a number. No example is in it.
    #[arg(long, conflicts_with = "markdown")]
    json: bool,
    /// As Markdown. No example is in it.
    #[arg(long)]
    markdown: bool,
    /// As a page with pictures, for a browser or paper; for you alone, like all of it.
    #[arg(long, requires = "history", conflicts_with_all = ["json", "markdown"])]
    html: bool,
    /// Look at the sample leader instead: three assessments over two years.
    #[arg(long)]
    sample: bool,
    /// Print what you marked to be shared in the mirror, as Markdown, and nothing else.
    #[arg(long, conflicts_with_all = ["result", "history", "json", "sample"])]
    shared: bool,
    /// Write it to this file instead.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Beside the result: what the map says otherwise, to whoever answers for this team.
    #[arg(id = "team", long = "team", value_name = "TEAM")]
    units: Vec<String>,
    /// Your tag in sessions with others, for what the map says.
    #[arg(long, value_name = "TAG", requires = "team")]
    tag: Option<String>,
    /// Ask the map of these sessions; without any, of all that feed the shared map.
    #[arg(long, value_name = "SESSION", requires = "team")]
    session: Vec<String>,
    /// Beside your own latest: how many others chose what about you. A slip a line, `343-25 332211 222112 agreed`;
    /// counted from five people up, and only where all agreed. Have somebody else type it.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["history", "json", "markdown", "sample", "team"])]
    others: Option<PathBuf>,
    /// Print the questions as a paper slip for a room.
    #[arg(long, conflicts_with_all = ["history", "result", "json", "sample", "others", "team"])]
    slip: bool,
}

const HOW_TO_GO_ON: &str = "\
There is no terminal here. How to go on
  adjacent assess              in a terminal: 28 short questions, 12 minutes, left and resumed at any moment
  adjacent assess --plain      the same questions line by line
  adjacent assess --result     where you stood last, and what to do next
  adjacent assess --history    all of them over time
  adjacent assess --sample --history   the sample leader, to see what it looks like
";

impl CliCommand for AssessArgs {
    const NAME: &'static str = "assess";
    const EXAMPLES: &[&str] = &["assess", "assess --history"];

    fn run(self, call: &Call) -> CommandResult {
        if self.slip {
            let text = Versions::embedded().latest().map(slip_form).unwrap_or_default();
            return call.hand_out(self.output.as_deref(), &text, AnswerForm::Text);
        }
        if let Some(file) = &self.others {
            return call.hand_out(self.output.as_deref(), &gap(call, file)?, AnswerForm::Text);
        }
        if self.shared {
            return call.hand_out(self.output.as_deref(), &shared(call)?, AnswerForm::Text);
        }
        if self.plain {
            return plain::run(call);
        }
        let prints = self.result || self.history || self.json || self.markdown || !self.units.is_empty();
        if prints || self.output.is_some() {
            let form = if self.json { AnswerForm::Json } else { AnswerForm::Text };
            return call.hand_out(self.output.as_deref(), &page(call, &self)?, form);
        }
        if !call.is_interactive() {
            if self.sample {
                return call.answer(&history_text(&AssessmentHistory::of(&Versions::embedded(), &sample())));
            }
            write!(call.out(), "{HOW_TO_GO_ON}\n{FOOTER}\n")?;
            return DONE;
        }
        let whose = if self.sample { Whose::Sample } else { Whose::Own };
        console(call, call.workspace()?, Effect::Assess(AssessChore::Look(whose)))
    }
}

/// The result or the history, in the selected format.
fn page(call: &Call, asked: &AssessArgs) -> Result<String, Failure> {
    let assessments = if asked.sample { sample() } else { own(&call.workspace()?)? };
    let versions = Versions::embedded();
    let history = AssessmentHistory::of(&versions, &assessments);
    if asked.history {
        return Ok(match (asked.json, asked.markdown) {
            _ if asked.html => mirror_page(&history),
            (true, _) => history_json(&history),
            (_, true) => history_markdown(&history),
            _ => history_text(&history),
        });
    }
    let Some(reading) = history.results.last() else { return Err(nothing_yet()) };
    let mut text = match (asked.json, asked.markdown) {
        (true, _) => result_json(reading),
        (_, true) => result_markdown(reading),
        _ => result_text(reading),
    };
    if !asked.units.is_empty() {
        if asked.json || asked.markdown || asked.sample {
            return Err(Failure::usage("what the map says is printed as text, beside your own result"));
        }
        text.push('\n');
        text.push_str(&against_the_map(call, asked)?);
    }
    Ok(text)
}

fn against_the_map(call: &Call, asked: &AssessArgs) -> Result<String, Failure> {
    let (instrument, latest) = latest(call)?;
    let sessions = map::chosen_until(call, &asked.session, None)?;
    let found = against(&sessions, &latest, &asked.units, asked.tag.as_deref()).map_err(Failure::usage)?;
    Ok(opinions_text(&found, |id| instrument.item(id).map_or_else(String::new, |item| item.title.clone())))
}

fn shared(call: &Call) -> Result<String, Failure> {
    let (instrument, latest) = latest(call)?;
    let none = "nothing is marked to be shared; mark answers with s in adjacent assess, on the page of your answers";
    shared_words(&instrument, &latest).ok_or_else(|| Failure::usage(none))
}

/// Compares the choices of other people with the latest assessment of this user.
fn gap(call: &Call, file: &Path) -> Result<String, Failure> {
    let (instrument, latest) = latest(call)?;
    let bytes = read_in(file)?;
    let typed = String::from_utf8_lossy(&bytes);
    let lines = (1..).zip(typed.lines()).filter(|(_, line)| !line.trim().is_empty());
    let slips: Vec<Slip> = lines
        .map(|(number, line)| {
            // The error does not quote the line, because it is the private slip of a person.
            Slip::typed(&instrument, line).map_err(|error| Failure::usage(format!("line {number}: {error}")))
        })
        .collect::<Result<_, _>>()?;
    let own = Slip::of(&instrument, &latest, true);
    let seen = Perception::of(&instrument, &own, &slips).map_err(Failure::usage)?;
    Ok(perception_text(&seen))
}
