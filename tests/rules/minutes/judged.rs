//! What shows on the map stands in the minutes when the room said that it is so, or left it open on purpose; never else.

use adjacent::record::{Fact, Judgement};

use crate::minutes::room::Room;

fn judged(judgement: Judgement, reason: Option<&str>) -> Fact {
    let about = vec!["Service bot".to_owned(), "Trust".to_owned()];
    Fact::Judged { lens: "ripple".into(), pattern: None, about, judgement, reason: reason.map(str::to_owned) }
}

/// A room in which a bot moves trust the wrong way, two arrows off.
fn room() -> Room {
    let mut room = Room::new();
    room.says("want Trust up").says("!Service bot -> Handle time : -").says("Handle time -> Trust : +");
    room
}

#[test]
fn nothing_of_what_shows_stands_there_by_itself() {
    let page = room().minutes();
    assert!(!page.contains("Service bot to Trust") && !page.contains("What we learned"), "{page}");
}

#[test]
fn what_the_room_says_is_so_stands_there_with_its_reason_and_no_weight() {
    let mut room = room();
    room.key(judged(Judgement::True, Some("seen in *March*")));
    let told = room.under("What we learned");
    let says = "- **Service bot to Trust**: less Handle time, and with that less Trust. What is wanted is more of it.";
    assert_eq!(told, format!(r"{says} (seen in \*March\*)"));
    assert_eq!(room.under("Left open on purpose"), "");
}

#[test]
fn what_was_put_off_stands_there_as_its_question_and_what_was_refused_nowhere() {
    let mut room = room();
    room.key(judged(Judgement::Later, None));
    assert_eq!(
        room.under("Left open on purpose"),
        "- Who would notice first that Trust moves, and what would they see?"
    );
    room.key(judged(Judgement::NotTrue, None));
    assert!(
        !room.minutes().contains("notice first") && !room.minutes().contains("Service bot to Trust"),
        "{}",
        room.minutes()
    );
}

#[test]
fn the_last_word_counts_and_undoing_it_brings_back_the_one_before() {
    let mut room = room();
    room.key(judged(Judgement::True, None)).key(judged(Judgement::Later, None));
    assert_eq!(room.under("What we learned"), "");
    let last = room.last();
    room.key(Fact::Retracted { seq: last });
    assert!(room.under("What we learned").contains("Service bot to Trust"), "{}", room.minutes());
}
