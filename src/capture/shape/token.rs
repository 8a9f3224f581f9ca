use std::borrow::Cow;

use crate::capture::lexicon::Words;
use crate::record::{Kind, Sign};

/// A word or a mark of a line, with its bytes in the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LineToken<'a> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: TokenKind,
    /// The word in lower case, a contraction as one of its two words; empty for a mark.
    pub(crate) word: Cow<'a, str>,
    /// Whether a space, or the start of the line, stands before it.
    pub(crate) spaced: bool,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A word, which may begin with the sigil of a kind.
    Word,
    /// A number, with its unit or its percent sign where they touch it.
    Number,
    /// Text in brackets, which is one name whatever it holds.
    Bracketed,
    /// Text in parentheses.
    Parenthesis,
    /// Text in quotes.
    Quote,
    /// An arrow.
    Arrow(ArrowToken),
    /// `+`, `-`, `↑` or `↓`, repeated or not.
    Mark(Sign, u8),
    /// `=`.
    Equals,
    /// `<`, `>`, `<=` beside a number, `>=`.
    Compare,
    Comma,
    Semicolon,
    Colon,
    /// The end of a sentence: a full stop or an exclamation mark.
    Stop,
    Question,
    /// ` / ` between words.
    Slash,
    /// ` & ` between words.
    Ampersand,
    /// A dash between words.
    Dash,
    /// Any other character.
    Other,
}

/// In which direction an arrow was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ArrowToken {
    Right,
    Left,
    Both,
    /// `-/->`, `!=>`: no such effect.
    None,
}

/// The arrows as they are typed, the longest first.
const ARROWS: [(&str, ArrowToken); 13] = [
    ("<==>", ArrowToken::Both),
    ("<-->", ArrowToken::Both),
    ("-/->", ArrowToken::None),
    ("-->", ArrowToken::Right),
    ("==>", ArrowToken::Right),
    ("<--", ArrowToken::Left),
    ("<==", ArrowToken::Left),
    ("<->", ArrowToken::Both),
    ("<=>", ArrowToken::Both),
    ("!=>", ArrowToken::None),
    ("!->", ArrowToken::None),
    ("->", ArrowToken::Right),
    ("=>", ArrowToken::Right),
];

/// Splits a line, normalised as [`normal`](crate::capture::grammar::normal) does it, into tokens.
pub(crate) fn tokens<'a>(line: &'a str, words: &Words) -> Vec<LineToken<'a>> {
    let mut reader = Reader { line, at: 0, tokens: Vec::with_capacity(line.len() / 5 + 4), words, spaced: true };
    while let Some(c) = reader.rest().chars().next() {
        if c.is_whitespace() {
            reader.at += c.len_utf8();
            reader.spaced = true;
        } else {
            reader.step(c);
        }
    }
    reader.tokens
}

struct Reader<'a, 'w> {
    line: &'a str,
    at: usize,
    tokens: Vec<LineToken<'a>>,
    words: &'w Words,
    spaced: bool,
}

