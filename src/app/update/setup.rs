use crate::app::home::Begun;
use crate::app::key::{Code, Key};
use crate::app::layer::{Layer, Setup, SetupStage};
use crate::app::model::Model;
use crate::app::msg::{Effect, NewSession};
use crate::app::people::{Listed, names_of, read_person};
use crate::app::recording::Recording;
use crate::app::run::Todo;
use crate::exercise::{Agenda, in_words};
use crate::record::persons::{distinct_tag, exactly};
use crate::record::{Fact, Mode, Persons, SessionKind};

use super::{pasted_lines, record};

/// A key while title, people or agenda are asked for.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(Layer::Setup(mut setup)) = model.layer.take() else { return Vec::new() };
    if key.code == Code::Tab && setup.creating && setup.stage == SetupStage::Agenda {
        setup.rehearsal = !setup.rehearsal;
        model.layer = Some(Layer::Setup(setup));
        return Vec::new();
    }
    if key.code == Code::BackTab && setup.creating && setup.stage == SetupStage::Agenda {
        setup.private = !setup.private;
        model.layer = Some(Layer::Setup(setup));
        return Vec::new();
    }
    if key.code != Code::Enter {
        let corrects = setup.stage == SetupStage::People && setup.entry.is_empty() && key.code == Code::Backspace;
        match setup.people.last().filter(|_| corrects).map(written) {
            Some(line) => {
                setup.people.pop();
                setup.entry.set(&line);
            }
            None => {
                setup.entry.press(key);
            }
        }
        model.layer = Some(Layer::Setup(setup));
        return Vec::new();
    }
    let answer = setup.entry.text().trim().to_owned();
    setup.entry.clear();
    setup.wrong = None;
    match setup.stage {
        SetupStage::Title => title(model, setup, answer),
        SetupStage::People => people(model, setup, &answer),
        SetupStage::Agenda => return agenda(model, setup, &answer),
    }
    Vec::new()
}

/// Somebody on the list as a line, to be corrected.
fn written(listed: &Listed) -> String {
    let party = listed.person.party.as_ref().map(|party| format!(" @ {party}")).unwrap_or_default();
    format!("{} = {}{party}", listed.typed, listed.name)
}

/// Esc: one question back, with nothing lost; from the first one, and once the session runs, away.
pub(super) fn back(model: &mut Model) {
    let Some(Layer::Setup(mut setup)) = model.layer.take().filter(is_new) else { return };
    setup.stage = match setup.stage {
        SetupStage::Title => return,
        SetupStage::People => SetupStage::Title,
        SetupStage::Agenda => SetupStage::People,
    };
    let line = if setup.stage == SetupStage::Title { setup.title.clone() } else { String::new() };
    setup.entry.set(&line);
    setup.wrong = None;
    model.layer = Some(Layer::Setup(setup));
}

const fn is_new(layer: &Layer) -> bool {
    matches!(layer, Layer::Setup(Setup { creating: true, .. }))
}

/// A list pasted while people are asked for: one a line.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Some(Layer::Setup(mut setup)) = model.layer.take() else { return Vec::new() };
    let lines = pasted_lines(text);
    if setup.stage == SetupStage::People && lines.len() > 1 {
        for line in &lines {
            seat(model, &mut setup, line);
        }
    } else if let Some(first) = lines.first() {
        setup.entry.insert(first);
    }
    model.layer = Some(Layer::Setup(setup));
    Vec::new()
}

fn title(model: &mut Model, mut setup: Setup, answer: String) {
    if answer.is_empty() && setup.title.is_empty() {
        setup.wrong = Some("A few words are enough; you will find the session by them.".to_owned());
    } else {
        if !answer.is_empty() {
            setup.title = answer;
        }
        setup.stage = SetupStage::People;
    }
    model.layer = Some(Layer::Setup(setup));
}

