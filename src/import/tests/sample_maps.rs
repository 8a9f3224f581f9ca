//! What the tests of the readers ask again and again.

use crate::import::context::ReadContext;
use crate::import::format::ImportFormat;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::input::file::ImportedFile;
use crate::import::mapping::ImportMapping;
use crate::import::watch::NoWatch;
use crate::record::Sign;

/// Returns a file of these bytes.
pub(in crate::import) fn file(name: &str, bytes: &[u8]) -> ImportedFile {
    ImportedFile::new(name, bytes.to_vec()).unwrap()
}

/// Reads files that are of the format, and says so if they are not.
pub(in crate::import) fn map(format: &ImportFormat, files: &[ImportedFile], mapping: &ImportMapping) -> ImportedMap {
    assert!(files.iter().all(|file| (format.is_one)(file)), "{} does not know its own", format.name);
    let files: Vec<&ImportedFile> = files.iter().collect();
    (format.read)(&files, &ReadContext { mapping, watch: &NoWatch }).unwrap()
}

/// Reads one text of the format.
pub(in crate::import) fn of(format: &ImportFormat, text: &str) -> ImportedMap {
    map(format, &[file("sample", text.as_bytes())], &ImportMapping::default())
}

/// Returns the sentence with which the format refuses a text.
pub(in crate::import) fn refused(format: &ImportFormat, text: &str) -> String {
    let (file, mapping) = (file("sample", text.as_bytes()), ImportMapping::default());
    assert!((format.is_one)(&file), "{} does not know its own", format.name);
    (format.read)(&[&file], &ReadContext { mapping: &mapping, watch: &NoWatch }).unwrap_err().to_string()
}

/// Whether the format ends on a text, whatever it says.
pub(in crate::import) fn ends(format: &ImportFormat, text: &str) {
    let Ok(file) = ImportedFile::new("any", text.as_bytes().to_vec()) else { return };
    let mapping = ImportMapping::default();
    let _ = (format.is_one)(&file);
    let _ = (format.read)(&[&file], &ReadContext { mapping: &mapping, watch: &NoWatch });
}

/// Returns the arrows as sentences, sorted: `Bot needs Data`, `Bot affects - Queue`.
pub(in crate::import) fn arrows(map: &ImportedMap) -> Vec<String> {
    let label = |thing: usize| map.things[thing].label.as_str();
    let mut told: Vec<String> = map
        .arrows
        .iter()
        .map(|arrow| {
            let mark = if arrow.sign == Sign::Unknown { String::new() } else { format!(" {}", arrow.sign.mark()) };
            format!("{} {}{mark} {}", label(arrow.from), arrow.relation.name(), label(arrow.to))
        })
        .collect();
    told.sort();
    told
}

/// Whether a remark of this sort holds these words.
pub(in crate::import) fn says(map: &ImportedMap, sort: RemarkSort, words: &str) -> bool {
    map.remarks.iter().any(|remark| remark.sort == sort && remark.says.contains(words))
}