impl<'a> Reader<'a, '_> {
    fn rest(&self) -> &'a str {
        self.line.get(self.at..).unwrap_or_default()
    }

    /// Reads one token, which begins with `c`.
    fn step(&mut self, c: char) {
        if self.sheltered(c) || self.arrow() || self.marks(c) {
            return;
        }
        if c.is_numeric() || (matches!(c, '€' | '$' | '£') && digit_at(self.rest(), c.len_utf8())) {
            return self.number();
        }
        if c.is_alphabetic() || self.is_sigil(c) {
            return self.word();
        }
        let kind = match c {
            ',' | '،' | '、' => TokenKind::Comma,
            ';' => TokenKind::Semicolon,
            ':' => TokenKind::Colon,
            '.' | '!' | '…' | '¡' => TokenKind::Stop,
            '?' | '¿' => TokenKind::Question,
            '/' | '|' => TokenKind::Slash,
            '&' => TokenKind::Ampersand,
            '=' => TokenKind::Equals,
            '<' | '>' => return self.compare(),
            _ => TokenKind::Other,
        };
        self.push(kind, c.len_utf8());
    }

    fn push(&mut self, kind: TokenKind, length: usize) {
        let (start, end) = (self.at, self.at + length);
        self.tokens.push(LineToken { start, end, kind, word: Cow::Borrowed(""), spaced: self.spaced, capital: false });
        self.at = end;
        self.spaced = false;
    }

    /// Reads text in brackets, parentheses or quotes as one token.
    fn sheltered(&mut self, c: char) -> bool {
        let rest = self.rest();
        let close = match c {
            '[' => ']',
            '(' => ')',
            '"' | '«' => {
                if c == '"' {
                    '"'
                } else {
                    '»'
                }
            }
            _ => return false,
        };
        let Some(length) = rest.char_indices().skip(1).find(|(_, other)| *other == close).map(|(at, _)| at) else {
            return false;
        };
        let kind = match c {
            '[' => TokenKind::Bracketed,
            '(' => TokenKind::Parenthesis,
            _ => TokenKind::Quote,
        };
        self.push(kind, length + close.len_utf8());
        true
    }

    fn arrow(&mut self) -> bool {
        let rest = self.rest();
        if !rest.starts_with(['-', '=', '<', '!']) {
            return false;
        }
        let listed = ARROWS.iter().find(|(typed, _)| rest.starts_with(typed)).map(|(typed, mark)| (typed.len(), *mark));
        let found = listed.or_else(|| long_arrow(rest)).or_else(|| self.left_arrow());
        let Some((length, mark)) = found else { return false };
        self.push(TokenKind::Arrow(mark), length);
        true
    }

    /// Reads `<-` and `<=`, which beside a number are comparisons.
    fn left_arrow(&self) -> Option<(usize, ArrowToken)> {
        let rest = self.rest();
        let number = |text: &str| text.trim_start().starts_with(|c: char| c.is_numeric());
        let before = self.tokens.last().is_some_and(|token| token.kind == TokenKind::Number);
        let beside = |length: usize| before || rest.get(length..).is_some_and(number);
        let arrow = rest.starts_with("<-") || (rest.starts_with("<=") && !beside(2));
        arrow.then_some((2, ArrowToken::Left))
    }

    /// Reads `+`, `-`, `↑`, `↓`, each repeated or not; a sign that touches a number belongs to the number.
    fn marks(&mut self, c: char) -> bool {
        let sign = match c {
            '+' | '↑' | '⬆' | '▲' | '↗' => Sign::Plus,
            '-' | '↓' | '⬇' | '▼' | '↘' | '−' => Sign::Minus,
            _ => return false,
        };
        let rest = self.rest();
        let length: usize =
            rest.chars().take_while(|other| *other == c || *other == '\u{fe0f}').map(char::len_utf8).sum();
        let count = rest.chars().take_while(|other| *other == c).count();
        if matches!(c, '+' | '-') && count == 1 && digit_at(rest, 1) && self.spaced {
            self.number();
            return true;
        }
        let behind = rest.get(length..).is_none_or(|rest| rest.starts_with(char::is_whitespace) || rest.is_empty());
        let alone = c == '-' && count == 1 && self.spaced && behind;
        let kind = if alone { TokenKind::Dash } else { TokenKind::Mark(sign, u8::try_from(count).unwrap_or(3)) };
        self.push(kind, length);
        true
    }

    fn compare(&mut self) {
        let rest = self.rest();
        let length = if rest.starts_with(">=") || rest.starts_with("<=") { 2 } else { 1 };
        self.push(TokenKind::Compare, length);
    }

    /// Reads a number with what touches it: `12:15`, `€1.40`, `50k`, `+4%`, `24/7`, `25 %`.
    fn number(&mut self) {
        let rest = self.rest();
        let mut length = 0;
        let mut chars = rest.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next);
            let inside = c.is_alphanumeric()
                || (at == 0 && !c.is_alphanumeric())
                || matches!(c, '%' | '°' | '\u{301}')
                || (matches!(c, '.' | ',' | ':' | '/' | '-' | '\'') && next.is_some_and(char::is_alphanumeric))
                || (c == '+' && next.is_none_or(char::is_whitespace))
                || (c == '.'
                    && next.is_none_or(char::is_whitespace)
                    && rest.get(..at).is_some_and(|before| before.contains('.')));
            if !inside {
                break;
            }
            length = at + c.len_utf8();
        }
        let percent = rest.get(length..).and_then(|behind| behind.strip_prefix([' ', '\u{a0}', '\u{202f}']));
        if percent.is_some_and(|behind| behind.starts_with('%')) {
            length += rest.get(length..).and_then(|behind| behind.chars().next()).map_or(0, char::len_utf8) + 1;
        }
        self.push(TokenKind::Number, length.max(1));
        if let Some(token) = self.tokens.last_mut() {
            token.word = lower(self.line.get(token.start..token.end).unwrap_or_default());
        }
    }

    /// Whether the character is the sigil of a kind that touches a word.
    fn is_sigil(&self, c: char) -> bool {
        let next = self.rest().chars().nth(1);
        self.spaced && Kind::from_sigil(c).is_some() && next.is_some_and(|next| next.is_alphanumeric() || next == '[')
    }

    /// Reads a word; one that runs two words together becomes two tokens, and so does one with an elision before it.
    fn word(&mut self) {
        let rest = self.rest();
        let sigil = rest.chars().next().filter(|c| !c.is_alphanumeric()).map_or(0, char::len_utf8);
        let body = rest.get(sigil..).unwrap_or_default();
        let length = sigil + if body.starts_with('[') { bracket_length(body) } else { word_length(body) };
        let text = rest.get(sigil..length).unwrap_or_default();
        if sigil == 0 && self.elision(text) {
            return;
        }
        let start = self.at;
        self.push(TokenKind::Word, length);
        let folded = lower(text);
        let capital = text.starts_with(char::is_uppercase);
        let apart = (sigil == 0)
            .then(|| self.words.apart(&folded))
            .flatten()
            .map(|(one, two)| (one.to_owned(), two.to_owned()));
        let Some(token) = self.tokens.last_mut() else { return };
        token.capital = capital;
        token.word = folded;
        if let Some((one, two)) = apart {
            token.word = Cow::Owned(one);
            let end = start + length;
            self.tokens.push(LineToken {
                start: end,
                end,
                kind: TokenKind::Word,
                word: Cow::Owned(two),
                spaced: true,
                capital: false,
            });
        }
    }

    /// Reads the word before an apostrophe, `d'` in "d'appels", as a token of its own.
    fn elision(&mut self, text: &str) -> bool {
        let Some((before, behind)) = text.split_once('\'') else { return false };
        let folded = before.to_lowercase();
        let Some(whole) = self.words.elided(&folded).filter(|_| !behind.is_empty()).map(str::to_owned) else {
            return false;
        };
        self.push(TokenKind::Word, before.len() + 1);
        if let Some(token) = self.tokens.last_mut() {
            token.word = Cow::Owned(whole);
            token.capital = before.starts_with(char::is_uppercase);
        }
        self.spaced = true;
        true
    }
}

