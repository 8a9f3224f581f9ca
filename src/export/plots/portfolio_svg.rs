use super::pen::{Anchor, PlotPen, fitted};
use super::table::PlotTable;
use super::words::status_words;
use crate::lens::{PortfolioPlot, PortfolioRow};

/// Where the two columns begin, and how wide each is.
const COLUMNS: [i32; 2] = [130, 426];
const COLUMN: i32 = 284;

const HEAD: i32 = 34;
const LINE: i32 = 22;

/// The maximum number of names in a field; the table has all of them.
const NAMES: usize = 8;

/// Draws the portfolio: a row for each status, a column for what was spoken of lately and one for what was not.
pub(super) fn portfolio_svg(plot: &PortfolioPlot, table: &PlotTable, id: &str, described: &str) -> String {
    let rows: Vec<&PortfolioRow> = plot.filled().collect();
    let height = HEAD + rows.iter().map(|row| tall(row)).sum::<i32>() + 8;
    let mut pen = PlotPen::new(id, height, &table.title, described);
    for (x, words) in COLUMNS.into_iter().zip(["Spoken of lately", "Not spoken of lately"]) {
        pen.text("heading", [x + 6, 20], Anchor::Left, words);
    }
    let mut top = HEAD;
    for row in rows {
        pen.text("heading", [6, top + 22], Anchor::Left, status_words(row.status));
        for ((x, names), class) in COLUMNS.into_iter().zip([&row.lately, &row.quiet]).zip(["field", "field quiet"]) {
            pen.rectangle(class, [x, top + 3, COLUMN, tall(row) - 6]);
            field(&mut pen, names, [x + 10, top + 22]);
        }
        top += tall(row);
    }
    pen.finish()
}

fn field(pen: &mut PlotPen, names: &[String], [x, y]: [i32; 2]) {
    let shown = if names.len() > NAMES { NAMES - 1 } else { names.len() };
    let mut baseline = y;
    for name in names.iter().take(shown) {
        pen.text("label", [x, baseline], Anchor::Left, &fitted(name, COLUMN - 20));
        baseline += LINE;
    }
    if names.is_empty() {
        pen.text("aside", [x, baseline], Anchor::Left, "none");
    } else if shown < names.len() {
        pen.text("aside", [x, baseline], Anchor::Left, &format!("and {} more", names.len() - shown));
    }
}

/// The height of a row.
fn tall(row: &PortfolioRow) -> i32 {
    let names = row.lately.len().max(row.quiet.len()).clamp(1, NAMES);
    LINE * i32::try_from(names).unwrap_or(1) + 18
}
