use super::Agreement;
use super::label::{head_word, names_people};
use crate::record::Kind;

/// Last words of what is used, and not more or less of by itself: systems, and what is written down.
const USED: [&str; 58] = [
    "agent",
    "app",
    "application",
    "assistant",
    "bot",
    "calculator",
    "calendar",
    "chatbot",
    "checker",
    "checklist",
    "classifier",
    "copilot",
    "dashboard",
    "database",
    "detector",
    "docs",
    "document",
    "documents",
    "drafter",
    "engine",
    "finder",
    "form",
    "forms",
    "generator",
    "guideline",
    "guidelines",
    "handbook",
    "helper",
    "letter",
    "letters",
    "manual",
    "matcher",
    "model",
    "monitor",
    "pilot",
    "planner",
    "platform",
    "policy",
    "portal",
    "prototype",
    "reader",
    "recorder",
    "register",
    "robot",
    "router",
    "scanner",
    "scheduler",
    "software",
    "spreadsheet",
    "summariser",
    "summarizer",
    "system",
    "template",
    "templates",
    "tool",
    "tools",
    "tracker",
    "website",
];

/// Words in the plural that are an amount and no number of things: "less costs", and not "fewer costs".
const AMOUNTS: [&str; 26] = [
    "costs",
    "earnings",
    "emissions",
    "expenses",
    "finances",
    "funds",
    "goods",
    "incentives",
    "losses",
    "margins",
    "odds",
    "outcomes",
    "prices",
    "profits",
    "rates",
    "results",
    "revenues",
    "sales",
    "savings",
    "skills",
    "standards",
    "takings",
    "terms",
    "times",
    "values",
    "wages",
];

/// Returns what somebody may want of a thing, to be written after "do we want": "more or less of Waiting time", "more or
/// fewer Repeat calls", "the planner used more, or less".
pub fn more_or_less(label: &str, kind: Kind) -> String {
    let head = head_word(label).unwrap_or_default();
    if USED.contains(&head.as_str()) && !(names_people(label) && head != "docs") {
        let named = label.starts_with(char::is_uppercase)
            || ["the ", "our ", "their "].iter().any(|the| label.starts_with(the));
        let the = if named { "" } else { "the " };
        return format!("{the}{label} used more, or less");
    }
    let is_counted = Agreement::of(label, kind).is_many() && head.ends_with('s') && !AMOUNTS.contains(&head.as_str());
    if is_counted { format!("more or fewer {label}") } else { format!("more or less of {label}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_more_or_less_what_is_counted_is_fewer_and_what_is_used_is_used_more() {
        for (label, wanted) in [
            ("Waiting time", "more or less of Waiting time"),
            ("trust", "more or less of trust"),
            ("Repeat calls", "more or fewer Repeat calls"),
            ("Labour costs", "more or less of Labour costs"),
            ("number of calls", "more or less of number of calls"),
            ("planner", "the planner used more, or less"),
            ("Bed planner", "Bed planner used more, or less"),
            ("the scan reader", "the scan reader used more, or less"),
            ("ED docs", "ED docs used more, or less"),
            ("letter templates", "the letter templates used more, or less"),
        ] {
            assert_eq!(more_or_less(label, Kind::Factor), wanted);
        }
    }
}
