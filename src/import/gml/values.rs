use std::iter::Peekable;
use std::str::Chars;

use crate::import::context::ReadContext;
use crate::import::error::ImportError;
use crate::import::input::entities::without_entities;
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;

/// The number of values after which the reading is asked whether it goes on.
const STEP: usize = 1000;

/// A list of a GML text: names with values, in order. A name may stand in it several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct GmlList {
    /// The line in which it begins, from 1.
    pub(super) line: usize,
    pub(super) values: Vec<(String, GmlValue)>,
}

/// A value: a text or a number, or a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum GmlValue {
    Text(String),
    List(GmlList),
}

impl GmlList {
    /// Returns the first text or number with this name.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.values.iter().find_map(|(known, value)| match value {
            GmlValue::Text(text) if known == name => Some(text.as_str()),
            _ => None,
        })
    }

    /// Returns the lists with this name, in order.
    pub(super) fn lists<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.values.iter().filter_map(move |(known, value)| match value {
            GmlValue::List(list) if known == name => Some(list),
            _ => None,
        })
    }
}

/// Whether a text is GML: names with values, the first list of which is `graph`.
pub(super) fn begins(text: &str) -> bool {
    let mut reader = GmlReader::new(text);
    for _ in 0..40 {
        let Ok(Some(GmlPart::Name(name))) = reader.part() else { return false };
        match reader.part() {
            Ok(Some(GmlPart::Open)) => return name.eq_ignore_ascii_case("graph"),
            Ok(Some(GmlPart::Value(_) | GmlPart::Name(_))) => {}
            _ => return false,
        }
    }
    false
}

/// Returns the values of a GML text.
pub(super) fn values(file: &ImportedFile, context: &ReadContext<'_>) -> Result<GmlList, ImportError> {
    let at = |(line, says): (usize, String)| ImportError::at(file.line(line), says, "export the file again, whole");
    let mut reader = GmlReader::new(file.text());
    let mut open: Vec<(String, GmlList)> = Vec::new();
    let mut list = GmlList { line: 1, ..GmlList::default() };
    let mut count = 0_usize;
    while let Some(part) = reader.part().map_err(at)? {
        count += 1;
        if count.is_multiple_of(STEP) {
            context.proceeds(reader.read, file.text().len())?;
        }
        if count > limits::VALUES {
            return Err(at((reader.line, format!("the text holds more than {} values", limits::VALUES))));
        }
        let name = match part {
            GmlPart::Name(name) => name,
            GmlPart::Close => {
                let Some((name, mut outer)) = open.pop() else {
                    return Err(at((reader.line, "a ] closes nothing".to_owned())));
                };
                outer.values.push((name, GmlValue::List(std::mem::take(&mut list))));
                list = outer;
                continue;
            }
            GmlPart::Open | GmlPart::Value(_) => return Err(at((reader.line, "a name is due here".to_owned()))),
        };
        match reader.part().map_err(at)? {
            Some(GmlPart::Value(text)) => list.values.push((name, GmlValue::Text(text))),
            // Some tools write words without quotes.
            Some(GmlPart::Name(word)) => list.values.push((name, GmlValue::Text(word))),
            Some(GmlPart::Open) if open.len() >= limits::DEPTH => {
                return Err(at((reader.line, format!("lists are nested more than {} deep", limits::DEPTH))));
            }
            Some(GmlPart::Open) => {
                let inner = GmlList { line: reader.line, ..GmlList::default() };
                open.push((name, std::mem::replace(&mut list, inner)));
            }
            Some(GmlPart::Close) | None => return Err(at((reader.line, format!("{name} has no value")))),
        }
    }
    if open.is_empty() {
        return Ok(list);
    }
    let says = format!("the text ends before the list of line {} does", list.line);
    Err(at((reader.line, says)))
}

/// A part of a GML text.
enum GmlPart {
    Name(String),
    Value(String),
    Open,
    Close,
}

/// Takes a GML text apart.
struct GmlReader<'a> {
    chars: Peekable<Chars<'a>>,
    line: usize,
    /// The number of bytes that are read.
    read: usize,
}

impl<'a> GmlReader<'a> {
    fn new(text: &'a str) -> Self {
        Self { chars: text.chars().peekable(), line: 1, read: 0 }
    }

    fn take(&mut self) -> Option<char> {
        let c = self.chars.next()?;
        self.line += usize::from(c == '\n');
        self.read += c.len_utf8();
        Some(c)
    }

    fn part(&mut self) -> Result<Option<GmlPart>, (usize, String)> {
        loop {
            let Some(c) = self.chars.peek().copied() else { return Ok(None) };
            let part = match c {
                '#' => {
                    while self.take().is_some_and(|c| c != '\n') {}
                    continue;
                }
                '[' | ']' => {
                    self.take();
                    if c == '[' { GmlPart::Open } else { GmlPart::Close }
                }
                '"' => GmlPart::Value(self.quoted()?),
                c if c.is_whitespace() || c == '\u{feff}' => {
                    self.take();
                    continue;
                }
                c if c.is_ascii_digit() || matches!(c, '-' | '+' | '.') => GmlPart::Value(self.word()),
                _ => GmlPart::Name(self.word()),
            };
            return Ok(Some(part));
        }
    }

    fn word(&mut self) -> String {
        let mut word = String::new();
        while let Some(c) = self.chars.peek().copied() {
            if c.is_whitespace() || matches!(c, '[' | ']' | '"') {
                break;
            }
            word.push(c);
            self.take();
        }
        word
    }

    fn quoted(&mut self) -> Result<String, (usize, String)> {
        let line = self.line;
        self.take();
        let mut text = String::new();
        while let Some(c) = self.take() {
            if c == '"' {
                return Ok(without_entities(&text).into_owned());
            }
            text.push(c);
        }
        Err((line, "the text in quotes that begins here does not end".to_owned()))
    }
}
