use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::headline::Headline;
use super::prose::set;
use crate::app::room::{RoomWindow, legibility};
use crate::theme::Role;
use crate::ui::words::cells;
use crate::ui::{Frame, Paint};

/// The number of window rows that fill the bar.
const LONGEST: u16 = 60;

/// Draws whether the back row can read this window: a sentence, and a bar that follows the window's height.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, window: &RoomWindow) {
    let (columns, rows) = window.size;
    let found = legibility(rows);
    let heading = Headline::fit("Can you read this?", area.width, (area.height / 4).max(1));
    let mut lines: Vec<Line<'_>> = Vec::new();
    let says = found.says.replacen('y', "Y", 1) + ".";
    let role = if found.fits { Role::Text } else { Role::Accent };
    lines.extend(set(&says, area.width).into_iter().map(|line| Line::styled(line, paint.role(role))));
    lines.push(Line::default());
    lines.extend(bar(rows, area.width, paint));
    lines.push(Line::default());
    let reach = format!(
        "Read in comfort from up to {:.0} times the height of the screen. The back row usually sits at 6.",
        found.heights.floor()
    );
    let narrow = format!("It has {columns} columns; 80 show everything in full.");
    let more = std::iter::once(reach).chain((columns < 80).then_some(narrow));
    let more = more.chain([keys(window).to_owned()]);
    lines.extend(more.flat_map(|text| set(&text, area.width)).map(|line| Line::styled(line, paint.role(Role::Text))));
    let [top, _, body] =
        Layout::vertical([Constraint::Length(heading.height()), Constraint::Length(1), Constraint::Fill(1)])
            .areas(area);
    heading.draw(frame, top, paint);
    frame.render_widget(Paragraph::new(lines), body);
}

const fn keys(window: &RoomWindow) -> &'static str {
    if window.room.is_some() {
        "F2 goes back to the session, T takes another theme."
    } else {
        "T takes another theme, q leaves."
    }
}

/// Returns the bar, with a mark at the height above which the back row cannot read.
fn bar<'a>(rows: u16, width: u16, paint: &Paint) -> [Line<'a>; 2] {
    let number = format!(" {rows}");
    let room = width.saturating_sub(cells(&number)).min(LONGEST);
    let place = |rows: u16| usize::from(rows.min(LONGEST)) * usize::from(room) / usize::from(LONGEST);
    let scale = format!("{}▼ 30", " ".repeat(place(30).saturating_sub(1)));
    let scale = if usize::from(cells(&scale)) <= usize::from(width) { scale } else { String::new() };
    let filled = Span::styled("█".repeat(place(rows)), paint.role(Role::Accent));
    [
        Line::styled(scale, paint.role(Role::Text)),
        Line::from(vec![filled, Span::styled(number, paint.role(Role::Title))]),
    ]
}
