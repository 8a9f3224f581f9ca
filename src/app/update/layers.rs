use crate::app::command::{Command, command_for};
use crate::app::key::{Code, Key};
use crate::app::layer::{Layer, Palette};
use crate::app::model::{Model, Tone};
use crate::app::msg::Effect;
use crate::app::run::Todo;
use crate::record::{Attribute, Fact, Kind, Person};

use super::{agenda, commands, findings, leave, moved, private, questions, record, replaying, round, run, setup, tray};

/// A key while something lies over the screen. Esc always puts it away.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(layer) = model.layer.clone() else { return Vec::new() };
    if key.code == Code::Esc {
        if matches!(layer, Layer::Setup(_)) {
            setup::back(model);
            return Vec::new();
        }
        if matches!(layer, Layer::Saving(_)) {
            leave::stop(model);
            return Vec::new();
        }
        model.layer = None;
        if let Layer::Pasted(lines) = layer {
            model.tell(Tone::Plain, format!("{} pasted lines were dropped.", lines.len()));
        }
        return Vec::new();
    }
    match layer {
        Layer::Help { .. } if leaves_help(model, key) => {
            model.layer = None;
            return super::press(model, key);
        }
        Layer::Help { scroll } => help(model, scroll, key),
        Layer::Palette(palette) => return palette_key(model, palette, key),
        Layer::Agenda(view) => return agenda::press(model, view, key),
        Layer::Time { selected } => return private::time(model, selected, key),
        Layer::Collect { way, awaited } => return round::collect(model, way, awaited, key),
        Layer::Held(queue) => return round::held(model, queue, key),
        Layer::RoomViews { selected } => return private::views(model, selected, key),
        Layer::Questions { selected } => return questions::press(model, selected, key),
        Layer::Findings(view) => return findings::press(model, view, key),
        Layer::Tray(tray) => return tray::press(model, tray, key),
        Layer::Strike { selected, sure } => return private::strike(model, selected, sure, key),
        Layer::Speakers { last_line, selected } => return speakers(model, last_line, selected, key),
        Layer::Kinds { things, selected } => return kinds(model, things, selected, key),
        Layer::Pasted(_) if key.code == Code::Enter => return run::read_pasted(model),
        Layer::Setup(_) => return setup::press(model, key),
        Layer::Search(search) => return replaying::search_key(model, *search, key),
        Layer::Changes(changes) => replaying::changes_key(model, changes, key),
        Layer::Stray { sure } => return round::stray_key(model, sure, key),
        Layer::Pasted(_) | Layer::Saving(_) => {}
        Layer::End => {
            model.layer = None;
            if key.code == Code::Enter {
                return leave::end(model);
            }
        }
        Layer::Leave if key.code == Code::Enter => return leave::program(model),
        Layer::Leave => model.layer = None,
    }
    Vec::new()
}

/// Whether a key is a command that the help has just told about; paging stays in the help.
fn leaves_help(model: &Model, key: Key) -> bool {
    let pages = matches!(key.code, Code::PageUp | Code::PageDown);
    command_for(model.screen, key).is_some_and(|command| command != Command::Help && !pages)
}

fn help(model: &mut Model, scroll: u16, key: Key) {
    model.layer = match key.code {
        Code::Down => Some(Layer::Help { scroll: scroll.saturating_add(1) }),
        Code::PageDown => Some(Layer::Help { scroll: scroll.saturating_add(12) }),
        Code::Up => Some(Layer::Help { scroll: scroll.saturating_sub(1) }),
        Code::PageUp => Some(Layer::Help { scroll: scroll.saturating_sub(12) }),
        Code::Home => Some(Layer::Help { scroll: 0 }),
        Code::End => Some(Layer::Help { scroll: u16::MAX }),
        _ => None,
    };
}

