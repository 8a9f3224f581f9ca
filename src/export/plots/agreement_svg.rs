use super::pen::{Anchor, PlotPen, WIDTH, fitted};
use super::table::PlotTable;
use super::words::arrow_words;
use crate::lens::{AgreementPlot, ArrowAgreement};

/// Where the bars begin, and how long the longest one is.
const LEFT: i32 = 330;
const LONGEST: i32 = WIDTH - LEFT - 12;

/// The maximum length of one person.
const PERSON: i32 = 44;

const ROW: i32 = 34;
const HEAD: i32 = 34;

/// The maximum number of arrows in the picture; the table has all of them.
const ARROWS: usize = 24;

/// The class, the mark and the meaning of each part of a bar, in the order in which they stand.
const PARTS: [(&str, &str, &str); 4] = [
    ("part more", "+", "more, or so it is"),
    ("part less", "−", "less"),
    ("part none", "=", "no such effect"),
    ("part unsure", "?", "cannot tell"),
];

/// Draws a bar for each arrow, of how many people hold which position. Every part has a mark and its number.
pub(super) fn agreement_svg(plot: &AgreementPlot, table: &PlotTable, id: &str, described: &str) -> String {
    let shown = plot.arrows.len().min(ARROWS);
    let rows = i32::try_from(shown).unwrap_or(0);
    let below = if shown < plot.arrows.len() { 24 } else { 0 };
    let mut pen = PlotPen::new(id, HEAD + rows * ROW + below + 6, &table.title, described);
    legend(&mut pen);
    let most = plot.arrows.iter().map(ArrowAgreement::people).max().unwrap_or(1);
    let person = (LONGEST / i32::try_from(most).unwrap_or(i32::MAX)).clamp(1, PERSON);
    let mut top = HEAD;
    for arrow in plot.arrows.iter().take(shown) {
        let disagree = if arrow.is_disputed { 12 } else { 0 };
        pen.text("label", [6, top + 20 - disagree / 2], Anchor::Left, &fitted(&arrow_words(arrow), LEFT - 18));
        if arrow.is_disputed {
            pen.text("aside", [6, top + 28], Anchor::Left, "they disagree");
        }
        bar(&mut pen, arrow, top, person);
        top += ROW;
    }
    if below > 0 {
        let more = format!("{} more arrows are in the table", plot.arrows.len() - shown);
        pen.text("aside", [6, top + 16], Anchor::Left, &more);
    }
    pen.finish()
}

fn bar(pen: &mut PlotPen, arrow: &ArrowAgreement, top: i32, person: i32) {
    let counts = [arrow.tally.plus, arrow.tally.minus, arrow.tally.none, arrow.tally.unsure];
    let mut x = LEFT;
    for ((class, mark, _), count) in PARTS.into_iter().zip(counts).filter(|(_, count)| *count > 0) {
        let width = i32::try_from(count).unwrap_or(0).saturating_mul(person);
        pen.rectangle(class, [x, top + 5, width, ROW - 10]);
        let words = if width >= 26 { format!("{mark} {count}") } else { mark.to_owned() };
        let on = class.replace("part", "count");
        pen.text(&on, [x + width / 2, top + 21], Anchor::Middle, &words);
        x += width;
    }
}

fn legend(pen: &mut PlotPen) {
    let mut x = 6;
    for (class, mark, says) in PARTS {
        pen.rectangle(class, [x, 6, 22, 18]);
        pen.text(&class.replace("part", "count"), [x + 11, 19], Anchor::Middle, mark);
        pen.text("axis", [x + 28, 19], Anchor::Left, says);
        x += 52 + i32::try_from(says.len()).unwrap_or(0) * 7;
    }
}
