use serde_json::Value;

use crate::import::imported::ThingOwner;
use crate::import::input::json_fields::texts;
use crate::import::words::owner_names::owners_named;

/// Who answers for an item of a project.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct DbtOwner {
    /// The unit; `None` when only people are named.
    pub(super) unit: Option<String>,
    /// The people, by name or e-mail address.
    pub(super) people: Vec<String>,
}

/// Returns the owner that a field states: a text, or an object with a name and e-mail addresses, one or several of each.
/// The addresses beside the name of a unit are those of its people.
pub(super) fn owners_of(owner: &Value) -> DbtOwner {
    let written = match owner {
        Value::Object(_) => [texts(owner, "name"), texts(owner, "email")].concat(),
        Value::String(text) => vec![text.as_str()],
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let mut read = DbtOwner::default();
    for named in written.iter().flat_map(|text| owners_named(&text.replace(',', ";"))) {
        match named {
            ThingOwner::Person(person) if !read.people.contains(&person) => read.people.push(person),
            ThingOwner::Unit(unit) if read.unit.is_none() => read.unit = Some(unit),
            _ => {}
        }
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_are_units_and_addresses_are_their_people() {
        let of = |value: Value| {
            let DbtOwner { unit, people } = owners_of(&value);
            (unit.unwrap_or_default(), people.join(" "))
        };
        let text = |unit: &str, people: &str| (unit.to_owned(), people.to_owned());
        assert_eq!(of(json!({"name": "Retention", "email": "r@a.example"})), text("Retention", "r@a.example"));
        assert_eq!(
            of(json!({"name": null, "email": ["a@a.example", "b@a.example"]})),
            text("", "a@a.example b@a.example")
        );
        assert_eq!(of(json!({"name": "Mei Tan", "email": "mei@a.example"})), text("", "Mei Tan mei@a.example"));
        assert_eq!(of(json!("@data-team")), text("", "@data-team"));
        assert_eq!(of(json!({"email": "a@a.example, b@a.example"})), text("", "a@a.example b@a.example"));
        assert_eq!(of(json!(7)), text("", ""));
    }
}
