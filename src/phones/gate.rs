use std::net::{IpAddr, SocketAddr};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use axum::http::{HeaderMap, Method, StatusCode, Uri, header};

use super::allowance::{Allowances, Rate};
use super::page_token::PageToken;

/// How much one address may ask: a whole room may stand behind one.
const REQUESTS: Rate = Rate { at_once: 3_000.0, a_second: 300.0 };

/// How often one address may come with a wrong token.
const WRONG: Rate = Rate { at_once: 20.0, a_second: 0.1 };

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The request names another host: a page of somebody else has made a browser ask here.
    Host,
    /// The form was not sent from our page.
    Origin,
    /// Too many requests.
    TooMany,
    /// Nothing stands at this address.
    NotHere,
    /// The token of this door is right, but it was typed in another manner; the browser is sent to the address as it is.
    Mistyped(usize),
}

impl Refusal {
    /// The status, a title and a sentence.
    pub(super) const fn told(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Refusal::Host => (
                StatusCode::MISDIRECTED_REQUEST,
                "Not here",
                "Open the address exactly as it was shown or sent to you.",
            ),
            Refusal::Origin => (
                StatusCode::FORBIDDEN,
                "Not taken",
                "Answers are taken from our own page alone. Open it again and send your answer there.",
            ),
            Refusal::TooMany => {
                (StatusCode::TOO_MANY_REQUESTS, "Too many at once", "Wait a few seconds, then try again.")
            }
            Refusal::NotHere | Refusal::Mistyped(_) => (
                StatusCode::NOT_FOUND,
                "Nothing here",
                "The address of the page ends with ten letters. They stand where it was shown or sent to you.",
            ),
        }
    }
}

/// Decides which requests are answered, before anything is read from them. A page has one door for everybody, or one for
/// each person; the token in the address says which.
#[derive(Debug)]
pub(super) struct PhoneGate {
    authority: String,
    origin: String,
    tokens: Vec<PageToken>,
    requests: Mutex<Allowances<IpAddr>>,
    wrong: Mutex<Allowances<IpAddr>>,
}

impl PhoneGate {
    /// The gate of a page that stands at this address, with a door for each token.
    pub(super) fn new(address: SocketAddr, tokens: Vec<PageToken>) -> Self {
        // Browsers leave out the port that is the usual one.
        let authority = match (address.port(), address.ip()) {
            (80, IpAddr::V4(host)) => host.to_string(),
            (80, IpAddr::V6(host)) => format!("[{host}]"),
            _ => address.to_string(),
        };
        let origin = format!("http://{authority}");
        let (requests, wrong) = (Mutex::new(Allowances::new(REQUESTS)), Mutex::new(Allowances::new(WRONG)));
        Self { authority, origin, tokens, requests, wrong }
    }

    /// The path of the page behind a door.
    pub(super) fn base(&self, door: usize) -> String {
        format!("/{}", self.tokens.get(door).map_or("", PageToken::as_str))
    }

    /// The whole address of the page behind a door.
    pub(super) fn address(&self, door: usize) -> String {
        format!("{}{}", self.origin, self.base(door))
    }

    /// The door to which a path leads. Every token is compared, so that the time says nothing about which is near.
    pub(super) fn door(&self, path: &str) -> Option<usize> {
        let (typed, _) = parts(path);
        let matching = self.tokens.iter().enumerate().filter(|(_, token)| token.is_typed_as(typed));
        matching.map(|(door, _)| door).fold(None, |found, door| found.or(Some(door)))
    }

