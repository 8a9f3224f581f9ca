use std::error::Error;
use std::fmt;
use std::io;

/// What the hub, or the path to it, did not do: one sentence, with one thing to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubError {
    /// The sort of trouble, by which the caller decides what to do.
    pub trouble: HubTrouble,
    /// The SQLSTATE, where the database answered.
    pub sqlstate: Option<String>,
    /// What is wrong, as the database or the system says it.
    pub says: String,
    /// What to do about it; empty where `says` tells it.
    pub hint: String,
}

/// The sorts of trouble with a hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HubTrouble {
    /// The hub cannot be reached, or the connection was lost: open another connection later. Whether the last call was
    /// done is not known; every call may be repeated.
    Away,
    /// The address, the password or the certificate is not right: nothing changes until somebody does something.
    Door,
    /// The hub lets this login not do what was asked.
    NotAdmitted,
    /// The database holds no hub, or that of another version of the program.
    NotSetUp,
    /// A line does not follow the last one on the hub, or another one stands in its place.
    Unchained,
    /// The hub refused a statement for another reason.
    Refused,
}

impl HubError {
    /// Whether the same may be tried again later, on a new connection, without anybody doing anything.
    pub fn is_passing(&self) -> bool {
        self.trouble == HubTrouble::Away
    }

    pub(super) fn new(trouble: HubTrouble, says: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { trouble, sqlstate: None, says: says.into(), hint: hint.into() }
    }

    /// An answer that no hub gives.
    pub(super) fn strange(says: impl Into<String>) -> Self {
        Self::new(HubTrouble::Refused, says, "adjacent check tells whether the files here are whole")
    }

    /// The hub did not answer in time, or the connection is gone.
    pub(super) fn away(hub: &str, cause: &str) -> Self {
        Self::new(HubTrouble::Away, format!("{hub} does not answer: {cause}"), "it is tried again by itself")
    }

    /// Translates an error of the driver. Its own text is only "db error" and the like; what happened is in its causes.
    pub(super) fn of_driver(error: &tokio_postgres::Error, hub: &str) -> Self {
        if let Some(told) = error.as_db_error() {
            return Self::of_database(told);
        }
        let causes = causes(error);
        let wrong_door = |hint: &str| Self::new(HubTrouble::Door, format!("{hub} was not entered: {causes}"), hint);
        let named = |part: &str| causes.contains(part);
        if named("password missing") {
            return wrong_door(NO_PASSWORD);
        }
        if named("UnknownIssuer") || named("CaUsedAsEndEntity") {
            return wrong_door("name the file of the authority that signed it with sslrootcert=FILE in the address");
        }
        if named("not valid for") || named("NotValidForName") {
            return wrong_door("use the host name for which the certificate was made");
        }
        if named("invalid peer certificate") {
            return wrong_door("ask whoever runs the database for a certificate that is valid");
        }
        if named("server does not support TLS") {
            return wrong_door("say sslmode=disable in the address, if the network in between can be trusted");
        }
        if error.is_closed() || has_io(error) || named("error communicating") || named("timeout") {
            return Self::away(hub, &causes);
        }
        Self::new(
            HubTrouble::Refused,
            format!("{hub} was not understood: {causes}"),
            "see whether this is PostgreSQL 13 or newer",
        )
    }

    /// Translates what the database says.
    fn of_database(told: &tokio_postgres::error::DbError) -> Self {
        let sqlstate = told.code().code();
        let (trouble, own_hint) = sort_of(sqlstate);
        let detail = told.detail().map(|detail| format!(": {detail}")).unwrap_or_default();
        let hint = if own_hint.is_empty() { told.hint().unwrap_or_default() } else { own_hint };
        Self {
            trouble,
            sqlstate: Some(sqlstate.to_owned()),
            says: format!("the hub says: {}{detail}", told.message()),
            hint: hint.to_owned(),
        }
    }
}

const NO_PASSWORD: &str = "set PGPASSWORD, or write the password to ~/.pgpass";
const NOT_LET_IN: &str = "ask whoever set up the hub to let this login in; adjacent hub init tells how";
const NO_HUB: &str = "adjacent hub init sets it up";

/// What a SQLSTATE means here, and what to do about it.
fn sort_of(sqlstate: &str) -> (HubTrouble, &'static str) {
    match sqlstate {
        "28P01" => (HubTrouble::Door, NO_PASSWORD),
        "28000" => (HubTrouble::Door, "ask whoever runs the database to let this login in from here"),
        "3D000" => (HubTrouble::Door, "look at the name of the database in the address once more"),
        "42501" => (HubTrouble::NotAdmitted, NOT_LET_IN),
        "3F000" | "42P01" | "42883" | "42703" => (HubTrouble::NotSetUp, NO_HUB),
        "LN001" | "LN002" | "LN003" | "23505" => (HubTrouble::Unchained, ""),
        // Shut down, starting up, too many connections, told to end, out of space for now; lost locks and snapshots.
        "57P01" | "57P02" | "57P03" | "57P05" | "25P03" | "25P04" | "40001" | "40P01" | "55P03" | "57014" => {
            (HubTrouble::Away, "it is tried again by itself")
        }
        code if code.starts_with("53") || code.starts_with("08") => (HubTrouble::Away, "it is tried again by itself"),
        // A standby, or a database that was told to be read only.
        "25006" => (HubTrouble::Refused, "name the server that may be written to in the address"),
        _ => (HubTrouble::Refused, ""),
    }
}

/// The text of an error with those of its causes, each once.
fn causes(error: &dyn Error) -> String {
    let mut told = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        let says = cause.to_string();
        if !told.contains(&says) {
            told = format!("{told}: {says}");
        }
        next = cause.source();
    }
    told
}

/// Whether a cause of an error came from the system.
fn has_io(error: &dyn Error) -> bool {
    let mut next = error.source();
    while let Some(cause) = next {
        if cause.downcast_ref::<io::Error>().is_some() {
            return true;
        }
        next = cause.source();
    }
    false
}

impl fmt::Display for HubError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.says)?;
        if let Some(sqlstate) = &self.sqlstate {
            write!(f, " ({sqlstate})")?;
        }
        if self.hint.is_empty() { Ok(()) } else { write!(f, "; {}", self.hint) }
    }
}

impl Error for HubError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_by_itself_is_told_from_what_somebody_has_to_do() {
        for passing in ["57P01", "57P03", "53300", "08006", "40001"] {
            assert_eq!(sort_of(passing).0, HubTrouble::Away, "{passing}");
        }
        for lasting in ["28P01", "42501", "3F000", "LN002", "23505", "22021"] {
            assert_ne!(sort_of(lasting).0, HubTrouble::Away, "{lasting}");
        }
    }

    #[test]
    fn an_error_is_one_sentence_with_its_code_and_a_hint() {
        let error = HubError::new(HubTrouble::Door, "the hub says: no", "ask");
        assert_eq!(error.to_string(), "the hub says: no; ask");
        let coded = HubError { sqlstate: Some("28P01".to_owned()), hint: String::new(), ..error };
        assert_eq!(coded.to_string(), "the hub says: no (28P01)");
    }
}
