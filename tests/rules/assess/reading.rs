use adjacent::assess::Raised::{Sometimes, Yes};
use adjacent::assess::{
    Assessment, AssessmentResult, FOOTER, Level, Versions, result_json, result_markdown, result_text,
};

use super::stage::{answer_level, begun, instrument, level, levels, rate};

fn read(assessment: &Assessment) -> AssessmentResult {
    Versions::embedded().result(assessment).unwrap()
}

fn says(assessment: &Assessment, level: Level) -> String {
    read(assessment).ladders.into_iter().find(|ladder| ladder.level == level).unwrap().says
}

#[test]
fn a_level_is_said_in_the_words_of_its_rung_with_what_holds_it() {
    let fives = [(5, Some(1)); 6];
    let mostly = [(4, Some(1)), (4, Some(1)), (4, Some(1)), (4, Some(1)), (4, Some(1)), (3, None)];
    for (answers, flags, expected) in [
        (&[(1, None); 6], vec![], "it does not happen"),
        (&[(3, None); 6], vec![], "for the big things"),
        (&fives, vec![], "as a habit, and others now do it without you"),
        (&mostly, vec![], "for the big things"),
        (
            &mostly,
            vec![adjacent::assess::Raised::No, adjacent::assess::Raised::No, Yes],
            "for the big things; held there by: decided within our function alone",
        ),
        (
            &fives,
            vec![Yes],
            "for the big things; held there by: no one outside the team reviewed it before use (your answers alone reach “as \
             a habit, and others now do it without you”)",
        ),
        (
            &fives,
            vec![Sometimes, Sometimes],
            "for the big things; held there by: no one outside the team reviewed it before use; no written list of what \
             depends on us (your answers alone reach “as a habit, and others now do it without you”)",
        ),
    ] {
        assert_eq!(says(&level(Level::Teams, answers, &flags), Level::Teams), expected);
    }
    assert_eq!(says(&level(Level::Teams, &[(3, None); 3], &[]), Level::Teams), "not enough to say: 3 of 6 answered");
}

#[test]
fn the_two_lowest_items_come_first_and_then_every_red_flag_that_is_so() {
    let mut assessment = levels([3, 3, 3]);
    rate(&mut assessment, "T5", 1, None);
    rate(&mut assessment, "O4", 2, None);
    rate(&mut assessment, "O5", 2, None);
    assessment.flag("SF1", Yes).unwrap();
    assessment.flag("OF4", Sometimes).unwrap();
    let gaps = read(&assessment).gaps;
    let ids: Vec<&[String]> = gaps.iter().map(|gap| gap.ids.as_slice()).collect();
    assert_eq!(ids, [["T5"], ["O4"], ["SF1"]]);
    assert_eq!(gaps[0].practice.trains[0].exercise, "emerge");
    assert_eq!(gaps[0].says, ["Bad news travels: surfaces late"]);
    assert_eq!(gaps[1].says, ["Governance that quickens: between \"either none or a queue\" and \"clear gates\""]);
}

#[test]
fn of_items_that_count_the_same_the_one_rated_lower_comes_first_and_then_the_one_nearer_the_ground() {
    let mut assessment = begun();
    answer_level(
        &mut assessment,
        Level::Oneself,
        &[(5, None), (4, None), (3, None), (4, Some(1)), (3, None), (3, None)],
        &[],
    );
    let ids: Vec<Vec<String>> = read(&assessment).gaps.into_iter().map(|gap| gap.ids).collect();
    assert_eq!(ids, [["S3"], ["S5"]]);
}

#[test]
fn gaps_with_one_practice_stand_together() {
    let mut assessment = levels([3, 3, 3]);
    rate(&mut assessment, "S2", 1, None);
    rate(&mut assessment, "S6", 1, None);
    assessment.flag("SF3", Yes).unwrap();
    let gaps = read(&assessment).gaps;
    assert_eq!(gaps.len(), 1);
    assert_eq!(gaps[0].ids, ["S2", "S6", "SF3"]);
}

#[test]
fn what_is_at_its_highest_is_no_gap() {
    let gaps = read(&levels([5, 5, 5])).gaps;
    assert!(gaps.is_empty(), "{gaps:?}");
    let mut assessment = levels([5, 5, 5]);
    rate(&mut assessment, "S1", 4, Some(1));
    assert_eq!(read(&assessment).gaps.len(), 1);
}

#[test]
fn every_item_and_every_red_flag_can_be_a_gap_with_a_practice_and_an_exercise() {
    let instrument = instrument();
    for id in instrument.items().map(|item| &item.id).chain(instrument.flags().map(|flag| &flag.id)) {
        assert!(!instrument.practice(id).unwrap().trains.is_empty(), "{id}");
    }
    assert_eq!(instrument.reading("S3"), Some("Meadows 2008"));
}

#[test]
fn items_that_wait_for_an_example_are_named() {
    let mut assessment = levels([3, 3, 3]);
    rate(&mut assessment, "S4", 5, None);
    rate(&mut assessment, "O1", 4, Some(200));
    let text = result_text(&read(&assessment));
    assert!(text.contains("No recent example yet: Holds own view lightly and Portfolio in view."), "{text}");
    assert!(!text.contains("Goes and finds out and"), "{text}");
}

#[test]
fn no_decimal_is_on_a_page_and_every_page_has_its_footer() {
    let mut assessment = levels([3, 4, 4]);
    rate(&mut assessment, "S1", 2, None);
    rate(&mut assessment, "T1", 3, None);
    assessment.flag("TF3", Yes).unwrap();
    let reading = read(&assessment);
    for page in [result_text(&reading), result_markdown(&reading)] {
        let characters: Vec<char> = page.chars().collect();
        let decimal = characters
            .windows(3)
            .any(|three| three[0].is_ascii_digit() && three[1] == '.' && three[2].is_ascii_digit());
        assert!(!decimal, "{page}");
        assert!(page.contains(FOOTER), "{page}");
        assert!(page.lines().all(|line| !line.ends_with(' ')), "{page}");
    }
    assert!(result_text(&reading).lines().all(|line| line.chars().count() <= 80));
    let json: serde_json::Value = serde_json::from_str(&result_json(&reading)).unwrap();
    assert_eq!(json["note"], FOOTER);
    assert_eq!(json["levels"][1]["held_at"], 3.0);
    assert_eq!(json["levels"][1]["raw"], 3.8);
    assert_eq!(json["levels"][1]["held_by"][0], "TF3");
    assert_eq!(json["reach"], serde_json::Value::Null);
}

#[test]
fn an_example_is_on_no_page_whatever_it_says() {
    let mut assessment = levels([4, 4, 4]);
    for item in instrument().items() {
        assessment.tell(&item.id, "MARKER").unwrap();
        assessment.date(&item.id, Some(super::stage::TODAY)).unwrap();
    }
    let reading = read(&assessment);
    for page in [result_text(&reading), result_markdown(&reading), result_json(&reading), format!("{reading:?}")] {
        assert!(!page.contains("MARKER"), "{page}");
    }
}

#[test]
fn three_equal_ladders_say_why_the_furthest_counts() {
    let versions = Versions::embedded();
    let equal = versions.result(&levels([4, 4, 4])).unwrap();
    assert!(result_text(&equal).contains("All three stand equally high"), "{}", result_text(&equal));
    let uneven = versions.result(&levels([4, 3, 2])).unwrap();
    assert_eq!(uneven.why_here(), None);
}
