use crate::record::text::clean;

/// So many findings of a sort are told.
const FINDINGS: usize = 6;

/// What sort of difference it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// A thing is named.
    ThingNew,
    /// A thing is no longer there.
    ThingGone,
    /// A change moved from one status to another.
    Status,
    /// An arrow is drawn.
    ArrowNew,
    /// An arrow is no longer there.
    ArrowGone,
    /// An arrow goes the other way, or it is said which way.
    Turned,
    /// What was guessed or told was seen.
    Seen,
    /// People see an arrow differently.
    DisputeOpened,
    /// They no longer do.
    DisputeSettled,
    /// Somebody saw something move.
    Observed,
    /// Something shows.
    FindingOpened,
    /// Somebody took it up.
    FindingHeld,
    /// A room said what it thinks of it.
    FindingJudged,
    /// It no longer shows.
    FindingClosed,
    /// Something was promised, asked or parked.
    LeftOpen,
    /// It is known what became of it.
    Settled,
}

impl Change {
    /// Every sort, in the order in which they are told.
    pub const ALL: [Change; 16] = [
        Change::ThingNew,
        Change::ThingGone,
        Change::Status,
        Change::ArrowNew,
        Change::ArrowGone,
        Change::Turned,
        Change::Seen,
        Change::DisputeOpened,
        Change::DisputeSettled,
        Change::Observed,
        Change::FindingOpened,
        Change::FindingHeld,
        Change::FindingJudged,
        Change::FindingClosed,
        Change::LeftOpen,
        Change::Settled,
    ];

    /// Its name, as written in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Change::ThingNew => "things_new",
            Change::ThingGone => "things_gone",
            Change::Status => "status",
            Change::ArrowNew => "arrows_new",
            Change::ArrowGone => "arrows_gone",
            Change::Turned => "turned",
            Change::Seen => "seen",
            Change::DisputeOpened => "disputes_opened",
            Change::DisputeSettled => "disputes_settled",
            Change::Observed => "observed",
            Change::FindingOpened => "findings_opened",
            Change::FindingHeld => "findings_held",
            Change::FindingJudged => "findings_judged",
            Change::FindingClosed => "findings_closed",
            Change::LeftOpen => "left_open",
            Change::Settled => "settled",
        }
    }

    const fn is_about_findings(self) -> bool {
        matches!(self, Change::FindingOpened | Change::FindingHeld | Change::FindingJudged | Change::FindingClosed)
    }

    /// What stands above such differences. What one of two sessions does not name is not gone: it was not named there.
    pub const fn heading(self, scope: Scope) -> &'static str {
        match (self, scope) {
            (Change::ThingNew, Scope::OneStory) => "Named since",
            (Change::ThingNew, Scope::TwoSessions) => "Named only in the second",
            (Change::ThingGone, Scope::OneStory) => "No longer there",
            (Change::ThingGone, Scope::TwoSessions) => "Named only in the first",
            (Change::Status, _) => "Moved on",
            (Change::ArrowNew, Scope::OneStory) => "Said since",
            (Change::ArrowNew, Scope::TwoSessions) => "Said only in the second",
            (Change::ArrowGone, Scope::OneStory) => "No longer said",
            (Change::ArrowGone, Scope::TwoSessions) => "Said only in the first",
            (Change::Turned, _) => "Another way now",
            (Change::Seen, _) => "Seen by now",
            (Change::DisputeOpened, _) => "Where they disagree",
            (Change::DisputeSettled, Scope::OneStory) => "Where they no longer disagree",
            (Change::DisputeSettled, Scope::TwoSessions) => "Where they disagree only in the first",
            (Change::Observed, _) => "What was seen to move",
            (Change::FindingOpened, Scope::OneStory) => "What shows now",
            (Change::FindingOpened, Scope::TwoSessions) => "What shows only in the second",
            (Change::FindingHeld, _) => "Taken up by somebody",
            (Change::FindingJudged, _) => "What the room said about what shows",
            (Change::FindingClosed, Scope::OneStory) => "What no longer shows",
            (Change::FindingClosed, Scope::TwoSessions) => "What shows only in the first",
            (Change::LeftOpen, _) => "Left for later",
            (Change::Settled, _) => "Settled",
        }
    }
}

/// What two moments are moments of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One session, or one map: what is missing later is gone.
    OneStory,
    /// Two talks: what is missing in one was not said there.
    TwoSessions,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What sort.
    pub change: Change,
    /// What it is about, as things are called.
    pub about: Vec<String>,
    /// A sentence, or a name.
    pub says: String,
}

impl Item {
    pub(super) fn new<S: AsRef<str>>(change: Change, about: &[S], says: impl AsRef<str>) -> Self {
        let about = about.iter().map(|label| clean(label.as_ref()).into_owned()).collect();
        Self { change, about, says: clean(says.as_ref()).into_owned() }
    }
}

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What the two moments are moments of.
    pub scope: Scope,
    /// Every difference, sort by sort.
    pub items: Vec<Item>,
}

impl Comparison {
    /// The differences of one sort.
    pub fn of(&self, change: Change) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.change == change)
    }

    /// Headings with what stands under them; no heading without anything. Of what shows only the heaviest is told.
    pub fn sections(&self) -> Vec<(String, Vec<String>)> {
        let section = |change: Change| {
            let mut says: Vec<String> = self.of(change).map(|item| item.says.clone()).collect();
            if change.is_about_findings() && says.len() > FINDINGS {
                let more = says.len() - FINDINGS;
                says.truncate(FINDINGS);
                says.push(format!("and {more} more"));
            }
            (!says.is_empty()).then(|| (change.heading(self.scope).to_owned(), says))
        };
        Change::ALL.into_iter().filter_map(section).collect()
    }
}
