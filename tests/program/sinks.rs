//! Text that would like to act, walked through every way out of the program. In every one of them it is text.

use std::fs;
use std::path::{Path, PathBuf};

use adjacent::export::{ExportOutput, FORMATS};
use serde_json::Value;
use tempfile::TempDir;

use crate::call::call;
use crate::pipe::session_files;
use crate::program::{harbourline, run_with};

/// Escape sequences, C0, C1, DEL, bidirectional controls, line and paragraph separators, tag characters, what has no
/// width, rows of selectors and joiners, and a tower of marks.
fn hostile() -> String {
    let selectors = "\u{fe01}\u{fe02}\u{e0100}\u{e0101}\u{200d}\u{200d}\u{200d}";
    let bidi = "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{200e}\u{200f}\u{61c}";
    let tower = "\u{301}".repeat(20);
    format!(
        "\u{1b}[31m\u{1b}]0;x\u{7}\u{9b}2J\u{85}\u{7f}{bidi}\u{2028}\u{2029}\u{e0041}\u{e007f}\u{200b}{selectors}{tower}"
    )
}

/// What acts or hides in a text, by a list of its own.
fn what_acts(text: &str) -> Option<char> {
    let (mut before, mut marks) = ('\n', 0);
    for c in text.chars() {
        let alone = |range: std::ops::RangeInclusive<char>| range.contains(&c) && range.contains(&before);
        marks = if ('\u{300}'..='\u{36f}').contains(&c) { marks + 1 } else { 0 };
        let acts = (c.is_control() && c != '\n')
            || ('\u{202a}'..='\u{202e}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
            || ('\u{e0000}'..='\u{e007f}').contains(&c)
            || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
            || alone('\u{200c}'..='\u{200d}')
            || alone('\u{fe00}'..='\u{fe0f}')
            || alone('\u{e0100}'..='\u{e01ef}')
            || marks > 8;
        if acts {
            return Some(c);
        }
        before = c;
    }
    None
}

#[track_caller]
fn is_harmless(what: &str, text: &str) {
    let acts = what_acts(text);
    assert!(acts.is_none(), "{what} lets {acts:?} through:\n{:?}", &text[..text.len().min(2_000)]);
}

/// The worked example with hostile text in its title, labels, units, quotes, notes and reasons; in the names beside it,
/// in an exercise of the workspace, in the settings and in the names of files.
fn workspace() -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let _ = call(folder.path(), &["transcribe", harbourline().to_str().unwrap()]);
    let file = session_files(folder.path()).remove(0);
    let escaped = hostile().chars().fold(String::new(), |text, c| text + &format!("\\u{{{:x}}}", u32::from(c)));
    let mut text = fs::read_to_string(&file).unwrap();
    for words in ["Handle time", "Claims handlers", "Contact Centre", "Service bot", "because", "Four AI changes"] {
        text = text.replace(
            words,
            &words.replacen(' ', &format!(" {escaped}"), 1).replace("because", &format!("be{escaped}cause")),
        );
    }
    let id = format!("2026-11-20-a{}b", "\u{202e}\u{1b}[31m\u{2028}");
    fs::remove_file(&file).unwrap();
    fs::write(folder.path().join(format!("sessions/{id}.ron")), text).unwrap();
    let names = file.with_extension("names.ron");
    let private = folder.path().join("private");
    let names = fs::read_to_string(private.join(names.file_name().unwrap())).unwrap();
    fs::write(private.join(format!("{id}.names.ron")), names.replace(',', &format!(",{escaped}"))).unwrap();
    fs::write(folder.path().join("settings.ron"), format!("(theme: \"dark{escaped}\")")).unwrap();
    fs::write(folder.path().join("sessions/bad\u{1b}[31m\u{202e}.ron"), "no session").unwrap();
    assert_eq!(call(folder.path(), &["exercises", "--new", "mine"]).code, 0);
    let exercise = folder.path().join("exercises/mine.ron");
    let own = fs::read_to_string(&exercise).unwrap().replace("\", ", &format!("{escaped}\", "));
    fs::write(&exercise, own.replace("\",\n", &format!("{escaped}\",\n"))).unwrap();
    (folder, id)
}

#[test]
fn hostile_text_acts_in_nothing_that_is_printed() {
    let (folder, id) = workspace();
    let session = "2026-11-20-a";
    for arguments in [
        &["sessions"][..],
        &["sessions", "--json"],
        &["map"],
        &["map", "--json"],
        &["findings", "--all"],
        &["findings", "--json"],
        &["ask"],
        &["ask", "--json"],
        &["brief", "--as-of", "2026-12-20"],
        &["brief", "--as-of", "2026-12-20", "--json"],
        &["alike"],
        &["alike", "--json"],
        &["search", "bot"],
        &["search", "bot", "--json"],
        &["settle"],
        &["settle", "--json"],
        &["compare", "2026-11-19", "2026-11-21"],
        &["compare", "2026-11-19", "2026-11-21", "--json"],
        &["compare", "2026-11-19", "2026-11-21", "--to", "markdown"],
        &["minutes", session],
        &["replay", session, "--plain"],
        &["strike", session],
        &["exercises"],
        &["exercises", "mine"],
        &["exercises", "mine", "--cards"],
        &["themes"],
        &["check"],
        &["map", "no\u{1b}[31m\u{202e}such"],
        &["fly\u{1b}[31m\u{202e}"],
        &["map", "--until", "so\u{9b}on\u{2028}"],
    ] {
        let said = call(folder.path(), arguments);
        is_harmless(&format!("{arguments:?}"), &said.out);
        is_harmless(&format!("{arguments:?} on standard error"), &said.err);
    }
    let map: Value = serde_json::from_str(&call(folder.path(), &["map", "--json"]).out).unwrap();
    let labels: Vec<&str> = map["nodes"].as_array().unwrap().iter().filter_map(|node| node["label"].as_str()).collect();
    assert!(labels.iter().any(|label| label.contains('\u{202e}')), "a program gets the value as it is");
    let title = format!("T{}itle", hostile());
    let typed = format!("{0}bot -> less {0}time\npark {0}\n/map\n/minutes\n/plan\n/undo\n/end\n", hostile());
    let said = run_with(folder.path(), &["new", &title.replace('\0', ""), "--plain"], &typed);
    is_harmless("--plain", &format!("{}{}", said.out, said.err));
    let said = run_with(folder.path(), &["read", "--json"], &typed);
    is_harmless("read --json", &said.out);
    assert!(session_files(folder.path()).iter().any(|path| path.to_string_lossy().contains(&id)));
}

