//! Taking the terminal and giving it back, whatever happens in between.

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

/// Whether the terminal is ours right now; shared with the panic hook.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether there is no terminal any more: its window was closed, or the connection to it.
static GONE: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// What is drawn on: the terminal while it is ours.
///
/// Once its window is closed every write fails. Nobody is left who could be told, so nothing fails here; the loop asks
/// [`is_gone`] and ends. A frame that is under way when the terminal is given back goes nowhere.
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

/// Even to ask how large a window is fails when it is closed.
fn unless_no_terminal(drawn: io::Result<()>) -> io::Result<()> {
    if drawn.is_err() && !stdout().is_terminal() {
        GONE.store(true, Ordering::SeqCst);
        return Ok(());
    }
    drawn
}

/// Whether there is no terminal any more to draw on.
pub(super) fn is_gone() -> bool {
    GONE.load(Ordering::SeqCst)
}

/// The terminal, ours until this value is dropped.
pub struct TerminalScreen {
    terminal: Terminal<CrosstermBackend<Surface>>,
}

impl TerminalScreen {
    /// Takes the terminal: raw keys, a screen of our own, pastes in one piece.
    pub fn take() -> io::Result<Self> {
        HOOK.call_once(give_back_on_panic);
        enter()?;
        let terminal = Terminal::new(CrosstermBackend::new(Surface(stdout()))).inspect_err(|_| give_back())?;
        Ok(Self { terminal })
    }

    /// Draws a frame; nothing, once there is no terminal any more.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let drawn = self.terminal.draw(render).map(|_| ());
        unless_no_terminal(drawn)
    }

    /// Takes the terminal again after it was given back for a while.
    pub fn retake(&mut self) -> io::Result<()> {
        enter()?;
        self.start_afresh()
    }

    /// Forgets what is on the screen, so that the next frame draws everything.
    ///
    /// A window that shrinks and grows again in between two frames has the size it had, and no longer what was on it.
    pub fn start_afresh(&mut self) -> io::Result<()> {
        // Clearing the old surface would ask the terminal where its cursor is, and the answer would go to the thread
        // that reads keys.
        execute!(Surface(stdout()), Clear(ClearType::All))?;
        let afresh = Terminal::new(CrosstermBackend::new(Surface(stdout())));
        unless_no_terminal(afresh.map(|terminal| self.terminal = terminal))
    }
}

/// How many columns the terminal has that is printed to; nothing when it is none.
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

/// The size of the terminal, when it is not this one: a change right at the start, or in a storm, can go untold.
pub(super) fn size_unless(known: (u16, u16)) -> Option<(u16, u16)> {
    crossterm::terminal::size().ok().filter(|size| *size != known)
}

/// Gives the terminal back as it was; harmless when it is not ours.
pub(super) fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // The terminal may be gone already (a closed window); there is nobody left to tell.
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
        // It may quote what somebody typed.
        let _ = writeln!(io::stderr(), "{}", plain(&info.to_string()));
    }));
}
