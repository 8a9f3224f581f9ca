//! What was said last, grouped by the thing that it is about.

use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::headline::Headline;
use super::lines::hung;
use super::prose::shortened;
use super::talk::{looks, words};
use crate::app::room::{LineState, SaidGroup, Told};
use crate::theme::Role;
use crate::ui::{Frame, Paint};

/// Draws the groups, the latest first: as many rows a line as there is room for.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, groups: &[SaidGroup]) {
    let body = Headline::over(frame, area, paint, "What was said", 6);
    if groups.is_empty() {
        return super::lines::plain(frame, body, paint.role(Role::Text), "Nothing was said so far.");
    }
    let height = usize::from(body.height);
    let rows = |most: usize| -> Vec<Line<'_>> {
        groups.iter().flat_map(|group| told(group, most, body.width, paint)).collect()
    };
    let wide = rows(2);
    let mut lines = if wide.len() <= height { wide } else { rows(1) };
    lines.truncate(height);
    frame.render_widget(Paragraph::new(lines), body);
}

/// The heading over what is about no thing.
const BESIDES: &str = "Besides";

fn told<'a>(group: &SaidGroup, most: usize, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    let about = group.about.as_deref().unwrap_or(BESIDES);
    lines.extend(shortened(about, width, 1).into_iter().map(|about| Line::styled(about, paint.role(Role::Title))));
    for (said, state) in &group.lines {
        lines.extend(line(said, *state, most, width, paint));
    }
    lines
}

fn line<'a>(said: &Told, state: LineState, most: usize, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let style = looks(state, paint.role(Role::Text), paint);
    hung("· ", shortened(&words(said, state), width.saturating_sub(2), most), style)
}
