use crate::assess::height::Rung;
use crate::assess::history::{Chart, ChartMark};
use crate::assess::thresholds::MARKS_SHOWN;

/// Draws one ladder with a column for each of the latest dates: `#` is reached, `/` is held back, `?` is unknown.
pub(super) fn ladder(chart: &Chart) -> String {
    let marks = latest(&chart.marks);
    let mut text = format!("{}\n", chart.title);
    for rung in Rung::ALL.iter().rev() {
        let row = marks.iter().fold(String::new(), |row, mark| format!("{row}  {:<10}", sign(mark, *rung)));
        text.push_str(format!("  {} |{row}", rung.number()).trim_end());
        text.push('\n');
    }
    let days = marks.iter().fold(String::new(), |days, mark| format!("{days}  {}", mark.day));
    format!("{text}     {days}\n")
}

/// Returns the latest marks, as many as fit the page.
pub(super) fn latest(marks: &[ChartMark]) -> &[ChartMark] {
    marks.get(marks.len().saturating_sub(MARKS_SHOWN)..).unwrap_or_default()
}

fn sign(mark: &ChartMark, rung: Rung) -> &'static str {
    match (mark.rung, mark.answered) {
        (Some(stood), _) if rung <= stood => "#",
        (Some(_), Some(answered)) if rung <= answered => "/",
        (None, _) if rung.number() == 1 => "?",
        _ => "",
    }
}
