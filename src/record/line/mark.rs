use std::fmt;

/// The seal at the end of a line: 64 bits of BLAKE3 over the mark as written above and this line's text.
///
/// It tells damage and hand edits from what the program wrote. It is no signature: whoever wants to reseal a file can.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mark(u64);

impl Mark {
    /// How many hexadecimal digits a mark is written with.
    pub const DIGITS: usize = 16;

    /// The mark of a line with this text below a line with the mark `above`; a header has none above it.
    pub fn seal(above: Option<Mark>, text: &[u8]) -> Mark {
        let mut sealed = Vec::with_capacity(Self::DIGITS + text.len());
        if let Some(above) = above {
            sealed.extend_from_slice(&above.digits());
        }
        sealed.extend_from_slice(text);
        let digest = *blake3::hash(&sealed).as_bytes();
        Mark(digest.iter().take(8).fold(0, |mark, byte| mark << 8 | u64::from(*byte)))
    }

    /// The mark written with exactly these lower-case hexadecimal digits.
    pub fn parse(digits: &[u8]) -> Option<Mark> {
        if digits.len() != Self::DIGITS {
            return None;
        }
        let mut mark = 0;
        for digit in digits {
            let value = match digit {
                b'0'..=b'9' => digit - b'0',
                b'a'..=b'f' => digit - b'a' + 10,
                _ => return None,
            };
            mark = mark << 4 | u64::from(value);
        }
        Some(Mark(mark))
    }

    fn digits(self) -> [u8; Self::DIGITS] {
        let mut rest = self.0;
        let mut digits = [0; Self::DIGITS];
        for digit in digits.iter_mut().rev() {
            let value = (rest & 15) as u8;
            *digit = if value < 10 { b'0' + value } else { b'a' + value - 10 };
            rest >>= 4;
        }
        digits
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_reads_as_it_is_written() {
        for mark in [Mark(0), Mark(0x0c6e_91aa_53f2_b7d4), Mark(u64::MAX)] {
            assert_eq!(Mark::parse(mark.to_string().as_bytes()), Some(mark));
            assert_eq!(mark.digits(), mark.to_string().as_bytes());
        }
    }

    #[test]
    fn only_sixteen_lower_case_digits_are_a_mark() {
        for wrong in ["", "0c6e91aa53f2b7d", "0c6e91aa53f2b7d4a", "0C6E91AA53F2B7D4", "0c6e91aa53f2b7dg"] {
            assert_eq!(Mark::parse(wrong.as_bytes()), None, "{wrong}");
        }
    }

    #[test]
    fn a_mark_is_the_start_of_blake3_over_the_mark_above_and_the_text() {
        let above = Mark::seal(None, b"(format: 1");
        assert!(blake3::hash(b"(format: 1").to_hex().starts_with(&above.to_string()));
        let below = Mark::seal(Some(above), b"(seq: 1),");
        let expected = blake3::hash(format!("{above}(seq: 1),").as_bytes()).to_hex();
        assert!(expected.starts_with(&below.to_string()));
    }
}
