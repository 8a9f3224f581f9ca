//! What a file comes in as, in lines that a test compares.

use crate::import::context::ReadContext;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::input::file::ImportedFile;
use crate::import::mapping::ImportMapping;
use crate::import::read::read;
use crate::import::watch::NoWatch;
use crate::record::{Relation, Sign};

/// What a file came in as.
#[derive(Debug)]
pub(in crate::import) struct ReadSample {
    /// The name of the format.
    pub(in crate::import) format: &'static str,
    /// The map.
    pub(in crate::import) map: ImportedMap,
    /// The labels of its things, in order.
    pub(in crate::import) things: Vec<String>,
    /// Its arrows in order: `Bot > Queue -`, `Bot needs Data`.
    pub(in crate::import) arrows: Vec<String>,
}

impl ReadSample {
    /// The sentences of the remarks of this sort, with their places.
    pub(in crate::import) fn says(&self, sort: RemarkSort) -> Vec<String> {
        let remarks = self.map.remarks.iter().filter(|remark| remark.sort == sort);
        remarks.map(|remark| format!("{}: {}", remark.place, remark.says)).collect()
    }
}

/// Reads a file, whose format is recognised.
pub(in crate::import) fn told(name: &str, bytes: impl AsRef<[u8]>) -> ReadSample {
    told_with(name, bytes, &ImportMapping::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// Reads a file with a mapping, and returns the sentence with which it is refused.
pub(in crate::import) fn told_with(
    name: &str,
    bytes: impl AsRef<[u8]>,
    mapping: &ImportMapping,
) -> Result<ReadSample, String> {
    let file = ImportedFile::new(name, bytes.as_ref().to_vec()).map_err(|error| error.to_string())?;
    let context = ReadContext { mapping, watch: &NoWatch };
    let (format, map) = read(&[file], &context).map_err(|error| error.to_string())?;
    let label = |thing: usize| map.things.get(thing).map(|thing| thing.label.as_str()).unwrap_or_default();
    let arrows = map.arrows.iter().map(|arrow| {
        let verb = if arrow.relation == Relation::Affects { ">" } else { arrow.relation.name() };
        let sign = match arrow.sign {
            Sign::Plus => " +",
            Sign::Minus => " -",
            Sign::Unknown | Sign::NoEffect => "",
        };
        format!("{} {verb} {}{sign}", label(arrow.from), label(arrow.to))
    });
    let (things, arrows) = (map.things.iter().map(|thing| thing.label.clone()).collect(), arrows.collect());
    Ok(ReadSample { format: format.name, map, things, arrows })
}
