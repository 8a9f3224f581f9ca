//! Answers without names: collected where nobody sees them, looked through, and shown together.

mod queue;
mod reveal;

pub(super) use queue::held;

use crate::app::command::Command;
use crate::app::key::{Code, Key};
use crate::app::layer::{Layer, Queue};
use crate::app::model::{Model, Screen, Tone};
use crate::app::msg::Effect;
use crate::app::run::{Run, Todo};
use crate::assess::{Slip, Versions};
use crate::record::{Collecting, Event, Fact, Hidden, Way};

use super::record;

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
        if only_counts(model) && counted_before(run) {
            model.tell(
                Tone::Plain,
                "They were counted once; a second count that differs by one slip would give it away.",
            );
            return Vec::new();
        }
        let people = run.recording.session().people().len();
        let way = if people > PASSING_UP_TO { Way::Slips } else { Way::Passing };
        model.layer = Some(Layer::Collect { way, awaited: String::new() });
        return Vec::new();
    };
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

/// Whether answers are being collected.
pub(super) fn is_on(model: &Model) -> bool {
    model.screen == Screen::Run && model.run.as_ref().is_some_and(|run| run.round.is_some())
}

/// Whether what was collected is covered: the screen is the room's, or so few have passed the keyboard on that each
/// could be told by theirs.
pub fn covers_answers(model: &Model) -> bool {
    let least = usize::from(least(model));
    let few = |round: &Hidden| round.collecting.way == Way::Passing && round.count() < least;
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
        Code::Esc => model.entry.clear(),
        _ => {
            model.entry.press(key);
        }
    }
    Vec::new()
}

/// Answers that were typed somewhere else: slips are one a line; whoever holds the keyboard writes one answer.
pub(super) fn paste(model: &mut Model, lines: &[String]) -> Vec<Effect> {
    let Some(round) = model.run.as_ref().and_then(|run| run.round.clone()) else { return Vec::new() };
    if let Some(reason) = lines.iter().find_map(|line| no_slip(model, line)) {
        model.tell(Tone::Plain, reason);
        return Vec::new();
    }
    if lines.len() > 1 && round.collecting.way != Way::Passing {
        let lines: Vec<String> = lines.iter().map(|line| unnamed_text(model, line)).collect();
        return keep(round, |round| round.collect(lines));
    }
    model.entry.insert(&lines.join(" "));
    Vec::new()
}

/// A key while it is asked how answers are to be collected.
pub(super) fn collect(model: &mut Model, way: Way, mut awaited: String, key: Key) -> Vec<Effect> {
    let turned = match way {
        Way::Passing => Way::Slips,
        Way::Slips | Way::Count => Way::Passing,
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
        Code::Enter => return begin(model, Collecting { way, awaited: announced }),
        Code::Backspace => {
            awaited.pop();
        }
        _ => awaited.extend(key.typed().filter(char::is_ascii_digit).filter(|_| awaited.len() < 3)),
    }
    model.layer = Some(Layer::Collect { way, awaited });
    Vec::new()
}

fn begin(model: &mut Model, collecting: Collecting) -> Vec<Effect> {
    model.layer = None;
    let Some(run) = &mut model.run else { return Vec::new() };
    if !run.writable {
        return record::queue(model, None);
    }
    model.entry.clear();
    let hidden = Hidden::new(run.recording.step().cloned(), collecting);
    run.round = Some(hidden.clone());
    let mut effects = vec![Effect::KeepHidden(hidden)];
    effects.extend(record::queue(model, [Todo::Act(vec![Fact::Collecting(collecting)])]));
    effects
}

/// Enter while a round is on: the line becomes one of the answers, and is gone from the screen once it is kept.
fn add(model: &mut Model) -> Vec<Effect> {
    let text = model.entry.text().trim().to_owned();
    let Some(round) = model.run.as_ref().and_then(|run| run.round.clone()).filter(|_| !text.is_empty()) else {
        return Vec::new();
    };
    if let Some(reason) = no_slip(model, &text) {
        model.tell(Tone::Plain, reason);
        return Vec::new();
    }
    let text = unnamed_text(model, &text);
    keep(round, |round| round.collect([text]))
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

fn keep(mut round: Hidden, change: impl FnOnce(&mut Hidden)) -> Vec<Effect> {
    change(&mut round);
    vec![Effect::KeepHidden(round)]
}

/// The answers are in the private file, in an order that tells nothing. On the screen what was only changed stays where
/// it stands.
pub(super) fn kept(model: &mut Model, hidden: Hidden) {
    let Some(run) = &mut model.run else { return };
    let (before, were_in) = run.round.take().map(|round| (round.entries, round.came_in)).unwrap_or_default();
    let entries = if hidden.came_in > were_in {
        model.entry.clear();
        hidden.entries
    } else {
        in_place(&before, hidden.entries)
    };
    run.round = Some(Hidden { entries, ..hidden });
}

/// These answers in the order of those before: what is new stands where something is missing.
fn in_place(before: &[String], mut now: Vec<String>) -> Vec<String> {
    let mut taken = |entry: &String| now.iter().position(|other| other == entry).map(|at| now.remove(at));
    let known: Vec<Option<String>> = before.iter().map(&mut taken).collect();
    let mut new = now.into_iter();
    let mut placed: Vec<String> = known.into_iter().filter_map(|entry| entry.or_else(|| new.next())).collect();
    placed.extend(new);
    placed
}
