//! An hour of talk in `WebVTT`, made for the test: about 700 cues, five speakers.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use super::transcribed;

const SPEAKERS: [&str; 5] = ["Mei Ling", "Tom Okoro", "Grace Rowe", "Iker Etxeberria", "Noor Haddad"];

/// What people say; every third thing draws an arrow.
const SAYINGS: [&str; 12] = [
    "Good morning everybody, can you hear me?",
    "The bot answers before anybody has read the letter.",
    "More bot answers lead to more repeat calls.",
    "I think Grace has seen that as well.",
    "Let me share my screen for a moment.",
    "The bot needs customer history.",
    "We tried that two years ago and nobody liked it.",
    "It is the same every autumn, honestly.",
    "Repeat calls raise queue pressure.",
    "Could you say that again, Tom?",
    "Let us come back to that after the break.",
    "Queue pressure reduces care.",
];

/// The cues of an hour: sentences of one to three cues, with pauses.
fn hour() -> String {
    let mut text = "WEBVTT\n\nNOTE made for a test\n".to_owned();
    let (mut cue, mut at) = (0_u64, 3_000_u64);
    let mut saying = 0_usize;
    while at < 60 * 60 * 1000 {
        let speaker = SPEAKERS[(saying * 7 + saying / 3) % SPEAKERS.len()];
        let words: Vec<&str> = SAYINGS[saying % SAYINGS.len()].split(' ').collect();
        for piece in words.chunks(if saying.is_multiple_of(4) { 4 } else { 9 }) {
            cue += 1;
            let until = at + 400 * piece.len() as u64;
            let _ = write!(
                text,
                "\n{cue}\n{} --> {} align:start\n<v {speaker}>{}</v>\n",
                clock(at),
                clock(until),
                piece.join(" ")
            );
            at = until + 100;
        }
        at += 3_900;
        saying += 1;
    }
    assert!((600..900).contains(&cue), "{cue} cues");
    text
}

fn clock(millis: u64) -> String {
    let seconds = millis / 1000;
    format!("{:02}:{:02}:{:02}.{:03}", seconds / 3600, seconds / 60 % 60, seconds % 60, millis % 1000)
}

#[test]
fn an_hour_of_talk_becomes_lines_of_text_and_nothing_else() {
    let text = hour();
    let begun = Instant::now();
    let found = transcribed("hour.vtt", &text);
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
    let lines = found.lines();
    assert!(lines.len() > 400, "{}", lines.len());
    assert!(lines.iter().all(|line| line.contains("facts: [Answered(text: ")), "nothing is recorded by itself");
    assert!(lines.iter().all(|line| line.contains("speaker: \"seat")));
    let first: Vec<&str> = SPEAKERS.iter().map(|name| name.split(' ').next().unwrap()).collect();
    found.names_nobody(&SPEAKERS);
    assert!(first.iter().all(|name| !found.session.contains(name)), "not even a first name in what was said");
    assert!(
        found.said.err.contains(" lines could be arrows or more than text: look at them with adjacent open "),
        "{}",
        found.said.err
    );
}
