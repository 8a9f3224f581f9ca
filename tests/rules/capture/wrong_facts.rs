//! Amendment A10: a wrong fact is worse than a scrap.

use adjacent::capture::{Doubt, Form};

use crate::capture::room::{Room, claims, doubts};

#[test]
fn everyday_verbs_need_something_that_is_surely_a_thing_before_them() {
    for line in [
        "the room is in uproar",
        "somebody runs the meeting",
        "this gives us time",
        "everybody uses the old form",
        "that changes everything",
        "fear drives people",
    ] {
        assert_eq!(Room::new().read(line).form, Form::Text, "{line}");
    }
}

#[test]
fn a_sigil_a_last_word_or_a_known_name_is_such_a_thing() {
    let room = Room::after(&["want Fear down"]);
    for (line, expected) in [
        ("@Claims handlers in @Claims", "@Claims handlers -> @Claims : in ?1 told"),
        ("Claims team runs Intake", "@Claims team -> /Intake : owns ?1 told"),
        ("Service bot uses Customer history", "!Service bot -> $Customer history : needs ?1 told"),
        ("Service bot gives Severity scores", "!Service bot -> $Severity scores : feeds ?1 told"),
        ("Service bot changes Morale", "!Service bot -> ~Morale : ?1 told"),
        ("fear drives Overtime", "~fear -> ~Overtime : ?1 told"),
        ("less fear drives Overtime", "~fear -> ~Overtime : ?1 told"),
    ] {
        assert_eq!(claims(&room.read(line)), [expected], "{line}");
    }
}

#[test]
fn an_everyday_verb_that_does_not_count_leaves_room_for_one_that_does() {
    assert_eq!(
        claims(&Room::new().read("Work in Leeds needs Postcode lists")),
        ["Work in Leeds -> $Postcode lists : needs ?1 told"]
    );
}

#[test]
fn a_known_name_before_a_verb_decides_where_the_line_is_cut() {
    let line = "Training needs analysis lowers Onboarding";
    assert_eq!(claims(&Room::new().read(line)), ["~Training needs analysis -> /Onboarding : - told"]);
    let room = Room::after(&["![Training needs analysis]"]);
    assert_eq!(claims(&room.read(line)), ["!Training needs analysis -> /Onboarding : - told"]);
}

#[test]
fn two_thoughts_in_one_line_are_two_arrows() {
    for (line, arrows) in [
        (
            "Bot lowers handle time and raises repeat calls",
            ["!Bot -> ~handle time : - told", "!Bot -> ~repeat calls : + told"],
        ),
        (
            "Bot raises speed but Claims team owns the letters",
            ["!Bot -> ~speed : + told", "@Claims team -> letters : owns ?1 told"],
        ),
        ("Bot raises speed, and lowers trust", ["!Bot -> ~speed : + told", "!Bot -> ~trust : - told"]),
    ] {
        assert_eq!(claims(&Room::new().read(line)), arrows, "{line}");
    }
}

#[test]
fn a_clause_is_no_name() {
    let reading = Room::new().read("Bot raises what the rate covers and more");
    assert!(claims(&reading).is_empty());
}

#[test]
fn two_nouns_with_and_between_them_are_one_thought() {
    for line in ["Bot -> Terms and conditions : +", "Bot raises Trust in AI", "Bot -> Unmet needs : -"] {
        assert!(Room::new().read(line).amber.is_empty(), "{line}");
    }
}

#[test]
fn a_name_in_brackets_is_never_doubted() {
    assert!(Room::new().read("Bot -> [What the team needs but never gets] : -").amber.is_empty());
}

#[test]
fn an_unlisted_tag_is_asked_about_only_when_people_are_listed() {
    let listed = Room::of_people(&[("mei", "Claims")]);
    let reading = listed.read("bot> A -> B : +");
    assert_eq!(doubts(&reading), [Doubt::WhoIs]);
    assert_eq!(reading.amber[0].why, "who is bot?");
    assert!(listed.read("mei> A -> B : +").amber.is_empty());
    assert!(Room::new().read("bot> A -> B : +").amber.is_empty());
}

