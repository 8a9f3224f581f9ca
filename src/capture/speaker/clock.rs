/// A clock time before a line: `00:12:07`, `[09:41]`, `10:32 AM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockTime {
    /// The seconds since midnight, or since the beginning.
    pub seconds: u32,
    /// How many numbers were written: two or three.
    pub parts: u8,
    /// Whether it is a time of day for certain, because AM or PM was written.
    pub of_day: bool,
}

const MINUTE: u32 = 60;
const HOUR: u32 = 60 * MINUTE;
const HALF_DAY: u32 = 12 * HOUR;

/// The longest time that counts as one, in hours.
const LONGEST: u32 = 99;

impl ClockTime {
    /// Reads a time that a text consists of; fractions of a second are left out.
    pub fn of(text: &str) -> Option<Self> {
        let (time, half) = without_half(text.trim());
        let (whole, fraction) = time.split_once(['.', ',']).unwrap_or((time, "0"));
        let digits =
            |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        let parts: Vec<&str> = whole.split(':').collect();
        let (first, rest) = parts.split_first()?;
        let lawful =
            digits(first, 3) && rest.iter().all(|part| part.len() == 2 && digits(part, 2)) && digits(fraction, 9);
        if !lawful {
            return None;
        }
        let numbers = parts.iter().map(|part| part.parse::<u32>().ok()).collect::<Option<Vec<u32>>>()?;
        let is_wrong = |number: &u32| *number >= MINUTE;
        if numbers.iter().skip(1).any(is_wrong) {
            return None;
        }
        let of_day = half.is_some();
        let (seconds, parts) = match numbers.as_slice() {
            [hours, minutes] if of_day => (hours * HOUR + minutes * MINUTE, 2),
            [minutes, seconds] => (minutes * MINUTE + seconds, 2),
            [hours, minutes, seconds] if *hours <= LONGEST => (hours * HOUR + minutes * MINUTE + seconds, 3),
            _ => return None,
        };
        let seconds = match half {
            Some(HalfDay::Before) => seconds % HALF_DAY,
            Some(HalfDay::After) => seconds % HALF_DAY + HALF_DAY,
            None => seconds,
        };
        Some(Self { seconds, parts, of_day })
    }

    /// Splits a time off the beginning of a line, with or without brackets.
    pub fn before(line: &str) -> Option<(Self, &str)> {
        let line = line.trim_start();
        if let Some((inside, rest)) = bracketed(line) {
            return Some((Self::of(inside)?, rest));
        }
        let end = line.find(|c: char| !(c.is_ascii_digit() || ":.,".contains(c)))?;
        let (time, rest) = line.split_at_checked(end)?;
        let time = time.trim_end_matches([',', '.', ':']);
        let behind = rest.trim_start();
        let half =
            behind.split(' ').next().filter(|word| without_half(word).1.is_some() && without_half(word).0.is_empty());
        let (text, rest) = match half {
            Some(half) => (format!("{time} {half}"), behind.get(half.len()..)?),
            None => (time.to_owned(), rest),
        };
        let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let time = Self::of(&text).filter(|_| ends)?;
        Some((time, rest.trim_start().trim_start_matches(['-', '–', '|']).trim_start()))
    }

    /// Returns the seconds if the two numbers are hours and minutes, as on a wall.
    pub const fn on_the_wall(self) -> u32 {
        if self.parts == 2 && !self.of_day { self.seconds * MINUTE } else { self.seconds }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HalfDay {
    Before,
    After,
}

fn without_half(text: &str) -> (&str, Option<HalfDay>) {
    let ends = |ending: &str| {
        let at = text.len().checked_sub(ending.len())?;
        let (time, half) = text.split_at_checked(at)?;
        half.eq_ignore_ascii_case(ending).then_some(time.trim_end())
    };
    let halves = [("am", HalfDay::Before), ("a.m.", HalfDay::Before), ("pm", HalfDay::After), ("p.m.", HalfDay::After)];
    let found = halves.into_iter().find_map(|(ending, half)| Some((ends(ending)?, Some(half))));
    found.unwrap_or((text, None))
}

/// Splits a text in brackets off the beginning of a line.
fn bracketed(line: &str) -> Option<(&str, &str)> {
    let (open, rest) = (line.chars().next()?, line.get(1..)?);
    let close = match open {
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let (inside, rest) = rest.split_once(close)?;
    Some((inside, rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_before_a_line_is_split_off() {
        for (line, seconds, parts, of_day, rest) in [
            ("00:12:07 Rosa: x", 727, 3, false, "Rosa: x"),
            ("[09:41] Ines: x", 581, 2, false, "Ines: x"),
            ("(1:02) x", 62, 2, false, "x"),
            ("10:32 AM Mei: x", 37_920, 2, true, "Mei: x"),
            ("1:05 pm - Mei: x", 47_100, 2, true, "Mei: x"),
            ("12:00 AM x", 0, 2, true, "x"),
            ("12:10pm x", 43_800, 2, true, "x"),
            ("00:00:03.120 x", 3, 3, false, "x"),
            ("75:10", 4510, 2, false, ""),
        ] {
            let time = ClockTime { seconds, parts, of_day };
            let line = format!("{line} ");
            let found = ClockTime::before(&line).map(|(time, rest)| (time, rest.trim()));
            assert_eq!(found, Some((time, rest)), "{line}");
        }
        for line in [
            "9 -> 12 x",
            "1:2 x",
            "12:60 x",
            "3 people",
            "10:32x",
            "[a] x",
            "100:00:00 x",
            "12:30pmx x",
            ":12 x",
            "1.2:30 x",
        ] {
            assert_eq!(ClockTime::before(line), None, "{line}");
        }
        assert_eq!(ClockTime::of("09:41").map(ClockTime::on_the_wall), Some(34_860));
    }
}
