use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::{Duration, Instant};

use super::allowance::{Allowance, Rate};
use super::seat_cookie::SeatId;
use crate::app::phones::{Seat, Vote};

/// The maximum number of phones in a room.
const SEATS: usize = 500;

/// The maximum number of phones behind one address, so that nobody takes all seats of the room alone.
const SEATS_AN_ADDRESS: usize = 250;

/// The time after which a phone that shows no page is no longer there. People put it down while they talk.
const AWAY: Duration = Duration::from_secs(600);

/// The number of questions of which a phone has its answer: a count that is taken back is asked again under its number.
const ANSWERS_REMEMBERED: usize = 8;

/// How often one phone may answer.
const ANSWERS: Rate = Rate { at_once: 12.0, a_second: 0.5 };

/// A phone that answered, or that holds its page open.
#[derive(Debug)]
pub(super) struct TakenSeat {
    /// Its number in reports.
    pub(super) seat: Seat,
    /// Its answers to the last questions, one to each.
    answers: Vec<SeatAnswer>,
    /// The questions that it asked.
    pub(super) questions: Vec<String>,
    /// The mark of the line that surprised it.
    pub(super) surprised: Option<String>,
    /// The number of the newest event stream; older ones end.
    pub(super) newest_stream: u64,
    /// Raised when something changes that this phone alone shows.
    pub(super) revision: u64,
    /// The number of event streams that are open.
    pub(super) streams: usize,
    address: IpAddr,
    seen: Instant,
    allowance: Allowance,
}

/// An answer of a phone, for the page that it comes back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SeatAnswer {
    pub(super) number: u64,
    pub(super) vote: Vote,
    pub(super) words: String,
}

impl TakenSeat {
    /// Takes one of the answers that the phone may give now; `false` if there is none.
    pub(super) fn may_answer(&mut self, now: Instant) -> bool {
        self.allowance.take(ANSWERS, now)
    }

    /// The answer to the question with this number.
    pub(super) fn answered(&self, number: u64) -> Option<&SeatAnswer> {
        self.answers.iter().find(|answer| answer.number == number)
    }

    /// Stores an answer in place of the earlier one to the same question. Those to questions long ago are forgotten.
    pub(super) fn answer(&mut self, answer: SeatAnswer) {
        self.answers.retain(|earlier| earlier.number != answer.number);
        if self.answers.len() >= ANSWERS_REMEMBERED {
            self.answers.remove(0);
        }
        self.answers.push(answer);
    }

    fn is_there(&self, now: Instant) -> bool {
        self.streams > 0 || now.saturating_duration_since(self.seen) < AWAY
    }
}

/// The phones of the room, by the number in their cookies.
#[derive(Debug, Default)]
pub(super) struct PhoneSeats {
    seats: BTreeMap<SeatId, TakenSeat>,
}

impl PhoneSeats {
    /// The seat of a phone, if it took one.
    pub(super) fn get(&self, id: SeatId) -> Option<&TakenSeat> {
        self.seats.get(&id)
    }

    /// The seat of a phone, if it took one, to be changed.
    pub(super) fn get_mut(&mut self, id: SeatId) -> Option<&mut TakenSeat> {
        self.seats.get_mut(&id)
    }

    /// The seat of a phone that is seen now; a new one if it had none. `None` when the room is full.
    pub(super) fn take(&mut self, id: SeatId, address: IpAddr, now: Instant) -> Option<&mut TakenSeat> {
        if !self.seats.contains_key(&id) {
            let near = self.seats.values().filter(|seat| seat.address == address).count();
            if self.seats.len() >= SEATS || near >= SEATS_AN_ADDRESS {
                return None;
            }
        }
        let next = Seat(u32::try_from(self.seats.len()).unwrap_or(u32::MAX));
        let taken = self.seats.entry(id).or_insert_with(|| TakenSeat {
            seat: next,
            answers: Vec::new(),
            questions: Vec::new(),
            surprised: None,
            newest_stream: 0,
            revision: 0,
            streams: 0,
            address,
            seen: now,
            allowance: Allowance::full(ANSWERS, now),
        });
        taken.seen = now;
        Some(taken)
    }

    /// Notes that a phone is seen now, if it has a seat.
    pub(super) fn seen(&mut self, id: SeatId, now: Instant) {
        if let Some(taken) = self.seats.get_mut(&id) {
            taken.seen = now;
        }
    }

    /// The number of phones that are there: those that answered this question, and those seen of late.
    pub(super) fn present(&self, number: u64, now: Instant) -> usize {
        self.seats.values().filter(|seat| seat.answered(number).is_some() || seat.is_there(now)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[test]
    fn a_phone_has_one_seat_and_is_away_when_it_was_not_seen_for_long() {
        let (one, other) = (SeatId::draw().unwrap(), SeatId::draw().unwrap());
        let start = Instant::now();
        let mut seats = PhoneSeats::default();
        assert_eq!(seats.take(one, HERE, start).unwrap().seat, Seat(0));
        assert_eq!(seats.take(other, HERE, start).unwrap().seat, Seat(1));
        assert_eq!(seats.take(one, HERE, start).unwrap().seat, Seat(0));
        assert_eq!(seats.present(1, start), 2);
        seats.seen(other, start + AWAY);
        assert_eq!(seats.present(1, start + AWAY), 1);
        seats.get_mut(one).unwrap().streams = 1;
        assert_eq!(seats.present(1, start + AWAY), 2, "an open page is there");
        seats.get_mut(one).unwrap().streams = 0;
        let answer = SeatAnswer { number: 1, vote: Vote::Hand(0), words: String::new() };
        seats.get_mut(one).unwrap().answer(answer);
        assert_eq!((seats.present(1, start + AWAY), seats.present(2, start + AWAY)), (2, 1));
    }

    #[test]
    fn nobody_takes_all_seats_alone() {
        let now = Instant::now();
        let mut seats = PhoneSeats::default();
        let mut taken = |address: [u8; 4]| {
            (0..SEATS).filter(|_| seats.take(SeatId::draw().unwrap(), IpAddr::from(address), now).is_some()).count()
        };
        assert_eq!(taken([10, 0, 0, 1]), SEATS_AN_ADDRESS);
        assert_eq!(taken([10, 0, 0, 2]), SEATS - SEATS_AN_ADDRESS);
        assert_eq!(taken([10, 0, 0, 3]), 0);
    }
}
