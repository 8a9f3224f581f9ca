//! Plots drawn in characters. Every place and length that is drawn stands in words or numbers as well.

mod agreement;
mod drawn_rows;
mod levers;
mod portfolio;
mod talk;

use ratatui::text::Line;

use super::Paint;
use crate::app::plots::DrawnPlot;

/// Returns the lines of a plot of this width; one that has no height of its own is `rows` high.
pub(super) fn lines(plot: &DrawnPlot, (width, rows): (u16, u16), paint: &Paint) -> Vec<Line<'static>> {
    match plot {
        DrawnPlot::Levers(plot) => levers::lines(plot, (width, rows), paint),
        DrawnPlot::Portfolio(plot) => portfolio::lines(plot, width, paint),
        DrawnPlot::Agreement(plot) => agreement::lines(plot, width, paint),
        DrawnPlot::Talk(plot) => talk::lines(plot, width, paint),
    }
}
