use super::people::names_of;
use super::spoken::opening_in;
use super::state::{Begun, Setup};
use crate::app::effect::Effect;
use crate::app::model::{Model, Then};
use crate::app::new_session::NewSession;
use crate::app::run::{Todo, queue};
use crate::app::tables::{NewGathering, TablesChore};
use crate::record::{Fact, Kind, Mode, Person, Persons, SessionKind};

/// Creates the session that was set up, unless another one is being created or opened.
pub(super) fn create(model: &mut Model, setup: &Setup) -> Then {
    if model.opening {
        return Then::stay();
    }
    model.begun = Some(Begun::Setup(Box::new(setup.clone())));
    if setup.tables > 0 {
        return Then::Close(vec![Effect::Tables(TablesChore::Begin(Box::new(gathering(model, setup))))]);
    }
    let people: Vec<Person> = setup.people.iter().map(|listed| listed.person.clone()).collect();
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: setup.agenda.clone(), people };
    let about = setup.about.iter().map(|label| Fact::Named { label: label.clone(), kind: Kind::Initiative });
    // In the first event, so that nothing of it has travelled before.
    let stays = setup.stays_here.then_some(Fact::StaysHere);
    let kind = if setup.rehearsal { SessionKind::Rehearsal } else { SessionKind::Workshop };
    Then::Close(vec![Effect::Create(NewSession {
        title: title_without_names(setup),
        kind,
        private: setup.private,
        names: names_of(&setup.people),
        // The clocks run once the session is started, so that setting it up takes none of its time.
        opening: opening_in(opened, &setup.languages)
            .into_iter()
            .chain(about)
            .chain(stays)
            .chain([Fact::ClockPaused])
            .collect(),
    })])
}

/// Returns the gathering that was set up: the people are those of the plenary, because each table lists its own.
fn gathering(model: &Model, setup: &Setup) -> NewGathering {
    let people: Vec<Person> = setup.people.iter().map(|listed| listed.person.clone()).collect();
    let about = setup.about.iter().map(|label| Fact::Named { label: label.clone(), kind: Kind::Initiative });
    let (agenda, languages) = (setup.agenda.clone(), setup.languages.clone());
    NewGathering::new(title_without_names(setup), setup.tables, agenda, languages, &model.catalogue)
        .with_people(&people, names_of(&setup.people))
        .with_facts(about)
}

/// Records the changes of the open session.
pub(super) fn change(model: &mut Model, setup: &Setup) -> Vec<Effect> {
    // A session that another program writes is read-only, and so are its names, because that program knows newer ones.
    let Some(run) = model.run.as_mut().filter(|run| run.writable) else { return queue(model, None) };
    let session = run.recording.session();
    let mut facts = Vec::new();
    if setup.title != session.title() {
        facts.push(Fact::Titled { title: title_without_names(setup) });
    }
    if setup.agenda != session.agenda() {
        facts.push(Fact::AgendaChanged { agenda: setup.agenda.clone() });
    }
    if setup.languages != session.languages() {
        facts.push(Fact::LanguagesSet { languages: setup.languages.clone() });
    }
    facts.extend(setup.people.iter().map(|listed| Fact::Joined(listed.person.clone())));
    run.recording.know(names_of(&setup.people));
    let names = (!setup.people.is_empty()).then(|| Effect::KeepNames(run.recording.names().clone()));
    let acts = (!facts.is_empty()).then_some(Todo::Act(facts));
    let acts = queue(model, acts);
    let saved = acts.iter().any(|effect| matches!(effect, Effect::KeepNames(_)));
    names.filter(|_| !saved).into_iter().chain(acts).collect()
}

fn title_without_names(setup: &Setup) -> String {
    let listed = setup.people.iter().map(|listed| (&listed.person, listed.name.as_str()));
    Persons::listed(listed).without_names(&setup.title)
}
