//! How a phone finds the page: a code for its camera, and the address beside it.

use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::lines::plain;
use super::prose::set;
use crate::app::phones::{PhoneCode, PhonesBoard};
use crate::app::room::RoomWindow;
use crate::theme::Role;
use crate::ui::{Frame, Paint, big};

/// The number of columns between the code and the address, and the least that the address needs beside it.
const GAP: u16 = 3;
const BESIDE: u16 = 24;

/// What the room reads beside the code.
const HOW: &str = "Point your phone's camera at the code, or type the address. No name, no account; nothing is left on \
                   your phone, and nobody sees an answer before it is shown to all.";

/// Draws the code and the address; the address alone where the code does not fit.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, window: &RoomWindow) {
    let Some((board, code)) = &window.phones else {
        let says = "Phones answer at the table that writes this session; no page is open for them here.";
        return plain(frame, area, paint.role(Role::Text), says);
    };
    // Half blocks are no ASCII, and a code of whole letters would be higher than most windows.
    let drawn = code.as_ref().filter(|_| !window.ascii).map(PhoneCode::half_blocks).filter(|rows| fits(rows, area));
    let Some((rows, style)) = drawn.zip(paint.code()) else { return address(frame, area, paint, board) };
    let (width, height) = size(&rows);
    let place = Rect { y: area.y + (area.height - height) / 2, width, height, ..area };
    let rows: Vec<Line<'_>> = rows.into_iter().map(|row| Line::styled(row, style)).collect();
    frame.render_widget(Paragraph::new(rows), place);
    let x = area.x + width + GAP;
    let beside = Rect { x, width: area.right().saturating_sub(x), y: place.y, height: place.height };
    address(frame, beside, paint, board);
}

/// Draws the address as large as it fits on one line, what to do, and how many answers are in.
fn address(frame: &mut Frame<'_>, area: Rect, paint: &Paint, board: &PhonesBoard) {
    let how = set(HOW, area.width);
    let rest = u16::try_from(how.len() + 4).unwrap_or(u16::MAX);
    let short = board.short_address();
    let large = big::fit(short, area.width, area.height.saturating_sub(rest)).filter(|rows| rows.len() < 8);
    let title = large.unwrap_or_else(|| set(&format!("{short} "), area.width));
    let text = paint.role(Role::Text);
    let mut rows: Vec<Line<'_>> = vec![Line::default()];
    rows.extend(title.into_iter().map(|row| Line::styled(row.trim_end().to_owned(), paint.role(Role::Title))));
    rows.push(Line::default());
    rows.extend(how.into_iter().map(|row| Line::styled(row, text)));
    if !board.count.is_empty() {
        rows.push(Line::default());
        rows.push(Line::styled(board.count.clone(), paint.role(Role::Accent)));
    }
    frame.render_widget(Paragraph::new(rows), area);
}

fn size(rows: &[String]) -> (u16, u16) {
    let width = rows.first().map_or(0, |row| row.chars().count());
    (u16::try_from(width).unwrap_or(u16::MAX), u16::try_from(rows.len()).unwrap_or(u16::MAX))
}

fn fits(rows: &[String], area: Rect) -> bool {
    let (width, height) = size(rows);
    !rows.is_empty() && height <= area.height && width.saturating_add(GAP + BESIDE) <= area.width
}

/// Returns the line at the foot: the address, and how many answers are in; `None` while there is no page.
pub(super) fn in_words(window: &RoomWindow) -> Option<String> {
    window.phones.as_ref().map(|(board, _)| board.in_words())
}

/// Returns what is said while hidden answers are collected; empty while there is no page.
pub(super) fn while_collecting(window: &RoomWindow) -> String {
    let Some((board, _)) = &window.phones else { return String::new() };
    let count = if board.count.is_empty() { String::new() } else { format!(" {}.", board.count) };
    format!("Or on your phone: {}{count}", board.short_address())
}
