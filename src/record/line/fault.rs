use std::fmt;

use super::HeaderField;
use crate::record::Header;
use crate::record::text::clean;

/// A fault: a place in a session file that is not as this program writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The character in that line, from 1.
    pub column: usize,
    /// The kind of the fault.
    pub trouble: Trouble,
}

/// How serious a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaultSeverity {
    /// Nothing is wrong; the fault is only reported.
    Note,
    /// Every line is used, but a person should look: the fault stays until it is accepted.
    Flag,
    /// The file is damaged, and a repair can mend it.
    Damage,
}

/// The kinds of faults.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is described by its own sentence below")]
pub enum Trouble {
    Empty,
    ByteOrderMark,
    LineEnds { lines: usize },
    Banner,
    NoHeader,
    LateHeader,
    Header { lost: Vec<HeaderField> },
    NewerHeader,
    Zone { name: String },
    Newer,
    Mark,
    End,
    Changed,
    Unsealed,
    Unproven,
    Unstruck { seq: u64 },
    Gap { lines: usize, bytes: usize, why: String },
    SetAside,
    Glued,
    Doubled { seq: u64 },
    Missing { from: u64, to: u64 },
    Repeated { seq: u64 },
    OutOfOrder { seq: u64, after: u64 },
    Blank,
    EarlyClosing,
    Closing,
    TornTail { bytes: usize },
    NotClosed,
    NoLineBreak,
    AfterEnd { bytes: usize },
}

impl Fault {
    /// Creates a fault at a line and a column, both from 1.
    pub(super) const fn at(line: usize, column: usize, trouble: Trouble) -> Self {
        Self { line, column, trouble }
    }

    /// Returns how serious the fault is.
    pub const fn weight(&self) -> FaultSeverity {
        match self.trouble {
            Trouble::Newer | Trouble::NewerHeader => FaultSeverity::Note,
            Trouble::Changed
            | Trouble::Unsealed
            | Trouble::Unproven
            | Trouble::Zone { .. }
            | Trouble::SetAside
            | Trouble::Missing { .. }
            | Trouble::Repeated { .. }
            | Trouble::OutOfOrder { .. } => FaultSeverity::Flag,
            _ => FaultSeverity::Damage,
        }
    }

    /// Returns advice on the fault, in a sentence.
    pub const fn hint(&self) -> &'static str {
        match self.trouble {
            Trouble::Empty => "Nothing can be won back from it: remove it.",
            Trouble::Newer | Trouble::NewerHeader => "It is kept as it is; a newer adjacent can read it.",
            Trouble::Changed | Trouble::Unsealed | Trouble::Unproven => {
                "It is used as it stands; if that is right, `adjacent repair --reseal FILE` accepts it."
            }
            Trouble::SetAside | Trouble::Missing { .. } => "Look into the .torn file beside this one.",
            Trouble::Zone { .. } => "Its days are those of UTC; a newer adjacent may know the name.",
            Trouble::Repeated { .. } | Trouble::OutOfOrder { .. } => "Number the lines 1, 2, 3 in their order.",
            Trouble::Header { .. } | Trouble::NoHeader => {
                "`adjacent repair FILE` writes a new one from what is left; until then the session counts as private."
            }
            Trouble::Gap { .. } | Trouble::TornTail { .. } | Trouble::AfterEnd { .. } | Trouble::Doubled { .. } => {
                "`adjacent repair FILE` keeps these bytes in a .torn file beside this one."
            }
            _ => "`adjacent repair FILE` puts it right.",
        }
    }
}

impl fmt::Display for Fault {
    /// Writes the place and the kind of the fault, in one sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.trouble)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Empty => f.write_str("there is no session in this file"),
            Trouble::ByteOrderMark => f.write_str("the file begins with a byte order mark"),
            Trouble::LineEnds { lines: 1 } => f.write_str("this line ends in CR LF, not in LF"),
            Trouble::LineEnds { lines } => write!(f, "this line and {} more end in CR LF, not in LF", lines - 1),
            Trouble::Banner => f.write_str("the comment at the top is not as it was written"),
            Trouble::NoHeader => f.write_str("the header is missing"),
            Trouble::LateHeader => f.write_str("the header stands below an event"),
            Trouble::Header { lost } if lost.is_empty() => {
                f.write_str("the header is damaged, but nothing of it is lost")
            }
            Trouble::Header { lost } => write!(f, "the header is damaged; lost: {}", listed(lost)),
            Trouble::NewerHeader => {
                write!(f, "the header is newer than format {}, which this version writes", Header::FORMAT)
            }
            Trouble::Zone { name } => write!(f, "the time zone {:?} is not known", clean(name)),
            Trouble::Newer => f.write_str("a newer version wrote this line"),
            Trouble::Mark => f.write_str("the mark of this line is damaged; the line below proves its text"),
            Trouble::End => f.write_str("the end of this line is not as it was written"),
            Trouble::Changed => {
                f.write_str("this line was changed since it was sealed, or a line above it was taken out")
            }
            Trouble::Unsealed => {
                f.write_str("this line has no whole mark: it was typed by hand, or the mark is damaged")
            }
            Trouble::Unproven => f.write_str("this line cannot be proven, because the mark above it is gone"),
            Trouble::Unstruck { seq } => {
                write!(f, "the text of event {seq} was to be removed for good and still stands")
            }
            Trouble::Gap { lines: 1, bytes, why } => write!(f, "{} cannot be used: {why}", counted(*bytes)),
            Trouble::Gap { lines, bytes, why } => {
                write!(f, "{} in {lines} lines cannot be used: {why}", counted(*bytes))
            }
            Trouble::SetAside => f.write_str("a damaged line stood here and was set aside"),
            Trouble::Glued => f.write_str("a line break is missing before this"),
            Trouble::Doubled { seq } => write!(f, "this line repeats event {seq} word for word and is not used again"),
            Trouble::Missing { from, to } if from == to => write!(f, "event {from} is missing above this line"),
            Trouble::Missing { from, to } => write!(f, "events {from} to {to} are missing above this line"),
            Trouble::Repeated { seq } => write!(f, "there is another event {seq} above this one"),
            Trouble::OutOfOrder { seq, after } => write!(f, "event {seq} comes after event {after}"),
            Trouble::Blank => f.write_str("this line is empty"),
            Trouble::EarlyClosing => f.write_str("the closing bracket stands here, and the session goes on after it"),
            Trouble::Closing => f.write_str("the closing bracket is not as it was written"),
            Trouble::TornTail { bytes } => {
                write!(f, "the file breaks off here; {} cannot be used", counted(*bytes))
            }
            Trouble::NotClosed => f.write_str("the file ends here without its closing bracket"),
            Trouble::NoLineBreak => f.write_str("the line break after the closing bracket is missing"),
            Trouble::AfterEnd { bytes } => write!(f, "{} after the end of the session", counted(*bytes)),
        }
    }
}

fn counted(bytes: usize) -> String {
    if bytes == 1 { "1 byte".to_owned() } else { format!("{bytes} bytes") }
}

fn listed(fields: &[HeaderField]) -> String {
    let names: Vec<_> = fields.iter().map(HeaderField::to_string).collect();
    names.join(", ")
}
