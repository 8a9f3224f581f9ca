/// Remarks to whoever types, in lower case: they take something back, or say that it was a slip.
const TO_THE_SCRIBE: [&str; 23] = [
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
    "typo",
    "don't write that down",
    "do not write that down",
    "vergiss das",
    "oubliez ça",
    "laat maar",
];

/// Words that are such a remark only where nothing else is said.
const ALONE: [&str; 2] = ["test", "testing"];

/// Words that people say before they take something back, or before they say nothing.
const BEFORE: [&str; 10] = ["wait", "no", "sorry", "ok", "okay", "ah", "oh", "hm", "hmm", "well"];

/// Beginnings of replies that mean nothing the next day, in lower case.
const REPLIES: [&str; 15] = [
    "not sure",
    "i am not sure",
    "i'm not sure",
    "good point",
    "fair point",
    "good question",
    "exactly",
    "same here",
    "me too",
    "i agree",
    "agreed",
    "interesting",
    "i think so",
    "makes sense",
    "can we move on",
];

/// The maximum number of words of such a reply.
const REPLY: usize = 4;

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

/// Words that are laughter or an apology and no statement.
const SOUNDS: [&str; 12] = ["sorry", "haha", "hahaha", "hehe", "lol", "ha", "ok", "okay", "um", "uhm", "hm", "hmm"];

/// The maximum number of words behind an apology that is no statement: "sorry, phone".
const APOLOGY: usize = 2;

/// Whether a text is laughter, an apology, or numbers alone.
pub(super) fn is_a_sound(text: &str) -> bool {
    let low = text.to_lowercase();
    let mut words = low.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
    let all: Vec<&str> = words.clone().collect();
    let apology = words.next() == Some("sorry") && words.count() <= APOLOGY;
    let empty = |word: &&str| SOUNDS.contains(word) || word.chars().all(|c| c.is_ascii_digit());
    apology || all.iter().all(empty)
}

/// The first words of lines in the grammar of the console that a reader of the minutes cannot know.
const COMMANDS: [&str; 7] = ["dots", "vote", "poll", "rank", "rate", "hands", "settle"];

/// Whether a text is a line in the grammar of the console that was not read: "dots 3: Leak detector, Service bot".
pub(super) fn is_a_command(text: &str) -> bool {
    let Some((head, _)) = text.split_once(':') else { return false };
    let mut words = head.split_whitespace();
    let command = words.next().is_some_and(|word| COMMANDS.contains(&word));
    command && words.all(|word| word.chars().all(|c| c.is_ascii_digit()))
}

/// Whether a text is a remark to whoever types, such as "oops ignore that".
pub(super) fn is_to_the_scribe(text: &str) -> bool {
    let alone = text.trim().trim_end_matches(['.', '!']).to_lowercase();
    ALONE.contains(&alone.as_str()) || begins_with(text, SHORT, &TO_THE_SCRIBE)
}

/// Whether a text is a reply that means nothing without what it replies to, such as "not sure about that".
pub(super) fn is_a_reply(text: &str) -> bool {
    begins_with(text, REPLY, &REPLIES)
}

/// Whether a text of at most so many words begins with one of these phrases.
fn begins_with(text: &str, longest: usize, phrases: &[&str]) -> bool {
    let low = text.to_lowercase().replace('’', "'").replace([',', '.', '!', ':', ';', '-', '…'], " ");
    let words: Vec<&str> = low.split_whitespace().skip_while(|word| BEFORE.contains(word)).collect();
    let plain = words.join(" ");
    words.len() <= longest && phrases.iter().any(|phrase| plain == *phrase || plain.starts_with(&format!("{phrase} ")))
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
        for slip in [
            "oops ignore that",
            "Oops, ignore that!",
            "scratch that",
            "wait, scratch that",
            "sorry, typo",
            "never mind",
            "test",
        ] {
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
        assert!(is_a_reply("not sure about that") && is_a_reply("Hmm, good point.") && is_a_reply("agreed"));
        assert!(!is_a_reply("not sure who pays for the second visit") && !is_a_reply("true costs are never shown"));
        for empty in ["haha", "sorry", "sorry, phone", "Sorry!", "4 3 2", "ok ok", ":)"] {
            assert!(is_a_sound(empty), "{empty}");
        }
        for said in ["sorry is what we say to every customer", "4 of 9 digs are dry", "haha, until it breaks"] {
            assert!(!is_a_sound(said), "{said}");
        }
        assert!(is_a_command("dots 3: Leak detector, Service bot") && is_a_command("vote: A, B"));
        assert!(!is_a_command("rate of return: nobody knows") && !is_a_command("dots on the map"));
        assert!(is_of_the_day("coffee is on the left") && is_of_the_day("Lunch break till 12:45"));
        assert!(!is_of_the_day("they break the queue rules whenever the scanner is down again"));
    }
}
