use std::sync::Arc;

use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Form, Router};

use super::forms::SurveyForms;
use super::outcome::SendOutcome;
use super::view::SurveyView;
use crate::phones::gate::PhoneGate;
use crate::phones::guard::{PeerAddress, embedded, guarded, not_understood, too_long};
use crate::phones::pages::{STYLE, SurveyNotice, survey_page};
use crate::phones::seat_cookie::{CookieKey, SeatId};

/// The maximum size of a form in bytes; what anybody types on a phone takes a small part of it.
const FORM_SIZE: usize = 128 * 1024;

/// What the handlers of requests share.
#[derive(Clone, Debug)]
pub(super) struct SurveySite {
    pub(super) forms: Arc<SurveyForms>,
    pub(super) gate: Arc<PhoneGate>,
    pub(super) key: Arc<CookieKey>,
}

/// The pages of the server, behind the gate.
pub(super) fn pages(site: SurveySite) -> Router {
    let gate = Arc::clone(&site.gate);
    let pages = Router::new()
        .route("/{token}", get(show))
        .route("/{token}/answer", post(answer))
        .route("/{token}/phone.css", get(|| async { embedded("text/css; charset=utf-8", STYLE) }))
        .with_state(site);
    guarded(pages, gate, FORM_SIZE)
}

impl SurveySite {
    /// The page behind a door, changed by `draft`; a phone that needs a seat and has none is given one.
    fn page(
        &self,
        door: usize,
        seat: Option<SeatId>,
        (status, notice): (StatusCode, &SurveyNotice<'_>),
        draft: impl FnOnce(&mut SurveyView),
    ) -> Response {
        let Some(mut view) = self.forms.view(door, seat) else { return StatusCode::NOT_FOUND.into_response() };
        draft(&mut view);
        let base = self.gate.base(door);
        let mut response = (status, Html(survey_page(&base, &view, notice))).into_response();
        if seat.is_none()
            && self.forms.needs_seat()
            && let Ok(id) = SeatId::draw()
            && let Ok(cookie) = HeaderValue::from_str(&self.key.cookie(id, &base))
        {
            response.headers_mut().insert(header::SET_COOKIE, cookie);
        }
        response
    }
}

async fn show(State(site): State<SurveySite>, uri: Uri, headers: HeaderMap) -> Response {
    let Some(door) = site.gate.door(uri.path()) else { return StatusCode::NOT_FOUND.into_response() };
    site.page(door, site.key.seat_in(&headers), (StatusCode::OK, &SurveyNotice::default()), |_| ())
}

async fn answer(
    State(site): State<SurveySite>,
    Extension(PeerAddress(from)): Extension<PeerAddress>,
    uri: Uri,
    headers: HeaderMap,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    let fields = match form {
        Ok(Form(fields)) => fields,
        Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => return too_long(rejection.status()),
        Err(rejection) => return not_understood(rejection.status()),
    };
    let Some(door) = site.gate.door(uri.path()) else { return StatusCode::NOT_FOUND.into_response() };
    let seat = site.key.seat_in(&headers);
    if seat.is_none() && site.forms.needs_seat() {
        let says =
            "Not taken: your browser did not bring its number back. Allow cookies for this page, then send it again.";
        let told = (StatusCode::FORBIDDEN, &SurveyNotice::warns(says));
        return match site.forms.read(&fields) {
            Some(read) => site.page(door, None, told, |view| read.draft(view)),
            None => not_understood(StatusCode::UNPROCESSABLE_ENTITY),
        };
    }
    let Some((outcome, read)) = site.forms.accept(door, seat, from, &fields) else {
        return not_understood(StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (status, says) = match &outcome {
        // The page may close with the last form, so what became of it is said at once.
        SendOutcome::Sent => return site.page(door, seat, (StatusCode::OK, &SurveyNotice::default()), |_| ()),
        SendOutcome::Saved => return Redirect::to(&site.gate.base(door)).into_response(),
        SendOutcome::Lacks(says) => (StatusCode::UNPROCESSABLE_ENTITY, says.as_str()),
        SendOutcome::Changed => {
            let says = "Not taken: these answers were changed in the meantime, in another window or in the file. Below \
                        stands what you sent now; send it again, and it replaces the other.";
            (StatusCode::CONFLICT, says)
        }
        SendOutcome::TooMany => {
            (StatusCode::TOO_MANY_REQUESTS, "Not taken: that was too often. Wait a few seconds, then send it again.")
        }
        SendOutcome::Full => {
            (StatusCode::SERVICE_UNAVAILABLE, "Not taken: every form is somebody else's. Tell whoever asked you.")
        }
        SendOutcome::NotSaved => {
            (StatusCode::INTERNAL_SERVER_ERROR, "Not taken: it could not be saved. Tell whoever asked you.")
        }
    };
    site.page(door, seat, (status, &SurveyNotice::warns(says)), |view| read.draft(view))
}
