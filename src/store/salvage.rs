//! What can still be read of a damaged RON file that is written one entry a line.

/// Where a text stops being what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unfit {
    /// Counted from 1.
    pub(super) line: usize,
    /// Counted from 1.
    pub(super) column: usize,
}

/// What became of a damaged file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Salvaged {
    /// The lines that can be read together; nothing when none can.
    pub(super) kept: Option<String>,
    /// The bytes of the other lines.
    pub(super) torn: Vec<u8>,
    /// How many lines those are.
    pub(super) lost: usize,
}

/// At most this many lines are tried to be left out, one after the other.
const TRIES: usize = 500;

/// The lines that `check` accepts together: one after the other, those at which reading stops are left out, and what is
/// missing at the end is closed.
pub(super) fn salvaged(bytes: &[u8], check: impl Fn(&str) -> Result<(), Unfit>) -> Salvaged {
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let mut stays: Vec<bool> = lines.iter().map(|line| is_whole(line)).collect();
    for _ in 0..TRIES {
        let kept: Vec<usize> = (0..lines.len()).filter(|at| stays.get(*at) == Some(&true)).collect();
        let text: String =
            kept.iter().filter_map(|at| std::str::from_utf8(lines.get(*at)?).ok()).collect::<Vec<_>>().concat();
        if text.trim().is_empty() {
            break;
        }
        let closed = format!("{}{}", text.trim_end(), closers(&text));
        match check(&closed) {
            Ok(()) => return taken(&lines, &stays, Some(format!("{closed}\n"))),
            Err(unfit) => {
                // Past the end it is the last line that is too much.
                let culprit = kept.get(unfit.line.saturating_sub(1)).or(kept.last());
                let Some(stay) = culprit.and_then(|at| stays.get_mut(*at)) else { break };
                *stay = false;
            }
        }
    }
    taken(&lines, &vec![false; lines.len()], None)
}

fn taken(lines: &[&[u8]], stays: &[bool], kept: Option<String>) -> Salvaged {
    let torn: Vec<&[u8]> = lines.iter().zip(stays).filter(|(_, stays)| !**stays).map(|(line, _)| *line).collect();
    Salvaged { kept, lost: torn.len(), torn: torn.concat() }
}

/// Whether a line is text in which every quote is closed: texts are written on one line.
fn is_whole(line: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(line) else { return false };
    !text.contains('\0') && !scan(text).quoted
}

/// What a text leaves open, in the order in which it is closed.
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
        let kept = salvaged(bytes, check).kept;
        kept.map(|kept| ron::from_str::<Names>(&kept).unwrap().names.into_keys().collect()).unwrap_or_default()
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
    fn nothing_of_nothing_is_kept_and_every_byte_is_kept_somewhere() {
        assert_eq!(salvaged(b"", check), Salvaged { kept: None, torn: Vec::new(), lost: 0 });
        assert_eq!(salvaged(b"\0\0", check).torn, b"\0\0");
    }
}
