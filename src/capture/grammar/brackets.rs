use std::borrow::Cow;

use super::name::TypedName;
use super::{arrow, english};

/// Returns a label as it must be typed to be read as one name: in brackets, if a character in it would separate names.
pub(crate) fn in_brackets(label: &str) -> Cow<'_, str> {
    let separates = label.contains([',', ':', '=', '"', '[', '(']) || label.contains(" // ") || label.contains(" re ");
    if separates || arrow::any(label) || english::holds_a_verb(label) || !stays_whole(label) {
        Cow::Owned(format!("[{label}]"))
    } else {
        Cow::Borrowed(label)
    }
}

/// Whether the label, typed without brackets, is read as this one name.
fn stays_whole(label: &str) -> bool {
    TypedName::read(label).is_ok_and(|name| name.label == label && name.sigil.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_would_be_torn_is_put_in_brackets() {
        for (label, typed) in [
            ("Handle time", "Handle time"),
            ("Faster, fairer claims", "[Faster, fairer claims]"),
            ("Terms -> conditions", "[Terms -> conditions]"),
            ("What the team needs now", "[What the team needs now]"),
            ("Lower Saxony", "[Lower Saxony]"),
            ("#1 priority", "[#1 priority]"),
            ("Bot (pilot)", "[Bot (pilot)]"),
            ("Trust in AI", "Trust in AI"),
        ] {
            assert_eq!(in_brackets(label), typed);
        }
    }
}
