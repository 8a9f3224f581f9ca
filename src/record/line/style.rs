use ron::Options;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;

/// Returns the RON options for session files: `Some` and the parentheses of newtype variants are omitted.
///
/// The limit on nesting stays on, so that hostile text causes an error instead of a stack overflow.
pub fn ron_style() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// Writes a value on one line, with a space after each comma and colon.
pub(super) fn on_one_line<T: Serialize>(value: &T) -> Result<String, ron::Error> {
    let spaced =
        PrettyConfig::new().compact_arrays(true).compact_structs(true).compact_maps(true).separator(" ").new_line("");
    ron_style().to_string_pretty(value, spaced)
}

/// Writes a value without any spaces, for a line that has no room for them.
pub(super) fn closely<T: Serialize>(value: &T) -> Result<String, ron::Error> {
    ron_style().to_string(value)
}

/// Returns the quoted string at the beginning of `text`, and the text after it.
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
