use crate::capture::grammar::{SpokenWord, spoken_words};
use crate::capture::lexicon::{Lexicon, Sense, Words};

/// A person whom a line may name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownPerson {
    /// The tag of the person's seat.
    pub tag: String,
    /// The name or the short form that people say; `None` when it is not known.
    pub name: Option<String>,
}

/// The people at the beginning of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Crowd {
    /// Their tags, each once.
    pub(crate) tags: Vec<String>,
    /// The byte of the text behind them.
    pub(crate) end: usize,
    /// Whether an `@` stands before the first of them.
    pub(crate) addressed: bool,
}

/// The marks between two people who do something together.
const JOINTS: [&str; 4] = ["+", "&", ",", "/"];

/// Returns the people with whom a text begins: "Rosa + Ines", "@tom".
pub(crate) fn front(text: &str, people: &[KnownPerson], lexicon: &Lexicon) -> Crowd {
    let mut crowd = Crowd::default();
    if people.is_empty() {
        return crowd;
    }
    // "Rosa/Ines" are two words; a space in place of the mark leaves every word at its byte.
    let apart = text.replace('/', " ");
    let line = spoken_words(&apart, &Words::default());
    let mut at = 0;
    while let Some((person, length)) = person_at(&line, at, people) {
        let (Some(first), Some(last)) = (line.get(at), line.get(at + length - 1)) else { break };
        if crowd.tags.is_empty() {
            let before = text.get(..first.start).unwrap_or_default().trim();
            if !matches!(before, "" | "@") {
                break;
            }
            crowd.addressed = before == "@";
        } else if !joins(text.get(crowd.end..first.start).unwrap_or_default(), lexicon) {
            break;
        }
        crowd.end = last.end;
        if !crowd.tags.contains(&person.tag) {
            crowd.tags.push(person.tag.clone());
        }
        at += length;
        // "And" between two people is a word of its own.
        let and = line.get(at).is_some_and(|word| is_and(&word.folded, lexicon));
        at += usize::from(and && person_at(&line, at + 1, people).is_some());
    }
    crowd
}

/// Whether the text between two people joins them.
fn joins(between: &str, lexicon: &Lexicon) -> bool {
    let mark = between.trim().trim_end_matches('@').trim();
    JOINTS.contains(&mark)
        || (mark.is_empty() && between.ends_with('@'))
        || is_and(mark.trim_start_matches(',').trim(), lexicon)
}

fn is_and(word: &str, lexicon: &Lexicon) -> bool {
    let and = |words: &Words| words.beginning(&word.to_lowercase()).iter().any(|phrase| phrase.sense == Sense::And);
    lexicon.languages().iter().any(|words| and(words))
}

/// Returns the person at this word, found by tag, first name, whole name or initials, and the number of words.
fn person_at<'p>(line: &[SpokenWord<'_>], at: usize, people: &'p [KnownPerson]) -> Option<(&'p KnownPerson, usize)> {
    let word = line.get(at)?;
    let whole = |person: &&KnownPerson| names(person, line, at).is_some();
    if let Some(person) = people.iter().find(whole) {
        return Some((person, names(person, line, at)?));
    }
    let first = |person: &&KnownPerson| {
        let called = person.name.as_deref().and_then(|name| name.split_whitespace().next());
        *word.folded == *person.tag || called.is_some_and(|name| name.to_lowercase() == word.folded)
    };
    let shouted = word.text.chars().count() > 1 && word.text.chars().all(char::is_uppercase);
    let initials = |person: &&KnownPerson| {
        let letters = person.name.as_deref().map(|name| name.split_whitespace().filter_map(|part| part.chars().next()));
        shouted && letters.is_some_and(|letters| letters.collect::<String>().to_uppercase() == word.text)
    };
    people.iter().find(first).or_else(|| people.iter().find(initials)).map(|person| (person, 1))
}

/// Returns the number of words of a whole name of several words, if it stands here.
fn names(person: &KnownPerson, line: &[SpokenWord<'_>], at: usize) -> Option<usize> {
    let parts: Vec<String> = person.name.as_deref()?.split_whitespace().map(str::to_lowercase).collect();
    let here = line.get(at..at + parts.len())?;
    (parts.len() > 1 && parts.iter().zip(here).all(|(part, word)| *part == word.folded)).then_some(parts.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people() -> Vec<KnownPerson> {
        [("rosa", "Rosa"), ("ines", "Ines Holm"), ("jk", "Jonas Kern")]
            .map(|(tag, name)| KnownPerson { tag: tag.to_owned(), name: Some(name.to_owned()) })
            .into()
    }

    #[test]
    fn people_stand_at_the_beginning_by_tag_name_or_initials() {
        for (text, tags, rest) in [
            ("Rosa to collect", "rosa", " to collect"),
            ("rosa, call them", "rosa", ", call them"),
            ("@Ines ring the vendor", "ines", " ring the vendor"),
            ("Ines Holm rings", "ines", " rings"),
            ("Jonas: nothing", "jk", ": nothing"),
            ("JK books it", "jk", " books it"),
            ("IH books it", "ines", " books it"),
            ("Rosa + Ines read", "rosa ines", " read"),
            ("Rosa and Ines read", "rosa ines", " read"),
            ("rosa, ines and jk read", "rosa ines jk", " read"),
            ("Rosa/Ines: read", "rosa ines", ": read"),
            ("ask Rosa", "", "ask Rosa"),
            ("Rosalind calls", "", "Rosalind calls"),
            ("Rosa Ines", "rosa", " Ines"),
            ("@rosa @ines read", "rosa ines", " read"),
        ] {
            let crowd = front(text, &people(), Lexicon::english());
            assert_eq!((crowd.tags.join(" ").as_str(), &text[crowd.end..]), (tags, rest), "{text}");
        }
    }
}
