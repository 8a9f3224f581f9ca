//! Numbers with units, as people type them: `1,000`, `6.5 hours`, `40 %`, `2k`.

/// What a number counts, as far as that decides whether two numbers can be compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Unit {
    /// Anything: calls, people, points.
    Plain,
    /// Percent.
    Percent,
    /// Time; numbers are turned into seconds.
    Time,
    /// Money in this currency.
    Money(char),
}

/// A number with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    pub(super) value: f64,
    pub(super) unit: Unit,
}

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FoundAmount<'a> {
    pub(super) amount: Amount,
    /// The words before it, in lower case.
    pub(super) before: String,
    /// The number with its unit, as typed.
    pub(super) says: &'a str,
}

impl Amount {
    /// Whether both can be compared: a number without a unit can be compared with any other.
    pub(super) fn fits(self, other: Self) -> bool {
        self.unit == other.unit
            || (self.unit == Unit::Plain && other.unit != Unit::Time)
            || (other.unit == Unit::Plain && self.unit != Unit::Time)
    }
}

/// The length of a day as an amount, in seconds.
const DAY: f64 = 24.0 * 3_600.0;

/// The words for spans of time, with their seconds.
const TIMES: [(&str, f64); 14] = [
    ("s", 1.0),
    ("sec", 1.0),
    ("second", 1.0),
    ("min", 60.0),
    ("minute", 60.0),
    ("h", 3_600.0),
    ("hr", 3_600.0),
    ("hour", 3_600.0),
    ("d", DAY),
    ("day", DAY),
    ("w", 604_800.0),
    ("week", 604_800.0),
    ("month", 2_592_000.0),
    ("year", 31_536_000.0),
];

/// The words that multiply the number before them.
const TIMES_AS_MUCH: [(&str, f64); 5] =
    [("k", 1_000.0), ("thousand", 1_000.0), ("million", 1_000_000.0), ("mio", 1_000_000.0), ("m", 1_000_000.0)];

/// The signs and words of currencies.
const MONEY: [(&str, char); 9] = [
    ("€", '€'),
    ("$", '$'),
    ("£", '£'),
    ("eur", '€'),
    ("euro", '€'),
    ("usd", '$'),
    ("dollar", '$'),
    ("gbp", '£'),
    ("pound", '£'),
];

/// Returns every number in a text, in order. A number inside a word, such as `Q3`, is none.
pub(super) fn amounts(text: &str) -> Vec<FoundAmount<'_>> {
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some((start, end)) = next_number(text, from) {
        from = end;
        let (Some(before), Some(typed), Some(after)) = (text.get(..start), text.get(start..end), text.get(end..))
        else {
            break;
        };
        let Some(value) = number(typed) else { continue };
        let (value, unit, taken) = with_unit(value, before, after);
        from = end + taken;
        let signed = before.trim_end().strip_suffix(|c: char| MONEY.iter().any(|(sign, _)| c.to_string() == *sign));
        let words = signed.unwrap_or(before).trim().to_lowercase();
        let says = text.get(signed.map_or(start, str::len)..from).unwrap_or(typed).trim();
        found.push(FoundAmount { amount: Amount { value, unit }, before: words, says });
    }
    found
}

/// Returns the bytes of the next number from `from` on.
fn next_number(text: &str, from: usize) -> Option<(usize, usize)> {
    let rest = text.get(from..)?;
    let mut last = text.get(..from)?.chars().next_back();
    let mut at = from;
    for c in rest.chars() {
        let inside = last.is_some_and(|last| last.is_alphanumeric() || last == '_');
        if c.is_ascii_digit() && !inside {
            let len = |(end, c): (usize, char)| (!is_of_number(text.get(at..)?, end, c)).then_some(end);
            let end = text.get(at..)?.char_indices().find_map(len).unwrap_or(text.len() - at);
            return Some((at, at + end));
        }
        last = Some(c);
        at += c.len_utf8();
    }
    None
}

/// Whether a character at this byte of a text that begins with a digit belongs to the number.
fn is_of_number(text: &str, at: usize, c: char) -> bool {
    let next_is_digit =
        || text.get(at + c.len_utf8()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    c.is_ascii_digit() || (matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}' | '\'') && next_is_digit())
}

