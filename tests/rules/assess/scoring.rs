use adjacent::assess::Raised::{self, No, Sometimes, Yes};
use adjacent::assess::{Gate, Level, Reach, UnevenLevels};

use super::stage::{height, instrument, items, level, levels, score};

const FRESH: Option<i64> = Some(10);

#[test]
fn the_worked_check_of_the_specification_comes_to_three() {
    let answers = [(4, None), (3, None), (4, Some(20)), (2, None), (3, None), (5, Some(400))];
    let assessment = level(Level::Teams, &answers, &[Sometimes, Yes]);
    let scored = score(&assessment);
    let teams = scored.level(Level::Teams).unwrap();
    let effective: Vec<u8> = teams.items.iter().map(|item| item.effective.digit()).collect();
    assert_eq!(effective, [3, 3, 4, 2, 3, 3]);
    assert_eq!(teams.raw.unwrap().tenths(), 30);
    assert_eq!(teams.cap.as_ref().unwrap().at.tenths(), 30);
    assert_eq!(teams.height().unwrap().tenths(), 30);
    assert_eq!(teams.holds(), Some(true));
    assert!(teams.held().is_none(), "three held at three is held by nothing");
}

#[test]
fn a_four_or_five_counts_as_three_without_a_recent_example() {
    for (digit, example, effective, gate) in [
        (1, None, 1, Gate::Unneeded),
        (3, None, 3, Gate::Unneeded),
        (3, FRESH, 3, Gate::Unneeded),
        (4, None, 3, Gate::Closed),
        (5, None, 3, Gate::Closed),
        (4, FRESH, 4, Gate::Open),
        (5, FRESH, 5, Gate::Open),
        (4, Some(0), 4, Gate::Open),
        (4, Some(90), 4, Gate::Open),
        (4, Some(91), 3, Gate::Closed),
        (5, Some(365), 3, Gate::Closed),
        (5, Some(366), 3, Gate::Closed),
        (5, Some(-1), 3, Gate::Closed),
    ] {
        let scored = score(&level(Level::Oneself, &[(digit, example)], &[]));
        let item = &scored.level(Level::Oneself).unwrap().items[0];
        assert_eq!((item.effective.digit(), item.gate), (effective, gate), "{digit} {example:?}");
    }
}

#[test]
fn an_example_without_words_or_without_a_day_opens_no_gate() {
    let mut assessment = level(Level::Oneself, &[(4, None), (4, None), (4, None)], &[]);
    assessment.tell("S1", " \t ").unwrap();
    assert!(assessment.date("S1", Some(super::stage::days_ago(1))).is_err(), "there is nothing to put a day to");
    assessment.tell("S2", "Some day").unwrap();
    assessment.tell("S3", "Some day").unwrap();
    assessment.date("S3", None).unwrap();
    let gates: Vec<Gate> = score(&assessment).levels[0].items.iter().map(|item| item.gate).collect();
    assert_eq!(gates, [Gate::Closed; 3]);
}

#[test]
fn red_flags_hold_a_level_at_the_lowest_of_their_caps() {
    let flags: [(&[Raised], u32, &[&str]); 12] = [
        (&[No, No, No, No], 50, &[]),
        (&[], 50, &[]),
        (&[Sometimes], 45, &["OF1"]),
        (&[Sometimes, No, Sometimes], 35, &["OF1", "OF3"]),
        (&[Sometimes, Sometimes, Sometimes], 35, &["OF1", "OF2", "OF3"]),
        (&[No, Yes], 30, &["OF2"]),
        (&[Sometimes, Yes], 30, &["OF2"]),
        (&[Sometimes, Yes, Sometimes], 30, &["OF2"]),
        (&[Yes, Yes], 20, &["OF1", "OF2"]),
        (&[Yes, No, Yes, Yes], 20, &["OF1", "OF3", "OF4"]),
        (&[Yes, Sometimes, Sometimes, Yes], 20, &["OF1", "OF4"]),
        (&[Yes, Yes, Yes, Yes], 20, &["OF1", "OF2", "OF3", "OF4"]),
    ];
    for (raised, tenths, by) in flags {
        let assessment = level(Level::Systems, &[(5, FRESH); 6], raised);
        let scored = score(&assessment);
        let systems = scored.level(Level::Systems).unwrap();
        assert_eq!(systems.height().unwrap().tenths(), tenths, "{raised:?}");
        let held: Vec<&str> = systems.held().iter().flat_map(|cap| &cap.by).map(String::as_str).collect();
        assert_eq!(held, by, "{raised:?}");
    }
}

