//! The question to the terminal whether it is light or dark, while it is open.

use std::io::{self, IsTerminal, stdin};
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use super::input::Input;
use super::terminal::TerminalScreen;

/// The maximum time that the terminal has for its answers. One that comes later is taken in all the same; only then the
/// program does not know that it is on its way.
const PATIENCE: Duration = Duration::from_millis(250);

/// Terminals that say nothing about their background: asking them can only do harm.
const SILENT: &[&str] = &["", "dumb", "linux", "cons25", "emacs", "eterm", "vt52", "vt100", "vt102", "vt220", "vt320"];

/// Until when answers of the terminal may come; closed when none are awaited.
#[derive(Debug, Default)]
pub(super) struct BackgroundQuestion {
    until: Option<Instant>,
}

impl BackgroundQuestion {
    /// Asks the terminal, if it is one that may answer.
    pub(super) fn ask(screen: &mut TerminalScreen) -> io::Result<Self> {
        let terminal = std::env::var("TERM").unwrap_or_default();
        // GNU screen says at once what it is, hands the other question on, and the answer back to whichever window has the
        // keys by then.
        let in_screen = std::env::var_os("STY").is_some();
        if !cfg!(unix) || !stdin().is_terminal() || in_screen || SILENT.contains(&terminal.as_str()) {
            return Ok(Self::default());
        }
        screen.ask_background()?;
        Ok(Self { until: Some(Instant::now() + PATIENCE) })
    }

    /// Until when answers may come.
    pub(super) const fn until(&self) -> Option<Instant> {
        self.until
    }

    /// Closes the question: nothing more is awaited.
    pub(super) const fn close(&mut self) {
        self.until = None;
    }

    /// Waits for answers that are still on their way, before the terminal is given back: the shell would take them for
    /// typed text.
    pub(super) fn wait_out(&mut self, inputs: &Receiver<Input>) {
        while let Some(until) = self.until {
            let left = until.saturating_duration_since(Instant::now());
            match inputs.recv_timeout(left) {
                Ok(Input::Answered | Input::Gone) | Err(_) => self.close(),
                Ok(_) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn an_answer_that_is_still_to_come_is_waited_for_and_no_other_input_ends_the_waiting() {
        let (sender, inputs) = channel();
        let mut question = BackgroundQuestion { until: Some(Instant::now() + Duration::from_secs(60)) };
        sender.send(Input::Resize(80, 24)).unwrap();
        sender.send(Input::Answered).unwrap();
        question.wait_out(&inputs);
        assert!(question.until().is_none() && inputs.try_recv().is_err(), "everything up to the answer was taken");
    }

    #[test]
    fn nothing_is_waited_for_longer_than_the_terminal_has_time() {
        let (sender, inputs) = channel();
        let began = Instant::now();
        BackgroundQuestion { until: Some(began) }.wait_out(&inputs);
        BackgroundQuestion::default().wait_out(&inputs);
        drop(sender);
        BackgroundQuestion { until: Some(began + Duration::from_secs(60)) }.wait_out(&inputs);
        assert!(began.elapsed() < Duration::from_secs(30));
    }
}
