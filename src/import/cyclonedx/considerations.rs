use serde_json::Value;

use crate::import::input::json_fields::{list, text, texts};

/// What a model card considers: the field, what is said before it, and the field of the text where items are objects.
const CONSIDERED: [(&str, &str, &str); 7] = [
    ("users", "users", ""),
    ("useCases", "use cases", ""),
    ("technicalLimitations", "limitations", ""),
    ("performanceTradeoffs", "tradeoffs", ""),
    ("ethicalConsiderations", "risks", "name"),
    ("fairnessAssessments", "fairness for", "groupAtRisk"),
    ("environmentalConsiderations", "environment", "properties"),
];

/// Returns what a model card says about a model, in short texts: its task, its users, use cases and limitations.
pub(super) fn notes(card: &Value) -> Vec<String> {
    let parameters = card.get("modelParameters").unwrap_or(&Value::Null);
    let considerations = card.get("considerations").unwrap_or(&Value::Null);
    let task = [("task", "task"), ("architectureFamily", "architecture"), ("modelArchitecture", "model")];
    let task = task.iter().filter_map(|(field, says)| text(parameters, field).map(|text| format!("{says}: {text}")));
    let considered = CONSIDERED.iter().filter_map(|(field, says, inner)| {
        let texts = texts(considerations, field);
        let inner = list(considerations, field).iter().filter_map(|item| in_words(item, inner));
        let all: Vec<String> = texts.into_iter().map(str::to_owned).chain(inner).collect();
        (!all.is_empty()).then(|| format!("{says}: {}", all.join(", ")))
    });
    task.chain(considered).collect()
}

/// Returns an item that is an object in words; a risk is followed by what is done about it.
fn in_words(item: &Value, field: &str) -> Option<String> {
    let says = text(item, field)?;
    Some(match text(item, "mitigationStrategy") {
        Some(strategy) => format!("{says} ({strategy})"),
        None => says.to_owned(),
    })
}
