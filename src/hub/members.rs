use tokio_postgres::Row;

use super::connection::HubConnection;
use super::error::{HubError, HubTrouble};
use super::member::{HubMember, HubWorkspace};
use super::set_up::{WORKSPACES, workspace_of};
use super::values::{column, moment, perhaps_moment, text};

/// The columns of a member `m`, as [`member_of`] reads them.
pub(super) const MEMBER: &str = "m.id::text, m.name, (extract(epoch FROM m.joined) * 1000)::bigint,
    (extract(epoch FROM m.seen) * 1000)::bigint, (extract(epoch FROM m.gone) * 1000)::bigint";

impl HubConnection {
    /// The workspace of this connection, with what this login may do in it now.
    pub fn workspace(&mut self) -> Result<HubWorkspace, HubError> {
        let row = self.link.row(&format!("{WORKSPACES} WHERE id = $1::text::uuid"), &[text(&self.workspace)])?;
        let says = "the hub shows this login the workspace no more";
        let gone = || HubError::new(HubTrouble::NotAdmitted, says, "ask whoever set up the hub to let it in again");
        workspace_of(&row.ok_or_else(gone)?)
    }

    /// The consoles that joined the workspace, in the order in which they joined, with those that left.
    pub fn members(&mut self) -> Result<Vec<HubMember>, HubError> {
        let statement = format!(
            "SELECT {MEMBER} FROM adjacent.member m WHERE m.workspace = $1::text::uuid ORDER BY m.joined, m.id"
        );
        let rows = self.link.rows(&statement, &[text(&self.workspace)])?;
        rows.iter().map(|row| member_of(row, 0, &self.member)).collect()
    }

    /// Gives this console another name.
    pub fn rename(&mut self, name: &str) -> Result<(), HubError> {
        self.link.run(
            "UPDATE adjacent.member SET name = $3 WHERE workspace = $1::text::uuid AND id = $2::text::uuid",
            &[text(&self.workspace), text(&self.member), text(&name)],
        )?;
        Ok(())
    }

    /// Tells the hub that this console leaves. What it pulled stays with it.
    pub fn leave(&mut self) -> Result<(), HubError> {
        self.link.run(
            "UPDATE adjacent.member SET gone = now() WHERE workspace = $1::text::uuid AND id = $2::text::uuid",
            &[text(&self.workspace), text(&self.member)],
        )?;
        Ok(())
    }
}

/// A member in the columns [`MEMBER`] from this one on; `here` is the id of this console.
pub(super) fn member_of(row: &Row, from: usize, here: &str) -> Result<HubMember, HubError> {
    let id: String = column(row, from)?;
    Ok(HubMember {
        name: column(row, from + 1)?,
        joined: moment(row, from + 2)?,
        seen: moment(row, from + 3)?,
        left: perhaps_moment(row, from + 4)?,
        is_here: id == here,
        id,
    })
}
