//! Settings: what a file says, what is wrong in it, and what somebody else's file cannot do.

use adjacent::app::{Code, KeyPress, Screen, commands};
use adjacent::config::{
    ConfigFile, ConfigSource, ConfigValues, Configuration, SETTINGS, SettableNames, SettingOrigin, template,
};
use adjacent::exercise::Catalogue;
use adjacent::record::{Conventions, DateOrder, NamesPolicy};

fn known() -> SettableNames {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    SettableNames {
        themes: words(&["auto", "dark", "light", "projector"]),
        languages: words(&["en", "de", "fr"]),
        catalogue: Catalogue::embedded(),
        agendas: Vec::new(),
        commands: commands(),
    }
}

fn file(source: ConfigSource, text: &str) -> ConfigFile {
    let path = if source == ConfigSource::User { "own.ron" } else { "shared.ron" };
    ConfigFile { source, path: path.to_owned(), text: text.to_owned() }
}

fn of_user(text: &str) -> Configuration {
    Configuration::of(&[file(ConfigSource::User, text)], &known())
}

fn both(own: &str, shared: &str) -> Configuration {
    Configuration::of(&[file(ConfigSource::User, own), file(ConfigSource::Workspace, shared)], &known())
}

fn wrong(text: &str) -> Vec<String> {
    of_user(text).wrong.iter().map(ToString::to_string).collect()
}

fn origin(configuration: &Configuration, name: &str) -> SettingOrigin {
    configuration.origin(SETTINGS.iter().find(|setting| setting.name == name).unwrap())
}

/// A file in which every setting has a value that is not its default.
const EVERYTHING: &str = r#"(
    theme: "light", // as on paper
    language: ["de", "en"],
    dates: "month-first",
    names: "private",
    plan: "75",
    plan_alone: "next=10",
    mouse: true,
    keys: { "minutes": "F11", "fold": ["Alt-G", "Y"], curtain: "none" },
)"#;

#[test]
fn every_setting_is_read() {
    let configuration = of_user(EVERYTHING);
    assert_eq!(configuration.wrong, []);
    let values = configuration.values;
    assert_eq!(values.theme.as_deref(), Some("light"));
    assert_eq!(values.languages, Some(vec!["de".to_owned()]), "English is always read");
    assert_eq!(values.conventions, Conventions { dates: DateOrder::MonthFirst, names: NamesPolicy::Private });
    assert_eq!((values.agenda.as_deref(), values.solo_agenda.as_deref()), (Some("75"), Some("next=10")));
    assert!(values.mouse);
    let bound = commands().rebound(&values.keys).0;
    let key = |name: &str| bound.named(name).and_then(|row| row.key);
    assert_eq!(key("minutes"), Some(KeyPress::plain(Code::F(11))));
    assert_eq!(
        (key("fold"), bound.named("fold").and_then(|row| row.bare)),
        (Some(KeyPress::alt(Code::Char('g'))), Some('Y'))
    );
    assert_eq!(key("curtain"), None);
    for setting in SETTINGS {
        assert!(
            matches!(origin(&of_user(EVERYTHING), setting.name), SettingOrigin::File { .. }),
            "the file sets no {}",
            setting.name
        );
    }
}

#[test]
fn a_setting_is_written_as_it_was_read() {
    let values = of_user(EVERYTHING).values;
    let lines = SETTINGS.iter().map(|setting| format!("{}: {},\n", setting.name, setting.value(&values)));
    let again = of_user(&format!("(\n{})", lines.collect::<String>()));
    assert_eq!(again.wrong, []);
    assert_eq!(again.values, values);
}

