//! Theme files and house styles, as the commands tell and use them.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{fed, program, run};

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn themes_are_listed_with_where_each_comes_from_and_what_is_wrong_with_it() {
    let workspace = TempDir::new().unwrap();
    let folder = workspace.path();
    write(folder, "themes/harbour.ron", "(inherits: \"dark\", about: \"Ours.\", roles: { Quiet: (fg: \"#333333\") })");
    write(folder, "own/adjacent/themes/mine.ron", "(inherits: \"harbour\", text: \"blue-ish\")");
    write(folder, "themes/broken.ron", "(inherits: ");
    let said = run(folder, &["themes"]);
    assert_eq!(said.code, 0, "{}", said.err);
    for words in ["auto ", "dark ", "projector ", "harbour ", "mine ", "this workspace", "your own", "Ours."] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    for words in
        ["harbour.ron:1:57: Quiet is #333333 on #14181f", "mine.ron:1:29: \"blue-ish\" is no colour", "broken.ron:1:"]
    {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    let shown = run(folder, &["themes", "harbour"]);
    let quiet = shown.out.lines().find(|line| line.starts_with("Quiet")).unwrap();
    assert!(quiet.contains("#333333") && quiet.contains("too faint; fg: \"#"), "{}", shown.out);
    let none = run(folder, &["themes", "neon"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("harbour"), "{}", none.err);
}

#[test]
fn check_tells_what_is_wrong_with_themes_and_the_house_style_and_where() {
    let workspace = TempDir::new().unwrap();
    let folder = workspace.path();
    write(folder, "themes/a.ron", "(\n  inherits: \"b\",\n)");
    write(folder, "themes/b.ron", "(\n  inherits: \"a\",\n  roles: {\n    Sparkle: (bold: true),\n  },\n)");
    write(folder, "house.ron", "(\n  name: \"Harbourline\",\n  accent: \"red\",\n)");
    let said = run(folder, &["check"]);
    assert_eq!(said.code, 1, "{}{}", said.out, said.err);
    for words in [
        "a.ron:2:13: it inherits from itself: a -> b -> a",
        "b.ron:2:13: it inherits from itself: b -> a -> b",
        "b.ron:4:14: no role is called Sparkle; the roles are Text,",
        "house.ron:3:11: \"red\" is no colour",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    // The program goes on all the same.
    assert_eq!(run(folder, &["sessions"]).code, 0);
    write(folder, "themes/a.ron", "(inherits: \"dark\")");
    write(folder, "themes/b.ron", "(inherits: \"a\", ground: \"terminal\")");
    write(folder, "house.ron", "(name: \"Harbourline\", accent: \"#ffe14d\")");
    let said = run(folder, &["check"]);
    assert_eq!(said.code, 0, "notes are no problems: {}", said.out);
    assert!(
        said.out
            .contains("b.ron:1:25: the terminal's own colours have no known value, so the contrast of Text, Quiet,"),
        "{}",
        said.out
    );
    assert!(said.out.contains("house.ron:1:31: #ffe14d is too faint on light"), "{}", said.out);
    let named = run(folder, &["check", "themes/b.ron", "house.ron"]);
    assert!(
        named.out.contains("b.ron:1:25") && named.out.ends_with("2 files looked at, nothing wrong.\n"),
        "{}",
        named.out
    );
}

#[test]
fn a_workspace_changes_a_theme_of_the_program_in_place() {
    let workspace = TempDir::new().unwrap();
    write(workspace.path(), "themes/dark.ron", "(inherits: \"dark\", ground: \"#000000\")");
    let said = run(workspace.path(), &["themes", "dark"]);
    assert!(said.out.contains("#000000") && said.out.contains("#98a2b3"), "{}", said.out);
}

#[test]
fn a_theme_that_is_hostile_or_far_too_long_acts_on_nobody() {
    let workspace = TempDir::new().unwrap();
    let folder = workspace.path();
    let about = "\\u{1b}]0;owned\\u{7}\\u{202e}";
    write(folder, "themes/x.ron", &format!("(inherits: \"{about}\", about: \"{about}\", text: \"{about}\")"));
    write(folder, "themes/long.ron", &format!("(about: \"{}\")", "x".repeat(100_000)));
    let said = run(folder, &["themes"]);
    assert!(!said.out.contains(['\u{1b}', '\u{7}', '\u{202e}']) && !said.err.contains('\u{1b}'), "{:?}", said.out);
    assert!(said.err.contains("long.ron") && said.err.contains("64 KiB"), "{}", said.err);
    assert!(said.out.len() < 4000, "{}", said.out.len());
}

#[test]
fn help_is_coloured_where_that_is_forced_and_nowhere_else_in_a_pipe() {
    let workspace = TempDir::new().unwrap();
    for (set, coloured) in [
        (&[][..], false),
        (&[("CLICOLOR_FORCE", "1")], true),
        (&[("CLICOLOR_FORCE", "0")], false),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false),
    ] {
        let mut command = program(workspace.path());
        command.arg("--help").envs(set.iter().copied());
        assert_eq!(fed(&mut command, "").out.contains('\u{1b}'), coloured, "{set:?}");
    }
}

#[test]
fn reports_and_pictures_are_in_the_house_style_but_never_those_under_neutral_names() {
    let workspace = TempDir::new().unwrap();
    let folder = workspace.path();
    let notes = folder.join("notes.txt");
    fs::write(&notes, "# title: Spring review\nService bot -> less handle time\n").unwrap();
    assert_eq!(run(folder, &["transcribe", notes.to_str().unwrap()]).code, 0);
    let plain = ["html", "svg"].map(|format| run(folder, &["export", "--to", format]).out);
    let style = "(name: \"Harbour & <Line>\", accent: \"#ffe14d\", band: \"#0b3d73\", mark: \"#e0a030\")";
    write(folder, "house.ron", style);
    for (format, before) in ["html", "svg"].into_iter().zip(plain) {
        let report = run(folder, &["export", "--to", format]).out;
        assert!(
            report.contains("Harbour &amp; &lt;Line&gt;") || report.contains("Harbour &#38; &#60;Line&#62;"),
            "{format}"
        );
        assert!(report.contains("#0b3d73"), "{format}");
        let mut with_accent = report.lines().filter_map(|line| line.split_once("#ffe14d"));
        let on_dark_alone = with_accent.all(|(before, _)| before.contains("prefers-color-scheme: dark"));
        assert!(on_dark_alone, "{format}: the accent cannot be read on paper");
        let neutral = run(folder, &["export", "--to", format, "--anonymous"]).out;
        assert!(!neutral.contains("Harbour") && !neutral.contains("0b3d73"), "{format}");
        assert!(!before.contains("house-band") && !before.contains("class=\"house\""), "{format}");
    }
}
