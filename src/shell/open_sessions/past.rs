//! The sessions that feed the shared map, in order of time, with what they left for a day.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{add_up, shared};
use crate::app::{OpenSession, Recording};
use crate::exercise::Catalogue;
use crate::export::SessionChapter;
use crate::graph::Ledger;
use crate::lens::{Plots, SessionPlots, read};
use crate::record::{Names, Session, SessionKind};
use crate::replay::brief::last_session;
use crate::replay::compare::{ComparedSide, Comparison, Scope, compare};
use crate::replay::outlook::{Outlook, outlook};
use crate::store::{StoreError, Workspace};

/// Sessions in order of time, and what they left for a day.
pub struct PastSessions {
    /// The sessions, with the names of their people.
    pub named: Vec<(Session, Names)>,
    /// The sessions alone, in the same order.
    pub sessions: Vec<Session>,
    /// What they left for the day.
    pub outlook: Outlook,
}

impl PastSessions {
    /// Looks at the sessions that feed the shared map from today.
    pub fn today(workspace: &Workspace) -> Result<Self, StoreError> {
        Ok(Self::of(in_order(workspace)?, workspace.zone().day(Timestamp::now())))
    }

    /// Looks at sessions, which are in order of time, from a day.
    pub fn of(named: Vec<(Session, Names)>, today: Date) -> Self {
        let sessions: Vec<Session> = named.iter().map(|(session, _)| session.clone()).collect();
        let outlook = outlook(&sessions, &add_up(&named), today);
        Self { named, sessions, outlook }
    }

    /// Returns the last session with what changed since it was opened; `None` without sessions.
    pub fn since_the_last(&self) -> Option<(&Session, Comparison)> {
        let last = last_session(&self.sessions)?;
        let until = |(session, _): &&(Session, Names)| session.header().opened <= last.header().opened;
        let then: Vec<_> = self.named.iter().filter(until).cloned().collect();
        Some((last, compare(&compared(&then), &compared(&self.named), Scope::OneStory)))
    }
}

/// Returns the sessions that feed the shared map, in order of time.
pub fn in_order(workspace: &Workspace) -> Result<Vec<(Session, Names)>, StoreError> {
    let mut past = shared(workspace, |_| true)?;
    past.sort_by_key(|(session, _)| session.header().opened);
    Ok(past)
}

/// Returns the plots of these sessions, as others may see them, with the ratings given in each.
pub fn plots_of(sessions: &[(Session, Names)]) -> Plots {
    let graph = add_up(sessions).graph(None);
    let of_sessions: Vec<(&str, SessionPlots)> =
        sessions.iter().map(|(session, _)| (session.title(), SessionPlots::of(session, &graph).for_others())).collect();
    let told = of_sessions.iter().map(|(title, plots)| (*title, plots));
    Plots::of(&graph, &read(&graph).findings, told)
}

/// Returns what these sessions add up to, as one side of a comparison.
pub fn compared(sessions: &[(Session, Names)]) -> ComparedSide {
    ComparedSide::new(add_up(sessions), sessions.iter().map(|(session, _)| session))
}

/// Returns the title of what these sessions add up to.
pub fn title_of(sessions: &[(Session, Names)]) -> String {
    match sessions {
        [] => "Nothing said so far".to_owned(),
        [(only, _)] => only.title().to_owned(),
        several => format!("What {} sessions add up to", several.len()),
    }
}

/// Returns the minutes of sessions in parts, for a report. A session alone has the page that the console shows of it,
/// with `base`, what it builds on; several build on the imports among them.
pub fn chapters(sessions: Vec<(Session, Names)>, base: Ledger, catalogue: &Catalogue) -> Vec<SessionChapter> {
    let imports: Vec<_> = sessions.iter().filter(|(session, _)| is_import(session)).cloned().collect();
    let several = sessions.len() > 1;
    let base = if several { add_up(&imports) } else { base };
    let chapter = |(session, names)| {
        // Among several, what an import states is no base of its own page.
        let base = if several && is_import(&session) { Ledger::new() } else { base.clone() };
        Recording::new(OpenSession { base, names, ..OpenSession::alone(session) }, catalogue).chapter(catalogue)
    };
    sessions.into_iter().map(chapter).collect()
}

fn is_import(session: &Session) -> bool {
    session.header().kind == SessionKind::Import
}
