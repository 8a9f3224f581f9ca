//! Better and worse are no more and less: a sign is written only where somebody said which way is wanted, or where
//! everybody knows it.

use adjacent::capture::{Form, Reading};

use crate::capture::room::{Room, claims};

fn read(line: &str) -> Vec<String> {
    claims(&Room::new().read(line))
}

/// The claims of the first offer for a line that stays text.
#[track_caller]
fn offered(reading: &Reading, line: &str) -> Vec<String> {
    assert_eq!(reading.form, Form::Text, "{line}");
    reading.offers.first().map(claims).unwrap_or_default()
}

#[test]
fn worse_of_a_time_leaves_the_sign_open_and_keeps_the_words() {
    for line in [
        "when calls go up, handling time gets worse",
        "when calls go up, handling time deteriorates",
        "calls -> worse handling time",
    ] {
        let [claim] = &read(line)[..] else { panic!("{line}") };
        assert!(claim.starts_with("~calls -> ~handling time : ?1"), "{line}: {claim}");
    }
    assert_eq!(
        Room::new().says("when calls go up, handling time gets worse"),
        "calls change handling time; noted: handling time worse; more or less?"
    );
}

#[test]
fn better_at_the_start_leaves_the_sign_open_too() {
    let [claim] = &read("when the queue improves, stress falls")[..] else { panic!("one arrow") };
    assert!(claim.contains("queue -> ~stress : ?1"), "{claim}");
}

#[test]
fn of_what_everybody_wants_more_better_is_more() {
    for (line, expected) in [
        ("when calls go up, morale gets worse", "~calls -> ~morale : - told"),
        ("when calls go up, quality deteriorates", "~calls -> ~quality : - told"),
        ("Service bot improves trust", "!Service bot -> ~trust : + told"),
    ] {
        assert_eq!(read(line), [expected], "{line}");
    }
}

#[test]
fn where_somebody_said_what_is_wanted_better_is_that() {
    let room = Room::after(&["want handling time down"]);
    for (line, sign) in [
        ("when calls go up, handling time gets worse", '+'),
        ("when calls go up, handling time improves", '-'),
        ("calls -> better handling time", '-'),
    ] {
        assert_eq!(claims(&room.read(line)), [format!("~calls -> ~handling time : {sign} told")], "{line}");
    }
}

#[test]
fn a_verb_for_better_says_no_sign_of_a_time() {
    let [claim] = &read("Service bot improves handling time")[..] else { panic!("one arrow") };
    assert!(claim.starts_with("!Service bot -> ~handling time : ?1"), "{claim}");
}

#[test]
fn a_time_that_improves_is_not_seen_going_up() {
    assert!(Room::new().read("waiting time improves").offers.is_empty());
}

#[test]
fn whoever_is_paid_for_something_does_not_pay() {
    for line in ["Contact Centre is paid for short calls", "Contact Centre is rewarded for short calls"] {
        assert_eq!(
            offered(&Room::new().read(line), line),
            [
                "^short calls target -> ~short calls : rewards + told",
                "^short calls target -> Contact Centre : covers ?1 told"
            ],
            "{line}"
        );
    }
    let line = "the bot is paid by the claims team";
    assert!(offered(&Room::new().read(line), line).is_empty(), "{line}");
}

#[test]
fn each_part_of_a_list_keeps_its_own_word() {
    let line = "the bot leads to fewer calls and happier customers";
    let offered = offered(&Room::new().read(line), line);
    assert!(offered.iter().any(|claim| claim.contains("calls : - ")), "{offered:?}");
    assert!(offered.iter().any(|claim| claim.contains("happier customers : + ")), "{offered:?}");
}

#[test]
fn how_somebody_is_made_is_offered() {
    let line = "longer waiting makes people angry";
    let offered = offered(&Room::new().read(line), line);
    let [claim] = &offered[..] else { panic!("{offered:?}") };
    assert!(claim.contains("waiting -> ") && claim.contains("angry people : + "), "{claim}");
}

#[test]
fn a_thing_that_was_named_before_keeps_the_direction_of_a_comparative() {
    let room = Room::after(&["bot -> less queue"]);
    for (line, sign) in
        [("the triage bot makes the queue shorter", '-'), ("the triage bot makes the queue longer", '+')]
    {
        let [claim] = &claims(&room.read(line))[..] else { panic!("{line}") };
        assert!(claim.contains(&format!("queue : {sign} ")), "{line}: {claim}");
    }
}

#[test]
fn a_denial_is_no_arrow() {
    for line in ["no, calls do not go up", "I don't think the bot raises calls"] {
        assert!(claims(&Room::new().read(line)).is_empty(), "{line}");
    }
}
