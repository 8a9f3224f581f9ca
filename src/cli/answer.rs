mod asking;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use self::asking::FormAsking;
use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, Failure};
use crate::exercise::{FormMark, NotAForm, ReadForm, SurveyForm};
use crate::shell::surveys::copy_beside;
use crate::store::read_form;

/// Answer the form of a survey, question by question. Every answer is in the file before the next question.
#[derive(Debug, Args)]
pub(super) struct AnswerArgs {
    /// The form that you were sent.
    form: PathBuf,
    /// Without any layout, for screen readers and pipes.
    #[arg(long)]
    plain: bool,
}

impl CliCommand for AnswerArgs {
    const NAME: &'static str = "answer";
    const EXAMPLES: &[&str] = &["answer ana.txt"];

    fn run(self, call: &Call) -> CommandResult {
        let (path, form) = own_form(call, &self.form)?;
        FormAsking::new(call, path, form, !self.plain && call.is_terminal()).go()
    }
}

/// Reads the form; of one that everybody copies, makes a copy first.
fn own_form(call: &Call, path: &Path) -> Result<(PathBuf, SurveyForm), Failure> {
    let says = |error: NotAForm| Failure::usage(format!("{}: {error}", path.display()));
    let ReadForm { mut form, remarks } = SurveyForm::read(&read_form(path)?).map_err(says)?;
    for remark in remarks {
        writeln!(call.err(), "line {}: {}", remark.line, remark.says)?;
    }
    if form.questions.is_empty() {
        return Err(Failure::usage(format!("{}: the form holds no question", path.display())));
    }
    if form.mark != FormMark::Open {
        return Ok((path.to_owned(), form));
    }
    let copy = copy_beside(path, &mut form)?;
    writeln!(call.err(), "Everybody has this form; yours is {}", copy.display())?;
    Ok((copy, form))
}
