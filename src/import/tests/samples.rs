//! What the tests of the readers share: a text read as a file, and what came of it, in lines.

use crate::import::context::ReadContext;
use crate::import::imported::{ImportedArrow, ImportedMap, ImportedThing, RemarkSort};
use crate::import::input::file::ImportedFile;
use crate::import::mapping::ImportMapping;
use crate::import::read::read;
use crate::import::watch::NoWatch;
use crate::record::Sign;

/// Reads files, named and in bytes; the format has to be this one.
pub(in crate::import) fn map_of(format: &str, files: &[(&str, &[u8])]) -> ImportedMap {
    let (mapping, files): (_, Vec<ImportedFile>) = (
        ImportMapping::default(),
        files.iter().map(|(name, bytes)| ImportedFile::new(name, bytes.to_vec()).unwrap()).collect(),
    );
    let (found, map) = read(&files, &ReadContext { mapping: &mapping, watch: &NoWatch }).unwrap();
    assert_eq!(found.name, format);
    map
}

/// Reads a text like [`map_of`].
pub(in crate::import) fn map_of_text(format: &str, text: &str) -> ImportedMap {
    map_of(format, &[("a.txt", text.as_bytes())])
}

/// Returns the error of a text.
pub(in crate::import) fn error_of(text: &str) -> String {
    let file = ImportedFile::new("a.txt", text.as_bytes().to_vec()).unwrap();
    let mapping = ImportMapping::default();
    read(&[file], &ReadContext { mapping: &mapping, watch: &NoWatch }).unwrap_err().to_string()
}

/// Returns the labels of the things.
pub(in crate::import) fn labels(map: &ImportedMap) -> Vec<&str> {
    map.things.iter().map(|thing| thing.label.as_str()).collect()
}

/// Returns the thing with a label.
pub(in crate::import) fn thing<'a>(map: &'a ImportedMap, label: &str) -> &'a ImportedThing {
    map.things.iter().find(|thing| thing.label == label).unwrap_or_else(|| panic!("{label} in {:?}", labels(map)))
}

/// Returns the arrow between two labels.
pub(in crate::import) fn arrow<'a>(map: &'a ImportedMap, from: &str, to: &str) -> &'a ImportedArrow {
    let is_it = |arrow: &&ImportedArrow| map.things[arrow.from].label == from && map.things[arrow.to].label == to;
    map.arrows.iter().find(is_it).unwrap_or_else(|| panic!("{from} -> {to} in {:?}", arrows(map)))
}

/// Returns the arrows as lines: `Bot affects- Queue`, with as many marks as the effect is strong.
pub(in crate::import) fn arrows(map: &ImportedMap) -> Vec<String> {
    let line = |arrow: &ImportedArrow| {
        let marks = match arrow.sign {
            Sign::Unknown => String::new(),
            sign => sign.mark().to_string().repeat(arrow.strength.marks().into()),
        };
        let label = |thing: usize| &map.things[thing].label;
        format!("{} {}{marks} {}", label(arrow.from), arrow.relation.name(), label(arrow.to))
    };
    map.arrows.iter().map(line).collect()
}

/// Returns the remarks of a sort as sentences with their places.
pub(in crate::import) fn remarks(map: &ImportedMap, sort: RemarkSort) -> Vec<String> {
    let of_sort = map.remarks.iter().filter(|remark| remark.sort == sort);
    of_sort.map(|remark| format!("{}: {}", remark.place, remark.says)).collect()
}

/// Reads damaged forms of a sample: cut at every place, and with a byte changed at many. Each ends with a map or an error.
pub(in crate::import) fn survives_damage(sample: &[u8]) {
    let read_all = |bytes: &[u8]| {
        let Ok(file) = ImportedFile::new("damaged", bytes.to_vec()) else { return };
        let mapping = ImportMapping::default();
        let context = ReadContext { mapping: &mapping, watch: &NoWatch };
        for format in crate::import::formats::IMPORTS {
            let _ = (format.is_one)(&file).then(|| (format.read)(&[&file], &context));
        }
    };
    let step = (sample.len() / 60).max(1);
    for at in (0..sample.len()).step_by(step) {
        read_all(&sample[..at]);
        for byte in [b'"', b'<', b'0', b'\n', 0xff] {
            let mut changed = sample.to_vec();
            changed[at] = byte;
            read_all(&changed);
        }
        read_all(&[&sample[..at], &sample[(at + step).min(sample.len())..]].concat());
    }
}
