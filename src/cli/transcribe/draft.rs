//! The session that notes would become, before anything of it is on disk.

use std::path::Path;

use jiff::Timestamp;
use jiff::civil::{Date, time};

use super::source::NotesSource;
use crate::app::{Listed, names_of, read_person};
use crate::app::{NewSession, Recording};
use crate::capture::Reading;
use crate::exercise::{AnswerFrame, Blanks, Catalogue, long_form};
use crate::import::transcript::{NotesLine, Transcript};
use crate::record::{Event, Fact, Mode, Names, Persons, SeatTag, Session, SessionKind, Zone};

/// The session that notes would become, of which nothing is on disk.
pub(super) struct NotesDraft<'a> {
    pub(super) transcript: &'a Transcript,
    /// Which of the lines of the transcript became an event.
    pub(super) written: Vec<usize>,
    pub(super) source: &'a NotesSource,
    pub(super) session: &'a Session,
    pub(super) names: &'a Names,
}

impl<'a> NotesDraft<'a> {
    /// The lines of the notes that say something, in order: in the draft each of them is one event.
    pub(super) fn said_lines(&self) -> impl Iterator<Item = &'a NotesLine> {
        let written = self.written.clone();
        let transcript = self.transcript;
        written.into_iter().filter_map(|place| transcript.lines.get(place))
    }
}

/// Reads lines of notes one after the other into a session of which nothing is on disk.
pub(super) struct LineWriter<'a> {
    pub(super) recording: Recording,
    pub(super) catalogue: &'a Catalogue,
    pub(super) source: Option<String>,
}

impl LineWriter<'_> {
    /// Writes a line where it stands in the notes.
    pub(super) fn write(&mut self, line: &NotesLine) -> Reading {
        let (reading, event) = self.event(line, line.at);
        if let Some(event) = event {
            self.recording.apply(event, self.catalogue);
        }
        reading
    }

    /// How a line is read so many milliseconds from the opening, and the event it becomes; a blank one becomes none.
    pub(super) fn event(&mut self, line: &NotesLine, at: u64) -> (Reading, Option<Event>) {
        let step = line.step.as_ref().and_then(|step| self.catalogue.step(step, self.recording.session().mode()));
        // What a bare line is about is known in a room, not in notes: only a form that needs no more is used.
        let unfilled = |bare: &str| long_form(bare, &Blanks::default());
        let frame = AnswerFrame::bare(step.and_then(|(_, step)| step.bare.as_deref()).and_then(unfilled));
        // Who sits where is kept with the whole session.
        let _ = self.recording.seat_newcomer(&line.text);
        let reading = self.recording.read(&line.text, None, &frame, at);
        let event =
            Event { step: line.step.clone(), source: self.source.clone(), ..self.recording.spoken(&reading, at) };
        let says = !event.facts.is_empty();
        (reading, says.then_some(event))
    }
}

/// Notes of a day begin at nine, where they were taken; notes without a day, so many milliseconds long, have just ended: what is noted next
/// comes after them.
pub(super) fn opened(date: Option<Date>, length: u64, zone: &Zone) -> Timestamp {
    let nine = date.and_then(|date| zone.moment(date, time(9, 0, 0, 0)));
    let now = Timestamp::now();
    let begun = || Timestamp::from_millisecond(now.as_millisecond().saturating_sub_unsigned(length)).unwrap_or(now);
    nine.unwrap_or_else(begun)
}

/// What a session made from notes begins with, and the people listed in them.
pub(super) fn new_session(transcript: &Transcript, notes: &Path) -> (NewSession, Persons) {
    let mut listed: Vec<Listed> = Vec::new();
    for line in &transcript.people {
        let in_use: Vec<SeatTag> = listed.iter().flat_map(|one| [one.person.tag.clone(), one.typed.clone()]).collect();
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
