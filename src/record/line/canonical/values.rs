use std::borrow::Cow;
use std::mem::take;

use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};

use super::mismatch::Mismatch;
use super::text::CanonicalText;

/// The maximum number of values inside each other, so that no text and no type makes the reader recurse without end.
const DEEPEST: u8 = 32;

/// Reads values in the canonical form:
///
/// ```text
/// struct            (name: value, name: value)
/// variant           Name    Name(value)    Name(name: value)
/// list, tuple       [value, value]    (value, value)
/// option            value, or left out by the writer
/// ```
///
/// A variant that holds a struct writes the fields of the struct as its own.
pub(super) struct Values<'a> {
    text: CanonicalText<'a>,
    /// Whether the parentheses of the next value are those of the variant that holds it, if it is a struct.
    unwrapped: bool,
    /// How many more values may stand inside each other here.
    depth: u8,
}

impl<'a> Values<'a> {
    pub(super) const fn new(text: CanonicalText<'a>) -> Self {
        Self { text, unwrapped: false, depth: DEEPEST }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.text.is_at_end()
    }

    /// Reads the members of a list or a struct, up to the bracket that closes it.
    fn members<T>(
        &mut self,
        close: u8,
        read: impl FnOnce(Members<'_, 'a>) -> Result<T, Mismatch>,
    ) -> Result<T, Mismatch> {
        self.unwrapped = false;
        self.deeper(|values| read(Members { values, close, first: true }))
    }

    fn bracketed<T>(
        &mut self,
        [open, close]: [u8; 2],
        read: impl FnOnce(Members<'_, 'a>) -> Result<T, Mismatch>,
    ) -> Result<T, Mismatch> {
        self.text.take(open)?;
        let value = self.members(close, read)?;
        self.text.take(close)?;
        Ok(value)
    }

    /// Reads what is inside a value. After a mismatch nothing more is read, so the depth may stay as it is.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Mismatch>) -> Result<T, Mismatch> {
        self.depth = self.depth.checked_sub(1).ok_or(Mismatch)?;
        let value = read(self)?;
        self.depth += 1;
        Ok(value)
    }
}

/// The number of members of most lists, such as the facts of a line that names a thing and draws an arrow to it.
const USUAL_LENGTH: usize = 2;

const LIST: [u8; 2] = *b"[]";
const PARENTHESES: [u8; 2] = *b"()";

macro_rules! numbers {
    ($($deserialize:ident $visit:ident),*) => {$(
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
            visitor.$visit(self.text.number()?)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Values<'de> {
    type Error = Mismatch;

    numbers! {
        deserialize_u8 visit_u8, deserialize_u16 visit_u16, deserialize_u32 visit_u32, deserialize_u64 visit_u64,
        deserialize_i8 visit_i8, deserialize_i16 visit_i16, deserialize_i32 visit_i32, deserialize_i64 visit_i64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        match self.text.name()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(Mismatch),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        match self.text.string()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_borrowed_str(self.text.name()?)
    }

    /// Reads the value of an option. One that is `None` is left out where the options of an event are written.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if self.text.is_option() || self.unwrapped { Err(Mismatch) } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.bracketed(LIST, |members| visitor.visit_seq(members))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Mismatch> {
        if self.unwrapped {
            return Err(Mismatch);
        }
        self.bracketed(PARENTHESES, |members| visitor.visit_seq(members))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        let read = |members: Members<'_, 'de>| visitor.visit_map(members);
        if take(&mut self.unwrapped) { self.members(b')', read) } else { self.bracketed(PARENTHESES, read) }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        self.unwrapped = false;
        visitor.visit_enum(self)
    }

    /// No event holds a value of any other sort, so none is in the canonical form.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Mismatch> {
        Err(Mismatch)
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple_struct map ignored_any
    }
}

impl<'a> EnumAccess<'a> for &mut Values<'a> {
    type Error = Mismatch;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'a>>(self, seed: V) -> Result<(V::Value, Self), Mismatch> {
        Ok((seed.deserialize(&mut *self)?, self))
    }
}

impl<'a> VariantAccess<'a> for &mut Values<'a> {
    type Error = Mismatch;

    fn unit_variant(self) -> Result<(), Mismatch> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Result<T::Value, Mismatch> {
        self.text.take(b'(')?;
        self.unwrapped = true;
        let value = self.deeper(|values| seed.deserialize(values))?;
        self.unwrapped = false;
        self.text.take(b')')?;
        Ok(value)
    }

    fn tuple_variant<V: Visitor<'a>>(self, length: usize, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'a>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Mismatch> {
        self.bracketed(PARENTHESES, |members| visitor.visit_map(members))
    }
}

/// The members of a list or a struct, up to the bracket that closes it.
struct Members<'v, 'a> {
    values: &'v mut Values<'a>,
    close: u8,
    first: bool,
}

impl Members<'_, '_> {
    /// Moves on to the next member; `false` when there is none.
    fn has_next(&mut self) -> Result<bool, Mismatch> {
        if self.values.text.is_next(self.close) {
            return Ok(false);
        }
        if !take(&mut self.first) {
            self.values.text.take(b',')?;
            self.values.text.take(b' ')?;
        }
        Ok(true)
    }
}

impl<'a> SeqAccess<'a> for Members<'_, 'a> {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Mismatch> {
        if self.has_next()? { seed.deserialize(&mut *self.values).map(Some) } else { Ok(None) }
    }

    /// Returns the number of members for which room is made; without it there would be room for four.
    fn size_hint(&self) -> Option<usize> {
        if self.values.text.is_next(self.close) { Some(0) } else { Some(USUAL_LENGTH) }
    }
}

impl<'a> MapAccess<'a> for Members<'_, 'a> {
    type Error = Mismatch;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, Mismatch> {
        if self.has_next()? { seed.deserialize(&mut *self.values).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Mismatch> {
        self.values.text.take(b':')?;
        self.values.text.take(b' ')?;
        seed.deserialize(&mut *self.values)
    }
}