fn people(model: &mut Model, mut setup: Setup, answer: &str) {
    if answer.is_empty() {
        setup.stage = SetupStage::Agenda;
        if !setup.creating {
            setup.entry.set(&in_words(&setup.agenda));
        }
    } else {
        for one in answer.split(';') {
            seat(model, &mut setup, one);
        }
    }
    model.layer = Some(Layer::Setup(setup));
}

fn seat(model: &Model, setup: &mut Setup, line: &str) {
    let recording = model.run.as_ref().filter(|_| !setup.creating).map(|run| &run.recording);
    let mut in_use = recording.map(Recording::tags_in_use).unwrap_or_default();
    in_use.extend(setup.people.iter().flat_map(|listed| [listed.person.tag.clone(), listed.typed.clone()]));
    match read_person(line, &in_use) {
        Some(mut listed) => {
            if setup.people.iter().any(|other| other.typed == listed.typed) {
                // Two on one list are two people, whatever tags they were given.
                listed.typed = distinct_tag(&listed.typed, &in_use);
            } else if let Some(known) =
                recording.and_then(|recording| exactly(&listed.typed, recording.session(), recording.names()))
            {
                listed.person.tag = known;
            }
            setup.people.push(listed);
        }
        None => setup.wrong = Some(format!("{line:?} holds no name; write for example: Mei, claims lead @ Claims")),
    }
}

fn agenda(model: &mut Model, mut setup: Setup, answer: &str) -> Vec<Effect> {
    let mode = match &model.run {
        Some(run) if !setup.creating => run.recording.session().mode(),
        _ => Mode::Live,
    };
    match Agenda::parse(answer, &model.catalogue, mode) {
        Ok(plan) => {
            if !plan.is_empty() {
                setup.agenda = plan;
            }
            if setup.creating { create(model, setup) } else { change(model, setup) }
        }
        Err(error) => {
            setup.entry.set(answer);
            setup.wrong = Some(error.to_string());
            model.layer = Some(Layer::Setup(setup));
            Vec::new()
        }
    }
}

fn create(model: &mut Model, setup: Setup) -> Vec<Effect> {
    if model.opening {
        model.layer = Some(Layer::Setup(setup));
        return Vec::new();
    }
    model.begun = Some(Begun::Setup(setup.clone()));
    let people = setup.people.iter().map(|listed| listed.person.clone()).collect();
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: setup.agenda, people };
    let listed = setup.people.iter().map(|listed| (&listed.person, listed.name.as_str()));
    let title = Persons::listed(listed).without_names(&setup.title);
    let kind = if setup.rehearsal { SessionKind::Rehearsal } else { SessionKind::Workshop };
    let names = names_of(&setup.people);
    vec![Effect::Create(NewSession { title, kind, private: setup.private, names, opening: vec![opened] })]
}

fn change(model: &mut Model, setup: Setup) -> Vec<Effect> {
    // Nor are names kept of a session that another program writes: it knows of newer ones.
    let Some(run) = model.run.as_mut().filter(|run| run.writable) else { return record::queue(model, None) };
    let session = run.recording.session();
    let mut facts = Vec::new();
    if setup.title != session.title() {
        let listed = setup.people.iter().map(|listed| (&listed.person, listed.name.as_str()));
        facts.push(Fact::Titled { title: Persons::listed(listed).without_names(&setup.title) });
    }
    if setup.agenda != session.agenda() {
        facts.push(Fact::AgendaChanged { agenda: setup.agenda });
    }
    facts.extend(setup.people.iter().map(|listed| Fact::Joined(listed.person.clone())));
    run.recording.know(names_of(&setup.people));
    let names = (!setup.people.is_empty()).then(|| Effect::KeepNames(run.recording.names().clone()));
    let acts = (!facts.is_empty()).then_some(Todo::Act(facts));
    let acts = record::queue(model, acts);
    let kept = acts.iter().any(|effect| matches!(effect, Effect::KeepNames(_)));
    names.filter(|_| !kept).into_iter().chain(acts).collect()
}
