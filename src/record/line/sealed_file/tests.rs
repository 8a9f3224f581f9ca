use super::super::{read, session_text, strikes};
use super::*;
use crate::record::SessionKind;

fn said(seq: u64, said: &str) -> Event {
    Event { seq, said: Some(said.to_owned()), ..Event::default() }
}

fn act(seq: u64, fact: Fact) -> Event {
    Event { seq, at: SessionTime::from_millis(seq * 1000), facts: vec![fact], ..Event::default() }
}

fn text(events: &[Event]) -> String {
    session_text(&Header::here(SessionKind::Workshop), events).unwrap()
}

fn talk() -> Vec<Event> {
    vec![said(1, "A -> B"), said(2, "a secret that somebody regrets"), said(3, "C -> D")]
}

/// The text of the session after its second line was struck out.
fn struck() -> String {
    let mut events = talk();
    events.push(act(4, Fact::StrikeOrdered { seq: 2 }));
    let mut bytes = text(&events).into_bytes();
    let reading = read(&bytes);
    for over in &strikes(&bytes, &reading).lines {
        bytes[over.place()].copy_from_slice(&over.bytes);
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_lines_of_a_file_put_together_again_are_the_file() {
    let whole = text(&talk());
    let file = SealedFile::of(whole.as_bytes());
    assert_eq!((file.len(), file.sound(), file.unsound_line()), (3, 3, None));
    let span = file.span_of(0, 3).unwrap();
    let lines = CarriedLine::all_in(&whole.as_bytes()[span]).unwrap();
    assert_eq!(lines[0].header().as_ref(), file.header());
    let again: String = lines.iter().map(CarriedLine::written).collect();
    assert_eq!(format!("{BANNER}{again}{CLOSING}"), whole);
    for pair in lines.windows(2) {
        assert!(pair[1].is_sealed_below(pair[0].mark));
    }
}

#[test]
fn a_growing_file_is_read_on_from_where_it_ended() {
    let mut events = Vec::new();
    let mut file = SealedFile::default();
    for event in talk() {
        events.push(event);
        let whole = text(&events);
        file.take(&whole.as_bytes()[file.position()..]).unwrap();
        assert_eq!((file.len(), file.unsound_line()), (events.len(), None));
    }
    assert!(file.take(b"something else").is_err());
}

#[test]
fn a_line_that_is_half_written_is_read_when_it_is_whole() {
    let whole = text(&talk());
    let end = SealedFile::of(whole.as_bytes()).end();
    for cut in 0..end {
        let mut file = SealedFile::of(&whole.as_bytes()[..cut]);
        assert!(file.unsound_line().is_some(), "{cut}");
        file.take(&whole.as_bytes()[file.position()..]).unwrap();
        assert_eq!((file.len(), file.unsound_line()), (3, None), "{cut}");
    }
}

#[test]
fn a_changed_line_and_everything_below_it_is_not_handed_on() {
    let changed = text(&talk()).replacen("regrets", "forgets", 1);
    let file = SealedFile::of(changed.as_bytes());
    assert_eq!((file.sound(), file.unsound_line()), (1, Some(4)));
    let newer = text(&talk()).replacen("(format: 2", "(format: 9", 1);
    assert_eq!(SealedFile::of(newer.as_bytes()).header(), None);
    assert_eq!(SealedFile::of(newer.as_bytes()).unsound_line(), Some(2));
}

#[test]
fn a_struck_line_is_handed_on_once_a_line_below_has_ordered_it() {
    let struck = struck();
    assert!(!struck.contains("regrets"));
    let file = SealedFile::of(struck.as_bytes());
    assert_eq!((file.sound(), file.unsound_line()), (4, None));
    assert_eq!(file.ordered().collect::<Vec<_>>(), [2]);
    let lines = CarriedLine::all_in(&struck.as_bytes()[file.span_of(1, 4).unwrap()]).unwrap();
    assert_eq!(lines.iter().map(CarriedLine::is_struck).collect::<Vec<_>>(), [false, true, false, false]);
    let cut = struck.split_inclusive('\n').take(5).collect::<String>() + CLOSING;
    let file = SealedFile::of(cut.as_bytes());
    assert_eq!((file.len(), file.sound(), file.unsound_line()), (3, 1, Some(4)));
}

#[test]
fn what_the_lines_say_about_the_session_is_heard_and_typed_words_are_not() {
    let mut events = vec![said(1, "MadePrivate"), act(2, Fact::Closed)];
    let file = SealedFile::of(text(&events).as_bytes());
    assert_eq!((file.withheld(), file.closed()), (None, Some(SessionTime::from_millis(2000))));
    events.extend([act(3, Fact::Resumed { who: None }), act(4, Fact::MadePrivate)]);
    let file = SealedFile::of(text(&events).as_bytes());
    assert_eq!((file.withheld(), file.closed()), (Some(HeldBack::PrivateSince(4)), None));
}
