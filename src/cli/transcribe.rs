mod draft;
mod earlier;
mod own;
mod source;
mod update;

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;

use self::draft::{LineWriter, NotesDraft, new_session, opened};
use self::own::Own;
use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use super::files::NO_INPUT;
use super::languages;
use crate::app::Recording;
use crate::capture::lexicon::LexiconFile;
use crate::capture::{Doubt, Form, Reading, ReadingOutcome};
use crate::exercise::Catalogue;
use crate::import::notes::transcript::{Remark, Transcript};
use crate::import::notes::{NOTES, NotesFormat};
use crate::record::Fact;
use crate::record::spoken::counted;
use crate::record::text::plain;
use crate::shell::open_sessions;
use crate::store::read_in;

/// Turn notes typed in any editor into a session; prints the path of its file.
#[derive(Debug, Args)]
pub(super) struct TranscribeArgs {
    /// The notes; - for standard input.
    notes: PathBuf,
    /// Bring the session that was made from these notes up to date: lines that are gone or changed are taken back,
    /// new ones added.
    #[arg(long)]
    update: bool,
    /// Another meeting, although these notes or earlier ones of them were transcribed before.
    #[arg(long, conflicts_with = "update")]
    again: bool,
    /// The languages that are spoken beside English, before those that the notes name: --lang de,fr.
    #[arg(long, value_name = "CODES")]
    lang: Vec<String>,
}

impl CliCommand for TranscribeArgs {
    const NAME: &'static str = "transcribe";
    const EXAMPLES: &[&str] = &["transcribe notes.txt", "transcribe meeting.vtt --lang de"];

    fn run(self, call: &Call) -> CommandResult {
        let text = text_of(&self.notes)?;
        let mut transcript = read_notes(&self.notes, &text);
        let own = Own::taken_from(&mut transcript);
        let lang = if transcript.languages.is_empty() { call.languages(&self.lang) } else { self.lang.clone() };
        let languages = languages_of(&mut transcript, &lang, &call.own_words()?)?;
        let workspace = call.workspace()?;
        let workspace = match &transcript.zone {
            Some(zone) => workspace.in_zone(zone.clone()),
            None => workspace,
        };
        let length = transcript.lines.iter().map(|line| line.at).max().unwrap_or_default().elapsed();
        let opened = opened(transcript.date, length, workspace.zone());
        let (mut new, persons) = new_session(&transcript, &self.notes);
        let source = source::of(&self.notes, &own.without(&text), &persons);
        new.opening.extend(languages);
        new.opening.push(source.fact());
        let open = open_sessions::draft(&workspace, &new, opened)?;
        let catalogue = Catalogue::embedded();
        let mut writer = LineWriter {
            recording: Recording::new(open, &catalogue),
            catalogue: &catalogue,
            source: Some(source.name.clone()),
        };
        let readings: Vec<Reading> = (0..)
            .zip(&transcript.lines)
            .map(|(done, line)| {
                call.works_at("reading lines", done, transcript.lines.len());
                writer.write(line)
            })
            .collect();
        // A line without facts became no event.
        let says = |reading: &Reading| !reading.facts.is_empty();
        let written =
            readings.iter().enumerate().filter(|(_, reading)| says(reading)).map(|(place, _)| place).collect();
        let session = writer.recording.session();
        let names = writer.recording.names().clone();
        let draft = NotesDraft { transcript: &transcript, written, source: &source, session, names: &names };
        if !self.again {
            let earlier = earlier::earlier(&workspace, &draft)?;
            if self.update {
                let earlier = earlier.ok_or_else(earlier::not_there)?;
                own.keep(&workspace, &earlier.id)?;
                own.tell(call)?;
                return update::run(call, &workspace, &draft, &earlier);
            }
            if let Some(earlier) = earlier {
                return Err(earlier.refused(&draft));
            }
        }
        own.create(&workspace, session, &names)?;
        tell(call, &transcript, &readings)?;
        own.tell(call)?;
        tell_offers(call, &readings, &session.header().id)?;
        writeln!(call.out(), "{}", workspace.session_path(&session.header().id).display())?;
        DONE
    }
}

