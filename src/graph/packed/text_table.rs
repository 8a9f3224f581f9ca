//! A table in which each text is written once. Serde has no context to pass to fields, so the table of the ledger that
//! is being written or read lives in this thread's local storage. A field uses it by `#[serde(with = "text_table")]`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

thread_local! {
    /// The index of each text that was written so far.
    static PLACES: RefCell<HashMap<Arc<str>, u32>> = RefCell::default();
    /// The texts in the order of their indices, while a ledger is read.
    static TEXTS: RefCell<Vec<Arc<str>>> = RefCell::default();
}

/// Runs `write` and returns its result with the texts for which it wrote indices, in the order of the indices.
pub(super) fn gathered<T>(write: impl FnOnce() -> T) -> (T, Vec<Arc<str>>) {
    PLACES.take();
    let written = write();
    let mut texts: Vec<(Arc<str>, u32)> = PLACES.take().into_iter().collect();
    texts.sort_unstable_by_key(|(_, place)| *place);
    (written, texts.into_iter().map(|(text, _)| text).collect())
}

/// Runs `read` with these texts as the table, and returns its result.
pub(super) fn resolved<T>(texts: Vec<Arc<str>>, read: impl FnOnce() -> T) -> T {
    TEXTS.replace(texts);
    let found = read();
    TEXTS.take();
    found
}

/// Writes the index of a text.
pub(in crate::graph) fn serialize<S: Serializer>(text: &impl AsRef<str>, serializer: S) -> Result<S::Ok, S::Error> {
    let text = text.as_ref();
    let place = PLACES.with_borrow_mut(|places| match places.get(text) {
        Some(place) => *place,
        None => {
            let next = u32::try_from(places.len()).unwrap_or(u32::MAX);
            *places.entry(text.into()).or_insert(next)
        }
    });
    place.serialize(serializer)
}

/// Reads a text by its index; all fields with the same index share one text.
pub(in crate::graph) fn deserialize<'de, T: From<Arc<str>>, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let place = u32::deserialize(from)?;
    let text = TEXTS.with_borrow(|texts| texts.get(usize::try_from(place).ok()?).cloned());
    text.map(T::from).ok_or_else(|| D::Error::custom("a text is missing"))
}

/// Writes and reads an optional text.
pub(in crate::graph) mod optional {
    use super::{Arc, Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct Tabled<T: AsRef<str> + From<Arc<str>>>(#[serde(with = "super")] T);

    #[expect(clippy::ref_option, reason = "serde calls it with a reference to the field")]
    pub(in crate::graph) fn serialize<S: Serializer, T>(text: &Option<T>, serializer: S) -> Result<S::Ok, S::Error>
    where
        T: AsRef<str> + From<Arc<str>> + Clone,
    {
        text.clone().map(Tabled).serialize(serializer)
    }

    pub(in crate::graph) fn deserialize<'de, D: Deserializer<'de>, T>(from: D) -> Result<Option<T>, D::Error>
    where
        T: AsRef<str> + From<Arc<str>>,
    {
        Ok(Option::<Tabled<T>>::deserialize(from)?.map(|tabled| tabled.0))
    }
}

/// Writes and reads a `String`, which is not shared.
pub(in crate::graph) mod owned {
    use super::{Arc, Deserializer};

    pub(in crate::graph) use super::serialize;

    pub(in crate::graph) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
        super::deserialize::<Arc<str>, D>(from).map(|text| text.as_ref().to_owned())
    }
}
