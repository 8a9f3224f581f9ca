//! The equations of models, as far as a map needs them: which names stand in them, what is delayed, and what is added up.

use crate::record::text::single_spaced;

/// How equations are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum EquationStyle {
    /// Names are one word, or stand in quotes: XMILE.
    OneWord,
    /// Names have spaces, and end at an operator: Vensim.
    Spaced,
    /// Names stand in brackets: Insight Maker.
    Brackets,
}

/// A part of an equation.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::import) enum EquationPart {
    /// A name of a variable or function, as written.
    Name(String),
    /// A number.
    Number(f64),
    /// An operator, a parenthesis, a comma.
    Mark(char),
}

/// The maximum number of parts of an equation that are read. The longest in models that people write have a few hundred.
pub(in crate::import) const PARTS: usize = 20_000;

/// The maximum number of characters of an equation that are read.
const CHARACTERS: usize = 1_000_000;

/// Returns the parts of an equation, at most [`PARTS`] of them. Comments, texts in single quotes and words between colons
/// fall away.
pub(in crate::import) fn parts(text: &str, style: EquationStyle) -> Vec<EquationPart> {
    let mut reader = EquationReader { characters: text.chars().take(CHARACTERS).collect(), at: 0, style };
    std::iter::from_fn(|| reader.part()).take(PARTS).collect()
}

/// Returns the name by which tools compare variables: without quotes and case, and with one space for spaces, line breaks
/// and underscores.
pub(in crate::import) fn canonical(name: &str) -> String {
    spaced(name).to_lowercase()
}

/// Returns a name as people read it: without quotes, and with spaces for underscores and written line breaks.
pub(in crate::import) fn spaced(name: &str) -> String {
    let name = name.trim();
    let bare = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(name);
    let bare = bare.replace("\\n", " ").replace("\\\"", "\"").replace("\\\\", "\\").replace(['_', '\u{a0}'], " ");
    single_spaced(&bare)
}

struct EquationReader {
    characters: Vec<char>,
    at: usize,
    style: EquationStyle,
}

impl EquationReader {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    fn part(&mut self) -> Option<EquationPart> {
        loop {
            let c = self.peek()?;
            match c {
                '{' if self.style != EquationStyle::Brackets => self.skip_past('}'),
                '\'' => self.skip_past('\''),
                ':' if self.style == EquationStyle::Spaced => self.skip_keyword(),
                '#' if self.style == EquationStyle::Brackets => self.skip_past('\n'),
                '"' if self.style == EquationStyle::Brackets => self.skip_past('"'),
                '\\' => self.at += 1,
                c if c.is_whitespace() => self.at += 1,
                '[' if self.style == EquationStyle::Brackets => return Some(self.bracketed()),
                c if c.is_ascii_digit() || (c == '.' && self.is_digit(self.at + 1)) => return Some(self.number()),
                c if c == '"' || is_of_name(c) => return Some(EquationPart::Name(self.name())),
                c => {
                    self.at += 1;
                    return Some(EquationPart::Mark(c));
                }
            }
        }
    }

    fn is_digit(&self, at: usize) -> bool {
        self.characters.get(at).is_some_and(char::is_ascii_digit)
    }

    /// Skips from a mark past the next one of its end.
    fn skip_past(&mut self, end: char) {
        self.at += 1;
        while self.peek().is_some_and(|c| c != end) {
            self.at += 1;
        }
        self.at += 1;
    }

    /// Skips `:AND:` and its like, or a single colon.
    fn skip_keyword(&mut self) {
        let rest = self.characters.get(self.at + 1..).unwrap_or_default();
        let letters = rest.iter().take_while(|c| c.is_alphabetic() || **c == ' ').count();
        let is_keyword = letters > 0 && rest.get(letters) == Some(&':');
        self.at += if is_keyword { letters + 2 } else { 1 };
    }

