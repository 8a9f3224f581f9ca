use super::sketch::MARK;
use crate::import::input::limits;

/// An entry of the equations of a model: everything up to a bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct MdlEntry {
    /// The line in which it begins, from 1.
    pub(super) line: usize,
    /// The definition, without comments in braces.
    pub(super) definition: String,
    /// The units.
    pub(super) units: String,
    /// The text about it.
    pub(super) comment: String,
    /// The group of the model in which it stands; empty for none.
    pub(super) group: String,
    /// How many tildes stand in it: two, or three where flags follow the text.
    pub(super) tildes: usize,
}

/// The entries of a model, and the number of macros, which are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct MdlEntries {
    pub(super) entries: Vec<MdlEntry>,
    pub(super) macros: usize,
    /// The line in which an entry begins that no bar ends, because the file is cut off.
    pub(super) cut_off: Option<usize>,
}

/// How many lines of a text are looked at to tell whether it holds equations.
const LOOKED_AT: usize = 2000;

/// Whether a text without sketches holds equations: nearly every bar in it ends a definition with its units and text.
pub(super) fn has_equations(text: &str) -> bool {
    let end = text.match_indices('\n').nth(LOOKED_AT).map_or(text.len(), |(at, _)| at);
    let read = entries(text.get(..end).unwrap_or_default()).entries;
    let whole = read.iter().filter(|entry| (2..=3).contains(&entry.tildes)).count();
    let defining = read.iter().filter(|entry| entry.tildes >= 2 && entry.definition.contains('=')).count();
    defining >= 2 && whole * 10 >= read.len() * 9
}

/// Returns the entries of the equations, which end where the sketches begin. Of more than a map has room for, the rest is
/// not looked at.
pub(super) fn entries(text: &str) -> MdlEntries {
    let mut read = MdlEntries::default();
    let mut open = OpenEntry { entry: MdlEntry { line: 1, ..MdlEntry::default() }, ..OpenEntry::default() };
    let (mut group, mut in_macro) = (String::new(), false);
    for (at, line) in text.lines().enumerate() {
        let bare = line.trim_start();
        if line.starts_with(MARK) || read.entries.len() > limits::THINGS {
            break;
        }
        if bare.starts_with(":MACRO:") {
            read.macros += 1;
            in_macro = true;
        }
        if in_macro {
            in_macro = !bare.starts_with(":END OF MACRO:");
            continue;
        }
        let mut rest = line;
        while let Some(after) = open.take(rest, at + 1) {
            let done = std::mem::take(&mut open).entry;
            match group_name(&done.definition) {
                Some(name) => group = name,
                None => read.entries.push(MdlEntry { group: group.clone(), ..done }),
            }
            rest = after;
        }
    }
    read.cut_off = (open.entry.definition.contains('=')).then_some(open.entry.line);
    read
}

/// An entry that is being read.
#[derive(Default)]
struct OpenEntry {
    entry: MdlEntry,
    in_comment: bool,
}

impl OpenEntry {
    /// Takes a line; returns what stands behind the bar that ends the entry, if it does.
    fn take<'a>(&mut self, line: &'a str, number: usize) -> Option<&'a str> {
        let mut quoted = false;
        for (at, c) in line.char_indices() {
            match c {
                '}' if self.in_comment => self.in_comment = false,
                _ if self.in_comment => {}
                '{' if self.entry.tildes == 0 && !quoted => self.in_comment = true,
                '"' if self.entry.tildes == 0 && !line.get(..at).is_some_and(|before| before.ends_with('\\')) => {
                    quoted = !quoted;
                    self.put(c, number);
                }
                '|' if !quoted => return line.get(at + 1..),
                '~' if !quoted => self.entry.tildes += 1,
                c => self.put(c, number),
            }
        }
        self.put('\n', number);
        None
    }

    fn put(&mut self, c: char, number: usize) {
        let text = match self.entry.tildes {
            0 => &mut self.entry.definition,
            1 => &mut self.entry.units,
            2 => &mut self.entry.comment,
            _ => return,
        };
        if self.entry.tildes == 0 && text.trim().is_empty() {
            if c.is_whitespace() {
                return;
            }
            self.entry.line = number;
        }
        text.push(c);
    }
}

/// Returns the name of a group that an entry begins: it stands between lines of asterisks.
fn group_name(definition: &str) -> Option<String> {
    let name = definition.trim().strip_prefix("****")?.trim_matches(|c: char| c == '*' || c.is_whitespace());
    Some(name.trim_start_matches('.').trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_have_lines_units_texts_and_groups() {
        let text = "{UTF-8}\r\na= 1 {not | this}\n\t~\tMonth\n\t~\tsays \"it | b\n= 2\n~~|c=\\\n 3~x~y~ :SUPPLEMENTARY|\n\
            ****\n\t.calls\n****~\n\t\tText\n\t|\n\"d|e\"=4~~|\n:MACRO: M(x)\nM = x ~~|\n:END OF MACRO:\nf=5~~|\n\\\\\\---/// Sketch\ng=6~~|";
        let read = entries(text);
        let told: Vec<_> =
            read.entries.iter().map(|entry| (entry.line, entry.definition.trim(), entry.group.as_str())).collect();
        assert_eq!(
            told,
            [(2, "a= 1", ""), (4, "b\n= 2", ""), (6, "c=\\\n 3", ""), (13, "\"d|e\"=4", "calls"), (17, "f=5", "calls")]
        );
        assert_eq!((read.entries[0].units.trim(), read.entries[0].comment.trim()), ("Month", "says \"it"));
        assert_eq!(read.entries[2].comment, "y");
        assert_eq!((read.macros, read.cut_off), (1, None));
        assert_eq!(entries("a=1~~|\nb=INTEG(a,\n").cut_off, Some(2));
    }
}
