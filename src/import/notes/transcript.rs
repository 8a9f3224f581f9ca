//! Notes typed in any editor: a few header lines, then one line for each thought, with time, step and speaker if known.
//!
//! ```text
//! # title: Four AI changes, one customer
//! # date: 2026-11-20
//! # zone: Europe/Berlin
//! # mode: live
//! # kind: workshop
//! # private: no
//! # lang: de, en
//! # person: mei = Mei, claims lead @ Claims
//! [18:30] next.2 mei> Claims triage -> less claims cycle time : seen
//! Service bot needs customer history
//! ```

use jiff::civil::Date;

use crate::record::{Mode, SessionTime, StepId, Zone};

/// One line of notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesLine {
    /// Its number in the file, from 1.
    pub number: usize,
    /// The time at which the line was said; a line without a time has that of the line above it.
    pub at: SessionTime,
    /// The step during which it was said.
    pub step: Option<StepId>,
    /// The name of the speaker, where the notes give it apart from the line.
    pub speaker: Option<String>,
    /// The line itself, with the speaker's tag if it has one.
    pub text: String,
    /// Whether nothing of the line is recorded by itself: it stays text, and its readings are only offered.
    pub only_offered: bool,
}

impl NotesLine {
    /// Returns a line that somebody typed.
    pub(super) fn typed(number: usize, at: SessionTime, step: Option<StepId>, text: &str) -> Self {
        Self { number, at, step, speaker: None, text: text.to_owned(), only_offered: false }
    }
}

/// A remark on a part of the notes that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line's number in the file, from 1.
    pub number: usize,
    /// A sentence that says what is wrong and what was done instead.
    pub says: String,
}

/// A whole file of notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcript {
    /// The title, from `# title:`; `None` without that line.
    pub title: Option<String>,
    /// The date, from `# date:`; `None` without that line.
    pub date: Option<Date>,
    /// `# zone:`, the time zone; `None` for the zone of this machine.
    pub zone: Option<Zone>,
    /// The name of whoever holds the keyboard, from `# facilitator:`; `None` without that line.
    pub facilitator: Option<String>,
    /// The mode, from `# mode:`; for a room unless the line says solo.
    pub mode: Mode,
    /// Whether the notes are single lines noted between sessions: `# kind: desk`.
    pub desk: bool,
    /// Whether the session is private: `# private: yes`. It then adds to no shared map and is shown on no shared
    /// screen.
    pub private: bool,
    /// The codes in `# lang:`, the languages beside English, each with the number of its line.
    pub languages: Vec<(usize, String)>,
    /// The texts of all `# person:` lines, in order.
    pub people: Vec<String>,
    /// All other lines that are not blank.
    pub lines: Vec<NotesLine>,
    /// The remarks on parts of the notes that could not be used.
    pub remarks: Vec<Remark>,
}

/// Reads notes. Never fails: a line that is not a header is content, and an unusable part becomes a remark.
pub fn read(text: &str) -> Transcript {
    let mut transcript = Transcript::default();
    let mut at = SessionTime::OPENING;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if transcript.lines.is_empty() && read_header(&mut transcript, number, line) {
            continue;
        }
        if line.starts_with("##") {
            remark(&mut transcript, number, "a heading of the notes; it is not kept".to_owned());
            continue;
        }
        let (time, rest) = split_time(bare(line));
        at = time.unwrap_or(at).max(at);
        let (step, rest) = split_step(rest);
        transcript.lines.push(NotesLine::typed(number, at, step, rest));
    }
    transcript
}

pub(super) fn read_header(transcript: &mut Transcript, number: usize, line: &str) -> bool {
    let Some((key, value)) = line.strip_prefix("# ").and_then(|rest| rest.split_once(':')) else { return false };
    let value = value.trim();
    match key.trim() {
        "title" => transcript.title = (!value.is_empty()).then(|| value.to_owned()),
        "facilitator" => transcript.facilitator = (!value.is_empty()).then(|| value.to_owned()),
        "person" => transcript.people.push(value.to_owned()),
        "lang" => {
            let codes = value.split([',', ' ', ';']).filter(|code| !code.is_empty());
            transcript.languages.extend(codes.map(|code| (number, code.to_owned())));
        }
        "date" => match value.parse() {
            Ok(date) => transcript.date = Some(date),
            Err(_) => remark(transcript, number, format!("{value:?} is not a date like 2026-11-20; today is used")),
        },
        "zone" => match Zone::named(value) {
            zone if zone.is_known() => transcript.zone = Some(zone),
            _ => remark(
                transcript,
                number,
                format!("{value:?} is not a time zone like Europe/Berlin; that of this machine is used"),
            ),
        },
        "private" => match value {
            "yes" => transcript.private = true,
            "no" => transcript.private = false,
            _ => remark(transcript, number, format!("private is yes or no, not {value:?}; it is shared")),
        },
        "kind" => match value {
            "desk" => transcript.desk = true,
            "workshop" => transcript.desk = false,
            _ => remark(transcript, number, format!("the kind is workshop or desk, not {value:?}; workshop is used")),
        },
        "mode" => match value {
            "live" => transcript.mode = Mode::Live,
            "solo" => transcript.mode = Mode::Solo,
            _ => remark(transcript, number, format!("the mode is live or solo, not {value:?}; live is used")),
        },
        _ => return false,
    }
    true
}

