//! One format per file: a value goes in, text comes out. [`FORMATS`] lists those in which a map can be exported.

mod alike_text;
mod around_text;
mod asciicast;
mod backstage;
mod beside;
mod calendar;
mod chain;
mod changes;
mod dot;
mod findings_json;
mod findings_text;
mod format;
mod formats;
mod gexf;
mod graphml;
mod json_canvas;
mod json_graph;
mod kumu;
mod letter;
mod loopy;
mod map_json;
mod map_text;
mod markdown;
mod material;
mod matrix_text;
mod mermaid;
mod minutes;
mod mirror_page;
mod overview_json;
mod overview_text;
mod placed;
mod plain;
mod plots;
mod provenance;
mod report;
mod run_sheet;
mod sd_json;
mod sections;
mod shared_words;
mod summary_text;
mod svg;
mod wording;
mod xlsx;
mod xml;

pub use alike_text::{alike_json, alike_text, because, one_or_several};
pub use around_text::around_text;
pub use asciicast::{CastEvent, CastFrame, CastHeader, asciicast};
pub use backstage::backstage;
pub use calendar::{
    CalendarEntry, CalendarSpan, DuePromise, SettledEarlier, agenda_calendar, calendar, promise_calendar,
};
pub use dot::dot;
pub use findings_json::findings_json;
pub use findings_text::{findings_text, left_out_text, rests_on};
pub use format::{ExportFormat, ExportOutput};
pub use formats::FORMATS;
pub use gexf::gexf;
pub use graphml::graphml;
pub use json_canvas::json_canvas;
pub use json_graph::json_graph;
pub use kumu::{kumu_connections, kumu_elements, kumu_json};
pub use letter::letter;
pub use loopy::loopy;
pub use map_json::map_json;
pub use map_text::{described, map_text};
pub use material::{Arrows, Material};
pub use matrix_text::{matrix_json, matrix_text};
pub use mermaid::mermaid;
pub use minutes::{chapter, minutes_markdown, page_of_one};
pub use mirror_page::mirror_page;
pub use overview_json::{groups_json, health_json};
pub use overview_text::{groups_text, health_text};
pub use plain::plain_text;
pub use plots::{
    PlotTable, agreement_table, arrow_words, lever_table, plot_tables, portfolio_table, row_text, status_words,
    tables_json, tables_text, talk_table,
};
pub use provenance::provenance;
pub use report::{LetterParts, SessionChapter, report_html, report_markdown};
pub use run_sheet::{RunSheet, RunSheetRow, RunSheetStep, run_sheet_html, run_sheet_markdown};
pub use sd_json::sd_json;
pub use sections::{sections_markdown, sections_text};
pub use shared_words::shared_words;
pub use summary_text::summary_text;
pub use svg::map_svg;
pub use wording::{beside_a_list, described_by};
