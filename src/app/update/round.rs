//! Answers without names: collected where nobody sees them, looked through, and shown together.

mod queue;
mod reveal;
mod stray;

pub(super) use queue::held;
pub(super) use stray::press as stray_key;

use crate::app::command::Command;
use crate::app::key::{Code, Key};
use crate::app::layer::{Layer, Queue};
use crate::app::model::{Model, Screen, Tone};
use crate::app::msg::Effect;
use crate::app::run::{Run, Todo};
use crate::assess::{Slip, Versions};
use crate::record::{CollectBy, Collecting, Event, Fact, Hidden, own_note};

use super::{leave, record};

/// Above so many people slips go faster than passing the keyboard.
const PASSING_UP_TO: usize = 4;

/// From how many on what is collected may be shown: slips that are only counted need five, whatever was chosen.
fn least(model: &Model) -> u16 {
    if only_counts(model) { model.settings.shown_from.max(SLIPS) } else { model.settings.shown_from }
}

/// Whether what is collected here is only counted, and never shown one by one.
pub fn only_counts(model: &Model) -> bool {
    model.run.as_ref().is_some_and(|run| run.asked.frame.only_counts_slips())
}

/// Whether slips were counted at this step before, taken back since or not.
fn counted_before(run: &Run) -> bool {
    let counts = |event: &&Event| event.facts.iter().any(|fact| matches!(fact, Fact::Voted { .. }));
    let counted = run.recording.session().events().iter().filter(counts);
    counted.into_iter().any(|event| event.step.as_ref() == run.recording.step())
}

/// Fewer slips could be told apart by who is in the room.
const SLIPS: u16 = 5;

/// Begins a round, or goes on to showing what one has collected.
pub(super) fn unnamed(model: &mut Model) -> Vec<Effect> {
    let least = usize::from(least(model));
    let Some(run) = &model.run else { return Vec::new() };
    let Some(round) = &run.round else {
        if run.collects().is_some() || run.is_closing() {
            return Vec::new();
        }
        if run.stray.is_some() {
            model.layer = Some(Layer::Stray { sure: false });
            return Vec::new();
        }
        let slip = run.asked.frame.is_open_slip(model.entry.text());
        if !model.entry.is_empty() && !run.covered && !slip {
            model.tell(Tone::Plain, "A line is still typed: Enter reads it, Ctrl-U drops it; then F6 collects.");
            return Vec::new();
        }
        if only_counts(model) && counted_before(run) {
            model.tell(
                Tone::Plain,
                "They were counted once; a second count that differs by one slip would give it away.",
            );
            return Vec::new();
        }
        let people = run.recording.session().people().len();
        let way = if people > PASSING_UP_TO { CollectBy::Slips } else { CollectBy::Passing };
        // A slip that was typed too soon is the first one.
        cover(model);
        model.layer = Some(Layer::Collect { way, awaited: String::new() });
        return Vec::new();
    };
    if run.collects().is_none() {
        // They are being shown or dropped just now.
        return Vec::new();
    }
    let (collected, awaited) = (round.count(), round.collecting.awaited.map_or(0, usize::from));
    if collected < least {
        let says = format!("{collected} in; they are shown from {least} on, so that nobody can be told by theirs.");
        model.tell(Tone::Plain, says);
    } else if collected < awaited {
        model.tell(Tone::Plain, format!("{collected} of {awaited} are in."));
    }
    model.layer = Some(Layer::Held(Queue::default()));
    Vec::new()
}

/// Whether what is typed is an answer that nobody may see: answers are being collected, or are about to be.
pub(super) fn is_on(model: &Model) -> bool {
    model.screen == Screen::Run && model.run.as_ref().is_some_and(|run| run.collects().is_some())
}

/// Whether what was collected is covered: the screen is the room's, or so few have passed the keyboard on that each
/// could be told by theirs.
pub fn covers_answers(model: &Model) -> bool {
    let least = usize::from(least(model));
    let few = |round: &Hidden| round.collecting.by == CollectBy::Passing && round.count() < least;
    let round = model.run.as_ref().and_then(|run| run.round.as_ref());
    model.is_shared() || (round.is_some() && only_counts(model)) || round.is_some_and(few)
}

/// Whether a command waits until the answers are shown or dropped: whatever would show or read what is typed, walk on,
/// or leave the session.
pub fn waits(model: &Model, command: Command) -> bool {
    let works = [
        Command::Unnamed,
        Command::Help,
        Command::Palette,
        Command::MoreTime,
        Command::Time,
        Command::PauseClock,
        Command::Panel,
        Command::Curtain,
        Command::OneWindow,
        Command::RoomViews,
        Command::Minutes,
        Command::Theme,
        Command::Card,
        Command::Suspend,
        Command::Leave,
    ];
    is_on(model) && !works.contains(&command)
}

/// Whether a command has to wait, and says so.
pub(super) fn keeps_from(model: &mut Model, command: Command) -> bool {
    let waits = waits(model, command);
    if waits {
        model.tell(Tone::Plain, "Answers are being collected: F6 goes on to showing or dropping them.");
    }
    waits
}

