use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::{Model, Picture, PointerTarget, Scrolled};
use crate::layout::{ArrowMark, Cell, DrawnBox, Glyph, Point};
use crate::record::english::counted;
use crate::theme::Role;
use crate::ui::canvas_row::canvas_row;
use crate::ui::words::{cut, wrap};
use crate::ui::{Frame, Paint};

/// The width of the legend of numbered boxes.
const LEGEND: u16 = 30;

/// What arrows in dots mean.
const FROM_A_FILE: &str = "··· from a file";

/// Draws boxes and arrows; the selected box stays visible, and its arrows are highlighted.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let Some(picture) = &model.map.scene.picture else {
        let lines = instead(model).into_iter().flat_map(|says| wrap(&says, area.width));
        let lines = lines.map(|line| Line::styled(line, paint.role(Role::Quiet)));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
        return;
    };
    if picture.drawing.boxes.is_empty() {
        frame.render_widget(
            Line::styled("Nothing to draw here; + takes in one step more.", paint.role(Role::Quiet)),
            area,
        );
        return;
    }
    let [area, marks] =
        Layout::vertical([Constraint::Fill(1), Constraint::Length(picture.shows_imported.into())]).areas(area);
    frame.render_widget(Line::styled(cut(FROM_A_FILE, marks.width), paint.role(Role::Quiet)), marks);
    let legend = if picture.legend.is_empty() { 0 } else { LEGEND.min(area.width / 3) };
    let [canvas, beside] = Layout::horizontal([Constraint::Fill(1), Constraint::Length(legend)]).areas(area);
    let cursor = model.map.drawn.cursor.as_deref();
    let selected = picture.drawing.boxes.iter().position(|frame| Some(frame.id.as_str()) == cursor);
    let corner = corner(picture, selected, (canvas.width, canvas.height), model.map.drawn.panned);
    answer(frame, canvas, picture, corner);
    let lines = (0..canvas.height).map(|row| {
        let from = (corner.x, corner.y + usize::from(row));
        canvas_row(&picture.canvas, from, canvas.width, &[], |cell, at, _| {
            paint.role(role(picture, selected, cell, at))
        })
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), canvas);
    let rows = picture.legend.iter().take(usize::from(beside.height));
    let rows = rows.map(|(number, label)| {
        Line::styled(cut(&format!(" {number:>3} {label}"), beside.width), paint.role(Role::Quiet))
    });
    frame.render_widget(Paragraph::new(rows.collect::<Vec<_>>()), beside);
}

/// Notes the boxes that are visible, which answer to the mouse.
fn answer(frame: &mut Frame<'_>, canvas: Rect, picture: &Picture, corner: Point) {
    frame.scrolls(canvas, Scrolled::Picture);
    let visible = |from: usize, length: usize, corner: usize, room: u16| {
        let (start, end) = (from.max(corner), (from + length).min(corner + usize::from(room)));
        let cells = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        (start < end).then(|| (cells(start - corner), cells(end - start)))
    };
    for drawn_box in &picture.drawing.boxes {
        let across = visible(drawn_box.corner.x, drawn_box.width, corner.x, canvas.width);
        let down = visible(drawn_box.corner.y, drawn_box.height, corner.y, canvas.height);
        if let (Some((x, width)), Some((y, height))) = (across, down) {
            let place = Rect { x: canvas.x + x, y: canvas.y + y, width, height };
            frame.answers(place, PointerTarget::MapBox(drawn_box.id.clone()));
        }
    }
}

/// Returns the sentences that stand in the place of a picture.
fn instead(model: &Model) -> Vec<String> {
    let Some((things, arrows)) = model.map.drawn.too_many else {
        return vec!["The map is being drawn.".to_owned()];
    };
    let (things, arrows) = (counted(things, "thing", "things"), counted(arrows, "arrow", "arrows"));
    vec![
        format!("{things} and {arrows} are too many to draw."),
        "One step less, a filter, or one box for a team makes the picture small enough.".to_owned(),
    ]
}

/// Returns the upper left cell of the visible part: the origin if the picture fits, otherwise a cell that puts the
/// selected box in the middle.
fn corner(picture: &Picture, selected: Option<usize>, (width, height): (u16, u16), panned: (i32, i32)) -> Point {
    let frame = selected.and_then(|at| picture.drawing.boxes.get(at));
    let middle = frame.map_or(Point { x: 0, y: 0 }, |frame| Point {
        x: frame.corner.x + frame.width / 2,
        y: frame.corner.y + frame.height / 2,
    });
    let start = |middle: usize, all: usize, room: u16, panned: i32| {
        let room = usize::from(room);
        let last = all.saturating_sub(room);
        let start = middle.saturating_sub(room / 2).min(last);
        start.saturating_add_signed(panned as isize).min(last)
    };
    Point {
        x: start(middle.x, picture.canvas.width(), width, panned.0),
        y: start(middle.y, picture.canvas.height(), height, panned.1),
    }
}

fn role(picture: &Picture, selected: Option<usize>, cell: Cell, at: (usize, usize)) -> Role {
    if let Glyph::Mark(mark) = cell.glyph {
        return match mark {
            ArrowMark::More => Role::More,
            ArrowMark::Less => Role::Less,
            ArrowMark::Open => Role::Amber,
            ArrowMark::Bare | ArrowMark::Many(_) => Role::Text,
        };
    }
    let place = |number: u32| usize::try_from(number).ok();
    if let Some(path) = cell.path.and_then(place).and_then(|at| picture.drawing.paths.get(at)) {
        let lit = selected.is_some_and(|selected| path.from == selected || path.to == selected);
        return if lit { Role::Accent } else { Role::Quiet };
    }
    match cell.drawn_box.and_then(place) {
        Some(frame) if Some(frame) == selected => Role::Accent,
        Some(frame) if picture.drawing.boxes.get(frame).is_some_and(|frame| is_label(frame, at)) => Role::Text,
        _ => Role::Quiet,
    }
}

/// Whether a cell lies inside a box rather than on its border.
const fn is_label(frame: &DrawnBox, (x, y): (usize, usize)) -> bool {
    x > frame.corner.x
        && x + 1 < frame.corner.x + frame.width
        && y > frame.corner.y
        && y + 1 < frame.corner.y + frame.height
}
