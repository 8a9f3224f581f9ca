//! Brings a session up to date with its changed notes. Events are only added, so that nothing is lost silently.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::draft::{LineWriter, NotesDraft};
use super::earlier::Earlier;
use crate::app::Recording;
use crate::capture::{Form, Reading};
use crate::cli::call::Call;
use crate::cli::failure::{CommandResult, DONE, Failure};
use crate::exercise::Catalogue;
use crate::import::notes::revision::Becomes;
use crate::import::notes::transcript::NotesLine;
use crate::record::persons::{neutral_tag, seat_meant};
use crate::record::spoken::counted;
use crate::record::text::plain;
use crate::record::{Event, Fact, Person, SeatTag, SessionTime};
use crate::shell::open_sessions;
use crate::store::Workspace;

/// Takes back the lines that were removed from the notes or changed, and adds the new ones. Lines that were typed into
/// the session itself stay.
pub(super) fn run(call: &Call, workspace: &Workspace, draft: &NotesDraft<'_>, earlier: &Earlier) -> CommandResult {
    let mut told = call.err();
    if earlier.is_up_to_date() {
        writeln!(told, "nothing has changed")?;
    } else {
        let catalogue = Catalogue::embedded();
        let (mut file, open) = open_sessions::open(workspace, &earlier.id)?;
        let recording = Recording::new(open, &catalogue);
        let source = Some(draft.source.name.clone());
        let writer = LineWriter { recording, catalogue: &catalogue, source };
        let mut updating = Updating { writer, events: Vec::new(), tags: earlier.tags.clone(), added: 0, back: 0 };
        updating.seat(workspace, &earlier.id, draft)?;
        updating.follow(draft, earlier, &mut told)?;
        let names = updating.writer.recording.names();
        if !names.is_empty() {
            workspace.keep_names(&earlier.id, names)?;
        }
        updating.act(vec![draft.source.fact()]);
        file.append_all(&updating.events)?;
        let (added, back, unchanged) = (updating.added, updating.back, earlier.revision.unchanged());
        let added = counted(added, "line", "lines");
        writeln!(told, "{added} added, {back} taken back, {unchanged} as they were")?;
    }
    writeln!(call.out(), "{}", plain(&workspace.session_path(&earlier.id).display().to_string()))?;
    DONE
}

struct Updating<'a> {
    writer: LineWriter<'a>,
    /// The events to append, in one write.
    events: Vec<Event>,
    /// For the tag of each person in the notes, the tag of the same person in the session.
    tags: BTreeMap<SeatTag, SeatTag>,
    added: usize,
    back: usize,
}

