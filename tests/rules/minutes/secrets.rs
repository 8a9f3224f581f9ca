//! What no minutes ever hold, at whatever moment they are asked for.

use adjacent::record::{Collecting, Exposure, Fact, Person, SessionKind, Verdict};

use crate::minutes::room::{Room, at_every_moment};

/// A session with a tag, a private name or a private text in every place where one can get.
fn full_of_secrets() -> Room {
    let mut room = Room::planned(&[("next", 14)]);
    room.enter("next.2").wait(1).says("zqmei> Service bot -> Trust : - seen \"they wait\"").says("zqtom> no .");
    room.types("zqmei> Service bot -> Handle time : + // zqhidden", Exposure::Private);
    room.types("zqtom> zqhidden remark", Exposure::Private).types("park zqhidden item", Exposure::Private);
    let hidden = room.last();
    room.key(Fact::Settled {
        session: None,
        seq: hidden,
        outcome: adjacent::record::Outcome::Dropped,
        due: None,
        words: None,
    });
    room.types("? zqhidden question", Exposure::Private).types("do zqhidden : zqtom due 2w", Exposure::Private);
    room.types("zqtom> Service bot -> Fatigue : + seen", Exposure::Anonymous).says("zqmei> Service bot -> Fatigue : -");
    room.types("zqtom> saw Trust down", Exposure::Anonymous);
    room.says("zqtom> A -> A : zqmei").says("zqtom, zqmei> we agree").says("A -> B : + zqtom");
    room.says("do ring them : zqtom due 2w").says("do ring them : Zqname due 2w").says("do ring them : zqtom");
    room.key(Fact::Decided {
        about: "Bot".to_owned(),
        before: None,
        verdict: Verdict::Guard,
        after: None,
        who: Some("Zqname".to_owned()),
    });
    room.key(Fact::Watched {
        label: "Trust".to_owned(),
        level: None,
        first: Some("zqtom".to_owned()),
        acts: Some("Zqname".to_owned()),
    });
    room.key(Fact::Collecting(Collecting::default())).key(Fact::Discarded);
    room.says("a line about zqstruck matters");
    let seq = room.last();
    room.key(Fact::StrikeOrdered { seq });
    room.says("park the zqundone item").says("undo");
    room.key(Fact::Left { tag: "zqtom".into() });
    room
}

#[test]
fn neither_tags_nor_names_nor_private_lines_are_in_any_minutes() {
    let room = full_of_secrets();
    for (moment, page) in at_every_moment(room.session()).into_iter().enumerate() {
        // Until it was removed or taken back, a line is there like any other.
        let page = page.replace("zqstruck", "").replace("zqundone", "").to_lowercase();
        assert!(!page.contains("zq"), "after event {moment}:\n{page}");
    }
    assert!(!room.minutes().to_lowercase().contains("zq"), "{}", room.minutes());
}

#[test]
fn the_same_session_does_tell_what_the_room_may_know() {
    let page = full_of_secrets().minutes();
    for told in ["they wait", "Claims", "Contact Centre", "“we agree”", "“A -> A : Claims”", "A line was removed"]
    {
        assert!(page.contains(told), "{told} is missing in\n{page}");
    }
}

#[test]
fn a_line_without_a_name_never_tells_its_unit() {
    let mut room = Room::new();
    room.types("zqtom> Service bot -> Trust : - seen", Exposure::Anonymous);
    room.types("zqtom> saw Trust down", Exposure::Anonymous);
    assert_eq!(
        room.under("What was said"),
        "### Service bot\n\n- More of the Service bot, less Trust; this was seen.\n- Seen: Trust went down."
    );
}

#[test]
fn alone_the_word_me_stays_a_word() {
    let mut room = Room::alone();
    room.says("tell me -> tell me : +");
    assert!(room.under("What was said").contains("tell me -> tell me : +"), "{}", room.minutes());
}

#[test]
fn a_word_that_is_somebodys_tag_stays_a_word_where_everybody_reads_it() {
    let seat = |tag: &str, party: &str| Person { tag: tag.into(), party: Some(party.into()), ..Person::default() };
    let people = [seat("mark", "Ops"), seat("a", "Claims"), seat("b", "Sales")];
    let mut room = Room::opened(SessionKind::Workshop, &people, &[("next", 14)]);
    room.says("mark> bot -> more calls : seen mark my words").says("a> a bot is a bot").says("b> <b>bold</b> it is");
    room.says("tell a -> tell a : +");
    let page = room.minutes();
    for kept in ["mark my words", "a bot is a bot", "bold", "“tell a -> tell a : +”"] {
        assert!(page.contains(kept), "{kept} is missing in\n{page}");
    }
    assert!(!page.contains("Ops my words") && !page.contains("Claims bot") && !page.contains("Sales>"), "{page}");
    for event in room.session().events() {
        assert_eq!(room.session().masked(event), *event);
    }
}