#[test]
fn red_flags_hold_their_own_level_alone() {
    let mut assessment = levels([5, 5, 5]);
    assessment.flag("TF1", Yes).unwrap();
    let heights = Level::ALL.map(|level| height(&assessment, level));
    assert_eq!(heights, [Some(50), Some(30), Some(50)]);
}

#[test]
fn a_level_that_is_low_anyway_is_held_by_nothing() {
    let assessment = level(Level::Oneself, &[(2, None); 6], &[Yes]);
    assert!(score(&assessment).levels[0].held().is_none());
    assert_eq!(height(&assessment, Level::Oneself), Some(20));
}

#[test]
fn four_of_six_items_are_enough_to_say_something_and_three_are_not() {
    assert_eq!(height(&level(Level::Teams, &[(3, None); 3], &[]), Level::Teams), None);
    assert_eq!(height(&level(Level::Teams, &[(3, None); 4], &[]), Level::Teams), Some(30));
    let mut passed = level(Level::Teams, &[(3, None); 4], &[]);
    passed.pass(&items(Level::Teams)[0]).unwrap();
    assert_eq!(height(&passed, Level::Teams), None, "an item that was passed over is not answered");
}

#[test]
fn a_mean_just_below_three_does_not_hold() {
    let almost = level(Level::Oneself, &[(3, None), (3, None), (3, None), (3, None), (3, None), (2, None)], &[]);
    assert_eq!(score(&almost).levels[0].holds(), Some(false));
    assert_eq!(height(&almost, Level::Oneself), Some(28));
}

#[test]
fn somebody_leads_from_the_highest_level_that_holds_with_all_below_it() {
    for (digits, reach, shape) in [
        ([3, 3, 3], Reach::From(Level::Systems), None),
        ([5, 4, 2], Reach::From(Level::Teams), None),
        ([3, 2, 2], Reach::From(Level::Oneself), None),
        ([3, 2, 4], Reach::From(Level::Oneself), Some(UnevenLevels::ThinMiddle)),
        ([2, 4, 4], Reach::NotYet, Some(UnevenLevels::ShakyHabit)),
        ([2, 2, 4], Reach::NotYet, Some(UnevenLevels::ShakyHabit)),
        ([2, 3, 2], Reach::NotYet, Some(UnevenLevels::ShakyHabit)),
        ([2, 2, 2], Reach::NotYet, None),
    ] {
        let scored = score(&levels(digits));
        assert_eq!((scored.reach(), scored.uneven()), (reach, shape), "{digits:?}");
    }
}

#[test]
fn a_level_of_which_too_little_is_known_ends_the_reach_and_makes_no_shape() {
    let only_teams = score(&level(Level::Teams, &[(5, FRESH); 6], &[]));
    assert_eq!((only_teams.reach(), only_teams.uneven()), (Reach::Unknown, None));
    let only_self = score(&level(Level::Oneself, &[(5, FRESH); 6], &[]));
    assert_eq!(only_self.reach(), Reach::From(Level::Oneself));
}

#[test]
fn an_answer_to_an_item_that_is_not_asked_counts_nowhere() {
    let mut assessment = levels([3, 3, 3]);
    assessment.rate("S99", super::stage::rating(1)).unwrap();
    assessment.flag("SF99", Yes).unwrap();
    assert_eq!(height(&assessment, Level::Oneself), Some(30));
    assert_eq!(instrument().items().count(), 18);
    assert_eq!(instrument().flags().count(), 10);
}
