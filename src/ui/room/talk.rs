use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::CONTENT;
use super::headline::Headline;
use super::prose::shortened;
use crate::app::room::{LineState, Room, RoomWindow, Told};
use crate::record::spoken::TAKEN_BACK;
use crate::theme::Role;
use crate::ui::{Frame, Paint, big};

/// In windows with more rows than this, text can be read from a distance only in letters larger than one row.
const LEGIBLE_ROWS: u16 = 30;

/// The maximum number of rows for the newest line, and for each earlier line.
const NEWEST: usize = 3;
const EARLIER: usize = 2;

/// The maximum number of rows for a new line while the room sees another view.
pub(super) const MEANWHILE: u16 = 2;

/// Draws the question, the last line as read back, and a few earlier lines.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, window: &RoomWindow, room: &Room) {
    let question = question(window, room, area);
    let rest = under(&question, frame, area, paint);
    said(frame, rest, paint, window, room, question.size());
}

/// Draws the question, and one line that was chosen.
pub(super) fn draw_one(
    frame: &mut Frame<'_>,
    area: Rect,
    paint: &Paint,
    window: &RoomWindow,
    room: &Room,
    (told, of): (&Told, LineState),
) {
    let question = question(window, room, area);
    let rest = under(&question, frame, area, paint);
    let rows = match of {
        LineState::Standing => newest(told, rest, window, paint, question.size()),
        LineState::TakenBack | LineState::Gap => earlier(told, of, rest.width, paint),
    };
    frame.render_widget(Paragraph::new(rows), rest);
}

/// Draws the question, with more space around it than other headlines have, and returns the area below it.
fn under(question: &Headline, frame: &mut Frame<'_>, area: Rect, paint: &Paint) -> Rect {
    let gap = u16::from(area.height >= 14);
    let [_, top, _, rest] = Layout::vertical([
        Constraint::Length(gap),
        Constraint::Length(question.height()),
        Constraint::Length(gap + u16::from(area.height >= 20)),
        Constraint::Fill(1),
    ])
    .areas(area);
    question.draw(frame, top, paint);
    rest
}

/// Returns the question: at most about half as high as the window, so that a few of the lines said are visible.
fn question(window: &RoomWindow, room: &Room, area: Rect) -> Headline {
    let text = room.prompt().unwrap_or_else(|| room.title());
    let most = match area.height {
        height if window.large || height < 14 => height.div_ceil(2),
        height => height * 2 / 5 + 1,
    };
    Headline::fit(text, area.width, most)
}

fn said(frame: &mut Frame<'_>, area: Rect, paint: &Paint, window: &RoomWindow, room: &Room, largest: usize) {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut content = 0;
    let height = usize::from(area.height);
    // The size depends on the window alone, not on how much was said, so that lines do not move.
    let (gap, between) = (usize::from(area.height >= 8), usize::from(area.height >= 14));
    for (at, (told, of)) in room.lines_main_first().enumerate() {
        // What was taken back or removed is never the main line, also where nothing else was said.
        let (most, rows) = match (at, of) {
            (0, LineState::Standing) => (NEWEST, newest(told, area, window, paint, largest)),
            _ => (EARLIER, earlier(told, of, area.width, paint)),
        };
        content += rows.len().min(most);
        let before = match at {
            0 => 0,
            1 => gap,
            _ => between,
        };
        let fits = lines.len() + before + rows.len() <= height;
        if at > 0 && (!fits || content > CONTENT || window.large) {
            break;
        }
        lines.extend(std::iter::repeat_n(Line::default(), before));
        lines.extend(rows);
    }
    frame.render_widget(Paragraph::new(lines), area);
}

/// Draws the last line as read back, while the room sees another view.
pub(super) fn meanwhile(frame: &mut Frame<'_>, area: Rect, paint: &Paint, window: &RoomWindow, room: &Room) {
    let Some(told) = room.said_meanwhile().filter(|_| area.height > 0) else { return };
    let most = usize::from(area.height.min(MEANWHILE));
    let rows = shortened(&words(told, LineState::Standing), area.width.saturating_sub(2), most);
    let above = area.height - area.height.min(MEANWHILE);
    let place = Rect { y: area.y + above, height: area.height - above, ..area };
    frame.render_widget(Paragraph::new(barred(rows, newest_looks(window, paint), paint)), place);
}

/// Returns the newest valid line, marked while it is new. In a large window it is in large letters, but never in larger ones
/// than the question, and never where it may have been said in passing.
fn newest<'a>(told: &Told, area: Rect, window: &RoomWindow, paint: &Paint, question: usize) -> Vec<Line<'a>> {
    let text = words(told, LineState::Standing);
    let width = area.width.saturating_sub(2);
    let tall = window.size.1 > LEGIBLE_ROWS;
    let may_be_large = question > 0 && !told.is_text;
    // All lines have letters of one size, unless the newest line is the only one.
    let block = match (window.large, may_be_large && (window.large || tall)) {
        (true, true) => big::fit_up_to(question.saturating_sub(1).max(1), &text, width, area.height),
        (false, true) => big::fit_up_to(1, &text, width, area.height.saturating_sub(10)),
        (_, false) => None,
    };
    let rows = block.unwrap_or_else(|| shortened(&text, width, NEWEST));
    barred(rows, newest_looks(window, paint), paint)
}

fn newest_looks(window: &RoomWindow, paint: &Paint) -> Style {
    paint.role(if window.is_lit() { Role::Selected } else { Role::Accent })
}

/// Puts a bar before rows, to mark the newest line.
fn barred<'a>(rows: Vec<String>, style: Style, paint: &Paint) -> Vec<Line<'a>> {
    let bar = paint.role(Role::Accent);
    rows.into_iter().map(|row| Line::from(vec![Span::styled("▌ ", bar), Span::styled(row, style)])).collect()
}

fn earlier<'a>(told: &Told, of: LineState, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let style = looks(of, paint.role(Role::Text), paint);
    let lines = shortened(&words(told, of), width.saturating_sub(2), EARLIER);
    super::lines::hung(if of == LineState::Gap { "  " } else { "· " }, lines, style)
}

pub(super) fn words(told: &Told, of: LineState) -> String {
    let turned = if told.turned { "A view changed. " } else { "" };
    match of {
        LineState::Standing => format!("{turned}{}", told.says),
        LineState::TakenBack => format!("{TAKEN_BACK}{}", told.says),
        LineState::Gap => "· · ·".to_owned(),
    }
}

/// Returns the style of a line; one that was taken back is struck through, in the colour of plain text.
pub(super) fn looks(of: LineState, style: Style, paint: &Paint) -> Style {
    match of {
        LineState::Standing => style,
        LineState::TakenBack => paint.role(Role::Text).add_modifier(Modifier::CROSSED_OUT),
        LineState::Gap => paint.role(Role::Text),
    }
}
