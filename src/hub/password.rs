use std::fmt;
use std::path::PathBuf;

use super::address::HubAddress;
use super::error::{HubError, HubTrouble};
use crate::store::read_bounded;

/// A password for the hub. It is shown nowhere, and stored by nobody here.
#[derive(Clone, PartialEq, Eq)]
pub struct HubPassword(String);

/// The most that is read of a password file, in bytes.
const LARGEST: usize = 1 << 20;

impl HubPassword {
    /// This password.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The password for an address: `PGPASSWORD`, or the first line that fits in the password file of PostgreSQL, which is
    /// `PGPASSFILE` or `~/.pgpass`. `None` where there is none; the hub may ask for none.
    pub fn find(address: &HubAddress) -> Result<Option<Self>, HubError> {
        if let Some(password) = std::env::var("PGPASSWORD").ok().filter(|password| !password.is_empty()) {
            return Ok(Some(Self(password)));
        }
        let Some(path) = password_file().filter(|path| path.is_file()) else { return Ok(None) };
        if is_open_to_others(&path) {
            let says = format!("{} may be read by others, so no password is taken from it", path.display());
            return Err(HubError::new(HubTrouble::Door, says, "chmod 600 closes it"));
        }
        let bytes = read_bounded(&path, LARGEST)
            .map_err(|error| HubError::new(HubTrouble::Door, error.to_string(), "or set PGPASSWORD"))?;
        Ok(Self::in_file(&String::from_utf8_lossy(&bytes), address))
    }

    /// The password in the first line of a password file that fits the address.
    fn in_file(text: &str, address: &HubAddress) -> Option<Self> {
        let (host, port) = (address.host(), address.port().to_string());
        // PostgreSQL writes a socket in its usual folder as "localhost".
        let host = if host.starts_with('/') { vec![host, "localhost".to_owned()] } else { vec![host] };
        let wanted = [host, vec![port], vec![address.database().to_owned()], vec![address.login().to_owned()]];
        text.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
            let fields = fields_of(line);
            let fits = wanted.iter().zip(&fields).all(|(wanted, field)| field == "*" || wanted.contains(field));
            let password = fields.get(wanted.len()).filter(|password| fits && !password.is_empty())?;
            Some(Self(password.clone()))
        })
    }

    /// The text, for the driver.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for HubPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HubPassword(..)")
    }
}

/// The fields of a line, which colons part; a backslash stands before a colon or backslash that belongs to a field.
fn fields_of(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut letters = line.trim_end_matches('\r').chars();
    while let Some(letter) = letters.next() {
        match letter {
            // Whatever follows the fourth colon is the password.
            ':' if fields.len() < 5 => fields.push(String::new()),
            letter => {
                let letter = if letter == '\\' { letters.next().unwrap_or(letter) } else { letter };
                if let Some(field) = fields.last_mut() {
                    field.push(letter);
                }
            }
        }
    }
    fields
}

fn password_file() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("PGPASSFILE").filter(|named| !named.is_empty()) {
        return Some(named.into());
    }
    if cfg!(windows) {
        return Some(PathBuf::from(std::env::var_os("APPDATA")?).join("postgresql").join("pgpass.conf"));
    }
    Some(directories::BaseDirs::new()?.home_dir().join(".pgpass"))
}

#[cfg(unix)]
fn is_open_to_others(path: &std::path::Path) -> bool {
    use std::os::unix::fs::PermissionsExt;

    path.metadata().is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(_path: &std::path::Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_fits_has_the_password() {
        let address = HubAddress::parse("postgres://eva@db.example.org:5433/hub").unwrap();
        let found = |text: &str| HubPassword::in_file(text, &address).map(|password| password.0);
        assert_eq!(
            found("# db.example.org:5433:hub:eva:no\nother:5433:hub:eva:no\n*:*:*:eva:yes\n").as_deref(),
            Some("yes")
        );
        assert_eq!(found(r"db.example.org:5433:hub:eva:a\:b\\c:d").as_deref(), Some(r"a:b\c:d"));
        assert_eq!(found("db.example.org:5433:hub:eva:windows\r\n").as_deref(), Some("windows"));
        for none in
            ["", "\n\n", ":", "db.example.org:5433:hub:eva:", "db.example.org:5433:hub:eva", "*:5432:*:*:no", "\\"]
        {
            assert_eq!(found(none), None, "{none}");
        }
        let socket = HubAddress::parse("postgres://eva@%2Fvar%2Frun%2Fpostgresql/hub").unwrap();
        assert_eq!(HubPassword::in_file("localhost:*:hub:eva:here", &socket), Some(HubPassword::new("here")));
    }

    #[test]
    fn a_password_is_not_shown() {
        assert_eq!(format!("{:?}", Some(HubPassword::new("s3cret"))), "Some(HubPassword(..))");
    }
}
