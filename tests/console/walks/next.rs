use adjacent::record::Mode;

use crate::walks::walk::Walk;

/// Who answers for what, and which way is good.
const BEFORE: &str = "
    Contact Centre owns !Service bot (live)
    Retention owns !Churn model (pilot)
    Claims owns !Letter drafter (pilot)
    Contact Centre owns ~Repeat calls
    Retention owns ~Retention rate
    want Repeat calls down
    want Retention rate up
    Churn model needs Complaint reasons
";

#[test]
fn a_room_follows_one_change_next_door_and_decides() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "next");
    walk.through(
        "# Pick one change
         3 => !Service bot
         # In the first month
         less handle time, more repeat calls => Service bot -> less handle time, more repeat calls
         complaints => Service bot -> complaints : ?
         more => Service bot -> complaints : affects +
         # Next door
         more coaching time => less handle time -> more coaching time
         pri> less retention rate => more repeat calls -> less retention rate
         pri> discounts up 1m => more complaints -> discounts up : 1m
         # Later
         less trust => Service bot -> less trust : later
         fewer referrals : 2q guess => Service bot -> fewer referrals : 2q guess
         # What is lost
         complaint reasons => Service bot -> less complaint reasons
         less tone of voice \"nobody hears it any more\"
            => Service bot -> less tone of voice \"nobody hears it any more\"
         # So what do we change?
         1 2 1 0 => vote [So what do we change?]: proceed 1, guard 2, wait 1, stop 0
         proceed with a guard: keep reason codes on every bot ticket
            => decide Service bot: guard, keep reason codes on every bot ticket
         tom writes the codes down by 4 dec => (a sentence)",
    );
    walk.leaves(
        "factor coaching time
         factor complaints
         factor discounts
         factor handle time
         factor referrals
         factor tone of voice
         factor trust
         complaints -> discounts : + 30d
         handle time -> coaching time : -
         Repeat calls -> Retention rate : -
         Service bot -> Complaint reasons : -
         Service bot -> complaints : +
         Service bot -> handle time : -
         Service bot -> referrals : - 182d
         Service bot -> Repeat calls : +
         Service bot -> tone of voice : -
         Service bot -> trust : - later",
        "voted So what do we change? | proceed 1, guard 2, wait 1, stop 0
         decided Service bot | guard | keep reason codes on every bot ticket | before - | by -
         answered Contact Centre writes the codes down by 4 dec",
    )
    .reaches_its_goals();
}

#[test]
fn somebody_alone_sits_in_the_chair_next_door() {
    let mut walk = Walk::after(BEFORE, Mode::Solo, "next");
    walk.through(
        "# Pick one change
         the service bot => !Service bot
         # Your first month
         less handle time, more repeat calls => Service bot -> less handle time, more repeat calls
         # Their Tuesday
         more complaints by letter => less handle time -> more complaints by letter
         less retention rate => more repeat calls -> less retention rate
         more discounts => more complaints by letter -> more discounts
         ask Priya by friday => (a sentence)
         # Later
         less trust 1q => Service bot -> less trust : 1q
         # What you lose
         judgement, reason codes => Service bot -> less judgement, less reason codes
         # The other view
         more time for hard cases => Service bot -> more time for hard cases
         # So what do you change?
         I wait until Retention has said what a repeat call costs them
            => decide Service bot: wait, until Retention has said what a repeat call costs them",
    );
    walk.leaves(
        "factor complaints by letter
         factor discounts
         factor handle time
         factor judgement
         factor reason codes
         factor time for hard cases
         factor trust
         complaints by letter -> discounts : +
         handle time -> complaints by letter : -
         Repeat calls -> Retention rate : -
         Service bot -> handle time : -
         Service bot -> judgement : -
         Service bot -> reason codes : -
         Service bot -> Repeat calls : +
         Service bot -> trust : - 91d
         set aside Service bot -> time for hard cases : ?",
        "answered ask Priya by friday
         decided Service bot | wait | until Retention has said what a repeat call costs them | before - | by -",
    )
    .reaches_its_goals();
}

#[test]
fn sentences_that_are_no_effects_stay_sentences_and_say_why() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "next");
    walk.through("Service bot => !Service bot");
    let prompt = walk.prompt();
    assert_eq!(prompt, "The Service bot. Imagine it works exactly as promised and is used ten times as much.");
    walk.on_to_the_next();
    for sentence in ["they hire two more people", "nobody writes down why they call", "I would hang up"] {
        walk.types(sentence);
        assert_eq!(walk.doubts(), ["kept as a sentence; more of what, or less of what?"], "{sentence}");
        walk.says("").through("less typing => Service bot -> less typing");
    }
}

#[test]
fn a_number_beyond_the_list_gets_a_sentence_and_once_picked_a_known_change_can_still_be_named() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "next");
    walk.types("9");
    assert_eq!(walk.doubts(), ["that number is not on the list; type its name"]);
    walk.says("").through(
        "we mean the one that answers the telephone first => (a sentence)
         the churn model => !Churn model
         2 => !Letter drafter
         claims team => (a sentence)",
    );
    assert!(walk.prompt().starts_with("The Letter drafter. Imagine"), "{}", walk.prompt());
}

#[test]
fn less_of_one_thing_and_more_of_another_are_read_back_the_way_they_were_said() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "next");
    walk.says("Service bot").on_to_the_next().says("less handle time").on_to_the_next().says("more coaching");
    assert_eq!(walk.read_back(), "Less handle time, more coaching.");
}

#[test]
fn where_no_effect_is_known_one_goes_on_from_the_change_itself() {
    let mut walk = Walk::after("!Service bot", Mode::Solo, "next");
    walk.says("Service bot").on_to_the_next().says("retention").on_to_the_next();
    walk.through("more repeat calls, less trust => Service bot -> more repeat calls, less trust");
}

#[test]
fn where_nobody_has_named_a_change_it_is_asked_for_first() {
    let mut walk = Walk::after("Handle time -> Repeat calls : +", Mode::Live, "next");
    walk.on_to_the_next();
    assert_eq!(walk.prompt(), "Which change is this about? Name it, and the question comes.");
    walk.through("bed finder => !bed finder");
    assert!(walk.prompt().starts_with("The bed finder is there."), "{}", walk.prompt());
    walk.through("fewer phone calls, more discharges => bed finder -> fewer phone calls, more discharges");
}
