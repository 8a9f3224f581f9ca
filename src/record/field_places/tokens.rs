use std::iter::Peekable;
use std::str::Chars;

/// A token of RON, with as much detail as finding fields needs.
pub(super) enum Token {
    /// The name of a field, a number, or a variant.
    Word(String),
    /// A text in quotes.
    Text,
    Open,
    Close,
    Comma,
    Colon,
}

/// Iterates over the tokens of a text, each with its line and column; skips comments.
pub(super) struct Tokens<'a> {
    rest: Peekable<Chars<'a>>,
    line: usize,
    column: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { rest: text.chars().peekable(), line: 1, column: 1 }
    }
}

impl Iterator for Tokens<'_> {
    type Item = (Token, (usize, usize));

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let place = (self.line, self.column);
            let token = match self.step()? {
                c if c.is_whitespace() => continue,
                '/' => {
                    self.comment();
                    continue;
                }
                '(' | '[' | '{' => Token::Open,
                ')' | ']' | '}' => Token::Close,
                ',' => Token::Comma,
                ':' => Token::Colon,
                '"' => self.quoted(),
                'r' if matches!(self.rest.peek(), Some('"' | '#')) => self.raw(),
                first => self.word(first),
            };
            return Some((token, place));
        }
    }
}

impl Tokens<'_> {
    fn step(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        (self.line, self.column) = if c == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        Some(c)
    }

    fn word(&mut self, first: char) -> Token {
        let mut word = String::from(first);
        let ends = |c: &char| c.is_whitespace() || "()[]{},:\"/".contains(*c);
        while let Some(c) = self.rest.peek().copied().filter(|c| !ends(c)) {
            word.push(c);
            self.step();
        }
        Token::Word(word)
    }

    fn quoted(&mut self) -> Token {
        while let Some(c) = self.step() {
            match c {
                '\\' => {
                    self.step();
                }
                '"' => break,
                _ => {}
            }
        }
        Token::Text
    }

    /// Reads a raw string: `r#"..."#` with any number of hash signs.
    fn raw(&mut self) -> Token {
        let mut marks = 0;
        while self.rest.peek() == Some(&'#') {
            marks += 1;
            self.step();
        }
        self.step();
        while let Some(c) = self.step() {
            let mut closing = 0;
            while c == '"' && closing < marks && self.rest.peek() == Some(&'#') {
                closing += 1;
                self.step();
            }
            if c == '"' && closing == marks {
                break;
            }
        }
        Token::Text
    }

    /// Skips a comment: to the end of the line, or `/* ... */` with nested comments.
    fn comment(&mut self) {
        match self.rest.peek() {
            Some('/') => while self.step().is_some_and(|c| c != '\n') {},
            Some('*') => {
                self.step();
                self.nested_comment();
            }
            _ => {}
        }
    }

    fn nested_comment(&mut self) {
        let (mut open, mut last) = (1, None);
        while open > 0 {
            let Some(c) = self.step() else { return };
            (open, last) = match (last, c) {
                (Some('/'), '*') => (open + 1, None),
                (Some('*'), '/') => (open - 1, None),
                _ => (open, Some(c)),
            };
        }
    }
}