#[test]
fn hostile_text_acts_in_no_file_that_is_written() {
    let (folder, _) = workspace();
    let written = |name: &str| -> PathBuf { folder.path().join(name) };
    let texts = FORMATS.iter().filter(|format| matches!(format.output, ExportOutput::Text(_)));
    for format in texts.map(|format| format.name) {
        let file = written(format);
        let said = call(folder.path(), &["export", "--to", format, "-o", file.to_str().unwrap()]);
        assert_eq!(said.code, 0, "{format}: {}", said.err);
        // The lines of a calendar end in both signs.
        let lines = |text: &str| match format {
            "ics" => text.replace("\r\n", "\n"),
            // A sheet begins with the mark that spreadsheets look for.
            "kumu-csv" => text.replacen('\u{feff}', "", 1),
            _ => text.to_owned(),
        };
        is_harmless(format, &lines(&read(&file)));
        let said = call(folder.path(), &["export", "--to", format]);
        is_harmless(&format!("{format} on standard output"), &lines(&said.out));
    }
    let sheets = written("sheet.csv");
    assert_eq!(call(folder.path(), &["export", "--to", "kumu-csv", "-o", sheets.to_str().unwrap()]).code, 0);
    for part in ["elements", "connections"] {
        let sheet = read(&written(&format!("sheet-{part}.csv")));
        is_harmless(part, sheet.strip_prefix('\u{feff}').unwrap());
    }
    let minutes = written("minutes.md");
    assert_eq!(call(folder.path(), &["minutes", "2026-11-20-a", "-o", minutes.to_str().unwrap()]).code, 0);
    is_harmless("minutes", &read(&minutes));
}

#[test]
fn hostile_text_acts_on_no_screen_and_in_no_recording_of_one() {
    let (folder, _) = workspace();
    let file = folder.path().join("cast");
    let said = call(folder.path(), &["replay", "2026-11-20-a", "--cast", file.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
    let recorded = read(&file);
    is_harmless("a recording as a file", &recorded);
    let frames: Vec<Value> = recorded.lines().skip(1).map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(frames.len() > 50);
    for frame in &frames {
        is_harmless("a frame", &without_drawing(frame[2].as_str().unwrap()));
    }
}

/// What a frame says: without the sequences that place and colour it, which are numbers and a letter.
fn without_drawing(frame: &str) -> String {
    let mut said = String::new();
    let mut rest = frame.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' && rest.next_if_eq(&'[').is_some() {
            while rest.next_if(|c| c.is_ascii_digit() || matches!(c, ';' | '?' | ':')).is_some() {}
            let end = rest.next().unwrap();
            assert!(matches!(end, 'm' | 'H' | 'K' | 'J' | 'h' | 'l'), "a sequence that draws nothing: {end:?}");
        } else {
            said.push(c);
        }
    }
    said
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}

/// Addresses in every form that some reader of Markdown makes a link of.
const ADDRESSES: [&str; 9] = [
    "https://evil.example/a",
    "<http://evil.example>",
    "www.evil.example",
    "[press](javascript:x)",
    "![look](http://evil.example/a.png)",
    "tom@evil.example",
    "mailto:tom@evil.example",
    "evil.example/pay",
    "<javascript:alert(1)>",
];

#[test]
fn an_address_that_somebody_typed_is_no_link_in_any_markdown() {
    let folder = TempDir::new().unwrap();
    let lines = ADDRESSES.map(|address| {
        format!(
            "bot -> less [{address} time] : seen \"{address}\"\npark {address}\nwho reads {address}?\n\
             do Read {address} : kim due 2026-12-04\nrule bot never: opens {address}\nsay @Claims: see {address}\n"
        )
    });
    let lines = lines.concat();
    let said = run_with(folder.path(), &["new", "Links https://evil.example/t", "--plain"], &lines);
    assert_eq!(said.code, 0, "{}", said.err);
    for arguments in [
        &["minutes", "Links"][..],
        &["export", "--to", "markdown"],
        &["compare", "2020-01-01", "2999-01-01", "--to", "markdown"],
    ] {
        let page = call(folder.path(), arguments).out;
        assert!(page.contains("evil"), "{arguments:?}: {page}");
        for line in page.lines() {
            let text = without_code(line);
            for opener in ["://", "www.", "](", "mailto:", "@evil", "<java", "<http", "evil.example"] {
                assert!(!text.contains(opener), "{arguments:?}: {opener} in {line}");
            }
        }
    }
}

/// A line of Markdown without what stands between backticks, and without what is escaped.
fn without_code(line: &str) -> String {
    let (mut text, mut code) = (String::new(), false);
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        match c {
            '`' => code = !code,
            _ if code => {}
            '\\' => text.extend(rest.next().map(|_| ' ')),
            c => text.push(c),
        }
    }
    text
}
