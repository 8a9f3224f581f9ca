use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::words::{cut, wrap};
use super::{Frame, Paint, entry_line, footer};
use crate::app::{HomeChoice, Model, PointerTarget, Scrolled, Whose};
use crate::record::Mode;
use crate::theme::Role;

/// The question on the home screen.
const QUESTION: &str = "Name one AI change near you.";

/// Draws the home screen: the question, the entry line, and the sessions and samples to open.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    // The list of past sessions is shortened first.
    let memory = if area.height >= 20 { u16::try_from(model.home.memory.len()).unwrap_or_default() } else { 0 };
    let [title, _, question, entry, _, list, remembered, place, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(memory),
        Constraint::Length(2),
        Constraint::Length(1),
    ])
    .areas(area);
    frame.render_widget(title_line(paint), title);
    frame.render_widget(Line::styled(QUESTION, paint.role(Role::Title)), question);
    draw_list(frame, list, paint, model);
    let memory = model.home.memory.iter().map(|says| Line::styled(cut(says, area.width), paint.role(Role::Quiet)));
    frame.render_widget(Paragraph::new(memory.collect::<Vec<_>>()), remembered);
    draw_place(frame, place, paint, model);
    footer::draw(frame, foot, paint, model, "");
    entry_line::draw(frame, entry, paint, "> ", &model.entry);
}

fn title_line<'a>(paint: &Paint) -> Line<'a> {
    Line::from(vec![
        Span::styled("adjacent", paint.role(Role::Accent)),
        Span::styled("   what will this change in adjacent systems?", paint.role(Role::Quiet)),
    ])
}

/// Draws where the sessions are; while the name of a command is typed, the names that begin so.
fn draw_place(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    if let Some((names, says)) = model.names_begun() {
        let names = cut(&format!("Tab {}", names.join("  ")), area.width);
        let says = cut(&says, area.width);
        let lines = [names, says].map(|line| Line::styled(line, paint.role(Role::Quiet)));
        frame.render_widget(Paragraph::new(lines.to_vec()), area);
        return;
    }
    let says = format!("Kept in {}. Nothing leaves this machine.", model.home.folder);
    let lines = wrap(&says, area.width).into_iter().take(2).map(|line| Line::styled(line, paint.role(Role::Quiet)));
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
}

fn draw_list(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let mut lines = Vec::new();
    if model.home.is_first_time() {
        lines.push(Line::styled(
            "Type it and press Enter. Three lines, then one good question. Or choose below.",
            paint.role(Role::Text),
        ));
        lines.push(Line::default());
    }
    let mut heading = "";
    let mut cursor_row = 0;
    let mut rows: Vec<(usize, usize)> = Vec::new();
    for (row, choice) in model.home.choices().iter().enumerate() {
        if heading_of(choice) != heading {
            heading = heading_of(choice);
            lines.push(Line::styled(heading, paint.role(Role::Quiet)));
        }
        let selected = row == model.home.selected;
        if selected {
            cursor_row = lines.len();
        }
        rows.push((lines.len(), row));
        lines.push(choice_line(choice, selected && model.entry.is_empty(), area.width, paint));
    }
    if model.home.unlisted() > 0 {
        let says = format!("  and {} more: adjacent sessions lists them all", model.home.unlisted());
        lines.push(Line::styled(says, paint.role(Role::Quiet)));
    }
    let skip = (cursor_row + 2).saturating_sub(usize::from(area.height));
    answer(frame, area, model, rows.iter().filter_map(|(line, row)| Some((line.checked_sub(skip)?, *row))));
    frame.render_widget(Paragraph::new(lines.into_iter().skip(skip).collect::<Vec<_>>()), area);
}

/// Notes the rows, by their lines, which answer to the mouse unless a line is typed: Enter is then about that line.
fn answer(frame: &mut Frame<'_>, area: Rect, model: &Model, rows: impl Iterator<Item = (usize, usize)>) {
    if !model.entry.is_empty() {
        return;
    }
    frame.scrolls(area, Scrolled::Rows);
    for (line, to) in rows {
        if let Some(place) = area.rows().nth(line) {
            frame.answers(place, PointerTarget::Row { from: model.home.selected, to });
        }
    }
}

const fn heading_of(choice: &HomeChoice) -> &'static str {
    match choice {
        HomeChoice::Due(_) => "Due: Enter says what became of it",
        HomeChoice::Continue(_) => "Continue",
        HomeChoice::Imported(_) => "Brought in",
        HomeChoice::Start(_) | HomeChoice::Alone(_) | HomeChoice::Import | HomeChoice::Mirror(Whose::Own) => "Start",
        HomeChoice::Try { .. } | HomeChoice::Mirror(Whose::Sample) => "Try",
        HomeChoice::LookBack(_) | HomeChoice::Map => "Look back",
    }
}

fn choice_line<'a>(choice: &HomeChoice, selected: bool, width: u16, paint: &Paint) -> Line<'a> {
    let words = match choice {
        HomeChoice::Due(matter) => matter.says.clone(),
        HomeChoice::Continue(known) | HomeChoice::Imported(known) | HomeChoice::LookBack(known) => {
            let private = if known.private { "  (private)" } else { "" };
            let waits = if known.waits { "  (not started)" } else { "" };
            format!("{}  {}{waits}{private}", known.day, known.title)
        }
        HomeChoice::Start(Mode::Live) => "a workshop: from a quarter of an hour to half a day".to_owned(),
        HomeChoice::Start(Mode::Solo) => "alone: what will this change next door? (12 minutes)".to_owned(),
        HomeChoice::Import => "bring in what you have: a spreadsheet, an inventory, a Kumu map".to_owned(),
        HomeChoice::Alone(template) => format!("alone: {}", template.words),
        HomeChoice::Try { title, .. } => format!("the sample: {title}"),
        HomeChoice::Mirror(Whose::Own) => "Lead self, teams, systems: a mirror for yourself (12 minutes)".to_owned(),
        HomeChoice::Mirror(Whose::Sample) => "the sample leader: three assessments over two years".to_owned(),
        HomeChoice::Map => "the map: what everything said so far adds up to".to_owned(),
    };
    let words = cut(&words, width.saturating_sub(4));
    if selected {
        Line::from(Span::styled(format!("› {words} "), paint.role(Role::Selected)))
    } else {
        Line::from(Span::styled(format!("  {words}"), paint.role(Role::Text)))
    }
}
