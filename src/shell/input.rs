//! The threads that wait for inputs.

use std::sync::mpsc::{SendError, Sender};
use std::thread;
use std::time::Instant;

use crossterm::event::{
    Event as TerminalEvent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind, poll, read,
};

use self::assembler::{Assembler, TerminalAnswer};
use crate::app::{Code, KeyPress};
use crate::theme::Background;

mod assembler;
#[cfg(unix)]
mod early;

/// An input from outside the program.
#[derive(Debug)]
pub(super) enum Input {
    /// A key was pressed.
    Key(KeyPress),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something at this cell: column, row.
    Mouse(MouseAct, (u16, u16)),
    /// The window has another size.
    Resize(u16, u16),
    /// Background work has a result.
    Report(Box<crate::app::Msg>),
    /// The system asks the program to end, stop or continue.
    #[cfg_attr(not(unix), allow(dead_code, reason = "only where there are signals"))]
    Signal(Signal),
    /// The terminal has answered what its background is.
    Background(Background),
    /// The terminal has answered all it was asked, or is not waited for any longer.
    Answered,
    /// The terminal is gone.
    Gone,
}

/// What was read from the terminal: the events that are complete, and the answers between them.
struct TerminalInput {
    events: Vec<TerminalEvent>,
    answers: Vec<TerminalAnswer>,
}