#[test]
fn the_documented_file_changes_nothing_and_its_settings_are_right() {
    for source in [ConfigSource::User, ConfigSource::Workspace] {
        let text = template(source);
        let untouched = Configuration::of(&[file(source, &text)], &known());
        assert_eq!((untouched.wrong, untouched.values), (Vec::new(), ConfigValues::default()));
        let defaults: Vec<&str> = SETTINGS.iter().flat_map(|setting| setting.default.iter().copied()).collect();
        let lines = text.lines().map(|line| match line.strip_prefix("    // ") {
            Some(rest) if defaults.contains(&rest) => rest.to_owned(),
            _ => line.to_owned(),
        });
        let set = Configuration::of(&[file(source, &lines.collect::<Vec<_>>().join("\n"))], &known());
        assert_eq!(set.wrong, [], "{source:?}");
        let usual = ConfigValues::default();
        for setting in SETTINGS.iter().filter(|setting| origin(&set, setting.name) != SettingOrigin::Default) {
            assert_eq!(setting.value(&set.values), setting.value(&usual), "{} is documented wrongly", setting.name);
        }
    }
}

#[test]
fn each_wrong_setting_is_told_with_its_place_and_costs_no_other() {
    let text = "(\n    theme: \"drak\",\n    language: \"xx\",\n  dates: day-first,\n    mouse: 'on,\n    plan: \"75\",\n    \
                names: \"never\",\n    thème: 1,\n    plan_alone: \"sing=5\",\n)";
    let configuration = of_user(text);
    assert_eq!(configuration.values.agenda.as_deref(), Some("75"));
    assert_eq!(ConfigValues { agenda: None, ..configuration.values }, ConfigValues::default());
    let told: Vec<String> = configuration.wrong.iter().map(ToString::to_string).collect();
    assert_eq!(
        told[..7],
        [
            "own.ron:2:12: theme is not \"drak\", but \"auto\", \"dark\", \"light\" or \"projector\"",
            "own.ron:3:15: language is not \"xx\", but a code or a list of codes: \"en\", \"de\" or \"fr\"",
            "own.ron:4:10: dates is \"day-first\" or \"month-first\"",
            "own.ron:5:12: mouse is true or false",
            "own.ron:7:12: names is not \"never\", but \"asked\", \"private\" or \"forgotten\"",
            "own.ron:8:5: there is no setting \"thème\" (did you mean theme?); there are theme, language, dates, names, \
             plan, plan_alone, mouse, keys",
            told[6].as_str(),
        ]
    );
    assert!(told[6].starts_with("own.ron:9:17: plan_alone: ") && told.len() == 7, "{told:?}");
}

#[test]
fn every_key_that_the_documented_file_suggests_can_be_set() {
    let documented = template(ConfigSource::User).replace("\n    // ", " ");
    let (_, rest) = documented.split_once("F1 to F12, ").unwrap();
    let (suggested, _) = rest.split_once(". On the map").unwrap();
    assert!(suggested.split(", ").count() > 2, "{suggested}");
    for key in suggested.split(", ") {
        // Which command has the key is another matter.
        let wrong = wrong(&format!("(keys: {{ \"minutes\": {key:?} }})"));
        assert!(wrong.iter().all(|says| says.contains("is the key of")), "{wrong:?}");
    }
}

#[test]
fn wrong_keys_are_told_one_by_one_and_the_others_are_used() {
    let text = "(keys: {\n  \"minutes\": \"F11\",\n  \"minuets\": \"F10\",\n  \"undo\": \"Ctrl-A\",\n  \"setup\": \"Hyper-x\",\n  \
                \"theme\": \"F11\",\n  \"minutes\": \"F12\",\n  \"redo\": 3,\n  \"park\": \"p\",\n})";
    let configuration = of_user(text);
    let told: Vec<(usize, usize)> = configuration.wrong.iter().map(|wrong| (wrong.line, wrong.column)).collect();
    assert_eq!(told, [(3, 3), (4, 3), (5, 3), (6, 3), (7, 3), (8, 11), (9, 3)]);
    let says: Vec<&str> = configuration.wrong.iter().map(|wrong| wrong.says.as_str()).collect();
    assert!(says[0].contains("did you mean minutes?"), "{says:?}");
    assert!(says[1].starts_with("Ctrl-A belongs to the line that is typed"), "{says:?}");
    assert!(says[2].contains("\"Hyper-x\" is no key"), "{says:?}");
    assert!(says[3].starts_with("F11 is the key of minutes"), "{says:?}");
    assert!(says[4].contains("twice"), "{says:?}");
    assert!(says[6].contains("is typed as text where park works"), "{says:?}");
    let bound = commands().rebound(&configuration.values.keys).0;
    let runs = bound.for_key(Screen::Run, KeyPress::plain(Code::F(11))).map(|row| row.name);
    assert_eq!(runs, Some("minutes"));
}

