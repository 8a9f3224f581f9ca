use serde_json::{Value, json};

use crate::graph::{Alike, Ledger, Likeness, Spelled};
use crate::record::spoken::{in_words, listed};
use crate::record::text::clean;

/// The pairs of names that look alike, each with the reason, and the names that were typed differently.
pub fn alike_text(ledger: &Ledger) -> String {
    let (pairs, spelled) = (ledger.alike(), ledger.spelled_differently());
    let pair = |pair: &Alike| format!("{} | {}: {}\n", clean(&pair.left), clean(&pair.right), because(pair));
    let mut text: String = pairs.iter().map(pair).collect();
    if pairs.is_empty() {
        text.push_str("No two names look alike.\n");
    }
    text.extend(spelled.iter().map(|spelled| format!("{}\n", typed_as(spelled))));
    text
}

/// The pairs of names that look alike, each with the reason, as JSON.
pub fn alike_json(ledger: &Ledger) -> String {
    let pair = |pair: &Alike| {
        json!({
            "left": pair.left,
            "right": pair.right,
            "why": pair.why.name(),
            "shared": pair.shared,
            "says": because(pair),
        })
    };
    let pairs: Vec<Value> = ledger.alike().iter().map(pair).collect();
    let spelled = ledger.spelled_differently();
    let spelled: Vec<Value> =
        spelled.iter().map(|spelled| json!({ "label": spelled.label, "typed_as": spelled.spellings })).collect();
    format!("{:#}\n", json!({ "pairs": pairs, "typed_differently": spelled }))
}

/// The reason why two names may stand for one thing, in a few words.
pub fn because(pair: &Alike) -> String {
    let name = match pair.why {
        Likeness::Plural => "the same words, once as one and once as many",
        Likeness::Gaps => "the same letters",
        Likeness::Initials => "one is the first letters of the other's words",
        Likeness::Namesake => "one name, of several organisations",
        Likeness::OneLetter => "one letter differs",
        Likeness::TwoLetters => "two letters differ",
        Likeness::Begun => "one breaks off where the other goes on",
        Likeness::Within => "one holds all words of the other",
        Likeness::Beside => "",
    };
    let beside = match pair.shared {
        0 => String::new(),
        1 => "they stand beside one same thing".to_owned(),
        many => format!("they stand beside the same {} things", in_words(many)),
    };
    let said: Vec<&str> = [name, &beside].into_iter().filter(|said| !said.is_empty()).collect();
    said.join("; ")
}

fn typed_as(spelled: &Spelled) -> String {
    format!("{}: one thing, typed as {}", clean(&spelled.label), clean(&listed(&spelled.spellings, "and")))
}
