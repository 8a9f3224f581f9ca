use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use tokio_postgres::Config;
use tokio_postgres::config::Host;

use super::error::{HubError, HubTrouble};
use crate::import::percent_decoded;

/// The address of a hub: `postgres://LOGIN@HOST:PORT/DATABASE`. It never holds a password, so it may be shown and stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubAddress {
    text: String,
    config: Config,
    login: String,
    security: HubSecurity,
}

/// Whether and how the connection is encrypted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum HubSecurity {
    /// Not at all: to this machine, or where the address says `sslmode=disable`.
    Plain,
    /// With TLS; the certificate has to be signed for the host by an authority of this file, or else of this machine.
    Verified(Option<PathBuf>),
}

const HOW: &str = "write postgres://LOGIN@HOST/DATABASE";

impl HubAddress {
    /// Reads an address. Without a login in it, `PGUSER` or the name of whoever is logged in to this machine is taken.
    pub fn parse(text: &str) -> Result<Self, HubError> {
        Self::for_login(text, || {
            ["PGUSER", "USER", "LOGNAME", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok())
        })
    }

    /// Reads an address; where it names no login, this one is taken.
    fn for_login(text: &str, other: impl Fn() -> Option<String>) -> Result<Self, HubError> {
        let text = text.trim();
        if !text.starts_with("postgres://") && !text.starts_with("postgresql://") {
            return Err(wrong("this is no address of a hub", HOW));
        }
        let (address, own) = OwnOptions::split_off(text)?;
        let config = Config::from_str(&address).map_err(|error| {
            let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
            wrong(format!("the address of the hub cannot be read: {cause}"), HOW)
        })?;
        if config.get_password().is_some() {
            let hint = "leave it out, where others could see it, and set PGPASSWORD or write it to ~/.pgpass";
            return Err(wrong("the address of the hub holds a password", hint));
        }
        let [host] = config.get_hosts() else {
            return Err(wrong("the address of the hub has to name one host", HOW));
        };
        let security = own.security(is_here(host))?;
        let login = config.get_user().map(str::to_owned).or_else(other);
        let login = login.filter(|login| !login.is_empty()).ok_or_else(|| wrong("the address names no login", HOW))?;
        Ok(Self { text: text.to_owned(), config, login, security })
    }

    /// The login.
    pub fn login(&self) -> &str {
        &self.login
    }

    /// The database; PostgreSQL calls it as the login where the address names none.
    pub(super) fn database(&self) -> &str {
        self.config.get_dbname().unwrap_or(&self.login)
    }

    /// The port.
    pub(super) fn port(&self) -> u16 {
        self.config.get_ports().first().copied().unwrap_or(5432)
    }

    /// The host, or the folder of the socket.
    pub(super) fn host(&self) -> String {
        match self.config.get_hosts().first() {
            Some(Host::Tcp(host)) => host.clone(),
            #[cfg(unix)]
            Some(Host::Unix(folder)) => folder.display().to_string(),
            None => String::new(),
        }
    }

    /// The database and its host, for a sentence.
    pub fn place(&self) -> String {
        format!("the database {} on {}", self.database(), self.host())
    }

    /// The address with LOGIN in the place of the login, to hand on.
    pub fn for_others(&self) -> String {
        let (scheme, rest) = self.text.split_once("://").unwrap_or(("postgres", &self.text));
        let (authority, path) = rest.find(['/', '?']).and_then(|end| rest.split_at_checked(end)).unwrap_or((rest, ""));
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        format!("{scheme}://LOGIN@{host}{path}")
    }

    /// How the connection is secured.
    pub(super) const fn security(&self) -> &HubSecurity {
        &self.security
    }

    /// The configuration of the driver, with the login.
    pub(super) fn config(&self) -> Config {
        let mut config = self.config.clone();
        config.user(self.login.clone());
        config
    }
}

impl fmt::Display for HubAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The options of an address that the driver does not know, or knows in another meaning.
#[derive(Debug, Default)]
struct OwnOptions {
    mode: Option<String>,
    authority: Option<PathBuf>,
}

impl OwnOptions {
    /// Takes these options out of an address.
    fn split_off(text: &str) -> Result<(String, Self), HubError> {
        let mut own = Self::default();
        let Some((before, options)) = text.split_once('?') else {
            return Ok((text.to_owned(), own));
        };
        let mut others = Vec::new();
        for option in options.split('&').filter(|option| !option.is_empty()) {
            match option.split_once('=') {
                Some(("sslmode", mode)) => own.mode = Some(mode.to_owned()),
                Some(("sslrootcert", path)) => own.authority = Some(Path::new(&percent_decoded(path)).to_owned()),
                Some(("passfile" | "service", _)) => {
                    let hint = "leave them out; the password file is named with PGPASSFILE";
                    return Err(wrong("an address of a hub has no passfile and no service", hint));
                }
                _ => others.push(option),
            }
        }
        let others = others.join("&");
        Ok((if others.is_empty() { before.to_owned() } else { format!("{before}?{others}") }, own))
    }

