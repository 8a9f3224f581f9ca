//! Draws a popup over a screen: a small box that leaves the prompt visible. Every popup is drawn from its [`Sheet`].

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Padding, Paragraph};

use super::words::{cells, cut, wrap};
use super::{Frame, Paint, buttons, entry_line, plots};
use crate::app::phones::PhoneCode;
use crate::app::{EntryPlace, Overflow, PointerTarget, Scrolled, Sheet, SheetCell, SheetPart};
use crate::theme::Role;

/// The maximum number of rows of a list.
const ROWS: usize = 12;

/// Draws a popup over the screen.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, sheet: &Sheet) {
    let lines = lines(sheet, area, paint);
    let fitting = || lines.iter().map(|drawn| drawn.line.width()).max().unwrap_or(0).max(sheet.title.len() + 2);
    let width = sheet.width.unwrap_or_else(|| u16::try_from(fitting()).unwrap_or(u16::MAX));
    let rows = lines.len() + usize::from(sheet.entry.is_some());
    let height = u16::try_from(rows).unwrap_or(u16::MAX);
    let is_cut = height.saturating_add(2) > area.height;
    let title = sheet.title_of_part.as_ref().filter(|_| is_cut).unwrap_or(&sheet.title);
    let inside = boxed(frame, area, paint, title, width, height);
    let (text, entry) = match sheet.entry.as_ref().map(|entry| entry.place) {
        None => (inside, None),
        Some(EntryPlace::Top) => {
            let [entry, text] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(inside);
            (text, Some(entry))
        }
        Some(EntryPlace::Bottom) => {
            let [text, entry] = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(inside);
            (text, Some(entry))
        }
    };
    let first = match sheet.overflow {
        Overflow::Scrolled(first) => first.min(height.saturating_sub(text.height)),
        Overflow::End | Overflow::Beginning => 0,
    };
    frame.scrolls(area, Scrolled::Rows);
    for (place, drawn) in text.rows().zip(lines.iter().skip(usize::from(first))) {
        drawn.answer(frame, place);
    }
    let lines: Vec<Line<'_>> = lines.into_iter().map(|drawn| drawn.line).collect();
    frame.render_widget(Paragraph::new(lines).scroll((first, 0)), text);
    if let (Some(place), Some(line)) = (entry, &sheet.entry) {
        let draw = if line.veiled { entry_line::bar } else { entry_line::draw };
        draw(frame, place, paint, "> ", &line.entry);
    }
}

/// A drawn line of a popup, and what a click on it presses.
struct PopupLine {
    line: Line<'static>,
    target: LineTarget,
}

/// What a click on a line of a popup presses.
#[derive(Clone)]
enum LineTarget {
    Nothing,
    /// The row itself.
    Row(PointerTarget),
    /// The keys that its words name.
    Keys,
}

impl PopupLine {
    /// Notes what a click on this line presses.
    fn answer(&self, frame: &mut Frame<'_>, place: Rect) {
        match &self.target {
            LineTarget::Nothing => {}
            LineTarget::Row(target) => frame.answers(place, target.clone()),
            LineTarget::Keys => {
                let words: String = self.line.spans.iter().map(|span| span.content.as_ref()).collect();
                buttons::answer(frame, place, &words);
            }
        }
    }
}

/// Returns the lines of a popup; as many as fit, unless the popup scrolls.
fn lines(sheet: &Sheet, area: Rect, paint: &Paint) -> Vec<PopupLine> {
    // A line that is wider than the inside of its box would lose its last letters.
    let widest = sheet.widest.unwrap_or(u16::MAX).min(sheet.width.unwrap_or(u16::MAX));
    let width = area.width.saturating_sub(4).min(widest);
    // A list leaves room for the lines below it, and for the edges of the box.
    let others = sheet.body.len().saturating_sub(1) + sheet.foot.len() + usize::from(sheet.entry.is_some());
    let most = if sheet.tall { usize::from(area.height).saturating_sub(others + 5) } else { ROWS };
    let most_rows = most.min(usize::from(area.height.saturating_sub(5))).max(1);
    let lines_of = |parts: &[SheetPart]| -> Vec<PopupLine> {
        parts.iter().flat_map(|part| popup_lines_of(part, width, most_rows, paint)).collect()
    };
    let (mut lines, foot) = (lines_of(&sheet.body), lines_of(&sheet.foot));
    if !foot.is_empty() {
        lines.truncate(usize::from(area.height.saturating_sub(4)).saturating_sub(foot.len()));
        lines.extend(foot);
    }
    let room = usize::from(area.height.saturating_sub(5)).max(1);
    if sheet.overflow == Overflow::Beginning && lines.len() > room {
        lines = lines.split_off(lines.len() - room);
    }
    lines
}

