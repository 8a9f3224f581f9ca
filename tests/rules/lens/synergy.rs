use crate::example::EXAMPLE;
use crate::findings::sees;
use crate::talk::Talk;

/// The smallest supply that reaches nobody.
const SCORES: &str = "@Claims owns !Triage
    @Underwriting owns !Copilot
    Triage -> $Scores : feeds +
    Copilot needs Scores";

/// Two changes with one aim and nothing else in common: a fifth of the overlap or more would be a job for two.
const ONE_AIM: &str = "@Claims owns !Triage
    @Retention owns !Offers
    Triage, Offers -> ~Trust : aims +
    Triage -> ~a, ~b, ~c : +
    Offers -> ~d, ~e, ~f : +";

/// A change that raises what somebody else needs.
const RAISES: &str = "@Claims owns !Triage
    @Retention owns !Offers
    Triage -> $History : +
    Offers needs History";

#[test]
fn what_one_unit_supplies_and_another_asks_for_is_missed() {
    // 120 x 0.5 x 0.6.
    assert_eq!(sees("synergy", SCORES), ["triage/scores/copilot 36"]);
    // 120 x 0.9 x 0.9.
    assert_eq!(
        sees("synergy", &SCORES.replace("needs Scores", "needs Scores : +++ seen")),
        ["triage/scores/copilot 97"]
    );
    // A process asks as well as a change does.
    assert_eq!(sees("synergy", &SCORES.replace('!', "/").replace("/Triage", "!Triage")), ["triage/scores/copilot 36"]);
}

#[test]
fn the_smallest_change_and_it_is_none() {
    for (change, lines) in [
        ("it is carried there", format!("{SCORES}\nScores -> Copilot : feeds +")),
        ("somebody looked, and it may not be", format!("{SCORES}\nScores -> Copilot : feeds =")),
        ("they meet", format!("{SCORES}\n#Council covers @Claims, @Underwriting")),
        ("they are one unit", format!("{SCORES}\n@Underwriting in @Claims")),
        ("nobody knows whose it is", SCORES.replace("@Underwriting owns", "")),
        ("no change makes it", SCORES.replace('!', "/")),
        ("it is no resource", SCORES.replace('$', "/")),
        ("the need was denied", format!("{SCORES}\nno Copilot -> Scores\nno Copilot -> Scores\nno Copilot -> Scores")),
    ] {
        assert_eq!(sees("synergy", &lines), [""; 0], "{change}");
    }
}

#[test]
fn one_aim_of_two_units_that_share_little_else_is_missed() {
    // One thing of seven is shared, and both touch it: a half of 6.5.
    assert_eq!(sees("synergy", ONE_AIM), ["offers/triage/trust 40"]);
    for (change, lines) in [
        (
            "they aim opposite ways",
            ONE_AIM.replace("Triage, Offers -> ~Trust : aims +", "Triage -> ~Trust : aims +\nOffers -> Trust : aims -"),
        ),
        ("one builds on the other", format!("{ONE_AIM}\nOffers builds on Triage")),
        ("they are one unit", format!("{ONE_AIM}\n@Retention in @Claims")),
        (
            "they share more",
            "@Claims owns !Triage\n@Retention owns !Offers\nTriage, Offers -> ~Trust : aims +".to_owned(),
        ),
        ("they aim at a purpose", ONE_AIM.replace("~Trust", "*Trust")),
        ("nobody said which way", ONE_AIM.replace("aims +", "aims")),
    ] {
        assert_eq!(sees("synergy", &lines), [""; 0], "{change}");
    }
}

#[test]
fn of_many_with_one_aim_two_are_named() {
    let third = format!("{ONE_AIM}\n@Risk owns !Watch\nWatch -> Trust : aims +\nWatch -> ~g, ~h, ~i : +");
    assert_eq!(sees("synergy", &third), ["offers/triage/trust 40"]);
}

#[test]
fn a_push_that_those_who_need_it_do_not_know_of_is_missed() {
    assert_eq!(sees("synergy", RAISES), ["triage/history/offers 40"]);
    for (change, lines) in [
        ("it lowers it", RAISES.replace(": +", ": -")),
        ("nobody needs it", RAISES.replace("Offers needs History", "")),
        ("it is a process", RAISES.replace('$', "/")),
        ("they meet", format!("{RAISES}\n#Council covers @Claims, @Retention")),
        ("they are one unit", format!("{RAISES}\n@Retention in @Claims")),
    ] {
        assert_eq!(sees("synergy", &lines), [""; 0], "{change}");
    }
    // Who supplies it as well is found by that alone.
    assert_eq!(sees("synergy", &format!("{RAISES}\nTriage -> History : feeds")), ["triage/history/offers 36"]);
}

#[test]
fn who_has_spoken_of_the_need_knows_of_it() {
    let lines = RAISES.replace("Offers needs", "mei> Offers needs");
    assert_eq!(Talk::among(&[("mei", "Claims")]).says(&lines).sees("synergy"), [""; 0]);
    assert_eq!(Talk::among(&[("mei", "Retention")]).says(&lines).sees("synergy"), ["triage/history/offers 40"]);
}

#[test]
fn it_is_said_who_has_it_and_who_asks() {
    let finding = Talk::among(&[]).says(SCORES).finding("synergy", &["Triage", "Scores", "Copilot"]).unwrap();
    assert_eq!(
        finding.says,
        "Triage already produces Scores, and Copilot is asking for them; nobody here has named what carries them across."
    );
    assert_eq!(finding.ask, "What would have to be true for Scores to be used by Underwriting?");
    assert_eq!(finding.arrows.len(), 2);
    let finding = Talk::among(&[]).says(ONE_AIM).finding("synergy", &["Offers", "Triage", "Trust"]).unwrap();
    assert_eq!(
        finding.says,
        "Offers and Triage are both meant to bring Trust up; nobody here has named much else that joins them."
    );
    let finding = Talk::among(&[]).says(RAISES).finding("synergy", &["Triage", "History", "Offers"]).unwrap();
    assert!(finding.says.ends_with("nobody here from Claims has spoken of that need."), "{}", finding.says);
}

#[test]
fn in_the_worked_example_carrying_it_across_cures_it_and_so_does_meeting() {
    for cure in [
        "Severity scores -> Underwriting copilot : feeds +",
        "#Capacity board covers @Claims, @Retention, @Underwriting",
    ] {
        let mut talk = Talk::transcript(EXAMPLE);
        assert_eq!(talk.sees("synergy"), ["claims triage/severity scores/underwriting copilot 36"]);
        assert_eq!(talk.says(cure).sees("synergy"), [""; 0], "{cure}");
    }
}
