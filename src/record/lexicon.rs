//! The words of typed lines, each table once: keywords, amounts, positions, verbs, spans of time.
//!
//! Capture reads lines with these tables; exercises use the same tables to recognise and write answers.

use strum::{AsRefStr, VariantArray};

use super::{Delay, Direction, Position, Relation, Sign};

/// The first words of lines that state the kind of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AsRefStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Keyword {
    /// A sentence that people say.
    Say,
    /// An observation that a factor moved.
    Saw,
    /// The good direction of a factor.
    Want,
    /// A rule of a behaviour charter.
    Rule,
    /// Two labels that name one thing.
    Same,
    /// Another name for a thing.
    Rename,
    /// A commitment.
    Do,
    /// An item parked for later.
    Park,
    /// Undo: takes back the last line.
    Undo,
    /// Redo: restores the line that was taken back.
    Redo,
    /// A counted vote.
    Vote,
    /// A ranking.
    Rank,
    /// A rating from 1 to 5.
    Rate,
    /// A decision.
    Decide,
    /// A factor to watch.
    Watch,
    /// The outcome of a commitment, a question or a parked item.
    Settle,
}

impl Keyword {
    /// Returns the keyword with this spelling; `None` for any other word.
    pub fn of(word: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|keyword| keyword.as_ref() == word)
    }
}

/// Returns the position that a word states; `None` for any other word.
pub fn position(word: &str) -> Option<Position> {
    Position::VARIANTS.iter().copied().find(|position| position.as_ref() == word)
}

/// The arrows as they are typed.
pub const ARROWS: [&str; 5] = ["->", "<-", "→", "←", "↔"];

/// Words before a name that state more or less of it.
pub const LEADING_AMOUNTS: [(&str, Sign); 6] = [
    ("more", Sign::Plus),
    ("higher", Sign::Plus),
    ("rising", Sign::Plus),
    ("less", Sign::Minus),
    ("fewer", Sign::Minus),
    ("lower", Sign::Minus),
];

/// Words after a name that state more or less of it.
pub const TRAILING_AMOUNTS: [(&str, Sign); 2] = [("up", Sign::Plus), ("down", Sign::Minus)];

/// First words after which a trailing `up` or `down` belongs to the name: a "follow up" does not rise.
pub const PHRASAL: [&str; 12] =
    ["back", "break", "build", "catch", "clean", "follow", "make", "ramp", "set", "sign", "start", "write"];

/// Returns the amount that a word states, looked up in this table.
pub fn amount_word(table: &[(&str, Sign)], word: &str) -> Option<Sign> {
    table.iter().find(|(known, _)| word.eq_ignore_ascii_case(known)).map(|(_, sign)| *sign)
}

/// Returns the amount that the first word of a text states, if more words follow.
pub fn leading_amount(text: &str) -> Option<Sign> {
    amount_word(&LEADING_AMOUNTS, text.trim_start().split_once(' ')?.0)
}

/// Returns the amount that the last word of a text states, if other words precede it.
pub fn trailing_amount(text: &str) -> Option<Sign> {
    amount_word(&TRAILING_AMOUNTS, text.trim_end().rsplit_once(' ')?.1)
}

/// Returns the amount of a text that is only more or less of a thing: "less typing", "typing down".
pub fn amount(text: &str) -> Option<Sign> {
    let phrasal = text.split_whitespace().next().is_some_and(|first| PHRASAL.contains(&first.to_lowercase().as_str()));
    leading_amount(text).or_else(|| trailing_amount(text).filter(|_| !phrasal))
}

/// Returns a label with its amount: "less Handle time"; the label alone when nobody stated an amount.
pub fn amount_of(sign: Sign, label: &str) -> String {
    match sign {
        Sign::Plus => format!("more {label}"),
        Sign::Minus => format!("less {label}"),
        Sign::Unknown | Sign::NoEffect => label.to_owned(),
    }
}

/// The words people use for each direction; the word that a `saw` line uses comes first.
const DIRECTIONS: [(&str, Direction); 16] = [
    ("up", Direction::Up),
    ("down", Direction::Down),
    ("flat", Direction::Flat),
    ("rose", Direction::Up),
    ("rises", Direction::Up),
    ("rising", Direction::Up),
    ("grew", Direction::Up),
    ("grows", Direction::Up),
    ("fell", Direction::Down),
    ("falls", Direction::Down),
    ("falling", Direction::Down),
    ("dropped", Direction::Down),
    ("drops", Direction::Down),
    ("shrank", Direction::Down),
    ("steady", Direction::Flat),
    ("unchanged", Direction::Flat),
];

/// Returns the word that a `saw` line uses for a direction.
pub const fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "up",
        Direction::Down => "down",
        Direction::Flat => "flat",
    }
}

/// Returns the direction that a word of a `saw` line states.
pub fn direction(word: &str) -> Option<Direction> {
    let word = word.trim_end_matches([',', '.', ';', ':']);
    [Direction::Up, Direction::Down, Direction::Flat].into_iter().find(|direction| direction_word(*direction) == word)
}

/// Returns the direction that a word states, whichever of the known words it is.
pub fn spoken_direction(word: &str) -> Option<Direction> {
    let word = word.trim_end_matches([',', '.', ';', ':']).to_lowercase();
    DIRECTIONS.iter().find(|(known, _)| *known == word).map(|(_, direction)| *direction)
}

/// The letters for the units of time, with the number of days in each unit.
const SPANS: [(char, u32); 5] = [('d', 1), ('w', 7), ('m', 30), ('q', 91), ('y', 365)];

