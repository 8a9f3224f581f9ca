use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::Event;
use futures_util::Stream;
use futures_util::stream::unfold;
use jiff::Timestamp;
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};

use super::hall::PhoneHall;
use super::pages::{PagePart, asked, line};
use super::seat_cookie::SeatId;
use crate::record::text::clean;

/// The time after which a stream ends and the browser opens a new one, so that those of phones that left are not held for
/// ever.
const LIFE: Duration = Duration::from_secs(600);

/// The time after which a browser asks again when the stream has ended.
const RETRY: Duration = Duration::from_secs(2);

/// What changes on the page of one phone. There are no ids of events, because the first ones hold the whole page.
struct LivePage {
    hall: Arc<PhoneHall>,
    base: Arc<str>,
    id: SeatId,
    stream: u64,
    changes: watch::Receiver<u64>,
    ends: Instant,
    /// The revision of what was looked at last.
    revision: Option<(u64, u64)>,
    shown: ShownParts,
    waiting: Vec<Event>,
    done: bool,
}

/// When the time of the step is over; `None` when no clock runs.
type StepEnd = Option<Timestamp>;

/// The parts that the phone has.
#[derive(Default)]
struct ShownParts {
    asked: Option<PagePart>,
    line: Option<PagePart>,
    clock: Option<StepEnd>,
    count: Option<String>,
}

impl Drop for LivePage {
    fn drop(&mut self) {
        self.hall.close_stream(self.id);
    }
}

/// The events for a phone, from now on. `stream` is the number that [`PhoneHall::open_stream`] gave.
pub(super) fn live_page(
    hall: Arc<PhoneHall>,
    base: Arc<str>,
    id: SeatId,
    stream: u64,
) -> impl Stream<Item = Result<Event, Infallible>> {
    let changes = hall.changes();
    let ends = Instant::now() + LIFE;
    let waiting = vec![Event::default().retry(RETRY).comment("here")];
    let page = LivePage {
        hall,
        base,
        id,
        stream,
        changes,
        ends,
        revision: None,
        shown: ShownParts::default(),
        waiting,
        done: false,
    };
    unfold(page, |mut page| async move { page.next().await.map(|event| (Ok(event), page)) })
}

impl LivePage {
    /// Waits for the next event; `None` when the stream has ended.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop() {
                return Some(event);
            }
            if self.done {
                return None;
            }
            self.look();
            if self.waiting.is_empty() && !matches!(timeout_at(self.ends, self.changes.changed()).await, Ok(Ok(()))) {
                return None;
            }
        }
    }

    /// Gathers what changed since the last look.
    fn look(&mut self) {
        self.changes.mark_unchanged();
        if self.hall.is_over() {
            return self.last("over");
        }
        if !self.hall.is_newest_stream(self.id, self.stream) {
            return self.last("elsewhere");
        }
        let revision = Some(self.hall.revision(self.id));
        if self.revision == revision {
            return;
        }
        self.revision = revision;
        let view = self.hall.view(Some(self.id), Timestamp::now());
        // The clock is the last to be sent, and so the first in the list.
        if self.shown.clock != Some(view.page.until) {
            self.shown.clock = Some(view.page.until);
            let left = view.seconds_left.map_or_else(|| " ".to_owned(), |left| left.to_string());
            self.waiting.push(Event::default().event("clock").data(left));
        }
        if self.shown.count.as_ref() != Some(&view.page.count) {
            // An event without data is none.
            self.waiting.push(Event::default().event("count").data(format!(" {}", clean(&view.page.count))));
            self.shown.count = Some(view.page.count.clone());
        }
        let parts = [
            ("line", line(&self.base, &view), &mut self.shown.line),
            ("asked", asked(&self.base, &view, None), &mut self.shown.asked),
        ];
        for (name, part, shown) in parts {
            if shown.as_ref() != Some(&part) {
                self.waiting.push(Event::default().event(name).data(format!("{}\n{}", part.mark, part.html)));
                *shown = Some(part);
            }
        }
    }

    /// Sends this, and ends.
    fn last(&mut self, name: &str) {
        self.done = true;
        self.waiting.push(Event::default().event(name).data("now"));
    }
}
