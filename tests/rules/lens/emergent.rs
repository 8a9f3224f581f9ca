use crate::example::EXAMPLE;
use crate::findings::sees;
use crate::talk::Talk;

/// The smallest emergent effect: two changes of two units, and a factor somebody wants to move.
const TRUST: &str = "want trust up
    @Claims owns !Triage
    @Retention owns !Offers
    Triage, Offers -> trust : -";

#[test]
fn two_pushes_of_two_units_on_what_nobody_aims_at_emerge() {
    // 100 x 1 x 0.6 x 1.2, against what is wanted.
    assert_eq!(sees("emergent", TRUST), ["trust 72"]);
    // x 1.3, seen to move the same way.
    assert_eq!(sees("emergent", &format!("{TRUST}\nsaw trust down 6pts")), ["trust 94"]);
    // Welcome: 100 x 1 x 0.6.
    assert_eq!(sees("emergent", &TRUST.replace(": -", ": +")), ["trust 60"]);
    // Wanted by nobody, and seen: 100 x 1 x 0.6 x 1.3.
    let seen = TRUST.replace("want trust up", "saw ~trust down");
    assert_eq!(sees("emergent", &seen), ["trust 78"]);
    assert_eq!(sees("emergent", &seen.replace("down", "flat")), ["trust 60"]);
    assert_eq!(sees("emergent", &format!("{seen}\nsaw trust up")), ["trust 60"], "the latest sight counts");
    // Less than all of it: 100 x (0.25 + 0.25) x 0.6 x 1.2.
    let faint = TRUST.replace("-> trust", "-> ~calm").replace(": -", ": +");
    assert_eq!(sees("emergent", &format!("{faint}\ncalm -> trust : -")), ["trust 36"]);
}

#[test]
fn the_smallest_change_and_it_is_none() {
    for (change, lines) in [
        ("somebody aims at it", format!("{TRUST}\n!Survey aims trust : +")),
        ("nobody wants it or has seen it", TRUST.replace("want trust up", "")),
        ("it should stay", TRUST.replace("up", "steady")),
        ("they are one unit", format!("{TRUST}\n@Retention in @Claims")),
        ("nobody knows whose one of them is", TRUST.replace("@Retention owns", "")),
        (
            "they push opposite ways",
            TRUST.replace("Triage, Offers -> trust : -", "Triage -> trust : -\nOffers -> trust : +"),
        ),
        ("it is no factor", TRUST.replace("want trust up", "/trust\nsaw trust down")),
        ("they are no changes", TRUST.replace('!', "/")),
        ("a sign is open", TRUST.replace("Offers -> trust : -", "Offers -> trust : ?")),
    ] {
        assert_eq!(sees("emergent", &lines), [""; 0], "{change}");
    }
}

#[test]
fn it_takes_enough_together_and_none_that_is_most_of_it() {
    let by_steps = |one: &str, other: &str| {
        format!("want trust up\n@Claims owns !Triage\n@Retention owns !Offers\n{one}\n{other}")
    };
    // 0.125 + 0.25 are less than 0.4; 0.245 + 0.25 are not: 100 x 0.495 x 0.6 x 1.2.
    let quarter = "Offers -> ~c : +\nc -> trust : -";
    let eighth = "Triage -> ~a : +\na -> ~b : +\nb -> trust : -";
    assert_eq!(sees("emergent", &by_steps(eighth, quarter)), [""; 0]);
    let more = "Triage -> ~a : ++\na -> ~b : ++\nb -> trust : -";
    assert_eq!(sees("emergent", &by_steps(more, quarter)), ["trust 36"]);
    // 0.5 of 0.75 is less than seven tenths; 0.9 of 1.15 is more.
    assert_eq!(sees("emergent", &by_steps("Triage -> trust : -", quarter)), ["trust 54"]);
    assert_eq!(sees("emergent", &by_steps("Triage -> trust : ---", quarter)), [""; 0]);
}

