use serde_json::{Map, Value, json};

use super::{ChangeKind, Comparison};

/// Returns a comparison as JSON: one list for each kind of difference, also when it is empty.
pub fn comparison_json(comparison: &Comparison, between: [&str; 2]) -> String {
    let mut value = Map::new();
    value.insert("between".to_owned(), json!(between));
    for &change in ChangeKind::ALL {
        let items = comparison.of(change).map(|item| json!({ "about": item.about, "says": item.says }));
        value.insert(change.name().to_owned(), items.collect::<Value>());
    }
    format!("{:#}\n", Value::Object(value))
}