fn palette_key(model: &mut Model, mut palette: Palette, key: Key) -> Vec<Effect> {
    let rows = palette.found(model.screen);
    if key.code == Code::Enter {
        model.layer = None;
        return rows.get(palette.selected).map_or_else(Vec::new, |row| commands::run(model, row.command));
    }
    match moved(palette.selected, rows.len(), key) {
        Some(selected) => palette.selected = selected,
        None => {
            palette.entry.press(key);
            palette.selected = 0;
        }
    }
    model.layer = Some(Layer::Palette(palette));
    Vec::new()
}

fn speakers(model: &mut Model, last_line: bool, selected: usize, key: Key) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    let session = run.recording.session();
    let people = session.people();
    let digit = key.typed().and_then(|c| c.to_digit(10)).map(|digit| digit as usize);
    let initial = key.typed().filter(char::is_ascii_lowercase);
    let number = |person: &Person| session.seat_number(&person.tag);
    let by_tag = || {
        people
            .iter()
            .find(|person| initial.is_some_and(|c| run.recording.names().typed_for(&person.tag).starts_with(c)))
            .and_then(number)
    };
    let person = selected.checked_sub(1).and_then(|at| people.get(at)).cloned();
    let under_cursor = person.as_ref().and_then(number).unwrap_or_default();
    if let Some(person) = person.filter(|_| !last_line) {
        if key.code == Code::Delete {
            return record::queue(model, [Todo::Act(vec![Fact::Left { tag: person.tag }])]);
        }
        if key.code == Code::Tab {
            return name_on_record(model, person);
        }
    }
    let seat = match (digit.or_else(by_tag), key.code) {
        (Some(seat), _) if seat == 0 || session.in_seat(seat).is_some() => seat,
        (_, Code::Enter) => under_cursor,
        _ => {
            let selected = moved(selected, people.len() + 1, key).unwrap_or(selected);
            model.layer = Some(Layer::Speakers { last_line, selected });
            return Vec::new();
        }
    };
    model.layer = None;
    if last_line {
        return reattribute(model, seat);
    }
    commands::set_speaker(run, seat);
    Vec::new()
}

/// Somebody asks for their name to stand on their lines, or no longer to.
fn name_on_record(model: &mut Model, person: Person) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    let name = match person.name {
        Some(_) => None,
        None => run.recording.names().of(&person.tag).map(str::to_owned),
    };
    record::queue(model, [Todo::Act(vec![Fact::Joined(Person { name, ..person })])])
}

/// The last line again, said by somebody else.
fn reattribute(model: &mut Model, seat: usize) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    let Some((seq, said)) = run.last_line().map(|last| (last.seq, last.said.clone().unwrap_or_default())) else {
        return Vec::new();
    };
    let sticky = run.speaker.clone();
    commands::set_speaker(run, seat);
    let tag = std::mem::replace(&mut run.speaker, sticky);
    let text = tag.map_or_else(|| said.clone(), |tag| format!("{tag}> {said}"));
    record::queue(model, [Todo::Act(vec![Fact::Retracted { seq }]), Todo::Line { text, from_entry: false }])
}

fn kinds(model: &mut Model, things: Vec<(String, Kind)>, selected: usize, key: Key) -> Vec<Effect> {
    let sigil = key.typed().and_then(Kind::from_sigil);
    let digit = key.typed().and_then(|c| c.to_digit(10)).and_then(|digit| (digit as usize).checked_sub(1));
    let kind = sigil.or_else(|| Kind::SORTED.get(digit?).copied());
    if kind.is_none() && key.typed().is_some() {
        // Whoever goes on typing is capturing; the question can be asked again.
        model.layer = None;
        return super::press(model, key);
    }
    let Some((label, kind)) = things.get(selected).map(|(label, _)| label.clone()).zip(kind) else {
        let turned = if key.code == Code::Tab { (selected + 1) % things.len().max(1) } else { selected };
        let selected = moved(selected, things.len(), key).unwrap_or(turned);
        model.layer = Some(Layer::Kinds { things, selected });
        return Vec::new();
    };
    model.layer = None;
    let says = format!("{label}: sorted as {}.", kind.name().to_lowercase());
    let facts = vec![Fact::Set { label, attribute: Attribute::Kind(kind), words: None }];
    record::queue(model, [Todo::Told(facts, says)])
}