/// Returns the lines of a part, with what a click on each of them presses.
fn popup_lines_of(part: &SheetPart, width: u16, most_rows: usize, paint: &Paint) -> Vec<PopupLine> {
    let lines = lines_of(part, width, most_rows, paint).into_iter();
    match part {
        SheetPart::Rows { rows, selected: from } => {
            let rows = (first_row(*from, most_rows)..rows.len()).map(|to| PointerTarget::Row { from: *from, to });
            lines.zip(rows).map(|(line, row)| PopupLine { line, target: LineTarget::Row(row) }).collect()
        }
        SheetPart::Hint(..) | SheetPart::Text(..) | SheetPart::Cut(..) | SheetPart::CutRow(..) => {
            lines.map(|line| PopupLine { line, target: LineTarget::Keys }).collect()
        }
        _ => lines.map(|line| PopupLine { line, target: LineTarget::Nothing }).collect(),
    }
}

fn lines_of(part: &SheetPart, width: u16, most_rows: usize, paint: &Paint) -> Vec<Line<'static>> {
    // Rows keep a distance from both edges.
    let row_width = width.saturating_sub(2);
    let styled = |text: String, role: &Role| Line::styled(text, paint.role(*role));
    let wrapped = |text: &str, width: u16, role: &Role| -> Vec<Line<'static>> {
        wrap(text, width).into_iter().map(|row| styled(row, role)).collect()
    };
    match part {
        SheetPart::Rows { rows, selected } => rows_around(rows, *selected, row_width, most_rows, paint),
        SheetPart::Line(spans) => {
            let spans = spans.iter().map(|(text, role)| Span::styled(text.clone(), paint.role(*role)));
            vec![Line::from(spans.collect::<Vec<_>>())]
        }
        SheetPart::Typed(text) => vec![styled(text.clone(), &Role::Accent)],
        SheetPart::Text(text, role) => wrapped(text, width, role),
        SheetPart::Hint(text, role) => wrapped(text, row_width.max(1), role),
        SheetPart::Cut(text, role) => vec![styled(cut(text, width), role)],
        SheetPart::CutRow(text, role) => vec![styled(cut(text, row_width), role)],
        SheetPart::Hanging(head, text) => hanging(head, text, width, paint),
        SheetPart::Cells(row) => vec![cells_of(row, paint)],
        SheetPart::Plot(plot, rows) => plots::lines(plot, (width, *rows), paint),
        SheetPart::Code(code, beside) => code_with(code, beside, width, paint),
        SheetPart::Bullet(text) => {
            let rows = wrap(text, row_width).into_iter().enumerate();
            let bullet = |row| if row == 0 { "· " } else { "  " };
            rows.map(|(row, text)| styled(format!("{}{text}", bullet(row)), &Role::Text)).collect()
        }
    }
}

/// Returns the lines of a code, with texts beside it; without colours, or where the code is too wide, the texts alone.
fn code_with(code: &PhoneCode, beside: &[(String, Role)], width: u16, paint: &Paint) -> Vec<Line<'static>> {
    let side = u16::try_from(code.side()).unwrap_or(u16::MAX).saturating_add(2);
    let drawn = paint.code().filter(|_| side.saturating_add(LEAST_BESIDE) <= width);
    let left = if drawn.is_some() { width - side } else { width };
    let texts = beside.iter().flat_map(|(text, role)| {
        let rows = if text.is_empty() { vec![String::new()] } else { wrap(text, left) };
        rows.into_iter().map(|row| Span::styled(row, paint.role(*role)))
    });
    let mut texts = texts.collect::<Vec<_>>().into_iter();
    let mut lines = Vec::new();
    for row in drawn
        .map(|style| (style, code.half_blocks()))
        .into_iter()
        .flat_map(|(style, rows)| rows.into_iter().map(move |row| Span::styled(row, style)))
    {
        lines.push(Line::from(
            [Some(row), Some(Span::raw("  ")), texts.next()].into_iter().flatten().collect::<Vec<_>>(),
        ));
    }
    lines.extend(texts.map(Line::from));
    lines
}

