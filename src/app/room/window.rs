use jiff::{SignedDuration, Timestamp};

use super::Room;
use crate::app::{Code, KeyPress};
use crate::record::Event;

/// The time for which the newest line is highlighted.
const LIT: SignedDuration = SignedDuration::from_secs(2);

/// The interval at which the screen is drawn although nothing has changed.
const REST: SignedDuration = SignedDuration::from_mins(1);

/// Whether the window stays open after a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stay {
    /// The window stays open.
    Here,
    /// The window closes.
    Leave,
}

/// A message to the window on the projector.
#[derive(Clone, Debug)]
pub enum RoomMsg {
    /// A key was pressed.
    Key(KeyPress),
    /// The window was resized: columns, rows.
    Resize(u16, u16),
    /// Events were added to the session.
    Heard(Vec<Event>),
    /// Time passed; nothing else.
    Tick,
}

/// The window on the projector.
#[derive(Clone, Debug)]
pub struct RoomWindow {
    /// The session shown; `None` in a window that only checks the size of its letters.
    pub room: Option<Room>,
    /// The index of the theme; a number beyond the last theme counts on from the first.
    pub theme: usize,
    /// The size of the window: columns, rows.
    pub size: (u16, u16),
    /// Whether the check of the letters' size is shown.
    pub checking: bool,
    /// Whether only the question and the last line are shown, as large as they fit.
    pub large: bool,
    /// Whether highlights are switched off.
    pub still: bool,
    /// The time of the last message.
    pub now: Timestamp,
    came: Option<Timestamp>,
}

impl RoomWindow {
    /// Returns a window that shows this room; without a room, the check of the letters' size.
    pub const fn new(room: Option<Room>, theme: usize, now: Timestamp) -> Self {
        let checking = room.is_none();
        Self { room, theme, size: (80, 24), checking, large: false, still: false, now, came: None }
    }

    /// Handles a message.
    pub fn update(&mut self, msg: RoomMsg, now: Timestamp) -> Stay {
        self.now = now;
        match msg {
            RoomMsg::Key(key) => return self.press(key),
            RoomMsg::Resize(columns, rows) => self.size = (columns, rows),
            RoomMsg::Heard(events) => self.hear(events),
            RoomMsg::Tick => {}
        }
        Stay::Here
    }

    fn hear(&mut self, events: Vec<Event>) {
        let Some(room) = &mut self.room else { return };
        let before = room.newest();
        for event in events {
            room.hear(event);
        }
        if room.newest() > before {
            self.came = Some(self.now);
        }
    }

    fn press(&mut self, key: KeyPress) -> Stay {
        let leaves =
            [KeyPress::ctrl('c'), KeyPress::ctrl('q'), KeyPress::plain(Code::Char('q')), KeyPress::plain(Code::Esc)];
        match key {
            KeyPress { code: Code::Esc, .. } if self.checking && self.room.is_some() => self.checking = false,
            key if leaves.contains(&key) => return Stay::Leave,
            KeyPress { code: Code::Char('t' | 'T'), ctrl: false, alt: false } => {
                self.theme = self.theme.wrapping_add(1);
            }
            KeyPress { code: Code::F(2), .. } => self.checking = !self.checking || self.room.is_none(),
            _ => {}
        }
        Stay::Here
    }

    /// Whether the newest line is highlighted.
    pub fn is_lit(&self) -> bool {
        !self.still && self.lit_for().is_some()
    }

    /// Returns the remaining time of the highlight; `None` if there is none.
    fn lit_for(&self) -> Option<SignedDuration> {
        let since = self.now.duration_since(self.came?).max(SignedDuration::ZERO);
        Some(LIT - since).filter(SignedDuration::is_positive)
    }

    /// Returns the time until the screen has to be drawn again, unless a message comes earlier.
    pub fn rests_for(&self) -> SignedDuration {
        let second = self.room.as_ref().and_then(|room| room.clock(self.now).next_second());
        let lit = self.lit_for().filter(|_| !self.still);
        second.into_iter().chain(lit).min().unwrap_or(REST)
    }
}