/// Reads an arrow with more dashes than the listed ones: `---->`.
fn long_arrow(rest: &str) -> Option<(usize, ArrowToken)> {
    let dashes = rest.bytes().take_while(|byte| *byte == b'-').count();
    (dashes > 2 && rest.as_bytes().get(dashes) == Some(&b'>')).then_some((dashes + 1, ArrowToken::Right))
}

fn digit_at(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn bracket_length(body: &str) -> usize {
    body.find(']').map_or(1, |at| at + 1)
}

/// Returns the number of bytes of the word at the start of a text. Apostrophes, hyphens, full stops and operators belong
/// to it where they stand between or against letters and digits: `R&D`, `C++`, `drivers'`, `go-live`, `w/o`.
fn word_length(text: &str) -> usize {
    let mut length = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let joins = matches!(c, '[' | '\'' | '-' | '.' | '&' | '/' | '@' | '+' | '#' | '_' | '·')
            && next.is_some_and(char::is_alphanumeric);
        let marks = c == '\u{301}' || unmarked(c) || (c == '/' && at == 1 && text.starts_with(['w', 'W']));
        let genitive = c == '\'' && text.get(..at).is_some_and(|before| before.ends_with(['s', 'S', 'z', 'x']));
        let stop = c == '.'
            && next.is_some_and(char::is_whitespace)
            && is_abbreviation(text.get(..at).unwrap_or_default(), text.get(at + 1..));
        if !(c.is_alphanumeric() || joins || marks || genitive || stop || operator(text, at, c)) {
            break;
        }
        length = at + c.len_utf8();
    }
    length.max(text.chars().next().map_or(0, char::len_utf8))
}

/// Whether a character is a combining mark.
fn unmarked(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20f0}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
}

/// Whether `+` or `#` at this byte belongs to the word: in "C++", "C#", "7+", but not in "queue jumpers++".
fn operator(text: &str, at: usize, c: char) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let stem = before.trim_end_matches(['+', '#']);
    let short = stem.chars().count() == 1 || stem.ends_with(|c: char| c.is_ascii_digit());
    matches!(c, '+' | '#') && short && before.len() - stem.len() < 2
}

/// Whether a full stop behind this word does not end a sentence, because a small letter follows: "senior eng. ->".
fn is_abbreviation(word: &str, rest: Option<&str>) -> bool {
    let next = rest.and_then(|rest| rest.trim_start().chars().next());
    word.chars().count() <= 5 && next.is_some_and(|next| next.is_lowercase() || matches!(next, '-' | '=' | '<'))
}

/// Returns a text in lower case, without copying one that is so already.
fn lower(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| c.is_uppercase() || c == '’') {
        Cow::Owned(text.to_lowercase().replace('’', "'"))
    } else {
        Cow::Borrowed(text)
    }
}
