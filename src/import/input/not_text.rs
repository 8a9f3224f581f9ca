/// How files begin that are neither a text nor a ZIP archive, with what they are and what to do.
const BEGINNINGS: &[(&[u8], &str, &str)] = &[
    (b"PK\x05\x06", "this archive is empty", "export the file again"),
    (b"PK\x07\x08", "this is one part of an archive in several parts", "export it again as one file"),
    (b"\x1f\x8b", "this is packed with gzip", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "this is packed with 7-Zip", "unpack it first"),
    (b"Rar!", "this is packed with RAR", "unpack it first"),
    (b"BZh", "this is packed with bzip2", "unpack it first"),
    (b"\xfd7zXZ\0", "this is packed with xz", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "this is packed with zstd", "unpack it first"),
    (b"%PDF", "this is a PDF, which holds no table that can be read", "export the list as .csv or .xlsx"),
    (b"\x89PNG", "this is a picture", "export the map in a format that holds its things"),
    (b"\xff\xd8\xff", "this is a picture", "export the map in a format that holds its things"),
    (b"GIF8", "this is a picture", "export the map in a format that holds its things"),
    (b"SQLite format 3\0", "this is a database", "export the table as .csv"),
    (b"PAR1", "this is a Parquet file", "export the table as .csv"),
];

/// How an old Office file begins, and a locked one of any age.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Says what is wrong with bytes that are known to be no text, and what to do; `None` when they may be one.
pub(in crate::import) fn not_text(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.starts_with(COMPOUND) {
        let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        return Some(if bytes.windows(locked.len()).any(|part| part == locked) {
            ("this workbook is locked with a password", "open it and save it as .xlsx without one")
        } else {
            ("this is a file of an old Office, such as .xls", "open it in a spreadsheet and save it as .xlsx")
        });
    }
    BEGINNINGS.iter().find(|(begins, ..)| bytes.starts_with(begins)).map(|(_, says, hint)| (*says, *hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_text_is_named_with_what_to_do() {
        let says = |bytes: &[u8]| not_text(bytes).map(|(says, _)| says);
        assert_eq!(says(COMPOUND), Some("this is a file of an old Office, such as .xls"));
        let mut locked = COMPOUND.to_vec();
        locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(says(&locked), Some("this workbook is locked with a password"));
        assert_eq!(says(b"%PDF-1.7"), Some("this is a PDF, which holds no table that can be read"));
        assert_eq!(says(b"name,owner"), None);
        assert_eq!(says(b""), None);
    }
}
