//! A PostgreSQL cluster of its own: in a temporary folder, on a free loopback port, gone when the tests are.

use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::TempDir;

use crate::left_out::leave_out;

/// The superuser of every cluster.
pub(crate) const OWNER: &str = "postgres";

/// The password of the superuser, and of every person a test adds with [`Cluster::person`]; asked for over TCP.
pub(crate) const PASSWORD: &str = "secretmark-of-the-hub";

/// The accounts a server may run under where the tests run as root, which PostgreSQL refuses.
const ACCOUNTS: [&str; 2] = ["postgres", "nobody"];

/// A server with its data.
pub(crate) struct Cluster {
    programs: PathBuf,
    folder: TempDir,
    port: u16,
    /// The user and group it runs under, where they are not those of the tests.
    account: Option<(u32, u32)>,
    keeper: Child,
    /// Closed when the tests end in whatever way, which is what the keeper waits for.
    lifeline: Option<ChildStdin>,
}

/// How a server is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Connections are ended, and everything is written.
    Fast,
    /// As if the power were cut: connections break, and the next start recovers.
    Immediate,
}

impl Cluster {
    /// A server of one's own, which may be stopped; `None`, and a sentence, where no PostgreSQL is installed.
    pub(crate) fn start() -> Option<Self> {
        Self::start_with(&[])
    }

    /// The same with settings such as `ssl = on`.
    pub(crate) fn start_with(settings: &[&str]) -> Option<Self> {
        let Some(programs) = programs() else {
            leave_out("everything with a real PostgreSQL", "install Debian's `postgresql`, or put `initdb` in PATH");
            return None;
        };
        let folder = tempfile::Builder::new().prefix("adjacent-hub-").tempdir().unwrap();
        let account = account(folder.path());
        if let Some((user, group)) = account {
            chown(folder.path(), Some(user), Some(group)).unwrap();
        }
        let mut cluster = Self::kept(programs, folder, account);
        cluster.lay_out(settings);
        cluster.go_on();
        Some(cluster)
    }

