use super::fixing::Fixing;
use super::queue::queue;
use super::settle::unsettle;
use super::state::Run;
use super::todo::{Todo, Unsaved};
use crate::app::agenda::leave_coach;
use crate::app::door::Door;
use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::{CommandRow, Model};
use crate::app::poll;
use crate::app::said::go_to;
use crate::app::screen::{Screen, Tone};
use crate::record::{Fact, own_note};

/// The commands that park the typed text, and that begin a decision.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(250, "park", "put what is typed aside for later", &[Screen::Run], park).key(KeyPress::ctrl('l')),
    CommandRow::new(252, "decide", "decide X: guard, why (or proceed, wait, stop)", &[Screen::Run], decide),
];

/// Handles Enter: the line becomes an event; an empty line takes a newcomer to the next step. Unsaved input is tried
/// again. The line leaves the entry line at once, so that text typed from now on belongs to the next line.
pub(super) fn submit(model: &mut Model) -> Vec<Effect> {
    submit_as(model, None)
}

/// Handles Enter, or the key that records the line as one of the readings offered for it, by its index.
pub(in crate::app) fn submit_as(model: &mut Model, offer: Option<usize>) -> Vec<Effect> {
    if is_covered(model) {
        return Vec::new();
    }
    let text = model.entry.text().to_owned();
    if let Some(door) = Door::of(&text, &model.commands, model.screen) {
        unsettle(model);
        return door.open(model);
    }
    let open = model.run.as_ref().and_then(|run| run.recording.session().poll());
    let on_phones = open.map_or(0, |poll| model.phones.answers_to(poll));
    let Some(run) = &mut model.run else { return Vec::new() };
    if text.trim().is_empty() && run.saving.unsaved.as_ref().is_some_and(|unsaved| !unsaved.todo.is_empty()) {
        let again = retry(run, None);
        return queue(model, again);
    }
    if text.trim().is_empty() {
        if run.coach.is_some() {
            return leave_coach(model);
        }
        if let Some(facts) = run.recording.starting() {
            return queue(model, [Todo::Act(facts)]);
        }
        model.tell(Tone::Plain, "PgDn goes on to the next step, PgUp back; nothing goes on by itself.");
        return Vec::new();
    }
    if run.asked.frame.is_open_slip(&text) {
        model.tell(Tone::Plain, OPEN_SLIP);
        return Vec::new();
    }
    if !run.writable {
        return queue(model, None);
    }
    if run.fixed_line().is_none()
        && let Some(says) = poll::doubt(run, &text, on_phones)
    {
        model.tell(Tone::Plain, says);
        return Vec::new();
    }
    let fixed = run.typing.fixing.take().filter(|fixing| run.recording.session().stands(fixing.seq));
    if fixed.as_ref().is_some_and(|fixing| fixing.is_unchanged(&text) && offer.is_none()) {
        model.entry.clear();
        model.tell(Tone::Plain, "Nothing was changed: the line stays as it was.");
        back_to_list(model, fixed.as_deref());
        unsettle(model);
        return Vec::new();
    }
    let typed = typed(run, fixed.as_deref(), text, offer);
    let todo = retry(run, typed);
    model.entry.clear();
    back_to_list(model, fixed.as_deref());
    unsettle(model);
    queue(model, todo)
}

/// Gives the cursor back to the list, on the line that was chosen there to be fixed, so that Down goes on to the next.
fn back_to_list(model: &mut Model, fixed: Option<&Fixing>) {
    if let Some(fixing) = fixed.filter(|fixing| fixing.listed) {
        drop(go_to(model, fixing.seq));
    }
}

/// Returns what becomes of the typed text: a new line, or new words for an earlier one. Where these are a note for the
/// facilitator alone, the earlier line is taken back, so that nothing of the note is in the record.
fn typed(run: &Run, fixed: Option<&Fixing>, text: String, offer: Option<usize>) -> Vec<Todo> {
    match (fixed, offer) {
        (Some(fixing), _) if own_note(&text).is_some() => {
            let back = Fact::Retracted { seq: run.recording.session().version(fixing.seq) };
            vec![Todo::Act(vec![back]), Todo::Line { text, from_entry: true }]
        }
        (Some(fixing), offer) => vec![Todo::Mend(fixing.mending(text, offer))],
        (None, Some(offer)) => vec![Todo::LineAs { text, offer }],
        (None, None) => vec![Todo::Line { text, from_entry: true }],
    }
}

/// Returns all unsaved input in its order, with the line of the entry line at its place.
fn retry(run: &mut Run, typed: impl IntoIterator<Item = Todo>) -> Vec<Todo> {
    let Some(unsaved) = run.saving.unsaved.take() else { return typed.into_iter().collect() };
    let Unsaved { in_entry, todo, key, reason, .. } = unsaved;
    if key.is_some() {
        run.saving.unsaved = Some(Unsaved { reason, key, ..Unsaved::default() });
    }
    if in_entry { typed.into_iter().chain(todo).collect() } else { todo.into_iter().chain(typed).collect() }
}

/// Whether the entry line holds an answer that nobody may see although no round is on; if so, shows what can be done.
fn is_covered(model: &mut Model) -> bool {
    let covered = model.run.as_ref().is_some_and(|run| run.typing.covered) && !model.entry.is_empty();
    if covered {
        model.tell(Tone::Plain, "That was typed as an unnamed answer: F6 collects it, Ctrl-U drops it.");
    }
    covered
}

/// The notice about a slip that would become a line which everybody reads.
pub(super) const OPEN_SLIP: &str = "That is somebody's slip: F6 first, then it is typed unnamed and only counted.";

/// Begins a decision in the entry line, and says how it goes on: whoever looks for a command finds the line.
fn decide(model: &mut Model) -> Vec<Effect> {
    if model.entry.is_empty() {
        model.entry.set("decide ");
        unsettle(model);
    }
    model.tell(Tone::Plain, "decide bot: guard, keep the codes (or proceed, wait, stop, will not)");
    Vec::new()
}

fn park(model: &mut Model) -> Vec<Effect> {
    if is_covered(model) {
        return Vec::new();
    }
    let text = model.entry.text().trim().to_owned();
    if text.is_empty() {
        model.entry.set("park ");
        unsettle(model);
        return Vec::new();
    }
    if own_note(&text).is_none() {
        model.entry.set(&format!("park {text}"));
    }
    submit(model)
}
