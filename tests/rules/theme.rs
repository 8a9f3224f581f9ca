//! A theme is one file and one entry: what else names themes is asked here.

use adjacent::app::commands;
use adjacent::theme::ThemePlace::{User, Workspace};
use adjacent::theme::shipped::themes;
use adjacent::theme::{Colour, Depth, Rgb, Role, StyleSeverity, Theme, ThemeLibrary, ThemePlace, ThemeSource};

#[test]
fn every_theme_is_named_by_the_command_that_takes_another_one() {
    let commands = commands();
    let row = commands.all().iter().find(|row| row.name == "theme").unwrap();
    for theme in themes() {
        assert!(row.words.contains(&theme.name), "name {} in the words of the command: {}", theme.name, row.words);
    }
}

/// The themes of these files: place, name of the file, text.
fn library(files: &[(ThemePlace, &str, &str)]) -> ThemeLibrary {
    let source = |(place, stem, text): &(ThemePlace, &str, &str)| ThemeSource {
        place: *place,
        path: format!("{stem}.ron"),
        stem: (*stem).to_owned(),
        text: (*text).to_owned(),
    };
    ThemeLibrary::of(files.iter().map(source).collect())
}

fn theme<'a>(library: &'a ThemeLibrary, name: &str) -> &'a Theme {
    &library.themes().iter().find(|known| known.theme.name == name).unwrap().theme
}

fn told(library: &ThemeLibrary) -> Vec<String> {
    library.flaws().iter().map(|(path, flaw)| format!("{path}:{}:{}: {flaw}", flaw.line, flaw.column)).collect()
}

#[test]
fn a_theme_says_only_what_differs_from_the_one_it_inherits() {
    let library = library(&[
        (Workspace, "child", "(inherits: \"parent\", roles: { Quiet: (underlined: true) })"),
        (User, "parent", "(inherits: \"light\", ground: \"#ffffff\", roles: { Quiet: (fg: \"#444444\") })"),
    ]);
    assert_eq!(told(&library), Vec::<String>::new());
    let (child, light) = (theme(&library, "child"), theme(&library, "light"));
    let quiet = child.style(Role::Quiet, Depth::True);
    assert_eq!((quiet.fg, quiet.underlined), (Some(Colour::Rgb(Rgb(0x44, 0x44, 0x44))), true));
    assert_eq!(child.style(Role::Alarm, Depth::True).fg, light.style(Role::Alarm, Depth::True).fg);
    assert_eq!(child.style(Role::Alarm, Depth::True).bg, Some(Colour::Rgb(Rgb::WHITE)));
}

