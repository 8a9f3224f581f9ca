use crate::capture::grammar::{phrase_at, spoken_words};
use crate::capture::lexicon::{Lexicon, Sense, Words};
use crate::record::Position;

/// A position as people say it: the word, and the words behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SpokenPosition<'t> {
    /// The position.
    pub(crate) position: Position,
    /// The words behind the position; empty when there are none.
    pub(crate) words: &'t str,
    /// Whether the word may only open a sentence of talk: "right, next topic".
    pub(crate) loose: bool,
}

/// Reads a position: the bare word, or the word and then a comma, a colon, a semicolon, a dash or a quote.
pub(crate) fn spoken_position<'t>(said: &'t str, lexicon: &Lexicon) -> Option<SpokenPosition<'t>> {
    if said.contains("->") || said.contains("<-") {
        return None;
    }
    lexicon.languages().iter().find_map(|words| in_language(said, words))
}

fn in_language<'t>(said: &'t str, words: &Words) -> Option<SpokenPosition<'t>> {
    let line = spoken_words(said, words);
    let is_position = |sense| matches!(sense, Sense::Yes | Sense::No | Sense::Unsure);
    let (sense, length) = phrase_at(&line, 0, words, is_position)?;
    // "Yes exactly" and "no no" say it twice.
    let again = |length: usize| phrase_at(&line, length, words, |other| other == sense).map(|(_, more)| length + more);
    let length = std::iter::successors(Some(length), |length| again(*length)).last().unwrap_or(length);
    let (first, last) = (line.first()?, line.get(length - 1)?);
    if first.start != 0 {
        return None;
    }
    let position = match sense {
        Sense::Yes => Position::Yes,
        Sense::No => Position::No,
        _ => Position::Unsure,
    };
    let rest = said.get(last.end..)?;
    let text = rest.trim();
    if matches!(rest.trim_end(), "" | "." | "!") {
        return Some(SpokenPosition { position, words: "", loose: false });
    }
    let dashed = rest.starts_with(' ') && text.starts_with(['-', '–', '—']);
    let parted = rest.starts_with([',', ':', ';']) || text.starts_with(['"', '“']) || dashed;
    let behind = text.trim_matches([' ', ',', ':', ';', '-', '–', '—']);
    let behind = behind.strip_prefix(['"', '“']).and_then(|text| text.strip_suffix(['"', '”'])).unwrap_or(behind);
    // The first word of the list says yes and nothing else; the others open a sentence as well.
    let plain = words.file.yes.first().is_some_and(|yes| *yes == first.folded);
    let loose = sense == Sense::Yes && !plain && rest.starts_with(',');
    (parted && !behind.is_empty()).then_some(SpokenPosition { position, words: behind, loose })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_the_bare_word_or_the_word_and_a_mark() {
        use Position::{No, Unsure, Yes};
        for (said, expected) in [
            ("no", Some((No, "", false))),
            ("Same here", Some((Yes, "", false))),
            ("exactly!", Some((Yes, "", false))),
            ("yes exactly", Some((Yes, "", false))),
            ("no no", Some((No, "", false))),
            ("not sure", Some((Unsure, "", false))),
            ("Yes, since the ramp opened", Some((Yes, "since the ramp opened", false))),
            ("wrong: they shout at the scanner now", Some((No, "they shout at the scanner now", false))),
            ("nearly - only on Mondays", Some((Unsure, "only on Mondays", false))),
            ("no \"it never came\"", Some((No, "it never came", false))),
            ("right, next topic", Some((Yes, "next topic", true))),
            ("agreed: it is slower", Some((Yes, "it is slower", false))),
            ("No one told the yard about the new gate.", None),
            ("Right now the yard does it by hand", None),
            ("Wrong tours end at the wrong gate.", None),
            ("Nearly every tour gets changed by hand", None),
            ("no-shows up", None),
            ("no Bot -> Calls", None),
            ("same as every year", None),
            ("right?", None),
        ] {
            let found = spoken_position(said, Lexicon::english());
            assert_eq!(found.map(|found| (found.position, found.words, found.loose)), expected, "{said}");
        }
    }
}
