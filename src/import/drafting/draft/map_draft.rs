use std::collections::{HashMap, HashSet};

use super::owner_field::OwnerField;
use crate::graph::Key;
use crate::import::context::ReadContext;
use crate::import::error::ImportError;
use crate::import::imported::ImportedMap;
use crate::import::mapping::SameNames;
use crate::import::place::SourcePlace;
use crate::record::Relation;

/// A map that a reader is putting together: it keeps names and ids apart, cleans texts, and notes what it leaves out.
///
/// Things are spoken of by their index, in the order in which they were added.
pub(in crate::import) struct MapDraft<'a> {
    pub(super) context: ReadContext<'a>,
    pub(super) same_names: SameNames,
    pub(super) map: ImportedMap,
    pub(super) by_id: HashMap<String, usize>,
    pub(super) by_name: HashMap<Key, usize>,
    pub(super) arrows: HashMap<(usize, usize, Relation), usize>,
    /// What fields say about who owns the things, which is told once all of them are known.
    pub(super) owner_fields: Vec<OwnerField>,
    /// The people, by their names in lower case.
    pub(super) people: HashMap<String, usize>,
    /// The arrows whose doubles do not agree on their sign.
    pub(super) unsettled: HashSet<usize>,
    /// The number that the last thing of a name was told apart by.
    pub(super) namesakes: HashMap<Key, usize>,
    pub(super) nameless: usize,
    /// The number of remarks that there was no room for.
    pub(super) unsaid: usize,
    pub(super) too_large: Option<ImportError>,
}

impl<'a> MapDraft<'a> {
    /// Begins a map; `same_names` is what things of one name are in the format, unless the mapping says otherwise.
    pub(in crate::import) fn new(context: &ReadContext<'a>, same_names: SameNames) -> Self {
        Self {
            context: *context,
            same_names: context.mapping.same_names.unwrap_or(same_names),
            map: ImportedMap::default(),
            by_id: HashMap::new(),
            by_name: HashMap::new(),
            arrows: HashMap::new(),
            owner_fields: Vec::new(),
            people: HashMap::new(),
            unsettled: HashSet::new(),
            namesakes: HashMap::new(),
            nameless: 0,
            unsaid: 0,
            too_large: None,
        }
    }

    /// Returns an error once the map is too large, or the reading is to stop; otherwise says how far the reading is.
    pub(in crate::import) fn proceeds(&self, done: usize, all: usize) -> Result<(), ImportError> {
        self.too_large.clone().map_or(Ok(()), Err)?;
        self.context.proceeds(done, all)
    }

    pub(super) fn overflow<T>(&mut self, place: &SourcePlace, says: String) -> Option<T> {
        let error = || ImportError::at(place.clone(), says, "export a part of it");
        self.too_large.get_or_insert_with(error);
        None
    }
}
