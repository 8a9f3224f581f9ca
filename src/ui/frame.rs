use super::sweep::sweep;
use super::{Frame, Paint, Regions, alarm, home, map, mirror, popup, replay, run, surface, tour};
use crate::app::{Model, Screen};
use crate::theme::Role;

/// Draws the whole screen from the model.
pub fn draw(model: &Model, paint: &Paint, frame: &mut ratatui::Frame<'_>) {
    drop(draw_with_regions(model, paint, frame));
}

/// Draws the whole screen from the model; returns the regions of it that answer to the mouse.
pub fn draw_with_regions(model: &Model, paint: &Paint, frame: &mut ratatui::Frame<'_>) -> Regions {
    surface::on(frame, |frame| {
        draw_whole(model, paint, frame);
        sweep(frame.buffer_mut());
    })
}

fn draw_whole(model: &Model, paint: &Paint, frame: &mut Frame<'_>) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, paint.role(Role::Text));
    let area = tour::draw(frame, area, paint, model);
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
        frame.takes_the_pointer();
        let sheet = sheet.with_own_keys(model);
        popup::draw(frame, area, paint, &sheet);
    }
}