    /// The server that the tests of one program share; each has databases of its own, and roles are the server's.
    pub(crate) fn shared() -> Option<&'static Self> {
        static SHARED: OnceLock<Option<Cluster>> = OnceLock::new();
        SHARED.get_or_init(Self::start).as_ref()
    }

    /// A cluster in this folder with the program that clears it away.
    fn kept(programs: PathBuf, folder: TempDir, account: Option<(u32, u32)>) -> Self {
        let mut shell = Command::new("/bin/sh");
        // It outlives tests that are killed, and is in no group that a terminal ends.
        shell.args(["-c", "read _; \"$0\" -D \"$1/data\" -m immediate stop; rm -rf \"$1\""]);
        shell.arg(programs.join("pg_ctl")).arg(folder.path()).process_group(0);
        shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut keeper = under(&mut shell, account).spawn().unwrap();
        let lifeline = keeper.stdin.take();
        Self { programs, folder, port: 0, account, keeper, lifeline }
    }

    fn lay_out(&mut self, settings: &[&str]) {
        let word = self.folder.path().join("password");
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o644).open(&word).unwrap();
        file.write_all(PASSWORD.as_bytes()).unwrap();
        let data = self.data();
        let mut initdb = self.command("initdb");
        initdb.args(["--no-sync", "--encoding=UTF8", "--locale=C", "--auth-local=trust", "--auth-host=scram-sha-256"]);
        initdb.args(["--username", OWNER, "--pwfile"]).arg(&word).arg("--pgdata").arg(&data);
        done(&mut initdb);
        let mut more = String::new();
        let folder = self.folder.path().display();
        // Nothing here outlives the machine, so nothing waits for its disk.
        write!(more, "listen_addresses = '127.0.0.1'\nunix_socket_directories = '{folder}'\nfsync = off\n").unwrap();
        more.push_str(
            "synchronous_commit = off\nfull_page_writes = off\nshared_buffers = 32MB\nmax_connections = 100\n",
        );
        for setting in settings {
            more.push_str(setting);
            more.push('\n');
        }
        let mut file = OpenOptions::new().append(true).open(data.join("postgresql.conf")).unwrap();
        file.write_all(more.as_bytes()).unwrap();
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A folder that is the server's own, for certificates and the like.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        SocketAddr::from((Ipv4Addr::LOCALHOST, self.port))
    }

    /// Starts the server, and returns when it answers.
    pub(crate) fn go_on(&mut self) {
        for attempt in 1.. {
            if self.port == 0 || attempt > 1 {
                self.port = free_port();
            }
            let mut start = self.command("pg_ctl");
            start.args(["start", "--wait", "--silent", "--timeout=60", "--pgdata"]).arg(self.data());
            start.arg("--log").arg(self.folder.path().join("log")).arg("--options").arg(format!("-p {}", self.port));
            // Whoever reads its output would wait for the server, which has it too.
            if start.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success() {
                return;
            }
            assert!(attempt < 5, "PostgreSQL does not start:\n{}", self.log());
        }
    }

    /// Stops the server.
    pub(crate) fn stop(&mut self, how: Stop) {
        let mode = if how == Stop::Fast { "fast" } else { "immediate" };
        let mut stop = self.command("pg_ctl");
        stop.args(["stop", "--wait", "--silent", "--mode", mode, "--pgdata"]).arg(self.data());
        done(&mut stop);
    }

    /// Ends every connection to the databases but our own; returns how many there were.
    pub(crate) fn terminate_backends(&self) -> usize {
        let ended = self.sql(
            OWNER,
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
             WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
        );
        ended.trim().parse().unwrap()
    }

    /// The number of connections that clients have now.
    pub(crate) fn connections(&self) -> usize {
        let there = self.sql(
            OWNER,
            "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
        );
        there.trim().parse().unwrap()
    }

    /// Makes an empty database under a name of its own; returns the name.
    pub(crate) fn database(&self) -> String {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let name = format!("hub{}", NEXT.fetch_add(1, Ordering::Relaxed));
        self.sql(OWNER, &format!("CREATE DATABASE {name}"));
        name
    }

    /// Adds somebody who may log in with [`PASSWORD`] and has these roles.
    pub(crate) fn person(&self, name: &str, roles: &[&str]) {
        self.sql(OWNER, &format!("CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}'"));
        for role in roles {
            self.sql(OWNER, &format!("GRANT {role} TO {name}"));
        }
    }

    /// The address of a database as it is given to the program: with a user, without a password.
    pub(crate) fn url(&self, user: &str, database: &str) -> String {
        Self::url_through(self.address(), user, database)
    }

    /// The same through something in between.
    pub(crate) fn url_through(address: SocketAddr, user: &str, database: &str) -> String {
        format!("postgresql://{user}@{address}/{database}")
    }

    /// What these statements of the superuser return, one row a line, columns parted by `|`.
    pub(crate) fn sql(&self, database: &str, statements: &str) -> String {
        self.sql_as(OWNER, database, statements).unwrap()
    }

    /// The same as somebody else; an error is what the server says, with its SQLSTATE.
    pub(crate) fn sql_as(&self, user: &str, database: &str, statements: &str) -> Result<String, String> {
        let mut psql = self.command("psql");
        psql.args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]);
        psql.args(["--set=VERBOSITY=verbose", "--host"]).arg(self.folder.path());
        psql.args(["--port", &self.port.to_string(), "--username", user, "--dbname", database]);
        let output = psql.args(["--command", statements]).stdin(Stdio::null()).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
    }

    /// Everything in a database, as a backup holds it.
    pub(crate) fn dump(&self, database: &str) -> String {
        let mut dump = self.command("pg_dump");
        dump.arg("--host").arg(self.folder.path()).args(["--port", &self.port.to_string(), "--username", OWNER]);
        done(dump.arg(database))
    }

    /// What the server wrote down.
    pub(crate) fn log(&self) -> String {
        fs::read(self.folder.path().join("log"))
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.env_clear().env("PATH", "/usr/bin:/bin").env("LC_ALL", "C").current_dir(self.folder.path());
        under(&mut command, self.account);
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.lifeline.take());
        let _ = self.keeper.wait();
    }
}

/// Where the programs of PostgreSQL are: in PATH, or of the newest version where Debian has them.
fn programs() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let has = |folder: &PathBuf| folder.join("initdb").is_file() && folder.join("psql").is_file();
    if let Some(folder) = std::env::split_paths(&path).find(has) {
        return Some(folder);
    }
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|version| version.path().join("bin"));
    let number = |folder: &PathBuf| folder.parent()?.file_name()?.to_str()?.parse::<u32>().ok();
    versions.filter(has).max_by_key(number)
}

/// The account for a server where the tests run as root.
fn account(folder: &Path) -> Option<(u32, u32)> {
    if fs::metadata(folder).unwrap().uid() != 0 {
        return None;
    }
    let accounts = fs::read_to_string("/etc/passwd").unwrap();
    ACCOUNTS.iter().find_map(|name| {
        let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    })
}

fn under(command: &mut Command, account: Option<(u32, u32)>) -> &mut Command {
    if let Some((user, group)) = account {
        command.uid(user).gid(group);
    }
    command
}

fn done(command: &mut Command) -> String {
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A port that nothing listens on now.
fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}
