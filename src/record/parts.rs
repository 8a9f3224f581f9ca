//! A line that was split stays one event: the words of its parts stand side by side, and its facts are those of all.

/// Stands between the parts of a split line, with a space on each side.
pub const BETWEEN_PARTS: &str = "||";

/// Returns the parts of a line in order: one for a line that was not split.
pub fn parts_of(said: &str) -> impl Iterator<Item = &str> {
    said.split(BETWEEN_PARTS).map(str::trim).filter(|part| !part.is_empty())
}

/// Whether a line has several parts.
pub fn is_split(said: &str) -> bool {
    parts_of(said).nth(1).is_some()
}

/// Returns the words of a split line.
pub fn joined_parts<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().collect::<Vec<_>>().join(" || ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_line_are_joined_as_they_were_split() {
        assert_eq!(parts_of("a -> b || park c").collect::<Vec<_>>(), ["a -> b", "park c"]);
        assert_eq!(joined_parts(parts_of(" a||b || ")), "a || b");
        assert!(is_split("a || b") && !is_split("a ||") && !is_split("a | b"));
    }
}
