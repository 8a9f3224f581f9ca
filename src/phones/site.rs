use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::sse::KeepAlive;
use axum::response::{Html, IntoResponse, Redirect, Response, Sse};
use axum::routing::{get, post};
use axum::{Extension, Form, Router};
use jiff::Timestamp;

use super::gate::PhoneGate;
use super::guard::{PeerAddress, embedded, guarded, not_understood, too_long};
use super::hall::{FormOutcome, PhoneHall};
use super::live::live_page;
use super::pages::{PageNotice, SCRIPT, STYLE, page};
use super::seat_cookie::{CookieKey, SeatId};

/// The maximum size of a form in bytes; the longest text that fits takes a quarter of it.
const FORM_SIZE: usize = 16 * 1024;

/// The time between two signs of life on an event stream, so that nothing between closes it.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// What the handlers of requests share.
#[derive(Clone, Debug)]
pub(super) struct Site {
    pub(super) hall: Arc<PhoneHall>,
    pub(super) gate: Arc<PhoneGate>,
    pub(super) key: Arc<CookieKey>,
    pub(super) base: Arc<str>,
}

/// The pages of the server, behind the gate.
pub(super) fn pages(site: Site) -> Router {
    let path = |rest: &str| format!("{}{rest}", site.base);
    let pages = Router::new()
        .route(&path(""), get(show))
        .route(&path("/answer"), post(answer))
        .route(&path("/live"), get(live))
        .route(&path("/phone.css"), get(|| async { embedded("text/css; charset=utf-8", STYLE) }))
        .route(&path("/phone.js"), get(|| async { embedded("text/javascript; charset=utf-8", SCRIPT) }))
        .with_state(site.clone());
    guarded(pages, site.gate, FORM_SIZE)
}

impl Site {
    /// The page as a phone sees it; a phone without a seat is given one.
    fn page(&self, seat: Option<SeatId>, status: StatusCode, notice: &PageNotice<'_>) -> Response {
        let html = page(&self.base, &self.hall.view(seat, Timestamp::now()), notice);
        let mut response = (status, Html(html)).into_response();
        if seat.is_none()
            && let Ok(id) = SeatId::draw()
            && let Ok(cookie) = HeaderValue::from_str(&self.key.cookie(id, &self.base))
        {
            response.headers_mut().insert(header::SET_COOKIE, cookie);
        }
        response
    }
}

async fn show(State(site): State<Site>, headers: HeaderMap) -> Response {
    let seat = site.key.seat_in(&headers);
    if let Some(id) = seat {
        site.hall.seen(id);
    }
    site.page(seat, StatusCode::OK, &PageNotice::default())
}

async fn live(
    State(site): State<Site>,
    Extension(PeerAddress(from)): Extension<PeerAddress>,
    headers: HeaderMap,
) -> Response {
    // Without a seat there is no stream: a browser reads the status as "do not come back", and the page works without.
    let Some(id) = site.key.seat_in(&headers) else { return StatusCode::NO_CONTENT.into_response() };
    let Some(stream) = site.hall.open_stream(id, from) else { return StatusCode::NO_CONTENT.into_response() };
    let events = live_page(Arc::clone(&site.hall), Arc::clone(&site.base), id, stream);
    Sse::new(events).keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE)).into_response()
}

async fn answer(
    State(site): State<Site>,
    Extension(PeerAddress(from)): Extension<PeerAddress>,
    headers: HeaderMap,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    let fields = match form {
        Ok(Form(fields)) => fields,
        Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            return too_long(rejection.status());
        }
        Err(rejection) => return not_understood(rejection.status()),
    };
    let Some(id) = site.key.seat_in(&headers) else {
        let typed = fields.iter().find(|(name, _)| name == "slip" || name == "question");
        let unsent = typed.map(|(_, text)| text.as_str()).unwrap_or_default();
        let says =
            "Not taken: your browser did not bring its seat back. Allow cookies for this page, then send it again.";
        return site.page(None, StatusCode::FORBIDDEN, &PageNotice { says, unsent, draft: None });
    };
    let Some((outcome, form)) = site.hall.accept(id, from, &fields) else {
        return not_understood(StatusCode::UNPROCESSABLE_ENTITY);
    };
    let unsent = form.text();
    let (status, notice) = match &outcome {
        FormOutcome::In => return Redirect::to(&site.base).into_response(),
        FormOutcome::Late => {
            let says = "That came too late: the question is over, or its answers are shown. It does not count.";
            (StatusCode::CONFLICT, PageNotice { says, unsent, draft: None })
        }
        FormOutcome::Lacks(says) => {
            (StatusCode::UNPROCESSABLE_ENTITY, PageNotice { says, unsent: "", draft: Some(&form.vote) })
        }
        FormOutcome::TooMany => {
            let says = "Not taken: that was too many answers at once. Wait a few seconds, then send it again.";
            (StatusCode::TOO_MANY_REQUESTS, PageNotice { says, unsent: "", draft: Some(&form.vote) })
        }
        FormOutcome::Asked => {
            let says = "Not taken: that are more questions than one phone can ask. Say it in the room.";
            (StatusCode::TOO_MANY_REQUESTS, PageNotice { says, unsent, draft: None })
        }
        FormOutcome::Full => {
            let says = "Not taken: no seat is left for this phone. Say it in the room.";
            (StatusCode::SERVICE_UNAVAILABLE, PageNotice { says, unsent, draft: None })
        }
    };
    site.page(Some(id), status, &notice)
}
