//! What was learned: what the room said and judged, and never a pattern that nobody touched.

use adjacent::record::{Fact, FindingPart, Judgement, RoomView, ShownFinding};

use crate::minutes::room::Room;
use crate::minutes::unedited::ward;

#[test]
fn the_insight_of_the_hour_is_told_with_the_words_and_numbers_of_the_room() {
    assert_eq!(
        ward().under("What we learned"),
        "- **Scan reader to report quality**: more scans, then more reporting backlog, and in the end less report \
         quality, within about a month. What is wanted is more of it.\n  \
         - Scan reader → scans: “since it reads them in a minute we order more” (Emergency, seen)\n  \
         - scans → reporting backlog: because every flagged scan is read twice (Radiology, seen)\n  \
         - Seen: scans went up, “40 % since May”"
    );
}

#[test]
fn a_pattern_that_nobody_touched_is_not_told() {
    let mut room = Room::new();
    room.says("@A owns !Bot").says("@B owns !Copilot").says("Bot, Copilot -> $Data : needs").says("@C owns $Data");
    room.says("Bot -> less Time").says("Copilot -> less Time");
    assert_eq!(room.under("What we learned"), "", "{}", room.minutes());
}

#[test]
fn at_most_five_things_were_learned() {
    let mut room = Room::new();
    for at in 0..9 {
        room.says(&format!("zqtom> !Bot {at} -> more calls {at} : seen \"they ring {at}\""));
        room.says(&format!("zqmei> calls {at} -> more overtime {at} : seen \"they stay {at}\""));
    }
    let learned = room.under("What we learned");
    assert_eq!(learned.lines().filter(|line| line.starts_with("- ")).count(), 5, "{learned}");
}

#[test]
fn what_the_room_refused_is_not_told_even_with_quotes() {
    let mut room = ward();
    let about = vec!["Scan reader".to_owned(), "report quality".to_owned()];
    room.key(Fact::Judged {
        lens: "ripple".into(),
        pattern: None,
        about,
        judgement: Judgement::True,
        reason: Some("May".into()),
    });
    let learned = room.under("What we learned");
    assert!(learned.starts_with("- **Scan reader to report quality**") && learned.contains("more of it. (May)\n"));
    assert_eq!(learned.matches("Scan reader to report quality").count(), 1, "it is told once");
}

#[test]
fn a_finding_that_stood_on_the_screen_was_talked_about() {
    let mut room = Room::new();
    room.says("want Trust up").says("!Service bot -> Handle time : -").says("Handle time -> Trust : +");
    assert_eq!(room.under("What we learned"), "");
    let about = vec!["Service bot".to_owned(), "Trust".to_owned()];
    let shown = ShownFinding { lens: "ripple".to_owned(), pattern: None, about, part: FindingPart::default() };
    room.key(Fact::Shown { view: RoomView::Finding(shown) });
    assert!(room.under("What we learned").starts_with("- **Service bot to Trust**"), "{}", room.minutes());
}

#[test]
fn alone_it_is_you_who_learned() {
    let mut room = Room::alone();
    room.says("!Bot -> more calls : seen \"they ring\"").says("calls -> more overtime : seen");
    assert!(room.headings().contains(&"What you learned".to_owned()), "{}", room.minutes());
}

#[test]
fn what_people_said_they_learned_comes_first_in_their_words_and_stands_once() {
    let mut room = ward();
    room.in_step("close.1").says("our good number is their bad month").says("haha");
    room.says("nobody had asked the contractors, ever");
    let learned = room.under("What we learned");
    let first =
        "- “our good number is their bad month”\n- “nobody had asked the contractors, ever”\n- **Scan reader to";
    assert!(learned.starts_with(first), "{learned}");
    assert!(!room.under("What was said").contains("good number"), "{}", room.under("What was said"));
}
