//! The code builds where there is no Unix: what only Unix has stands behind a gate, and has another side to it.

use std::fs;
use std::path::{Path, PathBuf};

/// What only Unix has.
const UNIX_ONLY: &[&str] = &[
    "std::os::unix",
    "std::os::fd",
    "std::os::linux",
    "signal_hook",
    "rustix::",
    "libc::",
    "nix::",
    "PermissionsExt",
    "OpenOptionsExt",
    "MetadataExt",
    "FileTypeExt",
    "CommandExt",
    "from_mode",
    "AsRawFd",
    "/dev/",
    "/proc/",
];

#[test]
fn what_only_unix_has_stands_behind_a_gate() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        for (number, line) in open_lines(&text) {
            for name in UNIX_ONLY.iter().filter(|name| line.contains(**name)) {
                wrong.push(format!("{}:{number} names {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "only Unix has these; gate them with #[cfg(unix)]:\n{}", wrong.join("\n"));
}

#[test]
fn whatever_stands_behind_a_gate_has_another_side_or_is_called_only_behind_it() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let others = gated(&text, "#[cfg(not(unix))]");
        for (name, _) in gated(&text, "#[cfg(unix)]") {
            let has_other_side = others.iter().any(|(other, _)| *other == name);
            let called = sources().iter().any(|(place, text)| {
                let called = |line: &str| line.contains(&format!("{name}(")) && !line.contains(&format!("fn {name}("));
                open_lines(text).iter().any(|(_, line)| called(line)) && may_call(place, &path, &text.replace(' ', ""))
            });
            if called && !has_other_side {
                wrong.push(format!("{}: {name} has no side for systems that are not Unix", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reader_of_sources_knows_what_stands_behind_a_gate() {
    let text = "fn open() {}\n#[cfg(unix)]\nfn closed() {\n    use std::os::unix;\n}\n\n#[cfg(unix)]\nuse std::os::fd;\n\
                fn open_again() { closed() }\n#[cfg(not(unix))]\nfn closed() {}\n";
    let open: Vec<usize> = open_lines(text).into_iter().map(|(number, _)| number).collect();
    assert_eq!(open, [1, 6, 9, 10, 11]);
    let names = |gate| gated(text, gate).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names("#[cfg(unix)]"), ["closed"]);
    assert_eq!(names("#[cfg(not(unix))]"), ["closed"]);
}

/// Whether a file that has a name like this may mean the one in that file: the file itself, or one that uses its room.
fn may_call(place: &Path, defined: &Path, text: &str) -> bool {
    let stem = defined.file_stem().unwrap().to_string_lossy().into_owned();
    place == defined || text.contains(&format!("{stem}::"))
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 50);
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            // Tests at the end of a file are for whoever develops.
            let text = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            found.push((path, text));
        }
    }
}

/// The lines that every system builds, with their numbers.
fn open_lines(text: &str) -> Vec<(usize, &str)> {
    let mut open = Vec::new();
    let mut lines = (1..).zip(text.lines());
    while let Some((number, line)) = lines.next() {
        let code = line.split("//").next().unwrap_or_default();
        if is_gate(code) {
            pass_item(&mut lines);
        } else {
            open.push((number, code));
        }
    }
    open
}

fn is_gate(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("#[cfg(unix)]") || line.starts_with("#[cfg(target_os")
}

/// Goes past the item behind a gate: to the end of its block, or of its line.
fn pass_item<'a>(lines: &mut impl Iterator<Item = (usize, &'a str)>) {
    let (mut opened, mut closed) = (0, 0);
    for (_, line) in lines.by_ref() {
        opened += line.matches('{').count();
        closed += line.matches('}').count();
        let opens_later = line.trim_start().starts_with("#[") || (opened == closed && !line.contains(['{', ';', '}']));
        if opened <= closed && !opens_later {
            return;
        }
    }
}

/// The functions that stand directly behind a gate, by name and line.
fn gated(text: &str, gate: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for (number, _) in lines.iter().enumerate().filter(|(_, line)| line.trim() == gate) {
        let item = lines[number + 1..].iter().find(|line| !line.trim_start().starts_with("#["));
        if let Some((_, rest)) = item.and_then(|item| item.split_once("fn ")) {
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.push((name, number + 1));
        }
    }
    found
}
