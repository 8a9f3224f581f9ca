//! What minutes say about themselves: front matter, and who was there.

use crate::import::notes::transcript::{Transcript, remark};

/// The line above and below front matter.
const FENCE: &str = "---";

/// Keys and labels before the people who were there.
const PRESENT: [&str; 10] = [
    "present",
    "attendees",
    "attending",
    "participants",
    "people",
    "anwesend",
    "teilnehmende",
    "présents",
    "presentes",
    "aanwezig",
];

/// Whether a text begins with front matter.
pub(super) fn is_front_matter(text: &str) -> bool {
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim_end);
    lines.next() == Some(FENCE) && lines.any(|line| line == FENCE)
}

/// Reads title, date and people from front matter; returns how many lines it takes.
pub(super) fn read_front_matter(transcript: &mut Transcript, text: &str) -> usize {
    if !is_front_matter(text) {
        return 0;
    }
    let mut lists_people = false;
    for (number, line) in (1..).zip(text.lines()).skip(1) {
        if line.trim_end() == FENCE {
            return number;
        }
        if let Some(item) = line.trim_start().strip_prefix("- ").filter(|_| lists_people) {
            transcript.people.push(unquoted(item).to_owned());
            continue;
        }
        let Some((key, value)) = line.split_once(':') else { continue };
        let (key, value) = (key.trim().to_lowercase(), unquoted(value));
        lists_people = PRESENT.contains(&key.as_str());
        match key.as_str() {
            "title" if !value.is_empty() => transcript.title = Some(value.to_owned()),
            "date" => match value.get(..10).unwrap_or(value).parse() {
                Ok(date) => transcript.date = Some(date),
                Err(_) => remark(transcript, number, format!("{value:?} is not a date like 2026-11-20; today is used")),
            },
            "lang" | "language" => transcript.languages.push((number, value.get(..2).unwrap_or(value).to_lowercase())),
            _ if lists_people => transcript.people.extend(listed(value.trim_matches(['[', ']']))),
            _ => {}
        }
    }
    0
}

/// Returns the people whom a line such as "Present: Ana (IT), Ben" lists.
pub(super) fn people_present(line: &str) -> Option<Vec<String>> {
    let (label, people) = line.split_once(':')?;
    PRESENT.contains(&label.trim().to_lowercase().as_str()).then(|| listed(people))
}

fn listed(people: &str) -> Vec<String> {
    let (mut depth, mut names) = (0_usize, vec![String::new()]);
    for c in people.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match names.last_mut() {
            Some(name) if depth > 0 || !matches!(c, ',' | ';') => name.push(c),
            _ => names.push(String::new()),
        }
    }
    names.iter().map(|name| unquoted(name).to_owned()).filter(|name| !name.is_empty()).collect()
}

fn unquoted(text: &str) -> &str {
    text.trim().trim_matches(['"', '\'']).trim()
}
