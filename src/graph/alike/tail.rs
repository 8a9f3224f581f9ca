//! What stands at the end of a name and is compared apart: a number, or something in brackets.

/// A label in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LabelParts<'a> {
    /// The label without its tail.
    pub(super) base: &'a str,
    /// The number at the end.
    pub(super) number: Option<u32>,
    /// The text in the brackets at the end.
    pub(super) brackets: Option<&'a str>,
}

/// The highest number that somebody gives a copy. What is higher is a year, an amount or a code.
const HIGHEST_COPY: u32 = 99;

impl<'a> LabelParts<'a> {
    /// Splits a label: `Survey 3`, `shocks2`, `Survey (2)`, `Title (Organisation)`.
    pub(super) fn of(label: &'a str) -> Self {
        let label = label.trim();
        let (base, brackets) = match without_brackets(label) {
            Some((base, brackets)) => (base, Some(brackets)),
            None => (label, None),
        };
        if let Some(number) = brackets.and_then(copy_number) {
            return Self { base, number: Some(number), brackets: None };
        }
        let digits = base.len() - base.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (before, number) = base.split_at(base.len() - digits);
        let named = before.trim_end_matches([' ', '_', '-', '#', '.']);
        match copy_number(number) {
            Some(number) if named.ends_with(char::is_alphabetic) && named.chars().count() > 2 => {
                Self { base: named, number: Some(number), brackets }
            }
            _ => Self { base, number: None, brackets },
        }
    }
}

fn copy_number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && *number <= HIGHEST_COPY)
}

/// Returns a label without the brackets that it ends in, and what stands in them; `None` if it ends in none, or consists
/// of them.
pub(super) fn without_brackets(label: &str) -> Option<(&str, &str)> {
    let (name, brackets) = label.strip_suffix(')')?.rsplit_once(" (")?;
    Some((name.trim(), brackets.trim())).filter(|(name, _)| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_brackets_at_the_end_is_left_out() {
        for (label, name) in [
            ("Triage (Claims)", Some("Triage")),
            ("Triage (North) (Claims)", Some("Triage (North)")),
            ("Triage", None),
            ("(Claims)", None),
            ("Triage(Claims)", None),
        ] {
            assert_eq!(without_brackets(label).map(|(name, _)| name), name, "{label}");
        }
    }

    #[test]
    fn a_number_at_the_end_is_compared_apart_and_a_year_is_not() {
        for (label, base, number) in [
            ("shocks2", "shocks", Some(2)),
            ("Survey 3", "Survey", Some(3)),
            ("Survey (2)", "Survey", Some(2)),
            ("Census 2021", "Census 2021", None),
            ("CO2", "CO2", None),
            ("Grade 7+", "Grade 7+", None),
            ("2", "2", None),
        ] {
            let parts = LabelParts::of(label);
            assert_eq!((parts.base, parts.number), (base, number), "{label}");
        }
    }
}