/// A key while answers are collected: it belongs to whoever is writing one.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    match key.code {
        Code::Enter => return add(model),
        Code::Esc if model.entry.is_empty() => {
            take_up_again(model);
        }
        Code::Esc => model.entry.clear(),
        _ => {
            model.entry.press(key);
        }
    }
    cover(model);
    Vec::new()
}

/// What stands in the entry line is nobody's business, whatever becomes of the round.
fn cover(model: &mut Model) {
    let typed = !model.entry.is_empty();
    if let Some(run) = &mut model.run {
        run.covered = typed;
    }
    record::forget_dropped(model);
}

/// An answer that could not be kept stands in the entry line again, covered: to be entered again, or dropped.
///
/// Says whether there was one.
pub(super) fn take_up_again(model: &mut Model) -> bool {
    let Some(run) = model.run.as_mut().filter(|run| run.keeping.is_none()) else { return false };
    let Some(text) = run.slips.pop_front() else { return false };
    model.entry.set(&text);
    run.covered = true;
    if let Some(unsaved) = &mut run.unsaved {
        unsaved.in_entry = true;
    }
    true
}

/// Answers that were typed somewhere else: slips are one a line; whoever holds the keyboard writes one answer.
pub(super) fn paste(model: &mut Model, lines: &[String]) -> Vec<Effect> {
    let Some(collecting) = model.run.as_ref().and_then(Run::collects) else { return Vec::new() };
    let (notes, lines): (Vec<String>, Vec<String>) = lines.iter().cloned().partition(|line| own_note(line).is_some());
    if let Some(reason) = lines.iter().find_map(|line| no_slip(model, line)) {
        model.tell(Tone::Plain, reason);
        return Vec::new();
    }
    // What somebody notes for themselves is no answer.
    let mut effects = record::queue(model, notes.into_iter().map(|text| Todo::Line { text, from_entry: false }));
    effects.extend(take_in(model, collecting, &lines));
    effects
}

/// Answers that were pasted.
fn take_in(model: &mut Model, collecting: Collecting, lines: &[String]) -> Vec<Effect> {
    if lines.len() > 1 && collecting.by != CollectBy::Passing {
        let lines: Vec<String> = lines.iter().map(|line| unnamed_text(model, line)).collect();
        return give(model, lines);
    }
    if !lines.is_empty() && !model.entry.insert(&lines.join(" ")) {
        model.tell(Tone::Alarm, "That is longer than one line holds; only its beginning was taken.");
    }
    cover(model);
    Vec::new()
}

/// A key while it is asked how answers are to be collected.
pub(super) fn collect(model: &mut Model, way: CollectBy, mut awaited: String, key: Key) -> Vec<Effect> {
    let turned = match way {
        CollectBy::Passing => CollectBy::Slips,
        CollectBy::Slips | CollectBy::Count => CollectBy::Passing,
    };
    let way = match key.code {
        Code::Up | Code::Down | Code::Tab => turned,
        _ => way,
    };
    let announced: Option<u16> = awaited.parse().ok().filter(|awaited| *awaited > 0);
    let least = least(model);
    match key.code {
        Code::Enter if announced.is_some_and(|awaited| awaited < least) => {
            model.tell(Tone::Plain, format!("They are shown from {least} on; await {least} or more, or no number."));
        }
        Code::Enter => return begin(model, Collecting { by: way, awaited: announced }),
        Code::Backspace => {
            awaited.pop();
        }
        _ => awaited.extend(key.typed().filter(char::is_ascii_digit).filter(|_| awaited.len() < 3)),
    }
    model.layer = Some(Layer::Collect { way, awaited });
    Vec::new()
}

/// The round begins once that is on disk. What is typed until then is an answer already.
pub(super) fn begin(model: &mut Model, collecting: Collecting) -> Vec<Effect> {
    model.layer = None;
    record::queue(model, [Todo::Act(vec![Fact::Collecting(collecting)])])
}

/// A round has begun, or is over: that is on disk.
pub(super) fn turned(model: &mut Model, event: &Event) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    let ends = |fact: &Fact| matches!(fact, Fact::Revealed { .. } | Fact::Discarded);
    let begins = event.facts.iter().find_map(|fact| match fact {
        Fact::Collecting(collecting) => Some(*collecting),
        _ => None,
    });
    if let Some(collecting) = begins {
        let step = run.recording.step().cloned();
        // Answers that lay there from before are collected on.
        let before = run.stray.take().unwrap_or_else(|| Hidden::new(step, collecting));
        run.round = Some(Hidden { begun: Some(event.seq), collecting, ..before });
        return keep_all(run);
    }
    if event.facts.iter().any(ends) && (run.round.take().is_some() || run.stray.take().is_some()) {
        run.slips.clear();
        return vec![Effect::DropHidden];
    }
    Vec::new()
}

