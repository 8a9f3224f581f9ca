use std::collections::BTreeMap;
use std::fmt;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::doors::{InCount, SurveyDoors};
use super::fields::SurveyFields;
use super::outcome::SendOutcome;
use super::saving::{FormNotSaved, FormStore};
use super::view::SurveyView;
use crate::exercise::SurveyForm;
use crate::phones::allowance::{Allowance, Rate};
use crate::phones::seat_cookie::SeatId;

/// The maximum number of copies of a form that everybody has, and of those behind one address.
const COPIES: usize = 500;
const COPIES_AN_ADDRESS: usize = 250;

/// How often one form may be sent, and how often all of them: each is written to disk.
const ONE_FORM: Rate = Rate { at_once: 12.0, a_second: 0.5 };
const ALL_FORMS: Rate = Rate { at_once: 300.0, a_second: 30.0 };

/// The forms of a survey while phones answer them.
pub(super) struct SurveyForms {
    state: Mutex<FormsState>,
    store: Box<dyn FormStore>,
    told: Box<dyn Fn(InCount) + Send + Sync>,
}

impl fmt::Debug for SurveyForms {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The forms hold what people answered.
        out.debug_struct("SurveyForms").finish_non_exhaustive()
    }
}

struct FormsState {
    forms: Vec<PhoneAnswers>,
    /// What a phone without a form shows; `None` where every door has its own form.
    blank: Option<SurveyForm>,
    /// Whether a phone without a form answers a copy of the blank one, instead of the next form that nobody has.
    copies: bool,
    seats: BTreeMap<SeatId, SeatedForm>,
    allowance: Allowance,
}

/// The form of a phone behind a link for everybody.
#[derive(Clone, Copy)]
struct SeatedForm {
    place: usize,
    address: IpAddr,
}

/// A form with what the page knows of it.
struct PhoneAnswers {
    form: SurveyForm,
    sent: bool,
    shares: Option<bool>,
    revision: u64,
    allowance: Allowance,
    /// Whether a phone or a file has it, so that no other phone is given it.
    taken: bool,
}

impl PhoneAnswers {
    fn new(form: SurveyForm, now: Instant) -> Self {
        let answered = form.answers().next().is_some();
        let shares = answered.then_some(form.shared);
        let allowance = Allowance::full(ONE_FORM, now);
        Self { form, sent: answered, shares, revision: 0, allowance, taken: answered }
    }
}

impl SurveyForms {
    /// The forms as they are on disk; `told` hears how many are in, and must not wait.
    pub(super) fn new(
        doors: SurveyDoors,
        store: impl FormStore,
        told: impl Fn(InCount) + Send + Sync + 'static,
    ) -> Self {
        let now = Instant::now();
        let (forms, blank, copies) = match doors {
            SurveyDoors::Own(forms) => (forms, None, false),
            SurveyDoors::Numbered(forms) => {
                let blank = forms.first().map(emptied);
                (forms, blank, false)
            }
            SurveyDoors::Copies(form) => (Vec::new(), Some(emptied(&form)), true),
        };
        let forms = forms.into_iter().map(|form| PhoneAnswers::new(form, now)).collect();
        let (seats, allowance) = (BTreeMap::new(), Allowance::full(ALL_FORMS, now));
        let state = Mutex::new(FormsState { forms, blank, copies, seats, allowance });
        Self { state, store: Box::new(store), told: Box::new(told) }
    }

    fn state(&self) -> MutexGuard<'_, FormsState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many forms are in.
    pub(super) fn count(&self) -> InCount {
        self.state().count()
    }

    /// Whether a phone behind this link needs a seat, because the link is for everybody.
    pub(super) fn needs_seat(&self) -> bool {
        self.state().blank.is_some()
    }

    /// What a phone behind a door shows; `None` behind a door without a form.
    pub(super) fn view(&self, door: usize, seat: Option<SeatId>) -> Option<SurveyView> {
        let state = self.state();
        let has_seat = state.blank.is_some();
        let Some(answers) = state.place(door, seat).and_then(|place| state.forms.get(place)) else {
            return state.blank.as_ref().map(|blank| SurveyView::of(blank, has_seat));
        };
        let mut view = SurveyView::of(&answers.form, has_seat);
        (view.shares, view.sent, view.revision) = (answers.shares, answers.sent, answers.revision);
        for question in &mut view.questions {
            question.read_back = self.store.read_back(&answers.form, question.number);
        }
        Some(view)
    }

