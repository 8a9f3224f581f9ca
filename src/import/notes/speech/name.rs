/// The maximum number of words in the name of a speaker.
const LONGEST: usize = 4;

/// Words before a colon that name no speaker.
const NO_NAMES: [&str; 12] = [
    "note", "notes", "question", "answer", "decision", "action", "todo", "summary", "agenda", "unknown", "example",
    "speaker",
];

/// Returns the name of a speaker as a transcript writes it, without remarks such as "(Guest)" and with the first name
/// first; `None` if it names nobody, such as "Speaker 2".
pub(in crate::import) fn speaker_name(written: &str) -> Option<String> {
    let written = written.trim().trim_start_matches("From ").split(" to ").next().unwrap_or_default();
    let plain = without_remarks(written);
    let name = match plain.split_once(',') {
        Some((last, first)) if !first.trim().is_empty() => format!("{} {}", first.trim(), last.trim()),
        _ => plain.trim_matches([',', ' ']).to_owned(),
    };
    let words: Vec<&str> = name.split_whitespace().collect();
    let lawful = |c: char| c.is_alphabetic() || c.is_whitespace() || "'’.-".contains(c);
    let known = !words.first().is_some_and(|first| NO_NAMES.contains(&first.to_lowercase().as_str()));
    let is_one = (1..=LONGEST).contains(&words.len()) && name.chars().all(lawful) && known;
    let called = words.iter().all(|word| word.starts_with(char::is_uppercase) || word.len() <= 3);
    (is_one && called && name.starts_with(char::is_uppercase)).then(|| words.join(" "))
}

/// Returns a name without what stands in brackets.
fn without_remarks(written: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for c in written.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_however_a_transcript_writes_it() {
        for (written, name) in [
            ("Mei Ling", Some("Mei Ling")),
            ("Okoro, Tom (Guest)", Some("Tom Okoro")),
            ("Ana [External]", Some("Ana")),
            ("From Mei Ling to Everyone", Some("Mei Ling")),
            ("Jan van der Berg", Some("Jan van der Berg")),
            ("Speaker 2", None),
            ("Unknown Speaker", None),
            ("Note", None),
            ("the bot", None),
            ("", None),
            ("A sentence That Is Too Long", None),
        ] {
            assert_eq!(speaker_name(written).as_deref(), name, "{written}");
        }
    }
}
