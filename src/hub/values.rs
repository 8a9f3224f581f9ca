use jiff::Timestamp;
use tokio_postgres::Row;
use tokio_postgres::types::{FromSqlOwned, ToSql, Type};

use super::error::HubError;
use crate::record::line::LineMark;

/// A value with its type.
pub(super) type SqlValue<'a> = (&'a (dyn ToSql + Sync), Type);

/// The values of a statement, each with its type: a statement whose types are said takes one exchange with the database, and
/// leaves nothing prepared there, so that it passes a proxy.
pub(super) type SqlValues<'a> = &'a [SqlValue<'a>];

/// A text; the statement casts it where it is an id.
pub(super) fn text<T: ToSql + Sync>(value: &T) -> SqlValue<'_> {
    (value, Type::TEXT)
}

/// Texts.
pub(super) fn texts<T: ToSql + Sync>(values: &T) -> SqlValue<'_> {
    (values, Type::TEXT_ARRAY)
}

/// A whole number.
pub(super) fn number(value: &i64) -> SqlValue<'_> {
    (value, Type::INT8)
}

/// Whole numbers.
pub(super) fn numbers<T: ToSql + Sync>(values: &T) -> SqlValue<'_> {
    (values, Type::INT8_ARRAY)
}

/// The number of a line as PostgreSQL stores it.
pub(super) fn stored(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}

/// A column of a row.
pub(super) fn column<T: FromSqlOwned>(row: &Row, place: usize) -> Result<T, HubError> {
    row.try_get(place).map_err(|error| HubError::strange(format!("the hub answered something else: {error}")))
}

/// The number of a line in a column.
pub(super) fn seq(row: &Row, place: usize) -> Result<u64, HubError> {
    Ok(u64::try_from(column::<i64>(row, place)?).unwrap_or_default())
}

/// A mark in a column.
pub(super) fn mark(row: &Row, place: usize) -> Result<LineMark, HubError> {
    let digits: String = column(row, place)?;
    LineMark::parse(digits.as_bytes()).ok_or_else(|| HubError::strange("a mark on the hub is not one"))
}

/// A moment in a column of milliseconds since 1970.
pub(super) fn moment(row: &Row, place: usize) -> Result<Timestamp, HubError> {
    perhaps_moment(row, place)?.ok_or_else(|| HubError::strange("a moment on the hub is missing"))
}

/// A moment that may be missing.
pub(super) fn perhaps_moment(row: &Row, place: usize) -> Result<Option<Timestamp>, HubError> {
    let millis: Option<i64> = column(row, place)?;
    Ok(millis.and_then(|millis| Timestamp::from_millisecond(millis).ok()))
}