    /// Reads the fields that a phone without a form sent.
    pub(super) fn read(&self, fields: &[(String, String)]) -> Option<SurveyFields> {
        self.state().blank.as_ref().and_then(|blank| SurveyFields::read(fields, blank))
    }

    /// Takes in a form, and saves it before it counts. Returns what became of it, and the fields as they were read; `None`
    /// if no page of ours sends such fields.
    pub(super) fn accept(
        &self,
        door: usize,
        seat: Option<SeatId>,
        address: IpAddr,
        fields: &[(String, String)],
    ) -> Option<(SendOutcome, SurveyFields)> {
        let mut state = self.state();
        let place = state.place(door, seat);
        let shown =
            place.and_then(|place| state.forms.get(place)).map(|answers| &answers.form).or(state.blank.as_ref());
        let fields = SurveyFields::read(fields, shown?)?;
        let before = state.count();
        let outcome = match fields.lacks() {
            Some(says) => SendOutcome::Lacks(says),
            None => self.take_in(&mut state, (door, seat, address), &fields),
        };
        let count = state.count();
        if count != before {
            (self.told)(count);
        }
        Some((outcome, fields))
    }

    fn take_in(
        &self,
        state: &mut FormsState,
        (door, seat, address): (usize, Option<SeatId>, IpAddr),
        fields: &SurveyFields,
    ) -> SendOutcome {
        let now = Instant::now();
        if !state.allowance.take(ALL_FORMS, now) {
            return SendOutcome::TooMany;
        }
        let Some(place) = state.place(door, seat).or_else(|| state.take(seat?, address, now)) else {
            return SendOutcome::Full;
        };
        let Some(answers) = state.forms.get_mut(place) else { return SendOutcome::Full };
        if !answers.allowance.take(ONE_FORM, now) {
            return SendOutcome::TooMany;
        }
        let done = if fields.sends { SendOutcome::Sent } else { SendOutcome::Saved };
        let mut filled = fields.filled(&answers.form);
        if filled == answers.form && answers.sent == fields.sends && answers.revision > 0 {
            return done;
        }
        if fields.revision != answers.revision {
            return SendOutcome::Changed;
        }
        match self.store.save(&mut filled) {
            Ok(()) => {
                answers.revision = answers.revision.saturating_add(1);
                (answers.form, answers.sent, answers.shares) = (filled, fields.sends, fields.shares);
                done
            }
            Err(FormNotSaved::Changed(form)) => {
                answers.revision = answers.revision.saturating_add(1);
                answers.form = *form;
                SendOutcome::Changed
            }
            Err(FormNotSaved::Failed) => SendOutcome::NotSaved,
        }
    }
}

impl FormsState {
    fn count(&self) -> InCount {
        let sent = self.forms.iter().filter(|answers| answers.sent).count();
        InCount { sent, of: (!self.copies).then_some(self.forms.len()) }
    }

    /// The place of the form of a phone, if it has one.
    fn place(&self, door: usize, seat: Option<SeatId>) -> Option<usize> {
        match self.blank {
            None => Some(door),
            Some(_) => self.seats.get(&seat?).map(|seated| seated.place),
        }
    }

    /// Gives a phone a form of its own; `None` if there is none left.
    fn take(&mut self, seat: SeatId, address: IpAddr, now: Instant) -> Option<usize> {
        let near = self.seats.values().filter(|seated| seated.address == address).count();
        if near >= COPIES_AN_ADDRESS {
            return None;
        }
        let place = match self.forms.iter().position(|answers| !answers.taken) {
            Some(place) => place,
            None if self.copies && self.forms.len() < COPIES => {
                self.forms.push(PhoneAnswers::new(self.blank.clone()?, now));
                self.forms.len().saturating_sub(1)
            }
            None => return None,
        };
        self.forms.get_mut(place)?.taken = true;
        self.seats.insert(seat, SeatedForm { place, address });
        Some(place)
    }
}

/// The form without what somebody answered in it.
fn emptied(form: &SurveyForm) -> SurveyForm {
    let mut empty = SurveyForm { shared: false, unit: String::new(), loose: Vec::new(), ..form.clone() };
    empty.questions.iter_mut().for_each(|question| question.lines.clear());
    empty
}
