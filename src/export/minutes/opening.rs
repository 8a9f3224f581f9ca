use std::collections::BTreeSet;

use super::notes::Notes;
use super::time::minutes_in_words;
use crate::export::markdown::foreign;
use crate::graph::Key;
use crate::record::Fact;
use crate::record::spoken::{in_words, listed, weekday_in_words};

/// The title, the day, the length, and the units that took part.
pub(super) fn opening(notes: &Notes<'_>) -> String {
    format!("# {}\n\n{}\n", title(notes.session.title()), about(notes))
}

/// The title of the page.
pub(super) fn title(title: &str) -> String {
    match foreign(title) {
        title if title.is_empty() => "Minutes".to_owned(),
        title => title,
    }
}

/// The day, the length, and the units that took part.
pub(super) fn about(notes: &Notes<'_>) -> String {
    let mut facts = vec![weekday_in_words(notes.opened())];
    if notes.is_import() {
        facts.extend(files(notes).map(|files| format!("brought in from {files}")));
    } else {
        facts.extend(length(notes));
        facts.extend(who(notes));
    }
    facts.join(" · ")
}

/// The names of the files of the last edition.
fn files(notes: &Notes<'_>) -> Option<String> {
    let names = notes.facts().filter_map(|(_, fact)| match fact {
        Fact::Imported { files, .. } => Some(files.iter().map(|file| foreign(file)).collect::<Vec<_>>()),
        _ => None,
    });
    names.last().filter(|names| !names.is_empty()).map(|names| listed(&names, "and"))
}

/// Who met, when and for how long, as a sentence for somebody who was not there.
pub(super) fn met(notes: &Notes<'_>) -> String {
    let day = weekday_in_words(notes.opened());
    if notes.is_import() {
        return String::new();
    }
    let long = length(notes).map(|length| format!(" for {}", length.trim_end_matches(" so far"))).unwrap_or_default();
    if notes.is_solo() {
        return format!("On {day} I wrote down what I know and what I guess.");
    }
    let (people, units) = seats(notes);
    let people = match people {
        0 => "some of us".to_owned(),
        1 => "one of us".to_owned(),
        many => format!("{} of us", in_words(many)),
    };
    let from = if units.is_empty() { String::new() } else { format!(", from {},", listed(&units, "and")) };
    format!("On {day} {people}{from} met{long}.")
}

/// The introduction for a reader who did not take part.
pub(super) fn how_to_read(notes: &Notes<'_>) -> &'static str {
    if notes.is_import() {
        "\n*What a file of another tool states. Nobody here has said it.*\n"
    } else if notes.is_solo() {
        "\n*These are one person's notes on what a change will do to the work next door. Nobody else has checked them.*\n"
    } else {
        "\n*Every sentence below is what somebody here said, as it was read back to the room. “More of A, less B” means \
         that B falls when there is more of A. What was seen and what is a guess is marked; everything else was \
         told to somebody here. People are named by their teams, unless they asked for their names.*\n"
    }
}

fn length(notes: &Notes<'_>) -> Option<String> {
    let last = notes.session.events().last()?;
    let length = minutes_in_words(notes.session.clock(last.at).session);
    let last_line = notes.session.live().rfind(|event| event.is_line());
    let typed_elsewhere = last_line.is_some_and(|line| line.source.is_some());
    Some(if notes.session.is_closed() || typed_elsewhere { length } else { format!("{length} so far") })
}

/// The number of people who had a seat, including those who left early, and their units, each once.
fn seats(notes: &Notes<'_>) -> (usize, Vec<String>) {
    let seats = notes.session.everybody();
    let (mut seen, mut units) = (BTreeSet::new(), Vec::new());
    for unit in seats.iter().filter_map(|person| person.party.as_deref()) {
        if Key::of(unit).is_some_and(|key| seen.insert(key)) {
            units.push(foreign(unit));
        }
    }
    (seats.len(), units)
}

/// The people and units that took part, for the line below the title; `None` without a seat.
fn who(notes: &Notes<'_>) -> Option<String> {
    let (people, units) = seats(notes);
    let people = match people {
        0 => return None,
        1 => "one person".to_owned(),
        many => format!("{many} people"),
    };
    let from = if units.is_empty() { String::new() } else { format!(" from {}", units.join(", ")) };
    Some(format!("{people}{from}"))
}
