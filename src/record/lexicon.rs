//! The words of typed lines, each table once: what begins a line, what says an amount, a relation, a time.
//!
//! Capture reads lines by them; the exercises, which ask for answers, recognise and write them by the same.

use strum::{AsRefStr, VariantArray};

use super::{Delay, Direction, Position, Relation, Sign};

/// First words of lines that say what sort of line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AsRefStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Keyword {
    /// Something people say.
    Say,
    /// Something seen to move.
    Saw,
    /// Which direction is good.
    Want,
    /// A rule of a charter.
    Rule,
    /// Two names for one thing.
    Same,
    /// A promise.
    Do,
    /// Put aside for later.
    Park,
    /// The last line is taken back.
    Undo,
    /// It stands again.
    Redo,
    /// Hands, counted.
    Vote,
    /// Things in an order.
    Rank,
    /// One to five.
    Rate,
    /// What was decided.
    Decide,
    /// A factor to watch.
    Watch,
    /// What became of a promise, a question, a parked item.
    Settle,
}

impl Keyword {
    /// The keyword that this word is.
    pub fn of(word: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|keyword| keyword.as_ref() == word)
    }
}

/// Every position that a line can take on what was claimed.
pub const POSITIONS: [Position; 3] = [Position::Yes, Position::No, Position::Unsure];

/// The word of a line for a position.
pub const fn position_word(position: Position) -> &'static str {
    match position {
        Position::Yes => "yes",
        Position::No => "no",
        Position::Unsure => "unsure",
    }
}

/// The position that this word takes.
pub fn position(word: &str) -> Option<Position> {
    POSITIONS.into_iter().find(|position| position_word(*position) == word)
}

/// Arrows as they are typed.
pub const ARROWS: [&str; 5] = ["->", "<-", "→", "←", "↔"];

/// Words in front of a name that say more or less of it.
pub const LEADING_AMOUNTS: [(&str, Sign); 6] = [
    ("more", Sign::Plus),
    ("higher", Sign::Plus),
    ("rising", Sign::Plus),
    ("less", Sign::Minus),
    ("fewer", Sign::Minus),
    ("lower", Sign::Minus),
];

/// Words behind a name that say more or less of it.
pub const TRAILING_AMOUNTS: [(&str, Sign); 2] = [("up", Sign::Plus), ("down", Sign::Minus)];

/// First words that keep a trailing `up` or `down` to themselves: a follow up does not go up.
pub const PHRASAL: [&str; 12] =
    ["back", "break", "build", "catch", "clean", "follow", "make", "ramp", "set", "sign", "start", "write"];

/// The amount that this word says, among these.
pub fn amount_word(table: &[(&str, Sign)], word: &str) -> Option<Sign> {
    table.iter().find(|(known, _)| word.eq_ignore_ascii_case(known)).map(|(_, sign)| *sign)
}

/// The amount that the first word of a text says, when more words follow.
pub fn leading_amount(text: &str) -> Option<Sign> {
    amount_word(&LEADING_AMOUNTS, text.trim_start().split_once(' ')?.0)
}

/// The amount that the last word of a text says, when it is not the only one.
pub fn trailing_amount(text: &str) -> Option<Sign> {
    amount_word(&TRAILING_AMOUNTS, text.trim_end().rsplit_once(' ')?.1)
}

/// The amount of a text that says nothing but more or less of something: "less typing", "typing down".
pub fn amount(text: &str) -> Option<Sign> {
    let phrasal = text.split_whitespace().next().is_some_and(|first| PHRASAL.contains(&first.to_lowercase().as_str()));
    leading_amount(text).or_else(|| trailing_amount(text).filter(|_| !phrasal))
}

/// More or less of something: "less Handle time"; its label alone where nobody said which.
pub fn amount_of(sign: Sign, label: &str) -> String {
    match sign {
        Sign::Plus => format!("more {label}"),
        Sign::Minus => format!("less {label}"),
        Sign::Unknown | Sign::NoEffect => label.to_owned(),
    }
}

/// How people say which direction something took, and the word that a line has for it first.
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

/// The word of a `saw` line for a direction.
pub const fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "up",
        Direction::Down => "down",
        Direction::Flat => "flat",
    }
}

/// The direction that a word of a `saw` line says.
pub fn direction(word: &str) -> Option<Direction> {
    let word = word.trim_end_matches([',', '.', ';', ':']);
    [Direction::Up, Direction::Down, Direction::Flat].into_iter().find(|direction| direction_word(*direction) == word)
}

/// The direction that a word says in any of the ways people say it.
pub fn spoken_direction(word: &str) -> Option<Direction> {
    let word = word.trim_end_matches([',', '.', ';', ':']).to_lowercase();
    DIRECTIONS.iter().find(|(known, _)| *known == word).map(|(_, direction)| *direction)
}

/// Letters that stand for a span of time, and how many days it has.
const SPANS: [(char, u32); 5] = [('d', 1), ('w', 7), ('m', 30), ('q', 91), ('y', 365)];

/// `now`, `later`, or a number of days, weeks, months, quarters or years: `3d`, `2w`, `1m`, `1q`, `1y`.
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

/// The digits of a span of time, and the days of its unit.
pub fn span_parts(text: &str) -> Option<(&str, u32)> {
    let (number, days) = SPANS.iter().find_map(|(letter, days)| Some((text.strip_suffix(*letter)?, *days)))?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some((number, days))
}

/// How a line says who sees it first when a level is crossed; the first is how it is written.
pub const SEES_FIRST: [&str; 3] = [" sees it first", " see it first", " first"];

/// How a line says who acts then; the first is how it is written.
pub const ACTS: [&str; 2] = [" acts", " act"];

/// A verb that may be typed instead of an arrow, or after the colon.
#[derive(Debug, PartialEq, Eq)]
pub struct Verb {
    /// Its words, one after the other.
    pub words: &'static [&'static str],
    /// What it says.
    pub relation: Relation,
    /// The sign that the verb itself says.
    pub sign: Option<Sign>,
    /// Common in ordinary sentences: read as a verb only after something that is surely a thing.
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

/// Every verb; of two that begin alike the longer comes first.
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
    /// The verb that a text ends with, behind something, and what stands before it: "Service bot needs".
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
