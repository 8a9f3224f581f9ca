use crate::example::EXAMPLE;
use crate::findings::sees;
use crate::talk::Talk;

/// Three needs of what somebody else owns.
const HISTORY: &str = "@Platform owns $History
    @Claims owns !A
    A, !B, !C -> History : needs";

#[test]
fn a_need_of_what_nobody_owns_or_supplies_is_unmet() {
    assert_eq!(sees("unmet", "!Offers needs $Reasons"), ["offers/reasons 50"]);
    assert_eq!(sees("unmet", "!Offers needs $Reasons : ++"), ["offers/reasons 70"]);
    // 100 x 0.7 x 1.3.
    assert_eq!(sees("unmet", "!Offers needs $Reasons : ++\n!Bot -> Reasons : -"), ["offers/reasons 91"]);
    assert_eq!(sees("unmet", "!Offers needs $Reasons : ++\n!Bot -> Reasons : +"), ["offers/reasons 70"]);
    assert_eq!(sees("unmet", "!Offers needs /Checking"), ["offers/checking 50"], "of a process as of anything");
}

#[test]
fn the_smallest_change_and_it_is_none() {
    for (change, lines) in [
        ("somebody supplies it", "!Offers needs $Reasons\n/Coding -> Reasons : feeds"),
        ("somebody owns it", "!Offers needs $Reasons\n@Claims owns Reasons"),
        ("a party is needed", "!Offers needs @Claims"),
        ("it is fed, not needed", "$Reasons -> !Offers : feeds"),
        ("the need was taken back", "!Offers needs $Reasons\nundo"),
    ] {
        assert_eq!(sees("unmet", lines), [""; 0], "{change}");
    }
    let denied = "!Offers needs $Reasons\n/Coding -> Reasons : feeds =";
    assert_eq!(sees("unmet", denied), ["offers/reasons 50"], "somebody looked, and it does not supply it");
}

#[test]
fn from_three_on_a_need_the_supplier_has_not_said_yes_to_is_unconfirmed() {
    // 100 x 0.5 x 0.6, of the one whose unit is known to be another.
    assert_eq!(sees("unmet", HISTORY), ["unconfirmed a/history 30"]);
    for (change, lines) in
        [("two need it", HISTORY.replace(", !C", "")), ("it is their own", HISTORY.replace("@Claims", "@Platform"))]
    {
        assert_eq!(sees("unmet", &lines), [""; 0], "{change}");
    }
    let mut talk = Talk::among(&[("lin", "Platform")]);
    assert_eq!(talk.says(HISTORY).sees("unmet"), ["unconfirmed a/history 30"]);
    assert_eq!(talk.says("lin> yes A -> History").sees("unmet"), [""; 0], "the supplier has said yes");
    let supplied = HISTORY.replace("owns $History", "owns /Matching\nMatching -> $History : feeds");
    assert_eq!(sees("unmet", &supplied), ["unconfirmed a/history 30"], "the unit of what supplies it would have to");
}

#[test]
fn a_supply_that_takes_longer_than_there_is_is_late() {
    for (case, lines, expected) in [
        ("it is running", "!A (live)\nA needs $R\n/P -> R : feeds 1q", vec!["late a/r 25"]),
        (
            "it is tried, and less of it is left",
            "!A (pilot)\nA needs $R\n/P -> R : feeds 1q\n!B -> R : -",
            vec!["late a/r 33"],
        ),
        ("it is wanted sooner", "!A needs $R : 2m\n/P -> R : feeds 1q", vec!["late a/r 25"]),
        ("it is wanted later", "!A needs $R : 1y\n/P -> R : feeds 1q", vec![]),
        ("nobody said when it starts", "!A needs $R\n/P -> R : feeds 1q", vec![]),
        ("it has stopped", "!A (stopped)\nA needs $R\n/P -> R : feeds 1q", vec![]),
        ("it takes a week", "!A (live)\nA needs $R\n/P -> R : feeds 1w", vec![]),
        ("another supply is quick", "!A (live)\nA needs $R\n/P -> R : feeds 1q\n/Q -> R : feeds", vec![]),
    ] {
        assert_eq!(sees("unmet", lines), expected, "{case}");
    }
}

#[test]
fn it_is_said_of_this_map_only_and_what_leaves_less_of_it() {
    let mut talk = Talk::among(&[]);
    let finding =
        talk.says("!Offers needs $Reasons\n!Bot, !Desk -> Reasons : -").finding("unmet", &["Offers", "Reasons"]);
    let finding = finding.unwrap();
    assert_eq!(
        finding.says,
        "Offers need Reasons; nobody here has named who supplies them, and there is less of them because of Bot and Desk."
    );
    assert_eq!(finding.ask, "Who could supply Reasons, what would it cost them, and what would they want back?");
    assert_eq!(finding.arrows.len(), 3);
    let late = Talk::among(&[]).says("!A needs $R : 2m\n/P -> R : feeds 1q").finding("unmet", &["A", "R"]).unwrap();
    assert_eq!(
        late.says,
        "A needs R, and it is wanted in about two months; the quickest supply named so far takes about a quarter."
    );
    let unconfirmed = Talk::among(&[]).says(HISTORY).finding("unmet", &["A", "History"]).unwrap();
    assert_eq!(unconfirmed.says, "A needs History; nobody from Platform has said yes to that here so far.");
}

#[test]
fn in_the_worked_example_naming_a_supply_cures_it() {
    let mut talk = Talk::transcript(EXAMPLE);
    let unmet =
        |talk: &Talk| talk.sees("unmet").into_iter().filter(|one| !one.starts_with("unconfirmed")).collect::<Vec<_>>();
    assert_eq!(unmet(&talk), ["churn model/complaint reasons 91"]);
    talk.says("/Reason coding -> Complaint reasons : feeds +");
    assert_eq!(unmet(&talk), [""; 0]);
}
