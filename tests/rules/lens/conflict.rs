use crate::findings::sees;
use crate::talk::Talk;

/// The smallest conflict: two changes, one thing, one up and one down.
const CONFLICT: &str = "!Offers -> ~Discounts : ++
    !Pricing -> Discounts : --";

/// Whose they are.
const UNITS: &str = "@Retention owns !Offers
    @Underwriting owns !Pricing";

#[test]
fn two_changes_that_push_one_thing_opposite_ways_are_in_conflict() {
    // 100 x 0.7 x root of 0.6, for two units.
    assert_eq!(sees("conflict", &format!("{CONFLICT}\n{UNITS}")), ["offers/pricing/discounts 54"]);
    // x 0.6, as long as nobody knows that they are two.
    assert_eq!(sees("conflict", CONFLICT), ["offers/pricing/discounts 33"]);
}

#[test]
fn the_smallest_change_and_it_is_none() {
    for (change, lines) in [
        ("both push up", "!Offers -> ~Discounts : ++\n!Pricing -> Discounts : ++"),
        ("a sign is open", "!Offers -> ~Discounts : ++\n!Pricing -> Discounts : ?"),
        ("intent is no effect", "!Offers -> ~Discounts : ++\n!Pricing aims Discounts : --"),
        ("no source is a change", "~Offers -> ~Discounts : ++\n!Pricing -> Discounts : --"),
        ("a voice is no target", "!Offers -> &Worry : ++\n!Pricing -> Worry : --"),
        ("three arrows away", "!Offers -> ~a -> ~b -> ~Discounts : +\n!Pricing -> Discounts : --"),
        ("it was taken back", "!Offers -> ~Discounts : ++\n!Pricing -> Discounts : --\nundo"),
    ] {
        assert_eq!(sees("conflict", lines), [""; 0], "{change}");
    }
}

#[test]
fn a_reward_is_a_source_and_works_through_what_it_pays_for() {
    let lines = "^Bonus rewards ~Offers made : +\nOffers made -> ~Discounts : +\n!Pricing -> Discounts : -";
    // 100 x root of (0.25 x 0.5) x 0.6 x root of 0.6.
    assert_eq!(sees("conflict", lines), ["bonus/pricing/discounts 16"]);
}

#[test]
fn behind_a_meeting_point_there_is_nothing_new_and_beside_it_there_is() {
    let behind = format!("{CONFLICT}\nDiscounts -> ~Loss ratio : +");
    assert_eq!(sees("conflict", &behind), ["offers/pricing/discounts 33"]);
    // 100 x root of (0.7 x 0.5 x 0.5) x 0.6 x root of 0.6, since only one of the two ways passes the discounts.
    let beside = format!("{behind}\n!Pricing -> Loss ratio : -");
    assert_eq!(sees("conflict", &beside), ["offers/pricing/discounts 33", "offers/pricing/loss ratio 19"]);
}

#[test]
fn two_arrows_lead_to_a_meeting_unless_one_each_does_and_the_strongest_ways_count() {
    let far = "!Offers -> ~a : +\na -> ~t : +\n!Pricing -> ~b : +\nb -> t : -";
    // 100 x 0.25 x 0.6 x root of 0.6.
    assert_eq!(sees("conflict", far), ["offers/pricing/t 12"]);
    let stronger = format!("{far}\n!Offers -> ~c : +++\nc -> t : +++");
    // 100 x root of (0.81 x 0.25) x 0.6 x root of 0.6.
    assert_eq!(sees("conflict", &stronger), ["offers/pricing/t 21"]);
    let near = format!("{stronger}\n!Offers -> t : +\n!Pricing -> t : -");
    // 100 x 0.5 x 0.6 x root of 0.6, though a longer way is stronger.
    assert_eq!(sees("conflict", &near), ["offers/pricing/t 23"]);
}

#[test]
fn it_is_said_which_direction_each_pushes_and_who_is_meant_to_move_it() {
    let mut talk = Talk::among(&[]);
    let finding = talk.says(&format!("{CONFLICT}\n{UNITS}")).finding("conflict", &["Offers", "Pricing", "Discounts"]);
    let finding = finding.unwrap();
    assert_eq!(
        finding.says,
        "Offers push Discounts up while Pricing pushes the other way; \
         Retention and Underwriting would each call their part a success."
    );
    assert_eq!(finding.ask, "Which way do we want Discounts, for whom, and who decides?");
    assert_eq!(finding.evidence.iter().map(|said| said.seq).collect::<Vec<_>>(), [2, 3]);
    let braked = talk.says("!Pricing aims Discounts : -").finding("conflict", &["Offers", "Pricing", "Discounts"]);
    let says = braked.unwrap().says;
    assert!(says.ends_with("Pricing is meant to move them, so perhaps this brake was put there on purpose."), "{says}");
    let both = talk.says("!Offers aims Discounts : +").finding("conflict", &["Offers", "Pricing", "Discounts"]);
    assert!(!both.unwrap().says.contains("brake"));
}

#[test]
fn the_way_in_between_is_named() {
    let lines = "!Offers -> ~Discounts : +\nDiscounts -> ~Loss ratio : +\n!Pricing -> Loss ratio : -";
    let finding = Talk::among(&[]).says(lines).finding("conflict", &["Offers", "Pricing", "Loss ratio"]).unwrap();
    assert!(finding.says.starts_with("Offers, by way of Discounts, push Loss ratio up while"), "{}", finding.says);
}
