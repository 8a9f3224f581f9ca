//! The threads that wait for inputs.

use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::{
    Event as TerminalEvent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind, poll, read,
};

use self::assembler::Assembler;
use crate::app::{Code, KeyPress};

mod assembler;

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
    /// The terminal is gone.
    Gone,
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

/// Reads the terminal in a thread of its own.
pub(super) fn watch_terminal(sender: Sender<Input>) {
    thread::spawn(move || {
        let mut assembler = Assembler::default();
        loop {
            let Ok(events) = next_events(&mut assembler) else {
                // Whoever listened has gone too when this fails.
                let _ = sender.send(Input::Gone);
                return;
            };
            for input in events.into_iter().filter_map(translate) {
                if sender.send(input).is_err() {
                    return;
                }
            }
        }
    });
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
    let code = match key.code {
        // The keypad's Enter in several terminals, and Enter on some serial lines.
        KeyCode::Char('j') if held(KeyModifiers::CONTROL) => return Some(KeyPress::plain(Code::Enter)),
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
