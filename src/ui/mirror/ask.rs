use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::prose::{headline, keyed, paragraph, row, scrolled};
use crate::app::AssessView;
use crate::assess::{Age, Assessment, PendingQuestion, Questionnaire, RatedItem, Rating, ToldExample, day_typed};
use crate::record::spoken::day_in_words;
use crate::theme::Role;
use crate::ui::{Frame, Paint, entry_line};

/// The lowest rating that claims a habit.
const HABIT: u8 = 4;

/// Draws one question.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, view: &AssessView) -> &'static str {
    let (Some(walk), Some(place)) = (&view.walk, view.place()) else { return "" };
    match place {
        PendingQuestion::Anchor(id) => anchors(frame, area, paint, view, walk, id),
        PendingQuestion::Flag(id) => flag(frame, area, paint, view, walk, id),
        PendingQuestion::Example(id) => {
            typed(frame, area, paint, view, walk, id, |item, _| item.ask.clone(), |item, _| unproven(walk, item));
            "Enter keeps it; Enter alone: there is none; Esc goes back to the sentences"
        }
        PendingQuestion::Day(id) => {
            typed(
                frame,
                area,
                paint,
                view,
                walk,
                id,
                |_, told| format!("“{told}” When was that?"),
                |item, typed| how_old(walk.assessment(), item, typed),
            );
            "10 nov, 3 weeks ago, may 2025; Enter alone: nobody knows; Esc goes back"
        }
    }
}

fn anchors(
    frame: &mut Frame<'_>,
    area: Rect,
    paint: &Paint,
    view: &AssessView,
    walk: &Questionnaire,
    id: &str,
) -> &'static str {
    let Some(item) = walk.instrument().item(id) else { return "" };
    let width = area.width.min(100);
    let chosen = walk.assessment().rating(id);
    let passed = walk.assessment().answer(id).is_some() && chosen.is_none();
    let mut lines = vec![headline(&item.title, walk.instrument().level_of(id), width, paint), Line::default()];
    lines.push(Line::styled("Which sentence comes nearest to what you do?", paint.role(Role::Text)));
    lines.push(Line::default());
    let mut last = 0;
    let sentences = [&item.one, "between the two", &item.three, "between the two", &item.five, "pass this over"];
    for (at, sentence) in sentences.into_iter().enumerate() {
        let is_chosen = chosen.map_or(passed && at == Rating::COUNT, |rating| usize::from(rating.digit()) == at + 1);
        let digit = (at + 1) % (Rating::COUNT + 1);
        let mark = if is_chosen { "  (your answer)" } else { "" };
        keyed(&mut lines, &format!("{digit}  "), &format!("{sentence}{mark}"), at == view.selected, width, paint);
        if at == view.selected {
            last = lines.len();
        }
    }
    let evidence = walk.assessment().answer(id).map(|answer| &answer.evidence).filter(|_| chosen.is_some());
    if let Some(says) = evidence.and_then(told) {
        lines.push(Line::default());
        paragraph(&mut lines, &says, width, paint.role(Role::Quiet));
        last = last.max(lines.len());
    }
    scrolled(frame, area, lines, last.saturating_sub(1));
    "1 to 5 or Enter answers, 0 passes over, e example, PgUp PgDn walk, Esc leaves"
}

/// Returns the example that was given, with its day; `None` without an example.
fn told(evidence: &ToldExample) -> Option<String> {
    let words = evidence.text()?.as_str();
    let day = evidence.date().map_or_else(|| "no day".to_owned(), day_in_words);
    Some(format!("Your example: {words} ({day})"))
}

