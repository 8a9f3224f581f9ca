//! TLS to the hub: verified, or not used at all.

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{fs, thread};

use adjacent::hub::{HubAddress, HubError, HubPassword, HubTrouble, set_up_hub};

use crate::left_out::leave_out;
use crate::postgres::{Cluster, OWNER, PASSWORD};

/// Writes a certificate for this name that signs itself, with its key; false where there is no `openssl`.
fn certificate(folder: &Path, name: &str) -> bool {
    let mut openssl = Command::new("openssl");
    openssl.args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=hub", "-addext"]);
    openssl.arg(format!("subjectAltName={name}")).args(["-addext", "basicConstraints=critical,CA:FALSE", "-keyout"]);
    openssl.arg(folder.join("hub.key")).arg("-out").arg(folder.join("hub.pem"));
    let made = openssl.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    made.is_ok_and(|status| status.success())
}

/// Gives the server a certificate for this name; false where there is no `openssl`.
fn secure(cluster: &Cluster, name: &str) -> bool {
    let folder = cluster.folder();
    if !certificate(folder, name) {
        leave_out("TLS to a real PostgreSQL", "install `openssl`");
        return false;
    }
    let owner = fs::metadata(folder).unwrap();
    for file in ["hub.key", "hub.pem"] {
        chown(folder.join(file), Some(owner.uid()), Some(owner.gid())).unwrap();
        fs::set_permissions(folder.join(file), fs::Permissions::from_mode(0o600)).unwrap();
    }
    let shown = folder.display();
    for setting in [
        format!("ssl_cert_file = '{shown}/hub.pem'"),
        format!("ssl_key_file = '{shown}/hub.key'"),
        "ssl = on".to_owned(),
    ] {
        cluster.sql(OWNER, &format!("ALTER SYSTEM SET {setting}"));
    }
    cluster.sql(OWNER, "SELECT pg_reload_conf()");
    for _ in 0..100 {
        if cluster.sql(OWNER, "SHOW ssl").trim() == "on" {
            return true;
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("the server has no TLS:\n{}", cluster.log());
}

fn entered(cluster: &Cluster, options: &str) -> Result<(), HubError> {
    let database = cluster.database();
    let address = HubAddress::parse(&format!("{}?{options}", cluster.url(OWNER, &database)))?;
    set_up_hub(&address, Some(&HubPassword::new(PASSWORD)), "shared").map(drop)
}

#[test]
fn a_certificate_is_verified_and_what_is_wrong_with_it_is_said() {
    let Some(cluster) = Cluster::start() else { return };
    let without = entered(&cluster, "sslmode=require").unwrap_err();
    assert!(without.trouble == HubTrouble::Door && without.hint.contains("sslmode=disable"), "{without:?}");
    if !secure(&cluster, "IP:127.0.0.1") {
        return;
    }
    let authority = format!("sslrootcert={}/hub.pem", cluster.folder().display());
    entered(&cluster, &authority).unwrap();
    entered(&cluster, "sslmode=disable").unwrap();
    let unknown = entered(&cluster, "sslmode=require").unwrap_err();
    assert!(unknown.trouble == HubTrouble::Door && unknown.hint.contains("sslrootcert=FILE"), "{unknown:?}");
    let none = entered(&cluster, "sslrootcert=%2Fnowhere.pem").unwrap_err();
    assert!(none.trouble == HubTrouble::Door && none.says.contains("nowhere.pem"), "{none:?}");

    assert!(secure(&cluster, "DNS:another.example.org"));
    // A new certificate is read by connections that begin after the reload.
    thread::sleep(Duration::from_millis(200));
    let other = entered(&cluster, &authority).unwrap_err();
    assert!(other.trouble == HubTrouble::Door && other.hint.contains("host name"), "{other:?}");
}
