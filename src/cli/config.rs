//! Shows the settings in force, and writes a file of settings to begin with.

use std::fmt::Write as _;
use std::path::Path;

use clap::Args;
use serde_json::{Value, json};

use super::call::Call;
use super::command::CliCommand;
use super::configured::{ConfigPlace, Configured};
use super::console::languages_of_machine;
use super::failure::{CommandResult, Failure};
use crate::config::{ConfigSource, SETTINGS, Setting, SettingOrigin, template};
use crate::record::text::plain;
use crate::shell::environment::is_set;
use crate::store::{StoreError, StoredSettings, begin_config_file};

/// Show the settings in force and where each comes from: your own file and that of the workspace, both called config.ron.
///
/// What wins over what: the command line; what is set inside the console; the file of the workspace; your own file; the
/// language of the machine; the defaults. A file of a workspace cannot set keys, and can only store less of names.
#[derive(Debug, Args)]
pub(super) struct ConfigArgs {
    /// Write your own file, with every setting explained and none changed yet; never overwrites one.
    #[arg(long)]
    init: bool,
    /// With --init: write the file of the workspace instead.
    #[arg(long, requires = "init")]
    workspace: bool,
    /// As JSON.
    #[arg(long, conflicts_with = "init")]
    json: bool,
}

impl CliCommand for ConfigArgs {
    const NAME: &'static str = "config";
    const EXAMPLES: &[&str] = &["config", "config --init", "config --init --workspace"];

    fn run(self, call: &Call) -> CommandResult {
        if self.init {
            let source = if self.workspace { ConfigSource::Workspace } else { ConfigSource::User };
            return begin(call, source);
        }
        let configured = call.configured();
        let stored = call.workspace().map(|workspace| workspace.settings()).unwrap_or_default();
        let rows = SETTINGS.iter().map(|setting| shown(setting, configured, &stored));
        let rows: Vec<ShownSetting> = rows.chain(of_console(&stored)).collect();
        if self.json {
            return call.answer_value(&as_json(configured, &rows));
        }
        call.answer(&as_text(configured, &rows))
    }
}

fn begin(call: &Call, source: ConfigSource) -> CommandResult {
    let place = call.configured().places.iter().find(|place| place.source == source);
    let path = match (place, source) {
        (Some(place), _) => place.path.clone(),
        (None, ConfigSource::User) => return Err(Failure::usage(NO_FOLDER)),
        (None, ConfigSource::Workspace) => call.workspace()?.config_path(),
    };
    match begin_config_file(&path, &template(source)) {
        Ok(()) => call.answer(&format!("{}\n", plain(&path.display().to_string()))),
        Err(StoreError::There { .. }) => Err(there_already(&path)),
        Err(error) => Err(error.into()),
    }
}

const NO_FOLDER: &str =
    "this platform names no folder for configurations; name a file with --config or ADJACENT_CONFIG";

fn there_already(path: &Path) -> Failure {
    let path = plain(&path.display().to_string());
    Failure::usage(format!("{path} is there already and stays as it is; adjacent config says what holds"))
}

/// A setting as it is shown.
struct ShownSetting {
    name: &'static str,
    value: String,
    from: ShownOrigin,
}

/// Where the value in force comes from.
enum ShownOrigin {
    /// The program or a file.
    Configured(SettingOrigin),
    /// The language of the machine.
    Machine,
    /// It was set inside the console, in this workspace.
    Console,
    /// It can only be set inside the console, by this command.
    ConsoleAlone(&'static str),
}

fn shown(setting: &Setting, configured: &Configured, stored: &StoredSettings) -> ShownSetting {
    let origin = configured.configuration.origin(setting);
    let name = setting.name;
    let in_console = match name {
        "theme" => stored.theme.as_ref().map(|theme| format!("{theme:?}")),
        "mouse" => stored.mouse.map(|mouse| mouse.to_string()),
        _ => None,
    };
    if let Some(value) = in_console {
        return ShownSetting { name, value, from: ShownOrigin::Console };
    }
    if name == "language" && origin == SettingOrigin::Default {
        return ShownSetting { name, value: format!("{:?}", languages_of_machine()), from: ShownOrigin::Machine };
    }
    let value = setting.value(&configured.configuration.values);
    ShownSetting { name, value, from: ShownOrigin::Configured(origin) }
}

/// The settings that only the console itself sets, because they belong to a room and not to a person.
fn of_console(stored: &StoredSettings) -> [ShownSetting; 3] {
    let row = |name, value: String, command| ShownSetting { name, value, from: ShownOrigin::ConsoleAlone(command) };
    [
        row("card", stored.card.to_string(), "/card"),
        row("one_window", stored.one_window.to_string(), "/one-window"),
        row("shown_from", stored.shown_from.to_string(), "/shown-from"),
    ]
}

impl ShownOrigin {
    fn in_words(&self) -> String {
        match self {
            Self::Configured(SettingOrigin::Default) => "the default".to_owned(),
            Self::Configured(SettingOrigin::File { source: ConfigSource::User, line, .. }) => {
                format!("your own file, line {line}")
            }
            Self::Configured(SettingOrigin::File { source: ConfigSource::Workspace, line, .. }) => {
                format!("the workspace, line {line}")
            }
            Self::Machine => "the language of this machine".to_owned(),
            Self::Console => "set inside the console (settings.ron)".to_owned(),
            Self::ConsoleAlone(command) => format!("set inside the console alone: {command}"),
        }
    }

