//! A log with a clock time for each line: `00:12:07 Mei Ling: ...`, or `Mei Ling   0:05` above what was said.

use super::speech::{Speech, sentences, speaker_name};
use super::transcript::{NotesLine, Transcript};
use crate::capture::{ClockTime, SpeakerMark};
use crate::record::SessionTime;
use crate::record::lexicon::ARROWS;

/// The minimum number of lines with a time and a speaker.
const NO_ACCIDENT: usize = 2;

/// A line of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
enum LogLine<'a> {
    /// A time, a speaker and words.
    Said(ClockTime, String, &'a str),
    /// A speaker and a time, above the words.
    Heading(ClockTime, String),
    /// A time alone.
    Time(ClockTime),
    /// A time and words.
    Timed(ClockTime, &'a str),
    /// Words.
    Words(&'a str),
}

impl<'a> LogLine<'a> {
    fn of(line: &'a str) -> Self {
        let line = line.trim();
        if let Some(time) = ClockTime::of(line.trim_matches(['[', ']', '(', ')'])) {
            return Self::Time(time);
        }
        if let Some((time, rest)) = ClockTime::before(line) {
            let mark = SpeakerMark::of(rest).filter(|mark| !mark.tagged);
            let named = mark.and_then(|mark| Some((speaker_name(mark.name)?, mark.said)));
            let chat = || rest.split_once(':').and_then(|(who, said)| Some((speaker_name(who)?, said.trim())));
            return match named.or_else(chat) {
                Some((name, said)) => Self::Said(time, name, said),
                None => Self::Timed(time, rest),
            };
        }
        let heading = line.rsplit_once(char::is_whitespace).and_then(|(name, time)| {
            Some((ClockTime::of(time.trim_matches(['[', ']', '(', ')']))?, speaker_name(name)?))
        });
        heading.map_or(Self::Words(line), |(time, name)| Self::Heading(time, name))
    }
}

/// Whether a text is a log: most lines say who spoke when, and it has no heading of notes.
pub(super) fn is_speech_log(text: &str) -> bool {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    if lines().any(|line| line.starts_with("# ")) {
        return false;
    }
    let spoken = lines().filter(|line| matches!(LogLine::of(line), LogLine::Said(..) | LogLine::Heading(..))).count();
    spoken >= NO_ACCIDENT && 3 * spoken >= lines().count()
}

/// Reads a log. Where somebody typed arrows or tags, its lines are read as typed; else it is a transcript of what was
/// said aloud, of which every sentence is only offered.
pub(super) fn read(text: &str) -> Transcript {
    let typed = text.lines().any(|line| {
        ARROWS.iter().any(|arrow| line.contains(arrow)) || SpeakerMark::of(line).is_some_and(|mark| mark.tagged)
    });
    let speeches = speeches(text);
    let lines = if typed { speeches.into_iter().map(as_typed).collect() } else { sentences(speeches) };
    Transcript { lines, ..Transcript::default() }
}

fn as_typed(speech: Speech) -> NotesLine {
    let Speech { number, from, speaker, text, .. } = speech;
    NotesLine { number, at: from, step: None, speaker, text, only_offered: false }
}

/// Returns the stretches of talk; times count from the first one if they are times of day.
fn speeches(text: &str) -> Vec<Speech> {
    let mut clock = LogClock::default();
    let mut speaker: Option<String> = None;
    let mut speeches = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let mut say = |from, speaker: Option<String>, text: &str| {
            if !text.trim().is_empty() {
                speeches.push(Speech { number, from, until: None, speaker, text: text.trim().to_owned() });
            }
        };
        match LogLine::of(line) {
            LogLine::Said(time, name, said) => say(clock.at(time), Some(name), said),
            LogLine::Timed(time, said) => say(clock.at(time), None, said),
            LogLine::Words(said) => say(clock.last, speaker.clone(), said),
            LogLine::Time(time) => drop(clock.at(time)),
            LogLine::Heading(time, name) => {
                clock.at(time);
                speaker = Some(name);
                continue;
            }
        }
        if line.trim().is_empty() || ClockTime::before(line).is_some() {
            speaker = None;
        }
    }
    speeches
}

/// Turns clock times into times of the session, which never run backwards.
#[derive(Debug, Default)]
struct LogClock {
    /// The first time of day; `None` where times count from the beginning.
    first: Option<u32>,
    last: SessionTime,
}

/// From here on, a time with hours is one of the day: no meeting has lasted so long.
const OF_DAY: u32 = 6 * 60 * 60;

impl LogClock {
    fn at(&mut self, time: ClockTime) -> SessionTime {
        let of_day = time.of_day || (time.parts == 3 && time.seconds >= OF_DAY);
        if of_day && self.first.is_none() {
            self.first =
                Some(time.seconds.saturating_sub(u32::try_from(self.last.as_millis() / 1000).unwrap_or_default()));
        }
        let begun = self.first.filter(|_| of_day).unwrap_or_default();
        let at = SessionTime::from_millis(u64::from(time.seconds.saturating_sub(begun)) * 1000);
        self.last = self.last.max(at);
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Told = (u64, Option<String>, String, bool);

    fn told(text: &str) -> Vec<Told> {
        let lines = read(text).lines.into_iter();
        lines.map(|line| (line.at.as_millis() / 1000, line.speaker, line.text, line.only_offered)).collect()
    }

    fn line(at: u64, speaker: &str, text: &str, only_offered: bool) -> Told {
        (at, Some(speaker.to_owned()).filter(|name| !name.is_empty()), text.to_owned(), only_offered)
    }

    #[test]
    fn what_was_said_aloud_is_cut_into_sentences() {
        let text = "Mei Ling   0:05\nThe bot sends people\nin circles. Nobody\n\nTom Okoro 0:12\nI have seen that.\n00:20\nMei Ling 00:00:25\nyes";
        assert!(is_speech_log(text));
        assert_eq!(
            told(text),
            [
                line(5, "Mei Ling", "The bot sends people in circles.", true),
                line(5, "Mei Ling", "Nobody", true),
                line(12, "Tom Okoro", "I have seen that.", true),
                line(25, "Mei Ling", "yes", true),
            ]
        );
    }

    #[test]
    fn notes_that_were_typed_with_times_are_read_as_typed() {
        let text = "09:30:00 From Mei Ling to Everyone: bot -> more repeat calls\n09:31:00 Tom Okoro: it feels slow\n09:31:10 mei> bot -> less trust\n10:30:00 lunch";
        assert!(is_speech_log(text));
        assert_eq!(
            told(text),
            [
                line(0, "Mei Ling", "bot -> more repeat calls", false),
                line(60, "Tom Okoro", "it feels slow", false),
                line(70, "", "mei> bot -> less trust", false),
                line(3600, "", "lunch", false),
            ]
        );
    }

    #[test]
    fn other_notes_are_no_log() {
        for text in [
            "bot -> more calls\nwho tells Retention?\n",
            "# title: A\n00:00:01 Mei: a\n00:00:02 Mei: b\n",
            "[01:40] arrive.2 sam> hello\n[02:00] bot -> calls\n[03:00] next.2 bot -> trust\n",
            "",
        ] {
            assert!(!is_speech_log(text), "{text}");
        }
    }
}
