//! The plots as pictures, as tables, and in words. Whatever a picture shows by place or length, the table says as well.

mod agreement_svg;
mod lever_svg;
mod page;
mod pen;
mod portfolio_svg;
mod table;
mod table_text;
mod talk_svg;
mod words;

pub(super) use page::{PlotSection, plot_sections};
pub(super) use pen::{Anchor, PlotPen, STYLE, WIDTH as PLOT_WIDTH, pixels};
pub use table::PlotTable;
pub(super) use table_text::tables_markdown;
pub use table_text::{row_text, tables_json, tables_text};
pub use words::{agreement_table, arrow_words, lever_table, plot_tables, portfolio_table, status_words, talk_table};
