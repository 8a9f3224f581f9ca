use adjacent::record::Mode;

use crate::walks::walk::Walk;

const BEFORE: &str = "
    Contact Centre owns !Service bot (live)
    Claims owns !Claims triage (live)
";

#[test]
fn a_room_watches_what_nobody_meant() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "emerge");
    walk.through(
        "# Draw it by hand
         Customer trust down 6 points since spring => saw Customer trust down 6 points since spring
         overtime is going up => saw overtime up
         # What leaned on it
         Service bot, Claims triage => less Customer trust <- Service bot, Claims triage
         the season => less Customer trust <- season",
    );
    walk.turns().through(
        "news => more overtime <- news
         # Switch one off
         1 2 1 => vote Customer trust: one is enough 1, [only two or more] 2, it would stay 1
         0 0 4 => vote overtime: one is enough 0, [only two or more] 0, it would stay 4
         # Who sees it first
         Complaints review => Customer trust feeds Complaints review
         the night desk => overtime feeds night desk
         # When we act
         below 70, Contact Centre, mei => watch Customer trust: below 70, Contact Centre sees it first, mei acts
         Overtime: above 6 hours, tom acts => watch Overtime: above 6 hours, tom acts",
    );
    walk.leaves(
        "forum Complaints review
         factor Customer trust
         factor news
         unknown night desk
         factor overtime
         factor season
         Claims triage -> Customer trust : -
         Customer trust -> Complaints review : feeds
         news -> overtime : +
         overtime -> night desk : feeds
         season -> Customer trust : -
         Service bot -> Customer trust : -",
        "observed Customer trust down | 6 points since spring
         observed overtime up | -
         turned to overtime
         voted Customer trust | one is enough 1, only two or more 2, it would stay 1
         voted overtime | one is enough 0, only two or more 0, it would stay 4
         watched Customer trust | below 70 | Contact Centre first | mei acts
         watched Overtime | above 6 hours | - first | tom acts",
    )
    .reaches_its_goals();
}

#[test]
fn somebody_alone_notes_what_they_kept_quiet() {
    let mut walk = Walk::after(BEFORE, Mode::Solo, "emerge");
    walk.through(
        "# What you kept quiet
         more overtime since June => saw overtime up since June
         # What leaned on it
         Claims triage, new price book => more overtime <- Claims triage, new price book
         # Would it go back
         Sam => ? Sam: would overtime go back if mine were switched off
         # Who sees it first
         Claims handlers => overtime feeds Claims handlers
         # When you act
         above 6 hours a week, Sam sees it first, me acts
            => watch overtime: above 6 hours a week, Sam sees it first, me acts",
    );
    walk.leaves(
        "party Claims handlers
         factor new price book
         factor overtime
         Claims triage -> overtime : +
         new price book -> overtime : +
         overtime -> Claims handlers : feeds",
        "observed overtime up | since June
         asked Sam: would overtime go back if mine were switched off
         watched overtime | above 6 hours a week | Sam first | me acts",
    )
    .reaches_its_goals();
}

#[test]
fn what_cannot_be_watched_says_what_is_missing() {
    let mut walk = Walk::after(BEFORE, Mode::Live, "emerge");
    for vague in ["it wobbles", "sick days up, trust down", "7"] {
        walk.types(vague);
        assert_eq!(walk.doubts().len(), 1, "{vague}");
        walk.says("");
    }
    walk.through(
        "fewer complaints => saw complaints down
         # What leaned on it
         they told us so => (a sentence)",
    );
}
