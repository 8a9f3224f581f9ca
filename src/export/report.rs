//! The report: what one or several sessions add up to, for somebody who was not there.
//!
//! Decisions first, then the map, what shows on it as questions, the minutes, and every thing and arrow as a table. It
//! is written twice from the same parts, as a page and as Markdown.

mod chapter;
mod disguised;
mod found;
mod front;
mod markdown;
mod page;
mod rows;

pub use chapter::SessionChapter;
pub use markdown::report_markdown;
pub use page::report_html;

use super::format::ExportFormat;

/// The entry of the page.
pub(super) const HTML: ExportFormat = ExportFormat {
    shows_findings: true,
    tells_sessions: true,
    ..ExportFormat::map(
        "html",
        "A report for somebody who was not there, as one page to read, send or print",
        report_html,
    )
};

/// The entry of the Markdown report.
pub(super) const MARKDOWN: ExportFormat = ExportFormat {
    shows_findings: true,
    tells_sessions: true,
    ..ExportFormat::map("markdown", "The same report as Markdown", report_markdown)
};
