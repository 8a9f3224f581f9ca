use std::io::{self, Read, Write};
use std::path::Path;

use anyhow::Context as _;
use jiff::civil::time;
use jiff::{Timestamp, civil::Date};

use super::DONE;
use super::failure::Outcome;
use super::files;
use crate::app::people::read_person;
use crate::app::{NewSession, Recording};
use crate::capture::{Form, Reading};
use crate::exercise::{Blanks, Catalogue, Frame, long_form};
use crate::import::transcript::{self, Line, Transcript};
use crate::record::text::plain;
use crate::record::{Event, Fact, Mode, Names, Person, SessionKind, Zone};
use crate::shell::workshop;
use crate::store::read_in;

/// Turns notes into a session, all of it at once or nothing; what could not be read is told on standard error, by line.
pub(super) fn run(dir: Option<&Path>, notes: &Path) -> Outcome {
    let transcript = transcript::read(&text_of(notes)?);
    let workspace = files::workspace(dir)?;
    let workspace = match &transcript.zone {
        Some(zone) => workspace.in_zone(zone.clone()),
        None => workspace,
    };
    let length = transcript.lines.iter().map(|line| line.at).max().unwrap_or_default();
    let opened = opened(transcript.date, length, workspace.zone());
    let open = workshop::draft(&workspace, &new_session(&transcript, notes), opened)?;
    let names = open.names.clone();
    let catalogue = Catalogue::embedded();
    let source = notes.file_name().map(|name| name.to_string_lossy().into_owned());
    let mut writer = Writer { recording: Recording::new(open, &catalogue), catalogue: &catalogue, source };
    let readings: Vec<Reading> = transcript.lines.iter().map(|line| writer.write(line)).collect();
    let session = writer.recording.session();
    workspace.create_with_names(session.header(), session.events(), &names)?;
    tell(&transcript, &readings)?;
    writeln!(io::stdout().lock(), "{}", workspace.session_path(&session.header().id).display())?;
    DONE
}

/// Says what could not be read, and how much was.
fn tell(transcript: &Transcript, readings: &[Reading]) -> io::Result<()> {
    let mut told = io::stderr().lock();
    for remark in &transcript.remarks {
        writeln!(told, "line {}: {}", remark.number, plain(&remark.says))?;
    }
    let lines = transcript.lines.iter().zip(readings);
    let scraps: Vec<_> = lines.filter(|(_, reading)| reading.form == Form::Scrap).collect();
    for (line, reading) in &scraps {
        let why = reading.why.as_deref().unwrap_or_default();
        writeln!(told, "line {}: kept as typed, {}", line.number, plain(why))?;
    }
    let (lines, scraps) = (readings.len(), scraps.len());
    writeln!(told, "{lines} lines, {} read, {scraps} kept as typed", lines - scraps)
}

struct Writer<'a> {
    recording: Recording,
    catalogue: &'a Catalogue,
    source: Option<String>,
}

impl Writer<'_> {
    fn write(&mut self, line: &Line) -> Reading {
        let step = line.step.as_ref().and_then(|step| self.catalogue.step(step, self.recording.session().mode()));
        // What a bare line is about is known in a room, not in notes: only a form that needs no more is used.
        let unfilled = |bare: &str| long_form(bare, &Blanks::default());
        let frame = Frame::bare(step.and_then(|(_, step)| step.bare.as_deref()).and_then(unfilled));
        let reading = self.recording.read(&line.text, None, &frame, line.at);
        let event =
            Event { step: line.step.clone(), source: self.source.clone(), ..self.recording.spoken(&reading, line.at) };
        if !event.facts.is_empty() {
            self.recording.apply(event, self.catalogue);
        }
        reading
    }
}

fn text_of(notes: &Path) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    if notes == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).context("standard input cannot be read")?;
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

fn new_session(transcript: &Transcript, notes: &Path) -> NewSession {
    let mut people: Vec<Person> = Vec::new();
    let mut names = Names::default();
    for line in &transcript.people {
        let tags: Vec<String> = people.iter().map(|person| person.tag.clone()).collect();
        if let Some(listed) = read_person(line, &tags) {
            names.names.insert(listed.person.tag.clone(), listed.name);
            people.push(listed.person);
        }
    }
    let stem = || notes.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let title = transcript.title.clone().or_else(stem).unwrap_or_else(|| "Notes".to_owned());
    let kind = match transcript.mode {
        _ if transcript.desk => SessionKind::Desk,
        Mode::Solo => SessionKind::Solo,
        Mode::Live => SessionKind::Workshop,
    };
    let facilitator = transcript.facilitator.clone();
    let opening = vec![Fact::Opened { mode: transcript.mode, facilitator, agenda: Vec::new(), people }];
    NewSession { title, kind, private: transcript.private, names, opening }
}
