use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use super::ladders;
use super::prose::{TALL, TWO_COLUMNS, hanging, headline, narrowest, paragraph, scrolled, scrolled_by};
use crate::app::{AssessView, Model, Whose};
use crate::assess::{AssessmentHistory, AssessmentResult, PracticeGap, Raised, Trains};
use crate::exercise::Catalogue;
use crate::record::Mode;
use crate::record::spoken::day_in_words;
use crate::record::spoken::listed;
use crate::theme::Role;
use crate::ui::{Frame, Paint};

/// Draws the result: one sentence, the ladders and what limits them, red flags, then what to do next.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) -> &'static str {
    let view = &model.assess;
    let history = view.history();
    let Some(reading) = history.results.last() else { return "Nothing was finished so far; Esc goes back" };
    let wide = area.width >= TWO_COLUMNS;
    let columns = Layout::horizontal(vec![Constraint::Fill(1); if wide { 2 } else { 1 }]).spacing(3).split(area);
    let width = narrowest(&columns, area);
    let mut left = stands(view, &history, reading, (width, area.height >= TALL), paint);
    let (right, last) = to_do(view, &model.catalogue, reading, width, paint);
    if let Some(beside) = columns.get(1) {
        scrolled(frame, *beside, right, last);
        scrolled_by(frame, columns.first().copied().unwrap_or(area), left, view.scrolled);
    } else {
        let above = left.len() + 1;
        left.push(Line::default());
        left.extend(right);
        match (view.scrolled, view.selected) {
            (0, 0) => scrolled(frame, area, left, 0),
            (0, _) => scrolled(frame, area, left, above + last),
            (rows, _) => scrolled_by(frame, area, left, rows),
        }
    }
    match view.whose {
        Whose::Own => "Down, Enter: begin the exercise; PgDn more; a answers, h over time, m map; Esc",
        Whose::Sample => "Down: what to do next; PgDn more; a answers, h over time; Esc goes back",
    }
}

fn stands<'a>(
    view: &AssessView,
    history: &AssessmentHistory,
    reading: &AssessmentResult,
    (width, tall): (u16, bool),
    paint: &Paint,
) -> Vec<Line<'a>> {
    let mut lines = vec![headline("Where you stand", &day_in_words(reading.day), width, paint)];
    if let Some(says) = history.summary.last() {
        paragraph(&mut lines, says, width, paint.role(Role::Text));
    }
    lines.push(Line::default());
    lines.extend(ladders::draw(&history.scale, &history.charts, false, (width, tall), paint));
    let legend = ladders::key(&history.charts, false);
    if legend.contains('▒') || legend.contains('?') {
        paragraph(&mut lines, &legend, width, paint.role(Role::Quiet));
    }
    for ladder in &reading.ladders {
        if ladder.rung.is_none() || !ladder.held_by.is_empty() {
            hanging(&mut lines, &format!("{}: ", ladder.level.name()), &ladder.says, width, paint.role(Role::Text));
        }
    }
    // The ladders come first, so that no number of flags pushes them off a small screen.
    flags(&mut lines, view, width, paint);
    if let Some(uneven) = reading.uneven {
        paragraph(&mut lines, uneven.says(), width, paint.role(Role::Text));
    }
    if !reading.waiting.is_empty() {
        let says = format!("No recent example yet: {}.", listed(&reading.waiting, "and"));
        paragraph(&mut lines, &says, width, paint.role(Role::Quiet));
    }
    opinions(&mut lines, view, width, paint);
    lines
}

/// Adds red flags: first those that hold, then those that hold sometimes.
fn flags(lines: &mut Vec<Line<'_>>, view: &AssessView, width: u16, paint: &Paint) {
    let Some((instrument, assessment)) = view.latest() else { return };
    for (raised, head, role) in
        [(Raised::Yes, "! red flag: ", Role::Alarm), (Raised::Sometimes, "~ sometimes: ", Role::Amber)]
    {
        for flag in instrument.flags().filter(|flag| assessment.raised(&flag.id) == Some(raised)) {
            hanging(lines, head, &flag.says, width, paint.role(role));
        }
    }
}

fn opinions(lines: &mut Vec<Line<'_>>, view: &AssessView, width: u16, paint: &Paint) {
    let (Some(opinions), Some((instrument, _))) = (&view.opinions, view.latest()) else { return };
    lines.push(Line::default());
    if opinions.is_empty() {
        lines.push(Line::styled("The map says nothing against your answers.", paint.role(Role::Text)));
        return;
    }
    paragraph(lines, "The map sees it differently; your answers stay as they are", width, paint.role(Role::Title));
    for opinion in opinions {
        let title = instrument.item(&opinion.item).map_or("", |item| item.title.as_str());
        let named: Vec<String> = opinion.about.iter().map(|label| format!("“{label}”")).collect();
        let about = if named.is_empty() { String::new() } else { format!(": {}", listed(&named, "and")) };
        hanging(lines, "· ", &format!("{title}: {}{about}.", opinion.says), width, paint.role(Role::Amber));
    }
}

/// Returns the lines about what to work on, and the index of the last line of the selected entry.
fn to_do<'a>(
    view: &AssessView,
    catalogue: &Catalogue,
    reading: &AssessmentResult,
    width: u16,
    paint: &Paint,
) -> (Vec<Line<'a>>, usize) {
    if reading.gaps.is_empty() {
        return (
            vec![Line::styled("Nothing is low and no red flag is up. Whom could you help?", paint.role(Role::Text))],
            0,
        );
    }
    let mut lines = vec![headline("To work on, for two weeks each", "", width, paint)];
    let mut last = 0;
    for (at, gap) in reading.gaps.iter().enumerate() {
        let selected = view.selected == at + 1;
        about(&mut lines, gap, catalogue, selected, width, paint);
        if selected {
            last = lines.len().saturating_sub(1);
        }
    }
    (lines, last)
}

fn about(
    lines: &mut Vec<Line<'_>>,
    gap: &PracticeGap,
    catalogue: &Catalogue,
    selected: bool,
    width: u16,
    paint: &Paint,
) {
    let (sign, role) = if selected { ("› ", Role::Selected) } else { ("  ", Role::Text) };
    hanging(lines, sign, &gap.practice.does, width, paint.role(role));
    for says in &gap.says {
        hanging(lines, "    · ", says, width, paint.role(Role::Quiet));
    }
    let trains: Vec<String> = gap.practice.trains.iter().map(|trains| exercise(trains, catalogue)).collect();
    hanging(lines, "    it is trained by ", &trains.join("; then "), width, paint.role(Role::Quiet));
    if let Some(book) = &gap.reading {
        hanging(lines, "    beside it, as a companion: ", book, width, paint.role(Role::Quiet));
    }
}

/// Describes an exercise, such as "Boundary spanning, alone, step 6".
fn exercise(trains: &Trains, catalogue: &Catalogue) -> String {
    let title = catalogue.find(&trains.exercise).map_or(trains.exercise.as_str(), |found| found.title.as_str());
    let whom = if trains.mode == Mode::Solo { "alone" } else { "with a room" };
    let steps: Vec<String> = trains.steps.iter().map(u16::to_string).collect();
    match steps.len() {
        0 => format!("“{title}”, {whom}"),
        1 => format!("“{title}”, {whom}, step {}", steps.join("")),
        _ => format!("“{title}”, {whom}, steps {}", listed(&steps, "and")),
    }
}
