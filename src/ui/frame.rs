use ratatui::Frame;
use ratatui::layout::Rect;

use super::sweep::sweep;
use super::{Paint, alarm, home, map, mirror, popup, replay, run};
use crate::app::{Model, Screen};
use crate::theme::Role;

/// Draws the whole screen from the model.
pub fn draw(model: &Model, paint: &Paint, frame: &mut Frame<'_>) {
    draw_whole(model, paint, frame);
    sweep(frame.buffer_mut());
}

/// Returns the number of the line said that is drawn at a cell: column, row; `None` where there is none.
pub fn line_at(model: &Model, cell: (u16, u16)) -> Option<u64> {
    let screen = Rect::new(0, 0, model.size.0, model.size.1);
    let area = alarm::area_above(screen, model);
    let shown = model.screen == Screen::Run && model.popup.is_none() && model.covered().is_none();
    let open = model.run.as_ref().filter(|_| shown)?;
    run::line_at(area, model, open, cell)
}

fn draw_whole(model: &Model, paint: &Paint, frame: &mut Frame<'_>) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, paint.role(Role::Text));
    let area = alarm::draw(frame, area, paint, model);
    if let Some(covered) = model.covered() {
        return run::curtain(frame, area, paint, model, covered);
    }
    match (model.screen, &model.run) {
        (Screen::Run, Some(open)) => run::draw(frame, area, paint, model, open),
        (Screen::Map, _) => map::draw(frame, area, paint, model),
        (Screen::Assess, _) => mirror::draw(frame, area, paint, model),
        (Screen::Replay, _) if model.replay.is_some() => {
            model.replay.iter().for_each(|view| replay::draw(frame, area, paint, model, view));
        }
        _ => home::draw(frame, area, paint, model),
    }
    if let Some(sheet) = model.popup.as_ref().and_then(|popup| popup.sheet(model)) {
        let sheet = sheet.with_own_keys(model);
        popup::draw(frame, area, paint, &sheet);
    }
}
