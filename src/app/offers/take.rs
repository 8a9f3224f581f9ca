use super::look;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model};
use crate::app::run::{Mending, Run, Todo, queue, settle, submit_as, unsettle};
use crate::app::said::is_being_saved;
use crate::app::screen::{Screen, Tone};
use crate::capture::{Doubt, Reading};
use crate::record::parts::joined_parts;

const RUN: &[Screen] = &[Screen::Run];

/// The commands that take an offer, or turn to another one.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(
        240,
        "take-offer",
        "take what the line could be, or what is offered about it",
        &[Screen::Run, Screen::Map],
        take,
    )
    .key(KeyPress::ctrl('o')),
    CommandRow::new(241, "other-reading", "show what else the line could be", RUN, next_reading)
        .key(KeyPress::plain(Code::BackTab)),
];

/// The notice where offers are not shown, because the room sees the screen.
pub(in crate::app) const COVERED: &str = "What lines could be is for you alone: F2 or /panel shows it, and covers it.";

/// Takes an offer: about a name on the typed line, else the reading offered for the typed line; on an empty entry line
/// the reading offered for the last line, else the first other offer about it.
fn take(model: &mut Model) -> Vec<Effect> {
    if model.looks_at_past_map() || is_being_saved(model) {
        return Vec::new();
    }
    settle(model);
    look(model);
    let covered = model.is_shared();
    if model.run.as_ref().is_some_and(Run::has_chosen) && model.screen == Screen::Run {
        return take_chosen(model, covered);
    }
    let Some(run) = &mut model.run else { return Vec::new() };
    if is_typed(&model.entry) {
        let live = run.typing.live.as_ref();
        if live.is_some_and(may_leave_a_name) || live.is_some_and(|live| live.offers.is_empty() && names(live)) {
            leave_name(model);
            return Vec::new();
        }
        match chosen(run, true) {
            Some(_) if covered => model.tell(Tone::Plain, COVERED),
            Some((_, offer)) => return submit_as(model, Some(offer)),
            None => return take_lines(model),
        }
        return Vec::new();
    }
    match chosen(run, false).zip(run.last.offered.read) {
        Some(_) if covered => model.tell(Tone::Plain, COVERED),
        Some(((reading, _), (seq, _))) => {
            let reading = Box::new(reading.clone());
            return queue(model, [Todo::Reread { seq, reading }]);
        }
        None => return take_lines(model),
    }
    Vec::new()
}

/// Takes the first reading that is offered for the line chosen in the list.
fn take_chosen(model: &mut Model, covered: bool) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    let seq = run.line_in_question().map(|line| line.seq);
    let readings = seq.map(|seq| run.offers_for(seq, &model.catalogue)).unwrap_or_default();
    match seq.zip(readings.into_iter().next()) {
        Some(_) if covered => model.tell(Tone::Plain, COVERED),
        Some((seq, reading)) => return queue(model, [Todo::Reread { seq, reading: Box::new(reading) }]),
        None => model.tell(Tone::Plain, "Nothing is offered for that line; Ctrl-K reads it as something else."),
    }
    Vec::new()
}

fn is_typed(entry: &crate::app::Entry) -> bool {
    !entry.text().trim().is_empty()
}

/// Returns the reading that a key takes, with its index: of the typed line, else of the last line.
fn chosen(run: &Run, typed: bool) -> Option<(&Reading, usize)> {
    let (readings, at) = if typed {
        (run.typing.live.as_ref().map_or(&[][..], |live| &live.offers), run.typing.chosen)
    } else {
        (run.last.offered.readings.as_slice(), run.last.offered.chosen)
    };
    let at = at.min(readings.len().saturating_sub(1));
    Some((readings.get(at)?, at))
}

/// Turns to the next reading of the typed line, or of the last line.
fn next_reading(model: &mut Model) -> Vec<Effect> {
    settle(model);
    look(model);
    let covered = model.is_shared();
    let typed = is_typed(&model.entry);
    let Some(run) = &mut model.run else { return Vec::new() };
    let (readings, at) = if typed {
        (run.typing.live.as_ref().map_or(0, |live| live.offers.len()), &mut run.typing.chosen)
    } else {
        (run.last.offered.readings.len(), &mut run.last.offered.chosen)
    };
    match readings {
        0 => model.tell(Tone::Plain, "Nothing else is offered for this line."),
        _ if covered => model.tell(Tone::Plain, COVERED),
        1 => model.tell(Tone::Plain, "This is the only reading that is offered."),
        _ => *at = (*at + 1) % readings,
    }
    Vec::new()
}

/// Types the lines of the first other offer about the last line.
fn take_lines(model: &mut Model) -> Vec<Effect> {
    let Some(run) = model.run.as_mut().filter(|run| !run.last.offers.is_empty()) else {
        model.tell(Tone::Plain, "Nothing is offered about this line.");
        return Vec::new();
    };
    let offer = run.last.offers.remove(0);
    offer.lines.iter().for_each(|line| run.recording.leave_as_typed(line));
    let replaced = run.last_line().filter(|_| offer.replaces);
    let todo: Vec<Todo> = match replaced.map(|last| (last.seq, last.speaker.clone())) {
        Some((seq, seat)) => {
            let text = joined_parts(offer.lines.iter().map(String::as_str));
            vec![Todo::Mend(Mending { seq, text, seat, offer: None, from_entry: false })]
        }
        None => offer.lines.into_iter().map(|text| Todo::Line { text, from_entry: false }).collect(),
    };
    queue(model, todo)
}

/// Whether a name on the line was replaced, or is left as typed.
fn names(reading: &Reading) -> bool {
    reading.amber.iter().any(|amber| amber.doubt == Doubt::Names)
}

/// Whether a name on the line was replaced, and a key may leave it as typed.
fn may_leave_a_name(reading: &Reading) -> bool {
    reading.amber.iter().any(|amber| amber.doubt == Doubt::Names && amber.offer.is_some())
}

/// Leaves the name on the typed line, if its owner asked for that, or if the word is not a name.
fn leave_name(model: &mut Model) {
    let line = model.entry.text().to_owned();
    let Some(run) = &mut model.run else { return };
    if run.typing.live.as_ref().is_some_and(may_leave_a_name) {
        run.recording.leave_as_typed(&line);
        unsettle(model);
    } else if !run.recording.leaves_as_typed(&line) {
        model
            .tell(Tone::Plain, "Nobody on this line has asked to be named; Ctrl-S, then Tab, notes that somebody did.");
    }
}
