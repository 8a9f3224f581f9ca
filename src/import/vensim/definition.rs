use crate::import::drafting::equation::{EquationPart, EquationStyle, parts};
use crate::import::drafting::references::{arguments, summed};
use crate::record::Sign;
use crate::record::text::single_spaced;

/// What an entry of a model defines.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MdlDefinition {
    /// The name, as written, without subscripts.
    pub(super) name: String,
    /// What it is.
    pub(super) sort: MdlSort,
    /// What it is computed from; for a stock, without its value at the start.
    pub(super) parts: Vec<EquationPart>,
    /// For a stock, what fills it and what drains it; other names in its sum have an open sign.
    pub(super) flows: Vec<(String, Sign)>,
}

/// What a definition is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MdlSort {
    /// A stock: a level.
    Stock,
    /// Any other variable.
    Variable,
    /// A table that other variables look up.
    Lookup,
}

impl MdlSort {
    /// Returns the word for it.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Stock => "stock",
            Self::Variable => "variable",
            Self::Lookup => "lookup",
        }
    }
}

/// Returns the name of a check of the model, which is no variable: it has a condition in place of an equation.
pub(super) fn check_name(text: &str) -> Option<&str> {
    let is_check = [":THE CONDITION:", ":TEST INPUT:"].iter().any(|word| text.contains(word));
    let name = text.split([':', '[']).next()?.trim();
    is_check.then_some(name)
}

/// Reads a definition; `None` for one of a list of subscripts.
pub(super) fn definition(text: &str) -> Option<MdlDefinition> {
    let (name, rest, mark) = left_side(text)?;
    let all = if mark == Some('=') { parts(rest, EquationStyle::Spaced) } else { Vec::new() };
    let is_stock = matches!(all.as_slice(), [EquationPart::Name(function), EquationPart::Mark('('), ..] if function.eq_ignore_ascii_case("INTEG"));
    let (sort, flows, parts) = match mark {
        Some('(') => (MdlSort::Lookup, Vec::new(), Vec::new()),
        _ if is_stock => {
            let flow = arguments(&all, 1).first().map(|flow| flow.to_vec()).unwrap_or_default();
            (MdlSort::Stock, summed(&flow), flow)
        }
        _ => (MdlSort::Variable, Vec::new(), all),
    };
    Some(MdlDefinition { name, sort, parts, flows })
}

/// Returns the name that a definition is of, what stands behind it, and the mark between the two: `=`, or `(` for a table.
/// `None` for a list of subscripts, which has a colon or a double arrow.
fn left_side(text: &str) -> Option<(String, &str, Option<char>)> {
    let (mut quoted, mut in_brackets) = (false, false);
    let mut name = String::new();
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            '"' => {
                quoted = !quoted;
                name.push(c);
            }
            _ if quoted => name.push(c),
            '[' => in_brackets = true,
            ']' => in_brackets = false,
            _ if in_brackets => {}
            '\\' | ',' => {}
            '(' => return named(&name, rest, Some('(')),
            '=' => return named(&name, rest.trim_start_matches('='), Some('=')),
            '<' if rest.starts_with("->") => return None,
            ':' if rest.starts_with('=') => {}
            ':' => {
                // `:EXCEPT:` and `:INTERPOLATE:` qualify the name; a lone colon begins a list of subscripts.
                let letters = rest.chars().take_while(|c| c.is_alphabetic() || *c == ' ').count();
                if letters == 0 || rest.chars().nth(letters) != Some(':') {
                    return None;
                }
                for _ in 0..=letters {
                    characters.next();
                }
            }
            c => name.push(c),
        }
    }
    named(&name, "", None)
}

fn named<'a>(name: &str, rest: &'a str, mark: Option<char>) -> Option<(String, &'a str, Option<char>)> {
    let name = single_spaced(name);
    (!name.is_empty()).then_some((name, rest, mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_definition_is_a_stock_a_variable_or_a_table() {
        let of = |text| definition(text).map(|read| (read.name, read.sort, read.parts.len(), read.flows.len()));
        assert_eq!(
            of("Queue Pressure= INTEG (\n\tnew calls - Handled,\n\t\t10)"),
            Some(("Queue Pressure".to_owned(), MdlSort::Stock, 3, 2))
        );
        assert_eq!(of("x[Region,Age] :EXCEPT: [North,Age] = 5"), Some(("x".to_owned(), MdlSort::Variable, 1, 0)));
        assert_eq!(of("price :INTERPOLATE::= 5").map(|read| read.0).as_deref(), Some("price"));
        assert_eq!(of("\"a = (b)\" == 5").map(|read| read.0).as_deref(), Some("\"a = (b)\""));
        assert_eq!(of("effect( [(0,0)-(10,10)],(0,0),(1,1))").map(|read| read.1), Some(MdlSort::Lookup));
        assert_eq!(of("data from a file").map(|read| read.1), Some(MdlSort::Variable));
        assert_eq!(of("Region: North, South"), None);
        assert_eq!(of("Region <-> Area"), None);
        assert_eq!(of(""), None);
    }
}