impl Updating<'_> {
    /// Gives a seat to people who are new in the notes or have another unit, and sets the title if the notes change it.
    fn seat(&mut self, workspace: &Workspace, file: &str, draft: &NotesDraft<'_>) -> Result<(), Failure> {
        let mut names = self.writer.recording.names().clone();
        let mut facts = Vec::new();
        for person in draft.session.people() {
            let session = self.writer.recording.session();
            let known = self.tags.get(&person.tag).and_then(|tag| session.person(tag));
            if known.is_some_and(|known| known.party == person.party) {
                continue;
            }
            let seat = match known {
                Some(known) => Person { party: person.party.clone(), ..known.clone() },
                None => {
                    let in_use = self.writer.recording.tags_in_use();
                    let taken = in_use.contains(&person.tag);
                    let tag = if taken { neutral_tag(person.party.as_deref(), &in_use) } else { person.tag.clone() };
                    Person { tag, ..person.clone() }
                }
            };
            if let (None, Some(name)) = (known, draft.names.of(&person.tag)) {
                names.names.insert(seat.tag.clone(), name.to_owned());
                let typed = draft.names.typed_for(&person.tag).into();
                names.typed.insert(seat.tag.clone(), typed);
            }
            self.tags.insert(person.tag.clone(), seat.tag.clone());
            facts.push(Fact::Joined(seat));
        }
        let session = self.writer.recording.session();
        // The title is taken from the draft session, in which it has no names of people.
        let title = draft.transcript.title.as_ref().map(|_| &draft.session.header().title);
        let title = title.filter(|title| **title != session.header().title && *title != session.title());
        facts.extend(title.map(|title| Fact::Titled { title: title.clone() }));
        let languages = draft.session.languages();
        if !languages.is_empty() && languages != session.languages() {
            facts.push(Fact::LanguagesSet { languages: languages.to_vec() });
        }
        if facts.is_empty() {
            return Ok(());
        }
        workspace.recognise(&mut facts, &names);
        workspace.keep_names(file, &names)?;
        self.writer.recording.know(names);
        self.act(facts);
        Ok(())
    }

    /// Applies the changes of the notes line by line.
    fn follow(&mut self, draft: &NotesDraft<'_>, earlier: &Earlier, told: &mut impl Write) -> Result<(), Failure> {
        let becomes = earlier.revision.lines.iter();
        for (line, becomes) in draft.said_lines().zip(becomes) {
            match becomes {
                Becomes::There => {}
                Becomes::LeftOut => {
                    writeln!(told, "line {}: left out, because a line was removed for good there", line.number)?;
                }
                Becomes::Again(seq) => self.act_on_line(Fact::Restored { seq: *seq }),
                Becomes::Instead(seq) => {
                    self.take_back(*seq);
                    self.add(draft, line, told)?;
                }
                Becomes::New => self.add(draft, line, told)?,
            }
        }
        earlier.revision.gone.iter().for_each(|seq| self.take_back(*seq));
        Ok(())
    }

    /// Takes a line back. If the line is itself an undo, restores the line that it took back.
    fn take_back(&mut self, seq: u64) {
        let events = self.writer.recording.session().events();
        let mut facts = events.iter().filter(|event| event.seq == seq).flat_map(|event| &event.facts);
        let undone = facts.find_map(|fact| if let Fact::Retracted { seq } = fact { Some(*seq) } else { None });
        let version = self.writer.recording.session().version(seq);
        self.act_on_line(undone.map_or(Fact::Retracted { seq: version }, |seq| Fact::Restored { seq }));
    }

    fn add(&mut self, draft: &NotesDraft<'_>, line: &NotesLine, told: &mut impl Write) -> Result<(), Failure> {
        let line = self.under_known_tag(draft, line);
        let (reading, event) = self.writer.event(&line, self.at(line.at));
        let takes_back = event.as_ref().is_some_and(|event| event.facts.iter().any(Fact::is_undo_or_redo));
        if takes_back {
            // An undo in the notes means the line above it; applied now, it would take back the last line of the
            // session.
            writeln!(told, "line {}: not followed; take the line that it takes back out of the notes", line.number)?;
            return Ok(());
        }
        tell_scrap(&line, &reading, told)?;
        self.added += usize::from(event.is_some());
        if let Some(event) = event {
            self.keep(event);
        }
        Ok(())
    }

    /// Returns the line with the tag that its speaker has in the session.
    fn under_known_tag(&self, draft: &NotesDraft<'_>, line: &NotesLine) -> NotesLine {
        let seat = |typed: &str| self.tags.get(&seat_meant(typed, draft.session, draft.names)?);
        let tagged = line.text.split_once('>').and_then(|(tag, rest)| Some((seat(tag.trim())?, rest)));
        let text = tagged.map_or_else(|| line.text.clone(), |(tag, rest)| format!("{tag}>{rest}"));
        NotesLine { text, ..line.clone() }
    }

    /// Applies a fact that takes a line back or restores one, and counts it.
    fn act_on_line(&mut self, fact: Fact) {
        match fact {
            Fact::Restored { .. } => self.added += 1,
            _ => self.back += 1,
        }
        self.act(vec![fact]);
    }

    fn act(&mut self, facts: Vec<Fact>) {
        let event = self.writer.recording.keyed(facts, self.at(SessionTime::OPENING));
        self.keep(Event { step: None, source: self.writer.source.clone(), ..event });
    }

    fn keep(&mut self, event: Event) {
        self.events.push(event.clone());
        self.writer.recording.apply(event, self.writer.catalogue);
    }

    /// Returns `at`, or the time of the last event if that is later.
    fn at(&self, at: SessionTime) -> SessionTime {
        self.writer.recording.session().events().last().map_or(at, |last| last.at.max(at))
    }
}

fn tell_scrap(line: &NotesLine, reading: &Reading, told: &mut impl Write) -> io::Result<()> {
    if reading.form != Form::Scrap {
        return Ok(());
    }
    let why = reading.why.as_deref().unwrap_or_default();
    writeln!(told, "line {}: kept as typed, {}", line.number, plain(why))
}
