//! Settings in files: what the commands say of them, and that each does what it says.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::call::call;
use crate::program::{Said, fed, program, run};
use crate::pty::Pty;

/// A workspace, and a file of the user's own settings outside of it.
struct Place {
    workspace: TempDir,
    own: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { workspace: TempDir::new().unwrap(), own: TempDir::new().unwrap() }
    }

    fn path(&self) -> &Path {
        self.workspace.path()
    }

    fn own_file(&self) -> PathBuf {
        self.own.path().join("config.ron")
    }

    /// The user's own file says this.
    fn own(self, text: &str) -> Self {
        fs::write(self.own_file(), text).unwrap();
        self
    }

    /// The file of the workspace says this.
    fn shared(self, text: &str) -> Self {
        fs::create_dir_all(self.path().join("sessions")).unwrap();
        fs::write(self.path().join("config.ron"), text).unwrap();
        self
    }

    fn run(&self, arguments: &[&str]) -> Said {
        self.fed(arguments, "")
    }

    fn fed(&self, arguments: &[&str], input: &str) -> Said {
        fed(program(self.path()).env("ADJACENT_CONFIG", self.own_file()).args(arguments), input)
    }

    /// The one session file there is.
    fn session(&self) -> String {
        let files: Vec<_> =
            fs::read_dir(self.path().join("sessions")).unwrap().map(|file| file.unwrap().path()).collect();
        let files: Vec<_> = files.into_iter().filter(|path| path.extension().is_some_and(|end| end == "ron")).collect();
        assert_eq!(files.len(), 1, "{files:?}");
        fs::read_to_string(&files[0]).unwrap()
    }

    /// The setting with this name, as JSON.
    fn setting(&self, name: &str) -> Value {
        let said = self.run(&["config", "--json"]);
        let told: Value = serde_json::from_str(&said.out).unwrap();
        let settings = told["settings"].as_array().unwrap();
        settings.iter().find(|setting| setting["name"] == name).unwrap().clone()
    }
}

