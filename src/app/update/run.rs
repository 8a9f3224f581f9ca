use crate::app::coach::Coach;
use crate::app::key::{Code, Key};
use crate::app::layer::Layer;
use crate::app::model::{Model, Screen, Tone};
use crate::app::msg::{Effect, OpenSession};
use crate::app::recording::Recording;
use crate::app::run::{Run, Todo};
use crate::exercise::one_name;
use crate::record::{Fact, Hidden, View};

use super::settle::{settle, unsettle};
use super::{commands, record};

/// Shows a session that was opened; a line that waits in the entry line is its first.
pub(super) fn opened(model: &mut Model, open: OpenSession) -> Vec<Effect> {
    let (writable, faults, hidden) = (open.writable, open.faults.clone(), open.hidden.clone());
    let new = open.session.events().iter().all(|event| !event.is_line());
    let first_line = model.entry.text().trim().to_owned();
    let mut run = Run::new(Recording::new(open, &model.catalogue), writable);
    let mut todo = Vec::new();
    if writable && !new {
        todo.push(Todo::Act(vec![Fact::Resumed { who: None }]));
    }
    if run.recording.step().is_none() {
        let first = run.recording.agenda().after(None).map(Recording::entering);
        todo.extend(first.map(|fact| Todo::Act(vec![fact])));
    }
    if new && !first_line.is_empty() && model.screen == Screen::Home {
        run.coach = Some(Coach::new(first_line.clone()));
        todo.push(Todo::Line { text: format!("!{}", one_name(&first_line)), from_entry: true });
    }
    // A round that was on when the program ended is on again, with nothing shown of it.
    let session = run.recording.session();
    if let Some(collecting) = session.collecting().filter(|_| writable) {
        let step = session.place().map(|place| place.step.clone());
        run.round = Some(hidden.unwrap_or_else(|| Hidden::new(step, collecting)));
    }
    run.curtain = *session.view() == View::Curtain;
    run.refresh(&model.catalogue);
    run.share(model.settings.one_window, &model.catalogue, model.now);
    model.run = Some(run);
    model.replay = None;
    model.screen = Screen::Run;
    model.layer = None;
    unsettle(model);
    tell_faults(model, &faults);
    if writable { record::queue(model, todo) } else { Vec::new() }
}

/// Says what is wrong with the file of a session, if anything is.
pub(super) fn tell_faults(model: &mut Model, faults: &[String]) {
    match faults {
        [] => {}
        [fault] => model.tell(Tone::Alarm, format!("{fault} Everything else was read.")),
        [fault, more @ ..] => model.tell(Tone::Alarm, format!("{fault} And {} more; see adjacent check.", more.len())),
    }
}

/// A key on the run screen that is no command: it belongs to the entry line.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    match key.code {
        Code::Enter => return submit(model),
        Code::Tab => complete(model),
        Code::Esc => put_away(model),
        Code::Up if model.entry.is_empty() => commands::fix_last(model),
        Code::Up => choose_candidate(model, false),
        Code::Down => choose_candidate(model, true),
        Code::Char(digit @ '0'..='9') if key.alt => commands::seat(model, digit),
        _ => {
            let (before, cursor) = (model.entry.text().chars().count(), model.entry.cursor());
            if model.entry.press(key)
                && (before, cursor) == (model.entry.text().chars().count(), model.entry.cursor())
                && key.typed().is_some()
            {
                model.tell(Tone::Alarm, "The line is full; Enter reads it.");
            }
            unsettle(model);
        }
    }
    Vec::new()
}

fn choose_candidate(model: &mut Model, down: bool) {
    let Some(run) = &mut model.run else { return };
    let last = run.candidates.len().saturating_sub(1);
    run.candidate = if down { (run.candidate + 1).min(last) } else { run.candidate.saturating_sub(1) };
}

fn complete(model: &mut Model) {
    settle(model);
    let Some(run) = &model.run else { return };
    let Some(candidate) = run.candidates.get(run.candidate) else { return };
    let (fragment, insert) = (run.fragment, candidate.insert.clone());
    model.entry.replace_before_cursor(fragment, &insert);
    unsettle(model);
}

fn put_away(model: &mut Model) {
    let Some(run) = &mut model.run else { return };
    let unread: Vec<String> = run.todo.drain(..).filter_map(record::line_of).collect();
    if !unread.is_empty() {
        model.layer = Some(Layer::Pasted(unread));
        return;
    }
    if run.fixing.take().is_some() {
        model.entry.clear();
        model.tell(Tone::Plain, "The last line stays as it was.");
    } else if !run.candidates.is_empty() {
        run.candidates.clear();
        return;
    }
    unsettle(model);
}

/// Enter: the line becomes an event, or an empty line moves a newcomer on.
fn submit(model: &mut Model) -> Vec<Effect> {
    let text = model.entry.text().to_owned();
    let Some(run) = &mut model.run else { return Vec::new() };
    if text.trim().is_empty() {
        if run.coach.is_some() {
            return commands::leave_coach(model);
        }
        model.tell(Tone::Plain, "PgDn goes on to the next step, PgUp back; nothing goes on by itself.");
        return Vec::new();
    }
    if run.asked.frame.is_open_slip(&text) {
        model.tell(Tone::Plain, OPEN_SLIP);
        return Vec::new();
    }
    let line = Todo::Line { text, from_entry: true };
    match run.fixing {
        Some(seq) if run.recording.session().stands(seq) => {
            record::queue(model, [Todo::Act(vec![Fact::Retracted { seq }]), line])
        }
        _ => record::queue(model, [line]),
    }
}

/// Told when somebody's slip is about to become a line that everybody reads.
const OPEN_SLIP: &str = "That is somebody's slip: F6 first, then it is typed unnamed and only counted.";

/// The pasted lines are to be read, one after the other.
pub(super) fn read_pasted(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Pasted(lines)) = model.layer.take() else { return Vec::new() };
    let open = |line: &String| model.run.as_ref().is_some_and(|run| run.asked.frame.is_open_slip(line));
    if lines.iter().any(open) {
        model.tell(Tone::Plain, OPEN_SLIP);
        return Vec::new();
    }
    record::queue(model, lines.into_iter().map(|text| Todo::Line { text, from_entry: false }))
}
