use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::KeepAlive;
use axum::response::{Html, IntoResponse, Redirect, Response, Sse};
use axum::routing::{get, post};
use axum::{Extension, Form, Router};
use jiff::Timestamp;

use super::gate::{PhoneGate, Refusal};
use super::hall::{FormOutcome, PhoneHall};
use super::live::live_page;
use super::pages::{PageNotice, SCRIPT, STYLE, page, refusal_page};
use super::seat_cookie::{CookieKey, SeatId};

/// The maximum size of a form in bytes; the longest text that fits takes a quarter of it.
const FORM_SIZE: usize = 16 * 1024;

/// The maximum time for a request, without the events that follow it.
const ANSWERED_WITHIN: Duration = Duration::from_secs(10);

/// The time between two signs of life on an event stream, so that nothing between closes it.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// What a page of ours may do: hold our style and our script, and send our forms. Nothing of anybody else.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The headers of every answer. `same-origin`, because with `no-referrer` browsers name no origin in forms.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("x-robots-tag"), "noindex"),
];

/// The address from which a request came.
#[derive(Clone, Copy, Debug)]
pub(super) struct PeerAddress(pub(super) IpAddr);

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
    Router::new()
        .route(&path(""), get(show))
        .route(&path("/answer"), post(answer))
        .route(&path("/live"), get(live))
        .route(&path("/phone.css"), get(|| async { embedded("text/css; charset=utf-8", STYLE) }))
        .route(&path("/phone.js"), get(|| async { embedded("text/javascript; charset=utf-8", SCRIPT) }))
        .layer(DefaultBodyLimit::max(FORM_SIZE))
        .fallback(|| async { refused(Refusal::NotHere) })
        .layer(from_fn_with_state(site.clone(), guard))
        .with_state(site)
}

/// Lets through what the gate does not refuse, within a maximum time, and sets the headers of every answer.
async fn guard(
    State(site): State<Site>,
    Extension(PeerAddress(from)): Extension<PeerAddress>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = match site.gate.refuses(from, request.method(), request.uri(), request.headers()) {
        Some(Refusal::Mistyped) if request.method().is_safe() => Redirect::to(&site.base).into_response(),
        Some(refusal) => refused(refusal),
        None => match tokio::time::timeout(ANSWERED_WITHIN, next.run(request)).await {
            Ok(response) => response,
            Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
        },
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

fn refused(refusal: Refusal) -> Response {
    let (status, title, says) = refusal.told();
    (status, Html(refusal_page(title, says))).into_response()
}

/// A file of the program; its address is new each time the page is opened, so a browser may store it for the evening.
fn embedded(kind: &'static str, text: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "private, max-age=43200, immutable")], text)
}

impl Site {
    fn seat(&self, headers: &HeaderMap) -> Option<SeatId> {
        let cookies = headers.get_all(header::COOKIE).iter();
        cookies.filter_map(|cookie| cookie.to_str().ok()).find_map(|cookie| self.key.seat(cookie))
    }

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
    let seat = site.seat(&headers);
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
    let Some(id) = site.seat(&headers) else { return StatusCode::NO_CONTENT.into_response() };
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
            let says = "That is longer than an answer can be. Go back, make it shorter, and send it again.";
            return (rejection.status(), Html(refusal_page("Too long", says))).into_response();
        }
        Err(rejection) => return not_understood(rejection.status()),
    };
    let Some(id) = site.seat(&headers) else {
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

fn not_understood(status: StatusCode) -> Response {
    let says = "This was not sent by the page of the room. Open it again and send your answer there.";
    (status, Html(refusal_page("Not taken", says))).into_response()
}
