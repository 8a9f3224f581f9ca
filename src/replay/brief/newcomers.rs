use crate::graph::Key;
use crate::record::{Session, SessionKind};

/// Returns the last session of a room or of one person alone; branches and imports do not count.
pub fn last_session(sessions: &[Session]) -> Option<&Session> {
    let sat = |session: &&Session| matches!(session.header().kind, SessionKind::Workshop | SessionKind::Solo);
    sessions.iter().rfind(sat)
}

/// Returns the units and names of the last session that no session before it had; empty if there was none before it.
pub fn newcomers(sessions: &[Session]) -> Vec<String> {
    let Some(last) = last_session(sessions) else { return Vec::new() };
    let before = sessions.iter().take_while(|session| session.header().id != last.header().id);
    let known: Vec<Key> = before.flat_map(named).filter_map(|name| Key::of(&name)).collect();
    if known.is_empty() {
        return Vec::new();
    }
    let mut new: Vec<String> = Vec::new();
    for name in named(last) {
        if Key::of(&name).is_some_and(|key| !known.contains(&key)) && !new.contains(&name) {
            new.push(name);
        }
    }
    new
}

fn named(session: &Session) -> Vec<String> {
    let people = session.everybody().iter();
    people.flat_map(|person| person.party.clone().into_iter().chain(person.name.clone())).collect()
}