fn flag(
    frame: &mut Frame<'_>,
    area: Rect,
    paint: &Paint,
    view: &AssessView,
    walk: &Questionnaire,
    id: &str,
) -> &'static str {
    let Some(flag) = walk.instrument().flag(id) else { return "" };
    let width = area.width.min(100);
    let chosen = walk.assessment().raised(id).map(|raised| raised as usize);
    let mut lines = vec![headline("Is this so?", walk.instrument().level_of(id), width, paint), Line::default()];
    paragraph(&mut lines, &flag.says, width, paint.role(Role::Text));
    lines.push(Line::default());
    for (at, says) in ["n  no", "s  sometimes", "y  yes"].into_iter().enumerate() {
        let mark = if chosen == Some(at) { "  (your answer)" } else { "" };
        row(&mut lines, &format!("{says}{mark}"), at == view.selected, width, paint);
    }
    let last = lines.len();
    scrolled(frame, area, lines, last.saturating_sub(1));
    "n, s, y or Enter answers; PgUp and PgDn walk; Esc leaves, and it goes on here"
}

/// Draws a question with an entry line.
#[expect(clippy::too_many_arguments, reason = "what is asked and what stands below the line differ, nothing else")]
fn typed(
    frame: &mut Frame<'_>,
    area: Rect,
    paint: &Paint,
    view: &AssessView,
    walk: &Questionnaire,
    id: &str,
    asks: impl Fn(&RatedItem, &str) -> String,
    below: impl Fn(&RatedItem, &str) -> String,
) {
    let Some(item) = walk.instrument().item(id) else { return };
    let answer = walk.assessment().answer(id);
    let width = area.width.min(100);
    let mut lines = vec![headline(&item.title, walk.instrument().level_of(id), width, paint)];
    if let Some(rating) = answer.and_then(|answer| answer.rating) {
        paragraph(&mut lines, &format!("You chose: {}", item.words(rating)), width, paint.role(Role::Quiet));
    }
    lines.push(Line::default());
    let words = answer.and_then(|answer| answer.evidence.text()).map_or("", crate::assess::PrivateWords::as_str);
    paragraph(&mut lines, &asks(item, words), width, paint.role(Role::Title));
    let mut notes = Vec::new();
    paragraph(&mut notes, &below(item, view.entry.text()), width, paint.role(Role::Quiet));
    let rows = |lines: &[Line<'_>]| u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let [above, _, line, _, under] = Layout::vertical([
        Constraint::Length(rows(&lines).min(area.height.saturating_sub(2))),
        Constraint::Length(u16::from(area.height > 10)),
        Constraint::Length(1),
        Constraint::Length(u16::from(area.height > 10)),
        Constraint::Fill(1),
    ])
    .areas(area);
    let last = lines.len();
    scrolled(frame, above, lines, last.saturating_sub(1));
    frame.render_widget(Paragraph::new(notes), under);
    entry_line::draw(frame, line, paint, "> ", &view.entry);
}

/// Describes how the answer counts without an example.
fn unproven(walk: &Questionnaire, item: &RatedItem) -> String {
    if walk.assessment().rating(&item.id).is_none_or(|rating| rating.digit() < HABIT) {
        return "It is another sentence than last time: without an example from since then it counts as the same, reworded."
            .to_owned();
    }
    format!("Without an example of the last 90 days a habit counts as: {}.", item.three)
}

/// Describes how the typed day is read, and whether it is recent.
fn how_old(assessment: &Assessment, item: &RatedItem, typed: &str) -> String {
    let today = assessment.day();
    match day_typed(typed, today) {
        None if typed.trim().is_empty() => format!("Today is {}.", day_in_words(today)),
        None => format!(
            "No day is read from that yet; mid october, last month and 10 nov are. Today is {}.",
            day_in_words(today)
        ),
        Some(day) if day > today => format!("{}: still to come.", day_in_words(day)),
        Some(day) => match Age::of(day, today) {
            Age::Fresh => format!("{}: recent.", day_in_words(day)),
            Age::Aging => format!("{}: more than 90 days ago; a habit counts as: {}.", day_in_words(day), item.three),
            Age::Old => format!("{}: more than a year ago; it counts as no example.", day_in_words(day)),
        },
    }
}
