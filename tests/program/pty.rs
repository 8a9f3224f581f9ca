//! The real program in a real (pseudo) terminal; judged by the screen it leaves, never by the bytes it sends.

use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long a screen may take to say what is awaited; generous, because two cores may be busy.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Pty {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    parser: Arc<Mutex<vt100::Parser>>,
    /// All bytes of the program so far.
    sent: Arc<Mutex<Vec<u8>>>,
}

impl Pty {
    /// Starts the program with these arguments in this workspace.
    pub(crate) fn start(workspace: &Path, arguments: &[&str]) -> Self {
        Self::start_sized(workspace, arguments, 80, 24)
    }

    pub(crate) fn start_sized(workspace: &Path, arguments: &[&str], columns: u16, rows: u16) -> Self {
        let program = Path::new(env!("CARGO_BIN_EXE_adjacent"));
        Self::start_program(program, workspace, arguments, columns, rows)
    }

    /// The program in a terminal where somebody asked for no colour.
    pub(crate) fn start_without_colour(workspace: &Path) -> Self {
        let program = Path::new(env!("CARGO_BIN_EXE_adjacent"));
        Self::start_in(program, workspace, &[], (80, 24), &[("NO_COLOR", "1"), ("COLORTERM", "truecolor")])
    }

    /// The colour behind the text in the last row, where nothing stands out.
    pub(crate) fn ground(&self) -> vt100::Color {
        let parser = self.parser.lock().unwrap();
        let screen = parser.screen();
        let (rows, columns) = screen.size();
        screen.cell(rows - 1, columns - 1).unwrap().bgcolor()
    }

    /// Whether any cell of the screen has a colour.
    pub(crate) fn has_colour(&self) -> bool {
        let parser = self.parser.lock().unwrap();
        let screen = parser.screen();
        let (rows, columns) = screen.size();
        let cells = (0..rows).flat_map(|row| (0..columns).filter_map(move |column| screen.cell(row, column)));
        let default = vt100::Color::Default;
        cells.into_iter().any(|cell| cell.fgcolor() != default || cell.bgcolor() != default)
    }

    pub(crate) fn start_program(program: &Path, workspace: &Path, arguments: &[&str], columns: u16, rows: u16) -> Self {
        Self::start_in(program, workspace, arguments, (columns, rows), &[("COLORTERM", "truecolor")])
    }

    /// The program with more in its environment.
    pub(crate) fn start_with(workspace: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let program = Path::new(env!("CARGO_BIN_EXE_adjacent"));
        Self::start_in(program, workspace, arguments, (80, 24), environment)
    }

    fn start_in(
        program: &Path,
        workspace: &Path,
        arguments: &[&str],
        (columns, rows): (u16, u16),
        environment: &[(&str, &str)],
    ) -> Self {
        let pty = native_pty_system().openpty(size(columns, rows)).unwrap();
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        command.env("TZ", "UTC");
        command.env("ADJACENT_DIR", workspace);
        command.env("TERM", "xterm-256color");
        command.env("USER", "noor");
        // The settings and themes of whoever runs the tests change nothing in them.
        command.env("ADJACENT_CONFIG", "");
        command.env("XDG_CONFIG_HOME", workspace.join("own"));
        for (name, value) in environment {
            command.env(name, value);
        }
        command.cwd(workspace);
        command.args(arguments);
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let parser = Arc::new(Mutex::new(vt100::Parser::new(rows, columns, 0)));
        let mut reader = pty.master.try_clone_reader().unwrap();
        let (screen, all) = (Arc::clone(&parser), Arc::new(Mutex::new(Vec::new())));
        let sent = Arc::clone(&all);
        thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(count) = reader.read(&mut bytes) {
                if count == 0 {
                    return;
                }
                sent.lock().unwrap().extend_from_slice(&bytes[..count]);
                screen.lock().unwrap().process(&bytes[..count]);
            }
        });
        let writer = pty.master.take_writer().unwrap();
        Self { master: pty.master, child, writer, parser, sent: all }
    }

    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        self
    }

    /// Bytes that need not be whole characters.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.writer.write_all(bytes).unwrap();
        self.writer.flush().unwrap();
        self
    }

    /// A line and Enter.
    pub(crate) fn says(&mut self, line: &str) -> &mut Self {
        self.keys(line).keys("\r")
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.parser.lock().unwrap().screen_mut().set_size(rows, columns);
        self.master.resize(size(columns, rows)).unwrap();
        self
    }

    pub(crate) fn screen(&self) -> String {
        self.parser.lock().unwrap().screen().contents()
    }

    /// Whether the program has sent these bytes to the terminal.
    pub(crate) fn was_sent(&self, sequence: &str) -> bool {
        self.sent.lock().unwrap().windows(sequence.len()).any(|window| window == sequence.as_bytes())
    }

    /// Everything that the program has sent to the terminal, as text.
    pub(crate) fn sent(&self) -> String {
        String::from_utf8_lossy(&self.sent.lock().unwrap()).into_owned()
    }

    /// Waits until the screen shows this.
    #[track_caller]
    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        self.waits_until(&format!("sees {text:?}"), |pty| pty.screen().contains(text))
    }

    #[track_caller]
    pub(crate) fn waits_until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) -> &mut Self {
        self.waits_longer_until(what, PATIENCE, holds)
    }

    /// The same for what takes as long as this.
    #[track_caller]
    pub(crate) fn waits_longer_until(
        &mut self,
        what: &str,
        patience: Duration,
        holds: impl Fn(&Self) -> bool,
    ) -> &mut Self {
        assert!(self.comes_to(patience, holds), "never {what}; the screen is:\n{}", self.screen());
        self
    }

    /// Whether this holds within a time.
    pub(crate) fn comes_to(&self, patience: Duration, holds: impl Fn(&Self) -> bool) -> bool {
        let began = Instant::now();
        while !holds(self) {
            if began.elapsed() > patience {
                return false;
            }
            thread::sleep(Duration::from_millis(5));
        }
        true
    }

    /// Whether the program has the screen to itself.
    pub(crate) fn is_on_its_own_screen(&self) -> bool {
        self.parser.lock().unwrap().screen().alternate_screen()
    }

    /// Whether the screen is as a shell wants it: the usual one, with a cursor, pastes as they come.
    #[track_caller]
    pub(crate) fn is_given_back(&mut self) -> &mut Self {
        self.waits_until("given back", |pty| {
            let parser = pty.parser.lock().unwrap();
            let screen = parser.screen();
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        })
    }

    /// The settings of the terminal's line, as `stty -a` would tell them.
    pub(crate) fn line_settings(&self) -> String {
        format!("{:?}", self.master.get_termios().unwrap())
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Sends a signal by its name.
    pub(crate) fn signal(&mut self, name: &str) -> &mut Self {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([&format!("-{name}"), &pid]).status().unwrap().success());
        self
    }

    /// Whether the system holds the program stopped.
    pub(crate) fn is_stopped(&self) -> bool {
        let pid = self.child.process_id().unwrap();
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        status.lines().any(|line| line.starts_with("State:") && line.contains('T'))
    }

    #[track_caller]
    pub(crate) fn ends(&mut self) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(began.elapsed() < PATIENCE, "never ends; the screen is:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // A test that fails must not leave a program behind; one that ended has nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}
