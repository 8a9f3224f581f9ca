use serde_json::{Value, json};

use super::FOOTER;
use super::assessment::Raised;
use super::changes::{ChangesSince, FlagChange, ItemChange};
use super::gap::PracticeGap;
use super::height::{Height, Rung};
use super::history::{AssessmentHistory, Chart};
use super::instrument::Trains;
use super::level::Level;
use super::result::{AssessmentResult, Ladder};
use super::score::LevelScore;
use crate::record::Mode;

/// Returns the result as JSON, the only output in which levels have a decimal. It holds no example.
pub fn result_json(result: &AssessmentResult) -> String {
    format!("{:#}\n", with_note(reading_value(result)))
}

/// Returns all assessments as JSON: marks by level, the latest changes, and the summary. It holds no example.
pub fn history_json(history: &AssessmentHistory) -> String {
    let value = json!({
        "assessments": history.results.iter().map(reading_value).collect::<Vec<_>>(),
        "ladders": history.charts.iter().map(chart).collect::<Vec<_>>(),
        "change": history.comparison.as_ref().map(comparison),
        "summary": history.summary,
        "unknown_versions": history.unknown,
    });
    format!("{:#}\n", with_note(value))
}

fn with_note(mut value: Value) -> Value {
    if let Value::Object(fields) = &mut value {
        fields.insert("note".to_owned(), FOOTER.into());
    }
    value
}

fn reading_value(result: &AssessmentResult) -> Value {
    let levels = result.ladders.iter().zip(&result.score.levels);
    json!({
        "day": result.day.to_string(),
        "version": result.version,
        "levels": levels.map(|(ladder, score)| level(ladder, score)).collect::<Vec<_>>(),
        "reach": result.reach.level().map(Level::name),
        "shape": result.uneven.map(super::UnevenLevels::says),
        "no_recent_example_yet": result.waiting,
        "gaps": result.gaps.iter().map(gap).collect::<Vec<_>>(),
    })
}

fn level(ladder: &Ladder, score: &LevelScore) -> Value {
    let items = score.items.iter().map(|item| {
        json!({
            "item": item.item,
            "said": item.said.digit(),
            "counts_as": item.effective.digit(),
            "example": item.gate.name(),
        })
    });
    json!({
        "level": ladder.level.name(),
        "title": ladder.title,
        "rung": ladder.rung.map(Rung::number),
        "says": ladder.says,
        "raw": score.raw.map(tenths),
        "height": score.height().map(tenths),
        "held_at": score.held().map(|cap| tenths(cap.at)),
        "held_by": score.held().map(|cap| cap.by.clone()).unwrap_or_default(),
        "items": items.collect::<Vec<_>>(),
    })
}

fn tenths(height: Height) -> f64 {
    f64::from(height.tenths()) / 10.0
}

fn gap(gap: &PracticeGap) -> Value {
    let trains = gap.practice.trains.iter().map(|Trains { exercise, mode, steps }| {
        json!({ "exercise": exercise, "alone": *mode == Mode::Solo, "steps": steps })
    });
    json!({
        "about": gap.ids,
        "says": gap.says,
        "practice": gap.practice.does,
        "trains": trains.collect::<Vec<_>>(),
        "reading": gap.reading,
    })
}

fn chart(chart: &Chart) -> Value {
    let marks = chart.marks.iter().map(|mark| {
        json!({
            "day": mark.day.to_string(),
            "rung": mark.rung.map(Rung::number),
            "answered": mark.answered.map(Rung::number),
        })
    });
    json!({ "level": chart.level.name(), "title": chart.title, "marks": marks.collect::<Vec<_>>() })
}

fn comparison(comparison: &ChangesSince) -> Value {
    let days = comparison.days();
    json!({
        "from": comparison.from.to_string(),
        "to": comparison.to.to_string(),
        "days": days,
        "too_soon": !comparison.shows_movement(),
        "flags": comparison.flags.iter().map(flag).collect::<Vec<_>>(),
        "items": comparison.items.iter().map(item).collect::<Vec<_>>(),
    })
}

fn flag(change: &FlagChange) -> Value {
    let what: &str = change.trend().into();
    json!({ "flag": change.flag, "change": what, "before": change.before.map(raised), "now": raised(change.now) })
}

fn item(change: &ItemChange) -> Value {
    json!({
        "item": change.item,
        "before": change.before.as_ref().map(|(rating, _)| rating.digit()),
        "now": change.now.0.digit(),
        "change": change.change.name(),
    })
}

fn raised(raised: Raised) -> &'static str {
    raised.into()
}
