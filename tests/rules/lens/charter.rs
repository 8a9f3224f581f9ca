use crate::findings::sees;
use crate::talk::Talk;

/// The smallest gap: in use, speaks to somebody outside, and no rule.
const SPEAKS: &str = "!Bot (live)\nBot -> @Customers (outside) : voices";

const RULES: [&str; 6] = [
    "rule Bot uncertain: says so",
    "rule Bot never: promises a payment",
    "rule Bot handover: the night desk",
    "rule Bot speaks: in our words",
    "rule Bot learns: nothing by itself",
    "rule Bot answers: the manager",
];

#[test]
fn what_speaks_for_us_without_rules_has_a_gap_that_closes_rule_by_rule() {
    for (rules, severity) in
        [(0, Some(100)), (1, Some(83)), (2, Some(67)), (3, Some(50)), (4, Some(33)), (5, Some(17)), (6, None)]
    {
        let lines = format!("{SPEAKS}\n{}", RULES[..rules].join("\n"));
        let expected: Vec<String> = severity.iter().map(|severity| format!("bot {severity}")).collect();
        assert_eq!(sees("charter", &lines), expected, "{rules} rules");
    }
}

#[test]
fn the_smallest_change_and_there_is_none() {
    for (change, lines) in [
        ("an idea", "!Bot (idea)\nBot -> @Customers (outside) : voices"),
        ("nobody says how far along it is", "!Bot\nBot -> @Customers (outside) : voices"),
        ("it fades", "!Bot (fading)\nBot -> @Customers (outside) : voices"),
        ("it speaks for nobody", "!Bot (live)\nBot -> @Customers (outside) : feeds +"),
        ("what it reaches is owned inside", "!Bot (live)\n@Claims owns ~calls\nBot -> calls : +"),
        (
            "three arrows away",
            "!Bot (live)\n@Customers (outside) owns ~effort\nBot -> a1 : +\na1 -> b1 : +\nb1 -> effort : +",
        ),
        ("what they own is no factor", "!Bot (live)\n@Customers (outside) owns /Renewals\nBot -> Renewals : +"),
        ("the sign is open", "!Bot (live)\n@Customers (outside) owns ~effort\nBot -> effort : ?"),
    ] {
        assert_eq!(sees("charter", lines), [""; 0], "{change}");
    }
}

#[test]
fn it_weighs_less_inside() {
    assert_eq!(sees("charter", "!Bot (pilot)\nBot -> @Claims : voices"), ["bot 60"]);
    assert_eq!(sees("charter", "!Bot (pilot)\nBot -> *A person can be reached : voices"), ["bot 60"]);
    let within_two = "!Bot (live)\n@Customers (outside) owns ~effort\nBot -> calls : +\ncalls -> effort : +";
    assert_eq!(sees("charter", within_two), ["bot 100"]);
}

#[test]
fn it_says_what_is_agreed_and_what_is_not_and_asks_for_the_first_rule() {
    let mut talk = Talk::among(&[]);
    let finding = talk.says(SPEAKS).says(RULES[0]).finding("charter", &["Bot"]).unwrap();
    assert_eq!(
        finding.says,
        "Bot speaks for us to Customers; we have agreed what it does when unsure, but not yet who catches it or who \
         apologises, among other things."
    );
    assert_eq!(finding.ask, "When Bot speaks, whose voice is it, and who is spoken for unasked?");
    assert_eq!(finding.evidence.iter().map(|said| said.seq).collect::<Vec<_>>(), [3]);
    let finding = talk.says(&RULES[1..5].join("\n")).finding("charter", &["Bot"]).unwrap();
    assert!(finding.says.ends_with("but not yet who apologises."), "{}", finding.says);
}
