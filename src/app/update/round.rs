//! Answers without names: collected where nobody sees them, looked through, and shown together.

use crate::app::command::{Command, command_for};
use crate::app::entry::Entry;
use crate::app::key::{Code, Key};
use crate::app::layer::Layer;
use crate::app::model::{Model, Screen, Tone};
use crate::app::msg::Effect;
use crate::app::run::Todo;
use crate::exercise::Answer;
use crate::record::{Collecting, Fact, Hands, Hidden, Way};

use super::{moved, record};

/// Above so many people slips go faster than passing the keyboard.
const PASSING_UP_TO: usize = 4;

/// Begins a round, or goes on to showing what one has collected.
pub(super) fn unnamed(model: &mut Model) -> Vec<Effect> {
    let least = usize::from(model.settings.shown_from);
    let Some(run) = &model.run else { return Vec::new() };
    let Some(round) = &run.round else {
        let people = run.recording.session().people().len();
        let way = if people > PASSING_UP_TO { Way::Slips } else { Way::Passing };
        model.layer = Some(Layer::Collect { way, awaited: String::new() });
        return Vec::new();
    };
    let (collected, awaited) = (round.entries.len(), round.collecting.awaited.map_or(0, usize::from));
    if collected < least {
        let says = format!("{collected} in; they are shown from {least} on, so that nobody can be told by theirs.");
        model.tell(Tone::Plain, says);
    }
    if collected > 0 && collected < awaited {
        model.tell(Tone::Plain, format!("{collected} of {awaited} are in."));
    }
    model.layer = Some(Layer::Held { selected: 0, editing: None });
    Vec::new()
}

/// Whether answers are being collected.
pub(super) fn is_on(model: &Model) -> bool {
    model.screen == Screen::Run && model.run.as_ref().is_some_and(|run| run.round.is_some())
}

