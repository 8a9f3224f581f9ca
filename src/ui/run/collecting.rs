use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::{header, one_window};
use crate::app::{Model, Run, only_counts};
use crate::record::{CollectBy, Hidden};
use crate::theme::Role;
use crate::ui::words::{fitted, wrap};
use crate::ui::{Frame, Paint, entry_line, footer};

/// Draws the screen while answers are collected: the question, how many are in, and a bar instead of the typed text.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let Some(collecting) = run.collects().or(run.answers.round.as_ref().map(|round| round.collecting)) else { return };
    let count = run.answers.round.as_ref().map_or(0, Hidden::count);
    let prompt = fitted(&run.asked.prompt, area.width.min(100), 4);
    let [head, _, prompt_area, _, body, entry, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(u16::try_from(prompt.len()).unwrap_or(1)),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    let passing = collecting.by == CollectBy::Passing;
    if passing || model.is_shared() {
        // Participants write here; they are not shown how late the session is.
        frame.render_widget(one_window::head_line(model, run, paint), head);
    } else {
        header::draw(frame, head, paint, model, run);
    }
    let title = paint.role(Role::Title);
    frame.render_widget(
        Paragraph::new(prompt.into_iter().map(|line| Line::styled(line, title)).collect::<Vec<_>>()),
        prompt_area,
    );
    let says = if only_counts(model) {
        counted(count, collecting.awaited)
    } else {
        words(collecting.by, count, collecting.awaited, model.settings.shown_from)
    };
    let lines: Vec<Line<'_>> = says
        .iter()
        .flat_map(|says| wrap(says, area.width.min(100)))
        .map(|line| Line::styled(line, paint.role(Role::Text)))
        .collect();
    frame.render_widget(Paragraph::new(lines), body);
    if passing || model.is_shared() {
        entry_line::bar(frame, entry, paint, "> ", &model.entry);
    } else {
        entry_line::draw(frame, entry, paint, "> ", &model.entry);
    }
    footer::draw(frame, foot, paint, model, "F6 goes on");
}

/// Returns the rules for slips that are only counted, and how many there are.
fn counted(collected: usize, awaited: Option<u16>) -> Vec<String> {
    let how = "Type one slip a line, a mark for each question: 343-25 332211 222112. No name, no order is kept.";
    let when = "No slip is ever shown: only how many chose what, from five people up.";
    vec![how.to_owned(), when.to_owned(), String::new(), so_far(collected, awaited)]
}

/// Returns the rules for these answers, and how many there are.
fn words(by: CollectBy, collected: usize, awaited: Option<u16>, from: u16) -> Vec<String> {
    let how = match by {
        CollectBy::Passing => "Write, press Enter, pass the keyboard on. What you write shows as a bar.",
        CollectBy::Slips | CollectBy::Count => {
            "Write it on a slip, without a name. The scribe types what stands there."
        }
    };
    let when = match awaited {
        Some(awaited) => format!("All are shown together, shuffled, when {awaited} are in."),
        None => format!("All are shown together, shuffled, from {from} on."),
    };
    let count = so_far(collected, awaited);
    vec![how.to_owned(), format!("Nobody's name is kept with it, nor the order. {when}"), String::new(), count]
}

fn so_far(collected: usize, awaited: Option<u16>) -> String {
    match awaited {
        Some(awaited) => format!("{collected} of {awaited} are in."),
        None => format!("{collected} in so far."),
    }
}
