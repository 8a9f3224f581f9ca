//! Takes the answers that their owners share in as sessions, and off the map again what is not shared any more.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::draft::{AnswersDraft, FormSetting, answer_event};
use super::earlier::{EarlierAnswers, digest, earlier};
use super::incoming::{FormPlaces, Incoming, IncomingForm, answers, keep_marks, record_of};
use crate::app::Recording;
use crate::exercise::{Catalogue, SurveyRecord};
use crate::import::notes::revision::{Becomes, SaidLine, noted, revision, said};
use crate::record::spoken::counted;
use crate::record::text::plain;
use crate::record::{
    Event, Fact, Header, Mode, Names, Person, Persons, SeatTag, Session, SessionKind, SessionTime, Zone,
};
use crate::shell::open_sessions;
use crate::store::{StoreError, Workspace};

/// What became of the forms that came in.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct GatheredForms {
    /// The forms that became a session.
    pub taken: usize,
    /// The forms whose session was brought up to date.
    pub updated: usize,
    /// The forms that are in already.
    pub unchanged: usize,
    /// The forms that are not shared any more, whose session is off the map now.
    pub withdrawn: usize,
    /// The forms that are not shared, of which nothing was read into a session.
    pub unshared: usize,
    /// The forms without an answer.
    pub empty: usize,
    /// The answers in the sessions that are new.
    pub lines: usize,
    /// The answers that stay as typed, because they cannot be read.
    pub scraps: usize,
    /// A sentence for everything that could not be used. It names files and lines, and quotes no answer.
    pub told: Vec<String>,
}

impl GatheredForms {
    /// Whether something on the map has changed.
    pub const fn changed(&self) -> bool {
        self.taken + self.updated + self.withdrawn > 0
    }

    /// Returns what was done, in a sentence or two.
    pub fn in_words(&self) -> String {
        let mut done = Vec::new();
        let mut say = |number: usize, one: &str, many: &str| {
            if number > 0 {
                done.push(counted(number, one, many));
            }
        };
        say(self.taken, "form is on the map now", "forms are on the map now");
        say(self.updated, "brought up to date", "brought up to date");
        say(self.withdrawn, "taken off the map again by its owner", "taken off the map again by their owners");
        say(self.unchanged, "as it was", "as they were");
        say(self.unshared, "not shared by its owner, and left alone", "not shared by their owners, and left alone");
        say(self.empty, "without an answer", "without an answer");
        let mut says = if done.is_empty() { "no form came in".to_owned() } else { done.join("; ") };
        if self.scraps > 0 {
            says.push_str("; ");
            says.push_str(&counted(self.scraps, "answer stays as typed", "answers stay as typed"));
        }
        says
    }
}

/// Takes in every form in these places whose owner shares it. A form that came in before brings its session up to date;
/// one that is not shared any more makes it private.
pub fn gather(
    workspace: &Workspace,
    catalogue: &Catalogue,
    places: FormPlaces<'_>,
    now: Timestamp,
) -> Result<GatheredForms, StoreError> {
    let _turn = workspace.turn("surveys")?;
    let before = workspace.surveys()?;
    let mut surveys = before.clone();
    let Incoming { forms, told } = Incoming::read(&mut surveys, places)?;
    keep_marks(workspace, &before, &surveys)?;
    let known = earlier(workspace)?;
    let elsewhere = everybody(workspace, &surveys)?;
    let mut gathering = GatheredForms { told, ..GatheredForms::default() };
    for one in &forms {
        let setting =
            FormSetting { workspace, catalogue, record: record_of(&surveys, &one.form), elsewhere: &elsewhere, now };
        gathering.one(one, &setting, &known)?;
    }
    Ok(gathering)
}

/// Everybody whose name stays out of the record: the people of all sessions, and those for whom forms were made.
fn everybody(workspace: &Workspace, surveys: &[SurveyRecord]) -> Result<Persons, StoreError> {
    let mut persons = open_sessions::everybody(workspace)?;
    for survey in surveys {
        let mut people = Vec::new();
        let mut names = Names::default();
        for (number, (name, unit)) in (1..).zip(survey.people()) {
            let tag = SeatTag::from(format!("seat{number}").as_str());
            names.names.insert(tag.clone(), name.to_owned());
            people.push(Person { tag, party: unit.map(str::to_owned), ..Person::default() });
        }
        let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people };
        let event = Event { seq: 1, facts: vec![opened], ..Event::default() };
        persons.add(&Session::fold(nowhere(), [event]), &names);
    }
    Ok(persons.from_elsewhere())
}

/// The header of a session that lists people and is saved nowhere.
fn nowhere() -> Header {
    Header {
        id: "survey".into(),
        title: String::new(),
        opened: Timestamp::UNIX_EPOCH,
        zone: Zone::UTC,
        kind: SessionKind::Workshop,
        private: true,
        exact_names: true,
    }
}

impl GatheredForms {
    fn one(
        &mut self,
        one: &IncomingForm,
        setting: &FormSetting<'_>,
        known: &BTreeMap<String, EarlierAnswers>,
    ) -> Result<(), StoreError> {
        let (form, file) = (&one.form, one.file());
        let earlier = known.get(&form.source());
        if form.shared {
            self.told.extend(one.remarks.iter().map(|remark| format!("{file}: line {}: {}", remark.line, remark.says)));
        }
        match earlier {
            Some(earlier) if !form.shared && !earlier.private => {
                make_private(earlier, setting)?;
                self.withdrawn += 1;
            }
            None if answers(form) == 0 => self.empty += 1,
            _ if !form.shared => self.unshared += 1,
            _ if form.unit.is_empty() => self.told.push(format!(
                "{file}: it names no team, so nobody can say whose needs they are; fill in the line “team:”"
            )),
            _ if setting.catalogue.find(&form.exercise).is_none() => self.told.push(format!(
                "{file}: its questions, “{}”, are not in this workspace; gather it where it was made",
                plain(&form.exercise)
            )),
            Some(earlier) if earlier.digest == digest(form) && !earlier.private => self.unchanged += 1,
            Some(earlier) => {
                self.update(one, setting, earlier)?;
                self.updated += 1;
            }
            None => {
                self.begin(one, setting)?;
                self.taken += 1;
            }
        }
        Ok(())
    }

