use serde_json::Value;

use crate::import::drafting::network::LinkHeads;

/// Returns the heads that `arrows` of vis-network states, which PRSM draws with: `to`, `to, from`, or
/// `{"to": {"enabled": true}}`.
pub(super) fn heads_of_arrows(arrows: &Value) -> LinkHeads {
    let has = |name: &str| match arrows {
        Value::String(words) => words.split([',', ';', ' ']).any(|word| word == name),
        Value::Object(heads) => match heads.get(name) {
            Some(Value::Object(head)) => head.get("enabled").and_then(Value::as_bool).unwrap_or(true),
            so => so.and_then(Value::as_bool).unwrap_or_default(),
        },
        _ => false,
    };
    match (has("from"), has("to")) {
        (true, true) => LinkHeads::AtBoth,
        (true, false) => LinkHeads::AtStart,
        (false, true) => LinkHeads::AtEnd,
        (false, false) => LinkHeads::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn heads_are_words_or_parts_that_are_on() {
        for (arrows, heads) in [
            (json!("to"), LinkHeads::AtEnd),
            (json!("to, from"), LinkHeads::AtBoth),
            (json!("from;"), LinkHeads::AtStart),
            (json!("middle"), LinkHeads::None),
            (json!({"to": {}, "from": {"enabled": false}}), LinkHeads::AtEnd),
            (json!({"to": false, "from": true}), LinkHeads::AtStart),
            (json!(1), LinkHeads::None),
        ] {
            assert_eq!(heads_of_arrows(&arrows), heads, "{arrows}");
        }
    }
}
