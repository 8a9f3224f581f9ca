use crate::record::Kind;
use crate::record::lexicon::{ARROWS, Keyword, LEADING_AMOUNTS, position};

use super::shelter::Sheltered;
use super::typed::split_tag;
use super::{arrow, english, verb};

/// Returns the bytes at which the name that is being typed may begin, the likeliest first; empty inside free text.
pub(crate) fn fragment_starts(before: &str) -> Vec<usize> {
    if let Some(open) = open_bracket(before) {
        return vec![open];
    }
    let (_, line) = split_tag(before);
    let tag = before.len() - line.len();
    let Some(area) = name_area(line) else { return Vec::new() };
    let named = line.get(area..).unwrap_or_default();
    if is_in_tail(named) {
        return Vec::new();
    }
    let hard = last_separator(named).unwrap_or_default();
    let soft = after_verb(named.get(hard..).unwrap_or_default()).map(|at| hard + at);
    let starts = soft.into_iter().chain([hard]);
    starts.map(|at| tag + area + at + decoration(named.get(at..).unwrap_or_default())).collect()
}

/// Returns the byte after an opening bracket that is not closed yet.
fn open_bracket(text: &str) -> Option<usize> {
    let open = text.rfind('[')? + 1;
    (!text.get(open..)?.contains(']')).then_some(open)
}

/// Returns the byte at which the part of the line with names begins; `None` if the line takes no names at its end.
fn name_area(line: &str) -> Option<usize> {
    let first = line.split_once(' ').map(|(first, _)| first);
    let keyword = first.and_then(Keyword::of);
    let colon = || Sheltered::new(line).finds(":").next().is_some();
    match keyword {
        _ if line.starts_with('?') => None,
        Some(Keyword::Park) => None,
        Some(Keyword::Rule) if colon() => None,
        Some(Keyword::Do) => behind_re(line),
        Some(Keyword::Say) if colon() => behind_re(line),
        Some(Keyword::Say | Keyword::Saw | Keyword::Want | Keyword::Rule | Keyword::Same | Keyword::Rename) => {
            first.map(str::len)
        }
        _ => Some(first.filter(|first| position(first).is_some()).map_or(0, str::len)),
    }
}

fn behind_re(line: &str) -> Option<usize> {
    let words = Sheltered::new(line).words();
    words.iter().rfind(|word| word.text == "re" && word.end < line.len()).map(|word| word.end)
}

fn is_in_tail(text: &str) -> bool {
    let at = Sheltered::new(text).finds(" : ").next();
    let head = at.and_then(|at| text.get(..at));
    head.is_some_and(|head| arrow::any(head) || english::holds_a_verb(head))
}

/// Returns the byte after the last arrow, comma or equals sign.
fn last_separator(text: &str) -> Option<usize> {
    let sheltered = Sheltered::new(text);
    ARROWS.into_iter().chain([",", "="]).filter_map(|mark| Some(sheltered.finds(mark).last()? + mark.len())).max()
}

/// Returns the byte after the last verb that follows a name.
fn after_verb(text: &str) -> Option<usize> {
    let words = Sheltered::new(text).words();
    let found = (1..words.len()).rev().find_map(|place| {
        let (_, length) = verb::leading(words.get(place..)?)?;
        words.get(place + length - 1)
    });
    found.map(|last| last.end).filter(|end| *end < text.len())
}

/// Returns the number of bytes before a name that are spaces, a sigil and amounts such as "more".
fn decoration(text: &str) -> usize {
    let spaces = |text: &str| text.len() - text.trim_start().len();
    let mut skipped = spaces(text);
    loop {
        let rest = text.get(skipped..).unwrap_or_default();
        let sigil = rest.chars().next().filter(|c| Kind::from_sigil(*c).is_some()).map(char::len_utf8);
        let amount = LEADING_AMOUNTS.into_iter().map(|(word, _)| word);
        let amount = amount.into_iter().find(|word| rest.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
        let Some(step) = sigil.or(amount.map(str::len)) else { return skipped };
        skipped += step;
        skipped += spaces(text.get(skipped..).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fragment_begins_behind_whatever_separates_names() {
        for (typed, fragments) in [
            ("serv", vec!["serv"]),
            ("mei> serv", vec!["serv"]),
            ("Service bot -> hand", vec!["hand"]),
            ("Service bot->hand", vec!["hand"]),
            ("Service bot -> Handle time, rep", vec!["rep"]),
            ("bot -> less ~hand", vec!["hand"]),
            ("Churn model needs comp", vec!["comp", "Churn model needs comp"]),
            ("Reply assistant builds on serv", vec!["serv", "Reply assistant builds on serv"]),
            ("@Cla", vec!["Cla"]),
            ("no bot -> ti", vec!["ti"]),
            ("want rep", vec!["rep"]),
            ("same Bot = serv", vec!["serv"]),
            ("say @Han", vec!["Han"]),
            ("say @Handlers: we fear it re tri", vec!["tri"]),
            ("do pair the bonus : tom re han", vec!["han"]),
            ("rule serv", vec!["serv"]),
            ("A -> [Faster, fai", vec!["Faster, fai"]),
        ] {
            let found: Vec<_> = fragment_starts(typed).into_iter().map(|start| &typed[start..]).collect();
            assert_eq!(found, fragments, "{typed}");
        }
    }

    #[test]
    fn free_text_and_tails_are_left_alone() {
        for typed in [
            "park the bo",
            "? who tells ret",
            "say @Handlers: am I trai",
            "rule Bot never: cla",
            "do pair the bon",
            "A -> B : se",
            "Bot lowers Handle time : se",
        ] {
            assert!(fragment_starts(typed).is_empty(), "{typed}");
        }
    }
}
