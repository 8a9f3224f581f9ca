use adjacent::record::Mode;

use crate::walks::walk::Walk;

const BEFORE: &str = "Contact Centre owns !Service bot (live)\n Claims owns !Claims triage (live)";

const STORIES: [&str; 3] =
    ["our best handlers left", "the regulator asked for reasons nobody had kept", "customers rang the brokers instead"];

#[test]
fn a_room_shows_its_stories_and_somebody_watches_for_each() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "premort");
    walk.through("# A year from now\n 2 => !Service bot\n # What happened?");
    walk.collects(&STORIES).through("# What led to what");
    assert_eq!(walk.subjects(), [STORIES[2], STORIES[0], STORIES[1]]);
    walk.through(
        "more calls for help => Service bot -> more calls for help
         less complaint reasons : guess => Service bot -> less complaint reasons : guess",
    );
    walk.turns();
    assert!(walk.prompt().starts_with("One story: our best handlers left."), "{}", walk.prompt());
    walk.through(
        "Service bot -> less handler pride -> more handlers leaving
         # Already a little
         4 0 2 => vote Already a little: [customers rang the brokers instead] 4, [our best handlers left] 0, \
[the regulator asked for reasons nobody had kept] 2
         # The first sign
         repeat calls above 15%, pri sees it first, tom acts
            => watch repeat calls: above 15%, pri sees it first, tom acts
         handlers leaving: over 3 a month, mei => watch handlers leaving: over 3 a month, mei acts
         missing codes above 5 a day, Claims, tom => watch missing codes: above 5 a day, Claims sees it first, tom acts
         # And the plan?
         0 3 1 0 => vote [And the plan?]: proceed 0, guard 3, wait 1, stop 0
         wait until bot tickets carry a reason code
            => decide Service bot: wait, until bot tickets carry a reason code",
    );
    walk.leaves(
        "factor calls for help
         factor complaint reasons
         factor handler pride
         factor handlers leaving
         factor missing codes
         factor repeat calls
         handler pride -> handlers leaving : -
         Service bot -> calls for help : +
         Service bot -> complaint reasons : -
         Service bot -> handler pride : -",
        "shown together customers rang the brokers instead / our best handlers left / the regulator asked for reasons nobody had kept
         turned to our best handlers left
         voted Already a little | customers rang the brokers instead 4, our best handlers left 0, the regulator asked for reasons nobody had kept 2
         watched repeat calls | above 15% | pri first | tom acts
         watched handlers leaving | over 3 a month | - first | mei acts
         watched missing codes | above 5 a day | Claims first | tom acts
         voted And the plan? | proceed 0, guard 3, wait 1, stop 0
         decided Service bot | wait | until bot tickets carry a reason code | before - | by -",
    ).reaches_its_goals();
}

#[test]
fn somebody_alone_writes_two_failures() {
    let mut walk = Walk::after(BEFORE, Mode::Solo, "premort");
    walk.through(
        "# A year from now
         claims triage => !Claims triage
         # Two failures
         the model was right and nobody could explain it to the widow
         # What led to what
         more appeals, less time to explain => Claims triage -> more appeals, less time to explain
         # Already a little
         Sam: which letters do we send that we cannot explain
            => ? Sam: which letters do we send that we cannot explain
         # The first sign
         appeals above 5 a week, me => watch appeals: above 5 a week, me acts
         # And your plan?
         put a guard on it: a person reads every refusal => decide Claims triage: guard, a person reads every refusal",
    );
    walk.leaves(
        "factor appeals
         factor time to explain
         Claims triage -> appeals : +
         Claims triage -> time to explain : -",
        "answered the model was right and nobody could explain it to the widow
         asked Sam: which letters do we send that we cannot explain
         watched appeals | above 5 a week | - first | me acts
         decided Claims triage | guard | a person reads every refusal | before - | by -",
    )
    .reaches_its_goals();
}

#[test]
fn a_change_picked_in_an_earlier_exercise_is_not_taken_for_granted() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "next=5 without 2 3 4 5 6, premort");
    walk.says("Claims triage").on_to_the_next();
    assert!(walk.prompt().starts_with("Pick one change. It is a year from now"), "{}", walk.prompt());
    walk.says("2");
    assert!(walk.prompt().starts_with("The Service bot. It is a year from now"), "{}", walk.prompt());
}

#[test]
fn without_stories_one_is_told_aloud() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "premort");
    walk.on_to_the_next().on_to_the_next();
    assert_eq!(walk.prompt(), "No story was shown. Tell one aloud: what led to what?");
}
