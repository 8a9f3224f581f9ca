use super::order::session_at;
use crate::lens::{Plots, SessionPlots, read};
use crate::replay::{Playhead, Timeline};

/// A moment of a session whose plots are to be collected. All lenses read the map of that moment, which takes longer than a
/// key may.
#[derive(Clone, Debug)]
pub struct PlotOrder {
    pub(super) timeline: Timeline,
    pub(super) moment: Playhead,
}

impl PartialEq for PlotOrder {
    fn eq(&self, other: &Self) -> bool {
        let id = |order: &Self| order.timeline.session().header().id.clone();
        (id(self), self.moment) == (id(other), other.moment)
    }
}

impl PlotOrder {
    /// Collects the plots as they stood at the moment.
    pub fn run(mut self) -> Plots {
        let session = session_at(&self.timeline, self.moment);
        let graph = self.timeline.ledger(self.moment.heard).graph(None);
        let of_session = SessionPlots::of(&session, &graph);
        Plots::of(&graph, &read(&graph).findings, [(session.title(), &of_session)])
    }
}