#[test]
fn config_tells_what_holds_and_where_it_comes_from() {
    let place = Place::new().own("(\n    theme: \"light\",\n    mouse: true,\n)").shared("(theme: \"projector\")");
    let said = place.run(&["config"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let row = |name: &str| said.out.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    assert!(row("theme").contains("\"projector\"") && row("theme").ends_with("the workspace, line 1"), "{}", said.out);
    assert!(row("mouse").contains("true") && row("mouse").ends_with("your own file, line 3"), "{}", said.out);
    assert!(row("dates").ends_with("the default"), "{}", said.out);
    assert!(row("shown_from").ends_with("set inside the console alone: /shown-from"), "{}", said.out);
    assert!(said.out.contains(&place.own_file().display().to_string()), "{}", said.out);
    assert_eq!(place.setting("mouse")["line"], 3);
}

#[test]
fn what_was_set_inside_the_console_wins_and_is_told() {
    let place = Place::new().own("(theme: \"light\", mouse: true)");
    fs::write(place.path().join("settings.ron"), "(theme: \"projector\")").unwrap();
    assert_eq!(
        (place.setting("theme")["value"].as_str(), place.setting("theme")["from"].as_str()),
        (Some("\"projector\""), Some("console"))
    );
    assert_eq!(place.setting("mouse")["from"], "user");
}

#[test]
fn init_writes_a_file_that_changes_nothing_and_never_overwrites_one() {
    let place = Place::new();
    let said = place.run(&["config", "--init"]);
    assert_eq!((said.code, said.out.trim()), (0, place.own_file().display().to_string().as_str()), "{}", said.err);
    let text = fs::read_to_string(place.own_file()).unwrap();
    assert!(text.contains("// theme: \"auto\",") && text.contains("// keys: {"), "{text}");
    let again = place.run(&["config", "--init"]);
    assert!(again.code == 2 && again.err.contains("is there already and stays as it is"), "{}", again.err);
    assert_eq!(fs::read_to_string(place.own_file()).unwrap(), text);
    assert_eq!(place.run(&["config", "--init", "--workspace"]).code, 0);
    assert!(!fs::read_to_string(place.path().join("config.ron")).unwrap().contains("// keys: {"));
    let checked = place.run(&["check"]);
    assert!(checked.code == 0 && checked.out.contains("2 files looked at"), "{}", checked.out);
}

#[test]
fn check_tells_wrong_settings_with_line_and_column() {
    let place = Place::new().own("(\n  theme: \"drak\",\n)").shared("(\n  keys: {},\n  mouse: 3,\n)");
    let said = place.run(&["check"]);
    assert_eq!(said.code, 1);
    for line in [
        "config.ron:2:10: theme is not \"drak\"",
        "config.ron:2:3: keys is set in your own file alone",
        "config.ron:3:10: mouse is true or false",
    ] {
        assert!(said.out.contains(line), "{line}\n{}", said.out);
    }
    let named = place.run(&["check", place.path().join("config.ron").to_str().unwrap()]);
    assert!(named.code == 1 && !named.out.contains("drak") && named.out.contains("keys is set"), "{}", named.out);
    let shown = place.run(&["config"]);
    assert!(shown.code == 0 && shown.out.contains("Not used:"), "{}", shown.out);
}

#[cfg(unix)]
#[test]
fn a_file_that_never_ends_or_is_no_text_stops_nothing() {
    let place = Place::new();
    assert!(std::process::Command::new("mkfifo").arg(place.path().join("config.ron")).status().unwrap().success());
    fs::write(place.own_file(), b"\xff\xfe(").unwrap();
    let said = place.run(&["config"]);
    assert!(
        said.code == 0 && said.out.contains("it is no ordinary file") && said.out.contains("UTF-8"),
        "{}",
        said.out
    );
    assert_eq!(place.run(&["check"]).code, 3);
    assert_eq!(place.fed(&["new", "Talk", "--plain"], "bot -> more calls\n/quit\n").code, 0);
}

#[cfg(target_os = "linux")]
#[test]
fn the_users_own_file_is_in_the_folder_of_the_platform() {
    let place = Place::new();
    let home = place.own.path();
    fs::create_dir_all(home.join("adjacent")).unwrap();
    fs::write(home.join("adjacent/config.ron"), "(mouse: true)").unwrap();
    let mut command = program(place.path());
    command.env_remove("ADJACENT_CONFIG").env("XDG_CONFIG_HOME", home).args(["config", "--json"]);
    let told: Value = serde_json::from_str(&fed(&mut command, "").out).unwrap();
    assert_eq!(
        told["settings"].as_array().unwrap().iter().find(|one| one["name"] == "mouse").unwrap()["value"],
        "true"
    );
}

#[test]
fn the_command_line_and_the_environment_name_another_file_or_none() {
    let place = Place::new().own("(mouse: true)");
    assert_eq!(place.setting("mouse")["value"], "true");
    let said = place.run(&["--config", "", "config", "--json"]);
    let told: Value = serde_json::from_str(&said.out).unwrap();
    assert!(told["settings"].as_array().unwrap().iter().all(|setting| setting["from"] != "user"), "{}", said.out);
}

#[test]
fn the_order_of_day_and_month_is_that_of_the_settings() {
    let read = |place: &Place| place.fed(&["read", "--json"], "do write the guide : tom due 3/4/2030\n").out;
    let usual = read(&Place::new());
    assert!(usual.contains("2030-04-03"), "{usual}");
    let place = Place::new().own("(dates: \"month-first\")");
    let month_first = read(&place);
    assert!(month_first.contains("2030-03-04"), "{month_first}");
    let said = place.fed(&["new", "Talk", "--plain"], "do write the guide : tom due 3/4/2030\n/quit\n");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(place.session().contains("2030-03-04") && !place.session().contains("2030-04-03"), "{}", place.session());
}

#[test]
fn a_new_session_has_the_plan_and_the_languages_of_the_settings() {
    let place = || Place::new().own("(plan: \"arrive=5,next=20\", plan_alone: \"next=7\", language: \"de\")");
    let begun = |arguments: &[&str]| {
        let place = place();
        let said = place.fed(&[&["new", "Talk", "--plain"][..], arguments].concat(), "/quit\n");
        assert_eq!(said.code, 0, "{}", said.err);
        place.session()
    };
    let usual = begun(&[]);
    assert!(usual.contains("(exercise: \"arrive\", minutes: 5)") && usual.contains("languages: [\"de\"]"), "{usual}");
    let alone = begun(&["--solo"]);
    assert!(alone.contains("(exercise: \"next\", minutes: 7)") && !alone.contains("arrive"), "{alone}");
    let other = begun(&["--agenda", "close=4", "--lang", "fr"]);
    assert!(other.contains("(exercise: \"close\", minutes: 4)") && !other.contains("arrive"), "{other}");
    assert!(other.contains("languages: [\"fr\"]"), "the command line wins: {other}");
}

#[test]
fn names_are_stored_as_the_settings_say() {
    let notes = "# title: Talk\n# person: mei = Mei Chen @ Claims\nmei> bot -> more calls : seen\n";
    let stored = |settings: &str| {
        let place = Place::new().own(settings);
        fs::write(place.own.path().join("notes.txt"), notes).unwrap();
        let said = place.run(&["transcribe", place.own.path().join("notes.txt").to_str().unwrap()]);
        assert_eq!(said.code, 0, "{}", said.err);
        let private = fs::read_dir(place.path().join("private"));
        let names = private.into_iter().flatten().map(|file| file.unwrap().path());
        let names: Vec<_> = names.filter(|path| path.to_string_lossy().ends_with(".names.ron")).collect();
        (names.len(), place.session())
    };
    let (names, session) = stored("()");
    assert_eq!(names, 1);
    assert!(session.contains("key: \"") && session.contains("party: \"Claims\""), "{session}");
    let (names, session) = stored("(names: \"forgotten\")");
    assert_eq!(names, 0, "the name is in no file");
    assert!(!session.contains("key: \"") && session.contains("party: \"Claims\""), "{session}");
    assert!(!session.contains("Mei Chen"), "{session}");
}

#[test]
fn the_console_starts_with_wrong_settings_and_says_so_in_one_line() {
    let place = Place::new().own("(\n  theme: \"drak\",\n  keys: { \"theme\": \"F11\" },\n)");
    let own = place.own_file();
    let mut console = Pty::start_with(place.path(), &[], &[("ADJACENT_CONFIG", own.to_str().unwrap())]);
    console.sees("config.ron, line 2, column 10: theme is not \"drak\"");
    // What is right in the file holds all the same.
    console.keys("\u{1b}[23~").sees("The theme is dark.");
    console.keys("\u{11}").sees("leave?").keys("\r").is_given_back();
    let stored = fs::read_to_string(place.path().join("settings.ron")).unwrap();
    assert!(stored.contains("theme: \"dark\"") && !stored.contains("mouse"), "{stored}");
}

#[test]
fn the_mouse_is_on_where_the_settings_say_so() {
    let place = Place::new().own("(mouse: true)");
    let own = place.own_file();
    let mut console = Pty::start_with(place.path(), &[], &[("ADJACENT_CONFIG", own.to_str().unwrap())]);
    console.waits_until("the mouse is asked for", |console| console.was_sent("\u{1b}[?1000h"));
    console.keys("\u{11}").sees("leave?").keys("\r").is_given_back();
    let usual = TempDir::new().unwrap();
    let mut console = Pty::start(usual.path(), &[]);
    console.sees("? help");
    assert!(!console.was_sent("\u{1b}[?1000h"));
    console.keys("\u{11}").sees("leave?").keys("\r").is_given_back();
}

#[test]
fn settings_that_are_not_there_change_nothing() {
    let workspace = TempDir::new().unwrap();
    let said = run(workspace.path(), &["config", "--json"]);
    let told: Value = serde_json::from_str(&said.out).unwrap();
    assert!(
        told["settings"]
            .as_array()
            .unwrap()
            .iter()
            .all(|setting| setting["from"] != "user" && setting["from"] != "workspace")
    );
    assert_eq!(told["wrong"].as_array().unwrap().len(), 0);
    assert_eq!(call(workspace.path(), &["check"]).code, 0);
}
