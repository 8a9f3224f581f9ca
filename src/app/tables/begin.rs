use crate::app::new_session::NewSession;
use crate::exercise::{CLOSE, Catalogue, Exercise};
use crate::record::{Fact, Gathering, Mode, Names, Person, PlannedExercise, SessionKind};

/// The exercise in which the tables of a gathering meet.
const PLENARY: &str = "plenary";

/// The contents of a gathering that is to be created: a session for each table, and the plenary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewGathering {
    /// The number of tables.
    pub tables: u16,
    /// The plenary session; its title is that of the gathering.
    pub plenary: NewSession,
    /// The facts that open the session of each table.
    pub opening: Vec<Fact>,
}

impl NewGathering {
    /// Returns a gathering of this title and number of tables. Each table follows `agenda`, and lists its people
    /// itself; those in `people` are listed in the plenary.
    pub fn new(
        title: String,
        tables: u16,
        agenda: Vec<PlannedExercise>,
        languages: Vec<String>,
        catalogue: &Catalogue,
    ) -> Self {
        let languages = (!languages.is_empty()).then_some(Fact::LanguagesSet { languages });
        let opening = |agenda| {
            let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda, people: Vec::new() };
            // The clocks of a table run once its facilitator starts it.
            [opened].into_iter().chain(languages.clone()).chain([Fact::ClockPaused]).collect()
        };
        let plenary = NewSession {
            title,
            kind: SessionKind::Workshop,
            private: false,
            names: Names::default(),
            opening: opening(plenary_agenda(catalogue)),
        };
        Self { tables: tables.clamp(2, Gathering::MOST_TABLES), opening: opening(agenda), plenary }
    }

    /// Lists these people in the plenary.
    #[must_use]
    pub fn with_people(mut self, listed: &[Person], names: Names) -> Self {
        for fact in &mut self.plenary.opening {
            if let Fact::Opened { people, .. } = fact {
                listed.clone_into(people);
            }
        }
        self.plenary.names = names;
        self
    }

    /// Opens every table with these facts too.
    #[must_use]
    pub fn with_facts(mut self, facts: impl IntoIterator<Item = Fact>) -> Self {
        self.opening.extend(facts);
        self
    }

    /// Returns the session of a table in the gathering with this id; of the plenary for `None`.
    pub fn session(&self, id: &str, table: Option<u16>) -> NewSession {
        let title = self.plenary.title.clone();
        let place = Fact::Gathered(Gathering { id: id.to_owned(), title, tables: self.tables, table });
        let mut session = self.plenary.clone();
        if let Some(number) = table {
            session.title = format!("{}, table {number}", self.plenary.title);
            session.names = Names::default();
            session.opening.clone_from(&self.opening);
        }
        session.opening.push(place);
        session
    }
}

/// Returns the agenda of a plenary: what the tables found, and who does what by when.
fn plenary_agenda(catalogue: &Catalogue) -> Vec<PlannedExercise> {
    let planned = |exercise: &Exercise| PlannedExercise::new(&exercise.id, exercise.minutes(Mode::Live));
    [PLENARY, CLOSE].iter().filter_map(|id| catalogue.find(id)).map(planned).collect()
}
