//! Those who mean no good: wrong tokens, foreign pages, forms too long, texts that act, clients that hold on.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use adjacent::app::phones::{Bar, PhoneAsk, PhonePage};
use adjacent::phones::{PhoneServer, PhonesError};

use super::client::{Phone, form, raw};
use super::{answers, opened, question};

const SLIP: &[(&str, &str)] = &[("kind", "slip"), ("number", "1"), ("slip", "mine")];

#[test]
fn nothing_is_said_without_the_token() {
    let (server, _reports) = opened(question(1, PhoneAsk::Slip));
    let phone = Phone::joined(server.address());
    let ask = |path: &str| {
        raw(&phone.host, &format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", phone.host))
    };
    for path in ["/", "/favicon.ico", "/bcdfg-hjkmn", "/bcdfg-hjkmn/live", "/../../etc/passwd", "//", "/%2e%2e/"] {
        let reply = ask(path).unwrap();
        assert_eq!(reply.status, 404, "{path}");
        assert!(!reply.body.contains("Four AI changes") && reply.header("set-cookie").is_none(), "{path}");
    }
    let mistyped = ask(&phone.base.to_uppercase().replace('-', "")).unwrap();
    assert_eq!((mistyped.status, mistyped.header("location")), (303, Some(phone.base.as_str())));
    let statuses: Vec<_> = (0..40).map(|_| ask("/bcdfg-hjkmn").unwrap().status).collect();
    assert_eq!(statuses.last(), Some(&429));
    assert_eq!(phone.get("").status, 200, "those with the token are answered all the same");
    assert_eq!(phone.get("/other").status, 404);
}

#[test]
fn a_foreign_page_can_neither_read_nor_answer() {
    let (server, reports) = opened(question(1, PhoneAsk::Slip));
    let phone = Phone::joined(server.address());
    let kind = "Content-Type: application/x-www-form-urlencoded";
    let own = format!("Origin: http://{}", phone.host);
    for origin in [
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1",
        "Referer: http://evil.example/",
        "X-None: 1",
    ] {
        assert_eq!(phone.send_with(&[origin, kind], &form(SLIP)).status, 403, "{origin}");
    }
    let rebound = format!("GET {} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", phone.base);
    assert_eq!(raw(&phone.host, &rebound).unwrap().status, 421);
    assert_eq!(phone.send_with(&[&own, "Content-Type: text/plain"], &form(SLIP)).status, 415);
    assert_eq!(phone.send_with(&[&own, kind], &form(&[("kind", "party"), ("number", "1")])).status, 422);
    let forged = Phone { cookie: Some(format!("adjacent_seat={}", "0".repeat(80))), ..phone.clone() };
    assert_eq!(forged.send(SLIP).status, 403);
    assert_eq!(answers(&reports), []);
    assert_eq!(phone.send(SLIP).status, 303);
}

#[test]
fn what_is_too_long_is_refused() {
    let (server, reports) = opened(question(1, PhoneAsk::Slip));
    let phone = Phone::joined(server.address());
    let long = phone.send(&[("kind", "slip"), ("number", "1"), ("slip", &"a".repeat(281))]);
    assert_eq!(long.status, 422);
    assert!(long.body.contains("281 characters; 280 fit"), "{}", long.body);
    assert_eq!(phone.send(&[("kind", "slip"), ("number", "1"), ("slip", &"a".repeat(20_000))]).status, 413);
    let many: Vec<_> = (0..1_000).map(|_| ("dots", "1")).chain(SLIP.iter().copied()).collect();
    assert_eq!(phone.send(&many).status, 303, "fields that nobody asked for say nothing");
    let header =
        format!("GET {} HTTP/1.1\r\nHost: {}\r\nX-Long: {}\r\n\r\n", phone.base, phone.host, "a".repeat(100_000));
    assert!(raw(&phone.host, &header).is_none_or(|reply| reply.status == 431));
    let lines = "X-Line: 1\r\n".repeat(500);
    let lines = format!("GET {} HTTP/1.1\r\nHost: {}\r\n{lines}\r\n", phone.base, phone.host);
    assert!(raw(&phone.host, &lines).is_none_or(|reply| reply.status == 431));
    assert_eq!(answers(&reports).len(), 1);
}

#[test]
fn no_text_acts_on_a_page() {
    let acts = "<script>alert(1)</script>\u{202e}\u{1b}[2J\"onload='x' &amp;";
    let text = || acts.to_owned();
    let page = PhonePage {
        number: 1,
        title: text(),
        question: text(),
        last_line: text(),
        asks: PhoneAsk::Hand(vec![text(), text()]),
        ..PhonePage::default()
    };
    let (server, _reports) = opened(page.clone());
    let phone = Phone::joined(server.address());
    let check = |body: &str| {
        assert_eq!(body.matches("<script").count(), 1, "our own alone: {body}");
        assert!(!body.contains(['\u{202e}', '\u{1b}']) && !body.contains("\"onload"), "{body}");
    };
    check(&phone.get("").body);
    server.show(PhonePage { asks: PhoneAsk::Scale(vec![text()]), ..page.clone() });
    check(&phone.get("").body);
    server.show(PhonePage { asks: PhoneAsk::Nothing, bars: vec![Bar { option: text(), count: 1 }], ..page });
    phone.send(&[("kind", "question"), ("number", "1"), ("question", acts)]);
    check(&phone.get("").body);
    let late = phone.send(&[("kind", "slip"), ("number", "0"), ("slip", acts)]);
    assert_eq!(late.status, 409);
    check(&late.body);
}

#[test]
fn every_answer_has_the_headers_that_shut_others_out() {
    let (server, _reports) = opened(question(1, PhoneAsk::Slip));
    let phone = Phone::joined(server.address());
    let wrong = Phone { base: "/x".to_owned(), ..phone.clone() };
    for reply in [phone.get(""), phone.get("/phone.css"), phone.get("/phone.js"), phone.get("/none"), wrong.get("")] {
        let policy = reply.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{policy}");
        assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"), "{policy}");
        assert_eq!(reply.header("referrer-policy"), Some("same-origin"));
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
        assert!(reply.header("cache-control").is_some());
        assert!(!reply.body.contains("://"), "nothing of anybody else is named: {}", reply.body);
    }
    let mut fresh = Phone::new(server.address());
    let cookie = fresh.look().header("set-cookie").unwrap().to_owned();
    for part in ["HttpOnly", "SameSite=Lax", "Max-Age=43200", &format!("Path={}", fresh.base)] {
        assert!(cookie.contains(part), "{cookie}");
    }
}

#[test]
fn a_client_that_holds_on_or_sends_noise_stops_nobody() {
    let (server, reports) = opened(question(1, PhoneAsk::Slip));
    let phone = Phone::joined(server.address());
    let mut slow = TcpStream::connect(&phone.host).unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: ").unwrap();
    let idle: Vec<_> = (0..100).map(|_| TcpStream::connect(&phone.host).unwrap()).collect();
    let mut noise = fastrand::Rng::with_seed(7);
    for _ in 0..100 {
        let bytes: String = (0..noise.usize(1..400)).map(|_| noise.char(..)).collect();
        let _ = raw_quick(&phone.host, &bytes);
        let bytes: String = (0..noise.usize(1..400)).map(|_| noise.char(..)).collect();
        let status = phone
            .send_with(
                &[&format!("Origin: http://{}", phone.host), "Content-Type: application/x-www-form-urlencoded"],
                &bytes,
            )
            .status;
        assert!((400..500).contains(&status), "{status}");
    }
    assert_eq!(phone.send(SLIP).status, 303);
    assert_eq!(answers(&reports).len(), 1);
    // A head that does not come to its end is cut off.
    slow.set_read_timeout(Some(Duration::from_secs(40))).unwrap();
    let mut rest = Vec::new();
    assert!(slow.read_to_end(&mut rest).is_ok());
    drop(idle);
}

/// Sends noise, and does not wait for an answer.
fn raw_quick(host: &str, noise: &str) -> std::io::Result<()> {
    TcpStream::connect(host)?.write_all(noise.as_bytes())
}

#[test]
fn an_address_is_named_or_near() {
    let open = |address| PhoneServer::open(Some(address), PhonePage::default(), |_| ()).map(|_| ());
    assert!(matches!(open("0.0.0.0"), Err(PhonesError::Everywhere(_))));
    assert!(matches!(open("room.example"), Err(PhonesError::NotAnAddress(_))));
    let far = open("192.0.2.77").unwrap_err();
    assert!(matches!(far, PhonesError::NotBound { .. }) && far.to_string().contains("name another address"), "{far}");
    let (one, _reports) = opened(PhonePage::default());
    let (other, _reports) = opened(PhonePage::default());
    assert_ne!(one.address().rsplit('/').next(), other.address().rsplit('/').next(), "a new token each time");
}
