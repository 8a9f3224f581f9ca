use crate::app::KeyBinding;
use crate::config::entries::ConfigEntry;
use crate::config::known::SettableNames;
use crate::config::setting::{Setting, SettingReach};
use crate::config::values::ConfigValues;
use crate::config::written::WrittenValue;
use crate::config::wrong::Flaw;

/// The keys of commands.
pub(in crate::config) const SETTING: Setting = Setting {
    name: "keys",
    about: &[
        "Keys of commands, by the name that is typed behind / in the console (Ctrl-P lists them): F1 to F12,",
        "Ctrl-G, Alt-T, Ctrl-Down. On the map and in a replay a character does too: [\"Ctrl-G\", \"g\"].",
        "\"none\" takes the keys of a command away; it can still be typed. Help and footer show what holds.",
        "Only in your own file: in somebody else's workspace a key always does what it does for you.",
    ],
    default: &["keys: {", "    // \"minutes\": \"F9\",", "    // \"undo\": \"Ctrl-Z\",", "},"],
    reach: SettingReach::OwnFile,
    read,
    written,
};

/// What stands behind the name of a command.
const ALLOWED: &str = "a key in quotes, a list of a key and a character, or \"none\"";

fn read(value: &WrittenValue<'_>, known: &SettableNames, values: &mut ConfigValues) -> Result<(), Vec<Flaw>> {
    let found = value.entries();
    let mut flaws: Vec<Flaw> = found.flaws.iter().map(|(at, _)| Flaw::new(*at, NO_MAP)).collect();
    let mut bindings: Vec<(usize, KeyBinding)> = Vec::new();
    for entry in &found.entries {
        match binding(entry, known) {
            Ok(binding) if bindings.iter().any(|(_, other)| other.command == binding.command) => {
                flaws
                    .push(Flaw::new(entry.name.at, format!("{} stands here twice; the first counts", binding.command)));
            }
            Ok(binding) => bindings.push((entry.name.at, binding)),
            Err(flaw) => flaws.push(flaw),
        }
    }
    let alone: Vec<KeyBinding> = bindings.iter().map(|(_, binding)| *binding).collect();
    let refused = known.commands.rebound(&alone).1;
    for one in &refused {
        let Some((at, binding)) = bindings.get(one.index) else { continue };
        let (key, command, other) = (&one.key, binding.command, one.taken_by);
        let says = format!("{key} is the key of {other}; give {command} another, or {other} another as well");
        flaws.push(Flaw::new(*at, says));
    }
    let is_used = |index: &usize| refused.iter().all(|one| one.index != *index);
    values.keys =
        alone.into_iter().enumerate().filter(|(index, _)| is_used(index)).map(|(_, binding)| binding).collect();
    if flaws.is_empty() { Ok(()) } else { Err(flaws) }
}

const NO_MAP: &str = "keys stand between { and }: keys: { \"minutes\": \"F9\", \"undo\": \"Ctrl-Z\" }";

fn binding(entry: &ConfigEntry<'_>, known: &SettableNames) -> Result<KeyBinding, Flaw> {
    let name = WrittenValue { name: "this", part: entry.name };
    // A name without hyphens is understood without quotes too.
    let command = name.read::<String>("").unwrap_or_else(|_| entry.name.text.to_owned());
    let value = WrittenValue { name: &command, part: entry.value };
    let keys = value.texts(ALLOWED)?;
    if keys.is_empty() {
        return Err(value.refused(ALLOWED));
    }
    known.commands.binding(&command, &keys).map_err(|error| Flaw::new(entry.name.at, error.to_string()))
}

fn written(values: &ConfigValues) -> String {
    let keys = |binding: &KeyBinding| {
        let key = binding.key.map(|key| key.to_string());
        let keys: Vec<String> = key.into_iter().chain(binding.bare.map(String::from)).collect();
        match keys.as_slice() {
            [] => "\"none\"".to_owned(),
            [one] => format!("{one:?}"),
            several => format!("{several:?}"),
        }
    };
    let written: Vec<String> =
        values.keys.iter().map(|binding| format!("{:?}: {}", binding.command, keys(binding))).collect();
    if written.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", written.join(", ")) }
}