    fn bracketed(&mut self) -> EquationPart {
        self.at += 1;
        let mut name = String::new();
        while let Some(c) = self.peek().filter(|c| *c != ']') {
            name.push(c);
            self.at += 1;
        }
        self.at += 1;
        EquationPart::Name(name.trim().to_owned())
    }

    fn number(&mut self) -> EquationPart {
        let mut text = String::new();
        while let Some(c) = self.peek() {
            let is_sign = matches!(c, '+' | '-') && text.ends_with(['e', 'E']);
            let is_exponent = matches!(c, 'e' | 'E')
                && (self.is_digit(self.at + 1)
                    || (matches!(self.characters.get(self.at + 1), Some('+' | '-')) && self.is_digit(self.at + 2)));
            if !(c.is_ascii_digit() || c == '.' || is_sign || is_exponent) {
                break;
            }
            text.push(c);
            self.at += 1;
        }
        EquationPart::Number(text.parse().unwrap_or_default())
    }

    fn name(&mut self) -> String {
        let mut name = String::new();
        while let Some(c) = self.peek() {
            match c {
                '"' if name.is_empty() || name.ends_with('.') => {
                    self.quoted(&mut name);
                    if self.style == EquationStyle::Spaced {
                        break;
                    }
                }
                '\\' if self.style == EquationStyle::Spaced => self.at += 1,
                '.' if self.style == EquationStyle::Brackets => break,
                c if is_of_name(c) || c.is_ascii_digit() || matches!(c, '.' | '\u{a0}') => {
                    name.push(c);
                    self.at += 1;
                }
                c if self.style == EquationStyle::Spaced && (c.is_whitespace() || c == '\'') => {
                    name.push(c);
                    self.at += 1;
                }
                _ => break,
            }
        }
        name.trim().to_owned()
    }

    fn quoted(&mut self, name: &mut String) {
        self.at += 1;
        while let Some(c) = self.peek().filter(|c| *c != '"') {
            if c == '\\' && self.characters.get(self.at + 1) == Some(&'"') {
                self.at += 1;
                name.push('"');
            } else {
                name.push(c);
            }
            self.at += 1;
        }
        self.at += 1;
    }
}

fn is_of_name(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, '_' | '$')
        || (!c.is_ascii() && !c.is_whitespace() && !c.is_control() && c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, style: EquationStyle) -> Vec<String> {
        let name = |part| if let EquationPart::Name(name) = part { Some(name) } else { None };
        parts(text, style).into_iter().filter_map(name).collect()
    }

    #[test]
    fn names_end_where_their_style_says() {
        assert_eq!(
            names("5 * (1 + Service bot)/\\\n\tQueue Pressure", EquationStyle::Spaced),
            ["Service bot", "Queue Pressure"]
        );
        assert_eq!(
            names(
                "IF THEN ELSE(\"a, b\" > :NA: :AND: x[Region!] = 1e-05, 'text', worker's pay)",
                EquationStyle::Spaced
            ),
            ["IF THEN ELSE", "a, b", "x", "Region", "worker's pay"]
        );
        assert_eq!(
            names("5*(1+Service_bot) {a comment}-\"my var\".\"x y\" + mod.out + \"q\\\"r\"", EquationStyle::OneWord),
            ["Service_bot", "my var.x y", "mod.out", "q\"r"]
        );
        assert_eq!(
            names("Delay([Service bot], 3) * [B]{1} # [C]\n+\"[D]\"", EquationStyle::Brackets),
            ["Delay", "Service bot", "B"]
        );
        assert_eq!(parts("1.5e-3-2", EquationStyle::Spaced).len(), 3);
        assert_eq!(names("größe_x + 数", EquationStyle::OneWord), ["größe_x", "数"]);
    }

    #[test]
    fn names_are_compared_without_case_quotes_and_underscores() {
        assert_eq!(canonical("\"Queue\\nPressure\""), canonical("queue_ PRESSURE"));
        assert_eq!(spaced("new_calls\u{a0}today"), "new calls today");
    }
}
