//! What the two windows show, as text and as looks.

use adjacent::app::room::RoomWindow;
use adjacent::ui::{self, Paint};
use ratatui::buffer::Buffer;

use crate::drawn::{drawn, text};
use crate::hour::stage::Stage;

/// One of the two windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Window {
    Console,
    Room,
}

impl Window {
    pub(crate) const BOTH: [Self; 2] = [Self::Console, Self::Room];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Console => "console",
            Self::Room => "room",
        }
    }

    /// What it shows now in so many columns and rows; nothing while it is not open.
    pub(crate) fn drawn(self, stage: &Stage, size: (u16, u16), paint: &Paint) -> Option<Buffer> {
        match self {
            Self::Console => Some(drawn(size, |frame| ui::draw(&stage.model, paint, frame))),
            Self::Room => Some(room(stage.window.as_ref()?, size, paint)),
        }
    }
}

/// What a window of the room shows in so many columns and rows.
pub(crate) fn room(window: &RoomWindow, size: (u16, u16), paint: &Paint) -> Buffer {
    let mut window = window.clone();
    window.size = size;
    drawn(size, |frame| ui::room::draw(&window, paint, frame))
}

/// The text of a frame in one line of lower-case words, however they were broken.
pub(crate) fn words(buffer: &Buffer) -> String {
    squeezed(&text(buffer))
}

/// A text in one line of lower-case words.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
