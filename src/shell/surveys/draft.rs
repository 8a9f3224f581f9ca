//! Turns a form into the draft of a session of one person, of which nothing is on disk yet.

use jiff::Timestamp;

use super::earlier::digest;
use crate::app::{OpenSession, Recording};
use crate::capture::{Form, Reading};
use crate::exercise::{AnswerFrame, Blanks, Catalogue, Exercise, SurveyForm, SurveyRecord};
use crate::record::persons::neutral_tag;
use crate::record::text::clip;
use crate::record::{
    Event, Fact, Header, Mode, Names, Person, Persons, PlannedExercise, SeatTag, Session, SessionKind, SessionTime,
    StepId, Zone,
};
use crate::shell::open_sessions;
use crate::shell::random::four_digits;
use crate::store::{StoreError, Workspace};

/// The maximum length of a title or of a unit, in bytes.
const LONGEST: usize = 200;

/// The draft of a session with the answers of one form.
pub(super) struct AnswersDraft<'a> {
    pub(super) recording: Recording,
    catalogue: &'a Catalogue,
    form: &'a SurveyForm,
    tag: SeatTag,
    /// The number of answers that stay as typed, because they cannot be read.
    pub(super) scraps: usize,
    /// For every answer of the form, whether it became an event.
    pub(super) became: Vec<bool>,
}

/// What is known beside a form when it is read.
pub(super) struct FormSetting<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) catalogue: &'a Catalogue,
    /// The record of its survey, if the survey was made in this workspace.
    pub(super) record: Option<&'a SurveyRecord>,
    /// Everybody whose name stays out of the record.
    pub(super) elsewhere: &'a Persons,
    pub(super) now: Timestamp,
}

impl<'a> AnswersDraft<'a> {
    /// Begins the session of a form: its owner is the only person, known by a pseudonym where a form was made for them.
    pub(super) fn begin(form: &'a SurveyForm, setting: &FormSetting<'a>) -> Result<Self, StoreError> {
        let FormSetting { workspace, catalogue, record, elsewhere, now } = *setting;
        let unit = elsewhere.without_names(clip(form.unit.trim(), LONGEST));
        let tag = neutral_tag(Some(&unit), &[]);
        let name = record.and_then(|record| record.issued(&form.mark)).and_then(|issued| issued.name.clone());
        let names = Names { names: name.map(|name| (tag.clone(), name)).into_iter().collect(), ..Names::default() };
        let title = record.map_or(form.title.as_str(), |record| record.title.as_str());
        let title = elsewhere.without_names(&format!("{}: {unit}", clip(title, LONGEST)));
        let mut seated = vec![Fact::Joined(Person { tag: tag.clone(), party: Some(unit), ..Person::default() })];
        // The pseudonym is that of the person, and never that of whoever works alone in this workspace.
        workspace.recognise(&mut seated, &names);
        let header = workspace.new_header(&title, SessionKind::Solo, now, four_digits());
        let session = Session::fold(header, [opening(form, seated, catalogue.find(&form.exercise))]);
        let open = open_sessions::on_top(workspace, session, names)?;
        let open = OpenSession { elsewhere: elsewhere.clone(), ..open };
        Ok(Self { recording: Recording::new(open, catalogue), catalogue, form, tag, scraps: 0, became: Vec::new() })
    }

    /// Reads every answer into the draft.
    pub(super) fn answer(&mut self) {
        let form = self.form;
        for (number, line) in form.answers() {
            let event = self.event(number, line);
            self.became.push(event.is_some());
            if let Some(event) = event {
                self.recording.apply(event, self.catalogue);
            }
        }
    }

    /// Reads one answer; `None` for one that says nothing, or that would take back another line.
    fn event(&mut self, number: u16, line: &str) -> Option<Event> {
        let (reading, event) = answer_event(&self.recording, self.form, self.catalogue, (number, line), &self.tag)?;
        self.scraps += usize::from(reading.form == Form::Scrap);
        Some(event)
    }

    /// The header of the session.
    pub(super) fn header(&self) -> &Header {
        self.recording.session().header()
    }
}

/// Reads one answer of a form in the state of a session; `None` for one that says nothing, or that would take back
/// another line.
pub(super) fn answer_event(
    recording: &Recording,
    form: &SurveyForm,
    catalogue: &Catalogue,
    (number, line): (u16, &str),
    tag: &SeatTag,
) -> Option<(Reading, Event)> {
    let step = StepId::new(&form.exercise, number);
    let bare = catalogue.step(&step, Mode::Solo).and_then(|(_, step)| step.bare.as_ref()?.filled(&Blanks::default()));
    let at = recording.session().events().last().map_or(SessionTime::OPENING, |event| event.at);
    let reading = recording.read(line, Some(tag), &AnswerFrame::bare(bare), at);
    let event = Event {
        step: Some(step),
        source: Some(form.source()),
        speaker: Some(tag.clone()),
        ..recording.spoken(&reading, at)
    };
    let says = !event.facts.is_empty() && !event.facts.iter().any(Fact::is_undo_or_redo);
    says.then_some((reading, event))
}

/// The first event of the session of a form.
fn opening(form: &SurveyForm, seated: Vec<Fact>, exercise: Option<&Exercise>) -> Event {
    let people =
        seated.into_iter().filter_map(|fact| if let Fact::Joined(person) = fact { Some(person) } else { None });
    let agenda = exercise.map(|exercise| PlannedExercise::new(&exercise.id, exercise.minutes(Mode::Solo)));
    let opened = Fact::Opened {
        mode: Mode::Solo,
        facilitator: None,
        agenda: agenda.into_iter().collect(),
        people: people.collect(),
    };
    let made = Fact::Transcribed { source: form.source(), digest: digest(form) };
    Event { seq: 1, at: SessionTime::OPENING, facts: vec![opened, made], ..Event::default() }
}

/// Returns what an answer would say on the map, as its owner reads it, with what is in doubt, a line each; `None` where it
/// says nothing. Nothing is recorded, and no workspace is read.
pub fn read_alone(form: &SurveyForm, answer: (u16, &str), catalogue: &Catalogue, now: Timestamp) -> Option<String> {
    let unit = clip(form.unit.trim(), LONGEST).to_owned();
    let tag = neutral_tag(Some(&unit), &[]);
    let seated = vec![Fact::Joined(Person { tag: tag.clone(), party: Some(unit), ..Person::default() })];
    let header = Header {
        id: "answers".into(),
        title: form.title.clone(),
        opened: now,
        zone: Zone::UTC,
        kind: SessionKind::Solo,
        private: true,
        exact_names: true,
    };
    let session = Session::fold(header, [opening(form, seated, catalogue.find(&form.exercise))]);
    let recording = Recording::new(OpenSession::alone(session), catalogue);
    let (reading, _) = answer_event(&recording, form, catalogue, answer, &tag)?;
    let mut says = recording.read_back(&reading, SessionTime::OPENING);
    for amber in &reading.amber {
        says.push_str("\nlook: ");
        says.push_str(&amber.why);
    }
    Some(says)
}
