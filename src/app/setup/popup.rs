use super::change::{change, create};
use super::people::{ListedPerson, people_on, read_person};
use super::shows::{changed_run, mode, sheet};
use super::spoken::next_languages;
use super::state::{Setup, SetupStage};
use crate::app::agenda::AgendaChore;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::recording::Recording;
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::Sheet;
use crate::app::surveys::{SurveysChore, arrived};
use crate::exercise::{ShelvedAgenda, in_words};
use crate::record::persons::{distinct_tag, exactly};

/// The command that changes title, people and agenda of the open session.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(270, "setup", "title, people, agenda", &[Screen::Run], show).key(KeyPress::plain(Code::F(4)))];

/// The maximum number of tables that the key chooses; the command line takes more.
const MOST_TABLES: u16 = 12;

/// The key that chooses the next number of tables.
const TABLES: KeyPress = KeyPress::ctrl('t');

/// The key that chooses the next language.
const LANGUAGE: KeyPress = KeyPress::ctrl('l');

/// The key that keeps the session off the hub, where one is joined.
const STAY: KeyPress = KeyPress::ctrl('o');

/// The key that takes in what people answered before the session.
const SURVEY: KeyPress = KeyPress::ctrl('g');

fn show(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    if !run.writable {
        model.tell(
            Tone::Plain,
            "You are reading along: title, people and plan are changed where the session is written.",
        );
        return Vec::new();
    }
    let session = run.recording.session();
    let mut setup = Setup {
        title: session.title().to_owned(),
        agenda: session.agenda().to_vec(),
        languages: session.languages().to_vec(),
        ..Setup::default()
    };
    setup.entry.set(session.title());
    model.show(setup);
    vec![Effect::Agenda(AgendaChore::Shelve)]
}

impl Popup for Setup {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Title, people and plan, one question after the other; Esc goes one back. People are",
            "typed or pasted as “Name, role @ Team”; their names stay in a private file.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let chooses = self.creating && self.stage == SetupStage::Agenda;
        if self.stage == SetupStage::Agenda && self.choose_agenda(model, mode(self, model), key) {
            return Then::stay();
        }
        match key.code {
            Code::Enter => return self.answer(model),
            // Tables draw one map together, which neither a rehearsal nor a private session adds to.
            Code::Tab if chooses => (self.rehearsal, self.tables) = (!self.rehearsal, 0),
            Code::BackTab if chooses => (self.private, self.tables) = (!self.private, 0),
            _ if key == TABLES && chooses => self.tables = self.next_tables(),
            _ if key == STAY && chooses && !model.hub.hub.is_empty() => {
                (self.stays_here, self.tables) = (!self.stays_here, 0);
            }
            _ if key == LANGUAGE && self.stage == SetupStage::Agenda => {
                self.languages = next_languages(&self.languages);
            }
            _ if key == SURVEY && self.creating && arrived(model) > 0 => {
                return Then::Stay(vec![Effect::Surveys(SurveysChore::Gather)]);
            }
            Code::Backspace if self.stage == SetupStage::People && self.entry.is_empty() => self.correct_last(),
            _ => {
                self.entry.press(key);
            }
        }
        Then::stay()
    }

    /// Returns to the previous question, with every answer retained; from the first question, or in a running session,
    /// closes the popup.
    fn escape(&mut self, _model: &mut Model) -> Then {
        if self.learning.take().is_some() {
            return Then::stay();
        }
        let before = match self.stage {
            SetupStage::People => SetupStage::Title,
            SetupStage::Agenda => SetupStage::People,
            SetupStage::Title => return Then::close(),
        };
        if !self.creating {
            return Then::close();
        }
        self.stage = before;
        let line = if before == SetupStage::Title { self.title.clone() } else { String::new() };
        self.entry.set(&line);
        self.wrong = None;
        Then::stay()
    }

    /// Takes in a pasted list of people, one per line.
    fn paste(&mut self, model: &mut Model, lines: Vec<String>) {
        if self.stage == SetupStage::People && lines.len() > 1 {
            for line in &lines {
                self.seat(model, line);
            }
        } else if let Some(first) = lines.first() {
            self.entry.insert(first);
        }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        Some(sheet(self, model))
    }
}

impl Setup {
    /// Returns the number of tables after the present one: none, two, and so on up to twelve, and none again.
    const fn next_tables(&self) -> u16 {
        match self.tables {
            _ if self.rehearsal || self.private || self.stays_here => 0,
            0 => 2,
            tables if tables >= MOST_TABLES => 0,
            tables => tables + 1,
        }
    }

    /// Moves the last person on the list into the entry line, to be corrected.
    fn correct_last(&mut self) {
        if let Some(listed) = self.people.pop() {
            self.entry.set(&written(&listed));
        }
    }

    fn answer(&mut self, model: &mut Model) -> Then {
        let answer = self.entry.text().trim().to_owned();
        self.entry.clear();
        self.wrong = None;
        match self.stage {
            SetupStage::Title => self.name(answer),
            SetupStage::People => self.list(model, &answer),
            SetupStage::Agenda => return self.schedule(model, &answer),
        }
        Then::stay()
    }

    fn name(&mut self, answer: String) {
        if answer.is_empty() && self.title.is_empty() {
            self.wrong = Some("A few words are enough; you will find the session by them.".to_owned());
            return;
        }
        if !answer.is_empty() {
            self.title = answer;
        }
        self.stage = SetupStage::People;
    }

    fn list(&mut self, model: &Model, answer: &str) {
        if !answer.is_empty() {
            for one in people_on(answer) {
                self.seat(model, &one);
            }
            return;
        }
        self.stage = SetupStage::Agenda;
        if !self.creating {
            self.entry.set(&in_words(&self.agenda));
        }
    }

    fn seat(&mut self, model: &Model, line: &str) {
        let recording = changed_run(self, model).map(|run| &run.recording);
        let mut in_use = recording.map(Recording::tags_in_use).unwrap_or_default();
        in_use.extend(self.people.iter().flat_map(|listed| [listed.person.tag.clone(), listed.typed.clone()]));
        let Some(mut listed) = read_person(line, &in_use) else {
            self.wrong = Some(format!("{line:?} holds no name; write for example: Mei, claims lead @ Claims"));
            return;
        };
        if self.people.iter().any(|other| other.typed == listed.typed) {
            // Two lines of one list are two people, even where their tags are equal.
            listed.typed = distinct_tag(&listed.typed, &in_use);
        } else if let Some(known) =
            recording.and_then(|recording| exactly(&listed.typed, recording.session(), recording.names()))
        {
            listed.person.tag = known;
        }
        self.people.push(listed);
    }

    fn schedule(&mut self, model: &mut Model, answer: &str) -> Then {
        match ShelvedAgenda::parse(answer, &model.shelf, &model.catalogue, mode(self, model)) {
            Ok(planned) => {
                if !planned.is_empty() {
                    self.agenda = planned;
                }
                if self.creating { create(model, self) } else { Then::Close(change(model, self)) }
            }
            Err(error) => {
                self.entry.set(answer);
                self.wrong = Some(error.to_string());
                Then::stay()
            }
        }
    }
}

/// Returns the line of a listed person, to be corrected.
fn written(listed: &ListedPerson) -> String {
    let party = listed.person.party.as_ref().map(|party| format!(" @ {party}")).unwrap_or_default();
    format!("{} = {}{party}", listed.typed, listed.name)
}
