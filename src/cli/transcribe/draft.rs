//! Turns notes into the draft of a session, of which nothing is on disk yet.

use std::cmp::Reverse;
use std::path::Path;

use jiff::civil::{Date, time};
use jiff::{SignedDuration, Timestamp};

use super::source::NotesSource;
use crate::app::{ListedPerson, NewSession, Recording, names_of, read_person};
use crate::capture::Reading;
use crate::exercise::{AnswerFrame, Blanks, Catalogue};
use crate::import::notes::transcript::{NotesLine, Transcript};
use crate::record::persons::is_called;
use crate::record::{
    Event, Fact, Mode, Names, Persons, SeatTag, Session, SessionKind, SessionTime, Zone, whole_millis,
};

/// The draft of a session that was made from notes.
pub(super) struct NotesDraft<'a> {
    pub(super) transcript: &'a Transcript,
    /// The indices of the lines of the notes that became an event.
    pub(super) written: Vec<usize>,
    pub(super) source: &'a NotesSource,
    pub(super) session: &'a Session,
    pub(super) names: &'a Names,
}

impl<'a> NotesDraft<'a> {
    /// The lines of the notes that became an event, in order.
    pub(super) fn said_lines(&self) -> impl Iterator<Item = &'a NotesLine> {
        let transcript = self.transcript;
        self.written.iter().filter_map(move |place| transcript.lines.get(*place))
    }
}

/// Reads lines of notes one after the other, each in the context of the session so far.
pub(super) struct LineWriter<'a> {
    pub(super) recording: Recording,
    pub(super) catalogue: &'a Catalogue,
    pub(super) source: Option<String>,
}

impl LineWriter<'_> {
    /// Reads a line at the time that the notes give it, and applies its event to the session.
    pub(super) fn write(&mut self, line: &NotesLine) -> Reading {
        let (reading, event) = self.event(line, line.at);
        if let Some(event) = event {
            self.recording.apply(event, self.catalogue);
        }
        reading
    }

    /// Reads a line at this time; returns the reading and its event, which is `None` for a blank line.
    pub(super) fn event(&mut self, line: &NotesLine, at: SessionTime) -> (Reading, Option<Event>) {
        let step = line.step.as_ref().and_then(|step| self.catalogue.step(step, self.recording.session().mode()));
        // Notes do not say which subject a bare line is about, so a form with blanks cannot be used.
        let mut frame = AnswerFrame::bare(step.and_then(|(_, step)| step.bare.as_ref()?.filled(&Blanks::default())));
        frame.only_offers = line.only_offered;
        // The names are saved together with the session.
        let seat = line.speaker.as_deref().map(|name| self.recording.seat_of_speaker(name));
        if !line.only_offered {
            self.recording.seat_newcomer(&line.text);
        }
        let reading = self.recording.read(&line.text, seat.as_deref(), &frame, at);
        let event =
            Event { step: line.step.clone(), source: self.source.clone(), ..self.recording.spoken(&reading, at) };
        let says = !event.facts.is_empty();
        (reading, says.then_some(event))
    }
}

/// The time at which a session made from notes is opened: for notes with a date, nine o'clock on that day in their time
/// zone. For notes without a date, `length` before now, so that sessions recorded later come after it.
pub(super) fn opened(date: Option<Date>, length: SignedDuration, zone: &Zone) -> Timestamp {
    let nine = date.and_then(|date| zone.moment(date, time(9, 0, 0, 0)));
    let now = Timestamp::now();
    let begun = || {
        Timestamp::from_millisecond(now.as_millisecond().saturating_sub_unsigned(whole_millis(length))).unwrap_or(now)
    };
    nine.unwrap_or_else(begun)
}

/// The names of the speakers that the notes give apart from their lines, the longest first, so that a first name alone
/// is found to be somebody's.
fn speakers(transcript: &Transcript) -> Vec<&str> {
    let mut names: Vec<&str> = transcript.lines.iter().filter_map(|line| line.speaker.as_deref()).collect();
    names.sort_by_key(|name| (Reverse(name.split_whitespace().count()), *name));
    names.dedup();
    names
}

/// The values with which a session made from notes begins, and the people listed in the notes.
pub(super) fn new_session(transcript: &Transcript, notes: &Path) -> (NewSession, Persons) {
    let mut listed: Vec<ListedPerson> = Vec::new();
    for line in &transcript.people {
        let in_use: Vec<SeatTag> = listed.iter().flat_map(|one| [one.person.tag.clone(), one.typed.clone()]).collect();
        listed.extend(read_person(line, &in_use));
    }
    for name in speakers(transcript) {
        if !listed.iter().any(|one| is_called(&one.name, &one.typed, name)) {
            let in_use: Vec<SeatTag> =
                listed.iter().flat_map(|one| [one.person.tag.clone(), one.typed.clone()]).collect();
            listed.extend(read_person(name, &in_use));
        }
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
    // The facilitator is left out, because the person who took the notes is not recorded.
    let opening = vec![Fact::Opened { mode: transcript.mode, facilitator: None, agenda: Vec::new(), people }];
    (NewSession { title, kind, private: transcript.private, names: names_of(&listed), opening }, persons)
}