#[test]
fn what_one_change_does_by_several_ways_is_one_push() {
    // Offers lowers it by 0.5 and raises it by 0.25: 0.25 of 0.75 in all.
    let offset = format!("{TRUST}\nOffers -> ~fairness : +\nfairness -> trust : +");
    assert_eq!(sees("emergent", &offset), ["trust 54"]);
    // It lowers and raises it by as much: nothing is left, and one alone does not emerge.
    let even = TRUST.replace(
        "Triage, Offers -> trust : -",
        "Triage -> trust : -\nOffers -> ~a, ~b : +\na -> trust : +\nb -> trust : -",
    );
    assert_eq!(sees("emergent", &even), [""; 0]);
}

#[test]
fn one_factor_may_be_moved_both_directions_by_two_crowds() {
    let both = format!("{TRUST}\n@Risk owns !Care\n@Desk owns !Calls\nCare, Calls -> trust : +");
    assert_eq!(sees("emergent", &both), ["trust 72", "trust 60"]);
}

#[test]
fn what_was_seen_is_kept_apart_from_what_is_thought_and_guesses_are_counted() {
    let mut talk = Talk::among(&[]);
    talk.says(&TRUST.replace(": -", ": - guess"));
    let finding = talk.finding("emergent", &["trust"]).unwrap();
    assert_eq!(
        finding.says,
        "Nobody here has said they set out to change trust, yet Offers and Triage are thought to lower it together; \
         both arrows are guesses. Nobody here has seen it move so far."
    );
    assert_eq!(finding.ask, "If only one of these ran, would trust still move, and who watches trust?");
    let finding = talk.says("saw trust down 6pts since spring").finding("emergent", &["trust"]).unwrap();
    assert!(finding.says.ends_with("What was seen: it fell, 6pts since spring."), "{}", finding.says);
    assert_eq!(finding.evidence.len(), 1, "two arrows of one line");
    let welcome = Talk::among(&[]).says(&TRUST.replace(": -", ": +")).finding("emergent", &["trust"]).unwrap();
    assert!(welcome.says.ends_with("That would be welcome: a gift to protect."), "{}", welcome.says);
    assert!(welcome.says.contains("none of the two arrows is a guess"), "{}", welcome.says);
}

#[test]
fn one_thing_that_all_of_it_comes_through_is_pointed_at() {
    let lines = "want trust up\n@Claims owns !Triage\n@Retention owns !Offers\n\
        Triage, Offers -> ~letters : +++\nletters -> trust : -";
    let finding = Talk::among(&[]).says(lines).finding("emergent", &["trust"]).unwrap();
    assert!(finding.says.contains("All of it comes by way of letters"), "{}", finding.says);
    let two_ways = TRUST.replace(
        "Triage, Offers -> trust",
        "Triage -> ~letters : +++\nOffers -> ~calls : +++\nletters, calls -> trust",
    );
    for lines in [TRUST, &two_ways] {
        let apart = Talk::among(&[]).says(lines).finding("emergent", &["trust"]).unwrap();
        assert!(!apart.says.contains("by way of"), "{}", apart.says);
    }
}

#[test]
fn in_the_worked_example_it_shows_with_the_second_push_and_an_aim_cures_it() {
    assert_eq!(Talk::first_lines(EXAMPLE, 49).sees("emergent"), [""; 0]);
    assert_eq!(Talk::first_lines(EXAMPLE, 50).sees("emergent"), ["customer trust 72"]);
    assert_eq!(Talk::first_lines(EXAMPLE, 52).sees("emergent"), ["customer trust 94"]);
    let mut talk = Talk::transcript(EXAMPLE);
    assert_eq!(talk.sees("emergent"), ["customer trust 94"]);
    assert_eq!(talk.says("Claims triage -> Customer trust : aims +").sees("emergent"), [""; 0]);
}

#[test]
fn nobody_is_asked_who_watches_what_is_watched() {
    let mut talk = Talk::among(&[]);
    talk.says(TRUST);
    let finding = talk.says("watch trust: below 70, @Risk acts").finding("emergent", &["trust"]).unwrap();
    assert_eq!(finding.ask, "If only one of these ran, would trust still move?");
}