    /// The reason for which a request is not answered; `None` if it is.
    pub(super) fn refuses(&self, from: IpAddr, method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<Refusal> {
        if !take(&self.requests, from) {
            return Some(Refusal::TooMany);
        }
        if !self.is_our_host(uri, headers) {
            return Some(Refusal::Host);
        }
        let (token, rest) = parts(uri.path());
        let Some(door) = self.door(uri.path()) else {
            return Some(if take(&self.wrong, from) { Refusal::NotHere } else { Refusal::TooMany });
        };
        if rest == Some("") || self.tokens.get(door).is_none_or(|right| right.as_str() != token) {
            return Some(Refusal::Mistyped(door));
        }
        let changes = method != Method::GET && method != Method::HEAD;
        (changes && !self.is_our_origin(headers)).then_some(Refusal::Origin)
    }

    fn is_our_host(&self, uri: &Uri, headers: &HeaderMap) -> bool {
        let mut hosts = headers.get_all(header::HOST).iter();
        let named = hosts.next().is_some_and(|host| host.as_bytes().eq_ignore_ascii_case(self.authority.as_bytes()));
        let asked = uri.authority().is_none_or(|asked| asked.as_str().eq_ignore_ascii_case(&self.authority));
        named && asked && hosts.next().is_none()
    }

    /// Whether a form comes from our page. Browsers of ten years ago name no origin, but the page that they come from.
    fn is_our_origin(&self, headers: &HeaderMap) -> bool {
        let mut origins = headers.get_all(header::ORIGIN).iter();
        match (origins.next(), headers.get(header::REFERER)) {
            (Some(origin), _) => origins.next().is_none() && origin.as_bytes() == self.origin.as_bytes(),
            (None, Some(page)) => {
                let page = page.as_bytes().strip_prefix(self.origin.as_bytes());
                page.is_some_and(|path| path.first() == Some(&b'/'))
            }
            (None, None) => false,
        }
    }
}

/// The first part of a path, and what follows it.
fn parts(path: &str) -> (&str, Option<&str>) {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.split_once('/').map_or((path, None), |(token, rest)| (token, Some(rest)))
}

fn take(allowances: &Mutex<Allowances<IpAddr>>, from: IpAddr) -> bool {
    allowances.lock().unwrap_or_else(PoisonError::into_inner).take(from, Instant::now())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate() -> PhoneGate {
        PhoneGate::new("192.168.1.20:4242".parse().unwrap(), vec![PageToken::new().unwrap(), PageToken::new().unwrap()])
    }

    fn refuses(
        gate: &PhoneGate,
        method: &Method,
        path: &str,
        headers: &[(header::HeaderName, &str)],
    ) -> Option<Refusal> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(name, value.parse().unwrap());
        }
        gate.refuses(IpAddr::from([192, 168, 1, 7]), method, &path.parse().unwrap(), &map)
    }

    const HOST: (header::HeaderName, &str) = (header::HOST, "192.168.1.20:4242");

    #[test]
    fn only_our_host_is_answered() {
        let gate = gate();
        let page = gate.base(0);
        assert_eq!(refuses(&gate, &Method::GET, &page, &[HOST]), None);
        for headers in [&[][..], &[(header::HOST, "evil.example")], &[(header::HOST, "192.168.1.20")], &[HOST, HOST]] {
            assert_eq!(refuses(&gate, &Method::GET, &page, headers), Some(Refusal::Host), "{headers:?}");
        }
        let elsewhere = format!("http://evil.example{page}");
        assert_eq!(refuses(&gate, &Method::GET, &elsewhere, &[HOST]), Some(Refusal::Host));
    }

    #[test]
    fn only_forms_of_our_page_are_taken() {
        let gate = gate();
        let path = format!("{}/answer", gate.base(0));
        let (origin, referer) = (header::ORIGIN, header::REFERER);
        let asked =
            |more: &[(header::HeaderName, &str)]| refuses(&gate, &Method::POST, &path, &[&[HOST], more].concat());
        assert_eq!(asked(&[(origin.clone(), "http://192.168.1.20:4242")]), None);
        assert_eq!(asked(&[(referer.clone(), &gate.address(0))]), None);
        for other in ["http://evil.example", "null", "http://192.168.1.20", "https://192.168.1.20:4242", ""] {
            assert_eq!(asked(&[(origin.clone(), other), (referer.clone(), &gate.address(0))]), Some(Refusal::Origin));
        }
        assert_eq!(asked(&[]), Some(Refusal::Origin));
        assert_eq!(asked(&[(referer, "http://192.168.1.20:42420/x")]), Some(Refusal::Origin));
    }

    #[test]
    fn a_wrong_token_finds_nothing_and_soon_not_even_that() {
        let gate = gate();
        let asked = |path: &str| refuses(&gate, &Method::GET, path, &[HOST]);
        assert_eq!(asked(&gate.base(0).to_uppercase()), Some(Refusal::Mistyped(0)));
        assert_eq!(asked(&format!("{}/", gate.base(1))), Some(Refusal::Mistyped(1)));
        assert_eq!((gate.door(&gate.base(1)), gate.door("/"), gate.door("/bcdfg-hjkmn")), (Some(1), None, None));
        let answers: Vec<_> = (0..40).map(|_| asked("/bcdfg-hjkmn/answer")).collect();
        assert_eq!(answers.first(), Some(&Some(Refusal::NotHere)));
        assert_eq!(answers.last(), Some(&Some(Refusal::TooMany)));
        assert_eq!(asked(&gate.base(0)), None, "the right one is answered all the same");
    }
}