#[test]
fn a_slip_between_the_settings_is_told_where_it_is() {
    assert_eq!(wrong("(theme: \"dark\"\n mouse: true)"), ["own.ron:2:2: a comma is missing in front of this"]);
    assert_eq!(wrong("(mouse: true"), ["own.ron:1:13: the bracket that closes the settings is missing"]);
    assert!(of_user("(mouse: true").values.mouse);
    assert_eq!(wrong("(mouse: true, mouse: false)"), ["own.ron:1:15: mouse stands here twice; the first counts"]);
    assert_eq!(wrong("theme: \"dark\"").len(), 1);
    assert_eq!(wrong(""), Vec::<String>::new());
    assert_eq!(wrong("\u{feff}(moose: true)")[0].split(':').take(3).collect::<Vec<_>>(), ["own.ron", "1", "2"]);
}

#[test]
fn the_workspace_wins_over_the_user_and_says_so() {
    let joined = both("(theme: \"light\", mouse: true)", "(\n theme: \"projector\")");
    assert_eq!((joined.values.theme.as_deref(), joined.values.mouse), (Some("projector"), true));
    let theme = SettingOrigin::File { source: ConfigSource::Workspace, path: "shared.ron".to_owned(), line: 2 };
    assert_eq!(origin(&joined, "theme"), theme);
    let mouse = SettingOrigin::File { source: ConfigSource::User, path: "own.ron".to_owned(), line: 1 };
    assert_eq!(origin(&joined, "mouse"), mouse);
    assert_eq!(origin(&joined, "dates"), SettingOrigin::Default);
}

#[test]
fn somebody_elses_workspace_moves_no_key_and_stores_no_more_of_names() {
    // A key that would show what is confidential, where the curtain is expected.
    let joined = both("()", "(keys: { \"show\": \"F8\", \"curtain\": \"none\" })");
    assert_eq!(joined.values.keys, []);
    assert!(joined.wrong[0].says.starts_with("keys is set in your own file alone"), "{:?}", joined.wrong);
    let less = both("(names: \"forgotten\")", "(names: \"asked\")");
    assert_eq!(less.values.conventions.names, NamesPolicy::Forgotten);
    assert!(matches!(origin(&less, "names"), SettingOrigin::File { source: ConfigSource::User, .. }));
    let more = both("(names: \"asked\")", "(names: \"private\")");
    assert_eq!(more.values.conventions.names, NamesPolicy::Private);
    assert!(matches!(origin(&more, "names"), SettingOrigin::File { source: ConfigSource::Workspace, .. }));
}

#[test]
fn what_a_file_says_never_acts_in_a_message() {
    let long = "x".repeat(5000);
    for text in [
        "(\u{1b}[31mred: 1)".to_owned(),
        "(theme: \"\\u{1b}]52;c;aGk=\\u{7}\")".to_owned(),
        "(keys: { \"\\u{202e}\": \"\\u{9b}2J\" })".to_owned(),
        format!("(plan: \"\u{1b}[2J\", {long}: 1)"),
    ] {
        for says in wrong(&text) {
            assert!(!says.chars().any(|c| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c)), "{says:?}");
            assert!(says.len() < 600, "{says}");
        }
        assert!(!wrong(&text).is_empty(), "{text}");
    }
    assert_eq!(wrong(&format!("({}", ",".repeat(200_000))).len(), 100, "enough is told");
    let deep = format!("(theme: {})", "[".repeat(200_000));
    assert_eq!(of_user(&deep).values, ConfigValues::default());
}
