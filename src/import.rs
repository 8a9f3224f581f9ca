//! Readers of files, one format per file. `notes` turns notes into lines; every other reader turns the bytes of a file of
//! another tool into an [`ImportedMap`]: the things, arrows and people that the file states, each with its place in it.
//!
//! A reader is a file with its `FORMAT`, named after the format, with an entry in [`IMPORTS`]. What readers share stands in
//! `input` (text, JSON, XML, YAML, tables), `words` (what a word in a file means) and `drafting` (what builds the map).
//!
//! A reader opens no file and records nothing. It never trusts what it reads: every reader ends on any bytes, with a map
//! or with one sentence that says what is wrong and where.

mod archi_csv;
mod archi_model;
mod archi_words;
mod archimate;
mod backstage;
mod context;
mod cyclonedx;
mod cytoscape;
mod dbt;
mod dot;
mod drafting;
mod edition;
mod error;
mod fitting;
mod format;
mod formats;
mod freeplane;
mod gexf;
mod gml;
mod graphml;
mod graphviz;
mod graphviz_json;
mod imported;
mod input;
mod json_canvas;
mod json_graph;
mod kumu_json;
mod kumu_marks;
mod kumu_sheets;
mod loopy;
mod mapping;
mod mapping_file;
mod mermaid;
mod mermaid_json;
mod mlflow;
mod model_json;
mod node_link;
mod not_a_map;
pub mod notes;
mod openlineage;
mod place;
mod prsm;
mod questions;
mod read;
mod remark_groups;
mod sd_json;
mod table;
mod vensim;
mod vis_arrows;
mod watch;
mod words;
mod xmile;

#[cfg(test)]
mod tests;

pub use context::ReadContext;
pub use edition::{Edition, EditionCounts, EditionPart, PartChange, SourceMatch, before_last_edition, edition};
pub use error::ImportError;
pub use fitting::fitting;
pub use format::ImportFormat;
pub use formats::IMPORTS;
pub use imported::{
    ImportRemark, ImportedArrow, ImportedMap, ImportedPerson, ImportedThing, RemarkSort, RemarkTopic, ThingOwner,
};
pub use input::file::ImportedFile;
pub use input::limits::BYTES as IMPORT_LIMIT;
pub use input::percent::percent_decoded;
pub use mapping::{ColumnRole, GroupsAre, ImportMapping, MappedColumn, SameNames, StatusMeaning, UndirectedAre};
pub use place::{SourcePlace, WithinFile};
pub use questions::{MappingQuestions, UnclearDays, UnknownStatus};
pub use read::{read, recognise};
pub use remark_groups::{RemarkGroup, remark_groups};
pub use table::{OfferedColumn, TableView, offered_mapping, table_view};
pub use watch::{NoWatch, ReadWatch};
