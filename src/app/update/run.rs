use crate::app::coach::Coach;
use crate::app::home::Begun;
use crate::app::key::{Code, Key};
use crate::app::layer::{Layer, PastedLine};
use crate::app::model::{Model, Screen, Tone};
use crate::app::msg::{Effect, OpenSession};
use crate::app::own_notes::OwnNotes;
use crate::app::recording::Recording;
use crate::app::run::{Run, Todo, Unsaved};
use crate::exercise::one_name;
use crate::record::{Fact, Hidden, RoomView};

use super::settle::{settle, unsettle};
use super::{commands, record, round};

/// Shows a session that was opened; a line that waits in the entry line is its first.
pub(super) fn opened(model: &mut Model, open: OpenSession) -> Vec<Effect> {
    let (writable, created) = (open.writable, is_just_made(model, &open));
    let (faults, hidden, stray) = (open.faults.clone(), open.hidden.clone(), open.stray.clone());
    let own_notes = OwnNotes::of(open.own_notes.clone());
    let begun = model.begun.take().filter(|_| created);
    let mut run = Run::new(Recording::new(open, &model.catalogue), writable);
    run.own_notes = own_notes;
    let mut todo = Vec::new();
    let first = run.recording.agenda().after(None).map(Recording::entering);
    if created {
        todo.extend(first.filter(|_| run.recording.step().is_none()).map(|fact| Todo::Act(vec![fact])));
    } else if writable {
        // Looking at a session changes nothing in it; the first act does.
        run.resumes = run.recording.take_up_again().into();
    }
    if let Some(Begun::Line(line)) = begun {
        run.coach = Some(Coach::new(line.clone()));
        todo.push(Todo::Line { text: format!("!{}", one_name(&line)), from_entry: true });
    }
    // A round that was on when the program ended is on again, with nothing shown of it.
    let session = run.recording.session();
    if let Some(collecting) = session.collecting().filter(|_| writable) {
        let step = session.place().map(|place| place.step.clone());
        run.round = Some(hidden.unwrap_or_else(|| Hidden::new(step, collecting)));
    }
    run.stray = stray.filter(|_| writable);
    let asks = run.stray.is_some();
    run.curtain = *session.view() == RoomView::Curtain;
    run.refresh(&model.catalogue);
    run.share(model.settings.one_window, &model.catalogue, model.now);
    model.run = Some(run);
    model.replay = None;
    model.screen = Screen::Run;
    model.layer = asks.then_some(Layer::Stray { sure: false });
    unsettle(model);
    tell_faults(model, &faults);
    if writable { record::queue(model, todo) } else { Vec::new() }
}

/// Whether a session holds nothing but its opening, which was just now: it is not taken up again, it begins.
fn is_just_made(model: &Model, open: &OpenSession) -> bool {
    let session = &open.session;
    let age = model.now.as_second().saturating_sub(session.header().opened.as_second());
    open.writable && session.events().len() <= 1 && age < JUST_MADE
}

/// A session that holds nothing but its opening is new for so many seconds.
const JUST_MADE: i64 = 60;

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
            if key.typed().is_some() {
                record::set_aside(model);
            } else {
                record::changes_there(model);
            }
            let (before, cursor) = (model.entry.text().chars().count(), model.entry.cursor());
            if model.entry.press(key)
                && (before, cursor) == (model.entry.text().chars().count(), model.entry.cursor())
                && key.typed().is_some()
            {
                model.tell(Tone::Alarm, "The line is full; Enter reads it.");
            }
            record::forget_dropped(model);
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
    if record::show_waiting(model) {
        return;
    }
    if model.entry.is_empty() && round::take_up_again(model) {
        return;
    }
    let Some(run) = &mut model.run else { return };
    if let Some(unsaved) = run.unsaved.take_if(|unsaved| unsaved.key.is_some() || !unsaved.todo.is_empty()) {
        // Keys that did nothing were read about; what they were to do is dropped on purpose.
        let acts = !unsaved.todo.is_empty();
        run.unsaved = Some(Unsaved { in_entry: unsaved.in_entry, reason: unsaved.reason, ..Unsaved::default() });
        record::forget_dropped(model);
        if acts {
            model.tell(Tone::Plain, "What you did last was dropped: it is not saved.");
        }
        return;
    }
    if run.fixing.take().is_some() {
        model.entry.clear();
        record::forget_dropped(model);
        model.tell(Tone::Plain, "The last line stays as it was.");
    } else if !run.candidates.is_empty() {
        run.candidates.clear();
        return;
    }
    unsettle(model);
}

/// Enter: the line becomes an event, or an empty line moves a newcomer on. What could not be saved is tried again.
///
/// The line leaves the entry line at once: whatever is typed from now on belongs to the next one.
pub(super) fn submit(model: &mut Model) -> Vec<Effect> {
    if is_covered(model) {
        return Vec::new();
    }
    let text = model.entry.text().to_owned();
    let Some(run) = &mut model.run else { return Vec::new() };
    if text.trim().is_empty() && run.unsaved.as_ref().is_some_and(|unsaved| !unsaved.todo.is_empty()) {
        let again = record::retry(run, None);
        return record::queue(model, again);
    }
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
    if !run.writable {
        return record::queue(model, None);
    }
    let fixed = run.fixing.take().filter(|seq| run.recording.session().stands(*seq));
    let replaced = fixed.map(|seq| Todo::Act(vec![Fact::Retracted { seq }]));
    let typed = replaced.into_iter().chain([Todo::Line { text, from_entry: true }]);
    let todo = record::retry(run, typed);
    model.entry.clear();
    unsettle(model);
    record::queue(model, todo)
}

/// Whether an answer that nobody may see stands in the entry line while no round is on; says what can be done.
pub(super) fn is_covered(model: &mut Model) -> bool {
    let covered = model.run.as_ref().is_some_and(|run| run.covered) && !model.entry.is_empty();
    if covered {
        model.tell(Tone::Plain, "That was typed as an unnamed answer: F6 collects it, Ctrl-U drops it.");
    }
    covered
}

/// Told when somebody's slip is about to become a line that everybody reads.
const OPEN_SLIP: &str = "That is somebody's slip: F6 first, then it is typed unnamed and only counted.";

/// The pasted lines are to be read, one after the other.
pub(super) fn read_pasted(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Pasted(lines)) = model.layer.take() else { return Vec::new() };
    let open = |line: &PastedLine| model.run.as_ref().is_some_and(|run| run.asked.frame.is_open_slip(&line.text));
    if lines.iter().any(open) {
        model.tell(Tone::Plain, OPEN_SLIP);
        model.layer = Some(Layer::Pasted(lines));
        return Vec::new();
    }
    let Some(run) = model.run.as_mut().filter(|run| run.writable) else { return record::queue(model, None) };
    let todo = record::from_box(run, lines);
    record::queue(model, todo)
}
