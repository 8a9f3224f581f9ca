//! The commands with which a hub is set up, joined, asked and left, as they are typed.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::postgres::{Cluster, OWNER, PASSWORD};
use crate::program::{fed, program};

/// What a command says with this password in the environment; the exit code, and both outputs together.
fn hub(folder: &Path, password: &str, arguments: &[&str]) -> (i32, String) {
    let mut command = program(folder);
    command.env_remove("ADJACENT_HUB").env("HOME", folder).env_remove("PGPASSFILE");
    command.env("PGPASSWORD", password).arg("hub").args(arguments);
    let said = fed(&mut command, "");
    (said.code, format!("{}{}", said.out, said.err))
}

#[test]
fn a_hub_is_set_up_joined_asked_and_left() {
    let Some(cluster) = Cluster::shared() else { return };
    let database = cluster.database();
    let folder = tempfile::tempdir().unwrap();
    let (code, said) = hub(folder.path(), PASSWORD, &["init", &cluster.url(OWNER, &database), "--name", "Autumn"]);
    assert_eq!(code, 0, "{said}");
    let role = said.split_whitespace().find(|word| word.ends_with("_writer")).unwrap();
    assert!(said.contains(&format!("adjacent hub join {}", cluster.url("LOGIN", &database))), "{said}");

    let (code, said) = hub(folder.path(), PASSWORD, &["status"]);
    assert_eq!((code, said.as_str()), (0, "This folder has joined no hub; adjacent hub join URL joins one.\n"));
    let login = format!("anna_{database}");
    cluster.person(&login, &[role]);
    let url = cluster.url(&login, &database);
    let (code, said) = hub(folder.path(), PASSWORD, &["join", &url, "--as", "Lisbon"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("\"Autumn\"") && said.contains("as \"Lisbon\""), "{said}");
    let (code, said) = hub(folder.path(), PASSWORD, &["join", &url]);
    assert!(code == 0 && said.contains("joined before") && said.contains("\"Lisbon\""), "{said}");
    let settings = fs::read_to_string(folder.path().join("settings.ron")).unwrap();
    assert!(settings.contains(&url) && !settings.contains(PASSWORD), "{settings}");

    let (code, said) = hub(folder.path(), PASSWORD, &["status"]);
    assert!(code == 0 && said.contains("Lisbon, this console"), "{said}");
    let (code, said) = hub(folder.path(), PASSWORD, &["status", "--json"]);
    assert!(code == 0 && said.contains("\"may_write\": true") && !said.contains(PASSWORD), "{said}");
    let (code, said) = hub(folder.path(), "wrong", &["status"]);
    assert_eq!(code, 3, "{said}");
    assert!(said.contains("28P01") && said.contains(".pgpass"), "{said}");
    let (code, said) = hub(folder.path(), PASSWORD, &["leave"]);
    assert!(code == 0 && said.starts_with("Left postgresql://"), "{said}");
    assert!(!fs::read_to_string(folder.path().join("settings.ron")).unwrap().contains("postgres"));
}

#[test]
fn a_password_comes_from_a_file_that_is_closed_and_never_from_an_address() {
    let Some(cluster) = Cluster::shared() else { return };
    let database = cluster.database();
    let folder = tempfile::tempdir().unwrap();
    let url = cluster.url(OWNER, &database);
    let file = folder.path().join(".pgpass");
    fs::write(&file, format!("127.0.0.1:*:{database}:{OWNER}:{PASSWORD}\n")).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    let (code, said) = hub(folder.path(), "", &["init", &url]);
    assert!(code == 2 && said.contains("chmod 600"), "{code} {said}");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    let (code, said) = hub(folder.path(), "", &["init", &url]);
    assert_eq!(code, 0, "{said}");
    let with_word = url.replace(&format!("{OWNER}@"), &format!("{OWNER}:{PASSWORD}@"));
    let (code, said) = hub(folder.path(), "", &["join", &with_word]);
    assert!(code == 2 && said.contains("PGPASSWORD") && !said.contains(PASSWORD), "{code} {said}");
}
