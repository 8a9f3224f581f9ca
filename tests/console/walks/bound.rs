use adjacent::record::Mode;

use crate::walks::walk::Walk;

const OWNERS: &str = "
    Contact Centre owns !Service bot (live)
    Contact Centre owns ~Repeat calls
    Retention owns ~Retention rate
    Retention owns !Churn model (pilot)
    Churn model needs Complaint reasons
";

/// What `next` finds in the same session.
const FOUND: &str = "
    # Pick one change
    Service bot => !Service bot
    # In the first month
    more repeat calls => Service bot -> more repeat calls
    # Next door
    less retention rate => more repeat calls -> less retention rate
    # Later
    # What is lost
    complaint reasons => Service bot -> less complaint reasons
    # So what do we change?
";

#[test]
fn two_units_walk_the_crossings_that_were_found_in_the_same_session() {
    let mut walk = Walk::after(OWNERS, Mode::Live, "next, bound");
    walk.through(FOUND).starts_here();
    walk.through(
        "# Protect and reflect
         tom> repeat calls => @Contact Centre owns ~repeat calls
         tom> Retention: saves per hour => Retention owns ~saves per hour
         pri> nearly, saves per week => unsure . \"saves per week\"
         # Connect
         tom> right => yes Repeat calls -> Retention rate
         pri> right, within the quarter => yes Repeat calls -> Retention rate \"within the quarter\"
         pri> right => yes Service bot -> Complaint reasons
         tom> no => no Service bot -> Complaint reasons
         # Mobilise
         repeat calls down => want repeat calls down
         # Weave
         the contact review decides => #contact review covers @Contact Centre, @Retention
         tom sits in the save desk on a Monday by 4 dec => do sits in the save desk on a Monday : tom due 4 dec
         pri, in the morning round, two weeks => do in the morning round : pri due 2w",
    );
    walk.leaves(
        "forum contact review
         factor Repeat calls (want down)
         factor saves per hour
         contact review -> Contact Centre : covers
         contact review -> Retention : covers
         Retention -> saves per hour : owns
         Service bot -> Complaint reasons : ?
         no longer factor Repeat calls
         no longer Service bot -> Complaint reasons : -",
        "unsure to retention -> saves per hour
         yes to repeat calls -> retention rate
         yes to repeat calls -> retention rate
         yes to service bot -> complaint reasons
         no to service bot -> complaint reasons
         promised sits in the save desk on a Monday | tom | 2026-12-04 | -
         promised in the morning round | pri | in 14d | -",
    )
    .reaches_its_goals();
}

#[test]
fn a_crossing_waits_for_both_sides() {
    let mut walk = Walk::after(OWNERS, Mode::Live, "next, bound");
    walk.through(FOUND).on_to_the_next().on_to_the_next();
    let asked = walk.prompt();
    assert!(asked.starts_with("Contact Centre and Retention: Repeat calls → less Retention rate."), "{asked}");
    walk.says("tom> right").says("tom> right");
    assert_eq!(walk.prompt(), asked);
    walk.says("pri> right");
    assert_ne!(walk.prompt(), asked);
}

#[test]
fn without_a_crossing_one_is_asked_for_and_right_is_said_to_nothing_else() {
    let mut walk = Walk::after("Contact Centre owns !Service bot", Mode::Live, "bound");
    walk.on_to_the_next().through("right => (a sentence)");
    assert!(walk.prompt().starts_with("No crossing is left."), "{}", walk.prompt());
}

#[test]
fn somebody_alone_sits_on_the_other_side_of_it() {
    let crossing = format!("{OWNERS}\n Service bot -> more Repeat calls\n Repeat calls -> Retention rate : -");
    let mut walk = Walk::after(&crossing, Mode::Solo, "bound");
    walk.through(
        "# Protect
         Handle-time bonus => ^Handle-time bonus
         # Reflect
         Retention: every save costs us two calls => say Retention: every save costs us two calls
         nobody reads our notes => &nobody reads our notes
         # Connect
         Priya: how soon do you notice a bad month of calls => ? Priya: how soon do you notice a bad month of calls
         # Mobilise
         repeat calls down => want repeat calls down
         # What surprised you
         Retention closes a case before anybody reads the complaint
         # Weave
         sit in the save desk on a Monday, 2w => do sit in the save desk on a Monday due 2w",
    );
    walk.leaves(
        "voice every save costs us two calls
         incentive Handle-time bonus
         voice nobody reads our notes
         factor Repeat calls (want down)
         set aside Retention -> every save costs us two calls : owns
         no longer factor Repeat calls",
        "asked Priya: how soon do you notice a bad month of calls
         answered Retention closes a case before anybody reads the complaint
         promised sit in the save desk on a Monday | me | in 14d | -",
    )
    .reaches_its_goals();
}
