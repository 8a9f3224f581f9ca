use serde_json::{Map, Value};

/// The names of JSON objects that hold attributes of what they are in.
const NESTED: &[&str] = &["attributes", "attrs", "metadata", "properties", "data"];

/// The attributes that a file gives a thing or an arrow, in order. Names are compared by their letters and digits alone,
/// without case: `Delay_days` is `delaydays`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct NetworkFields {
    fields: Vec<NetworkField>,
}

/// One attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NetworkField {
    /// The letters and digits of its name, in lower case.
    pub(super) name: String,
    /// Its name, as the file has it.
    pub(super) shown: String,
    /// Its value, as a text that is not empty.
    pub(super) value: String,
    /// Whether the value is one of a list, and not a text that may hold several.
    pub(super) is_listed: bool,
}

impl NetworkFields {
    /// Adds an attribute; an empty value is none.
    pub(in crate::import) fn add(&mut self, name: &str, value: &str) {
        self.push(name, value, false);
    }

    /// Adds one value of a list.
    pub(in crate::import) fn add_listed(&mut self, name: &str, value: &str) {
        self.push(name, value, true);
    }

    /// Adds the attributes of a JSON object: its texts, numbers and truths, lists of them, and those of the objects in it
    /// that hold attributes, one in the other at most three deep.
    pub(in crate::import) fn add_json(&mut self, object: &Map<String, Value>) {
        let mut open = vec![(object, 0)];
        while let Some((object, depth)) = open.pop() {
            for (name, value) in object {
                match value {
                    Value::Object(inner) if depth < 3 && NESTED.contains(&name.as_str()) => {
                        open.push((inner, depth + 1));
                    }
                    Value::Array(values) => {
                        values.iter().filter_map(json_text).for_each(|value| self.add_listed(name, &value));
                    }
                    value => {
                        if let Some(value) = &json_text(value) {
                            self.add(name, value);
                        }
                    }
                }
            }
        }
    }

    /// Returns the value of the first of these names that has one.
    pub(in crate::import) fn first(&self, names: &[&str]) -> Option<&str> {
        let value = |name| self.fields.iter().find(|field| field.name == name).map(|field| field.value.as_str());
        names.iter().find_map(|name| value(*name))
    }

    /// Takes an attribute out, and returns its value.
    pub(in crate::import) fn take(&mut self, name: &str) -> Option<String> {
        let place = self.fields.iter().position(|field| field.name == name)?;
        Some(self.fields.remove(place).value)
    }

    /// Returns the attributes that have one of these names, in the order of the names.
    pub(super) fn of<'a>(&'a self, names: &'a [&'a str]) -> impl Iterator<Item = &'a NetworkField> {
        names.iter().flat_map(|name| self.fields.iter().filter(move |field| field.name == *name))
    }

    /// Returns the values that the attributes with these names list; a text lists them with commas, semicolons or bars.
    pub(super) fn listed(&self, names: &[&str]) -> Vec<String> {
        let mut values = Vec::new();
        for field in self.of(names) {
            let inner = field.value.strip_prefix('[').and_then(|value| value.strip_suffix(']'));
            match inner.unwrap_or(&field.value) {
                value if field.is_listed => values.push(value.to_owned()),
                value => values.extend(value.split([',', ';', '|']).map(|value| value.trim().to_owned())),
            }
        }
        values.retain(|value| !value.is_empty());
        values
    }

    /// Returns all attributes.
    pub(super) fn all(&self) -> &[NetworkField] {
        &self.fields
    }

    fn push(&mut self, name: &str, value: &str, is_listed: bool) {
        let (shown, value) = (name.trim().to_owned(), value.trim().to_owned());
        if !value.is_empty() {
            self.fields.push(NetworkField { name: folded(name), shown, value, is_listed });
        }
    }
}

/// Returns the letters and digits of a name, in lower case.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Returns a JSON value as a text; `None` for nothing, a list and an object.
pub(in crate::import) fn json_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_found_by_their_letters_and_lists_stay_lists() {
        let mut fields = NetworkFields::default();
        fields.add("Delay_Days", "7");
        fields.add("owner", "  ");
        fields.add("tags", "[a, b]");
        let json = serde_json::json!({"label": "Bot", "n": 2, "gone": null,
            "attributes": {"Status": "live"}, "tags": ["c, d", null], "position": {"x": 1}});
        fields.add_json(json.as_object().unwrap());
        assert_eq!(fields.first(&["delay", "delaydays"]), Some("7"));
        assert_eq!((fields.first(&["owner"]), fields.first(&["gone"]), fields.first(&["x"])), (None, None, None));
        assert_eq!((fields.first(&["status"]), fields.first(&["n"])), (Some("live"), Some("2")));
        assert_eq!(fields.listed(&["tags"]), ["a", "b", "c, d"]);
        assert_eq!(fields.take("label").as_deref(), Some("Bot"));
        assert_eq!(fields.take("label"), None);
    }
}
