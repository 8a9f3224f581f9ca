//! Lets somebody press keys, and shows which of them arrive.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use super::input::{self, Input};
use super::terminal::{self, TerminalScreen};
use crate::app::KeyCheck;
use crate::ui::{Paint, draw_key_check};

/// The time without a key after which the check ends by itself: where no key arrives, q does not arrive either.
const SILENCE: Duration = Duration::from_secs(60);

/// The time between two looks at whether the terminal is gone.
const LOOK: Duration = Duration::from_secs(1);

/// Takes the terminal, marks the keys that arrive until `q` or a minute of silence, and gives the terminal back.
pub fn check_keys(paint: &Paint) -> Result<KeyCheck> {
    let mut screen = TerminalScreen::take().context("this terminal cannot be drawn on")?;
    let (sender, inputs) = channel();
    input::watch_signals(sender.clone()).context("signals cannot be watched")?;
    input::watch_terminal(sender, None);
    let mut check = KeyCheck::default();
    let mut heard = Instant::now();
    while heard.elapsed() < SILENCE && !terminal::is_gone() {
        screen.draw(|frame| draw_key_check(&check, paint, frame)).context("the screen could not be drawn")?;
        match inputs.recv_timeout(LOOK) {
            Ok(Input::Key(key)) => {
                heard = Instant::now();
                if check.press(key) {
                    break;
                }
            }
            Ok(Input::Resize(..)) => screen.start_afresh().context("the screen could not be drawn")?,
            Ok(Input::Paste(_) | Input::Mouse(..) | Input::Report(_) | Input::Background(_) | Input::Answered)
            | Err(RecvTimeoutError::Timeout) => {}
            Ok(Input::Signal(_) | Input::Gone) | Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    Ok(check)
}
