//! Tells a remark from a name: a step makes a thing only of text that sounds like a name.

use super::spoken_words::{SpokenWord, is_at, past, phrase_at, spoken_words};
use crate::capture::lexicon::{Lexicon, Sense, Words};

/// How surely a text is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NoName {
    /// It may be a sentence: it begins like a position, or like a person who does something.
    Perhaps,
    /// It is a sentence, a time of the day, or talk.
    Surely,
}

/// Whether a label sounds like a remark rather than a name: it has more words than `longest`, or holds a verb. If it comes with an amount (`measured`), it may hold a clause:
/// "fewer nurses who know the patients".
pub(crate) fn is_a_remark(label: &str, measured: bool, longest: usize, lexicon: &Lexicon) -> bool {
    let tells = |words: &Words| is_sentence(&spoken_words(label, words), measured, words);
    label.split_whitespace().count() > longest || lexicon.languages().iter().any(|words| tells(words))
}

/// Returns how surely a text, which a step would take for names, is none; `None` for names.
pub(crate) fn no_name(text: &str, lexicon: &Lexicon) -> Option<NoName> {
    let found = lexicon.languages().iter().filter_map(|words| {
        let line = spoken_words(text, words);
        let surely = tells_a_time(text, &line, words)
            || (!text.contains([',', ':', '[']) && is_sentence(&line, true, words))
            || says_behind_a_colon(text, words);
        if surely {
            return Some(NoName::Surely);
        }
        let position = phrase_at(&line, 0, words, |sense| matches!(sense, Sense::Yes | Sense::No | Sense::Unsure));
        let goes_on = position.is_some_and(|(_, length)| line.len() > length);
        (goes_on || does_something(&line)).then_some(NoName::Perhaps)
    });
    found.max()
}

/// Whether words hold a verb, or a word of talk, that occurs in no name.
/// Whether a sentence stands behind a colon: "priya: the planner cuts costs".
fn says_behind_a_colon(text: &str, words: &Words) -> bool {
    let behind = text.split_once(": ").filter(|(_, behind)| !behind.contains([',', '['])).map(|(_, behind)| behind);
    behind.is_some_and(|behind| is_sentence(&spoken_words(behind, words), true, words))
}

