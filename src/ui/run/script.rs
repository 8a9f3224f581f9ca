use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::{Model, Run, pace_in_words};
use crate::exercise::{Exercise, Step};
use crate::record::Mode;
use crate::record::text::clean;
use crate::theme::Role;
use crate::ui::words::wrap;
use crate::ui::{Frame, Paint};

/// The minimum width for the script beside the state of the session.
const SIDE_BY_SIDE: u16 = 70;

/// The minimum height for more than one question.
const ALL_QUESTIONS: u16 = 30;

/// Draws the facilitator's panel: the state of the session, what comes next, what to say and what to ask.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let mode = run.recording.session().mode();
    let Some((exercise, step)) = run.recording.step().and_then(|step| model.catalogue.step(step, mode)) else {
        let lines = private(model, run, (area.width, area.height), paint);
        return frame.render_lines(lines, area);
    };
    if area.width < SIDE_BY_SIDE {
        let mut lines = private(model, run, (area.width, area.height), paint);
        lines.extend(words(exercise, step, mode, area.width, paint));
        lines.push(Line::default());
        lines.extend(done(exercise, run, area.width, paint));
        frame.render_lines(lines, area);
        return;
    }
    let [left, right] = Layout::horizontal([Constraint::Fill(1), Constraint::Fill(1)]).spacing(2).areas(area);
    let mut lines = private(model, run, (left.width, left.height), paint);
    lines.extend(done(exercise, run, left.width, paint));
    frame.render_lines(lines, left);
    frame.render_widget(Paragraph::new(words(exercise, step, mode, right.width, paint)), right);
}

/// Wraps texts into lines, each in its style.
fn told<'a>(texts: &[(Role, &str)], width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let lines = texts.iter().flat_map(|(role, text)| wrap(text, width).into_iter().map(|line| (*role, line)));
    lines.map(|(role, line)| Line::styled(line, paint.role(role))).collect()
}

/// Returns what to say, how answers are typed, and what to ask.
fn words<'a>(exercise: &Exercise, step: &Step, mode: Mode, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let mut texts = vec![
        (Role::Quiet, "to say"),
        (Role::Text, exercise.say.of(mode).as_str()),
        (Role::Quiet, "typed like"),
        (Role::Accent, step.example.as_str()),
        (Role::Quiet, "to ask"),
    ];
    texts.extend(exercise.probes.of(mode).iter().map(|probe| (Role::Text, probe.as_str())));
    told(&texts, width, paint)
}

/// Returns when the step is done, as far as that can be counted, and what helps if the step fails.
fn done<'a>(exercise: &Exercise, run: &Run, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let goals: Vec<String> = run
        .worked_out
        .guidance
        .goals
        .iter()
        .map(|(words, count, least)| {
            let mark = if *count >= usize::from(*least) { "✓" } else { "·" };
            format!("{mark} {count} of {least} {words}")
        })
        .collect();
    let fails = format!("{} {}", exercise.fails_when, exercise.helps);
    let mut texts = vec![(Role::Quiet, "done when"), (Role::Text, exercise.done_when.as_str())];
    texts.extend(goals.iter().map(|goal| (Role::Text, goal.as_str())));
    texts.extend([(Role::Quiet, "it fails when"), (Role::Text, fails.as_str())]);
    told(&texts, width, paint)
}

/// Returns the lines for the facilitator alone: the time, hints, and the units not heard yet.
fn private<'a>(model: &Model, run: &Run, (width, height): (u16, u16), paint: &Paint) -> Vec<Line<'a>> {
    let tall = height >= ALL_QUESTIONS;
    let guidance = &run.worked_out.guidance;
    let mut says: Vec<(String, Role)> = Vec::new();
    if run.recording.session().mode() == Mode::Live {
        says.extend(pace_in_words(model, run).map(|pace| (pace, Role::Text)));
    }
    says.extend(next_step(model, run).map(|next| (format!("next: {next}"), Role::Quiet)));
    says.extend(guidance.overrun(run.worked_out.let_go).map(|over| (over, Role::Amber)));
    says.extend(guidance.nudges.iter().map(|nudge| (nudge.clone(), Role::Amber)));
    if let Some(unit) = guidance.unheard.first() {
        says.push((format!("not heard yet in this exercise: {unit}"), Role::Text));
    }
    let shown = if tall { guidance.questions.len() } else { 1 };
    for question in guidance.questions.iter().take(shown) {
        says.push((format!("{} {}", model.with_own_keys("ask next (Ctrl-N):"), question.ask), Role::Accent));
        says.push((question.because.clone(), Role::Quiet));
    }
    if let Some(heaviest) = guidance.shows.first() {
        says.push(("shows now, before you go on (/findings):".to_owned(), Role::Quiet));
        let told = if tall { guidance.shows.as_slice() } else { std::slice::from_ref(heaviest) };
        says.extend(told.iter().map(|shown| (shown.clone(), Role::Text)));
    }
    if !model.is_shared() {
        let shown = if tall { 5 } else { 1 };
        says.extend(run.own_notes.latest(shown).map(|note| (format!("yours alone: {}", clean(note)), Role::Quiet)));
    }
    if guidance.unsorted > 0 {
        let sorts = model.with_own_keys("(Ctrl-K sorts the last)");
        says.push((format!("of no sort yet: {} {sorts}", guidance.unsorted), Role::Quiet));
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
    let (exercise, next) = model.catalogue.step(&stop.step, mode)?;
    let here = run.recording.step().is_some_and(|here| here.exercise == exercise.id);
    Some(if here { next.title.clone() } else { format!("{}: {}", exercise.title, next.title) })
}
