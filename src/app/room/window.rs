use jiff::{SignedDuration, Timestamp};

use super::Room;
use crate::app::{Code, KeyPress};
use crate::record::Event;

/// How long the newest line is highlighted.
const LIT: SignedDuration = SignedDuration::from_secs(2);

/// The interval at which the screen is drawn again while nothing moves.
const REST: SignedDuration = SignedDuration::from_mins(1);

/// Whether the window stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stay {
    /// It does.
    Here,
    /// Somebody left.
    Leave,
}

/// What can happen to the window on the projector.
#[derive(Clone, Debug)]
pub enum RoomMsg {
    /// A key was pressed.
    Key(KeyPress),
    /// The window has another size: columns, rows.
    Resize(u16, u16),
    /// The session has grown.
    Heard(Vec<Event>),
    /// Time passed; nothing else.
    Tick,
}

/// The window on the projector.
#[derive(Clone, Debug)]
pub struct RoomWindow {
    /// What it shows; nothing when only the size of its letters is looked at.
    pub room: Option<Room>,
    /// Which of the themes it has; counted on without end.
    pub theme: usize,
    /// Columns and rows.
    pub size: (u16, u16),
    /// Whether the size of the letters is looked at.
    pub checking: bool,
    /// Whether nothing is shown but the question and the last line, as large as they go.
    pub large: bool,
    /// Whether nothing is ever highlighted for a moment.
    pub still: bool,
    /// The time of what happened last.
    pub now: Timestamp,
    came: Option<Timestamp>,
}

impl RoomWindow {
    /// A window that shows this room, or the size of its letters where there is none.
    pub const fn new(room: Option<Room>, theme: usize, now: Timestamp) -> Self {
        let checking = room.is_none();
        Self { room, theme, size: (80, 24), checking, large: false, still: false, now, came: None }
    }

    /// Lets something happen.
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

    /// How much longer it is highlighted.
    fn lit_for(&self) -> Option<SignedDuration> {
        let since = self.now.duration_since(self.came?).max(SignedDuration::ZERO);
        Some(LIT - since).filter(SignedDuration::is_positive)
    }

    /// The time until the screen has to be drawn again, if nothing happens until then.
    pub fn rests_for(&self) -> SignedDuration {
        let second = self.room.as_ref().and_then(|room| room.clock(self.now).next_second());
        let lit = self.lit_for().filter(|_| !self.still);
        second.into_iter().chain(lit).min().unwrap_or(REST)
    }
}