/// Enter while a round is on: the line becomes one of the answers, and is gone from the screen.
fn add(model: &mut Model) -> Vec<Effect> {
    let text = model.entry.text().trim().to_owned();
    if text.is_empty() {
        return give(model, []);
    }
    if own_note(&text).is_some() {
        model.entry.clear();
        cover(model);
        return record::queue(model, [Todo::Line { text, from_entry: true }]);
    }
    if let Some(reason) = no_slip(model, &text) {
        model.tell(Tone::Plain, reason);
        return Vec::new();
    }
    let text = unnamed_text(model, &text);
    model.entry.clear();
    cover(model);
    give(model, [text])
}

/// Whether an answer is on its way, so that what was collected is neither shown nor dropped yet; says so.
fn holds_back(model: &mut Model) -> bool {
    let keeping = model.run.as_ref().is_some_and(|run| run.keeping.is_some());
    if !model.entry.is_empty() {
        model.tell(Tone::Plain, "An answer is still typed: Esc, then Enter keeps it or Esc drops it.");
    } else if keeping {
        model.tell(Tone::Plain, "What was collected is being written; a moment.");
    } else {
        return false;
    }
    true
}

/// An answer without the names of anybody here: nobody can ask the writer of a slip whether they may stand there.
fn unnamed_text(model: &Model, text: &str) -> String {
    match &model.run {
        Some(run) if !only_counts(model) => run.recording.unnamed(text),
        _ => text.to_owned(),
    }
}

/// Why a line is no slip, where slips are asked for.
fn no_slip(model: &Model, line: &str) -> Option<String> {
    let versions = Versions::embedded();
    let instrument = versions.latest().filter(|_| only_counts(model))?;
    Slip::typed(instrument, line).err().map(|error| format!("Not taken: {error}."))
}

/// Takes answers in, to be kept with those that wait.
fn give(model: &mut Model, answers: impl IntoIterator<Item = String>) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    run.slips.extend(answers);
    if run.slips.is_empty() || run.round.is_none() { Vec::new() } else { keep_all(run) }
}

/// Has everything that was collected written to the private file, one writing after the other.
fn keep_all(run: &mut Run) -> Vec<Effect> {
    let Some(round) = run.round.as_ref().filter(|_| run.keeping.is_none()) else { return Vec::new() };
    let mut round = round.clone();
    round.collect(run.slips.iter().cloned());
    run.keeping = Some(run.slips.len());
    vec![Effect::KeepHidden(round)]
}

/// Changes what was collected, unless it is being written just now.
fn keep(model: &mut Model, change: impl FnOnce(&mut Hidden)) -> Vec<Effect> {
    let Some(run) = model.run.as_mut().filter(|run| run.keeping.is_none()) else { return Vec::new() };
    let Some(mut round) = run.round.clone() else { return Vec::new() };
    change(&mut round);
    run.keeping = Some(0);
    vec![Effect::KeepHidden(round)]
}

/// The answers are in the private file, in an order that tells nothing. On the screen what was only changed stays where
/// it stands.
pub(super) fn kept(model: &mut Model, hidden: Hidden) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    let taken = run.keeping.take().unwrap_or_default().min(run.slips.len());
    run.slips.drain(..taken);
    let Some(Hidden { entries: before, .. }) = run.round.take() else {
        // The round was over before they were written.
        return [Effect::DropHidden].into_iter().chain(leave::once_saved(model)).collect();
    };
    let entries = if taken > 0 { hidden.entries } else { in_place(&before, hidden.entries) };
    run.round = Some(Hidden { entries, ..hidden });
    if run.slips.is_empty() {
        let kept = run.unsaved.take_if(|unsaved| unsaved.todo.is_empty() && !unsaved.in_entry && unsaved.key.is_none());
        drop(kept);
        return leave::once_saved(model);
    }
    keep_all(run)
}

/// The answers are not in the private file: they wait, unseen, the first of them in the entry line if that is free.
pub(super) fn not_kept(model: &mut Model, reason: &str) {
    leave::stop_waiting(model);
    let Some(run) = &mut model.run else { return };
    run.keeping = None;
    let unsaved = run.unsaved.get_or_insert_default();
    reason.clone_into(&mut unsaved.reason);
    if run.slips.is_empty() {
        unsaved.key = Some((NOT_CHANGED.to_owned(), Vec::new()));
    } else if model.entry.is_empty() {
        take_up_again(model);
    }
}

/// Told when what was collected could not be changed, or the round's file not be made.
const NOT_CHANGED: &str = "What was collected is as it was: the private file could not be written.";

/// These answers in the order of those before: what is new stands where something is missing.
fn in_place(before: &[String], mut now: Vec<String>) -> Vec<String> {
    let mut taken = |entry: &String| now.iter().position(|other| other == entry).map(|at| now.remove(at));
    let known: Vec<Option<String>> = before.iter().map(&mut taken).collect();
    let mut new = now.into_iter();
    let mut placed: Vec<String> = known.into_iter().filter_map(|entry| entry.or_else(|| new.next())).collect();
    placed.extend(new);
    placed
}
