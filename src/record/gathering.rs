use serde::{Deserialize, Serialize};

/// The place of a session in a gathering: several tables that follow one agenda at the same time, each in a session of
/// its own, and the plenary in which they meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gathering {
    /// The id that all sessions of the gathering share: that of its plenary session.
    pub id: String,
    /// The title of the gathering.
    pub title: String,
    /// The number of tables.
    pub tables: u16,
    /// The number of this session's table, from 1; `None` for the plenary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u16>,
}

impl Gathering {
    /// The maximum number of tables.
    pub const MOST_TABLES: u16 = 24;

    /// Whether the session is the plenary.
    pub const fn is_plenary(&self) -> bool {
        self.table.is_none()
    }

    /// Returns how the room calls this place: "table 3", "plenary".
    pub fn called(&self) -> String {
        self.table.map_or_else(|| "plenary".to_owned(), |number| format!("table {number}"))
    }
}
