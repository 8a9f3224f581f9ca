use crate::example::EXAMPLE;
use crate::findings::sees;
use crate::talk::Talk;

/// The smallest boundary: one effect from one unit on another.
const EFFECT: &str = "@Claims owns ~Calls
    @Retention owns ~Loyalty
    Calls -> Loyalty : -";

/// Two units that a thing which nobody owns lies between.
const THROUGH: &str = "@Claims owns !Bot
    @Retention owns !Offers
    Bot -> $Reasons : -
    Offers needs Reasons";

#[test]
fn what_crosses_between_units_that_meet_nowhere_makes_a_boundary_hot() {
    // Heat 0.5 x 1.3, told from one side: 100 x (1 - e to the power of -0.65 / 1.5).
    assert_eq!(sees("boundary", EFFECT), ["claims/retention 35"]);
    // Heat 0.5 x 0.5 x 1.3.
    assert_eq!(sees("boundary", THROUGH), ["claims/retention 19"]);
    // Heat 0.5 x 1.3 twice.
    assert_eq!(sees("boundary", &format!("{EFFECT}\nLoyalty -> Calls : +")), ["claims/retention 58"]);
}

#[test]
fn the_smallest_change_and_it_is_none() {
    for (change, lines) in [
        ("a forum covers both", format!("{EFFECT}\n#Clinic covers @Claims, @Retention")),
        ("a forum covers what is theirs", format!("{EFFECT}\n#Clinic covers Calls, Loyalty")),
        ("they are one unit", format!("{EFFECT}\n@Retention in @Claims")),
        ("nobody owns the other side", EFFECT.replace("@Retention owns", "")),
        ("intent is no effect", EFFECT.replace(": -", ": aims -").replace("~Calls", "!Calls")),
        ("somebody named looks after it", format!("{EFFECT}\ndo Tell them every Friday : tom re Calls -> Loyalty")),
        ("somebody looked and found none", EFFECT.replace(": -", ": =")),
        ("both need the thing between", THROUGH.replace("Bot -> $Reasons : -", "Bot needs $Reasons")),
    ] {
        assert_eq!(sees("boundary", &lines), [""; 0], "{change}");
    }
    let owned = format!("{THROUGH}\n@Claims owns Reasons");
    assert_eq!(sees("boundary", &owned), ["claims/retention 35"], "with an owner it is one arrow and no way through");
    for still in ["#Clinic covers @Claims", "do Tell them : nobody knows who", "do Tell them re Calls -> Loyalty"] {
        assert_eq!(sees("boundary", &format!("{EFFECT}\n{still}")), ["claims/retention 35"], "{still}");
    }
}

#[test]
fn it_is_hotter_when_it_shows_late_and_cooler_when_told_from_both_sides() {
    // Heat 0.5 x 1.5 x 1.3.
    assert_eq!(sees("boundary", &EFFECT.replace(": -", ": - 1m")), ["claims/retention 48"]);
    assert_eq!(sees("boundary", &EFFECT.replace(": -", ": - 3w")), ["claims/retention 35"]);
    // A month in two halves: heat 0.5 x 0.5 x 1.5 x 1.3.
    let halves = THROUGH.replace(": -", ": - 15d").replace("needs Reasons", "needs Reasons : 15d");
    assert_eq!(sees("boundary", &halves), ["claims/retention 28"]);
    let mut talk = Talk::among(&[("mei", "Claims"), ("pri", "Retention")]);
    talk.says(&EFFECT.replace("Calls ->", "mei> Calls ->"));
    assert_eq!(talk.sees("boundary"), ["claims/retention 35"]);
    // Heat 0.5.
    assert_eq!(talk.says("pri> yes Calls -> Loyalty").sees("boundary"), ["claims/retention 28"]);
}

#[test]
fn both_sides_may_speak_about_one_arrow_each() {
    let mut talk = Talk::among(&[("mei", "Claims"), ("pri", "Retention")]);
    talk.says(&THROUGH.replace("Bot ->", "mei> Bot ->").replace("Offers needs", "pri> Offers needs"));
    // Heat 0.5 x 0.5.
    assert_eq!(talk.sees("boundary"), ["claims/retention 15"]);
}

#[test]
fn effects_and_dependencies_are_counted_apart_and_absence_is_of_this_room() {
    let mut talk = Talk::among(&[]);
    let finding = talk.says(EFFECT).finding("boundary", &["Claims", "Retention"]).unwrap();
    assert_eq!(
        finding.says,
        "There is one effect between Claims and Retention, told from one side only so far; \
         nobody here has named where the two meet."
    );
    assert_eq!(finding.ask, "When Claims changes Calls, how does Retention hear, and how soon?");
    talk.says("@Retention owns !Offers\n@Claims owns $Files\nOffers needs Files : +++\nFiles -> Offers : feeds");
    let finding = talk.finding("boundary", &["Claims", "Retention"]).unwrap();
    assert!(finding.says.contains("There is one effect and two dependencies between"));
    assert_eq!(finding.ask, "When Claims changes Files, how does Retention hear, and how soon?", "the hottest of them");
    assert_eq!(finding.arrows.len(), 3);
}

#[test]
fn it_rests_on_the_arrow_that_leads_back_to_the_thing_between() {
    let finding = Talk::among(&[]).says(THROUGH).finding("boundary", &["Claims", "Retention"]).unwrap();
    let arrows: Vec<String> = finding.arrows.iter().map(|(from, to, _)| format!("{from} to {to}")).collect();
    assert_eq!(arrows, ["bot to reasons", "offers to reasons"]);
    assert_eq!(finding.evidence.iter().map(|said| said.seq).collect::<Vec<_>>(), [4, 5]);
}

#[test]
fn in_the_worked_example_a_place_to_meet_cures_it_and_leaves_the_others() {
    let mut talk = Talk::transcript(EXAMPLE);
    let before = talk.sees("boundary");
    assert!(before.contains(&"contact centre/retention 59".to_owned()), "{before:?}");
    let after = talk.says("#Contact review covers @Contact Centre, @Retention").sees("boundary");
    let left: Vec<String> = before.into_iter().filter(|one| !one.starts_with("contact centre/retention ")).collect();
    assert_eq!(after, left);
}

/// Three changes that begin within six weeks and land on Claims.
const PILE: &str = "!Bot is starts 2027-01-04\n!Drafter is starts 2027-01-18\n!Triage (from 2027-02-15)
    Bot -> @Claims : +\n@Claims owns ~Backlog\nDrafter -> Backlog : +\nTriage feeds Backlog";

#[test]
fn three_changes_that_begin_within_six_weeks_and_land_on_one_party_are_a_pile() {
    assert_eq!(sees("boundary", PILE), ["pile-up claims 50"]);
    let finding = Talk::among(&[]).says(PILE).finding("boundary", &["Claims"]).unwrap();
    assert_eq!(finding.says, "Within six weeks three changes begin that land on Claims: Bot, Drafter and Triage.");
    assert_eq!(finding.arrows.len(), 3);
}

#[test]
fn the_smallest_change_and_it_is_no_pile() {
    for (change, lines) in [
        ("a day too late", PILE.replace("2027-02-15", "2027-02-16")),
        ("two of them", PILE.replace("Bot -> @Claims : +", "")),
        ("elsewhere", PILE.replace("Triage feeds Backlog", "Triage feeds Claims letters")),
        ("no start is known", PILE.replace("!Triage (from 2027-02-15)", "!Triage")),
        ("one of them is no change", PILE.replace("!Triage", "/Triage")),
    ] {
        assert_eq!(sees("boundary", &lines), [""; 0], "{change}");
    }
}
