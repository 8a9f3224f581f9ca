use super::chosen::changeable;
use super::fix::{begin_fixing, typed_words};
use super::last_line::is_typed_over;
use crate::app::effect::Effect;
use crate::app::model::{CommandRow, Model};
use crate::app::run::Run;
use crate::app::screen::{Screen, Tone};
use crate::capture::{Doubt, Reading};
use crate::record::Event;
use crate::record::parts::{BETWEEN_PARTS, is_split, joined_parts};

/// The command that splits a line.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(47, "split", "split the chosen line in two", &[Screen::Run], split)];

/// Where a line is likely to be split, the likeliest first.
const BREAKS: [&str; 6] = ["; ", ". ", ", and ", ", but ", " and ", ", "];

/// Puts a line into the entry line with a mark where it may be split; Enter records both parts in its place.
fn split(model: &mut Model) -> Vec<Effect> {
    if is_typed_over(model) {
        return Vec::new();
    }
    let Some(line) = changeable(model) else { return Vec::new() };
    let Some(run) = &model.run else { return Vec::new() };
    let before = typed_words(&line, run);
    let words = marked(&line, run, &before, model);
    begin_fixing(model, line.seq, before, &words);
    model.tell(Tone::Plain, "Put || where the line is to be split; Enter records its parts, Esc leaves it.");
    Vec::new()
}

/// Returns the typed words with a mark: where the reading of the line found two thoughts, else at a likely break.
fn marked(line: &Event, run: &Run, words: &str, model: &Model) -> String {
    if is_split(words) {
        return words.to_owned();
    }
    let read = || run.recording.context_of(line.seq, &model.catalogue);
    let thoughts = |reading: Reading| {
        let doubt = reading.amber.into_iter().find(|amber| amber.doubt == Doubt::SplitThis);
        doubt.and_then(|amber| amber.offer).map(|offer| offer.lines).filter(|lines| lines.len() > 1)
    };
    let found = read().and_then(|context| thoughts(context.read(words, None, &model.catalogue)));
    if let Some(lines) = found {
        let tag = words.split_once("> ").map(|(tag, _)| format!("{tag}> ")).filter(|_| line.speaker.is_some());
        return format!("{}{}", tag.unwrap_or_default(), joined_parts(lines.iter().map(String::as_str)));
    }
    let at = BREAKS.iter().find_map(|mark| words.find(mark).map(|at| (at, mark.len())));
    match at {
        Some((at, length)) => {
            let (first, rest) = (words.get(..at).unwrap_or_default(), words.get(at + length..).unwrap_or_default());
            format!("{first} {BETWEEN_PARTS} {rest}")
        }
        None => format!("{words} {BETWEEN_PARTS} "),
    }
}
