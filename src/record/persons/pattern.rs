//! The forms in which a person may be named.

use std::collections::HashSet;

use super::lexicon::{Sort, is_abbreviation, sort_of};
use super::speech::{helps, is_small};
use super::words::{SplitText, fold};

/// Words before a name that are not part of it.
const TITLES: [&str; 8] = ["dr", "prof", "mr", "mrs", "ms", "miss", "sir", "sr"];

/// Particles within a name, by which alone nobody is called.
const PARTICLES: [&str; 20] = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "du", "la", "le", "el", "al", "bin",
    "ibn", "ten", "ter",
];

/// The minimum number of letters in a person's initials.
const INITIALS: usize = 2;

/// One form of a person's name: its words in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamePattern {
    pub(super) parts: Vec<String>,
    pub(super) seat: usize,
    /// The sort of the everyday word with the same spelling; `None` when there is none.
    pub(super) word: Option<Sort>,
    /// Whether the pattern is initials, which must be capital letters.
    pub(super) initials: bool,
    /// Whether the name is in a script that puts no spaces between words.
    pub(super) unspaced: bool,
    /// Whether the pattern is a tag, which is a person only where nothing else can be meant.
    pub(super) tag: bool,
}

impl NamePattern {
    fn new(parts: Vec<String>, seat: usize) -> Self {
        Self { parts, seat, word: None, initials: false, unspaced: false, tag: false }
    }

    /// Creates the pattern of a tag whose owner's name is not available.
    pub(super) fn of_a_tag(tag: &str, seat: usize) -> Self {
        Self { word: Some(Sort::Word), tag: true, ..Self::new(vec![tag.to_owned()], seat) }
    }

    /// Creates the pattern of a tag that is probably a first name; it is read like a name that is also a word.
    pub(super) fn of_a_tag_like_a_name(tag: &str, seat: usize) -> Self {
        Self { word: Some(sort_of(tag).unwrap_or(Sort::Word)), ..Self::new(vec![tag.to_owned()], seat) }
    }

    /// Creates the pattern of a short form that the scribe types for a person; it is read as the everyday word wherever
    /// the text does not speak of a person.
    pub(super) fn of_what_is_typed(tag: &str, seat: usize) -> Self {
        let month = sort_of(tag).filter(|sort| *sort == Sort::Month);
        Self { word: Some(month.unwrap_or(Sort::Typed)), ..Self::new(vec![tag.to_owned()], seat) }
    }

    /// Whether the pattern may be an everyday word instead of a name.
    pub(super) const fn is_a_word(&self) -> bool {
        self.word.is_some()
    }

    /// Whether the words of the pattern stand at the index `at`, joined only as the parts of one name are.
    pub(super) fn stands_at(&self, line: &SplitText<'_>, at: usize) -> bool {
        let joined = |gap: &str| gap.chars().count() <= 2 && gap.chars().all(|c| " -.'’_@".contains(c));
        let same = self.parts.iter().enumerate().all(|(place, part)| {
            let word = line.words.get(at + place);
            let capital = || word.is_some_and(|word| word.text.chars().all(char::is_uppercase));
            word.is_some_and(|word| word.folded == *part)
                && (place == 0 || joined(line.gap_before(at + place)))
                && (!self.initials || capital())
        });
        same && !(self.initials && line.shouts)
    }
}

/// Returns every pattern of a person's listed name. The words of the units of all people count as words.
pub(super) fn patterns_of(listed: &str, seat: usize, unit_words: &UnitWords) -> Vec<NamePattern> {
    let name = listed.split([',', '(', ';']).next().unwrap_or_default();
    if name.contains('@') {
        // Of an address only the whole is a name: its parts are words, and those of a host everybody's.
        let words: Vec<String> = SplitText::of(name).words.into_iter().map(|word| word.folded).collect();
        return vec![NamePattern::new(words, seat)];
    }
    let mut patterns = unspaced(name, seat);
    if !patterns.is_empty() && name.chars().filter(|c| c.is_alphabetic()).all(is_unspaced) {
        return patterns;
    }
    let typed = SplitText::of(name);
    let words: Vec<String> = typed.words.iter().map(|word| word.folded.clone()).collect();
    let words: Vec<String> = words.into_iter().skip_while(|word| TITLES.contains(&word.as_str())).collect();
    let mut forms: Vec<Vec<String>> = vec![words.clone()];
    // A particle within a name joins the name's parts; at the beginning or the end the same word is a name.
    let within = |at: usize| at > 0 && at + 1 < words.len();
    let joins = |word: &str| PARTICLES.contains(&word) || is_small(word);
    let called = |(at, word): &(usize, &String)| word.chars().count() > 1 && !(within(*at) && joins(word));
    forms.extend(words.iter().enumerate().filter(called).map(|(_, word)| vec![word.clone()]));
    if name.chars().any(is_unspaced) {
        forms.push(vec![words.concat()]);
    }
    if let [first, _, .., last] = words.as_slice() {
        forms.push(vec![first.clone(), last.clone()]);
    }
    forms.extend(with_two_letters_for_one(name));
    for parts in forms.into_iter().filter(|parts| is_a_name(parts)) {
        let word = as_words(&parts, unit_words);
        let pattern = NamePattern { word, ..NamePattern::new(parts, seat) };
        if !patterns.iter().any(|known| known.parts == pattern.parts) {
            patterns.push(pattern);
        }
    }
    patterns.extend(initials(&words, unit_words, seat));
    patterns
}

