use crate::config::known::SettableNames;
use crate::config::setting::{Setting, SettingReach};
use crate::config::written::WrittenValue;
use crate::config::wrong::Flaw;
use crate::exercise::ShelvedAgenda;
use crate::record::Mode;

/// The plan of one exercise with which a session begins that was given none.
const USUAL: &str = "next";

/// The plan of a new session with a room.
pub(in crate::config) const SETTING: Setting = Setting {
    name: "plan",
    about: &[
        "The plan of a new session with a room: a name that adjacent plans lists, or exercises with their",
        "minutes: \"arrive=5,next=20,close=5\".",
    ],
    default: &["plan: \"next\","],
    reach: SettingReach::EveryFile,
    read: |value, known, values| {
        values.agenda = Some(readable(value, known, Mode::Live)?);
        Ok(())
    },
    written: |values| format!("{:?}", values.agenda.as_deref().unwrap_or(USUAL)),
};

/// The plan of a new session of one person.
pub(in crate::config) const SOLO_SETTING: Setting = Setting {
    name: "plan_alone",
    about: &["The plan of a new session that you hold alone."],
    default: &["plan_alone: \"next\","],
    reach: SettingReach::EveryFile,
    read: |value, known, values| {
        values.solo_agenda = Some(readable(value, known, Mode::Solo)?);
        Ok(())
    },
    written: |values| format!("{:?}", values.solo_agenda.as_deref().unwrap_or(USUAL)),
};

/// Returns the text of a plan that can be read.
fn readable(value: &WrittenValue<'_>, known: &SettableNames, mode: Mode) -> Result<String, Flaw> {
    let text: String = value.read("a text in quotes: the name of a plan, or exercises with their minutes")?;
    match ShelvedAgenda::parse(&text, &known.agendas, &known.catalogue, mode) {
        Ok(exercises) if exercises.is_empty() => Err(value.refused("the name of a plan; adjacent plans lists them")),
        Ok(_) => Ok(text),
        Err(error) => Err(value.flaw(format!("{}: {error}", value.name))),
    }
}