/// Returns the fact that sets the languages: those of the command line, then those that the notes name. A code in the
/// notes that there is no language for becomes a remark.
fn languages_of(transcript: &mut Transcript, lang: &[String], own: &[LexiconFile]) -> Result<Option<Fact>, Failure> {
    let mut named = languages::parse(&lang.join(","), own).map_err(Failure::usage)?;
    for (number, code) in &transcript.languages {
        match languages::parse(code, own) {
            Ok(codes) => named.extend(codes.into_iter().filter(|code| !named.contains(code)).collect::<Vec<_>>()),
            Err(says) => transcript.remarks.push(Remark { number: *number, says: format!("{says}; it is left out") }),
        }
    }
    let others = named.iter().any(|code| code != "en");
    Ok(others.then_some(Fact::LanguagesSet { languages: named }))
}

/// Reads notes in the format for the extension of their file.
fn read_notes(notes: &Path, text: &str) -> Transcript {
    let ending = notes.extension().unwrap_or_default().to_string_lossy();
    NotesFormat::of(NOTES, &ending, text).map(|format| (format.read)(text)).unwrap_or_default()
}

/// Prints the lines that could not be read, and the number of lines that could.
fn tell(call: &Call, transcript: &Transcript, readings: &[Reading]) -> io::Result<()> {
    let mut told = call.err();
    for remark in &transcript.remarks {
        writeln!(told, "line {}: {}", remark.number, plain(&remark.says))?;
    }
    let lines = transcript.lines.iter().zip(readings);
    let scraps: Vec<_> = lines.filter(|(_, reading)| reading.form == Form::Scrap).collect();
    let named = |reading: &Reading| reading.amber.iter().any(|amber| amber.doubt == Doubt::Names);
    let aloud = transcript.lines.iter().zip(readings).filter(|(line, reading)| line.only_offered && named(reading));
    match aloud.count() {
        0 => {}
        1 => writeln!(told, "1 line names somebody; names stay out of the record")?,
        many => writeln!(told, "{many} lines name somebody; names stay out of the record")?,
    }
    for (line, reading) in transcript.lines.iter().zip(readings).filter(|(line, _)| !line.only_offered) {
        for amber in reading.amber.iter().filter(|amber| amber.doubt == Doubt::Names) {
            writeln!(told, "line {}: {}", line.number, plain(&amber.why))?;
        }
    }
    for (line, reading) in &scraps {
        let why = reading.why.as_deref().unwrap_or_default();
        writeln!(told, "line {}: kept as typed, {}", line.number, plain(why))?;
    }
    let (lines, scraps) = (readings.len(), scraps.len());
    writeln!(told, "{}, {} read, {scraps} kept as typed", counted(lines, "line", "lines"), lines - scraps)
}

/// Prints how many lines could be more than the text that they are, and where to look at them.
fn tell_offers(call: &Call, readings: &[Reading], id: &str) -> io::Result<()> {
    let waiting: Vec<&Reading> =
        readings.iter().filter(|reading| reading.outcome() == ReadingOutcome::Offered).collect();
    let arrows = waiting.iter().all(|reading| reading.offers.first().is_some_and(|offer| offer.form == Form::Arrow));
    let could_be = match (waiting.len(), arrows) {
        (0, _) => return Ok(()),
        (1, true) => "1 line could be an arrow".to_owned(),
        (1, false) => "1 line could be more than text".to_owned(),
        (many, true) => format!("{many} lines could be arrows"),
        (many, false) => format!("{many} lines could be arrows or more than text"),
    };
    writeln!(call.err(), "{could_be}: look at them with adjacent open {id}")
}

fn text_of(notes: &Path) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    if notes == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).context(NO_INPUT)?;
    } else {
        bytes = read_in(notes)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