#[test]
fn the_workspace_comes_before_the_user_and_the_user_before_the_program() {
    let own = |ground| format!("(inherits: \"dark\", ground: {ground:?})");
    let (first, second) = (own("#010101"), own("#020202"));
    let both = library(&[(User, "dark", &second), (Workspace, "dark", &first)]);
    assert_eq!(theme(&both, "dark").ground.to_string(), "#010101");
    let users = library(&[(User, "dark", &second), (Workspace, "dark", "(inherits: ")]);
    assert_eq!(theme(&users, "dark").ground.to_string(), "#020202", "a broken one is left out");
    assert_eq!(users.themes().len(), 3, "none is there twice");
    assert_eq!(both.themes()[0].place, Workspace);
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_costs_only_itself() {
    let text = "(\n  inherits: \"light\",\n  ground: \"#ffffff\",\n  text: \"ink\",\n  roles: {\n    Quiet: (fg: \"#5a6270\", bold: true),\n    Title: (fg: \"#12345\"),\n    Glitter: (fg: \"#000000\"),\n  },\n)";
    let library = library(&[(Workspace, "own", text)]);
    let told = told(&library);
    for (at, start) in
        ["own.ron:4:9: \"ink\" is no colour", "own.ron:7:17: \"#12345\"", "own.ron:8:14: no role is called Glitter"]
            .iter()
            .enumerate()
    {
        assert!(told[at].starts_with(start), "{told:#?}");
    }
    assert_eq!(told.len(), 3, "{told:#?}");
    let (own, light) = (theme(&library, "own"), theme(&library, "light"));
    assert_eq!((own.text, own.ground.to_string().as_str()), (light.text, "#ffffff"));
    assert!(own.style(Role::Quiet, Depth::True).bold);
    assert_eq!(own.style(Role::Title, Depth::True).fg, light.style(Role::Title, Depth::True).fg);
}

#[test]
fn circles_unknown_parents_and_missing_colours_are_told_and_the_default_stands_in() {
    let library = library(&[
        (Workspace, "a", "(inherits: \"b\")"),
        (Workspace, "b", "(inherits: \"c\")"),
        (Workspace, "c", "(inherits: \"b\", text: \"#eeeeee\")"),
        (Workspace, "lost", "(inherits: \"nowhere\")"),
        (Workspace, "self", "(inherits: \"self\")"),
        (Workspace, "bare", "(text: \"#ffffff\")"),
        (Workspace, "new", "(format: 2)"),
        (Workspace, "one", "(name: \"a\", inherits: \"dark\")"),
        (Workspace, "au to", "(name: \"auto\", inherits: \"dark\")"),
    ]);
    let told = told(&library);
    for words in [
        "b.ron:1:12: it inherits from itself: b -> c -> b",
        "c.ron:1:12: it inherits from itself: c -> b -> c",
        "lost.ron:1:12: no other theme is called \"nowhere\"; there are a, b,",
        "self.ron:1:12: no other theme is called \"self\"",
        "bare.ron:1:1: there is no ground, and nothing to inherit it from",
        "new.ron:1:10: format 2 is not known here",
        "one.ron:1:8: a.ron has the name a already",
        "au to.ron:1:8: \"auto\" cannot be the name of a theme",
    ] {
        assert_eq!(told.iter().filter(|says| says.starts_with(words)).count(), 1, "{words}: {told:#?}");
    }
    let dark = theme(&library, "dark");
    for name in ["a", "lost", "self"] {
        assert_eq!(theme(&library, name).ground, dark.ground, "{name}");
        assert_eq!(
            theme(&library, name).style(Role::Alarm, Depth::True),
            dark.style(Role::Alarm, Depth::True),
            "{name}"
        );
    }
    assert!(library.themes().iter().all(|known| known.theme.name != "new"));
}

#[test]
fn a_pair_that_is_too_faint_is_told_with_its_contrast_and_what_is_enough() {
    let library = library(&[
        (Workspace, "faint", "(inherits: \"dark\", roles: { Quiet: (fg: \"#555555\"), Border: (fg: \"#777777\") })"),
        (Workspace, "own", "(inherits: \"light\", roles: { Good: (fg: \"green\") })"),
    ]);
    let told = told(&library);
    assert_eq!(told.len(), 2, "3:1 is enough for lines: {told:#?}");
    assert!(
        told[0]
            .starts_with("faint.ron:1:41: Quiet is #555555 on #14181f, a contrast of 2.3:1; it needs 4.5:1; fg: \"#"),
        "{told:#?}"
    );
    assert!(told[1].contains("so the contrast of Good is not judged"), "{told:#?}");
    let weights: Vec<_> = library.flaws().iter().map(|(_, flaw)| flaw.weight).collect();
    assert_eq!(weights, [StyleSeverity::Faint, StyleSeverity::Note]);
    let hint = told[0].split("fg: \"").nth(1).unwrap();
    let better: Rgb = hint[..7].parse().unwrap();
    assert!(better.contrast("#14181f".parse().unwrap()) >= 4.5);
    assert_eq!(theme(&library, "own").style(Role::Good, Depth::True).fg, Some(Colour::Ansi(2)));
}

#[test]
fn no_text_makes_reading_themes_fail() {
    for text in
        ["", "(", "()", "(roles: {Quiet: (fg: 5)})", "(inherits: \"\")", "(name: \"\u{1b}[31m\")", "(format: -1)", "[]"]
    {
        let library = library(&[(Workspace, "\u{1b}x", text)]);
        assert!(library.themes().len() >= 3, "{text}");
        assert!(library.themes().iter().all(|known| known.theme.name.chars().all(|c| !c.is_control())), "{text}");
    }
}
