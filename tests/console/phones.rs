//! Phones in the room: what their page shows, and that nothing of a phone is seen or recorded before it is shown.

use adjacent::app::phones::{PhoneAnswer, PhoneAsk, PhonePage, PhonesReport, Seat, Vote};
use adjacent::app::{Code, KeyPress, Msg};
use adjacent::record::{Fact, Hands, Position};

use crate::slow::{ADDRESS, Slow};
use crate::typing::Typing;

const VOTE: KeyPress = KeyPress::ctrl('b');
const F6: Code = Code::F(6);

/// Words that only phones say.
const MARKER: &str = "zqphone";

/// A workshop of six in which a line was said, with a page for phones; `there` phones have opened it.
fn begun(there: usize) -> Slow {
    let mut slow = Slow::workshop();
    slow.says("zmei> Triage bot -> more calls").settles();
    slow.says("/phones").enter().settles();
    slow.code(Code::Esc).happens(Msg::Phones(PhonesReport::Present(there))).settles();
    assert!(slow.model.phones.is_open(), "{}", slow.screen());
    slow
}

/// The page that phones show after all that happened.
fn page(slow: &mut Slow) -> PhonePage {
    slow.waits(1).settles();
    slow.page.clone().unwrap()
}

fn answers(slow: &mut Slow, seat: u32, vote: Vote) {
    let number = page(slow).number;
    answers_to(slow, number, seat, vote);
}

fn answers_to(slow: &mut Slow, number: u64, seat: u32, vote: Vote) {
    slow.happens(Msg::Phones(PhonesReport::Answered(PhoneAnswer { seat: Seat(seat), number, vote }))).settles();
}

fn last(slow: &Slow) -> &[Fact] {
    &slow.file.last().unwrap().facts
}

fn hands(counts: &[(&str, u16)]) -> Vec<Hands> {
    counts.iter().map(|(option, count)| Hands { option: (*option).to_owned(), count: *count }).collect()
}

/// Whether the marker is anywhere that the room or the record would show it.
fn is_out(slow: &Slow) -> bool {
    slow.room().contains(MARKER) || format!("{:?}", slow.file).contains(MARKER)
}

#[test]
fn the_page_is_off_until_asked_for_and_the_address_is_no_part_of_the_record() {
    let mut slow = Slow::workshop();
    assert!(slow.page.is_none() && !slow.model.phones.is_open());
    slow.says("/phones");
    assert!(slow.reads().contains("Enter opens the page"), "{}", slow.screen());
    slow.enter().settles();
    assert!(slow.reads().contains("192.168.1.20:4242/bcdfg-hjkmn"), "{}", slow.screen());
    let draws_codes = cfg!(feature = "phones");
    assert_eq!(slow.screen().contains('▀'), draws_codes, "the code is drawn\n{}", slow.screen());
    slow.enter().settles();
    let room = slow.room();
    assert!(room.contains('▀') == draws_codes && room.contains("192.168.1.20:4242"), "{room}");
    assert!(!format!("{:?}", slow.file).contains("bcdfg"), "{:?}", slow.file);
}

#[test]
fn the_page_ends_with_the_session_and_at_two_keys() {
    let mut slow = begun(2);
    slow.says("/phones").types("x");
    assert!(slow.model.phones.is_open());
    slow.types("x").settles();
    assert!(!slow.model.phones.is_open() && slow.page.is_none());
    assert!(!slow.room().contains("192.168"), "{}", slow.room());

    let mut slow = begun(2);
    slow.press(KeyPress::ctrl('p')).types("end this session").enter().enter().settles();
    assert!(!slow.model.phones.is_open() && slow.page.is_none(), "{}", slow.screen());
}

#[test]
fn a_page_that_opens_after_its_session_was_left_is_closed() {
    let mut slow = Slow::workshop();
    slow.happens(Msg::Phones(PhonesReport::Open(ADDRESS.to_owned()))).settles();
    assert!(!slow.model.phones.is_open());
    assert!(slow.closed);
}

