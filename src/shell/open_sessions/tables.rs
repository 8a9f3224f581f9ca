//! Makes the sessions of a gathering, and reads how its tables stand.

use jiff::Timestamp;

use super::known::catalogue;
use super::opening::create;
use crate::app::OpenSession;
use crate::app::tables::{GatheringOverview, NewGathering, OverviewSource, TablesReport};
use crate::exercise::Catalogue;
use crate::graph::Ledger;
use crate::record::{Gathering, Session, SessionId, SessionKind};
use crate::shell::random::four_digits;
use crate::store::{ListedSession, SessionFile, StoreError, Workspace};

/// The sessions of a gathering that was just created.
pub struct BegunGathering {
    /// The plenary, open for writing.
    pub plenary: (SessionFile, OpenSession),
    /// The ids of the tables' sessions, in the order of their numbers. Whoever opens one writes it.
    pub tables: Vec<SessionId>,
}

/// Creates the sessions of a gathering: the tables first, then the plenary, so that a plenary has all of its tables.
pub fn begin_gathering(
    workspace: &Workspace,
    new: &NewGathering,
    now: Timestamp,
) -> Result<BegunGathering, StoreError> {
    let header = workspace.new_header(&new.plenary.title, SessionKind::Workshop, now, four_digits());
    let id = header.id.as_str();
    let mut tables = Vec::new();
    for number in 1..=new.tables {
        let (file, _) = create(workspace, &new.session(id, Some(number)), now)?;
        // The file is closed at once, because the table's own console is to write it.
        tables.push(file.id());
    }
    Ok(BegunGathering { plenary: create(workspace, &new.session(id, None), now)?, tables })
}

/// A gathering as it was read.
struct ReadGathering {
    overview: GatheringOverview,
    /// The sum of all sessions but the open one.
    others: Ledger,
}

/// Reads how the tables of a gathering stand: of the one with this id or title, else of the latest one. `None` if there
/// is none.
pub fn gathering(
    workspace: &Workspace,
    of: Option<&str>,
    exercises: &Catalogue,
    now: Timestamp,
) -> Result<Option<GatheringOverview>, StoreError> {
    let read = read_gathering(workspace, of, None, exercises, now)?;
    Ok(read.map(|read| read.overview))
}

/// Looks at the tables for the console, unless no session file but that of the open session has changed since `stamp`.
pub fn look_at_tables(
    workspace: &Workspace,
    of: Option<&str>,
    open: Option<&str>,
    stamp: u64,
    now: Timestamp,
) -> TablesReport {
    let present = match workspace.sessions_stamp(open) {
        Ok(present) if present == stamp => return TablesReport::Unchanged,
        Ok(present) => present,
        Err(error) => return TablesReport::Unread(error.to_string()),
    };
    match read_gathering(workspace, of, open, &catalogue(workspace).0, now) {
        Ok(Some(ReadGathering { overview, others })) => {
            TablesReport::Seen { overview: Box::new(overview), others: Box::new(others), stamp: present }
        }
        Ok(None) => TablesReport::NoTables,
        Err(error) => TablesReport::Unread(error.to_string()),
    }
}

fn read_gathering(
    workspace: &Workspace,
    of: Option<&str>,
    open: Option<&str>,
    exercises: &Catalogue,
    now: Timestamp,
) -> Result<Option<ReadGathering>, StoreError> {
    let listed = workspace.list()?;
    let Some(gathering) = chosen(&listed, of)? else { return Ok(None) };
    let is_part = |known: &&ListedSession| known.gathering.as_ref().is_some_and(|place| place.id == gathering.id);
    let parts = listed.iter().filter(is_part);
    let mut sessions: Vec<(SessionId, Session)> = Vec::new();
    for known in parts {
        let session = workspace.load(&known.id)?.session;
        // Two files of one session are one table; `adjacent sessions` names them.
        if !sessions.iter().any(|(_, other)| other.header().id == session.header().id) {
            sessions.push((known.id.clone(), session));
        }
    }
    let others = workspace.shared_map(|header| Some(header.id.as_str()) != open)?.ledger;
    let mut ledger = others.clone();
    let here = sessions.iter().find(|(_, session)| Some(session.header().id.as_str()) == open);
    if let Some((id, session)) = here.filter(|(_, session)| session.feeds_shared_graph()) {
        ledger.add_session(session, &workspace.names(id));
    }
    let overview = GatheringOverview::of(&OverviewSource {
        gathering: &gathering,
        sessions: &sessions,
        ledger: &ledger,
        catalogue: exercises,
        now,
    });
    Ok(Some(ReadGathering { overview, others }))
}

/// Returns the gathering with this id or title, or one of whose sessions has this title or id; without a name, the
/// latest one.
fn chosen(listed: &[ListedSession], of: Option<&str>) -> Result<Option<Gathering>, StoreError> {
    let mut places = listed.iter().filter_map(|known| Some((known, known.gathering.as_ref()?)));
    let Some(of) = of else { return Ok(places.next().map(|(_, place)| place.clone())) };
    let wanted = of.to_lowercase();
    let holds = |title: &str| !wanted.is_empty() && title.to_lowercase().contains(&wanted);
    let is_it = |(known, place): &(&ListedSession, &Gathering)| {
        place.id == of || known.id.as_str() == of || holds(&place.title) || holds(&known.header.title)
    };
    let found = places.find(is_it).map(|(_, place)| place.clone());
    found.map(Some).ok_or_else(|| StoreError::NotFound(of.to_owned()))
}