/// Returns a text behind a head. Where the head leaves too little room, the text stands below it.
fn hanging(head: &[(String, Role)], text: &str, width: u16, paint: &Paint) -> Vec<Line<'static>> {
    let indent = head.iter().map(|(part, _)| cells(part)).sum::<u16>();
    let mut spans: Vec<Span<'static>> =
        head.iter().map(|(part, role)| Span::styled(part.clone(), paint.role(*role))).collect();
    let mut lines = Vec::new();
    let fits = width >= indent.saturating_add(LEAST_BESIDE);
    let indent = if fits { indent } else { INDENT };
    if !fits {
        lines.push(Line::from(std::mem::take(&mut spans)));
    }
    for row in wrap(text, width.saturating_sub(indent)) {
        if spans.is_empty() {
            spans.push(Span::raw(" ".repeat(usize::from(indent))));
        }
        spans.push(Span::styled(row, paint.role(Role::Text)));
        lines.push(Line::from(std::mem::take(&mut spans)));
    }
    lines
}

/// The least number of columns for the texts beside a code or a head.
const LEAST_BESIDE: u16 = 20;

/// The indentation of a text that stands below its head.
const INDENT: u16 = 2;

/// Returns a line of cells with a space between them.
fn cells_of(row: &[SheetCell], paint: &Paint) -> Line<'static> {
    let mut spans = Vec::with_capacity(row.len() * 2);
    for cell in row {
        let text = cut(&cell.text, cell.width);
        let blank = usize::from(cell.width.saturating_sub(cells(&text)));
        spans.push(Span::styled(format!("{text}{:blank$}", ""), paint.role(cell.role)));
        spans.push(Span::styled(" ", paint.role(Role::Text)));
    }
    spans.pop();
    Line::from(spans)
}

/// Returns as many rows as fit, the selected one among them.
fn rows_around(rows: &[String], selected: usize, width: u16, room: usize, paint: &Paint) -> Vec<Line<'static>> {
    let first = first_row(selected, room);
    let shown = rows.iter().enumerate().skip(first).take(room);
    let role = |at| if at == selected { Role::Selected } else { Role::Text };
    shown.map(|(at, row)| Line::styled(cut(row, width), paint.role(role(at)))).collect()
}

/// Returns the index of the first row shown of a list.
const fn first_row(selected: usize, room: usize) -> usize {
    (selected + 1).saturating_sub(room)
}

/// Draws a box of this size near the bottom of the screen, with its title on the border; returns the area inside.
fn boxed(frame: &mut Frame<'_>, area: Rect, paint: &Paint, title: &str, width: u16, height: u16) -> Rect {
    let width = width.saturating_add(4).min(area.width);
    let height = height.saturating_add(2).min(area.height);
    let x = area.x + (area.width - width) / 2;
    let y = area.y + (area.height - height).saturating_sub(2);
    let place = Rect::new(x, y, width, height);
    let beside = if area.width - width <= SLIVERS { Rect { x: area.x, width: area.width, ..place } } else { place };
    let block = Block::bordered()
        .title(Line::styled(format!(" {} ", cut(title, width.saturating_sub(4))), paint.role(Role::Title)))
        .border_style(paint.role(Role::Border))
        .style(paint.role(Role::Text))
        .padding(Padding::horizontal(1));
    let inside = block.inner(place);
    buttons::answer(frame, Rect { x: place.x + 2, width: place.width.saturating_sub(3), height: 1, ..place }, title);
    frame.render_widget(Clear, beside);
    frame.render_widget(Block::new().style(paint.role(Role::Text)), beside);
    frame.render_widget(block, place);
    inside
}

/// The number of columns left of a box and right of it, together, in which single letters of the screen below would show
/// and mean nothing.
const SLIVERS: u16 = 8;
