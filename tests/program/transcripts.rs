//! `adjacent transcribe` with what other programs write: subtitles, logs with clock times, minutes in Markdown.

mod hour;

use std::fs;

use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{Said, run};

/// What became of a file of notes.
struct Transcribed {
    workspace: TempDir,
    said: Said,
    /// The text of the session file.
    session: String,
}

/// Transcribes a text in a file of this name.
#[track_caller]
fn transcribed(name: &str, text: &str) -> Transcribed {
    let workspace = TempDir::new().unwrap();
    let notes = workspace.path().join(name);
    fs::write(&notes, text).unwrap();
    let said = run(workspace.path(), &["transcribe", notes.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
    let session = fs::read_to_string(&session_files(workspace.path())[0]).unwrap();
    Transcribed { workspace, said, session }
}

impl Transcribed {
    /// The lines of the session that were said, as they are written in its file.
    fn lines(&self) -> Vec<&str> {
        self.session.lines().filter(|line| line.contains("said: ")).collect()
    }

    #[track_caller]
    fn names_nobody(&self, names: &[&str]) {
        for name in names {
            assert!(!self.session.contains(name), "{name} is in\n{}", self.session);
        }
        let private = self.workspace.path().join("private");
        let kept: String =
            fs::read_dir(private).unwrap().filter_map(|file| fs::read_to_string(file.unwrap().path()).ok()).collect();
        assert!(names.iter().all(|name| kept.contains(name)), "the private file knows them: {kept}");
    }
}

const TEAMS: &str = "WEBVTT\n\n1\n00:00:03.000 --> 00:00:07.000\n<v Mei Ling>The bot sends people in circles.</v>\n\n2\n\
                     00:00:07.500 --> 00:00:12.000\n<v Tom Okoro>bot -> more repeat calls, I have seen that.</v>\n";

#[test]
fn what_was_said_aloud_is_recorded_as_text_by_seats() {
    let found = transcribed("talk.vtt", TEAMS);
    let lines = found.lines();
    assert_eq!(lines.len(), 2, "{}", found.session);
    assert!(lines.iter().all(|line| line.contains("facts: [Answered(text: ")), "{lines:?}");
    assert!(lines[0].contains("at: 3000, speaker: \"seat"), "{}", lines[0]);
    assert!(lines[1].contains("at: 7500, speaker: \"seat"), "{}", lines[1]);
    found.names_nobody(&["Mei Ling", "Tom Okoro"]);
    assert!(found.said.err.contains(": look at them with adjacent open "), "{}", found.said.err);
    let map = run(found.workspace.path(), &["map", "--json"]);
    assert!(map.out.contains("\"claims\": 0"), "{}", map.out);
}

#[test]
fn a_listed_person_is_found_whatever_the_transcript_calls_them() {
    let log = "Mei Ling   0:05\nTom sends people in circles.\nTom Okoro 0:10\nMei told me so.\nMei 0:12\nyes\n";
    let found = transcribed("talk.txt", log);
    let lines = found.lines();
    assert_eq!(lines.len(), 3, "{}", found.session);
    let speaker = |at: usize| lines[at].split("speaker: \"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(speaker(0), speaker(2), "Mei is Mei Ling");
    assert_ne!(speaker(0), speaker(1));
    found.names_nobody(&["Mei", "Tom"]);
}

#[test]
fn notes_typed_with_clock_times_are_read_as_typed() {
    let zoom = "00:00:03 Mei Ling: The bot sends people in circles.\n00:00:07 Tom Okoro: bot -> more repeat calls\n\
                [00:12] Mei Ling: bot -> less trust\n[00:12:31] mei> bot -> less trust\n10:32 AM Mei: who tells Retention?\n\
                Mei Ling   0:05\nbot needs customer history\nMei Ling 00:07\n";
    let found = transcribed("zoom.txt", zoom);
    let lines = found.lines();
    assert_eq!(lines.len(), 6, "{}", found.session);
    let arrows = lines.iter().filter(|line| line.contains("Claimed(")).count();
    assert_eq!(arrows, 4, "{lines:#?}");
    assert!(lines[4].contains("Asked("), "{}", lines[4]);
    assert!(lines.iter().all(|line| line.contains("speaker: \"seat")), "{lines:#?}");
    found.names_nobody(&["Mei Ling", "Tom Okoro"]);
}

#[test]
fn minutes_in_markdown_keep_what_they_say_and_leave_out_what_is_not_for_them() {
    let minutes = "---\ntitle: Chatbot show and tell\ndate: 2019-03-22\n---\n# Chatbots research: waste and recycling\n\n\
        **Present:** Ana (Customer Services), Ben (IT), Cleo\n\n## Key findings\n\n- Phone calls about bins are 14.5% of all calls\n\
        - chatbot -> fewer calls\n- *real-time data* from crews -> fewer \"where is my bin\" calls\n* bot needs collection data\n\
        1. poor search -> more calls\n2. poor search -> less trust\n\n## Actions\n\n- [ ] Ana: send call log by 1 April\n\
        - [x] Ben to check API with vendor\n\n| What | Who | When |\n| --- | --- | --- |\n| DPIA | Cleo | 12 April |\n\n\
        > \"I just want to know when they come\"\n\n```\nbot -> more calls\n```\n\n\
        <!-- not for the minutes: Ana is leaving in June -->\n[link](https://example.org/notes)\nNext meeting: 5 April\n";
    let found = transcribed("notes.md", minutes);
    assert!(found.session.contains("title: \"Chatbot show and tell\", opened: \"2019-03-22T"), "{}", found.session);
    for absent in ["leaving", "not for the minutes", "<!--", "```", "**", "## ", "](", "| --- |", "Key findings"] {
        assert!(!found.session.contains(absent), "{absent} is in\n{}", found.session);
    }
    found.names_nobody(&["Ana", "Ben", "Cleo"]);
    for claim in ["\"poor search\"", "\"collection data\"", "real-time data from crews"] {
        assert!(found.session.contains(claim), "{claim} is not in\n{}", found.session);
    }
    let quoted =
        |text: &str| found.lines().into_iter().find(|line| line.contains(text)).unwrap().contains("facts: [Answered(");
    assert!(quoted("I just want to know") && quoted("12 April") && quoted("bot -> more calls"), "only offered");
}

#[test]
fn a_transcript_is_known_again() {
    let found = transcribed("talk.vtt", TEAMS);
    let notes = found.workspace.path().join("talk.vtt");
    let again = |arguments: &[&str]| {
        run(found.workspace.path(), &[&["transcribe", notes.to_str().unwrap()], arguments].concat())
    };
    assert_eq!(again(&[]).code, 1);
    fs::write(&notes, format!("{TEAMS}\n3\n00:01:00.000 --> 00:01:02.000\n<v Eve Adams>Why is that?</v>\n")).unwrap();
    let updated = again(&["--update"]);
    assert!(updated.err.contains("1 line added, 0 taken back, 2 as they were"), "{}", updated.err);
    let session = fs::read_to_string(&session_files(found.workspace.path())[0]).unwrap();
    assert!(!session.contains("Eve") && session.contains("Answered(text: \"Why is that?\")"), "{session}");
}
