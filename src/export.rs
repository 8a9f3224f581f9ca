//! One format per file: a value goes in, text comes out.

mod alike_text;
mod around_text;
mod dot;
mod findings_json;
mod findings_text;
mod graphml;
mod json_graph;
mod kumu;
mod map_json;
mod map_text;
mod markdown;
mod mermaid;
mod minutes;
mod provenance;
mod report;
mod summary_text;
mod svg;
mod wording;
mod xml;

pub use alike_text::{alike_json, alike_text, because};
pub use around_text::around_text;
pub use dot::dot;
pub use findings_json::findings_json;
pub use findings_text::{findings_text, rests_on};
pub use graphml::graphml;
pub use json_graph::json_graph;
pub use kumu::{Sheets, kumu_csv, kumu_json};
pub use map_json::map_json;
pub use map_text::{described, map_text};
pub use mermaid::mermaid;
pub use minutes::{chapter, minutes};
pub use provenance::provenance;
pub use report::{Chapter, Report};
pub use summary_text::summary_text;
pub use svg::{Arrows, svg};
