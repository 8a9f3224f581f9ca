//! Which room may use which, and what each may name.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::sources::{Source, sources, src, strip};

/// Every room with its level. A room uses only rooms with a smaller number.
const ROOMS: &[(&str, u8)] = &[
    ("record", 0),
    ("graph", 1),
    ("capture", 2),
    ("exercise", 2),
    ("layout", 2),
    ("lens", 2),
    ("assess", 2),
    ("theme", 2),
    ("ask", 3),
    ("replay", 3),
    ("export", 3),
    ("import", 3),
    ("app", 4),
    ("store", 4),
    ("config", 5),
    ("hub", 5),
    ("phones", 5),
    ("ui", 5),
    ("shell", 6),
    ("cli", 7),
];

/// Pairs that the levels would allow and the design does not.
const FORBIDDEN_PAIRS: &[(&str, &str)] = &[("ui", "store")];

/// The rooms that know no terminal, no disk, no clock and no chance.
const PURE: &[&str] = &[
    "record", "graph", "capture", "exercise", "layout", "lens", "assess", "theme", "ask", "replay", "export", "import",
    "app", "config",
];

/// What a pure room never names.
const IMPURE: &[&str] = &[
    "ratatui",
    "crossterm",
    "std::fs",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "std::env",
    "std::time",
    "SystemTime",
    "Instant",
    "Timestamp::now",
    "ZonedDateTime::now",
    "rand::",
    "RandomState",
];

#[test]
fn a_room_uses_only_rooms_below_it() {
    let mut wrong = Vec::new();
    for source in sources() {
        for used in rooms_used(&source.code) {
            if used != source.room && !may_use(&source.room, &used) {
                wrong.push(format!("{} uses {used}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "against the table of rooms:\n{}", wrong.join("\n"));
}

#[test]
fn pure_rooms_name_no_terminal_no_disk_no_clock_and_no_chance() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| PURE.contains(&source.room.as_str())) {
        // A cursor over bytes in memory, and what reads and writes through it, touch no disk.
        let in_memory = ["std::io::Cursor", "std::io::Read;", "std::io::Write;"];
        let code = in_memory.iter().fold(source.code.clone(), |code, harmless| code.replace(harmless, ""));
        for word in IMPURE.iter().filter(|word| code.contains(**word)) {
            wrong.push(format!("{} names {word}", source.path.display()));
        }
    }
    assert!(wrong.is_empty(), "impure:\n{}", wrong.join("\n"));
}

#[test]
fn only_the_screen_and_the_shell_name_ratatui() {
    let allowed = ["ui", "shell"];
    for source in sources().iter().filter(|source| !allowed.contains(&source.room.as_str())) {
        assert!(!source.code.contains("ratatui"), "{} names ratatui", source.path.display());
    }
}

#[test]
fn only_the_store_and_the_commands_touch_the_disk() {
    let allowed = ["store", "cli"];
    let is_other = |source: &&Source| !allowed.contains(&source.room.as_str()) && !source.is_test();
    for source in sources().iter().filter(is_other) {
        for word in ["std::fs", "File::open", "OpenOptions"] {
            assert!(!source.code.contains(word), "{} names {word}", source.path.display());
        }
    }
}

/// The only files that name the streams of the process: the one through which everything is printed, the drawing surface,
/// the clipboard that is a sequence to the terminal, the line about work that goes on, which is taken back, the code of an
/// address, which is coloured blocks alone, and the question whether there are colours, which prints nothing.
const STREAMS: &[&str] =
    &["cli/streams.rs", "shell/looks.rs", "shell/printed_code.rs", "shell/progress.rs", "shell/terminal.rs"];

#[test]
fn everything_that_is_printed_goes_through_one_writer_that_cleans_it() {
    let mut wrong = Vec::new();
    for source in sources() {
        let path = source.name();
        let words = ["print!(", "println!(", "eprint", "dbg!(", "stdout()", "stderr()"];
        for word in words.iter().filter(|word| names(&source.code, word) && !STREAMS.contains(&path.as_str())) {
            wrong.push(format!("{path} names {word}"));
        }
    }
    assert!(wrong.is_empty(), "print through `Call::out` or `Call::err`:\n{}", wrong.join("\n"));
}

#[test]
fn every_room_on_disk_is_in_the_table_and_in_the_picture() {
    let picture = fs::read_to_string(src().join("lib.rs")).unwrap();
    let table: BTreeSet<String> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    let on_disk: BTreeSet<String> = sources().iter().map(|source| source.room.clone()).collect();
    assert_eq!(on_disk, table);
    for (room, level) in ROOMS {
        assert!(picture.contains(&format!("`{room}`")), "{room} is missing in src/lib.rs");
        assert!(picture.contains(&format!("| {level} |")), "level {level} is missing in src/lib.rs");
    }
}

#[test]
fn the_reader_of_sources_sees_through_comments_groups_and_nesting() {
    let code = strip("use crate::{graph::Key, store};\n// crate::ui\nlet a = crate::app::Model; \"crate::shell\"");
    let used: Vec<_> = rooms_used(&code).into_iter().collect();
    assert_eq!(used, ["app", "graph", "store"]);
}

/// Whether the code holds these words, and not as the end of a longer name.
fn names(code: &str, words: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(words).any(|(at, _)| !code[..at].ends_with(part))
}

fn may_use(room: &str, used: &str) -> bool {
    let level = |name: &str| ROOMS.iter().find(|(room, _)| *room == name).map(|(_, level)| *level);
    match (level(room), level(used)) {
        (Some(own), Some(other)) => other < own && !FORBIDDEN_PAIRS.contains(&(room, used)),
        _ => false,
    }
}

/// The names directly below the crate's root that the code mentions.
fn rooms_used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        match rest.strip_prefix('{') {
            Some(group) => used.extend(group_heads(group)),
            None => used.extend(head(rest)),
        }
    }
    used
}

fn head(text: &str) -> Option<String> {
    let name: String = text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

fn group_heads(text: &str) -> Vec<String> {
    let mut heads: Vec<String> = head(text).into_iter().collect();
    let mut depth = 1;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => heads.extend(head(&text[at + 1..])),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    heads
}

/// Which day it was is decided in one place; the machine's own zone is asked for in another.
const KNOW_DAYS: &[&str] = &["record/zone.rs", "shell/zone.rs"];

#[test]
fn only_one_place_knows_which_day_it_was_in_the_room() {
    let wrong = sources().iter().filter(|source| !KNOW_DAYS.contains(&&*source.path.to_string_lossy()));
    let wrong = wrong.flat_map(|source| {
        let words = ["TimeZone", "to_zoned_datetime", "ZonedDateTime", "Zoned", "in_tz", "86_400"];
        words
            .into_iter()
            .filter(|word| source.code.contains(word))
            .map(|word| format!("{} names {word}", source.path.display()))
            .collect::<Vec<_>>()
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "ask a session for its day, or its zone:\n{}", wrong.join("\n"));
}

#[test]
fn only_one_place_says_whose_a_promise_or_a_watch_is() {
    // Whoever spoke has a seat; the pages that tell a speaker from a unit look at that alone.
    let allowed = ["record/session/seats.rs", "graph/owner.rs", "export/minutes/disagreements.rs"];
    let wrong = sources()
        .iter()
        .filter(|source| source.code.contains("session.in_public(") || source.code.contains("session().in_public("));
    let wrong: Vec<PathBuf> =
        wrong.map(|source| source.path.clone()).filter(|path| !allowed.contains(&&*path.to_string_lossy())).collect();
    assert!(wrong.iter().all(|path| path.ends_with("tests.rs")), "ask Owner: {wrong:?}");
}
