//! What people say when they are asked for a hope or a worry: the words of the question, repeated, are no part of it.

/// Beginnings that repeat the question, in lower case, the longer ones first.
const ASKED: [&str; 16] = [
    "what i hear people worry about is that",
    "what i hear people worry about is",
    "what i hear people worry about",
    "what people worry about is that",
    "what people worry about is",
    "i hear people worry about",
    "i hear people worry that",
    "i hear that people worry that",
    "what i hope ai does here is that",
    "what i hope ai does here is",
    "what i hope for is that",
    "what i hope for is",
    "what i hope is that",
    "what i hope is",
    "i hope that",
    "i hope",
];

/// Words that make a voice a hope.
const HOPES: [&str; 5] = ["hope", "hopes", "hoped", "hoping", "hopefully"];

/// Words that make a voice a worry, whatever else it says.
const WORRIES: [&str; 8] = ["worry", "worries", "worried", "afraid", "fear", "fears", "scared", "but"];

/// Returns what somebody said without the words of the question before it, and without "Billing says" where `who` is
/// Billing.
pub fn own_words<'t>(said: &'t str, who: Option<&str>) -> &'t str {
    let said = who.and_then(|who| behind_speaker(said, who)).unwrap_or(said);
    let behind = ASKED.iter().find_map(|asked| behind(said, asked));
    behind
        .map(|rest| rest.trim_start_matches([' ', ',', ':', '…', '.', '-']))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(said)
}

/// Whether what somebody said is a hope and no worry.
pub fn is_hope(said: &str) -> bool {
    let low = said.to_lowercase();
    let has = |words: &[&str]| low.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word));
    has(&HOPES) && !has(&WORRIES)
}

fn behind_speaker<'t>(said: &'t str, who: &str) -> Option<&'t str> {
    let rest = behind(said, who)?.trim_start();
    let rest = ["says", "say"].iter().find_map(|verb| behind(rest, verb))?;
    Some(rest.trim_start_matches([' ', ',', ':'])).filter(|rest| !rest.is_empty())
}

/// Returns the text behind these words, if they begin it in any case and a word ends there.
fn behind<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(words.len())?;
    (start.to_lowercase() == words.to_lowercase() && !rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_that_is_repeated_is_no_part_of_the_answer() {
        for (said, own) in [
            ("What I hope is that the service bot takes the bills", "the service bot takes the bills"),
            ("I hear people worry that nobody goes out any more", "nobody goes out any more"),
            ("What I hear people worry about is … the bills", "the bills"),
            ("Billing says billing will drown", "billing will drown"),
            ("What I hope", "What I hope"),
            ("I hopefully see them", "I hopefully see them"),
            ("Claims says no", "Claims says no"),
        ] {
            assert_eq!(own_words(said, Some("Billing")), own);
        }
    }

    #[test]
    fn a_hope_is_no_worry() {
        assert!(is_hope("What I hope is that the bot takes the bills"));
        assert!(!is_hope("I hear people worry that hope is all we have") && !is_hope("who signs the report?"));
    }
}
