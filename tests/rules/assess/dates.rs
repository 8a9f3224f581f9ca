use adjacent::assess::Age::{Aging, Fresh, Old};
use adjacent::assess::{Age, PrivateWords, ToldExample};
use jiff::civil::{Date, date};

use super::stage::{TODAY, days_ago};

fn example(day: Date) -> ToldExample {
    ToldExample::Dated { text: PrivateWords::of("What happened").unwrap(), date: day }
}

#[test]
fn an_example_is_recent_for_ninety_days_and_counts_for_a_year() {
    for (days, recent, counts) in [
        (-1, false, false),
        (0, true, true),
        (89, true, true),
        (90, true, true),
        (91, false, true),
        (364, false, true),
        (365, false, true),
        (366, false, false),
        (400, false, false),
    ] {
        let example = example(days_ago(days));
        assert_eq!(example.is_recent(TODAY), recent, "{days}");
        assert_eq!(example.counting(TODAY).is_some(), counts, "{days}");
    }
}

#[test]
fn an_assessment_ages_after_ninety_days_and_is_old_after_a_year() {
    for (days, age) in [(-3, Fresh), (0, Fresh), (90, Fresh), (91, Aging), (365, Aging), (366, Old), (4000, Old)] {
        assert_eq!(Age::of(days_ago(days), TODAY), age, "{days}");
    }
    assert!(Fresh.says().is_none() && Aging.says() != Old.says());
}

#[test]
fn the_edges_of_the_calendar_are_days_like_any_other() {
    for (day, on) in [(date(-9999, 1, 1), date(9999, 12, 31)), (date(9999, 12, 31), date(-9999, 1, 1))] {
        assert!(!example(day).is_recent(on));
        assert!(example(day).counting(on).is_none());
    }
    assert!(example(date(2028, 2, 29)).is_recent(date(2028, 5, 29)), "ninety days over the end of a leap February");
    assert!(!example(date(2028, 2, 29)).is_recent(date(2028, 5, 30)));
}
