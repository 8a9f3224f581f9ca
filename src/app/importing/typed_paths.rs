//! Files as people type, paste and drag them into a line: quoted, with escaped spaces, as `file://` addresses.

use crate::import::percent_decoded;

/// A path in a typed line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TypedPath {
    /// The byte of the line at which it begins.
    start: usize,
    /// The path without quotes and escapes.
    path: String,
    /// The quote that is open at its end, if one is.
    quote: Option<char>,
}

/// Returns the files that a typed line names. `is_there` says whether there is a file of this name; a line that is the
/// name of a file as a whole is that file, whatever spaces it has.
pub fn typed_files(line: &str, is_there: impl Fn(&str) -> bool) -> Vec<String> {
    let whole = line.trim();
    if !whole.is_empty() && is_there(whole) {
        return vec![whole.to_owned()];
    }
    paths(line).into_iter().map(|typed| typed.path).filter(|path| !path.is_empty()).collect()
}

/// Returns the folder of the last path of a line, as typed, and the beginning of the name behind it.
pub(super) fn last_name(line: &str) -> (String, String) {
    let last = last_path(line).path;
    match last.rsplit_once('/') {
        Some((folder, name)) => (format!("{folder}/"), name.to_owned()),
        None => (String::new(), last),
    }
}

/// Returns a line in which this name stands for the last one, with the quotes or escapes that it needs.
pub(super) fn with_last_name(line: &str, name: &str) -> String {
    let last = last_path(line);
    let before = line.get(..last.start).unwrap_or_default();
    let (folder, _) = last_name(line);
    let path = format!("{folder}{name}");
    match last.quote {
        Some(quote) => format!("{before}{quote}{path}"),
        None => format!("{before}{}", escaped(&path)),
    }
}

/// Returns a line with one more path, as it was pasted or dragged.
pub(super) fn with_paths(line: &str, pasted: &[String]) -> String {
    let mut parts: Vec<&str> = Some(line.trim()).filter(|line| !line.is_empty()).into_iter().collect();
    parts.extend(pasted.iter().map(String::as_str));
    parts.join(" ")
}

/// Whether a text that was pasted where a name of a thing is asked for is a file that was dragged there.
pub(super) fn is_dragged(text: &str) -> bool {
    let text = text.trim();
    let text = text.strip_prefix(['\'', '"']).unwrap_or(text);
    let begins = text.starts_with('/') || text.starts_with("~/") || text.starts_with("file://");
    begins && text.matches('/').count() > 1 && !text.contains("->")
}

/// Whether a line that was typed where a name of a thing is asked for may be files: whoever knows what is there decides.
pub(super) fn may_be_files(line: &str) -> bool {
    let paths = paths(line.trim());
    let is_file = |path: &TypedPath| {
        let (folder, name) = path.path.rsplit_once('/').unwrap_or(("", &path.path));
        let ends = name
            .rsplit_once('.')
            .is_some_and(|(name, end)| !name.is_empty() && !end.is_empty() && end.chars().all(char::is_alphanumeric));
        ends || folder.contains('/') || (!folder.is_empty() && !name.is_empty())
    };
    !line.contains("->") && (is_dragged(line) || paths.last().is_some_and(is_file))
}

/// Whether a line is a path and nothing else, whatever is there.
pub(in crate::app) fn is_path(line: &str) -> bool {
    is_dragged(line) || ["~/", "./", "../"].iter().any(|before| line.trim().starts_with(before))
}

fn last_path(line: &str) -> TypedPath {
    let nothing = TypedPath { start: line.len(), path: String::new(), quote: None };
    let ends_open = |last: &TypedPath| last.quote.is_some() || !line.ends_with(char::is_whitespace) || is_escaped(line);
    paths(line).pop().filter(ends_open).unwrap_or(nothing)
}

/// Whether the space at the end of a line is part of its last path.
fn is_escaped(line: &str) -> bool {
    let backslashes =
        line.trim_end_matches(char::is_whitespace).bytes().rev().take_while(|byte| *byte == b'\\').count();
    backslashes % 2 == 1
}

