use super::told::{HubFailure, HubLeft, JoinWish, JoinedTold, SetUpTold};
use crate::hub::{
    HubAccess, HubAddress, HubConnection, HubError, HubPassword, HubTrouble, HubWorkspace, join_hub, set_up_hub,
    workspaces_on,
};
use crate::record::text::plain;
use crate::store::{JoinedHub, StoreError, Workspace};

/// The variable that names a hub; for a workspace that has joined one, another address of the same hub.
const VARIABLE: &str = "ADJACENT_HUB";

/// The name of a workspace that is given none.
const USUAL: &str = "shared";

/// The longest name of a workspace or console on a hub, in bytes.
const LONGEST: usize = 120;

/// Sets up a hub in a database, or brings it up to date, with a workspace of this name.
pub fn set_up(address: &str, name: Option<&str>) -> Result<SetUpTold, HubFailure> {
    let address = HubAddress::parse(address)?;
    let password = HubPassword::find(&address)?;
    let set_up = set_up_hub(&address, password.as_ref(), &lawful(name.unwrap_or(USUAL))?)?;
    Ok(SetUpTold {
        place: address.place(),
        has_migrated: set_up.migrated > 0,
        workspace: set_up.workspace.name,
        is_new: set_up.is_new,
        roles: (set_up.writers != set_up.readers).then_some((set_up.writers, set_up.readers)),
        address: address.for_others(),
    })
}

/// Joins a hub, and notes it in the settings of the workspace.
pub fn join(workspace: &Workspace, wish: JoinWish<'_>) -> Result<JoinedTold, HubFailure> {
    let address = HubAddress::parse(wish.address)?;
    let password = HubPassword::find(&address)?;
    let found = chosen(workspaces_on(&address, password.as_ref())?, wish.workspace, &address)?;
    let mut settings = workspace.settings();
    let before = settings.hub.take();
    if let Some(before) = before.as_ref().filter(|before| before.workspace != found.id) {
        let says = format!("this folder has joined {}; adjacent hub leave leaves it first", plain(&before.address));
        return Err(HubFailure::usage(says));
    }
    let name = lawful(wish.name.unwrap_or(address.login()))?;
    let again = before.map(|before| JoinedHub { address: address.to_string(), ..before });
    let again = again.filter(|joined| HubConnection::open_with(joined, password.as_ref()).is_ok());
    let had_joined = again.is_some();
    let joined = match again {
        Some(joined) => joined,
        None => join_hub(&address, password.as_ref(), &found, &name)?,
    };
    let mut connection = HubConnection::open_with(&joined, password.as_ref())?;
    if had_joined && wish.name.is_some() {
        connection.rename(&name)?;
    }
    let here = connection.members()?.into_iter().find(|member| member.is_here);
    settings.hub = Some(joined);
    workspace.keep_settings(&settings)?;
    Ok(JoinedTold {
        place: address.place(),
        workspace: found.name,
        name: here.map_or(name, |member| member.name),
        may_write: found.access == HubAccess::Write,
        had_joined,
    })
}

/// Leaves the hub of a workspace; what came from it stays. `None` when the workspace has joined none.
pub fn leave(workspace: &Workspace) -> Result<Option<HubLeft>, HubFailure> {
    let Some(joined) = joined(workspace) else { return Ok(None) };
    let told = HubConnection::open(&joined).and_then(|mut connection| connection.leave());
    let mut settings = workspace.settings();
    settings.hub = None;
    workspace.keep_settings(&settings)?;
    Ok(Some(HubLeft { hub: joined.address, untold: told.err().map(|error| HubFailure::from(error).says) }))
}

/// The hub that a workspace has joined; its address is that of `ADJACENT_HUB` where this is set.
pub fn joined(workspace: &Workspace) -> Option<JoinedHub> {
    let joined = workspace.settings().hub?;
    match std::env::var(VARIABLE).ok().filter(|address| !address.trim().is_empty()) {
        Some(address) => Some(JoinedHub { address, ..joined }),
        None => Some(joined),
    }
}

/// The workspace that is meant, of those that the login sees.
fn chosen(mut seen: Vec<HubWorkspace>, named: Option<&str>, address: &HubAddress) -> Result<HubWorkspace, HubFailure> {
    let there: Vec<String> = seen.iter().map(|workspace| format!("{:?}", plain(&workspace.name))).collect();
    if let Some(named) = named {
        seen.retain(|workspace| workspace.name == named || workspace.id == named);
    }
    match (seen.pop(), seen.is_empty(), named) {
        (Some(only), true, _) => Ok(only),
        (Some(_), false, _) => {
            let says = format!("this login sees the workspaces {}; name one with --workspace", there.join(", "));
            Err(HubFailure::usage(says))
        }
        (None, _, Some(named)) if !there.is_empty() => {
            Err(HubFailure::usage(format!("no workspace is called {:?}; there is {}", plain(named), there.join(", "))))
        }
        (None, ..) => {
            let says = format!(
                "{} shows no workspace to {}; ask whoever set up the hub to let this login in",
                address.place(),
                address.login()
            );
            Err(HubFailure { says, is_usage: false })
        }
    }
}

/// A name as it is stored: on one line, without what acts.
fn lawful(name: &str) -> Result<String, HubFailure> {
    let name = plain(name).split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.len() > LONGEST {
        return Err(HubFailure::usage("a name on the hub has between 1 and 120 letters"));
    }
    Ok(name)
}

impl From<HubError> for HubFailure {
    fn from(error: HubError) -> Self {
        let is_usage = error.trouble == HubTrouble::Door && error.sqlstate.is_none();
        // A command tries once; only a console tries again by itself.
        let says = if error.is_passing() {
            let hint = "see whether the address and the network are right, then try again".to_owned();
            HubError { hint, ..error }.to_string()
        } else {
            error.to_string()
        };
        Self { says, is_usage }
    }
}

impl From<StoreError> for HubFailure {
    fn from(error: StoreError) -> Self {
        Self { says: error.to_string(), is_usage: false }
    }
}
