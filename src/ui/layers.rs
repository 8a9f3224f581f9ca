//! What can lie over a screen: small boxes that leave the prompt in sight.

mod agenda;
mod findings;
mod help;
mod kinds;
mod leave;
mod list;
mod palette;
mod round;
mod search;
mod setup;
mod tray;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, Clear, Padding, Paragraph};

use super::Paint;
use crate::app::{Layer, Model};
use crate::theme::Role;

/// Draws a layer over the screen.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, layer: &Layer) {
    match layer {
        Layer::Help { scroll } => help::draw(frame, area, paint, model, *scroll),
        Layer::Palette(palette) => palette::draw(frame, area, paint, model, palette),
        Layer::Agenda(view) => agenda::draw(frame, area, paint, model, view),
        Layer::Time { selected } => list::time(frame, area, paint, model, *selected),
        Layer::Collect { way, awaited } => round::collect(frame, area, paint, *way, awaited),
        Layer::Held(queue) => round::held(frame, area, paint, model, queue),
        Layer::RoomViews { selected } => list::room_views(frame, area, paint, model, *selected),
        Layer::Questions { selected } => list::questions(frame, area, paint, model, *selected),
        Layer::Findings(view) => findings::draw(frame, area, paint, model, view),
        Layer::Tray(tray) => tray::draw(frame, area, paint, model, tray),
        Layer::Strike { selected, sure } => list::strike(frame, area, paint, model, *selected, *sure),
        Layer::Speakers { last_line, selected } => list::speakers(frame, area, paint, model, *last_line, *selected),
        Layer::Kinds { things, selected } => kinds::draw(frame, area, paint, things, *selected),
        Layer::Pasted(lines) => list::pasted(frame, area, paint, model, lines),
        Layer::Setup(setup) => setup::draw(frame, area, paint, model, setup),
        Layer::Search(asked) => search::draw(frame, area, paint, asked),
        Layer::Changes(changes) => search::changes(frame, area, paint, changes),
        Layer::Stray { sure } => round::stray(frame, area, paint, model, *sure),
        Layer::Saving(after) => leave::saving(frame, area, paint, model, *after),
        Layer::End => leave::end(frame, area, paint),
        Layer::Leave => leave::leave(frame, area, paint, model),
    }
}

/// A box of this size near the bottom of the screen, its title on the border; returns the room inside.
fn boxed(frame: &mut Frame<'_>, area: Rect, paint: &Paint, title: &str, width: u16, height: u16) -> Rect {
    let width = width.saturating_add(4).min(area.width);
    let height = height.saturating_add(2).min(area.height);
    let x = area.x + (area.width - width) / 2;
    let y = area.y + (area.height - height).saturating_sub(2);
    let place = Rect::new(x, y, width, height);
    let block = Block::bordered()
        .title(Line::styled(format!(" {title} "), paint.role(Role::Title)))
        .border_style(paint.role(Role::Quiet))
        .style(paint.role(Role::Text))
        .padding(Padding::horizontal(1));
    let inside = block.inner(place);
    frame.render_widget(Clear, place);
    frame.render_widget(block, place);
    inside
}

/// A box that holds lines.
fn lines_boxed(frame: &mut Frame<'_>, area: Rect, paint: &Paint, title: &str, lines: Vec<Line<'_>>) {
    let width = lines.iter().map(Line::width).max().unwrap_or(0).max(title.len() + 2);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let inside = boxed(frame, area, paint, title, u16::try_from(width).unwrap_or(u16::MAX), height);
    frame.render_widget(Paragraph::new(lines), inside);
}
