//! Plots: levers by ease and worth, the portfolio, agreement on arrows, and who was heard when.

mod drawn;
pub(super) mod popup;

pub use drawn::{DrawnPlot, PlotKind};
