use crate::graph::Graph;
use crate::lens::Finding;
use crate::record::Session;

use super::agreement::AgreementPlot;
use super::levers::LeverPlot;
use super::portfolio::PortfolioPlot;
use super::ratings::LeverRatings;
use super::talk::TalkPlot;

/// What the plots need of a session beside the graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionPlots {
    /// The places that were rated by ease or worth, in the order in which they were first rated.
    pub ratings: Vec<LeverRatings>,
    /// The lines of each unit over the session.
    pub talk: TalkPlot,
}

impl SessionPlots {
    /// Reads a session; `graph` says which unit people belong to.
    pub fn of(session: &Session, graph: &Graph) -> Self {
        Self { ratings: LeverRatings::of(session), talk: TalkPlot::of(session, graph) }
    }

    /// Returns the part that others may read: units of so few people that a single one could be meant are told together.
    #[must_use]
    pub fn for_others(self) -> Self {
        Self { talk: self.talk.for_others(), ..self }
    }
}

/// The plots of a map and of the sessions it is built from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plots {
    /// Levers by ease and worth.
    pub levers: LeverPlot,
    /// Initiatives by status and motion.
    pub portfolio: PortfolioPlot,
    /// How many people hold which position on an arrow.
    pub agreement: AgreementPlot,
    /// The lines of each unit over each session, with the title of the session.
    pub talk: Vec<(String, TalkPlot)>,
}

impl Plots {
    /// Collects the plots of a map with its findings, and of sessions with their titles.
    pub fn of<'a>(
        graph: &Graph,
        findings: &[Finding],
        sessions: impl IntoIterator<Item = (&'a str, &'a SessionPlots)>,
    ) -> Self {
        let sessions: Vec<(&str, &SessionPlots)> = sessions.into_iter().collect();
        let ratings = LeverRatings::joined(sessions.iter().flat_map(|(_, plots)| &plots.ratings));
        let talk = sessions.iter().filter(|(_, plots)| !plots.talk.is_empty());
        Self {
            levers: LeverPlot::of(&ratings, findings, graph),
            portfolio: PortfolioPlot::of(graph),
            agreement: AgreementPlot::of(graph),
            talk: talk.map(|(title, plots)| ((*title).to_owned(), plots.talk.clone())).collect(),
        }
    }

    /// Whether no plot shows anything.
    pub fn is_empty(&self) -> bool {
        self.levers.is_empty()
            && self.portfolio.is_empty()
            && self.agreement.is_empty()
            && self.talk.iter().all(|(_, talk)| talk.is_empty())
    }
}
