use adjacent::assess::{Assessment, Level, Raised};
use proptest::prelude::*;

use super::stage::{begun, days_ago, flags, items, rating, score};

/// An item as answered: its digit, and how many days ago its example was.
type Answer = Option<(u8, Option<i64>)>;

fn answers() -> impl Strategy<Value = Vec<Answer>> {
    let example = proptest::option::of(-5_i64..420);
    proptest::collection::vec(proptest::option::weighted(0.9, (1_u8..=5, example)), 18)
}

fn raised() -> impl Strategy<Value = Vec<Option<Raised>>> {
    let one = prop_oneof![Just(Raised::No), Just(Raised::Sometimes), Just(Raised::Yes)];
    proptest::collection::vec(proptest::option::of(one), 10)
}

fn all(of: fn(Level) -> Vec<String>) -> Vec<String> {
    Level::ALL.into_iter().flat_map(of).collect()
}

fn answered(answers: &[Answer], raised: &[Option<Raised>]) -> Assessment {
    let mut assessment = begun();
    for (item, answer) in all(items).iter().zip(answers) {
        if let Some((digit, example)) = answer {
            super::stage::rate(&mut assessment, item, *digit, *example);
        }
    }
    for (flag, raised) in all(flags).iter().zip(raised) {
        if let Some(raised) = raised {
            assessment.flag(flag, *raised).unwrap();
        }
    }
    assessment
}

fn heights(assessment: &Assessment) -> Vec<Option<adjacent::assess::Height>> {
    score(assessment).levels.iter().map(adjacent::assess::LevelScore::height).collect()
}

proptest! {
    #[test]
    fn an_example_that_is_added_never_lowers_a_level(
        answers in answers(), raised in raised(), item in 0_usize..18, days in -400_i64..800,
    ) {
        let mut answers = answers;
        let Some((digit, example)) = answers[item].take() else { return Ok(()) };
        prop_assume!(example.is_none());
        answers[item] = Some((digit, None));
        let before = heights(&answered(&answers, &raised));
        answers[item] = Some((digit, Some(days)));
        let after = heights(&answered(&answers, &raised));
        prop_assert!(after >= before && after.iter().zip(&before).all(|(after, before)| after >= before));
    }

    #[test]
    fn a_red_flag_that_is_raised_never_raises_a_level(
        answers in answers(), raised in raised(), flag in 0_usize..10, now in prop_oneof![Just(Raised::Sometimes), Just(Raised::Yes)],
    ) {
        let mut raised = raised;
        prop_assume!(raised[flag].unwrap_or(Raised::No) < now);
        let before = heights(&answered(&answers, &raised));
        raised[flag] = Some(now);
        let after = heights(&answered(&answers, &raised));
        prop_assert!(after.iter().zip(&before).all(|(after, before)| after <= before));
    }

    #[test]
    fn a_higher_anchor_never_lowers_a_level(answers in answers(), item in 0_usize..18) {
        let Some((digit, example)) = answers[item] else { return Ok(()) };
        prop_assume!(digit < 5);
        let mut higher = answers.clone();
        higher[item] = Some((digit + 1, example));
        let (before, after) = (heights(&answered(&answers, &[])), heights(&answered(&higher, &[])));
        prop_assert!(after.iter().zip(&before).all(|(after, before)| after >= before));
    }

    #[test]
    fn what_was_answered_comes_back_from_its_file(answers in answers(), raised in raised(), words in ".{0,40}") {
        let mut assessment = answered(&answers, &raised);
        if assessment.rate("S1", rating(4)).is_ok() {
            assessment.tell("S1", &words).unwrap();
            let _ = assessment.date("S1", Some(days_ago(3)));
        }
        let text = assessment.to_ron().unwrap();
        prop_assert_eq!(Assessment::parse(&text).unwrap(), assessment);
    }

    #[test]
    fn no_text_makes_the_reader_of_assessments_panic(text in ".{0,200}") {
        let _ = Assessment::parse(&text);
    }
}
