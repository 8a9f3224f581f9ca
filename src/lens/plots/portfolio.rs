use jiff::civil::Date;

use crate::graph::{Graph, Thing};
use crate::lens::thresholds::QUIET_DAYS;
use crate::record::{Kind, Status};

/// The number of days within which something was spoken of lately: as many as keep a pilot alive.
pub const LATELY_DAYS: i64 = QUIET_DAYS;

/// The initiatives by their status, and by whether they were spoken of lately.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortfolioPlot {
    /// A row for each status, from idea to stopped, and one for initiatives of which nobody has said it.
    pub rows: Vec<PortfolioRow>,
    /// The number of initiatives that only files name, and of those that are gone from their list.
    pub listed: usize,
    /// The last day on which anybody spoke of anything: days are counted back from it, and not from today. `None` under
    /// neutral names, which tell no days.
    pub until: Option<Date>,
}

/// The initiatives of one status, in key order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortfolioRow {
    /// The status; `None` if nobody has said it.
    pub status: Option<Status>,
    /// The initiatives that were spoken of lately.
    pub lately: Vec<String>,
    /// The initiatives that were not spoken of for [`LATELY_DAYS`] days or more.
    pub quiet: Vec<String>,
}

impl PortfolioPlot {
    /// Sorts the initiatives of a map.
    pub fn of(graph: &Graph) -> Self {
        let initiatives = || graph.things().filter(|thing| thing.kind == Kind::Initiative);
        let spoken = |thing: &&Thing| !thing.imported && thing.gone.is_none();
        let until = graph.things().filter_map(|thing| last_spoken(graph, thing)).max();
        let rows = Status::ALL.into_iter().map(Some).chain([None]).map(|status| {
            let (mut lately, mut quiet) = (Vec::new(), Vec::new());
            for thing in initiatives().filter(spoken).filter(|thing| thing.status == status) {
                let is_quiet =
                    until.zip(last_spoken(graph, thing)).is_some_and(|(until, last)| days(last, until) >= LATELY_DAYS);
                if is_quiet { &mut quiet } else { &mut lately }.push(thing.label.clone());
            }
            PortfolioRow { status, lately, quiet }
        });
        let rows = rows.collect();
        let listed = initiatives().filter(|thing| !spoken(thing)).count();
        let has_days = graph.things().flat_map(|thing| &thing.heard_in).any(|session| graph.met(session).is_some());
        Self { rows, listed, until: until.filter(|_| has_days) }
    }

    /// Whether there is no initiative that anybody has spoken of.
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(|row| row.lately.is_empty() && row.quiet.is_empty())
    }

    /// Returns the rows that hold an initiative.
    pub fn filled(&self) -> impl Iterator<Item = &PortfolioRow> {
        self.rows.iter().filter(|row| !row.lately.is_empty() || !row.quiet.is_empty())
    }
}

/// Returns the last day on which anybody spoke of a thing: the day of its last session, or of the last word on an arrow
/// of it.
fn last_spoken(graph: &Graph, thing: &Thing) -> Option<Date> {
    let met = thing.heard_in.iter().filter_map(|session| graph.met(session)).filter(|met| !met.import);
    let said = graph.links_at(&thing.key).filter_map(|link| link.arrow.said_on());
    met.map(|met| met.day).chain(said).max()
}

fn days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}
