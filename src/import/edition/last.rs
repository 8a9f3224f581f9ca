use crate::record::{Event, Fact, Session};

/// Returns the session of an import as it was before its files were imported last; `None` if they were imported once.
pub fn before_last_edition(session: &Session) -> Option<Session> {
    let imports = |event: &Event| event.facts.iter().any(|fact| matches!(fact, Fact::Imported { .. }));
    let (last, _) = session.recorded().enumerate().filter(|(_, event)| imports(event)).last()?;
    let before: Vec<Event> = session.recorded().take(last).cloned().collect();
    before.iter().any(imports).then(|| Session::fold(session.header().clone(), before))
}
