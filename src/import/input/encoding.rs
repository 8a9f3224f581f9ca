use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// The number of bytes at the beginning of a text from which its encoding is told, if nothing states it.
const LOOKED_AT: usize = 1 << 20;

/// Returns the text that bytes are in whatever encoding they have, and the name of the encoding.
///
/// A byte order mark decides; without one, a text that is valid UTF-8 is UTF-8, and one in which every other byte is zero
/// is UTF-16. For any other, the encoding is told from the letters; where they do not tell, it is Windows-1252.
pub(in crate::import) fn decoded(bytes: Vec<u8>) -> (String, &'static str) {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        let text = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned();
        return (text, encoding.name());
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return (text, "UTF-8"),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    let encoding = utf_16(&bytes).or_else(|| declared(&bytes)).unwrap_or_else(|| told_by_letters(&bytes));
    (encoding.decode_without_bom_handling(&bytes).0.into_owned(), encoding.name())
}

/// Returns the encoding that an XML declaration names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let end = bytes.iter().take(200).position(|byte| *byte == b'>')?;
    let declaration = bytes.get(..end)?.strip_prefix(b"<?xml")?;
    let declaration = std::str::from_utf8(declaration).ok()?;
    let (_, value) = declaration.split_once("encoding")?;
    let name = value.trim_start().strip_prefix('=')?.trim_start().split(['"', '\'']).nth(1)?;
    Encoding::for_label(name.as_bytes())
}

/// Returns the order of UTF-16 in which every other byte of nearly all pairs is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let looked_at = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let zeros = |place: usize| looked_at.chunks_exact(2).filter(|pair| pair.get(place) == Some(&0)).count();
    let (first, second, pairs) = (zeros(0), zeros(1), looked_at.len() / 2);
    let most = |zeros: usize, others: usize| pairs > 0 && zeros * 10 >= pairs * 7 && others * 10 <= pairs;
    match () {
        () if most(second, first) => Some(UTF_16LE),
        () if most(first, second) => Some(UTF_16BE),
        () => None,
    }
}

fn told_by_letters(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let looked_at = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    detector.feed(looked_at, looked_at.len() == bytes.len());
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, &'static str) {
        decoded(bytes.to_vec())
    }

    #[test]
    fn a_text_is_read_in_the_encoding_that_it_has() {
        assert_eq!(read(b"\xef\xbb\xbfLabel"), ("Label".to_owned(), "UTF-8"));
        assert_eq!(read("Müller".as_bytes()), ("Müller".to_owned(), "UTF-8"));
        assert_eq!(read(b"\xff\xfeL\0a\0"), ("La".to_owned(), "UTF-16LE"));
        assert_eq!(read(b"L\0a\0b\0e\0l\0"), ("Label".to_owned(), "UTF-16LE"));
        assert_eq!(read(b"\0L\0a\0b"), ("Lab".to_owned(), "UTF-16BE"));
        assert_eq!(
            read(b"M\xfcller, Gr\xf6\xdfe \x96 Stra\xdfe"),
            ("Müller, Größe – Straße".to_owned(), "windows-1252")
        );
        assert_eq!(read(b"\x8a").0.chars().count(), 1, "no bytes end the reading");
        assert_eq!(read(b"<?xml version='1.0' encoding = 'ISO-8859-5'?><a>\xbf</a>").1, "ISO-8859-5");
        assert_eq!(read("<?xml version='1.0' encoding='ISO-8859-5'?><a>é</a>".as_bytes()).1, "UTF-8", "it is valid");
    }
}
