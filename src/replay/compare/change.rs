use crate::record::text::clean;
use strum::{IntoStaticStr, VariantArray};

/// The maximum number of findings listed under one heading.
const FINDINGS: usize = 6;

/// The kind of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum ChangeKind {
    /// A thing that is new.
    #[strum(serialize = "things_new")]
    ThingNew,
    /// A thing that is new in an imported file, and that nobody has named.
    #[strum(serialize = "things_listed")]
    ThingListed,
    /// A thing that has another name.
    #[strum(serialize = "things_renamed")]
    Renamed,
    /// A thing or an arrow that an imported file no longer lists.
    #[strum(serialize = "gone_from_source")]
    GoneFromSource,
    /// A thing or an arrow that an imported file lists again.
    #[strum(serialize = "back_in_source")]
    BackInSource,
    /// A thing that no longer exists.
    #[strum(serialize = "things_gone")]
    ThingGone,
    /// A change with another status, or whose status is no longer stated.
    Status,
    /// An arrow that is new.
    #[strum(serialize = "arrows_new")]
    ArrowNew,
    /// An arrow that an imported file states now, and that nobody has said.
    #[strum(serialize = "arrows_listed")]
    ArrowListed,
    /// An arrow that no longer exists.
    #[strum(serialize = "arrows_gone")]
    ArrowGone,
    /// An arrow with another sign, or with a sign that was unknown before.
    Turned,
    /// An arrow that was guessed or told, and is now seen.
    Seen,
    /// An arrow that people now see in opposite ways.
    #[strum(serialize = "disputes_opened")]
    DisputeOpened,
    /// An arrow that people no longer see in opposite ways.
    #[strum(serialize = "disputes_settled")]
    DisputeSettled,
    /// An observation that a thing moved.
    Observed,
    /// A finding that shows now.
    #[strum(serialize = "findings_opened")]
    FindingOpened,
    /// A finding that is now held: somebody took it up.
    #[strum(serialize = "findings_held")]
    FindingHeld,
    /// A finding that the room has judged.
    #[strum(serialize = "findings_judged")]
    FindingJudged,
    /// A finding that no longer shows.
    #[strum(serialize = "findings_closed")]
    FindingClosed,
    /// A promise, question or parked item that is new and open.
    LeftOpen,
    /// A promise, question or parked item with a new outcome.
    Settled,
}

impl ChangeKind {
    /// Every kind, in the order in which they are told.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Returns the name of the kind, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }

    const fn is_about_findings(self) -> bool {
        matches!(
            self,
            ChangeKind::FindingOpened | ChangeKind::FindingHeld | ChangeKind::FindingJudged | ChangeKind::FindingClosed
        )
    }

    /// Returns the heading above differences of this kind. Between two sessions, what only the first one names is not
    /// called gone: the second did not name it.
    pub const fn heading(self, scope: Scope) -> &'static str {
        match (self, scope) {
            (ChangeKind::ThingNew, Scope::OneStory) => "Named since",
            (ChangeKind::ThingNew, Scope::TwoSessions) => "Named only in the second",
            (ChangeKind::ThingListed, Scope::OneStory) => "New in the file",
            (ChangeKind::ThingListed, Scope::TwoSessions) => "Only in the file of the second",
            (ChangeKind::Renamed, _) => "Renamed",
            (ChangeKind::GoneFromSource, _) => "Gone from the source",
            (ChangeKind::BackInSource, _) => "Back in the source",
            (ChangeKind::ThingGone, Scope::OneStory) => "No longer there",
            (ChangeKind::ThingGone, Scope::TwoSessions) => "Named only in the first",
            (ChangeKind::Status, _) => "Moved on",
            (ChangeKind::ArrowNew, Scope::OneStory) => "Said since",
            (ChangeKind::ArrowNew, Scope::TwoSessions) => "Said only in the second",
            (ChangeKind::ArrowListed, Scope::OneStory) => "The file states since",
            (ChangeKind::ArrowListed, Scope::TwoSessions) => "Stated only by the file of the second",
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

/// What a comparison compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Two moments of one session or one map: what is missing at the later moment is gone.
    OneStory,
    /// Two sessions: what is missing in one was not said in it.
    TwoSessions,
}

/// One difference between two moments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its kind.
    pub change: ChangeKind,
    /// The labels of what it is about.
    pub about: Vec<String>,
    /// A sentence, or a label.
    pub says: String,
}

impl Difference {
    pub(super) fn new<S: AsRef<str>>(change: ChangeKind, about: &[S], says: impl AsRef<str>) -> Self {
        let about = about.iter().map(|label| clean(label.as_ref()).into_owned()).collect();
        Self { change, about, says: clean(says.as_ref()).into_owned() }
    }
}

/// All differences between two moments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What was compared.
    pub scope: Scope,
    /// The differences, grouped by kind.
    pub items: Vec<Difference>,
}

impl Comparison {
    /// Returns the differences of one kind.
    pub fn of(&self, change: ChangeKind) -> impl Iterator<Item = &Difference> {
        self.items.iter().filter(move |item| item.change == change)
    }

    /// Returns each heading with its lines, without empty headings. Of findings, at most 6 are listed under a heading,
    /// the highest severity first.
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
