//! The drawn map, below the question: boxes that can be read from the last row, and what is left out.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::headline::Headline;
use super::prose::shortened;
use crate::app::room::{Room, RoomPicture, RoomWindow, SignWord, WorkedContent};
use crate::layout::{ArrowMark, Cell, DrawnBox, Glyph};
use crate::theme::Role;
use crate::ui::canvas_row::canvas_row;
use crate::ui::words::cells;
use crate::ui::{Frame, Paint};

/// Draws the question, the map, and how much of the map it is.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, window: &RoomWindow, room: &Room) {
    let [top, body, count] =
        Layout::vertical([Constraint::Length(window.rows_for_question()), Constraint::Fill(1), Constraint::Length(1)])
            .areas(area);
    let question = room.prompt().unwrap_or_else(|| room.title());
    Headline::fit(question, top.width, top.height).draw(frame, top, paint);
    let Some(WorkedContent::Picture(picture)) = window.worked() else { return };
    if picture.drawing.boxes.is_empty() {
        return super::lines::plain(frame, body, paint.role(Role::Text), NOTHING);
    }
    boxes(frame, body, paint, window, picture);
    frame.render_widget(counted(picture, count.width, paint), count);
}

/// What is shown where the map holds nothing that could be drawn.
const NOTHING: &str = "Nothing is on the map yet: what changes what?";

fn boxes(frame: &mut Frame<'_>, area: Rect, paint: &Paint, window: &RoomWindow, picture: &RoomPicture) {
    let cells = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    let (left, top) = (cells(picture.corner.0).min(area.width), cells(picture.corner.1).min(area.height));
    let area = Rect { x: area.x + left, y: area.y + top, width: area.width - left, height: area.height - top };
    let look = PictureLook { picture, paint, lit: window.is_lit() };
    let rows = (0..usize::from(area.height)).map(|y| {
        canvas_row(&picture.canvas, (0, y), area.width, &picture.signs, |cell, at, word| look.style(cell, at, word))
    });
    frame.render_widget(Paragraph::new(rows.collect::<Vec<_>>()), area);
}

/// How the cells of a picture look.
struct PictureLook<'a> {
    picture: &'a RoomPicture,
    paint: &'a Paint,
    /// Whether what is new stands out.
    lit: bool,
}

impl PictureLook<'_> {
    fn style(&self, cell: Cell, at: (usize, usize), word: Option<&SignWord>) -> Style {
        self.paint.role(self.role(cell, at, word))
    }

    fn role(&self, cell: Cell, at: (usize, usize), word: Option<&SignWord>) -> Role {
        match (word.map(|word| word.word), cell.glyph) {
            (Some(word), _) if !matches!(word, "more" | "less") => return Role::Text,
            (Some("less"), _) | (None, Glyph::Mark(ArrowMark::Less)) => return Role::Less,
            (Some(_), _) | (None, Glyph::Mark(ArrowMark::More)) => return Role::More,
            (None, Glyph::Mark(ArrowMark::Open)) => return Role::Amber,
            _ => {}
        }
        let place = |number: u32| usize::try_from(number).ok();
        let is_fresh = |fresh: &[usize], at: usize| self.lit && fresh.contains(&at);
        if let Some(path) = cell.path.and_then(place) {
            return if is_fresh(&self.picture.fresh_arrows, path) { Role::Accent } else { Role::Text };
        }
        let Some(drawn) = cell.drawn_box.and_then(place) else { return Role::Text };
        let about = self.picture.about.contains(&drawn);
        let label = self.picture.drawing.boxes.get(drawn).is_some_and(|frame| is_label(frame, at));
        match (is_fresh(&self.picture.fresh_boxes, drawn), about, label) {
            (true, ..) => Role::Selected,
            (false, true, true) => Role::Title,
            (false, true, false) => Role::Accent,
            (false, false, _) => Role::Text,
        }
    }
}

/// Whether a cell lies inside a box rather than on its border.
const fn is_label(frame: &DrawnBox, (x, y): (usize, usize)) -> bool {
    x > frame.corner.x
        && x + 1 < frame.corner.x + frame.width
        && y > frame.corner.y
        && y + 1 < frame.corner.y + frame.height
}

/// The maximum width of the label of the thing at which a part of the map begins.
const AROUND: u16 = 24;

/// Returns how many arrows are shown, what the signs mean, and what is left out.
fn counted<'a>(picture: &RoomPicture, width: u16, paint: &Paint) -> Line<'a> {
    let (shown, all) = picture.arrows;
    let count = if shown == all { format!("all {all} arrows shown") } else { format!("{shown} of {all} arrows shown") };
    let text = paint.role(Role::Text);
    let part = picture.part.as_ref();
    let part = part.map(|part| {
        format!("part {} of {}: around {}   ", part.number, part.of, shortened(&part.around, AROUND, 1).concat())
    });
    let mut spans = vec![Span::styled(format!("{}{count}   ", part.unwrap_or_default()), text)];
    let marks = |mark| picture.drawing.paths.iter().any(|path| path.mark == mark);
    for (mark, sign, word, role) in [
        (ArrowMark::More, "+", " more  ", Role::More),
        (ArrowMark::Less, "-", " less  ", Role::Less),
        (ArrowMark::Open, "?", " open  ", Role::Amber),
    ] {
        if marks(mark) {
            spans.extend([Span::styled(sign, paint.role(role)), Span::styled(word, text)]);
        }
    }
    if picture.shows_imported() {
        spans.push(Span::styled("··· from a file  ", text));
    }
    let used: u16 = spans.iter().map(|span| cells(&span.content)).sum();
    let left_out = left_out(&picture.left_out, width.saturating_sub(used));
    spans.extend(left_out.map(|says| Span::styled(says, text)));
    Line::from(spans)
}

/// Returns what is left out: by name as far as there is room, and how many more things there are.
fn left_out(names: &[String], width: u16) -> Option<String> {
    let says = |named: usize| {
        let more = names.len() - named;
        let mut parts: Vec<String> = names.iter().take(named).cloned().collect();
        parts.extend((more > 0).then(|| match (named, more) {
            (0, 1) => "1 thing".to_owned(),
            (0, more) => format!("{more} things"),
            (_, more) => format!("{more} more"),
        }));
        format!("not shown: {}", parts.join(", "))
    };
    let fitting = (0..=names.len().min(3)).rev().map(says).find(|says| cells(says) <= width);
    fitting.filter(|_| !names.is_empty()).map(|says| shortened(&says, width, 1).concat())
}
