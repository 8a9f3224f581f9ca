use crate::record::text::{clean, clip, single_spaced};

/// The maximum number of characters of a text about a thing or an arrow.
pub(super) const TEXT_LIMIT: usize = 600;

/// Returns a text as one line without characters that act or hide, of at most so many characters.
pub(in crate::import) fn one_line(text: &str, limit: usize) -> String {
    clip(&single_spaced(&clean(text)), limit).trim_end().to_owned()
}

/// Adds a text to what is known, unless it holds the text.
pub(super) fn add_text(known: &mut Option<String>, text: &str) {
    match known {
        _ if text.is_empty() => {}
        Some(known) if known.contains(text) => {}
        Some(known) => *known = one_line(&format!("{known}; {text}"), TEXT_LIMIT),
        None => *known = Some(text.to_owned()),
    }
}