pub(super) fn remark(transcript: &mut Transcript, number: usize, says: String) {
    transcript.remarks.push(Remark { number, says });
}

/// Removes the list bullet from a line. A bullet is followed by a space; the sigil of a name is not.
pub(super) fn bare(line: &str) -> &str {
    let bullets = ["- ", "* ", "• ", "– ", "+ "];
    bullets.iter().find_map(|bullet| line.strip_prefix(bullet)).map_or(line, str::trim_start)
}

/// Splits `[mm:ss]` or `[h:mm:ss]` off the start of a line.
pub(super) fn split_time(line: &str) -> (Option<SessionTime>, &str) {
    let Some((inside, rest)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) else {
        return (None, line);
    };
    match session_time(inside) {
        Some(at) => (Some(at), rest.trim_start()),
        None => (None, line),
    }
}

/// Reads a time written `mm:ss` or `h:mm:ss`.
pub fn session_time(text: &str) -> Option<SessionTime> {
    let parts: Vec<u64> = text.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let seconds = match parts.as_slice() {
        [minutes, seconds] => minutes.checked_mul(60)?.checked_add(*seconds)?,
        [hours, minutes, seconds] => {
            hours.checked_mul(3600)?.checked_add(minutes.checked_mul(60)?)?.checked_add(*seconds)?
        }
        _ => return None,
    };
    seconds.checked_mul(1000).map(SessionTime::from_millis)
}

/// Splits a step such as `next.3` off the start of a line, unless the line continues as if it were a name.
pub(super) fn split_step(line: &str) -> (Option<StepId>, &str) {
    let Some((first, rest)) = line.split_once(' ') else { return (None, line) };
    let rest = rest.trim_start();
    let names_a_thing = rest.is_empty() || rest.starts_with(['-', '<', ':', ',']);
    let is_word = first.starts_with(|c: char| c.is_ascii_lowercase());
    match first.parse::<StepId>() {
        Ok(step) if is_word && !names_a_thing && !step.exercise.contains(|c: char| c.is_ascii_digit()) => {
            (Some(step), rest)
        }
        _ => (None, line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_read_and_the_rest_are_lines_with_their_numbers() {
        let notes = read(
            "# title: A\n# date: 2026-11-20\n# mode: solo\n# person: mei = Mei @ Claims\n\n[01:40] arrive.2 sam> hello\nBot needs data\n",
        );
        assert_eq!(notes.title.as_deref(), Some("A"));
        assert_eq!(notes.date, Some(jiff::civil::date(2026, 11, 20)));
        assert_eq!(notes.mode, Mode::Solo);
        assert_eq!(notes.people, ["mei = Mei @ Claims"]);
        let at = SessionTime::from_millis(100_000);
        let first = NotesLine::typed(6, at, Some(StepId::new("arrive", 2)), "sam> hello");
        let second = NotesLine::typed(7, at, None, "Bot needs data");
        assert_eq!(notes.lines, [first, second]);
    }

    #[test]
    fn a_forum_is_not_mistaken_for_a_header() {
        let notes = read("#Data clinic covers @Claims\n# notes: are a line\n");
        assert_eq!(notes.lines.len(), 2);
        assert_eq!(notes.title, None);
    }

    #[test]
    fn a_thing_with_a_dot_is_not_mistaken_for_a_step() {
        for line in ["v2.1 -> Trust : +", "model.1 -> Trust : +", "a.b c", "[x] -> y : +", "12.5 percent say so"] {
            let notes = read(line);
            assert_eq!(notes.lines[0].text, line);
            assert_eq!(notes.lines[0].step, None);
        }
    }

    #[test]
    fn what_the_header_gets_wrong_is_said_with_its_line() {
        let notes = read("# date: soon\n# mode: loud\nBot needs data");
        assert_eq!(notes.remarks.iter().map(|remark| remark.number).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(notes.lines.len(), 1);
    }

    #[test]
    fn times_never_run_backwards_and_absurd_ones_are_text() {
        let notes = read("[10:00] a\n[05:00] b\n[99999999999999999999:00] c");
        assert_eq!(notes.lines[1].at, SessionTime::from_millis(600_000));
        assert_eq!(notes.lines[2].text, "[99999999999999999999:00] c");
        assert_eq!(session_time("1:02:03"), Some(SessionTime::from_millis(3_723_000)));
    }
}
