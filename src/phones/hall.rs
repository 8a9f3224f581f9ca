use std::fmt;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use jiff::Timestamp;
use tokio::sync::watch;

use super::allowance::{Allowance, Rate};
use super::form::{PhoneForm, in_words};
use super::pages::{PhoneView, line_mark};
use super::seat_cookie::SeatId;
use super::seats::{PhoneSeats, SeatAnswer};
use crate::app::phones::{PhoneAnswer, PhonePage, PhonesReport, Vote};

/// The maximum number of questions of one phone.
const QUESTIONS: usize = 10;

/// How many answers the console takes in, so that the keyboard stays as quick as without phones.
const ALL_ANSWERS: Rate = Rate { at_once: 600.0, a_second: 100.0 };

/// What became of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FormOutcome {
    /// It counts.
    In,
    /// Another question is asked now, or the answers are shown.
    Late,
    /// Something is missing; says what.
    Lacks(String),
    /// The phone, or the whole room, sends faster than anybody types.
    TooMany,
    /// The phone asked as many questions as one phone can.
    Asked,
    /// No seat is left.
    Full,
}

/// What all phones share: the page, the seats with their answers, and the way to the console.
pub(super) struct PhoneHall {
    state: Mutex<HallState>,
    changed: watch::Sender<u64>,
    told: Box<dyn Fn(PhonesReport) + Send + Sync>,
}

#[derive(Debug)]
struct HallState {
    page: PhonePage,
    /// Raised with every page.
    revision: u64,
    seats: PhoneSeats,
    present: usize,
    over: bool,
    answers: Allowance,
}

impl fmt::Debug for PhoneHall {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("PhoneHall").field("state", &self.state).finish_non_exhaustive()
    }
}

impl PhoneHall {
    /// A room without phones that shows this page; reports go to `told`.
    pub(super) fn new(page: PhonePage, told: impl Fn(PhonesReport) + Send + Sync + 'static) -> Self {
        let answers = Allowance::full(ALL_ANSWERS, Instant::now());
        let state = HallState { page, revision: 0, seats: PhoneSeats::default(), present: 0, over: false, answers };
        Self { state: Mutex::new(state), changed: watch::Sender::new(0), told: Box::new(told) }
    }

