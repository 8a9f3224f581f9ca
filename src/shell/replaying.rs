//! Replay: opens sessions as of their own time, searches and branches them, and lists the matters due in the workspace.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::open_sessions::{self, PastSessions};
use crate::app::{Msg, OpenSession, ReplayChore, ReplayReport};
use crate::lens::Plots;
use crate::record::matters;
use crate::record::spoken::{capitalised, in_words};
use crate::replay::branch::cut;
use crate::replay::memory;
use crate::replay::search::{Hit, Query, search};
use crate::store::{SessionFile, StoreError, Workspace};

/// Begins a branch of a session after one of its events, and opens it.
pub(super) fn branch(
    workspace: &Workspace,
    of: &str,
    after: u64,
    title: &str,
    now: Timestamp,
) -> Result<(SessionFile, OpenSession), StoreError> {
    let origin = cut(&workspace.load(of)?.session, after);
    open_sessions::branch(workspace, &origin, title, now)
}

/// Does a chore that may take long. Passes each result to `tell`, and stops when `tell` returns false.
pub(super) fn perform(workspace: &Workspace, chore: ReplayChore, mut tell: impl FnMut(Msg) -> bool) {
    let failed = |error: &StoreError| Msg::Failed(error.to_string());
    let report = match chore {
        ReplayChore::Scan(order) => {
            order.run(|scanned| tell(Msg::Replay(ReplayReport::Scanned(Box::new(scanned)))));
            return;
        }
        ReplayChore::Compare(order) => Msg::Replay(ReplayReport::Compared(order.run())),
        ReplayChore::Plot(order) => plotted(order.run()),
        ReplayChore::PlotWorkspace => match open_sessions::in_order(workspace) {
            Ok(sessions) => plotted(open_sessions::plots_of(&sessions)),
            Err(error) => failed(&error),
        },
        ReplayChore::Search(words) => match everywhere(workspace, &words) {
            Ok(hits) => Msg::Replay(ReplayReport::Found { words, hits }),
            Err(error) => failed(&error),
        },
        ReplayChore::Remember => match remembered(workspace) {
            Ok(lines) => Msg::Replay(ReplayReport::Remembers(lines)),
            Err(error) => failed(&error),
        },
        ReplayChore::Open { .. } | ReplayChore::Branch { .. } => return,
    };
    tell(report);
}

fn plotted(plots: Plots) -> Msg {
    Msg::Replay(ReplayReport::Plotted(Box::new(plots)))
}

/// The lines with these words in all sessions that are not private, the oldest session first.
fn everywhere(workspace: &Workspace, words: &str) -> Result<Vec<Hit>, StoreError> {
    let query = Query { words: words.split_whitespace().map(str::to_owned).collect(), ..Query::default() };
    let sessions = open_sessions::searched(workspace)?;
    let carried = matters(&[], &sessions);
    Ok(sessions.iter().flat_map(|session| search(session, &carried, &query)).collect())
}

/// The matters of the workspace that are due or open today, as sentences. Private sessions are left out.
fn remembered(workspace: &Workspace) -> Result<Vec<String>, StoreError> {
    let past = PastSessions::today(workspace)?;
    let several = in_several_files(workspace)?;
    Ok(several.into_iter().chain(memory(&past.outlook)).collect())
}

/// A sentence about the sessions that have several files; `None` if there are none.
fn in_several_files(workspace: &Workspace) -> Result<Option<String>, StoreError> {
    let copies = workspace.copies()?;
    let sessions: BTreeSet<&str> = copies.iter().map(|pair| pair.id.as_str()).collect();
    let what = match sessions.len() {
        0 => return Ok(None),
        1 => "One session lies".to_owned(),
        many => format!("{} sessions lie", capitalised(&in_words(many))),
    };
    Ok(Some(format!("{what} in several files; adjacent sessions says how, and makes one of them.")))
}
