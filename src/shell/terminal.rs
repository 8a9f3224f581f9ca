//! Takes the terminal, and gives it back in every case.

use std::io::{self, IsTerminal, Stdout, Write, stdout};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::backend::CrosstermBackend;
use ratatui::{Frame, Terminal};

use crate::record::text::plain;

/// Whether the terminal is taken; shared with the panic hook.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether the terminal is gone: its window or its connection was closed.
static GONE: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// The terminal as an output, while it is taken.
///
/// When its window is closed every write fails. Nobody can be told then, so nothing fails here; the loop asks
/// [`is_gone`] and ends. Output of a frame after the terminal was given back is dropped.
#[derive(Debug)]
struct Surface(Stdout);

impl Write for Surface {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !TAKEN.load(Ordering::SeqCst) || GONE.load(Ordering::SeqCst) {
            return Ok(bytes.len());
        }
        self.0.write(bytes).or_else(|error| unless_gone(error, bytes.len()))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush().or_else(|error| unless_gone(error, ()))
    }
}

fn unless_gone<T>(error: io::Error, done: T) -> io::Result<T> {
    if error.kind() == io::ErrorKind::Interrupted || error.kind() == io::ErrorKind::WouldBlock {
        return Err(error);
    }
    GONE.store(true, Ordering::SeqCst);
    Ok(done)
}

/// Even asking for the size fails when the window is closed.
fn unless_no_terminal(drawn: io::Result<()>) -> io::Result<()> {
    if drawn.is_err() && !stdout().is_terminal() {
        GONE.store(true, Ordering::SeqCst);
        return Ok(());
    }
    drawn
}

/// Whether the terminal is gone.
pub(super) fn is_gone() -> bool {
    GONE.load(Ordering::SeqCst)
}

/// The terminal, taken until this value is dropped.
pub struct TerminalScreen {
    terminal: Terminal<CrosstermBackend<Surface>>,
}

impl TerminalScreen {
    /// Takes the terminal: raw keys, the alternate screen, pastes in one piece.
    pub fn take() -> io::Result<Self> {
        HOOK.call_once(give_back_on_panic);
        enter()?;
        let terminal = Terminal::new(CrosstermBackend::new(Surface(stdout()))).inspect_err(|_| give_back())?;
        Ok(Self { terminal })
    }

    /// Draws a frame; does nothing when the terminal is gone.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let drawn = self.terminal.draw(render).map(|_| ());
        unless_no_terminal(drawn)
    }

    /// Takes the terminal again after it was given back.
    pub fn retake(&mut self) -> io::Result<()> {
        enter()?;
        self.start_afresh()
    }

    /// Forgets what is on the screen, so that the next frame draws everything.
    ///
    /// A window that shrinks and grows again between two frames has the same size and has lost its content.
    pub fn start_afresh(&mut self) -> io::Result<()> {
        // Clearing through the backend would ask the terminal for the position of its cursor, and the answer would go
        // to the thread that reads keys.
        execute!(Surface(stdout()), Clear(ClearType::All))?;
        let afresh = Terminal::new(CrosstermBackend::new(Surface(stdout())));
        unless_no_terminal(afresh.map(|terminal| self.terminal = terminal))
    }
}

/// The number of columns of standard output; none when it is no terminal.
pub fn columns() -> Option<u16> {
    let size = stdout().is_terminal().then(crossterm::terminal::size)?;
    size.ok().map(|(columns, _)| columns).filter(|columns| *columns > 0)
}

impl Drop for TerminalScreen {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste).inspect_err(|_| give_back())
}

/// The size of the terminal, if it is not this one. A change right at the start, or one of many, may have no event.
pub(super) fn size_unless(known: (u16, u16)) -> Option<(u16, u16)> {
    crossterm::terminal::size().ok().filter(|size| *size != known)
}

/// Gives the terminal back as it was; does nothing when it is not taken.
pub(super) fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // The terminal may be gone already; nobody can be told.
        let _ = execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let _ = disable_raw_mode();
    }
}

/// Asks the terminal to put a text on the clipboard; this works over a remote connection too, where the terminal allows
/// it.
pub(super) fn copy(text: &str) -> io::Result<()> {
    execute!(stdout(), CopyToClipboard::to_clipboard_from(plain(text)))
}

fn give_back_on_panic() {
    std::panic::set_hook(Box::new(move |info| {
        give_back();
        // The message may quote what somebody typed.
        let _ = writeln!(io::stderr(), "{}", plain(&info.to_string()));
    }));
}
