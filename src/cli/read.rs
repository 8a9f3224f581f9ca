use std::io::{self, BufRead, Write};

use anyhow::Context as _;
use clap::Args;
use jiff::Timestamp;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE};
use crate::app::{OpenSession, Recording};
use crate::capture::{Form, Reading, ReadingReport};
use crate::exercise::{AnswerFrame, Catalogue};
use crate::record::text::{harmless_json, plain};
use crate::record::{Header, Session, SessionKind, SessionTime, own_note};
use crate::shell::zone;

/// Say how lines would be read; earlier lines are context for later ones. Nothing is recorded.
#[derive(Debug, Args)]
pub(super) struct ReadArgs {
    /// One JSON object a line.
    #[arg(long)]
    json: bool,
    /// Read them as somebody alone would be read.
    #[arg(long)]
    solo: bool,
}

impl CliCommand for ReadArgs {
    const NAME: &'static str = "read";

    fn run(self, call: &Call) -> CommandResult {
        let catalogue = Catalogue::embedded();
        let mut recording = Recording::new(blank(self.solo), &catalogue);
        let mut out = call.out();
        for line in io::stdin().lock().split(b'\n') {
            let line = line.context(super::files::NO_INPUT)?;
            let line = String::from_utf8_lossy(&line);
            if own_note(&line).is_some() {
                // A private note becomes no event, so it is not in the JSON output either.
                if !self.json {
                    writeln!(out, "{:<7} for you alone, beside the record", "note")?;
                }
                continue;
            }
            let reading =
                recording.read(line.trim_end_matches('\r'), None, &AnswerFrame::default(), SessionTime::OPENING);
            if reading.form == Form::Blank {
                continue;
            }
            let event = recording.spoken(&reading, SessionTime::OPENING);
            let says = recording.read_back(&reading, SessionTime::OPENING);
            if self.json {
                writeln!(out, "{}", harmless_json(&serde_json::to_string(&ReadingReport::of(&reading, says))?))?;
            } else {
                in_words(&mut out, &reading, &says)?;
            }
            recording.apply(event, &catalogue);
        }
        DONE
    }
}

fn in_words(out: &mut impl Write, reading: &Reading, says: &str) -> io::Result<()> {
    writeln!(out, "{:<7} {}", reading.form.name(), plain(says))?;
    for amber in &reading.amber {
        writeln!(out, "        look: {}", plain(&amber.why))?;
    }
    Ok(())
}

/// An empty session that is not on disk.
fn blank(solo: bool) -> OpenSession {
    let header = Header {
        id: "read".into(),
        title: String::new(),
        opened: Timestamp::now(),
        zone: zone::here(),
        kind: if solo { SessionKind::Solo } else { SessionKind::Workshop },
        private: true,
    };
    OpenSession::alone(Session::new(header))
}
