use adjacent::app::KeyPress;
use adjacent::record::Mode;

use crate::walks::walk::Walk;

#[test]
fn somebody_who_is_here_for_the_first_time_has_a_message_worth_sending_after_five_minutes() {
    let mut walk = Walk::begun(Mode::Solo, "5");
    walk.through(
        "# One change
         Service bot => !Service bot
         # Whose Tuesday
         Retention => Service bot -> @Retention
         # How is it different?
         more repeat calls, less time to save a customer
            => Service bot -> more repeat calls, less time to save a customer
         # Whom to ask
         Priya by friday => do ask Priya due friday
         # Send it",
    );
    walk.leaves(
        "factor repeat calls
         party Retention
         initiative Service bot
         factor time to save a customer
         Service bot -> repeat calls : +
         Service bot -> Retention : ?
         Service bot -> time to save a customer : -",
        "promised ask Priya | me | 2026-11-27 | -",
    )
    .reaches_its_goals();
    insta::assert_snapshot!(walk.message(), @r"
    Hello Priya,

    I would like to ask you something that only your side can answer. Suppose that the Service bot does exactly what it promises. For Retention I then expect more repeat calls and less time to save a customer.

    That is a guess from my side. What would you notice first, and where am I wrong?

    Two lines by 27 November are plenty, and they can still change what we do.

    Thank you!
    ");
    walk.press(KeyPress::ctrl('x'));
    assert_eq!(walk.copied, [walk.message()]);
}

#[test]
fn a_word_each_is_enough_for_a_message() {
    let mut walk = Walk::begun(Mode::Solo, "5");
    walk.through(
        "bot => !bot
         # Whose Tuesday
         sales => bot -> @sales
         # How is it different?
         work => bot -> work : ?
         # Whom to ask
         priya => do ask priya
         # Send it",
    );
    insta::assert_snapshot!(walk.message(), @r"
    Hello Priya,

    I would like to ask you something that only your side can answer. Suppose that the bot does exactly what it promises. For sales I then expect a change in work.

    That is a guess from my side. What would you notice first, and where am I wrong?

    Two lines by the end of the week are plenty, and they can still change what we do.

    Thank you!
    ");
}

#[test]
fn whoever_only_pages_through_has_a_message_that_can_still_be_sent() {
    let mut walk = Walk::begun(Mode::Solo, "5");
    for _ in 0..4 {
        walk.on_to_the_next();
    }
    insta::assert_snapshot!(walk.message(), @r"
    Hello,

    I would like to ask you something that only your side can answer. Suppose that the AI we are about to use does exactly what it promises. For your team I then expect changes that I cannot see from here.

    That is a guess from my side. What would you notice first, and where am I wrong?

    Two lines by the end of the week are plenty, and they can still change what we do.

    Thank you!
    ");
}

#[test]
fn somebody_without_a_name_is_greeted_without_one() {
    for (asked, greeted) in [
        ("the team lead", "Hello,"),
        ("my colleague in claims", "Hello,"),
        ("Priya about the calls", "Hello Priya,"),
        ("I will ask Priya Nair by Friday", "Hello Priya Nair,"),
        ("I'll ask Priya by fri", "Hello Priya,"),
        ("ask mei chen, fri", "Hello Mei chen,"),
    ] {
        let mut walk = Walk::begun(Mode::Solo, "5");
        for _ in 0..3 {
            walk.on_to_the_next();
        }
        walk.says(asked).on_to_the_next();
        assert!(walk.message().starts_with(greeted), "{asked}: {}", walk.message());
    }
}

#[test]
fn the_first_person_is_the_leader_and_one_item_that_is_no_effect_loses_none_of_the_others() {
    let mut walk = Walk::begun(Mode::Solo, "5");
    walk.through(
        "# One change
         Service bots => !Service bots
         # Whose Tuesday
         Retention => Service bots -> @Retention
         # How is it different?",
    );
    walk.says("more repeat calls, people will hate how it talks to them, less trust").says("nothing changes");
    walk.says("the regulars have nobody left who knows their name").on_to_the_next();
    walk.says("I will ask Priya Nair by Friday").on_to_the_next();
    let message = walk.message();
    assert!(message.starts_with("Hello Priya Nair,\n\nI would like to ask you"), "{message}");
    assert!(message.contains("Suppose that the Service bots do exactly what they promise."), "{message}");
    assert!(message.contains("I then expect more repeat calls and less trust."), "{message}");
    assert!(message.contains("In my own words: “") && message.contains("the regulars"), "{message}");
    assert!(!message.contains("nothing changes") && !message.contains("I will ask"), "{message}");
}

#[test]
fn the_message_is_about_the_unit_of_whoever_is_asked() {
    let mut walk = Walk::begun(Mode::Solo, "5");
    walk.through(
        "# One change
         Service bot => !Service bot
         # Whose Tuesday",
    );
    walk.says("Retention, Legal").on_to_the_next();
    walk.says("more repeat calls, more letters").says("@Legal owns letters").on_to_the_next();
    walk.says("ask Priya in Retention by friday").on_to_the_next();
    let message = walk.message();
    assert!(message.contains("For Retention I then expect more repeat calls."), "{message}");
    assert!(!message.contains("letters") && !message.contains("Legal"), "{message}");
}
