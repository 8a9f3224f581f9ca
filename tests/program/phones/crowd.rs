//! A full room.

use std::collections::BTreeMap;
use std::sync::Barrier;
use std::thread;

use adjacent::app::phones::{PhoneAsk, Vote};

use super::client::Phone;
use super::{answers, opened, question};

#[test]
fn of_two_hundred_phones_no_answer_is_lost_and_none_counts_twice() {
    const PHONES: usize = 200;
    let (server, reports) = opened(question(1, PhoneAsk::Slip));
    let address = server.address();
    let all_there = Barrier::new(PHONES);
    thread::scope(|scope| {
        for phone in 0..PHONES {
            let all_there = &all_there;
            let joins = move || {
                let phone_there = Phone::joined(address);
                let mut live = phone_there.live();
                live.wait_for("asked");
                all_there.wait();
                let first = format!("draft of {phone}");
                let last = format!("answer of {phone}");
                for text in [&first, &last, &last] {
                    let sent = phone_there.send(&[("kind", "slip"), ("number", "1"), ("slip", text)]);
                    assert_eq!(sent.status, 303, "{}", sent.body);
                }
                assert!(phone_there.get("").body.contains(&last), "a phone that comes back has its answer");
            };
            thread::Builder::new().stack_size(256 * 1024).spawn_scoped(scope, joins).unwrap();
        }
    });
    let came = answers(&reports);
    assert_eq!(came.len(), 2 * PHONES, "each answer once, each change once");
    let last: BTreeMap<_, _> = came.into_iter().map(|answer| (answer.seat, answer.vote)).collect();
    let mut texts: Vec<_> = last.into_values().collect();
    texts.sort_by_key(|vote| format!("{vote:?}"));
    let mut expected: Vec<_> = (0..PHONES).map(|phone| Vote::Slip(format!("answer of {phone}"))).collect();
    expected.sort_by_key(|vote| format!("{vote:?}"));
    assert_eq!(texts, expected);
}

#[test]
fn a_phone_that_sends_faster_than_anybody_types_waits_and_others_do_not() {
    let (server, reports) = opened(question(1, PhoneAsk::Slip));
    let (one, other) = (Phone::joined(server.address()), Phone::joined(server.address()));
    let slip = |phone: &Phone, text: &str| phone.send(&[("kind", "slip"), ("number", "1"), ("slip", text)]);
    let replies: Vec<_> = (0..40).map(|number| slip(&one, &format!("number {number}"))).collect();
    let refused = replies.iter().find(|reply| reply.status == 429).expect("no limit");
    assert!(refused.body.contains("Wait a few seconds") && refused.body.contains("number "), "{}", refused.body);
    assert_eq!(slip(&other, "mine").status, 303);
    assert!(answers(&reports).len() < 40);
}

#[test]
fn a_phone_asks_a_few_questions_and_each_once() {
    let (server, reports) = opened(question(1, PhoneAsk::Nothing));
    let phone = Phone::joined(server.address());
    let ask = |text: &str| phone.send(&[("kind", "question"), ("number", "1"), ("question", text)]).status;
    assert_eq!([ask("Who pays?"), ask("Who pays?"), ask("Who answers?")], [303, 303, 303]);
    assert_eq!(answers(&reports).len(), 2);
    assert!((0..10).map(|number| ask(&format!("Question {number}?"))).any(|status| status == 429));
}
