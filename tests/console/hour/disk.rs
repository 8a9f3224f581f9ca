//! Where the hour is kept: in memory, the same every time, or in a workspace as the program keeps it.

use std::sync::atomic::AtomicBool;

use adjacent::app::{Effect, Msg, OpenSession};
use adjacent::record::{Event, Header, Session, SessionTime};
use adjacent::shell::EffectRunner;
use jiff::Timestamp;

use crate::session::header;

/// What does the console's chores.
pub(crate) enum Disk {
    /// Keeps nothing; what is shuffled comes out in alphabetical order.
    Memory,
    /// The program's own way with a real workspace.
    Real(Box<EffectRunner>),
}

impl Disk {
    pub(crate) fn perform(&mut self, chore: Effect, now: Timestamp) -> Vec<Msg> {
        match self {
            Self::Real(effects) => effects.perform(chore),
            Self::Memory => remembered(chore, now).into_iter().collect(),
        }
    }
}

fn remembered(chore: Effect, now: Timestamp) -> Option<Msg> {
    Some(match chore {
        Effect::Append(event) => Msg::Appended(event),
        Effect::Create(new) => {
            let id = "2026-11-20-four-ai-changes-one-customer-0000";
            let header = Header { opened: now, kind: new.kind, ..header(id, &new.title) };
            let opening = Event { seq: 1, at: SessionTime::OPENING, facts: new.opening, ..Event::default() };
            let session = Session::fold(header, [opening]);
            Msg::Opened(Box::new(OpenSession { names: new.names, writable: true, ..OpenSession::alone(session) }))
        }
        Effect::KeepHidden(mut hidden) => {
            hidden.entries.sort();
            Msg::HiddenSaved(hidden)
        }
        Effect::Strike => Msg::Told("Its text is gone from the record, for good.".to_owned()),
        Effect::KeepMinutes(_) => Msg::Told("The minutes are kept.".to_owned()),
        Effect::KeepSettings(settings) => Msg::SettingsSaved(settings),
        Effect::List => Msg::Listed(Vec::new()),
        Effect::WorkOut(order) => Msg::WorkedOut(Box::new(order.run(&AtomicBool::new(false))?)),
        Effect::CompareNames(names) => Msg::NamesCompared(Box::new(names.compare())),
        Effect::Analyse(snapshot) => Msg::Read(Box::new(snapshot.read())),
        Effect::ReadWhole(order) => Msg::WholeRead(Box::new(order.read())),
        Effect::LayOut(order) => Msg::LaidOut(Box::new(order.lay_out(&AtomicBool::new(false))?)),
        _ => return None,
    })
}
