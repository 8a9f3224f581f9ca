use crate::record::text::clean;
use strum::{IntoStaticStr, VariantArray};

/// At most this many findings of a sort are listed.
const FINDINGS: usize = 6;

/// What sort of difference it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum ChangeKind {
    /// A thing is named.
    #[strum(serialize = "things_new")]
    ThingNew,
    /// A thing is no longer there.
    #[strum(serialize = "things_gone")]
    ThingGone,
    /// A change moved from one status to another.
    Status,
    /// An arrow is drawn.
    #[strum(serialize = "arrows_new")]
    ArrowNew,
    /// An arrow is no longer there.
    #[strum(serialize = "arrows_gone")]
    ArrowGone,
    /// An arrow goes the other way, or it is said which way.
    Turned,
    /// What was guessed or told was seen.
    Seen,
    /// People see an arrow differently.
    #[strum(serialize = "disputes_opened")]
    DisputeOpened,
    /// They no longer do.
    #[strum(serialize = "disputes_settled")]
    DisputeSettled,
    /// Somebody saw something move.
    Observed,
    /// Something shows.
    #[strum(serialize = "findings_opened")]
    FindingOpened,
    /// Somebody took it up.
    #[strum(serialize = "findings_held")]
    FindingHeld,
    /// A room said what it thinks of it.
    #[strum(serialize = "findings_judged")]
    FindingJudged,
    /// It no longer shows.
    #[strum(serialize = "findings_closed")]
    FindingClosed,
    /// Something was promised, asked or parked.
    LeftOpen,
    /// It is known what became of it.
    Settled,
}

impl ChangeKind {
    /// Every sort, in the order in which they are told.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }

    const fn is_about_findings(self) -> bool {
        matches!(
            self,
            ChangeKind::FindingOpened | ChangeKind::FindingHeld | ChangeKind::FindingJudged | ChangeKind::FindingClosed
        )
    }

    /// What stands above such differences. What one of two sessions does not name is not gone: it was not named there.
    pub const fn heading(self, scope: Scope) -> &'static str {
        match (self, scope) {
            (ChangeKind::ThingNew, Scope::OneStory) => "Named since",
            (ChangeKind::ThingNew, Scope::TwoSessions) => "Named only in the second",
            (ChangeKind::ThingGone, Scope::OneStory) => "No longer there",
            (ChangeKind::ThingGone, Scope::TwoSessions) => "Named only in the first",
            (ChangeKind::Status, _) => "Moved on",
            (ChangeKind::ArrowNew, Scope::OneStory) => "Said since",
            (ChangeKind::ArrowNew, Scope::TwoSessions) => "Said only in the second",
            (ChangeKind::ArrowGone, Scope::OneStory) => "No longer said",
            (ChangeKind::ArrowGone, Scope::TwoSessions) => "Said only in the first",
            (ChangeKind::Turned, _) => "Another way now",
            (ChangeKind::Seen, _) => "Seen by now",
            (ChangeKind::DisputeOpened, _) => "Where they disagree",
            (ChangeKind::DisputeSettled, Scope::OneStory) => "Where they no longer disagree",
            (ChangeKind::DisputeSettled, Scope::TwoSessions) => "Where they disagree only in the first",
            (ChangeKind::Observed, _) => "What was seen to move",
            (ChangeKind::FindingOpened, Scope::OneStory) => "What shows now",
            (ChangeKind::FindingOpened, Scope::TwoSessions) => "What shows only in the second",
            (ChangeKind::FindingHeld, _) => "Taken up by somebody",
            (ChangeKind::FindingJudged, _) => "What the room said about what shows",
            (ChangeKind::FindingClosed, Scope::OneStory) => "What no longer shows",
            (ChangeKind::FindingClosed, Scope::TwoSessions) => "What shows only in the first",
            (ChangeKind::LeftOpen, _) => "Left for later",
            (ChangeKind::Settled, _) => "Settled",
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
pub struct Difference {
    /// What sort.
    pub change: ChangeKind,
    /// What it is about, as things are called.
    pub about: Vec<String>,
    /// A sentence, or a name.
    pub says: String,
}

impl Difference {
    pub(super) fn new<S: AsRef<str>>(change: ChangeKind, about: &[S], says: impl AsRef<str>) -> Self {
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
    pub items: Vec<Difference>,
}

impl Comparison {
    /// The differences of one sort.
    pub fn of(&self, change: ChangeKind) -> impl Iterator<Item = &Difference> {
        self.items.iter().filter(move |item| item.change == change)
    }

    /// Headings with what stands under them; no heading without anything. Of what shows only the heaviest is told.
    pub fn sections(&self) -> Vec<(String, Vec<String>)> {
        let section = |change: ChangeKind| {
            let mut says: Vec<String> = self.of(change).map(|item| item.says.clone()).collect();
            if change.is_about_findings() && says.len() > FINDINGS {
                let more = says.len() - FINDINGS;
                says.truncate(FINDINGS);
                says.push(format!("and {more} more"));
            }
            (!says.is_empty()).then(|| (change.heading(self.scope).to_owned(), says))
        };
        ChangeKind::ALL.iter().copied().filter_map(section).collect()
    }
}
