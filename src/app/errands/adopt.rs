use super::chore::ErrandChore;
use crate::app::effect::Effect;
use crate::app::home::KnownSession;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{Sheet, SheetPart};
use crate::record::{Fact, Session, SessionId, SessionKind};
use crate::theme::Role;

/// The command that takes over a branch.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    165,
    "adopt",
    "adopt a branch: what was tried as “what if” counts from here on",
    &[Screen::Home, Screen::Run],
    show,
)];

/// The popup that picks a branch, and asks once more.
#[derive(Debug, Default)]
struct AdoptView {
    selected: usize,
    /// The branch that was picked, until that is confirmed.
    picked: Option<KnownSession>,
}

fn show(model: &mut Model) -> Vec<Effect> {
    model.show(AdoptView::default());
    vec![Effect::List]
}

/// Returns the branches that are not private, the latest first.
fn branches(model: &Model) -> Vec<KnownSession> {
    let sessions = model.home.sessions.iter().flatten();
    let may = |known: &&KnownSession| matches!(known.kind, SessionKind::WhatIf { .. }) && !known.private;
    sessions.filter(may).cloned().collect()
}

impl Popup for AdoptView {
    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if let Some(picked) = self.picked.take() {
            return if key.code == Code::Enter { Then::Close(adopt(model, picked.id)) } else { Then::stay() };
        }
        let branches = branches(model);
        match key.chosen_row(self.selected) {
            Some(row) => self.picked = branches.into_iter().nth(row),
            None => self.selected = key.moved(self.selected, branches.len()).unwrap_or(self.selected),
        }
        Then::stay()
    }

    fn about(&self) -> &'static [&'static str] {
        &[
            "Branches that were begun as “what if”. One that is adopted adds to the shared map from",
            "then on; it asks once more before.",
        ]
    }

    fn escape(&mut self, _model: &mut Model) -> Then {
        if self.picked.take().is_some() { Then::stay() } else { Then::close() }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        if let Some(picked) = &self.picked {
            let asks = format!("“{}” adds to the shared map from here on, and that stays so.", picked.title);
            let keys = "Enter adopts it; any other key goes back.".to_owned();
            let body = vec![SheetPart::Text(asks, Role::Text), SheetPart::Text(keys, Role::Quiet)];
            return Some(Sheet { body, widest: Some(64), ..Sheet::titled("adopt this branch?") });
        }
        let branches = branches(model);
        let none = "There is no branch: b in the replay of a session begins one.";
        let hint = if branches.is_empty() { none } else { "a number or Enter; it asks once more" };
        let row = |known: &KnownSession| format!("{}  {}", known.day, known.title);
        Some(Sheet::numbered("adopt a branch", branches.iter().map(row), self.selected, hint))
    }
}

/// Adopts a branch: the open one by an act of its own, another one by the shell.
fn adopt(model: &mut Model, id: SessionId) -> Vec<Effect> {
    let session = model.run.as_ref().map(|run| run.recording.session());
    let is_open = session.is_some_and(|session| session.header().id == id);
    if !is_open {
        return vec![Effect::Errand(ErrandChore::Adopt(id))];
    }
    if session.is_some_and(Session::feeds_shared_graph) {
        model.tell(Tone::Plain, "This branch is part of the shared map already.");
        return Vec::new();
    }
    queue(model, [Todo::Told(vec![Fact::Adopted], "This branch adds to the shared map from here on.".to_owned())])
}
