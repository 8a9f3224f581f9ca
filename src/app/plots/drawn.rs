use std::sync::Arc;

use crate::export::{PlotTable, agreement_table, lever_table, portfolio_table, talk_table};
use crate::lens::{AgreementPlot, LeverPlot, Plots, PortfolioPlot, TalkPlot};

/// The plots of the console, in the order in which they follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlotKind {
    /// Levers by ease and worth.
    #[default]
    Levers,
    /// Initiatives by status and motion.
    Portfolio,
    /// Positions on arrows.
    Agreement,
    /// Lines of each unit over the session.
    Talk,
}

/// A plot as a part of a sheet: what it shows, to be drawn by `ui`.
#[derive(Clone, Debug)]
pub enum DrawnPlot {
    /// Levers by ease and worth.
    Levers(Arc<LeverPlot>),
    /// Initiatives by status and motion.
    Portfolio(Arc<PortfolioPlot>),
    /// Positions on arrows.
    Agreement(Arc<AgreementPlot>),
    /// Lines of each unit over the session.
    Talk(Arc<TalkPlot>),
}

impl PlotKind {
    /// Every plot, in order.
    pub const ALL: [Self; 4] = [Self::Levers, Self::Portfolio, Self::Agreement, Self::Talk];

    /// Returns the plot `steps` further, from the last one on to the first.
    #[must_use]
    pub(super) fn further(self, back: bool) -> Self {
        let all = Self::ALL.len();
        let at = Self::ALL.iter().position(|kind| *kind == self).unwrap_or(0);
        let next = if back { at + all - 1 } else { at + 1 } % all;
        Self::ALL.get(next).copied().unwrap_or(self)
    }
}

impl DrawnPlot {
    /// Returns one of the plots.
    pub(super) fn of(plots: Plots, kind: PlotKind) -> Self {
        match kind {
            PlotKind::Levers => Self::Levers(Arc::new(plots.levers)),
            PlotKind::Portfolio => Self::Portfolio(Arc::new(plots.portfolio)),
            PlotKind::Agreement => Self::Agreement(Arc::new(plots.agreement)),
            PlotKind::Talk => {
                Self::Talk(Arc::new(plots.talk.into_iter().next().map(|(_, talk)| talk).unwrap_or_default()))
            }
        }
    }

    /// Returns the plot in words.
    pub(super) fn table(&self) -> PlotTable {
        match self {
            Self::Levers(plot) => lever_table(plot),
            Self::Portfolio(plot) => portfolio_table(plot),
            Self::Agreement(plot) => agreement_table(plot),
            Self::Talk(plot) => talk_table(plot),
        }
    }
}