    /// What they ask for, to a host that is this machine or is not.
    fn security(self, is_here: bool) -> Result<HubSecurity, HubError> {
        match self.mode.as_deref() {
            Some("disable") => Ok(HubSecurity::Plain),
            None if is_here && self.authority.is_none() => Ok(HubSecurity::Plain),
            // The names of libpq. What they would leave unverified is verified here.
            Some("require" | "verify-ca" | "verify-full") | None => Ok(HubSecurity::Verified(self.authority)),
            Some(_) => Err(wrong(
                "the sslmode of the address is none that is used here",
                "leave it out for TLS that is verified, or say sslmode=disable on a network that you trust",
            )),
        }
    }
}

/// Whether a host is this machine.
fn is_here(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => {
            let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
            name.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

fn wrong(says: impl Into<String>, hint: &str) -> HubError {
    HubError::new(HubTrouble::Door, says, hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Result<HubAddress, HubError> {
        HubAddress::for_login(text, || Some("anna".to_owned()))
    }

    #[test]
    fn tls_is_verified_unless_the_hub_is_this_machine_or_plain_is_asked_for() {
        let verified = HubSecurity::Verified(None);
        for (text, security) in [
            ("postgres://eva@db.example.org/hub", &verified),
            ("postgresql://eva@db.example.org/hub?sslmode=require", &verified),
            ("postgres://eva@10.0.0.7/hub?sslmode=verify-ca", &verified),
            ("postgres://eva@localhost/hub?sslmode=verify-full", &verified),
            ("postgres://eva@db.example.org/hub?sslmode=disable", &HubSecurity::Plain),
            ("postgres://eva@localhost:5433/hub", &HubSecurity::Plain),
            ("postgres://eva@127.0.0.9/hub", &HubSecurity::Plain),
            ("postgres://eva@[::1]/hub", &HubSecurity::Plain),
        ] {
            assert_eq!(address(text).unwrap().security(), security, "{text}");
        }
        let authority =
            address("postgres://eva@localhost/hub?sslrootcert=%2Fetc%2Four%20ca.pem&connect_timeout=3").unwrap();
        assert_eq!(authority.security(), &HubSecurity::Verified(Some("/etc/our ca.pem".into())));
        let says = address("postgres://eva@db.example.org/hub?sslmode=prefer").unwrap_err().to_string();
        assert!(says.contains("sslmode=disable"), "{says}");
    }

    #[test]
    fn an_address_holds_no_password_and_no_error_quotes_one() {
        for text in ["postgres://eva:s3cret@db.example.org/hub", "postgres://eva@db.example.org/hub?password=s3cret"] {
            let says = address(text).unwrap_err();
            assert!(!format!("{says} {says:?}").contains("s3cret"), "{says}");
            assert!(says.to_string().contains("PGPASSWORD"), "{says}");
        }
        for text in
            ["postgres://eva:s3cret@a,b:x/hub", "mysql://eva:s3cret@a/hub", "postgres://eva:s3cret@a/hub?passfile=x"]
        {
            assert!(!address(text).unwrap_err().to_string().contains("s3cret"), "{text}");
        }
    }

    #[test]
    fn an_address_is_handed_on_without_the_login() {
        for (own, others) in [
            (
                "postgres://eva@db.example.org:5433/hub?sslmode=disable",
                "postgres://LOGIN@db.example.org:5433/hub?sslmode=disable",
            ),
            ("postgres://db.example.org", "postgres://LOGIN@db.example.org"),
        ] {
            assert_eq!(address(own).unwrap().for_others(), others);
        }
    }

    #[test]
    fn what_an_address_leaves_out_has_a_value() {
        let short = address("postgres://localhost").unwrap();
        assert_eq!((short.login(), short.database(), short.port()), ("anna", "anna", 5432));
        assert!(HubAddress::for_login("postgres://localhost", || None).is_err());
        for wrong in ["", "hub", "postgres://", "postgres://eva@a,b/hub", "postgres://eva@h/hub?service=x"] {
            assert_eq!(address(wrong).unwrap_err().trouble, HubTrouble::Door, "{wrong}");
        }
    }
}
