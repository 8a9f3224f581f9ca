use adjacent::record::Mode;

use crate::walks::walk::Walk;

#[test]
fn a_room_closes_with_what_it_hoped_for_and_what_it_put_aside() {
    let mut walk = Walk::begun(Mode::Live, "arrive, close");
    walk.through(
        "# How we work
         park who pays for the second licence
         park the name of the bot
         # Hopes and worries
         # Worth it
         that we stop the wrong one, not the loud one
         # What?",
    );
    walk.starts_here().through(
        "our good number is their bad month
         # So what?
         pair the bonus with resolution : tom due 4 dec re Handle-time bonus
            => do pair the bonus with resolution : tom due 4 dec re Handle-time bonus
         mei: ring the brokers by friday => do ring the brokers : mei due friday
         pri will send the list, tomorrow => do send the list : pri due tomorrow
         somebody should ask legal => do somebody should ask legal
         # Fist of five
         0 1 1 2 0 => vote could explain it: one 0, two 1, three 1, four 2, five 0
         0 0 0 1 3 => vote worth it: one 0, two 0, three 0, four 1, five 3",
    );
    let asked = "Fist of five: I could explain this map to my team. And again: was it worth it? We wanted: that we stop the \
                 wrong one, not the loud one.";
    assert_eq!(walk.prompt(), asked);
    walk.through(
        "# Now what?
         drop it => settle #3 dropped
         gus, friday => do the name of the bot : gus due friday",
    );
    assert_eq!(walk.prompt(), "Nothing is left that was put aside. What was promised stands. Thank you.");
    walk.leaves(
        "incentive Handle-time bonus",
        "answered our good number is their bad month
         promised pair the bonus with resolution | tom | 2026-12-04 | Handle-time bonus
         promised ring the brokers | mei | 2026-11-27 | -
         promised send the list | pri | in 1d | -
         promised somebody should ask legal | - | - | -
         voted could explain it | one 0, two 1, three 1, four 2, five 0
         voted worth it | one 0, two 0, three 0, four 1, five 3
         settled #3 dropped | - | -
         promised the name of the bot | gus | 2026-11-27 | -",
    )
    .reaches_its_goals();
}

#[test]
fn somebody_alone_closes_with_one_small_thing() {
    let mut walk = Walk::begun(Mode::Solo, "close");
    walk.through(
        "# What?
         I measure the one thing they cannot change
         # So what?
         ask Priya what a repeat call costs, friday => do ask Priya what a repeat call costs due friday
         # Worth it?
         4 => rate [Worth it?]: worth it 4",
    );
    walk.leaves(
        "",
        "answered I measure the one thing they cannot change
         promised ask Priya what a repeat call costs | me | 2026-11-27 | -
         rated Worth it? | worth it 4",
    )
    .reaches_its_goals();
}

#[test]
fn who_and_when_are_found_wherever_they_are_said() {
    for (typed, said) in [
        ("tom pairs the bonus by 4 dec", "do pairs the bonus : tom due 4 dec"),
        ("Tom: pair the bonus, friday", "do pair the bonus : tom due friday"),
        ("Priya will ring them next week", "do ring them : pri due 1w"),
        ("pair the bonus, Tom, in two weeks", "do pair the bonus : tom due 2w"),
        ("mei needs to ring the brokers by fri", "do ring the brokers : mei due fri"),
        ("pair the bonus (Tom) by the end of the week", "do pair the bonus : tom due friday"),
        ("pair the bonus : tom by 4 december 2026", "do pair the bonus : tom due 4 december 2026"),
        ("ring the brokers within 10 days", "do ring the brokers due 10d"),
        ("tell them on a Monday", "do tell them on a Monday"),
        ("ask where they sat", "do ask where they sat"),
    ] {
        let mut walk = Walk::begun(Mode::Live, "close");
        walk.on_to_the_next().through(&format!("{typed} => {said}"));
    }
}

#[test]
fn who_refuses_to_promise_wishes_nothing() {
    let mut walk = Walk::begun(Mode::Live, "close");
    walk.on_to_the_next().says("mei> I'm not promising anything :)");
    walk.leaves("", "answered I'm not promising anything :)");
}
