use adjacent::record::Mode;

use crate::walks::walk::Walk;

const BEFORE: &str = "
    Contact Centre owns !Service bot (live)
    Service bot -> @Contact Centre
    Service bot -> @Retention
";

#[test]
fn a_room_traces_what_it_is_paid_for() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "incent");
    walk.through(
        "# What is rewarded
         Handle-time bonus covers Contact Centre
         Save bonus => ^Save bonus
         # More or less of what
         less handle time => [Handle-time bonus] pays for less handle time
         more discounts => Save bonus pays for more discounts
         # Win that game",
    );
    walk.collects(&["close the ticket and let them ring again", "mark it solved", "less listening"]);
    walk.through(
        "less first-contact resolution \"shorter call, second call\"
            => less handle time -> less first-contact resolution \"shorter call, second call\"
         more repeat calls => less handle time -> more repeat calls
         I would hang up at once => (a sentence)",
    );
    walk.turns().through(
        "more loss ratio 1q => more discounts -> more loss ratio : 1q
         # What we hope for
         a call that needs no second one => *a call that needs no second one
         # Turn it round
         tom: pair the bonus with resolution by friday re Handle-time bonus
            => do pair the bonus with resolution : tom due friday re Handle-time bonus",
    );
    walk.leaves(
        "purpose a call that needs no second one
         factor discounts
         factor first-contact resolution
         factor handle time
         incentive Handle-time bonus
         factor listening
         factor loss ratio
         factor repeat calls
         incentive Save bonus
         discounts -> loss ratio : + 91d
         handle time -> first-contact resolution : +
         handle time -> listening : +
         handle time -> repeat calls : -
         Handle-time bonus -> Contact Centre : covers
         Handle-time bonus -> handle time : rewards -
         Save bonus -> discounts : rewards +",
        "shown together close the ticket and let them ring again / less listening / mark it solved
         answered I would hang up at once
         turned to Save bonus
         promised pair the bonus with resolution | tom | 2026-11-27 | Handle-time bonus",
    )
    .reaches_its_goals();
}

#[test]
fn somebody_alone_traces_their_own_targets() {
    let mut walk = Walk::after(BEFORE, Mode::Solo, "incent");
    walk.through(
        "# What you would drop
         Loss-ratio target => ^Loss-ratio target
         being left alone => ^being left alone
         # More or less of what
         less escalations => being left alone pays for less escalations
         less loss ratio => [Loss-ratio target] pays for less loss ratio
         # Win your game
         less bad news => less escalations -> less bad news",
    );
    walk.turns().through(
        "less discounts given => less loss ratio -> less discounts given
         # What you hope for
         a customer who stays because we were right => *a customer who stays because we were right
         # Whose rule is it
         ask Tom to pair the bonus with resolution by friday => do ask Tom to pair the bonus with resolution due friday",
    );
    walk.leaves(
        "purpose a customer who stays because we were right
         factor bad news
         incentive being left alone
         factor discounts given
         factor escalations
         factor loss ratio
         incentive Loss-ratio target
         being left alone -> escalations : rewards -
         escalations -> bad news : +
         loss ratio -> discounts given : +
         Loss-ratio target -> loss ratio : rewards -",
        "turned to Loss-ratio target
         promised ask Tom to pair the bonus with resolution | me | 2026-11-27 | -",
    )
    .reaches_its_goals();
}

#[test]
fn the_game_is_named_in_the_question_about_it() {
    let mut walk = Walk::after("^Handle-time bonus -> Handle time : rewards -", Mode::Live, "incent");
    walk.on_to_the_next().on_to_the_next();
    assert!(walk.prompt().starts_with("If you wanted only less Handle time, and cared"), "{}", walk.prompt());
}
