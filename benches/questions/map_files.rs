//! Maps in files.

use std::collections::BTreeSet;

use adjacent::import::{ImportMapping, ImportedFile, NoWatch, ReadContext, read};
use adjacent::record::{Kind, Relation};

use crate::drawn_maps::DrawnMap;

/// Reads a map; its effects alone, said by nobody in particular.
pub(crate) fn map(path: &str) -> DrawnMap {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let name = path.rsplit('/').next().unwrap_or(path);
    let file = ImportedFile::new(name, bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mapping = ImportMapping::default();
    let (_, map) = read(&[file], &ReadContext { mapping: &mapping, watch: &NoWatch })
        .unwrap_or_else(|error| panic!("{path}: {error}"));
    let effect = |relation: Relation| matches!(relation, Relation::Affects | Relation::Rewards | Relation::Feeds);
    let arrows = map.arrows.iter().filter(|arrow| effect(arrow.relation) && arrow.from != arrow.to);
    let arrows: Vec<(usize, usize)> =
        arrows.map(|arrow| (arrow.from, arrow.to)).collect::<BTreeSet<_>>().into_iter().collect();
    let kind = |kind: Kind| if kind == Kind::Unknown { Kind::Factor } else { kind };
    DrawnMap {
        names: map.things.iter().map(|thing| thing.label.clone()).collect(),
        kinds: map.things.iter().map(|thing| kind(thing.kind)).collect(),
        speakers: vec![vec![0]; arrows.len()],
        arrows,
    }
}
