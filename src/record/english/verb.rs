use std::borrow::Cow;

use crate::record::spoken::capitalised;

/// Verbs whose plural does not follow from their form for one.
const IRREGULAR: &[(&str, &str)] = &[
    ("is", "are"),
    ("isn't", "aren't"),
    ("was", "were"),
    ("wasn't", "weren't"),
    ("has", "have"),
    ("hasn't", "haven't"),
    ("does", "do"),
    ("doesn't", "don't"),
    ("goes", "go"),
    ("undergoes", "undergo"),
    ("lies", "lie"),
    ("dies", "die"),
    ("ties", "tie"),
    ("vies", "vie"),
    ("its", "their"),
    ("it", "they"),
    ("itself", "themselves"),
    ("this", "these"),
    ("that", "those"),
];

/// Endings behind which a verb takes "es".
const WITH_ES: [&str; 6] = ["sses", "shes", "ches", "xes", "zzes", "oes"];

/// Returns the plural of a verb in its form for one; what stands behind the verb stays. "It" becomes "they", and "of it"
/// "of them".
pub(super) fn plural(verb: &str) -> Cow<'_, str> {
    if let Some(before) = verb.strip_suffix(" it") {
        return format!("{before} them").into();
    }
    changed(verb, |word| {
        if let Some((_, many)) = IRREGULAR.iter().find(|(one, _)| *one == word) {
            return Some((*many).to_owned());
        }
        if let Some(stem) = word.strip_suffix("ies") {
            return Some(format!("{stem}y"));
        }
        if WITH_ES.iter().any(|ending| word.ends_with(ending)) {
            return word.strip_suffix("es").map(str::to_owned);
        }
        word.strip_suffix('s').map(str::to_owned)
    })
}

/// Returns the form that goes with "I".
pub(super) fn first_person(verb: &str) -> Cow<'_, str> {
    match verb.split(' ').next() {
        Some("is") => changed(verb, |_| Some("am".to_owned())),
        Some("isn't") => changed(verb, |_| Some("am not".to_owned())),
        Some("was" | "wasn't") => verb.into(),
        _ => plural(verb),
    }
}

/// Changes the first word of a phrase; a word without another form, such as "can" and "will", stays.
fn changed(phrase: &str, form: impl FnOnce(&str) -> Option<String>) -> Cow<'_, str> {
    let (word, behind) = phrase.split_at(phrase.find(' ').unwrap_or(phrase.len()));
    let capital = word.starts_with(char::is_uppercase);
    let formed = form(&word.to_lowercase()).map(|formed| if capital { capitalised(&formed) } else { formed });
    formed.map_or(Cow::Borrowed(phrase), |word| Cow::Owned(word + behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_have_a_plural() {
        for (one, many) in [
            ("says", "say"),
            ("answers for", "answer for"),
            ("is part of", "are part of"),
            ("has", "have"),
            ("does not", "do not"),
            ("doesn't", "don't"),
            ("applies to", "apply to"),
            ("supplies", "supply"),
            ("relies on", "rely on"),
            ("lies", "lie"),
            ("reaches", "reach"),
            ("touches", "touch"),
            ("passes", "pass"),
            ("fixes", "fix"),
            ("goes", "go"),
            ("changes", "change"),
            ("moves", "move"),
            ("loses", "lose"),
            ("uses", "use"),
            ("raises", "raise"),
            ("sees", "see"),
            ("agrees", "agree"),
            ("was", "were"),
            ("it", "they"),
            ("of it", "of them"),
            ("Does", "Do"),
            ("can work", "can work"),
            ("will", "will"),
        ] {
            assert_eq!(plural(one), many);
        }
    }

    #[test]
    fn the_first_person_has_forms_of_its_own() {
        for (one, me) in [("is", "am"), ("was", "was"), ("has", "have"), ("says", "say"), ("isn't sure", "am not sure")]
        {
            assert_eq!(first_person(one), me);
        }
    }
}
