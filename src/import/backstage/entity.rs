use serde_json::Value;

use super::reference::EntityRef;
use crate::import::input::json_fields::{list, text, texts};
use crate::import::place::SourcePlace;
use crate::record::Kind;

/// Words that say of a component that it is an AI initiative, in its type and its tags; and those that say so in its type
/// alone.
const OF_AI: &[&str] = &["ai", "ml", "llm", "llms", "genai", "mlops", "agent", "chatbot", "copilot", "gpt"];
const OF_AI_TYPES: &[&str] = &["nlp", "bot", "model", "models"];
/// Types of components that are work rather than a system.
const OF_WORK: &[&str] = &["process", "workflow", "pipeline", "job", "procedure", "runbook"];

/// An entity of a catalogue.
pub(super) struct Entity<'a> {
    /// What it is known by.
    pub(super) reference: EntityRef,
    /// Where it stands.
    pub(super) place: &'a SourcePlace,
    /// What it states about itself.
    pub(super) spec: &'a Value,
    /// The relations that the backend found, in both directions.
    pub(super) relations: &'a [Value],
    metadata: &'a Value,
}

impl<'a> Entity<'a> {
    /// Reads an entity; `None` if the value has no kind or no name.
    pub(super) fn of(value: &'a Value, place: &'a SourcePlace) -> Option<Self> {
        let metadata = value.get("metadata")?;
        let namespace = text(metadata, "namespace").unwrap_or("default");
        let reference = EntityRef::new(text(value, "kind")?, namespace, text(metadata, "name")?);
        let spec = value.get("spec").unwrap_or(&Value::Null);
        Some(Self { reference, place, spec, relations: list(value, "relations"), metadata })
    }

    /// Returns its readable name: its title, the display name of its profile, or its name.
    pub(super) fn label(&self) -> &'a str {
        let profile = self.spec.get("profile").and_then(|profile| text(profile, "displayName"));
        text(self.metadata, "title").or(profile).or_else(|| text(self.metadata, "name")).unwrap_or_default()
    }

    /// Returns the text about it.
    pub(super) fn description(&self) -> &'a str {
        text(self.metadata, "description").unwrap_or_default()
    }

    /// Returns what our own export noted of it: `kind`, `status`, `state`.
    pub(super) fn noted(&self, name: &str) -> Option<&'a str> {
        self.metadata.get("annotations").and_then(|notes| text(notes, &format!("adjacent/{name}")))
    }

    /// Returns the words that mark it.
    pub(super) fn tags(&self) -> Vec<&'a str> {
        texts(self.metadata, "tags")
    }

    /// Returns the word for its sort, which is empty for what our own export wrote, and its kind here. A component that is
    /// of AI by its type or tags is an initiative.
    pub(super) fn sort(&self) -> (String, Kind) {
        if let Some(kind) =
            self.noted("kind").and_then(|name| Kind::SORTED.into_iter().find(|kind| kind.name() == name))
        {
            return (String::new(), kind);
        }
        let kind = self.reference.kind.as_str();
        let of = text(self.spec, "type").unwrap_or_default().to_lowercase();
        let has =
            |known: &[&str], text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| known.contains(&word));
        let by_type = has(OF_AI, &of) || has(OF_AI_TYPES, &of);
        let by_tag = self.tags().iter().any(|tag| has(OF_AI, &tag.to_lowercase()));
        let sort = if of.is_empty() { kind.to_owned() } else { format!("{kind}: {of}") };
        match kind {
            "component" if by_type => (sort, Kind::Initiative),
            "component" if by_tag => (format!("{sort}, AI"), Kind::Initiative),
            "component" if has(OF_WORK, &of) => (sort, Kind::Process),
            "component" | "api" | "resource" | "system" => (sort, Kind::Resource),
            "group" => (sort, Kind::Party),
            _ => (sort, Kind::Unknown),
        }
    }
}
