use std::collections::HashMap;
use std::sync::Arc;

use super::Keep;
use crate::graph::Key;
use crate::record::{SeatTag, SessionId};

/// The place of a text in the table.
pub(in crate::graph) type At = u32;

/// The table while it is made.
#[derive(Debug, Default)]
pub(in crate::graph) struct Gathered {
    places: HashMap<Arc<str>, At>,
}

impl Gathered {
    /// The place of a text, which is there once however often it is asked for.
    pub(in crate::graph) fn at(&mut self, text: &str) -> At {
        match self.places.get(text) {
            Some(place) => *place,
            None => self.add(text.into()),
        }
    }

    fn add(&mut self, text: Arc<str>) -> At {
        let next = At::try_from(self.places.len()).unwrap_or(At::MAX);
        *self.places.entry(text).or_insert(next)
    }

    /// The texts in the order of their places.
    pub(super) fn into_table(self) -> Vec<String> {
        let mut texts: Vec<(At, Arc<str>)> = self.places.into_iter().map(|(text, at)| (at, text)).collect();
        texts.sort_unstable_by_key(|(at, _)| *at);
        texts.into_iter().map(|(_, text)| text.as_ref().to_owned()).collect()
    }
}

/// The table as it is read.
#[derive(Debug)]
pub(in crate::graph) struct Texts(Vec<Arc<str>>);

impl Texts {
    pub(super) fn of(texts: Vec<String>) -> Self {
        Self(texts.into_iter().map(Into::into).collect())
    }

    /// The text at this place, shared by all who ask for it.
    pub(in crate::graph) fn get(&self, at: At) -> Option<&Arc<str>> {
        self.0.get(usize::try_from(at).ok()?)
    }
}

impl Keep for Arc<str> {
    type Packed = At;

    fn packed(&self, texts: &mut Gathered) -> At {
        texts.at(self)
    }

    fn taken_up(packed: At, texts: &Texts) -> Option<Self> {
        texts.get(packed).cloned()
    }
}

impl Keep for Key {
    type Packed = At;

    fn packed(&self, texts: &mut Gathered) -> At {
        texts.at(self.as_str())
    }

    fn taken_up(packed: At, texts: &Texts) -> Option<Self> {
        texts.get(packed).cloned().map(Key::kept)
    }
}

impl Keep for SessionId {
    type Packed = At;

    fn packed(&self, texts: &mut Gathered) -> At {
        texts.at(self.as_str())
    }

    fn taken_up(packed: At, texts: &Texts) -> Option<Self> {
        texts.get(packed).cloned().map(Self::from)
    }
}

impl Keep for SeatTag {
    type Packed = At;

    fn packed(&self, texts: &mut Gathered) -> At {
        texts.at(self.as_str())
    }

    fn taken_up(packed: At, texts: &Texts) -> Option<Self> {
        texts.get(packed).cloned().map(Self::from)
    }
}
