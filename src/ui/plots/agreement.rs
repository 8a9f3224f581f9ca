use ratatui::text::{Line, Span};

use crate::export::arrow_words;
use crate::lens::{AgreementPlot, ArrowAgreement};
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::{cells, cut};

/// The maximum number of arrows that are drawn.
const ARROWS: usize = 40;

/// The maximum number of cells for one person.
const PERSON: usize = 3;

/// The glyph, the mark and the meaning of each part of a bar, in the order in which they stand.
const PARTS: [(&str, &str, &str, Role); 4] = [
    ("█", "+", "more, or so it is", Role::More),
    ("▓", "-", "less", Role::Less),
    ("░", "=", "no such effect", Role::Text),
    ("·", "?", "cannot tell", Role::Amber),
];

/// Draws a bar for each arrow, of how many people hold which position, with the numbers behind it.
pub(super) fn lines(plot: &AgreementPlot, width: u16, paint: &Paint) -> Vec<Line<'static>> {
    let mut legend = Vec::new();
    for (glyph, mark, says, role) in PARTS {
        legend.push(Span::styled(format!("{glyph} {mark} "), paint.role(role)));
        legend.push(Span::styled(format!("{says}   "), paint.role(Role::Quiet)));
    }
    let numbers = plot.arrows.iter().map(|arrow| cells(&counts(arrow))).max().unwrap_or(0);
    let name = width / 2;
    let bar = usize::from(width.saturating_sub(name + numbers + 2));
    let most = plot.arrows.iter().map(ArrowAgreement::people).max().unwrap_or(1).max(1);
    let mut lines = vec![Line::from(legend)];
    for arrow in plot.arrows.iter().take(ARROWS) {
        let label = cut(&arrow_words(arrow), name);
        let blank = usize::from(name.saturating_sub(cells(&label)) + 1);
        let mut spans = vec![Span::styled(format!("{label}{:blank$}", ""), paint.role(Role::Text))];
        let mut used = 0;
        for ((glyph, _, _, role), count) in PARTS.into_iter().zip(positions(arrow)) {
            let long = length(count, most, bar);
            spans.push(Span::styled(glyph.repeat(long), paint.role(role)));
            used += long;
        }
        let gap = bar.saturating_sub(used) + 1;
        spans.push(Span::styled(format!("{:gap$}{}", "", counts(arrow)), paint.role(Role::Text)));
        lines.push(Line::from(spans));
    }
    if plot.arrows.len() > ARROWS {
        let more = format!("{} more arrows are told below", plot.arrows.len() - ARROWS);
        lines.push(Line::styled(more, paint.role(Role::Quiet)));
    }
    lines
}

const fn positions(arrow: &ArrowAgreement) -> [usize; 4] {
    [arrow.tally.plus, arrow.tally.minus, arrow.tally.none, arrow.tally.unsure]
}

/// The cells of a part: as many for each person, at least one for a part with anybody in it.
fn length(count: usize, most: usize, bar: usize) -> usize {
    let person = bar / most;
    if person > 0 { count * person.min(PERSON) } else { (count * bar / most).max(usize::from(count > 0)) }
}

/// The numbers behind a bar: "+2 -1".
fn counts(arrow: &ArrowAgreement) -> String {
    let counts = PARTS.iter().zip(positions(arrow)).filter(|(_, count)| *count > 0);
    counts.map(|((_, mark, ..), count)| format!("{mark}{count}")).collect::<Vec<_>>().join(" ")
}
