//! What follows from every change while the page is there: what phones show, what the room's own window is told, and the
//! end of it all with the session.

use jiff::{SignedDuration, Timestamp};

use super::board::PhonesBoard;
use super::chore::PhonesChore;
use super::page::PhonePage;
use super::slips;
use super::state::{Phones, PhonesLink};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::record::Event;

/// The minimum time between two pages that differ in the count alone: every phone draws each of them.
const BETWEEN_COUNTS: SignedDuration = SignedDuration::from_millis(500);

/// The time after which the room's own window is told again, so that it knows that the page is still there.
const BETWEEN_BOARDS: SignedDuration = SignedDuration::from_secs(5);

/// By how much the end of a step may seem to move without having moved.
const SAME_MOMENT: SignedDuration = SignedDuration::from_millis(1500);

/// Adds an event that is on disk to what phones may see.
pub(in crate::app) fn heard(model: &mut Model, event: &Event) {
    if let Some(room) = &mut model.phones.room {
        room.hear(event.clone());
        model.phones.stale = true;
    }
}

/// Lets the page be made again, because time passed.
pub(in crate::app) fn wake(model: &mut Model) {
    model.phones.stale = true;
}

/// Returns what has to be done about phones after a change.
pub(in crate::app) fn due(model: &mut Model) -> Vec<Effect> {
    if model.phones.link == PhonesLink::Closed {
        return Vec::new();
    }
    if !serves(model) {
        return close(model);
    }
    let mut effects = slips::proceed(model);
    if std::mem::take(&mut model.phones.stale) {
        effects.extend(refreshed(model));
    }
    if let Some(window) = model.run.as_mut().and_then(|run| run.room.audience.as_mut()) {
        window.tell_of_phones(model.phones.board());
    }
    effects
}

/// Whether the session that the page was opened for is open, is written here, and may be shown.
pub(super) fn serves(model: &Model) -> bool {
    let of = model.phones.session.as_ref();
    model.run.as_ref().is_some_and(|run| {
        let session = run.recording.session();
        run.writable && !session.is_closed() && !session.is_private() && Some(&session.header().id) == of
    })
}

/// Closes the page and forgets everything about phones; slips stay among the hidden answers.
pub(super) fn close(model: &mut Model) -> Vec<Effect> {
    let openings = model.phones.openings;
    let numbered = model.phones.numbered;
    model.phones = Phones { numbered, openings, ..Phones::default() };
    if let Some(window) = model.run.as_mut().and_then(|run| run.room.audience.as_mut()) {
        window.tell_of_phones(None);
    }
    vec![Effect::Phones(PhonesChore::Close), Effect::Board(None)]
}

/// Makes the page again; returns what changed.
fn refreshed(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    let hidden = model.run.as_ref().and_then(|run| run.answers.round.as_ref());
    let hidden = hidden.map(|round| (round.count(), round.collecting.awaited.map(usize::from)));
    let phones = &mut model.phones;
    let PhonesLink::Open { address, .. } = &phones.link else { return Vec::new() };
    let address = address.clone();
    let Some(question) = phones.room.as_ref().map(|room| room.phone_question()) else { return Vec::new() };
    let asks = question.asks.clone();
    phones.turn_to(question);
    let Some(page) = phones.room.as_ref().map(|room| room.phone_page(now, &phones.asked.source, &asks)) else {
        return Vec::new();
    };
    let is_asked = asks == phones.asked.asks;
    let count = if is_asked { phones.count(hidden) } else { String::new() };
    let page = PhonePage { number: phones.asked.number, count: count.clone(), asks, ..page };
    let shown = shown(phones, page, now);
    let told = told(phones, PhonesBoard { address, count }, now);
    shown.into_iter().chain(told).collect()
}

/// Sends the page to the phones if it changed; a count alone not too often.
fn shown(phones: &mut Phones, mut page: PhonePage, now: Timestamp) -> Option<Effect> {
    if let Some((before, at)) = &phones.page {
        let same = |one: Timestamp, other: Timestamp| one.duration_since(other).abs() < SAME_MOMENT;
        if let (Some(until), Some(was)) = (page.until, before.until)
            && same(until, was)
        {
            page.until = Some(was);
        }
        if *before == page {
            return None;
        }
        let counts_alone = PhonePage { count: before.count.clone(), ..page.clone() } == *before;
        if counts_alone && now.duration_since(*at) < BETWEEN_COUNTS {
            phones.stale = true;
            return None;
        }
    }
    phones.page = Some((page.clone(), now));
    Some(Effect::Phones(PhonesChore::Show(Box::new(page))))
}

/// Tells the room's own window if something changed, and now and then that nothing did.
fn told(phones: &mut Phones, board: PhonesBoard, now: Timestamp) -> Option<Effect> {
    if let Some((before, at)) = &phones.board {
        let since = now.duration_since(*at);
        let wait = if *before == board { BETWEEN_BOARDS } else { BETWEEN_COUNTS };
        if since < wait {
            phones.stale |= *before != board;
            return None;
        }
    }
    phones.board = Some((board.clone(), now));
    Some(Effect::Board(Some(board)))
}
