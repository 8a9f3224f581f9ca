use std::mem;

use super::Speech;
use crate::import::notes::transcript::NotesLine;
use crate::record::SessionTime;
use crate::record::text::single_spaced;

/// The longest silence inside a sentence, in milliseconds.
const SILENCE: u64 = 4_000;

/// The maximum number of words in a sentence; talk that has no full stops is cut there, between two cues.
const LONGEST: usize = 60;

/// Short forms whose full stop ends no sentence.
const SHORT_FORMS: [&str; 16] =
    ["e.g", "i.e", "dr", "mr", "mrs", "ms", "vs", "etc", "approx", "no", "z.b", "bzw", "ca", "d.h", "st", "nr"];

/// A sentence that is not finished.
#[derive(Debug, Default)]
struct Unfinished {
    number: usize,
    at: SessionTime,
    speaker: Option<String>,
    text: String,
    until: Option<SessionTime>,
}

/// Joins what one speaker says in a row, and cuts it into sentences. Each becomes a line that is only offered.
pub(in crate::import) fn sentences(speeches: impl IntoIterator<Item = Speech>) -> Vec<NotesLine> {
    let mut lines = Vec::new();
    let mut open = Unfinished::default();
    for speech in speeches {
        if !open.goes_on_in(&speech) {
            lines.extend(mem::take(&mut open).line());
        }
        open.add(&speech, &mut lines);
    }
    lines.extend(open.line());
    lines
}

impl Unfinished {
    fn goes_on_in(&self, speech: &Speech) -> bool {
        let silence = self.until.map_or(0, |until| speech.from.as_millis().saturating_sub(until.as_millis()));
        let is_long = self.text.split_whitespace().count() > LONGEST;
        self.speaker == speech.speaker && silence <= SILENCE && !is_long
    }

    fn add(&mut self, speech: &Speech, lines: &mut Vec<NotesLine>) {
        let text = single_spaced(&speech.text);
        if self.text.is_empty() {
            (self.number, self.at) = (speech.number, speech.from);
        } else {
            self.text.push(' ');
        }
        self.speaker.clone_from(&speech.speaker);
        self.text.push_str(&text);
        self.until = speech.until;
        while let Some(end) = sentence_end(&self.text) {
            let rest = self.text.split_off(end).trim_start().to_owned();
            let sentence = Self { text: mem::replace(&mut self.text, rest), speaker: self.speaker.clone(), ..*self };
            lines.extend(sentence.line());
            (self.number, self.at) = (speech.number, speech.from);
        }
    }

    /// Returns the line; `None` without words.
    fn line(self) -> Option<NotesLine> {
        let Self { number, at, speaker, text, .. } = self;
        let spoken = text.chars().any(char::is_alphanumeric);
        spoken.then_some(NotesLine { number, at, step: None, speaker, text, only_offered: true })
    }
}

/// Returns the byte behind the first sentence of a text; `None` while it is not finished.
fn sentence_end(text: &str) -> Option<usize> {
    text.char_indices().filter(|(_, c)| matches!(c, '.' | '?' | '!' | '…')).find_map(|(at, c)| {
        let behind = text.get(at + c.len_utf8()..)?;
        let closing = behind.trim_start_matches(['"', '”', '\'', ')', '.', '?', '!', '…']);
        let end = text.len() - closing.len();
        let begins = closing.trim_start().chars().next();
        let ends = begins.is_none()
            || (closing.starts_with(char::is_whitespace) && begins.is_some_and(|next| !next.is_lowercase()));
        let before = text.get(..at)?.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
        let short =
            c == '.' && begins.is_some() && (before.chars().count() <= 1 || SHORT_FORMS.contains(&before.as_str()));
        (ends && !short).then_some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speech(number: usize, from: u64, until: u64, speaker: &str, text: &str) -> Speech {
        Speech {
            number,
            from: SessionTime::from_millis(from),
            until: Some(SessionTime::from_millis(until)),
            speaker: Some(speaker.to_owned()),
            text: text.to_owned(),
        }
    }

    fn cut(speeches: &[Speech]) -> Vec<(usize, u64, String)> {
        let lines = sentences(speeches.iter().cloned());
        lines.into_iter().map(|line| (line.number, line.at.as_millis(), line.text)).collect()
    }

    #[test]
    fn a_sentence_over_several_cues_is_one_line_and_a_cue_with_two_is_two() {
        let found = cut(&[
            speech(1, 0, 2_000, "Mei", "The bot sends people"),
            speech(4, 2_000, 4_000, "Mei", "in circles. And nobody"),
            speech(7, 4_100, 6_000, "Mei", "tells us, e.g. Retention. Why?"),
            speech(10, 6_100, 7_000, "Tom", "yes"),
            speech(13, 30_000, 31_000, "Tom", "well"),
        ]);
        let expected = [
            (1, 0, "The bot sends people in circles."),
            (4, 2_000, "And nobody tells us, e.g. Retention."),
            (7, 4_100, "Why?"),
            (10, 6_100, "yes"),
            (13, 30_000, "well"),
        ];
        assert_eq!(found, expected.map(|(number, at, text)| (number, at, text.to_owned())));
    }

    #[test]
    fn talk_without_full_stops_is_cut_between_cues() {
        let talk: Vec<Speech> =
            (0..40).map(|at| speech(1, at * 1000, at * 1000 + 900, "Mei", "and so on and on it goes")).collect();
        let found = cut(&talk);
        assert!(found.len() > 3, "{}", found.len());
        assert!(found.iter().all(|(_, _, text)| text.split_whitespace().count() <= LONGEST + 7));
    }
}
