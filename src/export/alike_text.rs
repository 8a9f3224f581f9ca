use serde_json::{Value, json};

use crate::graph::{Alike, AlikeBand, Ledger, Likeness, SeveralOwners, Spelled};
use crate::record::spoken::{capitalised, in_words, listed};
use crate::record::text::clean;

/// The pairs of names that look alike, each with the reason: those that are surely one thing, then those that perhaps
/// are; the names that were typed differently; and the names that several organisations own.
pub fn alike_text(ledger: &Ledger) -> String {
    let (pairs, spelled) = (ledger.alike(), ledger.spelled_differently());
    let sure = pairs.iter().take_while(|pair| pair.band() == AlikeBand::Sure).count();
    let (sure, perhaps) = pairs.split_at(sure);
    let pair = |pair: &Alike| format!("{} | {}: {}\n", clean(&pair.left), clean(&pair.right), because(pair));
    let mut text: String = sure.iter().map(pair).collect();
    if pairs.is_empty() {
        text.push_str("No two names look alike.\n");
    }
    if !perhaps.is_empty() {
        text.push_str(if sure.is_empty() { "Perhaps one thing:\n" } else { "\nPerhaps one thing:\n" });
        text.extend(perhaps.iter().map(pair));
    }
    text.extend(spelled.iter().map(|spelled| format!("{}\n", typed_as(spelled))));
    text.extend(ledger.owned_by_several().iter().map(|name| format!("{}\n", one_or_several(name))));
    text
}

/// The pairs of names that look alike, each with its score, its band and the reasons, as JSON.
pub fn alike_json(ledger: &Ledger) -> String {
    let pair = |pair: &Alike| {
        json!({
            "left": pair.left,
            "right": pair.right,
            "score": f64::from(pair.score) / 1000.0,
            "band": pair.band().name(),
            "why": pair.why.name(),
            "reasons": pair.reasons.iter().map(|why| why.name()).collect::<Vec<_>>(),
            "shared": pair.shared,
            "says": because(pair),
        })
    };
    let pairs: Vec<Value> = ledger.alike().iter().map(pair).collect();
    let spelled = ledger.spelled_differently();
    let spelled: Vec<Value> =
        spelled.iter().map(|spelled| json!({ "label": spelled.label, "typed_as": spelled.spellings })).collect();
    let owned = ledger.owned_by_several();
    let owned: Vec<Value> = owned
        .iter()
        .map(|name| json!({ "label": name.label, "owners": name.owners, "asks": one_or_several(name) }))
        .collect();
    format!("{:#}\n", json!({ "pairs": pairs, "typed_differently": spelled, "several_owners": owned }))
}

/// The reason why two names may stand for one thing, in a few words.
pub fn because(pair: &Alike) -> String {
    let name = match pair.why {
        Likeness::Plural => "the same words in another form",
        Likeness::Copy => "one is the other with the number or the word of a copy",
        Likeness::Gaps => "the same letters",
        Likeness::SameWords => "the same words, put together in another way",
        Likeness::Initials => "one holds the first letters of the other's words",
        Likeness::Namesake => "one name, with brackets behind it",
        Likeness::OneLetter => "one letter differs",
        Likeness::TwoLetters => "two letters differ",
        Likeness::OneWord => "one word differs",
        Likeness::Begun => "one breaks off where the other goes on",
        Likeness::Within => "one holds all words of the other",
        Likeness::Letters => "many letters of one are in the other",
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

/// The question that a name with several owners asks: "Chatbot: Claims and Sales. Two organisations answer for one name:
/// one thing or two?"
pub fn one_or_several(name: &SeveralOwners) -> String {
    let many = in_words(name.owners.len());
    let organisations = format!("{} organisations answer for one name", capitalised(&many));
    format!("{}: {}. {organisations}: one thing or {many}?", clean(&name.label), clean(&listed(&name.owners, "and")))
}

fn typed_as(spelled: &Spelled) -> String {
    format!("{}: one thing, typed as {}", clean(&spelled.label), clean(&listed(&spelled.spellings, "and")))
}
