//! What a file holds: its bytes, its encoding, and the texts, values, elements and tables in it, each read within limits.

pub(super) mod encoding;
pub(super) mod entities;
pub(super) mod file;
pub(super) mod html_text;
pub(super) mod json_fields;
pub(super) mod limits;
pub(super) mod not_text;
pub(super) mod percent;
pub(super) mod sheets;
pub(super) mod table_sheet;
pub(super) mod xml;
pub(super) mod yaml;
