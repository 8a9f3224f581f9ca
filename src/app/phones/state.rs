use jiff::Timestamp;

use super::board::PhonesBoard;
use super::code::PhoneCode;
use super::page::PhonePage;
use super::question::{PhoneQuestion, QuestionSource};
use super::waiting::WaitingItem;
use crate::app::room::Room;
use crate::record::{Poll, SessionId};

/// The number of earlier questions whose answers are held, so that a count that is taken back has them again.
const EARLIER: usize = 4;

/// Whether phones can open the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PhonesLink {
    /// There is no page.
    #[default]
    Closed,
    /// The server is being started.
    Opening,
    /// The page is there.
    Open {
        /// Its address, with the token of the evening.
        address: String,
        /// The code of the address.
        code: Option<PhoneCode>,
    },
}

/// The phones of the open session. All of it ends with the session and is on no disk.
#[derive(Debug, Default)]
pub struct Phones {
    /// Whether phones can open the page.
    pub link: PhonesLink,
    /// The number of phones that are there now.
    pub present: usize,
    /// What came from phones and waits for whoever writes, the earliest first.
    pub waiting: Vec<WaitingItem>,
    /// The session as the room sees it, from which the page is made.
    pub(super) room: Option<Box<Room>>,
    pub(super) session: Option<SessionId>,
    pub(super) asked: PhoneQuestion,
    pub(super) earlier: Vec<PhoneQuestion>,
    /// The number of the last new question.
    pub(super) numbered: u64,
    /// How often the page was opened.
    pub(super) openings: u32,
    /// The page that phones show, and when it was sent.
    pub(super) page: Option<(PhonePage, Timestamp)>,
    /// What the room's own window was told, and when.
    pub(super) board: Option<(PhonesBoard, Timestamp)>,
    /// Whether the page has to be made again.
    pub(super) stale: bool,
    /// The slips that were changed on their phones, each with its earlier text; they wait to be written.
    pub(super) changed_slips: Vec<(String, String)>,
    /// Those of them that are being written.
    pub(super) changing: Vec<(String, String)>,
    /// Whether they wait because the private file could not be written, until something else comes in.
    pub(super) slips_wait: bool,
}

impl Phones {
    /// Whether the page is there.
    pub const fn is_open(&self) -> bool {
        matches!(self.link, PhonesLink::Open { .. })
    }

    /// Returns what the room's screen shows about phones; `None` while there is no page.
    pub fn board(&self) -> Option<&PhonesBoard> {
        self.board.as_ref().map(|(board, _)| board)
    }

    /// Makes this the question on the phones. One that was asked before has its number and its answers again.
    pub(super) fn turn_to(&mut self, question: PhoneQuestion) {
        // While the curtain is down nothing is asked, and the question is the same afterwards.
        if question.source == QuestionSource::None || self.asked.is(&question) {
            return;
        }
        let again = self.earlier.iter().position(|earlier| earlier.is(&question));
        let next = match again {
            Some(place) => self.earlier.remove(place),
            None => {
                self.numbered += 1;
                PhoneQuestion { number: self.numbered, ..question }
            }
        };
        self.earlier.push(std::mem::replace(&mut self.asked, next));
        let over = self.earlier.len().saturating_sub(EARLIER);
        self.earlier.drain(..over);
        self.changed_slips.clear();
    }

    /// Returns how many phones answered the open poll.
    pub fn answers_to(&self, poll: &Poll) -> usize {
        match &self.asked.source {
            QuestionSource::Poll(_, asked) if asked == poll => self.asked.votes.len(),
            _ => 0,
        }
    }

    /// Returns how many people have answered or could, for a count with these people on the list.
    pub(in crate::app) fn people(&self, listed: usize) -> usize {
        if self.asked.votes.is_empty() { listed } else { listed.max(self.present).max(self.asked.votes.len()) }
    }

    /// Returns what was typed for each option of a poll with the answers of phones added; as typed where there are none.
    pub(in crate::app) fn added_to(&self, poll: &Poll, typed: &[String]) -> Vec<String> {
        self.asked.added_to(poll, typed).unwrap_or_else(|| typed.to_vec())
    }
}
