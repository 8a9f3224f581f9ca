//! A hub with an empty database, and workspaces that joined it.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tempfile::TempDir;

use crate::pipe::session_files;
use crate::postgres::{Cluster, OWNER, PASSWORD};
use crate::program::{Said, fed, program};

/// The program in a workspace, with the password of the hub in its environment.
pub(super) fn on_hub(workspace: &Path) -> Command {
    let mut command = program(workspace);
    command.env("PGPASSWORD", PASSWORD);
    command
}

/// Runs a command that has to end well; returns what it printed.
#[track_caller]
pub(super) fn works(workspace: &Path, arguments: &[&str]) -> String {
    typed(workspace, arguments, "")
}

/// The same with these lines on its standard input.
#[track_caller]
pub(super) fn typed(workspace: &Path, arguments: &[&str], lines: &str) -> String {
    let said = says(workspace, arguments, lines);
    assert_eq!(said.code, 0, "{arguments:?}: {}{}", said.out, said.err);
    said.out
}

/// Runs a command however it ends.
pub(super) fn says(workspace: &Path, arguments: &[&str], lines: &str) -> Said {
    fed(on_hub(workspace).args(arguments), lines)
}

/// A hub in a database of its own, with a login that writes and one that only reads.
pub(super) struct Hub {
    pub(super) database: String,
    pub(super) writer: String,
    pub(super) reader: String,
}

/// Sets up a hub in an empty database of this server.
pub(super) fn begun(cluster: &Cluster) -> Hub {
    let database = cluster.database();
    let folder = TempDir::new().unwrap();
    works(folder.path(), &["hub", "init", &cluster.url(OWNER, &database)]);
    // Roles are the server's, so they are named after the database.
    let logins = ["writers", "readers"].map(|column| {
        let role = cluster.sql(&database, &format!("SELECT {column} FROM adjacent.workspace"));
        let name = format!("{database}_{column}");
        cluster.person(&name, &[role.trim()]);
        name
    });
    let [writer, reader] = logins;
    Hub { database, writer, reader }
}

/// An empty workspace that joined the hub, and reaches it through this address.
pub(super) fn joined(hub: &Hub, through: SocketAddr) -> TempDir {
    joined_as(hub, &hub.writer, through)
}

/// The same with another login.
pub(super) fn joined_as(hub: &Hub, login: &str, through: SocketAddr) -> TempDir {
    let folder = TempDir::new().unwrap();
    works(folder.path(), &["hub", "join", &Cluster::url_through(through, login, &hub.database)]);
    folder
}

/// Sends and receives everything there is.
#[track_caller]
pub(super) fn synced(workspace: &Path) -> String {
    works(workspace, &["hub", "sync"])
}

/// Every session file of a workspace by its name, with its bytes.
pub(super) fn sessions(workspace: &Path) -> Vec<(String, String)> {
    let named = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, fs::read_to_string(path).unwrap())
    };
    session_files(workspace).into_iter().map(named).collect()
}

/// Somebody who sends and receives again and again until it is dropped. Each time the program begins with what the
/// files tell, as after a crash.
pub(super) struct Following {
    stopped: Arc<AtomicBool>,
    running: Option<JoinHandle<()>>,
}

impl Following {
    pub(super) fn of(workspace: &Path) -> Self {
        let stopped = Arc::new(AtomicBool::new(false));
        let (workspace, until) = (workspace.to_owned(), Arc::clone(&stopped));
        let running = thread::spawn(move || {
            while !until.load(Ordering::Relaxed) {
                // A hub that is away is asked again.
                let _ = says(&workspace, &["hub", "sync"], "");
                thread::sleep(Duration::from_millis(100));
            }
        });
        Self { stopped, running: Some(running) }
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        if let Some(running) = self.running.take() {
            let _ = running.join();
        }
    }
}