    fn as_json(&self) -> Value {
        match self {
            Self::Configured(SettingOrigin::Default) => json!({ "from": "default" }),
            Self::Configured(SettingOrigin::File { source, path, line }) => {
                json!({ "from": source_in_json(*source), "file": path, "line": line })
            }
            Self::Machine => json!({ "from": "machine" }),
            Self::Console | Self::ConsoleAlone(_) => json!({ "from": "console" }),
        }
    }
}

const fn source_in_json(source: ConfigSource) -> &'static str {
    match source {
        ConfigSource::User => "user",
        ConfigSource::Workspace => "workspace",
    }
}

fn as_text(configured: &Configured, rows: &[ShownSetting]) -> String {
    let mut text = String::new();
    for place in &configured.places {
        let _ = writeln!(text, "{}", place_in_words(place));
    }
    text.push('\n');
    let width = rows.iter().map(|row| row.value.chars().count()).max().unwrap_or_default().min(WIDEST_VALUE);
    for row in rows {
        let _ = writeln!(text, "{:<11} {:<width$}  {}", row.name, row.value, row.from.in_words());
    }
    if is_set("NO_COLOR") {
        text.push_str("\nNO_COLOR is set: whatever the theme, there are no colours.\n");
    }
    let wrong: Vec<String> = configured.wrong().collect();
    if !wrong.is_empty() {
        let _ = writeln!(text, "\nNot used:");
        for says in wrong {
            let _ = writeln!(text, "  {}", plain(&says));
        }
    }
    text.push_str(PRECEDENCE);
    text
}

/// The maximum width of the column of values, in characters.
const WIDEST_VALUE: usize = 30;

const PRECEDENCE: &str = "
The later wins: the defaults, the language of the machine, your own file, that of the workspace, what is set
inside the console, --lang and --agenda. Of names, what stores least holds.
";

fn place_in_words(place: &ConfigPlace) -> String {
    let (whose, init) = match place.source {
        ConfigSource::User => ("your own file", "adjacent config --init"),
        ConfigSource::Workspace => ("the workspace", "adjacent config --init --workspace"),
    };
    let path = plain(&place.path.display().to_string());
    let missing = if place.exists { String::new() } else { format!(" (not there; {init} writes it)") };
    format!("{whose:<14} {path}{missing}")
}

fn as_json(configured: &Configured, rows: &[ShownSetting]) -> Value {
    let files = configured.places.iter().map(
        |place| json!({ "source": source_in_json(place.source), "file": shown_path(&place.path), "exists": place.exists }),
    );
    let settings = rows.iter().map(|row| {
        let mut fields = json!({ "name": row.name, "value": row.value });
        if let (Value::Object(fields), Value::Object(from)) = (&mut fields, row.from.as_json()) {
            fields.extend(from);
        }
        fields
    });
    let wrong = configured
        .configuration
        .wrong
        .iter()
        .map(|wrong| json!({ "file": wrong.path, "line": wrong.line, "column": wrong.column, "says": wrong.says }));
    let unread = configured.unread.iter().map(|says| json!({ "says": says }));
    json!({
        "files": files.collect::<Value>(),
        "settings": settings.collect::<Value>(),
        "wrong": wrong.chain(unread).collect::<Value>(),
    })
}

fn shown_path(path: &Path) -> String {
    path.display().to_string()
}
