use ron::Options;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;

/// How RON is written and read in session files: `Some` and the parentheses of newtype variants are left out.
///
/// The limit on nesting stays on, so that hostile text is an error and never a stack that runs over.
pub fn ron_style() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// The value on one line, with a space after each comma and colon.
pub(super) fn on_one_line<T: Serialize>(value: &T) -> Result<String, ron::Error> {
    let spaced =
        PrettyConfig::new().compact_arrays(true).compact_structs(true).compact_maps(true).separator(" ").new_line("");
    ron_style().to_string_pretty(value, spaced)
}

/// The value with nothing between its parts, for a line that has no room for spaces.
pub(super) fn closely<T: Serialize>(value: &T) -> Result<String, ron::Error> {
    ron_style().to_string(value)
}

/// The quoted string that `text` begins with, and what comes after it.
pub(super) fn literal(text: &str) -> Option<(String, &str)> {
    let mut escaped = false;
    let inside = text.strip_prefix('"')?;
    let end = inside.find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })?;
    let (quoted, after) = text.split_at_checked(end + 2)?;
    Some((ron_style().from_str(quoted).ok()?, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_ends_at_the_quote_that_is_not_escaped() {
        assert_eq!(literal(r#""a\"b\\", c"#), Some((r#"a"b\"#.to_owned(), ", c")));
        assert_eq!(literal(r#""open"#), None);
        assert_eq!(literal("bare"), None);
    }
}
