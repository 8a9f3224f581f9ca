//! Cues: the pieces of subtitles, each with its time and its lines of text.

use std::collections::BTreeMap;

use super::{Speech, speaker_name};
use crate::capture::ClockTime;
use crate::record::SessionTime;

/// A cue of subtitles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct Cue {
    /// The number of the line with its time, from 1.
    pub(in crate::import) number: usize,
    from: SessionTime,
    until: Option<SessionTime>,
    /// The lines of text, as they are written.
    pub(in crate::import) lines: Vec<String>,
}

/// What stands between the two times of a cue.
const SPAN: &str = "-->";

/// Returns the cues of a text: a line with two times, and the lines below it up to a blank one. Everything else is left
/// out: headers, the names of cues, comments, styles.
pub(in crate::import) fn cues(text: &str) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut inside = false;
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if let Some((from, until)) = span(line) {
            cues.push(Cue { number, from, until, lines: Vec::new() });
            inside = true;
        } else if line.is_empty() {
            inside = false;
        } else if let Some(cue) = cues.last_mut().filter(|_| inside) {
            cue.lines.push(line.to_owned());
        }
    }
    cues
}

/// Reads the times of a cue; settings may stand behind them.
fn span(line: &str) -> Option<(SessionTime, Option<SessionTime>)> {
    let (from, behind) = line.split_once(SPAN)?;
    let until = behind.split_whitespace().next().and_then(time);
    Some((time(from)?, until))
}

fn time(text: &str) -> Option<SessionTime> {
    let time = ClockTime::of(text)?;
    let fraction =
        text.trim().split_once(['.', ',']).and_then(|(_, digits)| format!("{digits:0<3}").get(..3)?.parse().ok());
    Some(SessionTime::from_millis(u64::from(time.seconds) * 1000 + fraction.unwrap_or(0_u64)))
}

impl Cue {
    /// Returns what one speaker says in the cue.
    pub(in crate::import) fn speech(&self, speaker: Option<String>, text: String) -> Speech {
        Speech { number: self.number, from: self.from, until: self.until, speaker, text }
    }
}

/// Returns the speeches of cues whose text names its speakers before a colon. A name counts if it has two words, or if
/// it stands before several cues. A cue without a name is by the speaker of the last one.
pub(in crate::import) fn spoken_by_speakers(cues: &[Cue]) -> Vec<Speech> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (name, _) in cues.iter().flat_map(|cue| &cue.lines).filter_map(|line| named(line)) {
        *counts.entry(name).or_default() += 1;
    }
    let is_speaker = |name: &String| name.contains(' ') || counts.get(name).is_some_and(|count| *count > 1);
    let mut last = None;
    let mut speeches: Vec<Speech> = Vec::new();
    for cue in cues {
        for line in &cue.lines {
            let (name, said) = named(line)
                .filter(|(name, _)| is_speaker(name))
                .map_or((None, line.as_str()), |(name, said)| (Some(name), said));
            last = name.or(last);
            speeches.push(cue.speech(last.clone(), said.to_owned()));
        }
    }
    speeches
}

/// Splits the name of a speaker off a line of a cue.
fn named(line: &str) -> Option<(String, &str)> {
    let (name, said) = line.trim_start_matches(['-', ' ']).split_once(':')?;
    Some((speaker_name(name)?, said.trim()))
}
