use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use unicase::UniCase;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::record::text::{LABEL_LIMIT, clip};

use super::packed::text_table;

/// The characters beside letters, digits and marks that tell one name from another.
pub(super) const OPERATORS: [char; 6] = ['+', '#', '<', '>', '%', '&'];

/// The identity of a thing: its label with case, punctuation and spaces normalised. Operators (`+ # < > % &`) are part of
/// it: `C++` and `C#`, `grade 7` and `grade 7+` are two things.
///
/// Keys are ordered by Unicode scalar value; things and arrows are listed in this order everywhere. Cloning is cheap.
/// Serde writes a key as an index into the text table of a packed ledger, and works only inside one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(#[serde(with = "text_table")] Arc<str>);

impl Key {
    /// Returns the key of a label; `None` when the label has no letter and no digit.
    ///
    /// Compatibility forms and case are folded as in Unicode's caseless matching (NFKC, full case folding, NFKC).
    /// Letters, digits and the marks that follow them stay, and so do operators; every run of other characters becomes
    /// one space. `30 %` is `30%`.
    pub fn of(label: &str) -> Option<Self> {
        let folded = fold(clip(label, LABEL_LIMIT));
        let mut key = String::with_capacity(folded.len());
        let (mut inside, mut gap, mut named) = (false, false, false);
        for c in folded.chars() {
            inside = belongs(c, inside);
            named |= inside;
            if inside || OPERATORS.contains(&c) {
                if gap && !key.is_empty() && !(c == '%' && key.ends_with(char::is_numeric)) {
                    key.push(' ');
                }
                key.push(c);
                gap = false;
            } else {
                gap = true;
            }
        }
        named.then(|| Self(key.into()))
    }

    /// Returns the key without its operators, by which names are compared in sessions without exact names.
    pub(super) fn plain(&self) -> Self {
        if !self.0.contains(OPERATORS) {
            return self.clone();
        }
        let words: Vec<&str> =
            self.0.split(|c| c == ' ' || OPERATORS.contains(&c)).filter(|word| !word.is_empty()).collect();
        Self(words.join(" ").into())
    }

    /// Returns the folded text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn fold(label: &str) -> String {
    // For ASCII the three steps equal lower-casing. Most labels are ASCII, and every mention of a thing comes through
    // this function.
    if label.is_ascii() {
        return label.to_ascii_lowercase();
    }
    let composed: String = label.nfkc().collect();
    UniCase::new(composed).to_folded_case().nfkc().collect()
}

/// Whether a character is part of a key: a letter, a digit, or a mark on a character that is.
fn belongs(c: char, follows: bool) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    match c.general_category_group() {
        GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number => true,
        GeneralCategoryGroup::Mark => follows,
        _ => false,
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    fn key(label: &str) -> Option<String> {
        Key::of(label).map(|key| key.to_string())
    }

    #[test]
    fn spelling_case_and_punctuation_do_not_make_another_thing() {
        for (label, expected) in [
            ("Handle time", "handle time"),
            ("  HANDLE -- time! ", "handle time"),
            ("handle_time", "handle time"),
            ("First-contact resolution", "first contact resolution"),
            ("C++", "c++"),
            ("C#", "c#"),
            ("Straße", "strasse"),
            ("ＡＩ ｂｏｔ", "ai bot"),
            ("cafe\u{301}", "café"),
            ("Ⅳ. quarter", "iv quarter"),
            ("ΌΔΟΣ", "όδοσ"),
            ("שלום, עולם", "שלום עולם"),
            ("हिन्दी", "हिन्दी"),
            ("客户信任", "客户信任"),
            ("👩‍💻 team", "team"),
            ("debts < 90 days", "debts < 90 days"),
            ("Debts > 90 days!", "debts > 90 days"),
            ("debts >90 days", "debts >90 days"),
            ("Grade 7+", "grade 7+"),
            ("grade 7", "grade 7"),
            ("R&D", "r&d"),
            ("R -- & / D", "r & d"),
            ("R ＆ D", "r & d"),
            ("R D", "r d"),
            ("30 % off", "30% off"),
            ("30% off", "30% off"),
            ("share of %", "share of %"),
            ("C+\u{301}+ bot", "c+ + bot"),
            ("24/7 = A/B", "24 7 a b"),
        ] {
            assert_eq!(key(label).as_deref(), Some(expected), "{label:?}");
        }
    }

    #[test]
    fn a_label_without_a_letter_or_digit_is_nothing() {
        for label in ["", "   ", "!?", "\u{301}", "👍", "->", "+", "# & %"] {
            assert_eq!(key(label), None, "{label:?}");
        }
    }

    #[test]
    fn a_mark_needs_something_to_stand_on() {
        assert_eq!(key("a !\u{301}b").as_deref(), Some("a b"));
    }

    #[test]
    fn a_label_is_known_by_its_first_two_hundred_characters() {
        let long = "a".repeat(LABEL_LIMIT + 50);
        assert_eq!(key(&long).unwrap().len(), LABEL_LIMIT);
        assert_eq!(Key::of(&long), Key::of(&"a".repeat(LABEL_LIMIT)));
    }

    /// The key as it was before operators belonged to it.
    fn key_without_operators(label: &str) -> Option<String> {
        let (mut key, mut inside) = (String::new(), false);
        for c in fold(clip(label, LABEL_LIMIT)).chars() {
            inside = belongs(c, inside);
            key.push(if inside { c } else { ' ' });
        }
        let words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(4), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_key_has_no_space_at_its_ends_and_no_double_space(label in "\\PC{0,60}") {
            if let Some(key) = key(&label) {
                prop_assert_eq!(key.trim(), key.as_str());
                prop_assert!(!key.contains("  "));
            }
        }

        #[test]
        fn a_label_without_operators_has_the_key_it_always_had(label in "(\\PC|[a-z0-9 .,()\\-]|\u{301}){0,40}") {
            prop_assume!(!fold(&label).contains(OPERATORS));
            prop_assert_eq!(key(&label), key_without_operators(&label));
        }

        #[test]
        fn without_its_operators_any_key_is_the_one_it_always_had(label in "(\\PC|[a-z0-9 +#<>%&＋-]|\u{301}){0,40}") {
            let plain = Key::of(&label).map(|key| key.plain().to_string());
            prop_assert_eq!(plain, key_without_operators(&label));
        }

        #[test]
        fn a_key_is_its_own_key(label in "(\\PC|[a-z0-9 +#<>%&-]){0,40}") {
            if let Some(key) = Key::of(&label) {
                prop_assert_eq!(Key::of(key.as_str()), Some(key));
            }
        }

        #[test]
        fn case_never_matters_for_plain_letters(label in "[a-zA-Z0-9 .,-]{1,40}") {
            prop_assert_eq!(Key::of(&label), Key::of(&label.to_ascii_uppercase()));
        }
    }
}
