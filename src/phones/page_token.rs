use super::error::PhonesError;

/// The letters of a token: none that is taken for another, and no vowels, so that they never make a word.
const LETTERS: &[u8; 28] = b"bcdfghjkmnpqrstvwxyz23456789";

/// The number of letters in a token. 28 to the power of 10 tokens cannot be tried out over a network in an evening.
const LENGTH: usize = 10;

/// The secret part of the address of the page, new each time the page is opened; short enough to be typed.
#[derive(Debug)]
pub(super) struct PageToken(String);

impl PageToken {
    /// A new token: two groups of five letters.
    pub(super) fn new() -> Result<Self, PhonesError> {
        let mut letters = String::with_capacity(LENGTH + 1);
        while letters.len() < LENGTH + 1 {
            let chance = getrandom::u32().map_err(|_| PhonesError::NoChance)?;
            // Numbers beyond the letters are thrown away, so that every letter is as probable as any other.
            let Some(letter) = LETTERS.get((chance & 31) as usize) else { continue };
            letters.push(char::from(*letter));
            if letters.len() == LENGTH / 2 {
                letters.push('-');
            }
        }
        Ok(Self(letters))
    }

    /// The token as it stands in the address.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether these are the letters of the token, typed in capitals or without the dash too. The time that this takes
    /// says nothing about how many letters are right.
    pub(super) fn is_typed_as(&self, typed: &str) -> bool {
        blake3::hash(letters(typed).as_bytes()) == blake3::hash(letters(&self.0).as_bytes())
    }
}

fn letters(typed: &str) -> String {
    typed.chars().filter(|c| *c != '-').map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_new_each_time_and_is_taken_however_it_is_typed() {
        let (one, other) = (PageToken::new().unwrap(), PageToken::new().unwrap());
        assert_ne!(one.as_str(), other.as_str());
        assert_eq!(one.as_str().len(), LENGTH + 1);
        assert!(one.as_str().bytes().all(|letter| letter == b'-' || LETTERS.contains(&letter)));
        for typed in [one.as_str().to_owned(), one.as_str().to_uppercase(), one.as_str().replace('-', "")] {
            assert!(one.is_typed_as(&typed), "{typed}");
            assert!(!other.is_typed_as(&typed), "{typed}");
        }
        for typed in ["", "-", &one.as_str()[1..], &format!("{}b", one.as_str())] {
            assert!(!one.is_typed_as(typed), "{typed}");
        }
    }
}
