mod heading;
mod listener;
mod printing;

use std::io::{self, BufRead, Write as _};

use anyhow::Context as _;
use clap::Args;

use self::heading::ReadHeading;
use self::listener::Listener;
use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};

/// Say how lines would be read; earlier lines are context for later ones. Nothing is recorded.
///
/// On standard input, lines such as "# lang: de, en", "# step: next.2", "# current: Service bot" and
/// "# person: mei = Mei, claims lead @ Claims" count from where they stand.
#[derive(Debug, Args)]
pub(super) struct ReadArgs {
    /// One JSON object a line.
    #[arg(long)]
    json: bool,
    /// Read them as somebody alone would be read.
    #[arg(long)]
    solo: bool,
    /// The languages that are spoken beside English: --lang de,fr.
    #[arg(long, value_name = "CODES")]
    lang: Vec<String>,
    /// Read them as answers in this step of an exercise: --step next.2.
    #[arg(long, value_name = "STEP")]
    step: Option<String>,
    /// What the step is about: a thing or a unit.
    #[arg(long, value_name = "NAME")]
    current: Option<String>,
    /// Somebody who is present: --person "mei = Mei, claims lead @ Claims".
    #[arg(long, value_name = "PERSON")]
    person: Vec<String>,
    /// Say why each line is read so.
    #[arg(long)]
    why: bool,
}

impl CliCommand for ReadArgs {
    const NAME: &'static str = "read";
    const EXAMPLES: &[&str] = &["read --why < notes.txt"];

    fn run(self, call: &Call) -> CommandResult {
        let catalogue = call.catalogue()?;
        let mut listener = Listener::new(&catalogue, self.solo, call.own_words()?).explaining(self.why);
        listener = listener.by(call.configured().configuration.values.conventions);
        for heading in self.headings(call) {
            listener.heed(heading).map_err(Failure::usage)?;
        }
        let mut out = call.out();
        for (number, line) in (1..).zip(io::stdin().lock().split(b'\n')) {
            let line = line.context(super::files::NO_INPUT)?;
            let line = String::from_utf8_lossy(&line);
            let line = line.trim_end_matches('\r');
            if let Some(heading) = ReadHeading::of(line) {
                listener.heed(heading).map_err(|wrong| Failure::usage(format!("line {number}: {wrong}")))?;
                continue;
            }
            let Some(heard) = listener.hear(line) else { continue };
            let printed = if self.json { heard.as_json()? } else { heard.in_words() };
            out.write_all(printed.as_bytes())?;
            listener.note(&heard);
        }
        DONE
    }
}

impl ReadArgs {
    fn headings(&self, call: &Call) -> impl Iterator<Item = ReadHeading> {
        let lang = call.languages(&self.lang);
        let languages = (!lang.is_empty()).then(|| ReadHeading::Languages(lang.join(",")));
        let people = self.person.iter().cloned().map(ReadHeading::Person);
        let step = self.step.clone().map(ReadHeading::Step);
        let current = self.current.clone().map(ReadHeading::Current);
        languages.into_iter().chain(people).chain(step).chain(current)
    }
}
