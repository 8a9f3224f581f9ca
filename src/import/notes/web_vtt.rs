//! Subtitles in `WebVTT`, as Teams, Zoom and Meet write them.

use super::speech::{Cue, Speech, cues, sentences, speaker_name, spoken_by_speakers};
use super::transcript::Transcript;

/// Whether a text is `WebVTT`.
pub(super) fn is_web_vtt(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').starts_with("WEBVTT")
}

/// Reads a transcript. Every sentence becomes a line that is only offered.
pub(super) fn read(text: &str) -> Transcript {
    let cues = cues(text);
    let tagged = cues.iter().flat_map(|cue| &cue.lines).any(|line| line.contains("<v"));
    let speeches = if tagged { voices(&cues) } else { spoken_by_speakers(&plain(cues)) };
    Transcript { lines: sentences(speeches), ..Transcript::default() }
}

/// Returns the cues without marks.
fn plain(mut cues: Vec<Cue>) -> Vec<Cue> {
    cues.iter_mut().flat_map(|cue| &mut cue.lines).for_each(|line| *line = without_marks(line));
    cues
}

/// Returns the speeches of cues that name their speakers in marks: `<v Mei Ling>`.
fn voices(cues: &[Cue]) -> Vec<Speech> {
    let mut speeches = Vec::new();
    for cue in cues {
        let text = cue.lines.join(" ");
        let mut parts = text.split("<v");
        let before = without_marks(parts.next().unwrap_or_default());
        speeches.push(cue.speech(None, before));
        for part in parts {
            let (name, said) = part.split_once('>').unwrap_or(("", part));
            // Classes stand between the mark and the name: <v.loud Mei>.
            let name = name.split_once(' ').map_or("", |(_, name)| name);
            speeches.push(cue.speech(speaker_name(&unescaped(name)), without_marks(said)));
        }
    }
    speeches.retain(|speech| !speech.text.trim().is_empty());
    speeches
}

/// Returns a text without marks such as `<i>` and `<00:01.000>`, and with the characters that were written as names.
fn without_marks(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, mark)) = rest.split_once('<') {
        plain.push_str(before);
        let ends = mark.starts_with(|c: char| c == '/' || c.is_alphanumeric());
        match mark.split_once('>').filter(|_| ends) {
            Some((_, behind)) => rest = behind,
            None => {
                plain.push('<');
                rest = mark;
            }
        }
    }
    unescaped(&(plain + rest))
}

fn unescaped(text: &str) -> String {
    let named = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&lrm;", ""),
        ("&rlm;", ""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    named.into_iter().fold(text.to_owned(), |text, (name, c)| text.replace(name, c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::SessionTime;

    fn told(text: &str) -> Vec<(Option<String>, String)> {
        read(text).lines.into_iter().map(|line| (line.speaker, line.text)).collect()
    }

    fn by(name: &str, text: &str) -> (Option<String>, String) {
        (Some(name.to_owned()), text.to_owned())
    }

    #[test]
    fn voices_cue_names_settings_notes_and_styles_are_read_for_what_they_are() {
        let text = "\u{feff}WEBVTT - talk\nX-TIMESTAMP-MAP=LOCAL:0\n\nSTYLE\n::cue { color: red }\n\nNOTE\nnot said\n\nabc/12-0\n\
                    00:00:03.000 --> 00:00:07.500 align:start position:0%\n<v Mei Ling>The <i>bot</i> sends\npeople in circles.</v>\n\n\
                    2\n00:07.600 --> 00:12.000\n<v.loud Okoro, Tom>R&amp;D says &lt; 5 %.</v> <v Mei Ling>Yes.\n";
        let lines = read(text).lines;
        assert_eq!(
            told(text),
            [
                by("Mei Ling", "The bot sends people in circles."),
                by("Tom Okoro", "R&D says < 5 %."),
                by("Mei Ling", "Yes.")
            ]
        );
        assert_eq!(lines[0].at, SessionTime::from_millis(3_000));
        assert_eq!(lines[1].at, SessionTime::from_millis(7_600));
        assert!(lines.iter().all(|line| line.only_offered));
    }

    #[test]
    fn names_before_a_colon_are_speakers_where_they_come_back() {
        let cue = |at: u32, text: &str| format!("{at}\n00:00:{at:02}.000 --> 00:00:{at:02}.900\n{text}\n\n");
        let text = [
            "WEBVTT\n\n".to_owned(),
            cue(1, "Mei: It is slow."),
            cue(2, "Costs: too high."),
            cue(3, "Tom Okoro: Why?"),
            cue(4, "Mei: Because."),
        ]
        .concat();
        assert_eq!(
            told(&text),
            [by("Mei", "It is slow."), by("Mei", "Costs: too high."), by("Tom Okoro", "Why?"), by("Mei", "Because.")]
        );
    }
}
