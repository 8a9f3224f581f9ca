//! What holds several things that are kept is written as a list of them, in order.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Gathered, Keep, Packed, Texts};

impl<T: Keep> Keep for Arc<T> {
    type Packed = Packed<T>;

    fn packed(&self, texts: &mut Gathered) -> Self::Packed {
        T::packed(self, texts)
    }

    fn taken_up(packed: Self::Packed, texts: &Texts) -> Option<Self> {
        T::taken_up(packed, texts).map(Arc::new)
    }
}

impl<T: Keep> Keep for Option<T> {
    type Packed = Option<Packed<T>>;

    fn packed(&self, texts: &mut Gathered) -> Self::Packed {
        self.as_ref().map(|one| one.packed(texts))
    }

    fn taken_up(packed: Self::Packed, texts: &Texts) -> Option<Self> {
        match packed {
            Some(one) => T::taken_up(one, texts).map(Some),
            None => Some(None),
        }
    }
}

impl<A: Keep, B: Keep> Keep for (A, B) {
    type Packed = (Packed<A>, Packed<B>);

    fn packed(&self, texts: &mut Gathered) -> Self::Packed {
        (self.0.packed(texts), self.1.packed(texts))
    }

    fn taken_up((one, other): Self::Packed, texts: &Texts) -> Option<Self> {
        Some((A::taken_up(one, texts)?, B::taken_up(other, texts)?))
    }
}

impl<T: Keep> Keep for Vec<T> {
    type Packed = Vec<Packed<T>>;

    fn packed(&self, texts: &mut Gathered) -> Self::Packed {
        self.iter().map(|one| one.packed(texts)).collect()
    }

    fn taken_up(packed: Self::Packed, texts: &Texts) -> Option<Self> {
        // Room for all of them at once: there are many short lists.
        let mut list = Self::with_capacity(packed.len());
        for one in packed {
            list.push(T::taken_up(one, texts)?);
        }
        Some(list)
    }
}

impl<T: Keep + Ord> Keep for BTreeSet<T> {
    type Packed = Vec<Packed<T>>;

    fn packed(&self, texts: &mut Gathered) -> Self::Packed {
        self.iter().map(|one| one.packed(texts)).collect()
    }

    fn taken_up(packed: Self::Packed, texts: &Texts) -> Option<Self> {
        packed.into_iter().map(|one| T::taken_up(one, texts)).collect()
    }
}

impl<K: Keep + Ord, V: Keep> Keep for BTreeMap<K, V> {
    type Packed = Vec<(Packed<K>, Packed<V>)>;

    fn packed(&self, texts: &mut Gathered) -> Self::Packed {
        self.iter().map(|(key, value)| (key.packed(texts), value.packed(texts))).collect()
    }

    fn taken_up(packed: Self::Packed, texts: &Texts) -> Option<Self> {
        packed.into_iter().map(|(key, value)| Some((K::taken_up(key, texts)?, V::taken_up(value, texts)?))).collect()
    }
}
