//! Assessments as they are told in a test: digits, days, flags.

use adjacent::assess::{Assessment, Height, Instrument, Level, LevelScores, Raised, Rating, Versions};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The day on which tests are answered.
pub(crate) const TODAY: Date = date(2026, 11, 20);

pub(crate) fn instrument() -> Instrument {
    Versions::embedded().latest().unwrap().clone()
}

pub(crate) fn rating(digit: u8) -> Rating {
    Rating::new(digit).unwrap()
}

pub(crate) fn days_ago(days: i64) -> Date {
    TODAY.checked_sub(days.days()).unwrap()
}

pub(crate) fn begun() -> Assessment {
    Assessment::begin(1, TODAY)
}

/// The ids of the items of a level.
pub(crate) fn items(level: Level) -> Vec<String> {
    instrument().part(level).unwrap().items.iter().map(|item| item.id.clone()).collect()
}

/// The ids of the red flags of a level.
pub(crate) fn flags(level: Level) -> Vec<String> {
    instrument().part(level).unwrap().flags.iter().map(|flag| flag.id.clone()).collect()
}

/// Rates an item, with an example of so many days ago where there is one.
pub(crate) fn rate(assessment: &mut Assessment, item: &str, digit: u8, example: Option<i64>) {
    assessment.rate(item, rating(digit)).unwrap();
    if let Some(days) = example {
        assessment.tell(item, "What happened").unwrap();
        assessment.date(item, Some(days_ago(days))).unwrap();
    }
}

/// A level in which the items are answered like this, in order, and the red flags too.
pub(crate) fn level(level: Level, answers: &[(u8, Option<i64>)], raised: &[Raised]) -> Assessment {
    let mut assessment = begun();
    answer_level(&mut assessment, level, answers, raised);
    assessment
}

pub(crate) fn answer_level(
    assessment: &mut Assessment,
    level: Level,
    answers: &[(u8, Option<i64>)],
    raised: &[Raised],
) {
    for (item, (digit, example)) in items(level).iter().zip(answers) {
        rate(assessment, item, *digit, *example);
    }
    for (flag, raised) in flags(level).iter().zip(raised) {
        assessment.flag(flag, *raised).unwrap();
    }
}

/// Each level all at one digit, with fresh examples where they are asked for.
pub(crate) fn levels(digits: [u8; 3]) -> Assessment {
    let mut assessment = begun();
    for (level, digit) in Level::ALL.into_iter().zip(digits) {
        let example = (digit > 3).then_some(1);
        answer_level(&mut assessment, level, &[(digit, example); 6], &[]);
    }
    assessment
}

pub(crate) fn score(assessment: &Assessment) -> LevelScores {
    LevelScores::of(&instrument(), assessment)
}

/// The height of a level in tenths.
pub(crate) fn height(assessment: &Assessment, level: Level) -> Option<u32> {
    score(assessment).level(level).unwrap().height().map(Height::tenths)
}

/// Three assessments of one invented leader over two years.
pub(crate) fn sample() -> Vec<Assessment> {
    let texts = [
        include_str!("../../../src/assess/sample/2024-11-12.ron"),
        include_str!("../../../src/assess/sample/2025-11-14.ron"),
        include_str!("../../../src/assess/sample/2026-11-10.ron"),
    ];
    texts.iter().map(|text| Assessment::parse(text).unwrap()).collect()
}
