//! The name of a type stands for one thing.

use std::collections::BTreeMap;

use crate::modules::types;
use crate::sources::sources;

#[test]
fn the_name_of_a_type_is_used_once() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources().iter().filter(|source| !source.is_test()) {
        for name in types(&source.text) {
            places.entry(name).or_default().push(source.name());
        }
    }
    let twice: Vec<String> = places
        .into_iter()
        .filter(|(_, files)| files.len() > 1)
        .map(|(name, files)| format!("{name}: {}", files.join(", ")))
        .collect();
    assert!(twice.is_empty(), "one name, one type:\n{}", twice.join("\n"));
}
