//! Reads the text of one file.

use super::entries::{ConfigEntries, TextPart, entries_of};
use super::known::SettableNames;
use super::list::SETTINGS;
use super::setting::Setting;
use super::source::ConfigSource;
use super::values::ConfigValues;
use super::written::{WrittenValue, quoted};
use super::wrong::Flaw;

/// The maximum number of edits between a written name and that of a setting that comes close.
const CLOSE: usize = 3;

/// The maximum number of flaws of a file that are told; a hostile file could have one at every byte.
const MOST_FLAWS: usize = 100;

/// Reads a text over the values so far; returns the settings that it set, each with its place, and its flaws.
pub(super) fn read(
    text: &str,
    source: ConfigSource,
    known: &SettableNames,
    values: &mut ConfigValues,
) -> (Vec<(&'static str, usize)>, Vec<Flaw>) {
    let ConfigEntries { entries, flaws } = entries_of(TextPart { text, at: 0 }, ['(', ')']);
    let mut flaws: Vec<Flaw> = flaws.into_iter().map(|(at, says)| Flaw::new(at, says)).collect();
    let mut set: Vec<(&'static str, usize)> = Vec::new();
    for entry in entries {
        let (name, at) = (entry.name.text, entry.name.at);
        let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
            flaws.push(Flaw::new(at, unknown(name)));
            continue;
        };
        if set.iter().any(|(other, _)| *other == setting.name) {
            flaws.push(Flaw::new(at, format!("{name} stands here twice; the first counts")));
            continue;
        }
        if !setting.reach.allows(source) {
            flaws.push(Flaw::new(at, not_here(setting)));
            continue;
        }
        let before = values.clone();
        match (setting.read)(&WrittenValue { name, part: entry.value }, known, values) {
            Ok(()) => set.push((setting.name, at)),
            Err(wrong) => {
                // Of keys, those that are right are used.
                if *values != before {
                    set.push((setting.name, at));
                }
                flaws.extend(wrong);
            }
        }
    }
    flaws.sort_by_key(|flaw| flaw.at);
    flaws.truncate(MOST_FLAWS);
    (set, flaws)
}

fn unknown(name: &str) -> String {
    let edits = |setting: &Setting| strsim::damerau_levenshtein(name, setting.name);
    let near = SETTINGS.iter().min_by_key(|setting| edits(setting));
    let near = near.filter(|setting| edits(setting) <= CLOSE && edits(setting) < setting.name.len());
    let near = near.map(|setting| format!(" (did you mean {}?)", setting.name)).unwrap_or_default();
    let names: Vec<&str> = SETTINGS.iter().map(|setting| setting.name).collect();
    format!("there is no setting {}{near}; there are {}", quoted(name), names.join(", "))
}

fn not_here(setting: &Setting) -> String {
    format!("{} is set in your own file alone, so that nobody else's workspace can; it is not used", setting.name)
}
