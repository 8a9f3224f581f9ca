//! The content of the setup popup: one question at a time. On a screen that the room sees, no names are shown.

use super::choosing;
use super::spoken;
use super::state::{Setup, SetupStage};
use crate::app::model::Model;
use crate::app::room::legibility;
use crate::app::run::Run;
use crate::app::said::seat_row;
use crate::app::sheet::{EntryPlace, Overflow, Sheet, SheetEntry, SheetPart};
use crate::app::surveys::arrived_in_words;
use crate::record::Mode;
use crate::theme::Role;

/// The width of the setup, in cells.
const WIDTH: u16 = 64;

pub(super) fn sheet(setup: &Setup, model: &Model) -> Sheet {
    let shared = model.is_shared();
    let (title, question) = question(setup, shared);
    let mut body = vec![SheetPart::Text(question, Role::Title)];
    match setup.stage {
        SetupStage::Title => {}
        SetupStage::People => body.extend(people(setup, model, shared)),
        SetupStage::Agenda => body.extend(agendas(setup, model)),
    }
    if setup.creating && setup.stage != SetupStage::Title {
        body.extend(came_in(model));
    }
    body.extend(setup.wrong.clone().map(|wrong| SheetPart::Text(wrong, Role::Alarm)));
    let veiled = shared && setup.stage == SetupStage::People;
    Sheet {
        widest: Some(WIDTH),
        width: Some(WIDTH),
        overflow: Overflow::Beginning,
        entry: Some(SheetEntry { entry: setup.entry.clone(), place: EntryPlace::Bottom, veiled }),
        body,
        ..Sheet::titled(title)
    }
}

/// Returns what people answered before the session, and the key that puts it on the map. It names nobody.
fn came_in(model: &Model) -> Vec<SheetPart> {
    let fresh = model.arrivals.iter().filter(|arrival| arrival.fresh > 0);
    let mut lines: Vec<SheetPart> =
        fresh.map(|arrival| SheetPart::Text(arrived_in_words(arrival), Role::Accent)).collect();
    if !lines.is_empty() {
        lines.push(SheetPart::Text("Ctrl-G: put what is shared on the map first.".to_owned(), Role::Text));
    }
    lines
}

/// Returns the number of the question, and its words.
fn question(setup: &Setup, shared: bool) -> (&'static str, String) {
    match setup.stage {
        SetupStage::Title => ("1 of 3", "What is it called?".to_owned()),
        SetupStage::People => {
            let covered = if shared { " F2 shows the names; without it they are covered." } else { "" };
            let says = "Who is here? Paste a list or type one at a time: Mei, claims lead @ Claims. The short tag before > \
                        says who speaks; names stay out of the record. Backspace corrects the last one; an empty line \
                        goes on.";
            ("2 of 3", format!("{says}{covered}"))
        }
        SetupStage::Agenda => {
            let says = match setup.learning {
                Some(_) => "What do you want to learn? Space chooses; Enter makes a plan of it.",
                None => "What is planned? Up and Down choose; a name or exercises with minutes can be typed: next=20.",
            };
            ("3 of 3", says.to_owned())
        }
    }
}

/// Returns the session that the setup changes; `None` if it makes a new one.
pub(super) fn changed_run<'m>(setup: &Setup, model: &'m Model) -> Option<&'m Run> {
    model.run.as_ref().filter(|_| !setup.creating)
}

/// Returns the mode of the session that is set up.
pub(super) fn mode(setup: &Setup, model: &Model) -> Mode {
    changed_run(setup, model).map_or(Mode::Live, |run| run.recording.session().mode())
}

/// Returns everybody in the session, and everybody listed in the setup.
fn people(setup: &Setup, model: &Model, shared: bool) -> Vec<SheetPart> {
    let here = changed_run(setup, model)
        .into_iter()
        .flat_map(|run| run.recording.session().people().iter().map(move |one| (run, one)));
    let here = here.map(|(run, one)| SheetPart::line(seat_row(run, one, shared), Role::Quiet));
    let listed = setup.people.iter().map(|listed| {
        let party = listed.person.party.as_deref().unwrap_or("no team");
        let seat = if shared { party.to_owned() } else { format!("{}>  {}  {party}", listed.typed, listed.name) };
        SheetPart::line(seat, Role::Text)
    });
    here.chain(listed).collect()
}

/// Returns the agendas that can be named, what the session is with the keys that change it, and whether the back row will be able to read the screen.
fn agendas(setup: &Setup, model: &Model) -> Vec<SheetPart> {
    let mode = mode(setup, model);
    if let Some(learning) = &setup.learning {
        return choosing::learning_rows(learning, model, mode);
    }
    let mut lines = choosing::rows(setup, model, mode);
    if setup.creating {
        let rehearsal = if setup.rehearsal { "a rehearsal, kept out of the shared map" } else { "the real thing" };
        lines.push(SheetPart::line(format!("It is {rehearsal}; Tab changes that."), Role::Text));
        let private = if setup.private { "private, on no shared map and no shared screen" } else { "shared" };
        lines.push(SheetPart::line(format!("It is {private}; Shift-Tab changes that."), Role::Text));
        if !model.hub.hub.is_empty() && !setup.rehearsal && !setup.private {
            let travels =
                if setup.stays_here { "stays here: no line of it goes to the hub" } else { "goes to the hub" };
            lines.push(SheetPart::line(format!("It {travels}; Ctrl-O changes that."), Role::Text));
        }
        if !setup.rehearsal && !setup.private && !setup.stays_here {
            let tables = match setup.tables {
                0 => "one session for everybody here".to_owned(),
                tables => format!("for {tables} tables, each in its own session"),
            };
            lines.push(SheetPart::line(format!("It is {tables}; Ctrl-T changes that."), Role::Text));
        }
    }
    let own = changed_run(setup, model).map_or(&[][..], |run| run.recording.own_words());
    let spoken = spoken::in_words(&setup.languages, own);
    lines.push(SheetPart::Text(format!("People speak {spoken}; Ctrl-L changes that."), Role::Text));
    if mode == Mode::Live {
        let says = if model.settings.one_window {
            legibility(model.size.1).says
        } else {
            "On the projector: adjacent room, then F2 there says whether the back row can read it.".to_owned()
        };
        lines.push(SheetPart::Text(says, Role::Text));
    }
    lines
}