    fn state(&self) -> MutexGuard<'_, HallState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes when something that phones show changes.
    pub(super) fn changes(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    fn change(&self) {
        self.changed.send_modify(|count| *count = count.wrapping_add(1));
    }

    /// Shows this page from now on.
    pub(super) fn show(&self, page: PhonePage) {
        let mut state = self.state();
        state.page = page;
        state.revision = state.revision.wrapping_add(1);
        drop(state);
        self.change();
    }

    /// Tells every phone that the session is over.
    pub(super) fn end(&self) {
        self.state().over = true;
        self.change();
    }

    /// Whether the session is over.
    pub(super) fn is_over(&self) -> bool {
        self.state().over
    }

    /// What a phone shows now.
    pub(super) fn view(&self, id: Option<SeatId>, now: Timestamp) -> PhoneView {
        let state = self.state();
        let taken = id.and_then(|id| state.seats.get(id));
        PhoneView {
            answer: taken.and_then(|taken| taken.answered(state.page.number)).cloned(),
            questions: taken.map(|taken| taken.questions.clone()).unwrap_or_default(),
            surprised: taken.is_some_and(|taken| taken.surprised.as_ref() == Some(&line_mark(&state.page))),
            seconds_left: state.page.until.map(|until| until.duration_since(now).as_secs().max(0).unsigned_abs()),
            page: state.page.clone(),
        }
    }

    /// The number of the page, and of what this phone alone shows: while both are the same, so is the view.
    pub(super) fn revision(&self, id: SeatId) -> (u64, u64) {
        let state = self.state();
        (state.revision, state.seats.get(id).map_or(0, |taken| taken.revision))
    }

    /// Notes that a phone came back.
    pub(super) fn seen(&self, id: SeatId) {
        self.state().seats.seen(id, Instant::now());
    }

    /// Takes in a form. It is reported while nothing else can change, so that the console hears of answers in the order in
    /// which they were taken, and never of one to a question that was over.
    pub(super) fn accept(
        &self,
        id: SeatId,
        address: IpAddr,
        fields: &[(String, String)],
    ) -> Option<(FormOutcome, PhoneForm)> {
        let mut state = self.state();
        let form = PhoneForm::read(fields, &state.page.asks)?;
        let outcome = state.take_in(id, address, &form);
        let (outcome, report) = match outcome {
            Ok(report) => (FormOutcome::In, report),
            Err(outcome) => (outcome, None),
        };
        if let Some(report) = report {
            (self.told)(report);
        }
        drop(state);
        if outcome == FormOutcome::In {
            self.change();
        }
        Some((outcome, form))
    }

    /// Opens an event stream for a phone, and ends the one that it had; returns its number. `None` when the room is full.
    pub(super) fn open_stream(&self, id: SeatId, address: IpAddr) -> Option<u64> {
        let mut state = self.state();
        let taken = state.seats.take(id, address, Instant::now())?;
        taken.newest_stream = taken.newest_stream.wrapping_add(1);
        taken.streams = taken.streams.saturating_add(1);
        let (stream, open) = (taken.newest_stream, taken.streams);
        drop(state);
        if open > 1 {
            self.change();
        }
        Some(stream)
    }

    /// Whether no newer event stream of the phone is open.
    pub(super) fn is_newest_stream(&self, id: SeatId, stream: u64) -> bool {
        self.state().seats.get(id).is_some_and(|taken| taken.newest_stream == stream)
    }

    /// Notes that an event stream of a phone has ended.
    pub(super) fn close_stream(&self, id: SeatId) {
        let mut state = self.state();
        if let Some(taken) = state.seats.get_mut(id) {
            taken.streams = taken.streams.saturating_sub(1);
        }
        state.seats.seen(id, Instant::now());
    }

    /// Counts the phones that are there, and reports their number if it is another one.
    pub(super) fn count_present(&self) {
        let mut state = self.state();
        let present = state.seats.present(state.page.number, Instant::now());
        if present != state.present {
            state.present = present;
            (self.told)(PhonesReport::Present(present));
        }
    }

    /// Reports that the page stands no longer, and why.
    pub(super) fn report_closed(&self, says: String) {
        (self.told)(PhonesReport::Closed(says));
    }
}

impl HallState {
    /// Takes in a form; returns the report about it, if it says anything new.
    fn take_in(&mut self, id: SeatId, address: IpAddr, form: &PhoneForm) -> Result<Option<PhonesReport>, FormOutcome> {
        let now = Instant::now();
        let Self { page, seats, answers, .. } = self;
        let taken = seats.take(id, address, now).ok_or(FormOutcome::Full)?;
        let line = line_mark(page);
        let late = match form.vote {
            Vote::Question(_) => false,
            Vote::Surprised => form.number != page.number || form.line != line,
            // Answers that are shown can be changed no more.
            _ => form.number != page.number || !page.bars.is_empty(),
        };
        if late || self.over {
            return Err(FormOutcome::Late);
        }
        if let Some(says) = form.lacks(&page.asks) {
            return Err(FormOutcome::Lacks(says));
        }
        let known = match &form.vote {
            Vote::Question(text) => taken.questions.contains(text),
            Vote::Surprised => taken.surprised.as_ref() == Some(&line),
            vote => taken.answered(page.number).is_some_and(|answer| answer.vote == *vote),
        };
        if known {
            return Ok(None);
        }
        if matches!(form.vote, Vote::Question(_)) && taken.questions.len() >= QUESTIONS {
            return Err(FormOutcome::Asked);
        }
        if !taken.may_answer(now) || !answers.take(ALL_ANSWERS, now) {
            return Err(FormOutcome::TooMany);
        }
        taken.revision = taken.revision.wrapping_add(1);
        match &form.vote {
            Vote::Question(text) => taken.questions.push(text.clone()),
            Vote::Surprised => taken.surprised = Some(line),
            vote => {
                let words = in_words(vote, &page.asks);
                taken.answer(SeatAnswer { number: page.number, vote: vote.clone(), words });
            }
        }
        let answer = PhoneAnswer { seat: taken.seat, number: page.number, vote: form.vote.clone() };
        Ok(Some(PhonesReport::Answered(answer)))
    }
}