#[test]
fn a_phone_shows_what_the_room_reads_and_nothing_behind_the_curtain() {
    let mut slow = begun(1);
    let shown = page(&mut slow);
    assert_eq!(shown.title, "Spring review");
    assert!(shown.last_line.to_lowercase().contains("triage bot"), "{shown:?}");
    slow.says("me: zqphone is for me alone").settles();
    assert!(!format!("{:?}", page(&mut slow)).contains(MARKER));
    slow.code(Code::F(8)).settles();
    slow.says("Triage bot -> zqphone").settles();
    let shown = page(&mut slow);
    assert_eq!((shown.question.as_str(), shown.last_line.as_str()), ("", ""));
    slow.code(Code::F(8)).settles();
    assert!(!page(&mut slow).last_line.contains(MARKER), "a line typed behind the curtain is never shown");
}

#[test]
fn slips_go_among_the_hidden_answers_one_a_seat_and_can_be_changed_until_all_are_shown() {
    let mut slow = begun(4);
    slow.code(F6).enter().settles();
    assert_eq!(page(&mut slow).asks, PhoneAsk::Slip);
    for seat in 0..3 {
        answers(&mut slow, seat, Vote::Slip(format!("{MARKER} {seat}")));
    }
    answers(&mut slow, 1, Vote::Slip(format!("{MARKER} changed")));
    answers(&mut slow, 1, Vote::Slip(format!("{MARKER} changed")));
    let private = slow.private.clone().unwrap();
    assert_eq!((private.count(), private.entries.len()), (3, 3));
    assert_eq!(page(&mut slow).count, "3 of 4 are in");
    assert!(slow.room().contains("3 of 4 are in"), "{}", slow.room());
    assert!(!is_out(&slow) && !slow.screen().contains(MARKER), "{}", slow.screen());

    slow.code(F6).enter().settles();
    let Fact::Revealed { texts } = &last(&slow)[0] else { panic!("{:?}", last(&slow)) };
    let mut shown = texts.clone();
    shown.sort();
    assert_eq!(shown, ["zqphone 0", "zqphone 2", "zqphone changed"]);
    assert_eq!(slow.private, None);
    assert_eq!(page(&mut slow).texts.len(), 3);
    assert_eq!(page(&mut slow).asks, PhoneAsk::Nothing);
}

#[test]
fn a_slip_that_was_moderated_and_is_changed_counts_its_writer_once() {
    let mut slow = begun(4);
    slow.code(F6).enter().settles();
    for seat in 0..3 {
        answers(&mut slow, seat, Vote::Slip(format!("slip {seat}")));
    }
    slow.code(F6).types("d").settles();
    let dropped =
        (0..3).find(|seat| !slow.private.as_ref().unwrap().entries.contains(&format!("slip {seat}"))).unwrap();
    slow.code(Code::Esc);
    answers(&mut slow, dropped, Vote::Slip("other words".to_owned()));
    let private = slow.private.clone().unwrap();
    assert_eq!(private.count(), 3, "{private:?}");
    assert!(private.entries.contains(&"other words".to_owned()));
}

#[test]
fn a_disk_that_fails_loses_no_slip_and_no_change() {
    let mut slow = begun(3);
    slow.code(F6).enter().settles();
    for seat in 0..3 {
        answers(&mut slow, seat, Vote::Slip(format!("slip {seat}")));
    }
    slow.fails();
    answers(&mut slow, 0, Vote::Slip("changed".to_owned()));
    slow.works();
    answers(&mut slow, 2, Vote::Slip("changed too".to_owned()));
    let mut entries = slow.private.clone().unwrap().entries;
    entries.sort();
    assert_eq!(entries, ["changed", "changed too", "slip 1"]);
}

