//! What the readers of JSON ask of an object, without a fault for any shape that it has.

use serde_json::Value;

/// Returns the text of a field without the space around it; `None` if it is empty or no text.
pub(in crate::import) fn text<'a>(object: &'a Value, field: &str) -> Option<&'a str> {
    object.get(field).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
}

/// Returns a field as it would be written: a text, a number, or yes and no; `None` for any other.
pub(in crate::import) fn written(object: &Value, field: &str) -> Option<String> {
    match object.get(field)? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        value @ (Value::Number(_) | Value::Bool(_)) => Some(value.to_string()),
        _ => None,
    }
}

/// Returns the items of a list; none if the field is no list.
pub(in crate::import) fn list<'a>(object: &'a Value, field: &str) -> &'a [Value] {
    object.get(field).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// Returns the texts of a field that is one text or a list of texts.
pub(in crate::import) fn texts<'a>(object: &'a Value, field: &str) -> Vec<&'a str> {
    let all = match object.get(field) {
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(text)) => vec![text.as_str()],
        _ => Vec::new(),
    };
    all.into_iter().map(str::trim).filter(|text| !text.is_empty()).collect()
}

/// Returns the names and values of an object; none if the field is no object.
pub(in crate::import) fn fields<'a>(object: &'a Value, field: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    object.get(field).and_then(Value::as_object).into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_field_of_another_shape_holds_nothing() {
        let object = json!({"a": " x ", "b": ["y", 1, " "], "n": 3, "empty": "", "o": {"k": null}});
        assert_eq!((text(&object, "a"), text(&object, "n"), text(&object, "empty")), (Some("x"), None, None));
        assert_eq!(written(&object, "n").as_deref(), Some("3"));
        assert_eq!((texts(&object, "a"), texts(&object, "b"), texts(&object, "n")), (vec!["x"], vec!["y"], vec![]));
        assert_eq!((list(&object, "b").len(), list(&object, "a").len()), (3, 0));
        assert_eq!((fields(&object, "o").count(), fields(&object, "a").count()), (1, 0));
        assert_eq!(fields(&json!([1]), "a").count(), 0);
    }
}
