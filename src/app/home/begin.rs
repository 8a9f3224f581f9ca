use crate::app::effect::Effect;
use crate::app::new_session::NewSession;
use crate::app::setup::opening_in;
use crate::record::{Fact, Mode, Names, PlannedExercise, SessionKind};

/// The title of a session that names no change yet.
pub(in crate::app) const UNTITLED: &str = "What will this change next door?";

/// Returns the title of a session about one change.
pub(in crate::app) fn about(change: &str) -> String {
    format!("{change}: next door")
}

/// Returns the effect that creates a session of one person with this agenda, in these languages beside English.
pub(in crate::app) fn alone(title: &str, agenda: Vec<PlannedExercise>, languages: &[String]) -> Effect {
    let opened = Fact::Opened { mode: Mode::Solo, facilitator: None, agenda, people: Vec::new() };
    Effect::Create(NewSession {
        title: title.to_owned(),
        kind: SessionKind::Solo,
        private: false,
        names: Names::default(),
        opening: opening_in(opened, languages),
    })
}
