use adjacent::assess::{
    AssessmentHistory, AssessmentResult, ChangesSince, EMBEDDED, Instrument, ItemMovement, Versions,
};

use super::stage::{TODAY, days_ago, instrument, rating, sample};

/// What each version that was ever shipped reads like. A line is only ever added.
const SHIPPED: &[&str] = &["6dddea2f12dae2ab"];

/// A next version, in which one item has other anchors and one another title.
fn next_version() -> Instrument {
    let mut next = instrument();
    next.version = 2;
    next.levels[0].items[0].five = "writes it down, and somebody else checks it".into();
    next.levels[0].items[1].title = "Goes and asks".into();
    next.scale = next.scale.map(|words| format!("{words}, says version 2"));
    next
}

fn both() -> Versions {
    Versions::embedded().find(1).cloned().into_iter().chain([next_version()]).collect()
}

#[test]
fn a_version_that_was_shipped_is_never_changed_or_taken_out() {
    let digests: Vec<String> =
        EMBEDDED.iter().map(|text| blake3::hash(text.as_bytes()).to_hex()[..16].into()).collect();
    assert_eq!(digests, SHIPPED, "ship other words as the next version");
}

#[test]
fn every_version_that_was_shipped_can_be_read_and_found_by_its_number() {
    let versions = Versions::embedded();
    for number in 1..=EMBEDDED.len() {
        assert!(versions.find(u32::try_from(number).unwrap()).is_some(), "version {number}");
    }
    assert_eq!(versions.latest().unwrap().version as usize, EMBEDDED.len());
    assert!(versions.find(0).is_none());
}

#[test]
fn an_old_assessment_is_shown_with_the_words_it_was_answered_to() {
    let old = sample().remove(2);
    let alone = AssessmentResult::of(&instrument(), &old);
    assert_eq!(both().latest().unwrap().version, 2);
    assert_eq!(both().result(&old).unwrap(), alone);
    assert!(alone.ladders[0].says.contains("for the big things"), "{}", alone.ladders[0].says);
}

#[test]
fn an_assessment_of_a_version_from_the_future_is_left_out_and_said_to_be() {
    let mut assessments = sample();
    let text = assessments[1].to_ron().unwrap().replace("version: 1", "version: 7");
    assessments[1] = adjacent::assess::Assessment::parse(&text).unwrap();
    let history = AssessmentHistory::of(&Versions::embedded(), &assessments);
    assert_eq!((history.results.len(), history.unknown.as_slice()), (2, [7].as_slice()));
    assert!(adjacent::assess::history_text(&history).contains("a newer version of this program"));
}

#[test]
fn an_item_whose_anchors_read_otherwise_is_not_compared() {
    let answered = |version, day, digit| {
        let mut assessment = adjacent::assess::Assessment::begin(version, day);
        for item in ["S1", "S2"] {
            assessment.rate(item, rating(digit)).unwrap();
            assessment.tell(item, "Yes").unwrap();
            assessment.date(item, Some(day)).unwrap();
        }
        assessment
    };
    let (then, now) = (answered(1, days_ago(200), 2), answered(2, TODAY, 5));
    let comparison = ChangesSince::between((&instrument(), &then), (&next_version(), &now));
    let changes: Vec<ItemMovement> = comparison.items.iter().map(|item| item.change).collect();
    assert_eq!(changes, [ItemMovement::OtherWords, ItemMovement::Moved], "a title may change, what is chosen may not");
    let before = |at: usize| comparison.items[at].before.as_ref().unwrap().1.as_str();
    assert_eq!(before(1), "when someone else makes it happen");
}