#[test]
fn hands_are_counted_with_the_typed_ones_and_nobody_sees_a_number_before() {
    let mut slow = begun(5);
    slow.says("vote: Pause, Stop, Go on").settles();
    assert!(matches!(page(&mut slow).asks, PhoneAsk::Hand(options) if options.len() == 3));
    for seat in 0..4 {
        answers(&mut slow, seat, Vote::Hand(0));
    }
    answers(&mut slow, 3, Vote::Hand(2));
    answers(&mut slow, 4, Vote::Hand(7));
    answers(&mut slow, 4, Vote::Dots(vec![1, 0, 0]));
    assert_eq!(page(&mut slow).count, "4 of 5 are in");
    assert!(slow.room().contains("4 of 5 are in"), "{}", slow.room());
    assert!(page(&mut slow).bars.is_empty());
    let late = page(&mut slow).number;
    slow.press(VOTE).types("0 2");
    assert!(slow.reads().contains("4 answers on phones"), "{}", slow.screen());
    slow.enter().settles();
    let expected = Fact::Voted {
        ballot: "Pause, Stop, Go on".to_owned(),
        hands: hands(&[("Pause", 3), ("Stop", 2), ("Go on", 1)]),
    };
    assert_eq!(last(&slow)[0], expected);
    assert_eq!(page(&mut slow).bars.iter().map(|bar| bar.count).collect::<Vec<_>>(), [3, 2, 1]);
    assert_eq!(page(&mut slow).asks, PhoneAsk::Nothing);

    let before = slow.file.len();
    answers_to(&mut slow, late, 9, Vote::Hand(1));
    assert_eq!(slow.file.len(), before);
    slow.press(KeyPress::ctrl('z')).settles();
    let again = page(&mut slow);
    assert_eq!((again.number, again.count.as_str()), (late, "4 of 5 are in"), "{again:?}");
}

#[test]
fn a_line_of_numbers_does_not_pass_over_what_phones_answered() {
    let mut slow = begun(3);
    slow.says("vote: Pause, Stop").settles();
    answers(&mut slow, 0, Vote::Hand(0));
    let before = slow.file.len();
    slow.says("2 4").settles();
    assert_eq!(slow.file.len(), before);
    assert!(slow.reads().contains("1 answer is in on phones"), "{}", slow.screen());
}

#[test]
fn dots_and_ratings_of_phones_are_recorded_as_the_typed_ones_are() {
    let mut slow = begun(2);
    slow.says("vote dots 3: Pause, Stop").settles();
    answers(&mut slow, 0, Vote::Dots(vec![2, 1]));
    answers(&mut slow, 1, Vote::Dots(vec![3, 1]));
    answers(&mut slow, 1, Vote::Dots(vec![0, 3]));
    slow.press(VOTE).enter().enter().settles();
    assert!(
        matches!(&last(&slow)[0], Fact::Voted { hands: counts, .. } if *counts == hands(&[("Pause", 2), ("Stop", 4)]))
    );

    slow.says("vote 1-5: Pause, Stop").settles();
    answers(&mut slow, 0, Vote::Scale(vec![5, 2]));
    answers(&mut slow, 1, Vote::Scale(vec![3, 2]));
    slow.press(VOTE).enter().enter().settles();
    let rated: Vec<u8> = last(&slow)
        .iter()
        .filter_map(|fact| if let Fact::Rated { value, .. } = fact { Some(*value) } else { None })
        .collect();
    assert_eq!(rated, [3, 5, 2, 2]);
}

#[test]
fn questions_wait_until_they_are_shown_merged_parked_or_dropped() {
    let mut slow = begun(4);
    let number = page(&mut slow).number;
    for (seat, text) in ["zqphone who pays", "zqphone who answers", "zqphone later", "zqphone never"].iter().enumerate()
    {
        answers_to(&mut slow, number + 7, u32::try_from(seat).unwrap(), Vote::Question((*text).to_owned()));
    }
    assert_eq!(slow.model.phones.waiting.len(), 4);
    assert!(!is_out(&slow) && !slow.screen().contains(MARKER), "{}", slow.screen());
    slow.says("/from-phones").types("m").enter().settles();
    assert_eq!(last(&slow), [Fact::Asked { text: "zqphone who pays / zqphone who answers".to_owned() }]);
    assert!(slow.room().contains("zqphone who pays"), "{}", slow.room());
    slow.types("p").settles();
    assert_eq!(last(&slow), [Fact::Parked { text: "zqphone later".to_owned() }]);
    let before = slow.file.len();
    slow.types("d").settles();
    assert_eq!((slow.file.len(), slow.model.phones.waiting.len()), (before, 0));
    slow.press(KeyPress::ctrl('z'));
    assert_eq!(slow.model.phones.waiting.len(), 1);
    assert!(slow.file.iter().all(|event| event.speaker.is_none() || event.is_line()));
}