/// Reads a number: a comma or a blank before three digits separates thousands, any other comma is a decimal one.
fn number(typed: &str) -> Option<f64> {
    let plain: String = typed.chars().filter(|c| !matches!(c, '\u{a0}' | '\u{202f}' | '\'')).collect();
    let groups: Vec<&str> = plain.split(',').collect();
    let thousands = groups.iter().skip(1).all(|group| group.split('.').next().is_some_and(|whole| whole.len() == 3));
    let read = if groups.len() > 1 && !thousands { plain.replace(',', ".") } else { plain.replace(',', "") };
    read.parse().ok().filter(|value: &f64| value.is_finite())
}

/// Returns a number with what stands around it applied, its unit, and the bytes after it that belong to it.
fn with_unit(value: f64, before: &str, after: &str) -> (f64, Unit, usize) {
    let gap = after.len() - after.trim_start().len();
    let rest = after.trim_start();
    let paid = before.trim_end().chars().next_back();
    let paid = paid.and_then(|sign| MONEY.iter().find(|(known, _)| sign.to_string() == *known));
    if let Some((_, sign)) = paid {
        let (times, taken) = multiplied(rest);
        return (value * times, Unit::Money(*sign), if taken > 0 { gap + taken } else { 0 });
    }
    if let Some(sign) = rest.chars().next().filter(|c| matches!(c, '%' | '€' | '$' | '£')) {
        let unit = if sign == '%' { Unit::Percent } else { Unit::Money(sign) };
        return (value, unit, gap + sign.len_utf8());
    }
    let (times, taken) = multiplied(rest);
    if taken > 0 {
        let (_, unit, more) = with_unit(value, "", rest.get(taken..).unwrap_or_default());
        let unit = if unit == Unit::Time { Unit::Plain } else { unit };
        return (value * times, unit, gap + taken + more);
    }
    let word = first_word(rest);
    let singular = word.to_lowercase();
    let singular = singular.strip_suffix('s').filter(|word| !word.is_empty()).unwrap_or(&singular);
    let taken = gap + word.len();
    if let Some((_, seconds)) = TIMES.iter().find(|(known, _)| *known == singular || *known == word) {
        return (value * seconds, Unit::Time, taken);
    }
    if let Some((_, sign)) = MONEY.iter().find(|(known, _)| *known == singular) {
        return (value, Unit::Money(*sign), taken);
    }
    match singular {
        "percent" | "pct" => (value, Unit::Percent, taken),
        "point" | "pt" => (value, Unit::Plain, taken),
        _ => (value, Unit::Plain, 0),
    }
}

fn multiplied(rest: &str) -> (f64, usize) {
    let word = first_word(rest);
    let known = TIMES_AS_MUCH.iter().find(|(known, _)| word.eq_ignore_ascii_case(known) && word != "m");
    known.map_or((1.0, 0), |(_, times)| (*times, word.len()))
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(f64, Unit, &str)> {
        amounts(text).into_iter().map(|found| (found.amount.value, found.amount.unit, found.says)).collect()
    }

    #[test]
    fn numbers_are_read_with_thousands_decimals_and_units() {
        for (text, value, unit, says) in [
            ("62", 62.0, Unit::Plain, "62"),
            ("below 1,000 calls", 1_000.0, Unit::Plain, "1,000"),
            ("12,345.5", 12_345.5, Unit::Plain, "12,345.5"),
            ("6,5 hours", 23_400.0, Unit::Time, "6,5 hours"),
            ("6.5h", 23_400.0, Unit::Time, "6.5h"),
            ("40 % up", 40.0, Unit::Percent, "40 %"),
            ("40%", 40.0, Unit::Percent, "40%"),
            ("2k calls", 2_000.0, Unit::Plain, "2k"),
            ("€ 70", 70.0, Unit::Money('€'), "€ 70"),
            ("$1.5k", 1_500.0, Unit::Money('$'), "$1.5k"),
            ("70 euros", 70.0, Unit::Money('€'), "70 euros"),
            ("62 points", 62.0, Unit::Plain, "62 points"),
            ("3 million", 3_000_000.0, Unit::Plain, "3 million"),
            ("62 this week", 62.0, Unit::Plain, "62"),
        ] {
            assert_eq!(read(text), [(value, unit, says)], "{text}");
        }
        assert_eq!(read("Q3 or item4"), []);
        assert_eq!(read("from 75 to 62").len(), 2);
    }
}
