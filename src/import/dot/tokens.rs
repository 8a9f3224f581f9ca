use std::iter::Peekable;
use std::str::Chars;

/// A part of a text in the DOT language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DotToken {
    /// A name or a value: a word, a number, a text in quotes or in angle brackets.
    Word {
        /// The text without its quotes or brackets. Of escapes only `\"` is undone: what `\n` is, the attribute says.
        text: String,
        /// How it is written.
        form: DotForm,
    },
    /// One of `{ } [ ] ; , = :`.
    Mark(char),
    /// `->`.
    Arrow,
    /// `--`.
    Line,
}

/// How a name or value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DotForm {
    /// As it is; only so a word can be a keyword.
    Bare,
    /// In quotes.
    Quoted,
    /// Between `<` and `>`.
    Html,
}

/// What is wrong with a text, and the line.
pub(super) type DotFault = (usize, String);

/// Takes a text apart, one part after the other.
pub(super) struct DotTokens<'a> {
    chars: Peekable<Chars<'a>>,
    /// The line of the next character, from 1.
    line: usize,
    /// Whether the next character is the first of its line.
    begins_line: bool,
}

impl<'a> DotTokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { chars: text.chars().peekable(), line: 1, begins_line: true }
    }

    /// Returns the next part with its line; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<(usize, DotToken)>, DotFault> {
        self.skip_space()?;
        let line = self.line;
        let Some(c) = self.take() else { return Ok(None) };
        let token = match c {
            '{' | '}' | '[' | ']' | ';' | ',' | '=' | ':' => DotToken::Mark(c),
            '"' => DotToken::Word { text: self.joined(line)?, form: DotForm::Quoted },
            '<' => DotToken::Word { text: self.html(line)?, form: DotForm::Html },
            '-' if self.chars.peek() == Some(&'>') => {
                self.take();
                DotToken::Arrow
            }
            '-' if self.chars.peek() == Some(&'-') => {
                self.take();
                DotToken::Line
            }
            c if is_bare(c) || c == '-' => DotToken::Word { text: self.bare(c), form: DotForm::Bare },
            c => return Err((line, format!("{c:?} is no part of a DOT text"))),
        };
        Ok(Some((line, token)))
    }

    fn take(&mut self) -> Option<char> {
        let c = self.chars.next()?;
        self.begins_line = c == '\n';
        self.line += usize::from(c == '\n');
        Some(c)
    }

    /// Skips spaces and comments; a line that begins with `#` is a comment.
    fn skip_space(&mut self) -> Result<(), DotFault> {
        while let Some(c) = self.chars.peek().copied() {
            match c {
                '#' if self.begins_line => self.skip_line(),
                '/' => {
                    let line = self.line;
                    self.take();
                    match self.take() {
                        Some('/') => self.skip_line(),
                        Some('*') => self.skip_comment(line)?,
                        _ => return Err((line, "\"/\" begins no comment here".to_owned())),
                    }
                }
                c if c.is_whitespace() || c == '\u{feff}' => {
                    self.take();
                }
                _ => return Ok(()),
            }
        }
        Ok(())
    }

    fn skip_line(&mut self) {
        while self.take().is_some_and(|c| c != '\n') {}
    }

    fn skip_comment(&mut self, line: usize) -> Result<(), DotFault> {
        let mut star = false;
        while let Some(c) = self.take() {
            if star && c == '/' {
                return Ok(());
            }
            star = c == '*';
        }
        Err((line, "the comment that begins here does not end".to_owned()))
    }

    fn bare(&mut self, first: char) -> String {
        let mut text = String::from(first);
        while let Some(c) = self.chars.peek().copied().filter(|c| is_bare(*c)) {
            text.push(c);
            self.take();
        }
        text
    }

    /// Returns a text in quotes whose first quote is taken, with those that `+` joins to it.
    fn joined(&mut self, line: usize) -> Result<String, DotFault> {
        let mut text = self.quoted(line)?;
        loop {
            self.skip_space()?;
            if self.chars.peek() != Some(&'+') {
                return Ok(text);
            }
            let line = self.line;
            self.take();
            self.skip_space()?;
            if self.take() != Some('"') {
                return Err((line, "a text in quotes is due behind \"+\"".to_owned()));
            }
            text.push_str(&self.quoted(line)?);
        }
    }

    fn quoted(&mut self, line: usize) -> Result<String, DotFault> {
        let mut text = String::new();
        while let Some(c) = self.take() {
            match c {
                '"' => return Ok(text),
                '\\' => match self.take() {
                    Some('"') => text.push('"'),
                    Some('\n') | None => {}
                    Some('\r') if self.chars.peek() == Some(&'\n') => {
                        self.take();
                    }
                    Some(other) => text.extend(['\\', other]),
                },
                c => text.push(c),
            }
        }
        Err((line, "the text in quotes that begins here does not end".to_owned()))
    }

    fn html(&mut self, line: usize) -> Result<String, DotFault> {
        let (mut text, mut open) = (String::new(), 1_usize);
        while let Some(c) = self.take() {
            match c {
                '<' => open += 1,
                '>' => open -= 1,
                _ => {}
            }
            if open == 0 {
                return Ok(text);
            }
            text.push(c);
        }
        Err((line, "the text between < and > that begins here does not end".to_owned()))
    }
}

/// Whether a character belongs to a word without quotes. Graphviz allows fewer; what others write is read as well.
fn is_bare(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '_' | '.' | '#' | '%' | '*' | '\'' | '!')
        || (!c.is_ascii() && !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Result<Vec<String>, DotFault> {
        let (mut tokens, mut words) = (DotTokens::new(text), Vec::new());
        while let Some((line, token)) = tokens.next()? {
            words.push(match token {
                DotToken::Word { text, .. } => format!("{line} {text}"),
                DotToken::Mark(c) => c.to_string(),
                DotToken::Arrow => "->".to_owned(),
                DotToken::Line => "--".to_owned(),
            });
        }
        Ok(words)
    }

    #[test]
    fn texts_are_joined_and_go_on_in_the_next_line() {
        let read =
            words("a -> \"b \\\"c\\\\\" + \"d\\\ne\"\n# a comment\n// b\n/* c\n */ -1.5--<x <b>y</b>> é").unwrap();
        assert_eq!(read, ["1 a", "->", "1 b \"c\\\\de", "6 -1.5", "--", "6 x <b>y</b>", "6 é"]);
    }

    #[test]
    fn what_does_not_end_is_said_with_the_line_where_it_begins() {
        for (text, line) in [("a\n\"b", 2), ("<a\n", 1), ("\n/* a *", 2), ("a / b", 1), ("\"a\" + b", 1), ("a\n(b", 2)]
        {
            assert_eq!(words(text).unwrap_err().0, line, "{text}");
        }
    }
}
