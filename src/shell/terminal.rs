//! Takes the terminal, and gives it back in every case.

use std::io::{self, IsTerminal, Stdout, Write, stdout};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture, KeyboardEnhancementFlags,
    PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use crossterm::style::Print;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use crate::record::text::plain;

/// Whether the terminal is taken; the panic hook reads this too.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether the terminal is gone: its window or its connection was closed.
static GONE: AtomicBool = AtomicBool::new(false);
/// Whether the terminal was asked to send keys by the keyboard protocol; the panic hook reads this too.
static PROTOCOL: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// The terminal as an output that accepts bytes only while the terminal is taken.
///
/// After the window of the terminal was closed every write fails, and no message can be shown. So a failed write
/// returns no error; the main loop calls [`is_gone`] and ends. Output after the terminal was given back is dropped.
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

/// Ignores an error of drawing if the terminal is gone: when the window is closed, even reading its size fails.
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

type DrawnTerminal = Terminal<CrosstermBackend<Surface>>;

/// The terminal, which stays taken until this value is dropped.
pub struct TerminalScreen {
    terminal: DrawnTerminal,
    size: (u16, u16),
    /// Whether the terminal reports the mouse.
    mouse: bool,
    /// Whether the terminal sends keys by the keyboard protocol.
    protocol: bool,
}

impl TerminalScreen {
    /// Takes the terminal: switches to raw keys, the alternate screen and bracketed paste.
    pub fn take() -> io::Result<Self> {
        HOOK.call_once(give_back_on_panic);
        enter()?;
        let (terminal, size) = whole_terminal().inspect_err(|_| give_back())?;
        Ok(Self { terminal, size, mouse: false, protocol: false })
    }

    /// Returns the columns and rows of the screen, as they were when it was taken or drawn afresh.
    pub const fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Draws a frame; does nothing when the terminal is gone.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let drawn = self.terminal.draw(render).map(|_| ());
        unless_no_terminal(drawn)
    }

    /// Lets the terminal report the mouse, or leaves the mouse to it, for selecting text.
    pub fn use_mouse(&mut self, mouse: bool) -> io::Result<()> {
        if self.mouse == mouse {
            return Ok(());
        }
        self.mouse = mouse;
        if mouse {
            execute!(Surface(stdout()), EnableMouseCapture)
        } else {
            execute!(Surface(stdout()), DisableMouseCapture)
        }
    }

    /// Asks the terminal for the colour of its background, and then what kind of terminal it is. Every terminal answers
    /// the second question, so its answer says that the first gets none.
    pub fn ask_background(&mut self) -> io::Result<()> {
        execute!(Surface(stdout()), Print(WHAT_IS_BEHIND))
    }

    /// Lets the terminal send keys by the keyboard protocol, in which every key is told apart; only for a terminal that
    /// has said that it can.
    pub fn use_keyboard_protocol(&mut self) -> io::Result<()> {
        self.protocol = true;
        PROTOCOL.store(true, Ordering::SeqCst);
        let flags = KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES;
        execute!(Surface(stdout()), PushKeyboardEnhancementFlags(flags))
    }

    /// Takes the terminal again after it was given back.
    pub fn retake(&mut self) -> io::Result<()> {
        enter()?;
        if self.protocol {
            self.use_keyboard_protocol()?;
        }
        // The mouse was given back with the terminal; the next frame takes it again.
        self.mouse = false;
        self.start_afresh()
    }

    /// Forgets what is on the screen, so that the next frame draws everything.
    ///
    /// This is needed for a window that shrinks and grows again between two frames: it has the same size, but has lost
    /// its content.
    pub fn start_afresh(&mut self) -> io::Result<()> {
        // The backend is not used for clearing, because it would ask the terminal for the position of the cursor, and
        // the answer would go to the thread that reads keys.
        execute!(Surface(stdout()), Clear(ClearType::All))?;
        let afresh = whole_terminal();
        unless_no_terminal(afresh.map(|(terminal, size)| (self.terminal, self.size) = (terminal, size)))
    }
}

/// Returns the whole terminal to draw on, with its columns and rows. It would ask for its size before every frame otherwise,
/// and open a file for that; whoever draws on it hears of every change, and draws afresh.
fn whole_terminal() -> io::Result<(DrawnTerminal, (u16, u16))> {
    let (columns, rows) = crossterm::terminal::size()?;
    let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
    let terminal = Terminal::with_options(CrosstermBackend::new(Surface(stdout())), TerminalOptions { viewport })?;
    Ok((terminal, (columns, rows)))
}

/// The columns and rows of the terminal; `None` where there is none, or where it does not tell.
pub fn size() -> Option<(u16, u16)> {
    crossterm::terminal::size().ok().filter(|(columns, rows)| *columns > 0 && *rows > 0)
}

/// Whether standard output is a terminal.
pub(super) fn is_terminal() -> bool {
    stdout().is_terminal()
}

/// The number of columns of standard output; `None` when standard output is no terminal.
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
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, Print(WHEEL_IS_NO_ARROW))
        .inspect_err(|_| give_back())
}

/// Asks the terminal not to send arrow keys for the wheel on the alternate screen: an idle notch would walk through what
/// was said. The mode is saved before, for terminals that can (xterm's mode 1007).
const WHEEL_IS_NO_ARROW: &str = "\x1b[?1007s\x1b[?1007l";

/// Turns the mode on, as terminals have it that cannot save it, then restores what was saved.
const WHEEL_AS_BEFORE: &str = "\x1b[?1007h\x1b[?1007r";

/// The dynamic colour 11 (ended with BEL, as every terminal takes it) and the primary device attributes.
const WHAT_IS_BEHIND: &str = "\x1b]11;?\x07\x1b[c";

/// The size of the terminal; `None` if it is equal to `known`. This is needed because a change right at the start, or
/// one of many in a row, may come without an event.
pub(super) fn size_unless(known: (u16, u16)) -> Option<(u16, u16)> {
    crossterm::terminal::size().ok().filter(|size| *size != known)
}

/// Gives the terminal back as it was; does nothing when it is not taken.
pub(super) fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // Errors are ignored: the terminal may be gone, and no message can be shown. The protocol ends before the
        // alternate screen does, because a terminal keeps it for each of its screens.
        if PROTOCOL.swap(false, Ordering::SeqCst) {
            let _ = execute!(stdout(), PopKeyboardEnhancementFlags);
        }
        let _ = execute!(
            stdout(),
            DisableMouseCapture,
            DisableBracketedPaste,
            Print(WHEEL_AS_BEFORE),
            LeaveAlternateScreen,
            cursor::Show
        );
        let _ = disable_raw_mode();
    }
}

/// Asks the terminal to put a text on the clipboard. This also works over a remote connection, if the terminal allows
/// it.
pub(super) fn copy(text: &str) -> io::Result<()> {
    execute!(stdout(), CopyToClipboard::to_clipboard_from(plain(text)))
}

fn give_back_on_panic() {
    std::panic::set_hook(Box::new(move |info| {
        give_back();
        // Control characters are removed, because the message may quote typed text.
        let _ = writeln!(io::stderr(), "{}", plain(&info.to_string()));
    }));
}
