use crate::app::model::Model;
use crate::record::{Session, SessionKind};

/// Describes what a branch came from: “Four AI changes”, after event 12. `None` for a session that is no branch. Where
/// the session it came from is not listed, its id stands for it.
pub fn origin_in_words(model: &Model, session: &Session) -> Option<String> {
    let SessionKind::WhatIf { of, after } = &session.header().kind else { return None };
    let known = model.home.sessions.iter().flatten().find(|known| known.id == *of);
    // The title of a private session is on no screen of another one.
    let known = known.filter(|known| !known.private).map_or(of.as_str(), |known| known.title.as_str());
    let adopted = if session.feeds_shared_graph() { ", adopted" } else { "" };
    Some(format!("what if, from “{known}” after number {after}{adopted}"))
}
