//! Reduces words to their stems: "claims" and "claim" have the same stem.

/// The words of a name without their plural endings.
pub(super) struct Stemmed {
    pub(super) words: Vec<String>,
}

impl Stemmed {
    pub(super) fn of(key: &str) -> Self {
        // A comparison is a word of its own, with or without spaces: `debts<90 days`.
        let spaced = key.replace('<', " < ").replace('>', " > ");
        Self { words: spaced.split_whitespace().map(stem).collect() }
    }

    /// Whether the two names share a word of more than three letters.
    pub(super) fn shares_a_word(&self, other: &Self) -> bool {
        self.words.iter().any(|word| word.chars().count() > 3 && other.words.contains(word))
    }
}

/// Returns the singular of a word, judged by its ending.
fn stem(word: &str) -> String {
    let long = word.chars().count() > 3;
    let cut = |ending: &str| word.strip_suffix(ending).filter(|_| long);
    if let Some(rest) = cut("ies") {
        return format!("{rest}y");
    }
    if let Some(rest) = ["ches", "shes", "sses", "xes", "zes"].into_iter().find_map(cut) {
        let ending = word.len() - rest.len() - "es".len();
        return word.get(..rest.len() + ending).unwrap_or(word).to_owned();
    }
    let singular = ["ss", "us", "is"].into_iter().any(|ending| word.ends_with(ending));
    cut("s").filter(|_| !singular).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn a_plural_is_the_same_word() {
        for (one, many) in [("claim", "claims"), ("policy", "policies"), ("branch", "branches"), ("box", "boxes")] {
            assert_eq!(stem(one), stem(many));
        }
        for word in ["loss", "status", "analysis", "gas", "ops"] {
            assert_eq!(stem(word), if word == "ops" { "ops" } else { word });
        }
    }
}
