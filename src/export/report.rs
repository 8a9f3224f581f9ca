//! The report on one or several sessions, for a reader who was not there.
//!
//! A report holds the decisions, the map, its findings as questions, the minutes, and tables of all things and arrows,
//! in this order. It can be written as an HTML page or as Markdown, from the same parts.

mod chapter;
mod disguised;
mod found;
mod front;
mod markdown;
mod page;
mod plots;
mod rows;
mod whole;

pub use chapter::{LetterParts, SessionChapter};
pub use markdown::report_markdown;
pub use page::report_html;

use super::format::{ExportFormat, TO_READ};

/// The entry of the HTML report in the list of formats.
pub(super) const HTML: ExportFormat = ExportFormat {
    shows_findings: true,
    tells_sessions: true,
    ..ExportFormat::map(
        "html",
        "A report for somebody who was not there, as one page to read, send or print",
        TO_READ,
        "html",
        report_html,
    )
};

/// The entry of the Markdown report in the list of formats.
pub(super) const MARKDOWN: ExportFormat = ExportFormat {
    shows_findings: true,
    tells_sessions: true,
    ..ExportFormat::map("markdown", "The same report as Markdown", TO_READ, "md", report_markdown)
};
