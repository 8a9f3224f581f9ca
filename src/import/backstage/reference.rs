use std::fmt;

use serde_json::Value;

use crate::import::input::json_fields::text;

/// What an entity of a catalogue is known by: its kind, namespace and name, all in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct EntityRef {
    /// Its kind: `component`; empty where a reference names none and its field does not say it either.
    pub(super) kind: String,
    /// Its namespace; `default` where nothing names one.
    pub(super) namespace: String,
    /// Its name.
    pub(super) name: String,
}

impl EntityRef {
    /// Returns the reference to a kind, namespace and name as an entity has them.
    pub(super) fn new(kind: &str, namespace: &str, name: &str) -> Self {
        let lower = |text: &str| text.trim().to_lowercase();
        Self { kind: lower(kind), namespace: lower(namespace), name: lower(name) }
    }

    /// Reads `[kind:][namespace/]name`, or an object with these fields; `None` if it has no name.
    pub(super) fn read(value: &Value, kind: &str, namespace: &str) -> Option<Self> {
        match value {
            Value::String(written) => Self::parse(written, kind, namespace),
            Value::Object(_) => {
                let or = |field, usual| text(value, field).unwrap_or(usual);
                text(value, "name").map(|name| Self::new(or("kind", kind), or("namespace", namespace), name))
            }
            _ => None,
        }
    }

    /// Reads `[kind:][namespace/]name`; `None` if it has no name.
    pub(super) fn parse(written: &str, kind: &str, namespace: &str) -> Option<Self> {
        let (kind, rest) = written.split_once(':').unwrap_or((kind, written));
        let (namespace, name) = rest.split_once('/').unwrap_or((namespace, rest));
        (!name.trim().is_empty()).then(|| Self::new(kind, namespace, name))
    }
}

impl fmt::Display for EntityRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}/{}", self.kind, self.namespace, self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_read_in_every_form() {
        let of = |written| EntityRef::parse(written, "group", "ops").map(|read| read.to_string());
        assert_eq!(of("Team-A").as_deref(), Some("group:ops/team-a"));
        assert_eq!(of("user:mei").as_deref(), Some("user:ops/mei"));
        assert_eq!(of("User:Default/Mei").as_deref(), Some("user:default/mei"));
        assert_eq!(of("emea/bot").as_deref(), Some("group:emea/bot"));
        assert_eq!(of("component:"), None);
        let object = serde_json::json!({"kind": "API", "name": "Scores"});
        assert_eq!(
            EntityRef::read(&object, "", "default").map(|read| read.to_string()).as_deref(),
            Some("api:default/scores")
        );
        assert_eq!(EntityRef::read(&Value::Null, "", "default"), None);
    }
}
