//! Finds the readable lines of a damaged RON file that has one entry on each line.

/// The position in a text at which the parser stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unfit {
    /// Counted from 1.
    pub(super) line: usize,
    /// Counted from 1.
    pub(super) column: usize,
}

/// The readable and the unreadable part of a damaged file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Salvaged {
    /// The lines that can be parsed together; `None` when no line can be parsed.
    pub(super) usable: Option<String>,
    /// The bytes of the other lines.
    pub(super) torn: Vec<u8>,
    /// The number of the lines in `torn`.
    pub(super) lost: usize,
}

/// The maximum number of lines that are left out of one file.
const TRIES: usize = 500;

/// Leaves out the line at which `check` stops, and repeats this until `check` accepts the rest. Closing brackets that
/// are missing at the end are added.
pub(super) fn salvaged(bytes: &[u8], check: impl Fn(&str) -> Result<(), Unfit>) -> Salvaged {
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let mut stays: Vec<bool> = lines.iter().map(|line| is_whole(line)).collect();
    for _ in 0..TRIES {
        let tried: Vec<usize> = (0..lines.len()).filter(|at| stays.get(*at) == Some(&true)).collect();
        let text: String =
            tried.iter().filter_map(|at| std::str::from_utf8(lines.get(*at)?).ok()).collect::<Vec<_>>().concat();
        if text.trim().is_empty() {
            break;
        }
        let closed = format!("{}{}", text.trim_end(), closers(&text));
        match check(&closed) {
            Ok(()) => return taken(&lines, &stays, Some(format!("{closed}\n"))),
            Err(unfit) => {
                // An error after the end of the text is caused by its last line.
                let culprit = tried.get(unfit.line.saturating_sub(1)).or(tried.last());
                let Some(stay) = culprit.and_then(|at| stays.get_mut(*at)) else { break };
                *stay = false;
            }
        }
    }
    taken(&lines, &vec![false; lines.len()], None)
}

fn taken(lines: &[&[u8]], stays: &[bool], usable: Option<String>) -> Salvaged {
    let torn: Vec<&[u8]> = lines.iter().zip(stays).filter(|(_, stays)| !**stays).map(|(line, _)| *line).collect();
    Salvaged { usable, lost: torn.len(), torn: torn.concat() }
}

/// Whether a line is valid text in which every quoted string is closed; no string spans several lines.
fn is_whole(line: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(line) else { return false };
    !text.contains('\0') && !scan(text).quoted
}

/// The closing brackets that are missing at the end of a text, the innermost first.
fn closers(text: &str) -> String {
    scan(text).open.iter().rev().collect()
}

#[derive(Default)]
struct Brackets {
    open: Vec<char>,
    quoted: bool,
}

fn scan(text: &str) -> Brackets {
    let (mut scan, mut escaped) = (Brackets::default(), false);
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if scan.quoted => escaped = true,
            '"' => scan.quoted = !scan.quoted,
            _ if scan.quoted => {}
            '(' => scan.open.push(')'),
            '[' => scan.open.push(']'),
            '{' => scan.open.push('}'),
            ')' | ']' | '}' if scan.open.last() == Some(&c) => {
                scan.open.pop();
            }
            _ => {}
        }
    }
    scan
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Names;

    const WHOLE: &str = "(\n    names: {\n        \"eva\": \"Eva Lind\",\n        \"tom\": \"Tom Hale\",\n    },\n)\n";

    fn check(text: &str) -> Result<(), Unfit> {
        let read = ron::from_str::<Names>(text);
        read.map(|_| ()).map_err(|error| Unfit { line: error.span.start.line, column: error.span.start.col })
    }

    fn names(bytes: &[u8]) -> Vec<crate::record::SeatTag> {
        let usable = salvaged(bytes, check).usable;
        usable.map(|text| ron::from_str::<Names>(&text).unwrap().names.into_keys().collect()).unwrap_or_default()
    }

    #[test]
    fn a_damaged_line_costs_itself() {
        assert_eq!(names(WHOLE.replace("Eva Lind\"", "Eva Lind").as_bytes()), ["tom"]);
        assert_eq!(names(WHOLE.replace("\"eva\":", "\"eva\";").as_bytes()), ["tom"]);
        assert_eq!(names(WHOLE.replace("\"tom\"", "\0\0\0\0\0").as_bytes()), ["eva"]);
    }

    #[test]
    fn a_file_that_breaks_off_keeps_what_stands_before() {
        for length in WHOLE.find("\"tom\"").unwrap()..WHOLE.len() {
            assert!(names(&WHOLE.as_bytes()[..length]).contains(&"eva".into()), "{length}");
        }
    }

    #[test]
    fn nothing_of_nothing_is_usable_and_every_byte_is_returned() {
        assert_eq!(salvaged(b"", check), Salvaged { usable: None, torn: Vec::new(), lost: 0 });
        assert_eq!(salvaged(b"\0\0", check).torn, b"\0\0");
    }
}