/// Whether a key still does what it always does: the curtain, help, time, and leaving, but nothing that shows or
/// reads what is typed.
pub(super) fn lets_through(model: &Model, key: Key) -> bool {
    let command = command_for(model.screen, key);
    let through = [
        Command::Unnamed,
        Command::Help,
        Command::Palette,
        Command::MoreTime,
        Command::Time,
        Command::PauseClock,
        Command::Agenda,
        Command::Leave,
        Command::Panel,
        Command::Suspend,
        Command::RoomViews,
    ];
    command.is_some_and(|command| through.contains(&command))
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

/// Answers that were typed somewhere else: one a line.
pub(super) fn paste(model: &mut Model, lines: &[String]) -> Vec<Effect> {
    let Some(round) = model.run.as_ref().and_then(|run| run.round.clone()) else { return Vec::new() };
    match lines {
        [] => Vec::new(),
        [one] => {
            model.entry.insert(one);
            Vec::new()
        }
        several => keep(round, |round| round.entries.extend_from_slice(several)),
    }
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
    match key.code {
        Code::Enter => return begin(model, Collecting { way, awaited: awaited.parse().ok() }),
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
    let hidden = Hidden { step: run.recording.step().cloned(), collecting, entries: Vec::new(), aside: Vec::new() };
    run.round = Some(hidden.clone());
    let mut effects = vec![Effect::KeepHidden(hidden)];
    effects.extend(record::queue(model, [Todo::Act(vec![Fact::Collecting(collecting)])]));
    effects
}

/// Enter while a round is on: the line becomes one of the answers, and is gone from the screen once it is kept.
pub(super) fn add(model: &mut Model) -> Vec<Effect> {
    let text = model.entry.text().trim().to_owned();
    let Some(round) = model.run.as_ref().and_then(|run| run.round.as_ref()).filter(|_| !text.is_empty()) else {
        return Vec::new();
    };
    let mut hidden = round.clone();
    hidden.entries.push(text);
    vec![Effect::KeepHidden(hidden)]
}

/// The answers are in the private file, in an order that tells nothing.
pub(super) fn kept(model: &mut Model, hidden: Hidden) {
    let Some(run) = &mut model.run else { return };
    let before = run.round.as_ref().map_or(0, |round| round.entries.len());
    if hidden.entries.len() > before {
        model.entry.clear();
    }
    run.round = Some(hidden);
}

/// A key while the answers are looked through before the room sees them.
pub(super) fn held(model: &mut Model, selected: usize, editing: Option<Entry>, key: Key) -> Vec<Effect> {
    let Some(round) = model.run.as_ref().and_then(|run| run.round.clone()) else {
        model.layer = None;
        return Vec::new();
    };
    if let Some(entry) = editing {
        return edit(model, round, selected, entry, key);
    }
    let selected = moved(selected, round.entries.len(), key).unwrap_or(selected);
    model.layer = Some(Layer::Held { selected, editing: None });
    match key.typed() {
        Some('e') => {
            let mut entry = Entry::default();
            entry.set(round.entries.get(selected).map_or("", String::as_str));
            model.layer = Some(Layer::Held { selected, editing: Some(entry) });
            Vec::new()
        }
        Some('m') => keep(round, |round| merge(round, selected)),
        Some('p') => keep(round, |round| round.aside.extend(taken(&mut round.entries, selected))),
        Some('d') => keep(round, |round| drop(taken(&mut round.entries, selected))),
        Some('x') => discard(model),
        _ if key.code == Code::Enter => show(model, &round),
        _ => Vec::new(),
    }
}

fn keep(mut round: Hidden, change: impl FnOnce(&mut Hidden)) -> Vec<Effect> {
    change(&mut round);
    vec![Effect::KeepHidden(round)]
}

fn taken(entries: &mut Vec<String>, at: usize) -> Option<String> {
    (at < entries.len()).then(|| entries.remove(at))
}

/// Two answers that say the same become one, in both their words.
fn merge(round: &mut Hidden, at: usize) {
    if at + 1 < round.entries.len()
        && let Some(next) = taken(&mut round.entries, at + 1)
        && let Some(entry) = round.entries.get_mut(at)
    {
        *entry = format!("{entry} / {next}");
    }
}

fn edit(model: &mut Model, round: Hidden, selected: usize, mut entry: Entry, key: Key) -> Vec<Effect> {
    if key.code != Code::Enter {
        entry.press(key);
        model.layer = Some(Layer::Held { selected, editing: Some(entry) });
        return Vec::new();
    }
    model.layer = Some(Layer::Held { selected, editing: None });
    keep(round, |round| {
        if let Some(old) = round.entries.get_mut(selected).filter(|_| !entry.is_empty()) {
            entry.text().trim().clone_into(old);
        }
    })
}

fn discard(model: &mut Model) -> Vec<Effect> {
    model.layer = None;
    model.tell(Tone::Plain, "The answers were dropped; nobody has seen them.");
    record::queue(model, [Todo::Act(vec![Fact::Discarded])])
}

/// The answers become part of the record: shuffled, without speakers, at one time.
fn show(model: &mut Model, round: &Hidden) -> Vec<Effect> {
    if round.entries.len() < usize::from(model.settings.shown_from) {
        let says = format!("They are shown from {} on; x drops them.", model.settings.shown_from);
        model.tell(Tone::Plain, says);
        return Vec::new();
    }
    model.layer = None;
    let Some(run) = &mut model.run else { return Vec::new() };
    let mut facts = match ballots(run.asked.frame.asks(), &run.asked.frame.options(), &round.entries) {
        Some(hands) => {
            let ballot = run.asked.frame.ballot();
            vec![Fact::Revealed { texts: Vec::new() }, Fact::Voted { ballot, hands }]
        }
        None => revealed(run, round, model.now),
    };
    facts.extend(round.aside.iter().map(|text| Fact::Parked { text: text.clone() }));
    record::queue(model, [Todo::Unnamed(facts)])
}

/// Hidden ballots, counted; none when the step does not ask for a choice or a number.
fn ballots(asks: Option<&Answer>, options: &[String], entries: &[String]) -> Option<Vec<Hands>> {
    let options: Vec<String> = match asks? {
        Answer::Vote { .. } | Answer::Decision => options.to_vec(),
        Answer::Rating { scales } if scales.len() == 1 => (1..=5).map(|number| number.to_string()).collect(),
        _ => return None,
    };
    let chosen = |entry: &String| {
        let number = entry.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        number.or_else(|| options.iter().position(|option| option.eq_ignore_ascii_case(entry.trim())))
    };
    let votes: Vec<usize> = entries.iter().filter_map(chosen).collect();
    let hands = options.iter().enumerate().map(|(at, option)| {
        let count = votes.iter().filter(|vote| **vote == at).count();
        Hands { option: option.clone(), count: u16::try_from(count).unwrap_or(u16::MAX) }
    });
    Some(hands.collect())
}

/// The texts, and the facts that the step makes of each.
fn revealed(run: &crate::app::Run, round: &Hidden, now: jiff::Timestamp) -> Vec<Fact> {
    let at = run.recording.at(now);
    let mut facts = vec![Fact::Revealed { texts: round.entries.clone() }];
    let mut claims = run.recording.session().next_claim();
    for text in &round.entries {
        let reading = run.recording.read(text, None, &run.asked.frame, at);
        if matches!(reading.form, crate::capture::Form::Text | crate::capture::Form::Scrap) {
            continue;
        }
        for fact in reading.facts {
            facts.push(match fact {
                Fact::Claimed(claim) => {
                    let numbered = crate::record::Claim { claim: claims, ..claim };
                    claims += 1;
                    Fact::Claimed(numbered)
                }
                fact => fact,
            });
        }
    }
    facts
}
