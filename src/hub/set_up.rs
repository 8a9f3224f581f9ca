use super::address::HubAddress;
use super::error::{HubError, HubTrouble};
use super::link::HubLink;
use super::member::{HubAccess, HubWorkspace};
use super::password::HubPassword;
use super::schema::{check_version, migrate};
use super::values::{column, text};
use crate::store::JoinedHub;

/// What setting up a hub did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubSetUp {
    /// How many steps of the tables were taken; 0 when they were up to date.
    pub migrated: usize,
    /// Whether the workspace was made now.
    pub is_new: bool,
    /// The workspace.
    pub workspace: HubWorkspace,
    /// The role whose members may write.
    pub writers: String,
    /// The role whose members may only read; the same as `writers` where the login may make no roles.
    pub readers: String,
}

/// Sets up a hub in a database, or brings it up to date, and makes a workspace of this name unless it is there.
pub fn set_up_hub(address: &HubAddress, password: Option<&HubPassword>, name: &str) -> Result<HubSetUp, HubError> {
    let link = HubLink::open(address, password)?;
    let migrated = migrate(&link).map_err(not_owner)?;
    let found = named(&link, name)?;
    let is_new = found.is_none();
    if is_new {
        link.rows("SELECT adjacent.make_workspace($1)", &[text(&name)])?;
    }
    let row = found.map_or_else(|| named(&link, name), |row| Ok(Some(row)))?;
    let row = row.ok_or_else(|| HubError::strange("the workspace was made and is not there"))?;
    let workspace = workspace_of(&row)?;
    Ok(HubSetUp { migrated, is_new, workspace, writers: column(&row, 3)?, readers: column(&row, 4)? })
}

/// The workspaces on a hub that this login may see, by name.
pub fn workspaces_on(address: &HubAddress, password: Option<&HubPassword>) -> Result<Vec<HubWorkspace>, HubError> {
    let link = HubLink::open(address, password)?;
    check_version(&link)?;
    let rows = link.rows(&format!("{WORKSPACES} ORDER BY name"), &[])?;
    rows.iter().map(workspace_of).collect()
}

/// Joins a workspace as a console of this name, with a number behind it where another console has the name.
pub fn join_hub(
    address: &HubAddress,
    password: Option<&HubPassword>,
    workspace: &HubWorkspace,
    name: &str,
) -> Result<JoinedHub, HubError> {
    let link = HubLink::open(address, password)?;
    check_version(&link)?;
    let joined = link.row(
        "INSERT INTO adjacent.member (workspace, name)
         SELECT $1::text::uuid, CASE WHEN count(*) = 0 THEN $2 ELSE $2 || ' ' || count(*) + 1 END
           FROM adjacent.member m
          WHERE m.workspace = $1::text::uuid AND (m.name = $2 OR starts_with(m.name, $2 || ' '))
         RETURNING id::text",
        &[text(&workspace.id), text(&name)],
    )?;
    let joined = joined.ok_or_else(|| HubError::strange("the hub did not note that this console joins"))?;
    Ok(JoinedHub { address: address.to_string(), workspace: workspace.id.clone(), member: column(&joined, 0)? })
}

/// Every workspace that this login sees, with what it may do there and the roles.
pub(super) const WORKSPACES: &str =
    "SELECT id::text, name, adjacent.belongs_to(writers), writers::text, readers::text FROM adjacent.workspace";

fn named(link: &HubLink, name: &str) -> Result<Option<tokio_postgres::Row>, HubError> {
    link.row(&format!("{WORKSPACES} WHERE name = $1"), &[text(&name)])
}

/// A row of [`WORKSPACES`].
pub(super) fn workspace_of(row: &tokio_postgres::Row) -> Result<HubWorkspace, HubError> {
    let access = if column(row, 2)? { HubAccess::Write } else { HubAccess::Read };
    Ok(HubWorkspace { id: column(row, 0)?, name: column(row, 1)?, access })
}

/// Only who may make tables sets up a hub.
fn not_owner(error: HubError) -> HubError {
    if error.trouble != HubTrouble::NotAdmitted {
        return error;
    }
    let hint = "set it up with a login that may make a schema in this database, such as its owner";
    HubError { hint: hint.to_owned(), ..error }
}
