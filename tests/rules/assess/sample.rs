use adjacent::assess::{
    AssessmentHistory, FOOTER, Versions, history_json, history_markdown, history_text, result_text,
};

use super::stage::sample;

fn history() -> AssessmentHistory {
    AssessmentHistory::of(&Versions::embedded(), &sample())
}

#[test]
fn three_assessments_over_two_years_are_told_on_one_page() {
    insta::assert_snapshot!(history_text(&history()));
}

#[test]
fn the_same_as_markdown() {
    insta::assert_snapshot!(history_markdown(&history()));
}

#[test]
fn the_latest_of_them_says_where_this_leader_stands_and_what_to_do_next() {
    insta::assert_snapshot!(result_text(history().results.last().unwrap()));
}

#[test]
fn for_programs_there_are_figures_and_the_footer() {
    let json: serde_json::Value = serde_json::from_str(&history_json(&history())).unwrap();
    assert_eq!(json["assessments"].as_array().unwrap().len(), 3);
    assert_eq!(json["assessments"][2]["levels"][1]["held_at"], 3.0);
    assert_eq!(json["assessments"][2]["reach"], "Teams");
    assert_eq!(json["note"], FOOTER);
}

#[test]
fn no_example_of_the_sample_is_on_any_page() {
    let pages = [history_text(&history()), history_markdown(&history()), history_json(&history())];
    for assessment in sample() {
        for item in ["S1", "S2", "T1", "O6"] {
            let Some(words) = assessment.answer(item).and_then(|answer| answer.evidence.text()) else { continue };
            assert!(pages.iter().all(|page| !page.contains(words.as_str())), "{item}");
        }
    }
}
