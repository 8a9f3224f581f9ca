/// Remarks to whoever types, in lower case: they take something back, or say that it was a slip.
const TO_THE_SCRIBE: [&str; 26] = [
    "oops",
    "ooops",
    "whoops",
    "ignore that",
    "ignore this",
    "ignore the last",
    "please ignore",
    "scratch that",
    "strike that",
    "delete that",
    "delete the last",
    "forget that",
    "forget it",
    "never mind",
    "nevermind",
    "wrong line",
    "wrong window",
    "sorry typo",
    "typo",
    "test",
    "testing",
    "don't write that down",
    "do not write that down",
    "vergiss das",
    "oubliez ça",
    "laat maar",
];

/// The words of remarks about the day itself, and not about the subject.
const OF_THE_DAY: [&str; 12] = [
    "coffee",
    "lunch",
    "break",
    "tea",
    "toilet",
    "toilets",
    "wifi",
    "wi-fi",
    "biscuits",
    "sandwiches",
    "parking",
    "mute",
];

/// The maximum number of words of a remark of either sort.
const SHORT: usize = 7;

/// Whether a text is a remark to whoever types, such as "oops ignore that".
pub(super) fn is_to_the_scribe(text: &str) -> bool {
    let low = text.to_lowercase().replace('’', "'").replace([',', '.', '!', ':', ';', '-'], " ");
    let words: Vec<&str> = low.split_whitespace().collect();
    let plain = words.join(" ");
    let begins = |remark: &str| plain == remark || plain.starts_with(&format!("{remark} "));
    words.len() <= SHORT && TO_THE_SCRIBE.into_iter().any(begins)
}

/// Whether a text is about the day itself, such as "coffee is on the left".
pub(super) fn is_of_the_day(text: &str) -> bool {
    let low = text.to_lowercase();
    let words: Vec<&str> =
        low.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    words.len() <= SHORT && words.iter().any(|word| OF_THE_DAY.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_no_statement_and_a_statement_is_no_slip() {
        for slip in ["oops ignore that", "Oops, ignore that!", "scratch that", "sorry, typo", "never mind", "test"] {
            assert!(is_to_the_scribe(slip), "{slip}");
        }
        for said in [
            "we ignore that letter",
            "they never mind waiting",
            "testing takes a week",
            "test results come back late and nobody tells the ward",
            "forget-me-not wards are full",
        ] {
            assert!(!is_to_the_scribe(said), "{said}");
        }
        assert!(is_of_the_day("coffee is on the left") && is_of_the_day("Lunch break till 12:45"));
        assert!(!is_of_the_day("they break the queue rules whenever the scanner is down again"));
    }
}
