use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::headline;
use crate::app::{Model, Run};
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::wrap;

/// For whoever holds the keyboard: what to say, what to ask next, when it is done, and what comes after.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let mode = run.recording.session().mode();
    let Some((exercise, step)) = run.recording.step().and_then(|step| model.catalogue.step(step, mode)) else { return };
    let mut lines = vec![headline("to say", paint)];
    let mut add = |text: &str, role: Role| {
        lines.extend(wrap(text, area.width).into_iter().map(|line| Line::styled(line, paint.role(role))));
    };
    add(exercise.say.of(mode), Role::Text);
    add("", Role::Text);
    add("typed like", Role::Quiet);
    add(&step.example, Role::Accent);
    add("", Role::Text);
    add("to ask", Role::Quiet);
    for probe in exercise.probes.of(mode) {
        add(probe, Role::Text);
    }
    add("", Role::Text);
    add("done when", Role::Quiet);
    add(&exercise.done_when, Role::Text);
    if let Some(next) = next_step(model, run) {
        add("", Role::Text);
        add(&format!("next: {next}"), Role::Quiet);
    }
    frame.render_widget(Paragraph::new(lines), area);
}

fn next_step(model: &Model, run: &Run) -> Option<String> {
    let stop = run.recording.agenda().after(run.recording.stop())?;
    Some(model.catalogue.step(&stop.step, run.recording.session().mode())?.1.title.clone())
}
