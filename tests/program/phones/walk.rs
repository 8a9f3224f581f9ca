//! What a phone does in an evening: join, answer, change, come back, see the answers, ask, be too late.

use adjacent::app::phones::{Bar, PhoneAsk, PhonePage, PhonesReport, Seat, Vote};
use adjacent::record::Position;
use jiff::{SignedDuration, Timestamp};

use super::client::Phone;
use super::{answers, opened, options, question};

#[test]
fn a_phone_joins_answers_changes_comes_back_and_sees_what_the_room_answered() {
    let (server, reports) = opened(question(1, PhoneAsk::Hand(options())));
    let mut phone = Phone::new(server.address());
    let page = phone.look();
    assert_eq!(page.status, 200);
    for shown in
        ["Four AI changes", "What will change next door first?", "less Waiting", "Complaints", "Nothing is kept"]
    {
        assert!(page.body.contains(shown), "{shown}: {}", page.body);
    }
    let vote = |hand| phone.send(&[("kind", "hand"), ("number", "1"), ("hand", hand)]);
    let sent = vote("2");
    assert_eq!((sent.status, sent.header("location")), (303, Some(phone.base.as_str())));
    assert_eq!(vote("2").status, 303);
    assert_eq!(vote("0").status, 303);
    let came: Vec<_> = answers(&reports).into_iter().map(|answer| (answer.seat, answer.number, answer.vote)).collect();
    assert_eq!(came, [(Seat(0), 1, Vote::Hand(2)), (Seat(0), 1, Vote::Hand(0))]);

    let back = phone.clone().look();
    assert!(back.header("set-cookie").is_none(), "it has its seat");
    assert!(back.body.contains("Your answer is in") && back.body.contains("Change my answer"));
    assert!(back.body.contains(r#"value="0" required checked"#), "{}", back.body);

    let bars =
        vec![Bar { option: "Claim routing".to_owned(), count: 3 }, Bar { option: "Waiting".to_owned(), count: 1 }];
    server.show(PhonePage { asks: PhoneAsk::Nothing, bars, ..question(1, PhoneAsk::Nothing) });
    let shown = phone.get("");
    assert!(
        shown.body.contains("You answered: Claim routing") && shown.body.contains(r#"width="33""#),
        "{}",
        shown.body
    );
    assert_eq!(vote("1").status, 409);
    server.show(question(2, PhoneAsk::Hand(options())));
    assert!(!phone.get("").body.contains("Your answer is in"), "another question");
    assert_eq!(vote("1").status, 409);
    assert_eq!(answers(&reports), []);
}

/// What is asked, the fields of the form, and what reaches the console.
type Asked<'a> = (PhoneAsk, &'a [(&'a str, &'a str)], Vote);

#[test]
fn every_kind_of_answer_reaches_the_console() {
    let (server, reports) = opened(question(1, PhoneAsk::Slip));
    let phone = Phone::joined(server.address());
    let line = phone.get("").body;
    let line = line.split(r#"name="line" value=""#).nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let asked: [Asked<'_>; 7] = [
        (
            PhoneAsk::Slip,
            &[("kind", "slip"), ("slip", "  I am afraid\r\nof \u{202e}it ")],
            Vote::Slip("I am afraid of it".into()),
        ),
        (
            PhoneAsk::Dots(3, options()),
            &[("kind", "dots"), ("dots", "2"), ("dots", "0"), ("dots", "1")],
            Vote::Dots(vec![2, 0, 1]),
        ),
        (
            PhoneAsk::Scale(options()),
            &[("kind", "scale"), ("scale0", "1"), ("scale1", "5"), ("scale2", "3")],
            Vote::Scale(vec![1, 5, 3]),
        ),
        (PhoneAsk::Verdict, &[("kind", "verdict"), ("verdict", "nearly")], Vote::Verdict(Position::Unsure)),
        (
            PhoneAsk::Nothing,
            &[("kind", "question"), ("question", "Who pays for it?")],
            Vote::Question("Who pays for it?".into()),
        ),
        (PhoneAsk::Nothing, &[("kind", "surprised"), ("line", line)], Vote::Surprised),
        (PhoneAsk::Nothing, &[("kind", "surprised"), ("line", line)], Vote::Surprised),
    ];
    for (number, (asks, fields, vote)) in (1_u64..).zip(asked) {
        server.show(question(number, asks.clone()));
        let page = phone.get("").body;
        assert!(page.contains(r#"action=""#), "{page}");
        let number = number.to_string();
        let sent = phone.send(&[fields, &[("number", number.as_str())]].concat());
        assert_eq!(sent.status, 303, "{asks:?}: {}", sent.body);
        let came: Vec<_> = answers(&reports).into_iter().map(|answer| answer.vote).collect();
        // The last one is the same surprise at the same line.
        assert_eq!(came, if number == "7" { vec![] } else { vec![vote] });
    }
    assert!(phone.get("").body.contains("You said that you would be surprised."));
    assert!(phone.get("").body.contains("<li>Who pays for it?</li>"));
}

#[test]
fn what_cannot_be_taken_is_said_and_nothing_typed_is_lost() {
    let (server, reports) = opened(question(4, PhoneAsk::Dots(3, options())));
    let phone = Phone::joined(server.address());
    let sent = phone.send(&[("kind", "dots"), ("number", "4"), ("dots", "2"), ("dots", "2"), ("dots", "1")]);
    assert_eq!(sent.status, 422);
    assert!(
        sent.body.contains("more than 3 dots") && sent.body.contains(r#"<option value="2" selected>"#),
        "{}",
        sent.body
    );
    let late = phone.send(&[("kind", "slip"), ("number", "3"), ("slip", "my <b>worry</b>")]);
    assert_eq!(late.status, 409);
    assert!(
        late.body.contains("came too late") && late.body.contains("my &#60;b&#62;worry&#60;/b&#62;"),
        "{}",
        late.body
    );
    let stranger = Phone { cookie: None, ..phone.clone() };
    let refused = stranger.send(&[("kind", "question"), ("number", "4"), ("question", "Who?")]);
    assert_eq!(refused.status, 403);
    assert!(refused.body.contains("Allow cookies") && refused.body.contains("Who?"));
    let surprised = phone.send(&[("kind", "surprised"), ("number", "4"), ("line", "0123456789abcdef")]);
    assert_eq!(surprised.status, 409, "another line stands there now");
    assert_eq!(answers(&reports), []);
}

#[test]
fn what_changes_comes_by_itself_to_one_window_of_a_browser() {
    let until = Timestamp::now() + SignedDuration::from_secs(90);
    let (server, reports) = opened(PhonePage { until: Some(until), ..question(1, PhoneAsk::Slip) });
    let phone = Phone::joined(server.address());
    let mut live = phone.live();
    assert!(live.wait_for("asked").contains("Your answer, without your name"));
    assert!(live.wait_for("line").contains("less Waiting"));
    let left: u64 = live.wait_for("clock").trim().parse().unwrap();
    assert!((60..=90).contains(&left), "{left}");
    phone.send(&[("kind", "slip"), ("number", "1"), ("slip", "the night shift")]);
    assert!(live.wait_for("asked").contains("Your answer is in"));
    server.show(question(2, PhoneAsk::Verdict));
    assert!(live.wait_for("asked").contains("Nearly"));
    let mut other = phone.live();
    live.wait_for("elsewhere");
    assert!(live.ends());
    assert!(other.wait_for("asked").contains("Nearly"));
    let present = reports.iter().find_map(|report| match report {
        PhonesReport::Present(count) => Some(count),
        _ => None,
    });
    assert_eq!(present, Some(1));
    let host = phone.host.clone();
    drop(server);
    other.wait_for("over");
    assert!(other.ends());
    assert!(std::net::TcpStream::connect(host).is_err(), "nothing listens any more");
}
