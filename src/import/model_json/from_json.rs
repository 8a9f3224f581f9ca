use std::collections::BTreeMap;

use serde_json::Value;

use super::elements::{InsightElement, InsightModel};
use crate::import::drafting::model_draft::polarity;
use crate::import::input::file::ImportedFile;
use crate::import::input::json_fields::{list, text, written};
use crate::record::Sign;

/// The sorts of elements that are read.
const SORTS: [&str; 7] = ["VARIABLE", "STOCK", "FLOW", "CONVERTER", "STATE", "TRANSITION", "LINK"];

/// Whether a value is a model: it has elements of the known sorts, and no connections beside them.
pub(super) fn is_model(value: &Value) -> bool {
    let is_known = |element: &Value| text(element, "type").is_some_and(|sort| SORTS.contains(&sort));
    value.get("connections").is_none()
        && (list(value, "elements").iter().take(50).any(is_known)
            || (text(value, "engine") == Some("SIMULATION_PACKAGE")
                && value.get("elements").is_some_and(Value::is_array)))
}

/// Reads a model.
pub(super) fn model(value: &Value, file: &ImportedFile) -> InsightModel {
    let mut left_out: BTreeMap<String, usize> = BTreeMap::new();
    let mut elements = Vec::new();
    for (at, element) in list(value, "elements").iter().enumerate() {
        match text(element, "type").filter(|sort| SORTS.contains(sort)) {
            Some(sort) => elements.push(read(element, sort, at, file)),
            None => {
                let sort = text(element, "type").unwrap_or("element without a type").to_lowercase();
                *left_out.entry(sort).or_default() += 1;
            }
        }
    }
    let simulation = value.get("simulation").unwrap_or(&Value::Null);
    InsightModel {
        title: text(value, "name").unwrap_or_default().to_owned(),
        unit: text(simulation, "time_units").unwrap_or_default().to_owned(),
        elements,
        left_out: left_out.into_iter().collect(),
    }
}

fn read(element: &Value, sort: &str, at: usize, file: &ImportedFile) -> InsightElement {
    let behavior = element.get("behavior").unwrap_or(&Value::Null);
    let name = text(element, "name").unwrap_or_default();
    // Names are the keys of this form, and are compared without case.
    let end = |field| text(element, field).map(str::to_lowercase);
    let sort = sort.to_lowercase();
    let place = if name.is_empty() { format!("element {}", at + 1) } else { format!("{sort} {name}") };
    InsightElement {
        key: if name.is_empty() { format!("element {}", at + 1) } else { name.to_lowercase() },
        name: name.to_owned(),
        place: file.item(place),
        description: text(element, "description").unwrap_or_default().to_owned(),
        folder: String::new(),
        from: end("from"),
        to: end("to"),
        sign: text(behavior, "polarity").and_then(polarity).unwrap_or(Sign::Unknown),
        is_double: false,
        // The value of a stock at the start is no influence.
        equations: if sort == "stock" { Vec::new() } else { written(behavior, "value").into_iter().collect() },
        input: text(behavior, "input_element").map(str::to_lowercase),
        ghost_of: None,
        sort,
    }
}
