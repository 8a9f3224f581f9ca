//! Tells a remark from a name: a step makes a thing only of text that sounds like a name.

/// The maximum number of words of a new name in free text.
const WORDS: usize = 6;

/// Words that occur in remarks and never in names.
const SPOKEN: [&str; 43] = [
    "i", "im", "ive", "we", "were", "you", "they", "theyre", "he", "she", "it", "its", "me", "us", "them", "is", "are",
    "was", "be", "has", "have", "had", "will", "would", "could", "should", "can", "cant", "dont", "doesnt", "not",
    "no", "yes", "sorry", "but", "because", "just", "that", "thats", "this", "there", "who", "what",
];

/// Words of `SPOKEN` that may occur in a name with an amount: "fewer nurses who know the patients".
const GOES_ON: [&str; 8] = ["who", "that", "is", "are", "has", "have", "can", "not"];

/// Words that begin a remark, and may also occur inside a name.
const BEGINNINGS: [&str; 4] = ["and", "or", "so", "then"];

/// Whether a label sounds like a remark rather than a name. If it comes with an amount (`measured`), it may hold the
/// words of `GOES_ON`.
pub(crate) fn is_a_remark(label: &str, measured: bool) -> bool {
    let spoken = |word: &str| {
        let word: String = word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        SPOKEN.contains(&word.as_str()) && !(measured && GOES_ON.contains(&word.as_str()))
    };
    let mut words = label.split_whitespace();
    let begins = words.clone().next().is_some_and(|first| BEGINNINGS.contains(&first.to_lowercase().as_str()));
    begins || label.split_whitespace().count() > WORDS || words.any(spoken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_is_no_name() {
        for remark in [
            "the trust board is lying to us about the numbers",
            "we dont get told",
            "sorry im late",
            "not live yet",
            "no thats not right",
            "and beds has a spreadsheet",
            "It's all fine",
        ] {
            assert!(is_a_remark(remark, false), "{remark}");
        }
        for name in ["Service bot", "time to save a customer", "Claims handlers and brokers", "scan reader (radiology)"]
        {
            assert!(!is_a_remark(name, false), "{name}");
        }
    }

    #[test]
    fn what_there_is_more_or_less_of_may_be_told_apart_by_what_it_does() {
        for name in ["nurses who know the patients", "calls that are not about money"] {
            assert!(is_a_remark(name, false) && !is_a_remark(name, true), "{name}");
        }
        for remark in ["of this than we thought", "or less what they said"] {
            assert!(is_a_remark(remark, true), "{remark}");
        }
    }
}
