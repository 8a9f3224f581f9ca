use crate::example::EXAMPLE;
use crate::findings::sees;
use crate::talk::Talk;

/// The smallest single source: one feeder, three that need it, two units.
const SOURCE: &str = "/Match -> $History : feeds
    @Claims owns !A
    @Retention owns !B
    A, B, !C -> History : needs";

#[test]
fn one_feeder_of_what_three_of_two_units_need_is_a_single_point() {
    assert_eq!(sees("single-point", SOURCE), ["match 100"]);
    assert_eq!(sees("single-point", &format!("{SOURCE}\n!D\n!E\n!F")), ["match 50"], "three of six initiatives");
    let desk = SOURCE.replace("!C", "/Desk");
    assert_eq!(
        sees("single-point", &format!("{desk}\n!D\n!E\n!F\n!G")),
        ["match 50"],
        "all who need it by initiatives"
    );
}

#[test]
fn the_smallest_change_and_it_is_none() {
    for (change, lines) in [
        ("another one feeds it", format!("{SOURCE}\n/Manual run -> History : feeds +")),
        ("nothing feeds it", SOURCE.replace("/Match -> $History : feeds", "/Match\n$History")),
        ("two need it", SOURCE.replace(", !C", "")),
        ("they are one unit", format!("{SOURCE}\n@Retention in @Claims")),
        ("it is no resource", SOURCE.replace('$', "/")),
        ("it is scarce and nobody holds it together", format!("{SOURCE}\nHistory is scarce")),
    ] {
        assert_eq!(sees("single-point", &lines), [""; 0], "{change}");
    }
    let held = format!("{SOURCE}\nHistory is scarce\n#Board covers @Claims, @Retention");
    assert_eq!(sees("single-point", &held), ["match 100"], "scarce, and held by a forum");
    let denied = format!("{SOURCE}\n/Manual run -> History : feeds =");
    assert_eq!(sees("single-point", &denied), ["match 100"], "somebody looked, and it does not feed it");
}

#[test]
fn the_source_furthest_up_is_told_as_long_as_there_is_one() {
    let up = format!("{SOURCE}\n$Extract -> Match : feeds\n/Mainframe -> Extract : feeds");
    assert_eq!(sees("single-point", &up), ["mainframe 100"]);
    assert_eq!(sees("single-point", &format!("{up}\n/Archive -> Extract : feeds")), ["extract 100"]);
    assert_eq!(
        sees("single-point", &format!("{SOURCE}\nHistory -> Match : feeds")),
        ["match 100"],
        "round in a circle"
    );
}

#[test]
fn one_source_of_two_resources_is_told_once_with_the_one_that_most_need() {
    let two = format!("{SOURCE}\nMatch -> $Addresses : feeds\nA, B, C, !D -> Addresses : needs");
    assert_eq!(sees("single-point", &two), ["match 100"]);
    let finding = Talk::among(&[]).says(&two).finding("single-point", &["Match"]).unwrap();
    assert_eq!(finding.says, "Match is the only source of Addresses named so far; four changes lean on it.");
    assert_eq!(finding.ask, "What happens the morning there is no Match?");
    assert_eq!(finding.arrows.len(), 5);
    let desk = Talk::among(&[]).says(&SOURCE.replace("!C", "/Desk")).finding("single-point", &["Match"]).unwrap();
    assert!(desk.says.ends_with("three things lean on it."), "{}", desk.says);
}

#[test]
fn who_holds_two_fifths_of_what_is_short_and_of_where_people_meet_is_a_hub() {
    let hub = "@Platform owns $Engineers (scarce), #Clinic
        $Budget (scarce)
        $Rooms (scarce)
        #Council
        !A needs Engineers
        #Clinic covers @Claims
        !B";
    // Two of five; one that needs the engineers and one that meets there, of two initiatives.
    assert_eq!(sees("single-point", hub), ["hub platform 100"]);
    for (change, lines) in [
        ("two of six", format!("{hub}\n#Guild")),
        ("one of them only", hub.replace(", #Clinic", "").replace("#Council", "")),
        ("it is not short", hub.replace("Engineers (scarce)", "Engineers")),
        ("nobody owns them", hub.replace("@Platform owns", "")),
    ] {
        assert_eq!(sees("single-point", &lines), [""; 0], "{change}");
    }
    let finding = Talk::among(&[]).says(hub).finding("single-point", &["Platform"]).unwrap();
    assert!(finding.says.starts_with("Clinic and Engineers all lie with Platform"), "{}", finding.says);
}

#[test]
fn in_the_worked_example_a_second_source_cures_it() {
    let mut talk = Talk::transcript(EXAMPLE);
    assert_eq!(talk.sees("single-point"), ["nightly customer match 67"]);
    assert_eq!(talk.says("/Manual match run -> Customer history : feeds +").sees("single-point"), [""; 0]);
}

#[test]
fn in_the_worked_example_it_shows_with_the_third_that_needs_it() {
    assert_eq!(Talk::first_lines(EXAMPLE, 13).sees("single-point"), [""; 0]);
    assert_eq!(Talk::first_lines(EXAMPLE, 14).sees("single-point"), ["nightly customer match 50"]);
}
