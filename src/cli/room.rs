use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;

use super::call::{Call, no_theme};
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use super::files::session_file;
use crate::app::OpenSession;
use crate::app::room::{Room, RoomWindow};
use crate::record::{Gathering, SessionId};
use crate::shell::environment::variable;
use crate::shell::room::{self, Audience};
use crate::shell::{hub_following, looks, open_sessions};
use crate::store::{Follower, ListedSession, StoreError, Workspace};
use crate::theme::{AUTO, ThemeLibrary};

/// The default theme, which is made for projectors.
const THEME: &str = "projector";

/// Show a session to the room it belongs to: the audience screen, following what somebody else writes.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own, and none excludes another")]
#[derive(Debug, Args)]
pub(super) struct RoomArgs {
    /// Its id, the beginning of it, its last four letters, any part of its title, or a file. Without it, the session that
    /// is being written.
    session: Option<String>,
    /// How it looks; `adjacent themes` lists them, auto fits the terminal, and T takes the next one.
    #[arg(long, value_name = "THEME", default_value = THEME)]
    theme: String,
    /// The question and the last line alone, as large as they go.
    #[arg(long)]
    large: bool,
    /// Nothing stands out for a moment only.
    #[arg(long)]
    still: bool,
    /// No lines, blocks or arrows, for a terminal that has none. This is the default where the locale is not UTF-8.
    #[arg(long)]
    ascii: bool,
    /// Say whether the back row can read this window; F2 does so at any time.
    #[arg(long)]
    check: bool,
    /// Where phones answer. The page belongs to the console that writes the session: this window writes nothing, so it
    /// shows the code and the address once /phones has opened the page there.
    #[arg(long)]
    phones: bool,
}

impl CliCommand for RoomArgs {
    const NAME: &'static str = "room";
    const EXAMPLES: &[&str] = &["room", "room \"Spring review\" --large"];

    fn run(self, call: &Call) -> CommandResult {
        if self.phones {
            return Err(Failure::usage(NO_PHONES_HERE));
        }
        let library = call.themes()?;
        let theme = chosen(&library, &self.theme)?;
        let (auto, themes) = ((self.theme == AUTO).then_some(theme), library.into_themes());
        let wanted = match self.session {
            None if self.check => None,
            None => Some(session_being_written(call)?.to_string()),
            wanted => wanted,
        };
        let mut plenary = None;
        let (room, follower, note) = match &wanted {
            Some(session) => {
                let (path, open, note) = session_to_show(call, session)?;
                let meets = open.session.gathering().is_some_and(Gathering::is_plenary);
                plenary = if meets { Some((call.workspace()?, open.session.header().clone())) } else { None };
                let follower = Follower::new(path, open.session.next_seq() - 1);
                (Some(Room::new(open, call.catalogue()?)), Some(follower), note)
            }
            None => (None, None, None),
        };
        let mut window = RoomWindow::new(room, theme, Timestamp::now());
        window.large = self.large;
        window.still = self.still;
        window.ascii = self.ascii || !has_utf8();
        window.checking |= self.check;
        let hub = wanted.filter(|wanted| session_file(wanted).is_none()).map(|_| call.workspace()).transpose()?;
        let (house, depth) = (call.house()?, looks::depth());
        room::run(Audience { window, follower, plenary, note, hub, themes, auto, house, depth })?;
        DONE
    }
}

/// Why this window does not open the page for phones.
const NO_PHONES_HERE: &str = "the room's window only reads, and what phones answer has to reach whoever writes: type \
                              /phones in the console that writes the session; this window then shows the code";

/// Whether the terminal shows UTF-8, as far as the locale tells; where none is set, it is taken to.
fn has_utf8() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable);
    locale.is_none_or(|locale| {
        let locale = locale.to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

/// The index of a theme; for [`AUTO`] that of the one that fits what the environment tells of the terminal.
fn chosen(library: &ThemeLibrary, name: &str) -> Result<usize, Failure> {
    let wanted = if name == AUTO { looks::background().unwrap_or_default().theme() } else { name };
    let found = library.themes().iter().position(|known| known.theme.name == wanted);
    found.ok_or_else(|| no_theme(library, name))
}

/// The id of the one session that is being written, else of the only session there is. Where there are several, an error
/// lists them.
fn session_being_written(call: &Call) -> Result<SessionId, Failure> {
    let workspace = call.workspace()?;
    let mut listed = workspace.list()?;
    listed.retain(|known| !known.is_private());
    let is_written = |known: &&ListedSession| workspace.is_being_written(&known.id);
    let written: Vec<&ListedSession> = listed.iter().filter(is_written).collect();
    let fitting = if written.is_empty() { listed.iter().collect() } else { written };
    match fitting.as_slice() {
        [] => Err(Failure::usage("there is no session to show; begin one with adjacent")),
        [only] => Ok(only.id.clone()),
        several => Err(Failure::usage(which(several))),
    }
}

/// Returns a sentence that lists sessions to choose from, the latest first.
fn which(several: &[&ListedSession]) -> String {
    let row = |known: &&ListedSession| format!("  adjacent room {}   {}", known.id, known.header.title);
    let rows: Vec<String> = several.iter().take(LISTED).map(row).collect();
    let more = several.len().saturating_sub(LISTED);
    let more = if more > 0 { format!("\n  and {more} more; adjacent sessions lists them") } else { String::new() };
    format!("say which session the room is to see:\n{}{more}", rows.join("\n"))
}

/// The maximum number of sessions that are listed to choose from.
const LISTED: usize = 5;

/// The path of the session file, the session, and where its console says where phones answer. A private session is an
/// error, because it must not be shown on a shared screen.
fn session_to_show(call: &Call, wanted: &str) -> Result<(PathBuf, OpenSession, Option<PathBuf>), Failure> {
    let (path, open, note) = if let Some(path) = session_file(wanted) {
        let session = call.workspace()?.load_file(&path)?.session;
        (path, OpenSession::alone(session), None)
    } else {
        let workspace = call.workspace()?;
        let id = found(&workspace, wanted)?;
        (workspace.session_path(&id), open_sessions::read(&workspace, &id)?, Some(workspace.room_note(&id)))
    };
    if open.session.is_private() {
        let title = open.session.title();
        return Err(Failure::usage(format!(
            "{title:?} is private and is shown on no shared screen; open it with adjacent open"
        )));
    }
    Ok((path, open, note))
}

/// The id of a session. One that is not here may be on the hub, which is then asked once.
fn found(workspace: &Workspace, wanted: &str) -> Result<SessionId, Failure> {
    match workspace.find(wanted) {
        Err(error @ StoreError::NotFound(_)) => match hub_following::bring_up_to_date(workspace) {
            Ok(Some(_)) => Ok(workspace.find(wanted)?),
            Ok(None) => Err(error.into()),
            Err(failure) => Err(Failure::found(format!("{error}; it may be on the hub, but {failure}"))),
        },
        found => Ok(found?),
    }
}