impl TerminalInput {
    /// Sends everything on; an error when nobody listens any more.
    fn send(self, sender: &Sender<Input>) -> Result<(), SendError<Input>> {
        let answers = self.answers.into_iter().map(|answer| match answer {
            TerminalAnswer::Background(background) => Input::Background(background),
            TerminalAnswer::Kind => Input::Answered,
        });
        answers.chain(self.events.into_iter().filter_map(translate)).try_for_each(|input| sender.send(input))
    }
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MouseAct {
    /// The wheel was turned up.
    WheelUp,
    /// The wheel was turned down.
    WheelDown,
    /// The left button was pressed.
    Press,
}

/// A request of the system to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(unix), allow(dead_code, reason = "other systems send no signals"))]
pub(super) enum Signal {
    /// End at once.
    End,
    /// Stop until the system continues the program.
    Stop,
    /// Continue.
    GoOn,
}

/// Reads the terminal in a thread of its own. A terminal that was asked something has until this moment to answer.
pub(super) fn watch_terminal(sender: Sender<Input>, answers_until: Option<Instant>) {
    thread::spawn(move || {
        if matches!(read_terminal(&sender, answers_until), Err(ReadingEnd::Gone)) {
            // Whoever listened has gone too when this fails.
            let _ = sender.send(Input::Gone);
        }
    });
}

/// Why the terminal is not read any longer.
enum ReadingEnd {
    /// The terminal is gone.
    Gone,
    /// Nobody listens any more.
    Unheard,
}

fn read_terminal(sender: &Sender<Input>, answers_until: Option<Instant>) -> Result<(), ReadingEnd> {
    let mut assembler = Assembler::default();
    if let Some(until) = answers_until {
        await_answers(&mut assembler, sender, until)?;
        sender.send(Input::Answered).map_err(|_| ReadingEnd::Unheard)?;
    }
    loop {
        let events = next_events(&mut assembler).map_err(|_| ReadingEnd::Gone)?;
        TerminalInput { events, answers: assembler.answers() }.send(sender).map_err(|_| ReadingEnd::Unheard)?;
    }
}

#[cfg(unix)]
fn await_answers(assembler: &mut Assembler, sender: &Sender<Input>, until: Instant) -> Result<(), ReadingEnd> {
    let hand_on = |events, answers| TerminalInput { events, answers }.send(sender).is_ok();
    match early::read_until_answered(assembler, until, hand_on) {
        Ok(true) => Ok(()),
        Ok(false) => Err(ReadingEnd::Unheard),
        Err(_) => Err(ReadingEnd::Gone),
    }
}

/// Does nothing on systems where no terminal is asked.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
fn await_answers(_: &mut Assembler, _: &Sender<Input>, _: Instant) -> Result<(), ReadingEnd> {
    Ok(())
}

/// Waits for the next event of the terminal, or until what is incomplete is not waited for any longer; returns what is
/// complete then.
fn next_events(assembler: &mut Assembler) -> std::io::Result<Vec<TerminalEvent>> {
    match assembler.patience() {
        Some(patience) if !poll(patience)? => Ok(assembler.expire()),
        _ => Ok(match read()? {
            TerminalEvent::Key(key) if key.kind == KeyEventKind::Release => Vec::new(),
            event => assembler.take(event),
        }),
    }
}

/// Waits for signals in a thread of its own.
#[cfg(unix)]
pub(super) fn watch_signals(sender: Sender<Input>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};

    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let signal = match signal {
                SIGTSTP => Signal::Stop,
                SIGCONT => Signal::GoOn,
                SIGQUIT => return quit_here(),
                _ => Signal::End,
            };
            if sender.send(Input::Signal(signal)).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// Does nothing on systems without signals: there, a closed window ends the program, and Ctrl-C is an ordinary key.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, clippy::needless_pass_by_value, reason = "elsewhere it can fail and keeps it")]
pub(super) fn watch_signals(_: Sender<Input>) -> std::io::Result<()> {
    Ok(())
}

/// Stops the program as the default signal handler does; returns when the program is continued.
#[cfg(unix)]
pub(super) fn stop_here() {
    // If this fails, the program continues.
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

/// Returns at once on systems without signals, where a program cannot be stopped.
#[cfg(not(unix))]
pub(super) const fn stop_here() {}

/// Gives the terminal back, and ends the program as the default signal handler does.
#[cfg(unix)]
fn quit_here() {
    super::terminal::give_back();
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGQUIT);
}

fn translate(event: TerminalEvent) -> Option<Input> {
    match event {
        TerminalEvent::Key(key) => translate_key(key).map(Input::Key),
        TerminalEvent::Paste(text) => Some(Input::Paste(text)),
        TerminalEvent::Resize(columns, rows) => Some(Input::Resize(columns, rows)),
        TerminalEvent::Mouse(mouse) => {
            let act = match mouse.kind {
                MouseEventKind::ScrollUp => MouseAct::WheelUp,
                MouseEventKind::ScrollDown => MouseAct::WheelDown,
                MouseEventKind::Down(MouseButton::Left) => MouseAct::Press,
                _ => return None,
            };
            Some(Input::Mouse(act, (mouse.column, mouse.row)))
        }
        _ => None,
    }
}

fn translate_key(key: KeyEvent) -> Option<KeyPress> {
    let held = |modifier| key.modifiers.contains(modifier);
    if let KeyCode::Char(c) = key.code
        && held(KeyModifiers::CONTROL)
        && let Some(code) = same_event(c)
    {
        return Some(KeyPress { code, ctrl: matches!(code, Code::Char(_)), alt: held(KeyModifiers::ALT) });
    }
    let code = match key.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Esc => Code::Esc,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    Some(KeyPress { code, ctrl: held(KeyModifiers::CONTROL), alt: held(KeyModifiers::ALT) })
}

/// Returns the key that most terminals send for Ctrl and this character, because both are one byte there. A terminal with
/// the keyboard protocol tells them apart, and they mean the same in every terminal all the same.
const fn same_event(c: char) -> Option<Code> {
    match c {
        // Ctrl-J is the keypad's Enter in several terminals, and Enter on some serial lines.
        'j' | 'm' => Some(Code::Enter),
        'i' => Some(Code::Tab),
        '[' | '3' => Some(Code::Esc),
        '8' => Some(Code::Backspace),
        '2' | '@' => Some(Code::Char(' ')),
        '\\' => Some(Code::Char('4')),
        ']' => Some(Code::Char('5')),
        '^' => Some(Code::Char('6')),
        '/' | '_' | '-' => Some(Code::Char('7')),
        _ => None,
    }
}
