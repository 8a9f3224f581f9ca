use adjacent::record::Mode;

use crate::walks::walk::Walk;

const LOOP: &str = "
    Claims backlog -> Overtime -> Handler fatigue -> Claims errors -> Claims backlog : +
";

#[test]
fn a_room_tells_the_loop_and_climbs_the_ladder() {
    let mut walk = Walk::after(LOOP, Mode::Live, "lever");
    walk.through(
        "# Once round
         right, we live it => yes Claims backlog -> Overtime -> Handler fatigue -> Claims errors -> Claims backlog \
\"we live it\"
         # The ladder
         pair the handle-time bonus with first-contact resolution
         tell Retention the same day
         # So far
         4 1 => rate [pair the handle-time bonus with first-contact resolution]: effort so far 4, effect so far 1
         2 2 => rate [tell Retention the same day]: effort so far 2, effect so far 2
         # Ease and worth
         2 5 => rate [pair the handle-time bonus with first-contact resolution]: ease 2, worth 5
         0 1 2 1 0 => vote [tell Retention the same day: ease]: one 0, two 1, three 2, four 1, five 0
         0 0 0 3 1 => vote [tell Retention the same day: worth]: one 0, two 0, three 0, four 3, five 1
         # Two weeks
         tom pairs it in one team, 2w re Claims errors => do pairs it in one team : tom due 2w re Claims errors",
    );
    walk.leaves(
        "",
        "yes to claims backlog -> overtime
         yes to overtime -> handler fatigue
         yes to handler fatigue -> claims errors
         yes to claims errors -> claims backlog
         answered pair the handle-time bonus with first-contact resolution
         answered tell Retention the same day
         rated pair the handle-time bonus with first-contact resolution | effort so far 4
         rated pair the handle-time bonus with first-contact resolution | effect so far 1
         rated tell Retention the same day | effort so far 2
         rated tell Retention the same day | effect so far 2
         rated pair the handle-time bonus with first-contact resolution | ease 2
         rated pair the handle-time bonus with first-contact resolution | worth 5
         voted tell Retention the same day: ease | one 0, two 1, three 2, four 1, five 0
         voted tell Retention the same day: worth | one 0, two 0, three 0, four 3, five 1
         promised pairs it in one team | tom | in 14d | Claims errors",
    )
    .reaches_its_goals();
}

#[test]
fn somebody_alone_finds_their_part_in_it() {
    let mut walk = Walk::after(LOOP, Mode::Solo, "lever");
    walk.through(
        "# Your part in it
         nearly => unsure Claims backlog -> Overtime -> Handler fatigue -> Claims errors -> Claims backlog
         # Climb two rungs
         tell Retention about repeat calls the same day
         # So far
         4 1 => rate [tell Retention about repeat calls the same day]: effort so far 4, effect so far 1
         # Ease and worth
         2 5 => rate [tell Retention about repeat calls the same day]: ease 2, worth 5
         # Two weeks
         send the daily count to Priya, two weeks => do send the daily count to Priya due 2w",
    );
    walk.leaves(
        "",
        "unsure to claims backlog -> overtime
         unsure to overtime -> handler fatigue
         unsure to handler fatigue -> claims errors
         unsure to claims errors -> claims backlog
         answered tell Retention about repeat calls the same day
         rated tell Retention about repeat calls the same day | effort so far 4
         rated tell Retention about repeat calls the same day | effect so far 1
         rated tell Retention about repeat calls the same day | ease 2
         rated tell Retention about repeat calls the same day | worth 5
         promised send the daily count to Priya | me | in 14d | -",
    )
    .reaches_its_goals();
}

#[test]
fn no_to_a_whole_loop_asks_which_arrow_is_not_so() {
    let mut walk = Walk::after(LOOP, Mode::Live, "lever");
    walk.types("no");
    assert_eq!(walk.doubts(), ["which arrow is not so? write no, and the arrow: no A -> B"]);
    walk.says("").through("no Overtime -> Handler fatigue");
    assert!(walk.prompt().starts_with("No loop is left to tell."), "{}", walk.prompt());
}

#[test]
fn what_is_remarked_while_places_are_rated_is_no_place() {
    let mut walk = Walk::after(LOOP, Mode::Live, "lever");
    walk.on_to_the_next().says("more people").on_to_the_next();
    walk.types("4");
    let needed = "one number from 1 to 5 for each: effort so far, effect so far; or five numbers, how many gave one, two, \
                  three, four, five";
    assert_eq!(walk.doubts(), [needed]);
    walk.says("").says("7 1").says("hard to say").on_to_the_next();
    assert_eq!(walk.subjects(), ["more people"]);
}
