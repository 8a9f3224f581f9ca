/// A place in the statements of a chart, which moves forward.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    /// What is not read yet.
    pub(super) rest: &'a str,
    /// The line in which it begins, from 1.
    pub(super) line: usize,
}

impl<'a> Cursor<'a> {
    /// Returns the next character.
    pub(super) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Moves on by so many bytes, which end at a character.
    pub(super) fn skip(&mut self, bytes: usize) -> &'a str {
        let (read, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.line += read.bytes().filter(|byte| *byte == b'\n').count();
        self.rest = rest;
        read
    }

    /// Moves on over characters that are so; returns them.
    pub(super) fn while_so(&mut self, is_so: impl Fn(char) -> bool) -> &'a str {
        self.skip(self.rest.find(|c| !is_so(c)).unwrap_or(self.rest.len()))
    }

    /// Moves on over a text if it stands here.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let is_here = self.rest.starts_with(text);
        if is_here {
            self.skip(text.len());
        }
        is_here
    }

    /// Moves on over spaces, not over the end of the line.
    pub(super) fn spaces(&mut self) {
        self.while_so(|c| c.is_whitespace() && c != '\n');
    }

    /// Moves on up to a text and over it; returns what stands before it. Nothing moves when it does not stand here.
    pub(super) fn up_to(&mut self, text: &str) -> Option<&'a str> {
        let at = outside_quotes(self.ahead(), text)?;
        let before = self.skip(at);
        self.skip(text.len());
        Some(before)
    }

    /// Moves on up to the end of the statement: a semicolon outside quotes or the end of the line.
    pub(super) fn statement(&mut self) -> &'a str {
        let mut quoted = false;
        let ends = self.rest.find(|c| {
            quoted ^= c == '"';
            c == '\n' || (c == ';' && !quoted)
        });
        self.skip(ends.unwrap_or(self.rest.len()))
    }

    /// Returns the beginning of what is not read yet, as far as one label or one line of a link may go.
    pub(super) fn ahead(&self) -> &'a str {
        let mut end = self.rest.len().min(LABEL_BYTES);
        while !self.rest.is_char_boundary(end) {
            end -= 1;
        }
        self.rest.get(..end).unwrap_or_default()
    }
}

/// The maximum length of a label, in bytes: a search for its end goes no further.
const LABEL_BYTES: usize = 4_000;

/// Returns where a text stands outside quotes. A quote that is not closed is a character like any other.
fn outside_quotes(text: &str, wanted: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let next = rest.find(wanted)?;
        let quote = rest.find('"').filter(|quote| *quote < next);
        let closes = quote.and_then(|quote| Some(quote + 1 + rest.get(quote + 1..)?.find('"')?));
        match closes {
            Some(closes) => at += closes + 1,
            None => return Some(at + next),
        }
    }
    None
}
