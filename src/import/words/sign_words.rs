use crate::record::{Sign, Strength};

/// Words that say that an effect is in the same direction; below, in the opposite one.
const MORE: &[&str] = &[
    "+",
    "plus",
    "more",
    "increase",
    "increases",
    "increasing",
    "positive",
    "same",
    "s",
    "adds to",
    "raises",
    "improves",
    "adds to / same direction",
    "same direction",
];
const LESS: &[&str] = &[
    "-",
    "\u{2212}",
    "\u{2013}",
    "minus",
    "less",
    "decrease",
    "decreases",
    "decreasing",
    "negative",
    "opposite",
    "o",
    "reduces",
    "lowers",
    "subtracts from",
    "subtracts from / opposite direction",
    "opposite direction",
];

/// Returns the sign that a label of an arrow states: a sign or a direction word alone. `None` for any other label, which
/// is a note.
///
/// Two marks are for the formats in which they are a stronger sign; what they mean in the others, their readers say.
pub(in crate::import) fn sign_of(label: &str) -> Option<(Sign, Strength)> {
    let word = label.trim().trim_matches(['(', ')', '[', ']']).trim().to_lowercase();
    let strong = match word.as_str() {
        "++" => Some(Sign::Plus),
        "--" | "\u{2212}\u{2212}" => Some(Sign::Minus),
        _ => None,
    };
    if let Some(sign) = strong {
        return Some((sign, Strength::Clear));
    }
    let plain = |words: &[&str]| words.contains(&word.as_str());
    match () {
        () if plain(MORE) => Some((Sign::Plus, Strength::default())),
        () if plain(LESS) => Some((Sign::Minus, Strength::default())),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_direction_word_alone_is_a_sign_and_any_other_label_is_not() {
        assert_eq!(sign_of("+"), Some((Sign::Plus, Strength::default())));
        assert_eq!(sign_of(" Reduces "), Some((Sign::Minus, Strength::default())));
        assert_eq!(sign_of("(\u{2212})"), Some((Sign::Minus, Strength::default())));
        assert_eq!(sign_of("--"), Some((Sign::Minus, Strength::Clear)));
        assert_eq!(sign_of("more (2w)"), None);
        assert_eq!(sign_of(""), None);
    }
}
