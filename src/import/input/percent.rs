/// Returns a text in which the escapes of addresses are what they stand for: `%20` is a space. What is no escape stays,
/// and bytes that are no text are shown as such.
pub fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        match (first, behind) {
            (b'%', [high, low, behind @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(hex(*high) << 4 | hex(*low));
                rest = behind;
            }
            _ => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> u8 {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_decoded_and_anything_else_stays() {
        assert_eq!(percent_decoded("a%20b%0Ac"), "a b\nc");
        assert_eq!(percent_decoded("50% off %zz %"), "50% off %zz %");
        assert_eq!(percent_decoded("%C3%A9%ff"), "é\u{fffd}");
        assert_eq!(percent_decoded("%2520"), "%20");
    }
}