    /// Makes the session of a form, whole or not at all.
    fn begin(&mut self, one: &IncomingForm, setting: &FormSetting<'_>) -> Result<(), StoreError> {
        let mut draft = AnswersDraft::begin(&one.form, setting)?;
        draft.answer();
        self.scraps += draft.scraps;
        let mut events: Vec<Event> = draft.recording.session().recorded().cloned().collect();
        self.lines += events.len().saturating_sub(1);
        let closed = Event { step: None, ..draft.recording.keyed(vec![Fact::Closed], last(&draft.recording)) };
        events.push(closed);
        setting.workspace.create_with_names(draft.header(), &events, draft.recording.names()).map(|_| ())
    }

    /// Brings the session of a form up to date: lines that are gone are taken back, new ones added, and what was removed
    /// for good stays removed. Events are only added.
    fn update(
        &mut self,
        one: &IncomingForm,
        setting: &FormSetting<'_>,
        earlier: &EarlierAnswers,
    ) -> Result<(), StoreError> {
        let FormSetting { workspace, catalogue, .. } = *setting;
        let mut draft = AnswersDraft::begin(&one.form, setting)?;
        draft.answer();
        self.scraps += draft.scraps;
        let (mut file, open) = open_sessions::open(workspace, &earlier.id)?;
        let mut recording = Recording::new(open, catalogue);
        let tag = recording.session().people().first().map(|person| person.tag.clone()).unwrap_or_default();
        let now: Vec<_> = draft
            .recording
            .session()
            .events()
            .iter()
            .filter_map(said)
            .map(|line| SaidLine { speaker: Some(tag.clone()), ..line })
            .collect();
        let mut revision = revision(&noted(recording.session()), &now);
        if recording.session().recorded().any(Event::is_struck) {
            // Nothing tells a new line from the one that was removed, so no line is added.
            revision.lines.iter_mut().for_each(|becomes| *becomes = Becomes::There);
            self.told.push(format!(
                "{}: a line of it was removed for good, so no other line of it is added; adjacent open {} adds one",
                one.file(),
                earlier.id
            ));
        }
        let mut events = Vec::new();
        let mut facts: Vec<Fact> = Vec::new();
        if recording.session().is_private() {
            facts.push(Fact::MadeShared);
        }
        let party = Some(setting.elsewhere.without_names(&one.form.unit));
        if let Some(person) = recording.session().people().first().filter(|person| person.party != party) {
            facts.push(Fact::Joined(Person { party, ..person.clone() }));
        }
        facts.extend(revision.gone.iter().map(|seq| Fact::Retracted { seq: recording.session().version(*seq) }));
        for becomes in &revision.lines {
            match becomes {
                Becomes::Again(seq) => facts.push(Fact::Restored { seq: *seq }),
                Becomes::Instead(seq) => facts.push(Fact::Retracted { seq: recording.session().version(*seq) }),
                Becomes::There | Becomes::New | Becomes::LeftOut => {}
            }
        }
        let mut act = |recording: &mut Recording, event: Event| {
            events.push(event.clone());
            recording.apply(event, catalogue);
        };
        let source = || Some(one.form.source());
        for fact in facts {
            let event = Event { step: None, source: source(), ..recording.keyed(vec![fact], last(&recording)) };
            act(&mut recording, event);
        }
        for ((number, line), becomes) in read_lines(one, &draft).zip(&revision.lines) {
            if let Becomes::New | Becomes::Instead(_) = becomes
                && let Some((_, event)) = answer_event(&recording, &one.form, catalogue, (number, line), &tag)
            {
                self.lines += 1;
                act(&mut recording, event);
            }
        }
        let made = Fact::Transcribed { source: one.form.source(), digest: digest(&one.form) };
        let event = Event { step: None, source: source(), ..recording.keyed(vec![made], last(&recording)) };
        act(&mut recording, event);
        file.append_all(&events)
    }
}

/// The answers of a form that became an event of its draft, in order.
fn read_lines<'a>(one: &'a IncomingForm, draft: &AnswersDraft<'_>) -> impl Iterator<Item = (u16, &'a str)> {
    let became = draft.became.clone();
    one.form.answers().zip(became).filter(|(_, became)| *became).map(|(answer, _)| answer)
}

/// Takes a session off the map, because its owner does not share it any more.
fn make_private(earlier: &EarlierAnswers, setting: &FormSetting<'_>) -> Result<(), StoreError> {
    let workspace = setting.workspace;
    let (mut file, open) = open_sessions::open(workspace, &earlier.id)?;
    let recording = Recording::new(open, setting.catalogue);
    let event = Event { step: None, ..recording.keyed(vec![Fact::MadePrivate], last(&recording)) };
    file.append(&event)?;
    workspace.appended(&event)
}

/// The time of the last event.
fn last(recording: &Recording) -> SessionTime {
    recording.session().events().last().map_or(SessionTime::OPENING, |event| event.at)
}
