use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::audience::Room;
use super::order::{SceneKey, SceneOrder, WorkedContent, WorkedScene};
use super::picture::RoomPicture;
use crate::app::phones::{PhoneCode, PhonesBoard};
use crate::app::{Code, KeyPress};
use crate::graph::Ledger;
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
    /// The sessions that this one builds on have grown; holds their sum.
    Base(Box<Ledger>),
    /// What is shown about phones; `None` where there is no page.
    Phones(Option<PhonesBoard>),
    /// What was ordered from a thread of the shell is worked out.
    Worked(Box<WorkedScene>),
    /// Time passed; nothing else.
    Tick,
}

/// The window on the projector.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own, and none excludes another")]
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
    /// Whether the screen is drawn in ASCII, without lines, blocks and arrows.
    pub ascii: bool,
    /// The time of the last message.
    pub now: Timestamp,
    /// The number of rows that are taken by title, clock, foot and, where the window has one, the entry line.
    pub taken: u16,
    /// What is shown about phones, with the code of their page; `None` while there is none.
    pub phones: Option<(PhonesBoard, Option<PhoneCode>)>,
    came: Option<Timestamp>,
    worked: Option<Box<WorkedScene>>,
    /// What was ordered last.
    ordered: Option<SceneKey>,
}

/// The rows for title and clock, and for the foot.
const HEAD_AND_FOOT: u16 = 2;

/// The rows that are taken where the entry line is in the same window.
const WITH_ENTRY_LINE: u16 = 6;

impl RoomWindow {
    /// Returns a window that shows this room; without a room, the check of the letters' size.
    pub const fn new(room: Option<Room>, theme: usize, now: Timestamp) -> Self {
        let checking = room.is_none();
        Self {
            room,
            theme,
            size: (80, 24),
            checking,
            large: false,
            still: false,
            ascii: false,
            now,
            taken: HEAD_AND_FOOT,
            phones: None,
            came: None,
            worked: None,
            ordered: None,
        }
    }

    /// Leaves room for the entry line of the one window for everybody, with what stands around it.
    #[must_use]
    pub(in crate::app) const fn above_entry_line(mut self) -> Self {
        self.taken = WITH_ENTRY_LINE;
        self
    }

    /// Handles a message.
    pub fn update(&mut self, msg: RoomMsg, now: Timestamp) -> Stay {
        self.now = now;
        match msg {
            RoomMsg::Key(key) => return self.press(key),
            RoomMsg::Resize(columns, rows) => self.size = (columns, rows),
            RoomMsg::Heard(events) => self.hear(events),
            RoomMsg::Base(base) => {
                if let Some(room) = &mut self.room {
                    room.build_on(*base);
                }
            }
            RoomMsg::Phones(board) => self.tell_of_phones(board.as_ref()),
            RoomMsg::Worked(worked) => self.take_in(worked),
            RoomMsg::Tick => {}
        }
        Stay::Here
    }

    /// Takes in what is shown about phones.
    pub(in crate::app) fn tell_of_phones(&mut self, board: Option<&PhonesBoard>) {
        let shown = self.phones.take();
        self.phones = board.map(|board| match shown {
            Some((before, code)) if before.address == board.address => (board.clone(), code),
            _ => (board.clone(), PhoneCode::of(&board.address)),
        });
    }

    fn hear(&mut self, events: Vec<Event>) {
        let Some(room) = &mut self.room else { return };
        let before = room.newest().map(|(seq, says)| (seq, says.to_owned()));
        for event in events {
            room.hear(event);
        }
        let before = before.as_ref().map(|(seq, says)| (*seq, says.as_str()));
        // A newest line that reads otherwise now is new too; where it is gone, an earlier one is not.
        if room.newest() != before && room.newest().map(|(seq, _)| seq) >= before.map(|(seq, _)| seq) {
            self.came = Some(self.now);
        }
    }

    /// Returns what has to be worked out for the present view, once; `None` if nothing has. An order makes the earlier
    /// ones old, so that their work can be stopped.
    pub fn order(&mut self) -> Option<SceneOrder> {
        let room = self.room.as_ref()?;
        let view = room.view_to_work_out()?.clone();
        let key = SceneKey { view, upto: room.changed(), grown: room.grown(), space: self.space_for_picture() };
        if self.ordered.as_ref() == Some(&key) {
            return None;
        }
        let before = self.picture_of(&key);
        let order = room.order(key.clone(), before);
        self.ordered = Some(key);
        Some(order)
    }

    /// Returns the picture that stands, if it is of the same view and space, so that it can grow.
    fn picture_of(&self, key: &SceneKey) -> Option<Arc<RoomPicture>> {
        let worked = self.worked.as_ref()?;
        let grows = worked.key.view.is_about_the_same_as(&key.view) && worked.key.space == key.space;
        // Another part of the whole map is another picture.
        let grows = grows && (worked.key.view == key.view || !key.view.is_whole_map());
        match &worked.content {
            WorkedContent::Picture(picture) if grows => Some(Arc::clone(picture)),
            _ => None,
        }
    }

    fn take_in(&mut self, worked: Box<WorkedScene>) {
        if let WorkedContent::Picture(picture) = &worked.content
            && picture.has_news()
        {
            self.came = Some(self.now);
        }
        self.worked = Some(worked);
    }

    /// Returns what was worked out for the present view; an older answer until a newer one comes.
    pub fn worked(&self) -> Option<&WorkedContent> {
        let view = self.room.as_ref()?.view_to_work_out()?;
        self.worked.as_ref().filter(|worked| worked.key.view.is_about_the_same_as(view)).map(|worked| &worked.content)
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
