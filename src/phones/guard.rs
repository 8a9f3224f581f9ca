use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::{Extension, Router};

use super::gate::{PhoneGate, Refusal};
use super::pages::refusal_page;

/// The maximum time for a request, without the events that follow it.
const ANSWERED_WITHIN: Duration = Duration::from_secs(10);

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

/// Puts pages behind the gate: forms up to this size in bytes, and the headers of every answer.
pub(super) fn guarded(pages: Router, gate: Arc<PhoneGate>, form_size: usize) -> Router {
    pages
        .layer(DefaultBodyLimit::max(form_size))
        .fallback(|| async { refused(Refusal::NotHere) })
        .layer(from_fn_with_state(gate, guard))
}

/// Lets through what the gate does not refuse, within a maximum time, and sets the headers of every answer.
async fn guard(
    State(gate): State<Arc<PhoneGate>>,
    Extension(PeerAddress(from)): Extension<PeerAddress>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = match gate.refuses(from, request.method(), request.uri(), request.headers()) {
        Some(Refusal::Mistyped(door)) if request.method().is_safe() => Redirect::to(&gate.base(door)).into_response(),
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
pub(super) fn embedded(kind: &'static str, text: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "private, max-age=43200, immutable")], text)
}

/// The answer to a form that is larger than any of ours.
pub(super) fn too_long(status: StatusCode) -> Response {
    let says = "That is longer than an answer can be. Go back, make it shorter, and send it again.";
    (status, Html(refusal_page("Too long", says))).into_response()
}

/// The answer to a form that no page of ours sends.
pub(super) fn not_understood(status: StatusCode) -> Response {
    let says = "This was not sent by our page. Open it again and send your answer there.";
    (status, Html(refusal_page("Not taken", says))).into_response()
}
