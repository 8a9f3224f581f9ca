use std::fmt;

/// The mark at the end of a line, which seals it: 64 bits of BLAKE3 over the mark above, as written, and the line's
/// text.
///
/// A mark tells damage and hand edits from lines that the program wrote. It is no signature: anybody can reseal a file.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct LineMark {
    /// The digits as written, because a mark is read, compared and sealed over in this form.
    digits: [u8; LineMark::DIGITS],
}

impl LineMark {
    /// The number of hexadecimal digits in a mark.
    pub const DIGITS: usize = 16;

    /// Returns the mark of a line with this text below the mark `above`; a header has `None` above it.
    pub fn seal(above: Option<LineMark>, text: &[u8]) -> LineMark {
        let above = above.map(|above| above.digits);
        // Hashing one piece takes half as long as hashing two.
        let digest = match above {
            Some(above) => blake3::hash(&[above.as_slice(), text].concat()),
            None => blake3::hash(text),
        };
        let mut digits = [0; Self::DIGITS];
        let (pairs, _) = digits.as_chunks_mut();
        for ([high, low], byte) in pairs.iter_mut().zip(digest.as_bytes()) {
            (*high, *low) = (byte >> 4, byte & 15);
        }
        for digit in &mut digits {
            *digit += if *digit < 10 { b'0' } else { b'a' - 10 };
        }
        LineMark { digits }
    }

    /// Parses a mark from exactly this many lower-case hexadecimal digits; `None` for any other text.
    pub fn parse(digits: &[u8]) -> Option<LineMark> {
        let digits: [u8; Self::DIGITS] = digits.try_into().ok()?;
        let lawful = digits.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
        lawful.then_some(LineMark { digits })
    }
}

impl fmt::Display for LineMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.digits))
    }
}

impl fmt::Debug for LineMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_reads_as_it_is_written() {
        for digits in ["0000000000000000", "0c6e91aa53f2b7d4", "ffffffffffffffff"] {
            assert_eq!(LineMark::parse(digits.as_bytes()).unwrap().to_string(), digits);
        }
    }

    #[test]
    fn only_sixteen_lower_case_digits_are_a_mark() {
        for wrong in ["", "0c6e91aa53f2b7d", "0c6e91aa53f2b7d4a", "0C6E91AA53F2B7D4", "0c6e91aa53f2b7dg"] {
            assert_eq!(LineMark::parse(wrong.as_bytes()), None, "{wrong}");
        }
    }

    #[test]
    fn a_mark_is_the_start_of_blake3_over_the_mark_above_and_the_text() {
        let above = LineMark::seal(None, b"(format: 1");
        assert!(blake3::hash(b"(format: 1").to_hex().starts_with(&above.to_string()));
        let below = LineMark::seal(Some(above), b"(seq: 1),");
        let expected = blake3::hash(format!("{above}(seq: 1),").as_bytes()).to_hex();
        assert!(expected.starts_with(&below.to_string()));
    }
}
