use crate::graph::{Arrow, Evidence};
use crate::record::spoken::is_reason;
use crate::record::text::clean;

/// What was said beside an arrow in the speaker's words: the quote, the reason, the remark. `None` when the line was
/// only the arrow.
pub(super) fn beside(said: &Evidence) -> Option<String> {
    in_words(said.words.as_deref(), said.note.as_deref())
}

/// A quote and a note, such as "“they wait”; because nobody calls back"; `None` without both.
pub(super) fn in_words(words: Option<&str>, note: Option<&str>) -> Option<String> {
    let quote = words.map(clean).filter(|words| !words.trim().is_empty()).map(|words| format!("“{words}”"));
    let note = note.map(clean).filter(|note| !note.trim().is_empty());
    let note = note.map(|note| if is_reason(&note) { note.into_owned() } else { format!("noted: {note}") });
    let told: Vec<String> = quote.into_iter().chain(note).collect();
    (!told.is_empty()).then(|| told.join("; "))
}

/// Everything that was said beside an arrow, each text once, the latest first. It names nobody; what was said for
/// somebody absent is left out.
pub(super) fn all_beside(arrow: &Arrow) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for said in arrow.evidence.iter().rev().filter(|said| !said.imagined) {
        told.extend(beside(said).filter(|words| !told.contains(words)));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_follows_directly_and_any_other_note_is_called_one() {
        for (words, note, told) in [
            (None, None, None),
            (Some("they wait"), None, Some("“they wait”")),
            (None, Some("because it is late"), Some("because it is late")),
            (Some("they wait"), Some("Because it is late"), Some("“they wait”; Because it is late")),
            (None, Some("in the north"), Some("noted: in the north")),
            (Some(" "), Some(""), None),
        ] {
            assert_eq!(in_words(words, note).as_deref(), told);
        }
    }
}
