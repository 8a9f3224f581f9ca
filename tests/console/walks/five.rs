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

    I have a question that only your side can answer. Suppose that the Service bot does exactly what it promises. For Retention I then expect more repeat calls and less time to save a customer.

    What would you notice first, and where am I wrong?

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

    I have a question that only your side can answer. Suppose that the bot does exactly what it promises. For sales I then expect a change in work.

    What would you notice first, and where am I wrong?

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
    Hello there,

    I have a question that only your side can answer. Suppose that the AI we are about to use does exactly what it promises. For your team I then expect changes that I cannot see from here.

    What would you notice first, and where am I wrong?

    Two lines by the end of the week are plenty, and they can still change what we do.

    Thank you!
    ");
}

#[test]
fn somebody_without_a_name_is_greeted_without_one() {
    for (asked, greeted) in [
        ("the team lead", "Hello there,"),
        ("my colleague in claims", "Hello there,"),
        ("Priya about the calls", "Hello Priya,"),
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