fn is_sentence(line: &[SpokenWord<'_>], measured: bool, words: &Words) -> bool {
    let begins = |sense| {
        matches!(sense, Sense::And | Sense::Or | Sense::But | Sense::So | Sense::Then | Sense::Question | Sense::IWill)
    };
    if phrase_at(line, 0, words, begins).is_some() {
        return true;
    }
    let told = |sense| {
        matches!(
            sense,
            Sense::Finite
                | Sense::Pronoun
                | Sense::Nobody
                | Sense::Negation
                | Sense::Talk
                | Sense::Because
                | Sense::But
        )
    };
    for (at, word) in line.iter().enumerate() {
        if measured && at > 0 && is_at(line, at, words, Sense::Subordinator) {
            return false;
        }
        // "IT" is a department, and "Will" a person.
        let is_name = word.text.chars().next().is_some_and(char::is_uppercase) && (at > 0 || is_shouted(word));
        if !is_name && phrase_at(line, at, words, told).is_some() {
            return true;
        }
        if splits(line, at, words) {
            return true;
        }
    }
    false
}

/// Whether an article stands behind a word that is neither small nor an infinitive: "the VPN change broke the scanners", but
/// "time to save a customer".
fn splits(line: &[SpokenWord<'_>], at: usize, words: &Words) -> bool {
    let (Some(before), Some(word)) = (at.checked_sub(1).filter(|before| *before > 0), line.get(at)) else {
        return false;
    };
    if !is_at(line, at, words, Sense::Article) || !word.text.chars().all(char::is_lowercase) {
        return false;
    }
    let apart = line.get(before).is_none_or(|one| word.start > one.end + 1);
    // A word that two phrases share, such as the last one of "a couple of", is small as well.
    let is_small = |sense| {
        !matches!(
            sense,
            Sense::Verb(_) | Sense::BareVerb | Sense::KindNoun(_) | Sense::Duration | Sense::Quantity | Sense::Wait
        )
    };
    let small = |place: usize| {
        line.get(place).is_some_and(|word| words.beginning(&word.folded).iter().any(|phrase| is_small(phrase.sense)))
    };
    let infinitive = before.checked_sub(1).is_some_and(|place| is_at(line, place, words, Sense::Preposition));
    !apart && !infinitive && !small(before)
}

fn is_shouted(word: &SpokenWord<'_>) -> bool {
    word.text.chars().count() > 1 && word.text.chars().all(|c| !c.is_lowercase())
}

/// Whether a text says when something happens today: "coffee break till 10:45", "back at two".
fn tells_a_time(text: &str, line: &[SpokenWord<'_>], words: &Words) -> bool {
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let clock = |word: &SpokenWord<'_>| {
        let colon = word.text.split_once(':').is_some_and(|(hours, minutes)| digits(hours) && digits(minutes));
        let h = word.text.split_once('h').is_some_and(|(hours, minutes)| digits(hours) && digits(minutes));
        colon || h
    };
    // "Tom to ask Legal by Friday" is a promise.
    let day = |sense| matches!(sense, Sense::Weekday(_) | Sense::Today | Sense::Tomorrow | Sense::NextWeek);
    let until = |at: usize| {
        let length = phrase_at(line, at, words, |sense| matches!(sense, Sense::Until)).map(|(_, length)| length);
        length.is_some_and(|length| phrase_at(line, at + length, words, day).is_some())
    };
    line.iter().any(clock) || (0..line.len()).any(|at| hour_at(text, line, at, words) || until(at))
}

/// Whether a time of the day begins at this word: "until quarter past", "um halb eins", "à 14 h", "a las cuatro y media".
fn hour_at(text: &str, line: &[SpokenWord<'_>], at: usize, words: &Words) -> bool {
    let leads = |sense| matches!(sense, Sense::Until | Sense::Preposition | Sense::OnDay);
    let Some((_, length)) = phrase_at(line, at, words, leads) else { return false };
    let until = is_at(line, at, words, Sense::Until) && !is_at(line, at, words, Sense::By);
    let start = past(line, at + length, words, |sense| sense == Sense::Article);
    let unit = |place: usize| phrase_at(line, place, words, |sense| matches!(sense, Sense::Unit(_))).is_some();
    let day = |sense| matches!(sense, Sense::Weekday(_) | Sense::Month(_) | Sense::Tomorrow);
    if until && (unit(start) || number(line, start, words) || phrase_at(line, start, words, day).is_some()) {
        return true;
    }
    // One word such as "half" may stand before the hour.
    let hour = [start, start + 1].into_iter().find(|place| number(line, *place, words));
    let Some(hour) = hour else { return false };
    let behind = line.get(hour).and_then(|word| text.get(word.end..)).unwrap_or_default();
    let ends = behind.trim().is_empty() || behind.starts_with([',', '.', ';', '!']);
    let clock =
        line.get(hour + 1).is_some_and(|word| matches!(&*word.folded, "h" | "uhr" | "uur" | "am" | "pm" | "o'clock"));
    let half = is_at(line, hour + 1, words, Sense::And) && start > at + length;
    (start > at + length || hour > start || small_hour(line, hour)) && (ends || half) && !unit(hour) || clock
}

fn number(line: &[SpokenWord<'_>], at: usize, words: &Words) -> bool {
    let digits = line.get(at).is_some_and(|word| {
        let hour = word.folded.strip_suffix('h').unwrap_or(&word.folded);
        (1..=2).contains(&hour.len()) && hour.bytes().all(|byte| byte.is_ascii_digit())
    });
    digits || phrase_at(line, at, words, |sense| matches!(sense, Sense::Number(_))).is_some()
}

/// Whether a number in words or digits can be an hour.
fn small_hour(line: &[SpokenWord<'_>], at: usize) -> bool {
    line.get(at).is_some_and(|word| word.folded.parse::<u8>().map_or(true, |hour| hour <= 24))
}

/// Whether a line reads like a person who does something: "Ana joins late".
fn does_something(line: &[SpokenWord<'_>]) -> bool {
    let [who, does, _, ..] = line else { return false };
    let called =
        who.text.chars().next().is_some_and(char::is_uppercase) && who.text.chars().skip(1).all(char::is_lowercase);
    let verb = does.text.chars().all(char::is_lowercase) && does.text.ends_with('s') && !does.text.ends_with("ss");
    let apart = does.start > who.end + 1;
    called && verb && !apart && who.text.chars().count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::lexicon::LexiconFile;

    fn sample() -> Lexicon {
        let text = r#"(
            language: "xx",
            articles: ["the", "a", "my"],
            finite: ["gets", "says", "is", "are", "was", "has", "have", "does", "do", "be", "been"],
            pronouns: ["we", "it", "us", "everybody", "this"],
            nobody: ["nobody"],
            negations: ["not", "dont", "no"],
            but: ["but"],
            and: ["and"],
            talk: ["sorry", "thanks", "lol"],
            subordinators: ["who", "that"],
            prepositions: ["of", "in", "on", "at", "for", "to", "per", "with"],
        )"#;
        Lexicon::of(&["xx"], &[LexiconFile::parse(text).unwrap()])
    }

    #[test]
    fn a_remark_is_no_name() {
        for remark in [
            "the trust board is lying to us about the numbers",
            "we dont get told",
            "sorry im late",
            "not live yet",
            "and beds has a spreadsheet",
            "It is all fine",
            "change caused the outage",
        ] {
            assert!(is_a_remark(remark, false, 6, &sample()), "{remark}");
        }
        for name in
            ["Service bot", "time to save a customer", "Claims handlers and brokers", "scan reader (radiology)", "IT"]
        {
            assert!(!is_a_remark(name, false, 6, &sample()), "{name}");
        }
    }

    #[test]
    fn what_there_is_more_or_less_of_may_be_told_apart_by_what_it_does() {
        for name in ["nurses who have the keys", "calls that are not about money"] {
            assert!(is_a_remark(name, false, 6, &sample()) && !is_a_remark(name, true, 6, &sample()), "{name}");
        }
    }

    #[test]
    fn times_talk_and_people_who_do_something_are_no_names() {
        for (text, expected) in [
            ("coffee break till 10:45", Some(NoName::Surely)),
            ("break until quarter past", Some(NoName::Surely)),
            ("back at two", Some(NoName::Surely)),
            ("thanks to the night crew for coming", Some(NoName::Surely)),
            ("the lift is out of order, take the stairs", None),
            ("Jo mangles letters twice", Some(NoName::Perhaps)),
            ("same as every year", Some(NoName::Surely)),
            ("letters answered within two days", None),
            ("trucks unloaded in under an hour", None),
            ("files closed in one visit", None),
            ("95% of meters read on the first trip", None),
            ("Power BI forecast", None),
            ("Contact Centre", None),
            ("room for 12 people", None),
        ] {
            assert_eq!(no_name(text, &sample()), expected, "{text}");
        }
    }
}
