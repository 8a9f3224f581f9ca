//! The run sheet: what happens when, what to say and to ask, what has to lie ready, and the prompts to hold up when the
//! projector dies. It is written as Markdown, and as a page to print.

mod markdown;
mod page;
mod sheet;

pub use markdown::run_sheet_markdown;
pub use page::run_sheet_html;
pub use sheet::{RunSheet, RunSheetRow, RunSheetStep};