#[test]
fn a_short_new_name_inside_exactly_one_known_name_may_be_the_same_thing() {
    let room = Room::after(&["@Claims owns !Service bot"]);
    let reading = room.read("bot -> less handle time");
    assert_eq!(doubts(&reading), [Doubt::SameThing]);
    let offer = reading.amber[0].offer.clone().unwrap();
    assert_eq!(offer.ask, "Is bot the same thing as Service bot?");
    assert_eq!((offer.lines, offer.replaces), (vec!["same Service bot = bot".to_owned()], false));
    assert_eq!(claims(&reading), ["!bot -> ~handle time : - told"]);
}

#[test]
fn it_is_not_offered_for_two_candidates_another_kind_a_part_of_a_word_or_a_saying() {
    let room = Room::after(&[
        "@Claims owns !Service bot",
        "@Claims owns !Sales bot",
        "^Handle-time bonus covers @Claims",
        "~Robotics spend",
        "say @Claims: we fear the robot",
    ]);
    for line in ["bot -> Trust : +", "Handle time -> Trust : +", "Robot -> Trust : +", "@Robotics owns X"] {
        assert!(!doubts(&room.read(line)).contains(&Doubt::SameThing), "{line}");
    }
}

#[test]
fn it_is_not_offered_when_the_line_names_both() {
    let room = Room::after(&["@Claims handlers"]);
    for line in ["Claims handlers in @Claims", "@Claims owns Claims handlers", "same Claims handlers = Handlers"] {
        assert!(room.read(line).amber.is_empty(), "{line}");
    }
}

#[test]
fn one_thing_of_two_kinds_is_worth_a_look() {
    let room = Room::after(&["@Claims handlers", "!Service bot"]);
    assert_eq!(doubts(&room.read("same Claims handlers = Service bot")), [Doubt::Kind]);
}

#[test]
fn an_article_does_not_make_another_thing() {
    let room = Room::after(&["@Claims owns !Bot"]);
    let reading = room.read("the bot -> Trust : -");
    assert_eq!(claims(&reading), ["!bot -> ~Trust : - told"]);
    assert!(reading.amber.is_empty());
}

#[test]
fn what_stands_for_a_thing_or_denies_it_is_no_name() {
    for line in ["it needs Customer history", "no team owns the letters", "Service bot never lowers Trust"] {
        assert_eq!(Room::new().read(line).form, Form::Text, "{line}");
    }
}

#[test]
fn a_comma_inside_parentheses_does_not_separate() {
    let reading = Room::new().read("Systems (old, new) -> Trust : -");
    assert_eq!(claims(&reading).len(), 1);
}

#[test]
fn a_verb_between_things_it_does_not_go_with_is_worth_a_look() {
    let room = Room::after(&["Bot -> ~Handle time", "@Claims", "@Sales"]);
    for line in ["Handle time owns Bot", "Claims -> Sales : +", "Handle time -> Bot : builds"] {
        assert_eq!(doubts(&room.read(line)), [Doubt::Ends], "{line}");
    }
}

#[test]
fn a_list_that_ends_in_and_is_a_list() {
    let reading = Room::new().read("Churn model needs time, money, and patience");
    assert_eq!(claims(&reading).len(), 3);
    assert!(reading.amber.is_empty());
}

#[test]
fn how_long_it_takes_behind_a_name_is_no_part_of_it() {
    for (typed, arrows) in [
        ("bot -> more readmissions 1m", &["!bot -> ~readmissions : + 30d told"][..]),
        ("bot -> less trust, more calls 2w", &["!bot -> ~trust : - 14d told", "!bot -> ~calls : + 14d told"]),
        ("bot -> trust later : -", &["!bot -> ~trust : - later told"]),
    ] {
        assert_eq!(claims(&Room::new().read(typed)), arrows, "{typed}");
    }
    for fine in ["bot -> more readmissions : 1m", "!Model 3d printing -> cost", "Now -> trust : -"] {
        assert!(Room::new().read(fine).amber.iter().all(|amber| amber.doubt != Doubt::Unread), "{fine}");
    }
}
