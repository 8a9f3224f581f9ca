use adjacent::assess::{AssessError, Assessment, PendingQuestion, Raised, ToldExample};

use super::stage::{TODAY, days_ago, instrument, rating};

fn place(assessment: &Assessment) -> Option<PendingQuestion> {
    // As after a kill: what lies on disk is all there is.
    let reread = Assessment::parse(&assessment.to_ron().unwrap()).unwrap();
    reread.place(&instrument(), None)
}

#[allow(clippy::unnecessary_wraps, reason = "it is compared with a place that may not be there")]
fn at(place: fn(String) -> PendingQuestion, id: &str) -> Option<PendingQuestion> {
    Some(place(id.to_owned()))
}

#[test]
fn an_assessment_goes_on_where_it_was_left_even_inside_an_item() {
    let mut assessment = Assessment::begin(1, TODAY);
    assert_eq!(place(&assessment), at(PendingQuestion::Anchor, "S1"));
    assessment.rate("S1", rating(3)).unwrap();
    assert_eq!(place(&assessment), at(PendingQuestion::Anchor, "S2"), "below 4 no example is asked for");
    assessment.rate("S2", rating(4)).unwrap();
    assert_eq!(place(&assessment), at(PendingQuestion::Example, "S2"));
    assessment.tell("S2", "Tom rang").unwrap();
    assert_eq!(place(&assessment), at(PendingQuestion::Day, "S2"));
    assessment.date("S2", Some(days_ago(4))).unwrap();
    assert_eq!(place(&assessment), at(PendingQuestion::Anchor, "S3"));
    assessment.pass("S3").unwrap();
    assert_eq!(place(&assessment), at(PendingQuestion::Anchor, "S4"), "what was passed over is behind");
}

#[test]
fn having_no_example_and_no_day_are_answers_too() {
    let mut assessment = Assessment::begin(1, TODAY);
    assessment.rate("S1", rating(5)).unwrap();
    assessment.tell("S1", "").unwrap();
    assert_eq!(place(&assessment), at(PendingQuestion::Anchor, "S2"));
    assessment.rate("S2", rating(5)).unwrap();
    assessment.tell("S2", "Last summer or so").unwrap();
    assessment.date("S2", None).unwrap();
    assert_eq!(place(&assessment), at(PendingQuestion::Anchor, "S3"));
    assert_eq!(assessment.answer("S1").unwrap().evidence, ToldExample::Without);
}

#[test]
fn after_the_items_of_a_level_come_its_red_flags_and_then_the_next_level() {
    let mut assessment = Assessment::begin(1, TODAY);
    let mut seen = Vec::new();
    while let Some(place) = place(&assessment) {
        match place {
            PendingQuestion::Anchor(item) => {
                assessment.rate(&item, rating(2)).unwrap();
                seen.push(item);
            }
            PendingQuestion::Flag(flag) => {
                assessment.flag(&flag, Raised::No).unwrap();
                seen.push(flag);
            }
            other => panic!("nothing else is asked: {other:?}"),
        }
    }
    assert_eq!(seen.len(), 28);
    assert_eq!(seen[5..10], ["S6", "SF1", "SF2", "SF3", "T1"]);
    assert_eq!(seen.last().unwrap(), "OF4");
    assert_eq!(assessment.progress(&instrument(), None), (28, 28));
}

#[test]
fn an_item_counts_as_behind_once_its_example_has_a_day() {
    let mut assessment = Assessment::begin(1, TODAY);
    assessment.rate("S1", rating(4)).unwrap();
    assert_eq!(assessment.progress(&instrument(), None), (0, 28));
    assessment.tell("S1", "It came").unwrap();
    assert_eq!(assessment.progress(&instrument(), None), (0, 28));
    assessment.date("S1", Some(TODAY)).unwrap();
    assert_eq!(assessment.progress(&instrument(), None), (1, 28));
}

#[test]
fn an_example_is_asked_for_wherever_the_anchor_is_another_one_than_last_time() {
    let mut before = Assessment::begin(1, days_ago(300));
    before.rate("S1", rating(1)).unwrap();
    before.rate("S2", rating(3)).unwrap();
    let mut now = Assessment::begin(1, TODAY);
    now.rate("S1", rating(2)).unwrap();
    assert_eq!(now.place(&instrument(), Some(&before)), at(PendingQuestion::Example, "S1"));
    assert_eq!(now.place(&instrument(), None), at(PendingQuestion::Anchor, "S2"));
    now.tell("S1", "").unwrap();
    now.rate("S2", rating(3)).unwrap();
    assert_eq!(now.place(&instrument(), Some(&before)), at(PendingQuestion::Anchor, "S3"));
}

#[test]
fn an_anchor_can_be_changed_and_its_example_stays() {
    let mut assessment = Assessment::begin(1, TODAY);
    assessment.rate("S1", rating(4)).unwrap();
    assessment.tell("S1", "It came").unwrap();
    assessment.date("S1", Some(TODAY)).unwrap();
    assessment.rate("S1", rating(5)).unwrap();
    assert_eq!(assessment.answer("S1").unwrap().evidence.text().unwrap().as_str(), "It came");
    assert_eq!(place(&assessment), at(PendingQuestion::Anchor, "S2"));
}

#[test]
fn going_on_the_next_day_moves_the_day_and_never_back() {
    let mut assessment = Assessment::begin(1, days_ago(2));
    assessment.rate("S1", rating(4)).unwrap();
    assessment.tell("S1", "Yesterday").unwrap();
    assessment.date("S1", Some(days_ago(1))).unwrap();
    assert!(!assessment.answer("S1").unwrap().evidence.is_recent(assessment.day()));
    assessment.go_on(TODAY).unwrap();
    assert!(assessment.answer("S1").unwrap().evidence.is_recent(assessment.day()));
    assessment.go_on(days_ago(9)).unwrap();
    assert_eq!(assessment.day(), TODAY);
}

#[test]
fn what_was_finished_is_never_changed() {
    let mut assessment = Assessment::begin(1, TODAY);
    assessment.rate("S1", rating(2)).unwrap();
    assessment.finish();
    let before = assessment.clone();
    assert_eq!(assessment.rate("S1", rating(5)), Err(AssessError::Finished));
    assert_eq!(assessment.pass("S1"), Err(AssessError::Finished));
    assert_eq!(assessment.tell("S1", "x"), Err(AssessError::Finished));
    assert_eq!(assessment.date("S1", None), Err(AssessError::Finished));
    assert_eq!(assessment.flag("SF1", Raised::No), Err(AssessError::Finished));
    assert_eq!(assessment.go_on(TODAY), Err(AssessError::Finished));
    assert_eq!(assessment, before);
}

#[test]
fn an_example_needs_a_rating_and_a_day_needs_an_example() {
    let mut assessment = Assessment::begin(1, TODAY);
    assert!(matches!(assessment.tell("S1", "x"), Err(AssessError::Unrated { .. })));
    assessment.pass("S1").unwrap();
    assert!(matches!(assessment.tell("S1", "x"), Err(AssessError::Unrated { .. })));
    assessment.rate("S1", rating(4)).unwrap();
    assert!(matches!(assessment.date("S1", Some(TODAY)), Err(AssessError::Untold { .. })));
}