/// Splits a line at the spaces that are neither quoted nor escaped. A quote in the middle of a word is an apostrophe,
/// and a backslash before a letter or digit is part of the name.
fn paths(line: &str) -> Vec<TypedPath> {
    let mut paths: Vec<TypedPath> = Vec::new();
    let mut open: Option<TypedPath> = None;
    let mut may_quote = true;
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let quote = open.as_ref().and_then(|path| path.quote);
        if c.is_whitespace() && quote.is_none() {
            paths.extend(open.take());
            may_quote = true;
            continue;
        }
        let path = open.get_or_insert_with(|| TypedPath { start: at, path: String::new(), quote: None });
        let follows = chars.peek().map(|(_, next)| *next);
        match (quote, c) {
            (Some(quote), c) if c == quote => {
                path.quote = None;
                may_quote = true;
            }
            (None, '\'' | '"') if may_quote => path.quote = Some(c),
            (None | Some('"'), '\\') if follows.is_some_and(|next| !next.is_alphanumeric()) => {
                path.path.extend(chars.next().map(|(_, next)| next));
                may_quote = true;
            }
            (_, c) => {
                path.path.push(c);
                may_quote = false;
            }
        }
    }
    paths.extend(open);
    for typed in &mut paths {
        if let Some(address) = typed.path.strip_prefix("file://") {
            typed.path = percent_decoded(address.strip_prefix("localhost").unwrap_or(address));
        }
    }
    paths
}

fn escaped(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for c in path.chars() {
        if c.is_whitespace() || matches!(c, '\'' | '"' | '\\') {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(line: &str) -> Vec<String> {
        typed_files(line, |_| false)
    }

    #[test]
    fn a_file_comes_typed_quoted_escaped_and_as_an_address() {
        for line in [
            "'/home/noor/AI list (2023).csv'",
            "\"/home/noor/AI list (2023).csv\"",
            "/home/noor/AI\\ list\\ \\(2023\\).csv ",
            "file:///home/noor/AI%20list%20(2023).csv",
            "file://localhost/home/noor/AI%20list%20%282023%29.csv",
        ] {
            assert_eq!(files(line), ["/home/noor/AI list (2023).csv"], "{line}");
        }
        assert_eq!(files("'/home/noor/Noor'\\''s list.csv'"), ["/home/noor/Noor's list.csv"]);
        assert_eq!(files("/home/noor/Noor's.csv"), ["/home/noor/Noor's.csv"]);
        assert_eq!(files("C:\\Users\\noor\\list.csv"), ["C:\\Users\\noor\\list.csv"]);
        assert_eq!(files("  "), Vec::<String>::new());
    }

    #[test]
    fn several_files_are_several_and_one_name_with_spaces_is_one() {
        assert_eq!(files("a.csv 'b c.csv' d\\ e.csv"), ["a.csv", "b c.csv", "d e.csv"]);
        assert_eq!(typed_files(" AI list.csv ", |name| name == "AI list.csv"), ["AI list.csv"]);
    }

    #[test]
    fn a_completed_name_gets_the_escapes_it_needs() {
        assert_eq!(last_name("~/Docu"), ("~/".to_owned(), "Docu".to_owned()));
        assert_eq!(last_name("a.csv "), (String::new(), String::new()));
        assert_eq!(last_name("a.csv ~/My\\ l"), ("~/".to_owned(), "My l".to_owned()));
        assert_eq!(with_last_name("a.csv ~/My", "My list.csv"), "a.csv ~/My\\ list.csv");
        assert_eq!(with_last_name("'~/My", "My list.csv"), "'~/My list.csv");
        assert_eq!(with_last_name("", "Noor's.csv"), "Noor\\'s.csv");
        let completed = with_last_name("x ~/d/", "it's \\odd.csv");
        assert_eq!(files(&completed), ["x", "~/d/it's \\odd.csv"]);
    }

    #[test]
    fn only_what_looks_like_a_path_counts_as_dragged() {
        assert!(is_dragged("'/home/noor/list.csv' ") && is_dragged("file:///a/b.csv") && is_dragged("~/a/list.csv"));
        for line in ["list.csv", "./list.csv", "'/a/my list'", "our AI list.xlsx", "in/a.csv in/b.csv", "~/list.csv"] {
            assert!(may_be_files(line), "{line}");
        }
        for line in ["Service bot", "/import", "bot -> calls.now", "What about 3.", "", "/process -> x"] {
            assert!(!may_be_files(line), "{line}");
        }
        assert!(is_path("~/gone.csv") && is_path("./gone.csv") && !is_path("risk/reward model"));
        assert!(!is_dragged("Service bot") && !is_dragged("/process -> x") && !is_dragged("/import"));
    }
}
