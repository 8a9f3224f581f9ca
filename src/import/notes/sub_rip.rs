//! Subtitles in `SubRip`: numbered cues, without marks for speakers.

use super::speech::{cues, sentences, spoken_by_speakers};
use super::transcript::Transcript;
use crate::capture::ClockTime;

/// Whether a text is `SubRip`: a number, and a line with two times below it.
pub(super) fn is_sub_rip(text: &str) -> bool {
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|line| !line.is_empty());
    let numbered = lines.next().is_some_and(|line| line.bytes().all(|byte| byte.is_ascii_digit()));
    numbered
        && lines.next().and_then(|line| line.split_once("-->")).is_some_and(|(from, _)| ClockTime::of(from).is_some())
}

/// Reads a transcript. Every sentence becomes a line that is only offered.
pub(super) fn read(text: &str) -> Transcript {
    let mut cues = cues(text);
    cues.iter_mut().flat_map(|cue| &mut cue.lines).for_each(|line| *line = without_marks(line));
    Transcript { lines: sentences(spoken_by_speakers(&cues)), ..Transcript::default() }
}

/// The marks that players know.
const MARKS: [&str; 8] = ["<i>", "</i>", "<b>", "</b>", "<u>", "</u>", "{\\an8}", "</font>"];

fn without_marks(line: &str) -> String {
    MARKS.into_iter().fold(line.to_owned(), |line, mark| line.replace(mark, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::SessionTime;

    #[test]
    fn numbered_cues_with_commas_in_their_times_are_read() {
        let text = "1\r\n00:00:01,250 --> 00:00:02,000\r\n<i>Mei: It is</i>\r\nslow.\r\n\r\n2\r\n00:01:00,000 --> 00:01:02,000\r\nMei: Why?\r\n";
        assert!(is_sub_rip(text) && !is_sub_rip("1\nA -> B\n"));
        let lines = read(text).lines;
        let told: Vec<_> =
            lines.iter().map(|line| (line.number, line.speaker.as_deref(), line.text.as_str())).collect();
        assert_eq!(told, [(2, Some("Mei"), "It is slow."), (7, Some("Mei"), "Why?")]);
        assert_eq!(lines[0].at, SessionTime::from_millis(1_250));
        assert!(lines.iter().all(|line| line.only_offered));
    }
}