/// Returns the parts of a name in a script without spaces, each alone and all together.
fn unspaced(name: &str, seat: usize) -> Vec<NamePattern> {
    let parts = || name.split_whitespace().filter(|part| part.chars().all(is_unspaced));
    let mut names: Vec<String> = parts().map(str::to_owned).collect();
    if parts().count() > 1 {
        names.extend([name.trim().to_owned(), parts().collect()]);
    }
    let names = names.into_iter().filter(|name| name.chars().count() > 1);
    names.map(|name| NamePattern { unspaced: true, ..NamePattern::new(vec![name], seat) }).collect()
}

/// The words of the units of all people, except possessives: in "Priya's team" Priya is still a name.
#[derive(Clone, Debug, Default)]
pub(super) struct UnitWords(HashSet<String>);

impl UnitWords {
    /// Collects the words of units.
    pub(super) fn of(units: &[String]) -> Self {
        let mut words = HashSet::new();
        for unit in units.iter().collect::<HashSet<_>>() {
            let unit = SplitText::of(unit);
            let named = unit.words.iter().enumerate().filter(|(at, _)| !unit.owns(*at));
            words.extend(named.map(|(_, word)| word.folded.clone()));
        }
        Self(words)
    }
}

/// Whether these words can be a name; a single letter or a number cannot.
fn is_a_name(parts: &[String]) -> bool {
    parts.iter().flat_map(|part| part.chars()).filter(|c| c.is_alphabetic()).count() > 1
}

/// Returns the sort of a name all of whose words are everyday words or words of a unit; `None` for other names.
fn as_words(parts: &[String], unit_words: &UnitWords) -> Option<Sort> {
    let sorts = parts.iter().map(|part| {
        let of_a_unit = || unit_words.0.contains(part).then_some(Sort::Word);
        sort_of(part).or_else(of_a_unit).or_else(|| sort_of_small(part))
    });
    let sorts: Vec<Sort> = sorts.collect::<Option<_>>()?;
    sorts.first().copied()
}

/// Returns the sort of a function word that is also a name: "An", "My", "So", "Can", "Do". "Al" and "Di" are only
/// names.
fn sort_of_small(word: &str) -> Option<Sort> {
    match word {
        "al" | "di" | "el" | "della" => None,
        "do" => Some(Sort::Grammar),
        _ if is_small(word) || helps(word) => Some(Sort::Grammar),
        _ => PARTICLES.contains(&word).then_some(Sort::Word),
    }
}

/// Returns the initials of a name, as one word and with points between the letters.
fn initials(words: &[String], unit_words: &UnitWords, seat: usize) -> Vec<NamePattern> {
    let first = |word: &String| word.chars().next().map(|c| c.to_string());
    let letters: Vec<String> = words.iter().filter_map(first).collect();
    let together = letters.concat();
    if letters.len() < INITIALS || is_abbreviation(&together) || unit_words.0.contains(&together) {
        return Vec::new();
    }
    let forms = [vec![together], letters].into_iter();
    forms.map(|parts| NamePattern { initials: true, ..NamePattern::new(parts, seat) }).collect()
}

/// Returns the other spellings of a name with two letters for one: "Jörg" may be typed "Joerg".
fn with_two_letters_for_one(name: &str) -> Vec<Vec<String>> {
    let two = |c: char| match c {
        'ä' | 'Ä' => Some("ae"),
        'ö' | 'Ö' => Some("oe"),
        'ü' | 'Ü' => Some("ue"),
        'å' | 'Å' => Some("aa"),
        _ => None,
    };
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().any(|c| two(c).is_some()));
    let spelled = words.map(|word| {
        let letters: String = word.chars().map(|c| two(c).map_or_else(|| c.to_string(), str::to_owned)).collect();
        vec![fold(&letters)]
    });
    spelled.collect()
}

/// Whether a letter belongs to a script that puts no spaces between words.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '々' | '\u{e00}'..='\u{eff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}
