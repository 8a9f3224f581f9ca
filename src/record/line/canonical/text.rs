use std::borrow::Cow;
use std::str::FromStr;

use memchr::memchr2;

use super::mismatch::Mismatch;

/// The number of hexadecimal digits of the last code point.
const LONGEST_CODE_POINT: usize = 6;

/// A text, and the place up to which it was read.
pub(super) struct CanonicalText<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> CanonicalText<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    #[inline]
    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest().is_empty()
    }

    /// Whether this byte comes next.
    #[inline]
    pub(super) fn is_next(&self, byte: u8) -> bool {
        self.rest().first() == Some(&byte)
    }

    /// Whether an option is spelled out here.
    #[inline]
    pub(super) fn is_option(&self) -> bool {
        self.rest().starts_with(b"None") || self.rest().starts_with(b"Some")
    }

    /// Takes this byte, which has to come next.
    #[inline]
    pub(super) fn take(&mut self, byte: u8) -> Result<(), Mismatch> {
        if !self.is_next(byte) {
            return Err(Mismatch);
        }
        self.at += 1;
        Ok(())
    }

    /// Takes the name of a field or of a variant, up to what may follow one. No name that is known contains any other byte
    /// below `A`, so a text that is no name is none of the known names either.
    #[inline]
    pub(super) fn name(&mut self) -> Result<&'a str, Mismatch> {
        self.up_to(self.rest().iter().position(|byte| *byte < b'A' || *byte == b']'))
    }

    /// Takes a whole number without leading zeros; a number that `N` cannot hold is a mismatch.
    pub(super) fn number<N: FromStr>(&mut self) -> Result<N, Mismatch> {
        let from = self.at;
        let is_negative = self.take(b'-').is_ok();
        let digits = self.up_to(self.rest().iter().position(|byte| !byte.is_ascii_digit()))?;
        if digits.starts_with('0') && (is_negative || digits.len() > 1) {
            return Err(Mismatch);
        }
        self.text.get(from..self.at).and_then(|number| number.parse().ok()).ok_or(Mismatch)
    }

    /// Takes a quoted string, borrowed unless it contains an escape.
    #[inline]
    pub(super) fn string(&mut self) -> Result<Cow<'a, str>, Mismatch> {
        self.take(b'"')?;
        let plain = self.up_to_special()?;
        if self.take(b'"').is_ok() { Ok(Cow::Borrowed(plain)) } else { self.escaped(plain).map(Cow::Owned) }
    }

    /// Takes the rest of a string from its first escape on.
    fn escaped(&mut self, plain: &str) -> Result<String, Mismatch> {
        let mut text = plain.to_owned();
        while self.take(b'"').is_err() {
            text.push(self.escape()?);
            text.push_str(self.up_to_special()?);
        }
        Ok(text)
    }

    /// Takes one of the escapes that `char::escape_debug` makes.
    fn escape(&mut self) -> Result<char, Mismatch> {
        self.take(b'\\')?;
        let escaped = match self.rest().first().ok_or(Mismatch)? {
            same @ (b'"' | b'\'' | b'\\') => char::from(*same),
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'0' => '\0',
            b'u' => return self.code_point(),
            _ => return Err(Mismatch),
        };
        self.at += 1;
        Ok(escaped)
    }

    /// Takes `u{1b}`.
    fn code_point(&mut self) -> Result<char, Mismatch> {
        self.take(b'u')?;
        self.take(b'{')?;
        let is_end = |byte: &u8| !matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let digits = self.up_to(self.rest().iter().position(is_end))?;
        self.take(b'}')?;
        let point = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() <= LONGEST_CODE_POINT);
        point.and_then(char::from_u32).ok_or(Mismatch)
    }

    #[inline]
    fn up_to_special(&mut self) -> Result<&'a str, Mismatch> {
        self.up_to(memchr2(b'"', b'\\', self.rest()))
    }

    /// Takes so many bytes, which have to be whole characters; `None` is the length of a text that does not end.
    #[inline]
    fn up_to(&mut self, length: Option<usize>) -> Result<&'a str, Mismatch> {
        let end = self.at + length.ok_or(Mismatch)?;
        let taken = self.text.get(self.at..end).ok_or(Mismatch)?;
        self.at = end;
        Ok(taken)
    }
}