/// Reads a delay: `now`, `later`, or a number of days, weeks, months, quarters or years such as `3d`, `2w`, `1m`, `1q`,
/// `1y`.
pub fn delay(text: &str) -> Option<Delay> {
    match text {
        "now" => Some(Delay::Days(0)),
        "later" => Some(Delay::Later),
        span => {
            let (number, days) = span_parts(span)?;
            number.parse::<u32>().ok()?.checked_mul(days).map(Delay::Days)
        }
    }
}

/// Returns the digits of a span of time, and the number of days in its unit.
pub fn span_parts(text: &str) -> Option<(&str, u32)> {
    let (number, days) = SPANS.iter().find_map(|(letter, days)| Some((text.strip_suffix(*letter)?, *days)))?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some((number, days))
}

/// The phrases that name who sees first that a threshold is crossed; the first phrase is the one written.
pub const SEES_FIRST: [&str; 3] = [" sees it first", " see it first", " first"];

/// The phrases that name who acts at the threshold; the first phrase is the one written.
pub const ACTS: [&str; 2] = [" acts", " act"];

/// A verb that may be typed instead of an arrow, or after the colon.
#[derive(Debug, PartialEq, Eq)]
pub struct Verb {
    /// The words of the verb, in order.
    pub words: &'static [&'static str],
    /// The relation that the verb states.
    pub relation: Relation,
    /// The sign that the verb itself states.
    pub sign: Option<Sign>,
    /// Whether the verb is common in ordinary sentences; such a word is read as a verb only after a text that is surely
    /// a thing.
    pub weak: bool,
}

const fn verb(words: &'static [&'static str], relation: Relation) -> Verb {
    Verb { words, relation, sign: None, weak: false }
}

const fn weak(words: &'static [&'static str], relation: Relation) -> Verb {
    Verb { words, relation, sign: None, weak: true }
}

const fn signed(words: &'static [&'static str], sign: Sign) -> Verb {
    Verb { words, relation: Relation::Affects, sign: Some(sign), weak: false }
}

/// Every verb; of two with the same beginning the longer comes first.
pub const VERBS: &[Verb] = &[
    verb(&["affects"], Relation::Affects),
    weak(&["changes"], Relation::Affects),
    weak(&["drives"], Relation::Affects),
    signed(&["raises"], Sign::Plus),
    signed(&["lowers"], Sign::Minus),
    verb(&["feeds"], Relation::Feeds),
    weak(&["gives"], Relation::Feeds),
    verb(&["supplies"], Relation::Feeds),
    verb(&["needs"], Relation::Needs),
    weak(&["uses"], Relation::Needs),
    verb(&["depends", "on"], Relation::Needs),
    verb(&["owns"], Relation::Owns),
    weak(&["runs"], Relation::Owns),
    weak(&["in"], Relation::In),
    verb(&["part", "of"], Relation::In),
    verb(&["rewards"], Relation::Rewards),
    verb(&["pays", "for"], Relation::Rewards),
    verb(&["aims"], Relation::Aims),
    verb(&["builds", "on"], Relation::Builds),
    verb(&["builds"], Relation::Builds),
    verb(&["covers"], Relation::Covers),
    verb(&["voices"], Relation::Voices),
    verb(&["speaks", "for"], Relation::Voices),
];

impl Verb {
    /// Returns the first verb that states a relation.
    pub fn of(relation: Relation) -> Option<&'static Self> {
        VERBS.iter().find(|verb| verb.relation == relation)
    }

    /// Finds the verb at the end of a text and returns it with the text before it: "Service bot needs".
    pub fn ending(text: &str) -> Option<(&str, &'static Self)> {
        VERBS.iter().find_map(|verb| {
            let before = verb.words.iter().rev().try_fold(text.trim_end(), |text, word| {
                text.strip_suffix(word).filter(|before| before.ends_with(' ')).map(str::trim_end)
            })?;
            (!before.is_empty()).then_some((before, verb))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_are_days() {
        for (typed, expected) in [
            ("now", Some(Delay::Days(0))),
            ("3d", Some(Delay::Days(3))),
            ("2w", Some(Delay::Days(14))),
            ("1m", Some(Delay::Days(30))),
            ("1q", Some(Delay::Days(91))),
            ("1y", Some(Delay::Days(365))),
            ("later", Some(Delay::Later)),
            ("w", None),
            ("1.5y", None),
            ("+2w", None),
            ("999999999y", None),
            ("2 w", None),
        ] {
            assert_eq!(delay(typed), expected, "{typed}");
        }
    }

    #[test]
    fn every_relation_has_a_verb_of_its_own_name() {
        for relation in Relation::ALL {
            let named = |verb: &&Verb| verb.words == [relation.name()];
            assert_eq!(VERBS.iter().find(named).map(|verb| verb.relation), Some(relation));
        }
    }

    #[test]
    fn more_or_less_is_said_before_a_name_or_behind_it() {
        for (text, sign) in [
            ("less typing", Some(Sign::Minus)),
            ("More calls", Some(Sign::Plus)),
            ("typing down", Some(Sign::Minus)),
            ("follow up", None),
            ("more", None),
            ("typing", None),
        ] {
            assert_eq!(amount(text), sign, "{text}");
        }
    }

    #[test]
    fn the_verb_at_the_end_is_the_longest() {
        let found = |text| Verb::ending(text).map(|(before, verb)| (before, verb.relation));
        assert_eq!(found("the Bot builds on"), Some(("the Bot", Relation::Builds)));
        assert_eq!(found("needs"), None);
        assert_eq!(found("Bot takes"), None);
    }
}
