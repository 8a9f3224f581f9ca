use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::header::pace_in_words;
use super::headline;
use crate::app::{Model, Run};
use crate::record::Mode;
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::wrap;

/// For whoever holds the keyboard: what to say, what to ask next, when it is done, and what comes after.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let mode = run.recording.session().mode();
    let Some((exercise, step)) = run.recording.step().and_then(|step| model.catalogue.step(step, mode)) else { return };
    let mut lines = Vec::new();
    lines.extend(private(model, run, area.width, paint));
    lines.push(headline("to say", paint));
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
    for (words, count, least) in &run.guidance.goals {
        let mark = if *count >= usize::from(*least) { "✓" } else { "·" };
        add(&format!("{mark} {count} of {least} {words}"), Role::Text);
    }
    if !exercise.helps.is_empty() {
        add("", Role::Text);
        add(&format!("if it fails: {} {}", exercise.fails_when, exercise.helps), Role::Quiet);
    }
    frame.render_widget(Paragraph::new(lines), area);
}

/// What nobody but whoever holds the keyboard should read: the time, what to point out, who has not been heard.
fn private<'a>(model: &Model, run: &Run, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let guidance = &run.guidance;
    let mut says: Vec<(String, Role)> = Vec::new();
    if run.recording.session().mode() == Mode::Live {
        says.extend(pace_in_words(model, run).map(|pace| (pace, Role::Text)));
    }
    says.extend(next_step(model, run).map(|next| (format!("next: {next}"), Role::Quiet)));
    says.extend(guidance.overrun().map(|over| (over, Role::Amber)));
    says.extend(guidance.nudges.iter().map(|nudge| (nudge.clone(), Role::Amber)));
    if let Some(unit) = guidance.unheard.first() {
        says.push((format!("not heard yet in this exercise: {unit}"), Role::Text));
    }
    if guidance.unsorted > 0 {
        says.push((format!("{} things of no sort yet (Ctrl-K sorts the last)", guidance.unsorted), Role::Quiet));
    }
    let lines = says.into_iter().flat_map(|(text, role)| wrap(&text, width).into_iter().map(move |line| (line, role)));
    let mut lines: Vec<Line<'a>> = lines.map(|(line, role)| Line::styled(line, paint.role(role))).collect();
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    lines
}

fn next_step(model: &Model, run: &Run) -> Option<String> {
    let stop = run.recording.agenda().after(run.recording.stop())?;
    let mode = run.recording.session().mode();
    let (exercise, step) = model.catalogue.step(&stop.step, mode)?;
    let here = run.recording.step().is_some_and(|here| here.exercise == exercise.id);
    Some(if here { step.title.clone() } else { format!("{}: {}", exercise.title, step.title) })
}
