mod own;
mod source;
mod update;

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;
use jiff::civil::time;
use jiff::{Timestamp, civil::Date};

use self::own::Own;
use self::source::Source;
use super::Call;
use super::DONE;
use super::failure::Outcome;
use crate::app::people::{Listed, names_of, read_person};
use crate::app::{NewSession, Recording};
use crate::capture::{Doubt, Form, Reading};
use crate::exercise::{Blanks, Catalogue, Frame, long_form};
use crate::import::transcript::{self, NotesLine, Transcript};
use crate::record::spoken::counted;
use crate::record::text::plain;
use crate::record::{Event, Fact, Mode, Names, Persons, Session, SessionKind, Zone};
use crate::shell::open_sessions;
use crate::store::read_in;

/// Which notes, and what to do when they were transcribed before.
#[derive(Debug, Args)]
pub(crate) struct Asked {
    /// The notes; - for standard input.
    notes: PathBuf,
    /// Bring the session that was made from these notes up to date: lines that are gone or changed are taken back,
    /// new ones added.
    #[arg(long)]
    update: bool,
    /// Another meeting, although these notes or earlier ones of them were transcribed before.
    #[arg(long, conflicts_with = "update")]
    again: bool,
}

/// Turns notes into a session, all of it at once or nothing; what could not be read is told on standard error, by line.
pub(super) fn run(call: &Call, asked: &Asked) -> Outcome {
    let text = text_of(&asked.notes)?;
    let mut transcript = transcript::read(&text);
    let own = Own::taken_from(&mut transcript);
    let workspace = call.workspace()?;
    let workspace = match &transcript.zone {
        Some(zone) => workspace.in_zone(zone.clone()),
        None => workspace,
    };
    let length = transcript.lines.iter().map(|line| line.at).max().unwrap_or_default();
    let opened = opened(transcript.date, length, workspace.zone());
    let (mut new, persons) = new_session(&transcript, &asked.notes);
    let source = source::of(&asked.notes, &own.without(&text), &persons);
    new.opening.push(source.fact());
    let open = open_sessions::draft(&workspace, &new, opened)?;
    let catalogue = Catalogue::embedded();
    let mut writer = Writer {
        recording: Recording::new(open, &catalogue),
        catalogue: &catalogue,
        source: Some(source.name.clone()),
    };
    let readings: Vec<Reading> = transcript.lines.iter().map(|line| writer.write(line)).collect();
    // A line that says nothing became no event.
    let says = |reading: &Reading| !reading.facts.is_empty();
    let written = readings.iter().enumerate().filter(|(_, reading)| says(reading)).map(|(place, _)| place).collect();
    let session = writer.recording.session();
    let names = writer.recording.names().clone();
    let draft = Draft { transcript: &transcript, written, source: &source, session, names: &names };
    if !asked.again {
        let earlier = source::earlier(&workspace, &draft)?;
        if asked.update {
            let earlier = earlier.ok_or_else(source::not_there)?;
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
    writeln!(call.out(), "{}", workspace.session_path(&session.header().id).display())?;
    DONE
}

/// The session that notes would become, of which nothing is on disk.
struct Draft<'a> {
    transcript: &'a Transcript,
    /// Which of the lines of the transcript became an event.
    written: Vec<usize>,
    source: &'a Source,
    session: &'a Session,
    names: &'a Names,
}

/// Says what could not be read, and how much was.
fn tell(call: &Call, transcript: &Transcript, readings: &[Reading]) -> io::Result<()> {
    let mut told = call.err();
    for remark in &transcript.remarks {
        writeln!(told, "line {}: {}", remark.number, plain(&remark.says))?;
    }
    let lines = transcript.lines.iter().zip(readings);
    let scraps: Vec<_> = lines.filter(|(_, reading)| reading.form == Form::Scrap).collect();
    for (line, reading) in transcript.lines.iter().zip(readings) {
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

struct Writer<'a> {
    recording: Recording,
    catalogue: &'a Catalogue,
    source: Option<String>,
}

impl Writer<'_> {
    /// Writes a line where it stands in the notes.
    fn write(&mut self, line: &NotesLine) -> Reading {
        let (reading, event) = self.event(line, line.at);
        if let Some(event) = event {
            self.recording.apply(event, self.catalogue);
        }
        reading
    }

    /// How a line is read so many milliseconds from the opening, and the event it becomes; a blank one becomes none.
    fn event(&mut self, line: &NotesLine, at: u64) -> (Reading, Option<Event>) {
        let step = line.step.as_ref().and_then(|step| self.catalogue.step(step, self.recording.session().mode()));
        // What a bare line is about is known in a room, not in notes: only a form that needs no more is used.
        let unfilled = |bare: &str| long_form(bare, &Blanks::default());
        let frame = Frame::bare(step.and_then(|(_, step)| step.bare.as_deref()).and_then(unfilled));
        // Who sits where is kept with the whole session.
        let _ = self.recording.seat_newcomer(&line.text);
        let reading = self.recording.read(&line.text, None, &frame, at);
        let event =
            Event { step: line.step.clone(), source: self.source.clone(), ..self.recording.spoken(&reading, at) };
        let says = !event.facts.is_empty();
        (reading, says.then_some(event))
    }
}

fn text_of(notes: &Path) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    if notes == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).context(super::files::NO_INPUT)?;
    } else {
        bytes = read_in(notes)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Notes of a day begin at nine, where they were taken; notes without a day, so many milliseconds long, have just ended: what is noted next
/// comes after them.
fn opened(date: Option<Date>, length: u64, zone: &Zone) -> Timestamp {
    let nine = date.and_then(|date| zone.moment(date, time(9, 0, 0, 0)));
    let now = Timestamp::now();
    let begun = || Timestamp::from_millisecond(now.as_millisecond().saturating_sub_unsigned(length)).unwrap_or(now);
    nine.unwrap_or_else(begun)
}

fn new_session(transcript: &Transcript, notes: &Path) -> (NewSession, Persons) {
    let mut listed: Vec<Listed> = Vec::new();
    for line in &transcript.people {
        let in_use: Vec<String> = listed.iter().flat_map(|one| [one.person.tag.clone(), one.typed.clone()]).collect();
        listed.extend(read_person(line, &in_use));
    }
    let persons = Persons::listed(listed.iter().map(|one| (&one.person, one.name.as_str())));
    let stem = || notes.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let title = transcript.title.clone().or_else(stem).unwrap_or_else(|| "Notes".to_owned());
    let title = persons.without_names(&title);
    let kind = match transcript.mode {
        _ if transcript.desk => SessionKind::Desk,
        Mode::Solo => SessionKind::Solo,
        Mode::Live => SessionKind::Workshop,
    };
    let people = listed.iter().map(|one| one.person.clone()).collect();
    // Who held the keyboard is nobody's business but the room's.
    let opening = vec![Fact::Opened { mode: transcript.mode, facilitator: None, agenda: Vec::new(), people }];
    (NewSession { title, kind, private: transcript.private, names: names_of(&listed), opening }, persons)
}
