use super::agreement_svg::agreement_svg;
use super::lever_svg::lever_svg;
use super::portfolio_svg::portfolio_svg;
use super::table::PlotTable;
use super::table_text::row_text;
use super::talk_svg::talk_svg;
use super::words::{agreement_table, lever_table, portfolio_table, talk_table};
use crate::lens::Plots;
use crate::record::text::clean;

/// A plot on a page: its picture, and the same as a table.
pub(in crate::export) struct PlotSection {
    pub(in crate::export) table: PlotTable,
    /// The picture; empty where there is nothing to draw.
    pub(in crate::export) svg: String,
    /// Whether the table is open at first, because the picture refers to its numbers.
    pub(in crate::export) opened: bool,
}

/// A function that draws a plot, given its table, an id that is unique on the page, and its description.
type DrawPlot<'a> = &'a dyn Fn(&PlotTable, &str, &str) -> String;

/// Returns every plot that shows something.
pub(in crate::export) fn plot_sections(plots: &Plots) -> Vec<PlotSection> {
    let mut sections: Vec<PlotSection> = Vec::new();
    let mut add = |table: PlotTable, opened: bool, draw: DrawPlot<'_>| {
        if !table.is_empty() {
            let id = format!("plot-{}", sections.len() + 1);
            sections.push(PlotSection::of(table, opened, &|table, told| draw(table, &id, told)));
        }
    };
    let Plots { levers, portfolio, agreement, talk } = plots;
    add(lever_table(levers), true, &|table, id, told| lever_svg(levers, table, id, told));
    add(portfolio_table(portfolio), false, &|table, id, told| portfolio_svg(portfolio, table, id, told));
    add(agreement_table(agreement), false, &|table, id, told| agreement_svg(agreement, table, id, told));
    let several = talk.len() > 1;
    for (title, talk) in talk {
        let table = talk_table(talk);
        let title = if several { format!("{}: {}", table.title, clean(title)) } else { table.title.clone() };
        add(PlotTable { title, ..table }, false, &|table, id, told| talk_svg(talk, table, id, told));
    }
    sections
}

impl PlotSection {
    fn of(table: PlotTable, opened: bool, draw: &dyn Fn(&PlotTable, &str) -> String) -> Self {
        let table = table.cleaned();
        let rows = table.rows.iter().map(|row| row_text(&table, row));
        let told = table.about.iter().cloned().chain(rows).collect::<Vec<_>>().join(" ");
        let svg = if table.rows.is_empty() { String::new() } else { draw(&table, &told) };
        Self { table, svg, opened }
    }
}