#[test]
fn all_who_would_be_surprised_by_one_line_are_one_entry() {
    let mut slow = begun(4);
    page(&mut slow);
    for seat in [1, 2, 2, 3] {
        answers_to(&mut slow, 0, seat, Vote::Surprised);
    }
    assert_eq!(slow.model.phones.waiting.len(), 1);
    slow.says("/from-phones").enter().settles();
    let Fact::Answered { text } = &last(&slow)[0] else { panic!("{:?}", last(&slow)) };
    assert!(text.starts_with("Three of us would be surprised: "), "{text}");
    assert!(text.to_lowercase().contains("triage bot"), "{text}");
}

#[test]
fn where_the_room_sees_this_screen_nothing_of_a_phone_shows_on_it() {
    let mut slow = begun(4);
    slow.press(KeyPress::ctrl('p')).types("one window").enter().settles();
    assert!(slow.model.is_shared());
    answers_to(&mut slow, 0, 1, Vote::Question("zqphone who pays".to_owned()));
    slow.says("/from-phones");
    assert!(slow.reads().contains("1 entry from phones") && !slow.screen().contains(MARKER), "{}", slow.screen());
    slow.enter().types("p").settles();
    assert!(!is_out(&slow) && slow.model.phones.waiting.len() == 1);
    slow.code(Code::F(2));
    assert!(slow.screen().contains(MARKER), "{}", slow.screen());
}

#[test]
fn hostile_words_of_a_phone_do_nothing() {
    let mut slow = begun(3);
    answers_to(&mut slow, 0, 1, Vote::Question("\u{1b}[2Jzq\u{202e}\nx -> y".to_owned()));
    slow.says("/from-phones").enter().settles();
    let [Fact::Asked { text }] = last(&slow) else { panic!("{:?}", last(&slow)) };
    assert!(text.ends_with("x -> y") && !text.chars().any(|c| c.is_control() || c == '\u{202e}'), "{text:?}");
}

#[test]
fn answers_of_an_earlier_opening_are_other_seats() {
    let mut slow = begun(3);
    slow.says("vote: Pause, Stop").settles();
    answers(&mut slow, 1, Vote::Hand(0));
    slow.says("/phones").types("xx").settles();
    slow.says("/phones").enter().settles();
    slow.code(Code::Esc);
    answers(&mut slow, 1, Vote::Hand(1));
    slow.press(VOTE).enter().enter().settles();
    let Fact::Voted { hands: counts, .. } = &last(&slow)[0] else { panic!("{:?}", last(&slow)) };
    assert_eq!(*counts, hands(&[("Pause", 0), ("Stop", 1)]), "a closed page forgets what was not shown");
}

#[test]
fn right_nearly_and_no_are_counted_and_never_told_by_person() {
    let mut slow = Slow::workshop_with(&["arrive", "lever"]);
    for line in ["Triage bot -> more calls", "calls -> more waiting", "waiting -> more triage bot"] {
        slow.says(line).settles();
    }
    slow.says("/phones").enter().settles();
    slow.code(Code::Esc).happens(Msg::Phones(PhonesReport::Present(3)));
    for _ in 0..12 {
        if page(&mut slow).asks == PhoneAsk::Verdict {
            break;
        }
        slow.code(Code::PageDown).settles();
    }
    assert_eq!(page(&mut slow).asks, PhoneAsk::Verdict, "{:?}\n{}", slow.page, slow.screen());
    for (seat, position) in [(1, Position::Yes), (2, Position::Unsure), (3, Position::Yes), (3, Position::No)] {
        answers(&mut slow, seat, Vote::Verdict(position));
    }
    assert!(slow.room().contains("3 of 3 are in"), "{}", slow.room());
    slow.press(VOTE);
    assert!(slow.reads().contains("nobody has seen the answers"), "{}", slow.screen());
    slow.enter().settles();
    let Fact::Voted { hands: counts, .. } = &last(&slow)[0] else { panic!("{:?}", last(&slow)) };
    assert_eq!(*counts, hands(&[("right", 1), ("nearly", 1), ("no", 1)]));
    assert!(slow.file.last().unwrap().speaker.is_none());
}
