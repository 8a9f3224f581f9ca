use unicode_normalization::UnicodeNormalization;

/// The maximum length of the part of an id that comes from a title.
const LONGEST: usize = 40;

/// Turns a title into a part of a file name: lower-case letters, digits and dashes.
pub(super) fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.nfkd().flat_map(char::to_lowercase) {
        if slug.len() >= LONGEST {
            break;
        }
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !unicode_normalization::char::is_combining_mark(c) && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "session".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_every_disk_takes() {
        for (title, expected) in [
            ("Four AI changes, one customer", "four-ai-changes-one-customer"),
            ("Überprüfung: Straße", "uberprufung-stra-e"),
            ("../../etc/passwd", "etc-passwd"),
            ("日本語", "session"),
            ("  ", "session"),
        ] {
            assert_eq!(slug(title), expected);
        }
        assert!(slug(&"x ".repeat(500)).len() <= LONGEST);
    }
}
