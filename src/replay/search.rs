//! Search: finds the lines of a session by words, things, units and kind of line.

use jiff::SignedDuration;
use jiff::civil::Date;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Timeline;
use super::told::EventTeller;
use crate::graph::{Key, Ledger};
use crate::record::text::clean;
use crate::record::{Event, Fact, Matter, Names, Session, SessionId};

/// The kind of line that a search looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum HitKind {
    /// An arrow is drawn.
    Arrow,
    /// A position on an arrow: yes, no or unsure.
    Position,
    /// A promise or a wish.
    Promise,
    /// A question that nobody in the room could answer.
    Question,
    /// An item that is parked for later.
    Parked,
    /// The outcome of a promise, a question or a parked item.
    Settled,
    /// A decision.
    Decision,
    /// A rule of a charter.
    Rule,
    /// An observation of a factor, or a factor that is watched.
    Seen,
    /// The judgement of the room on a finding.
    Judged,
    /// Votes, an order or ratings.
    Count,
    /// Answers that were collected without names and shown together.
    Revealed,
    /// An attribute of a thing, or two names that are merged or told apart.
    Thing,
    /// Any other content.
    Text,
}

impl HitKind {
    /// Every kind.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Returns the name of the kind, as typed and as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Returns the kind with this name.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    /// Returns the kind of an event; `None` if it has no content and only runs the session.
    fn of(event: &Event) -> Option<Self> {
        let content = || event.facts.iter().filter(|fact| fact.is_content());
        content().find_map(Self::of_fact).or_else(|| content().next().map(|_| HitKind::Text))
    }

    /// Returns the kind of a fact; `None` if the fact only names a thing or is plain text.
    const fn of_fact(fact: &Fact) -> Option<Self> {
        Some(match fact {
            Fact::Claimed(_) => HitKind::Arrow,
            Fact::Stanced(_) => HitKind::Position,
            Fact::Committed { .. } => HitKind::Promise,
            Fact::Asked { .. } => HitKind::Question,
            Fact::Parked { .. } => HitKind::Parked,
            Fact::Settled { .. } => HitKind::Settled,
            Fact::Decided { .. } => HitKind::Decision,
            Fact::Ruled { .. } => HitKind::Rule,
            Fact::Observed { .. } | Fact::Measured { .. } | Fact::Watched { .. } => HitKind::Seen,
            Fact::Judged { .. } => HitKind::Judged,
            Fact::Polled(_)
            | Fact::PollCounted { .. }
            | Fact::Voted { .. }
            | Fact::Ranked { .. }
            | Fact::Rated { .. } => HitKind::Count,
            Fact::Revealed { .. } => HitKind::Revealed,
            Fact::Set { .. }
            | Fact::Described { .. }
            | Fact::GoneFromSource { .. }
            | Fact::Merged { .. }
            | Fact::Renamed { .. }
            | Fact::Unmerged { .. }
            | Fact::ToldApart { .. } => HitKind::Thing,
            _ => return None,
        })
    }
}

/// What a search looks for; a line has to match all that is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Each of these words has to be in the sentence, or in a label on the line.
    pub words: Vec<String>,
    /// The line has to be of this kind.
    pub kind: Option<HitKind>,
    /// The line has to be said by a person of this unit, or name the unit.
    pub unit: Option<String>,
}

/// A line that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The id of the session.
    pub session: SessionId,
    /// The title of the session.
    pub title: String,
    /// The day on which the session was opened, which tells it from others of the same title.
    pub day: Date,
    /// The number of the event.
    pub seq: u64,
    /// The number of the typed line, from 1; for an act of a key, the number of the line before it.
    pub line: usize,
    /// The time within the session, without interruptions.
    pub at: SignedDuration,
    /// The kind of line.
    pub kind: HitKind,
    /// The sentence as everybody may read it.
    pub excerpt: String,
}

/// Returns the lines of a session that match a query, in order. Lines that were taken back and private lines are left
/// out.
///
/// `carried` holds the promises, questions and parked items that earlier sessions left open.
pub fn search(session: &Session, carried: &[Matter], query: &Query) -> Vec<Hit> {
    let mut ledger = Ledger::new();
    ledger.add_session(session, &Names::default());
    let teller = EventTeller::new(session, &ledger, carried);
    let timeline = Timeline::new(session.clone(), &Names::default(), Ledger::new());
    let words: Vec<String> = query.words.iter().map(|word| folded(word)).filter(|word| !word.is_empty()).collect();
    let (mut hits, mut line) = (Vec::new(), 0);
    for event in session.events() {
        line += usize::from(event.is_line());
        let kind = HitKind::of(event).filter(|kind| query.kind.is_none_or(|wanted| wanted == *kind));
        let of_unit = || query.unit.as_deref().is_none_or(|unit| timeline.is_of_unit(event, unit));
        let Some(kind) = kind.filter(|_| session.stands(event.seq) && of_unit()) else { continue };
        let Some(excerpt) = teller.sentence(event) else { continue };
        let told = folded(&format!("{excerpt} {}", labels(event).join(" ")));
        if words.iter().all(|word| told.contains(word)) {
            let of = session;
            let (session, title) = (session.header().id.clone(), clean(session.title()).into_owned());
            let (day, seq, at) = (of.day(), event.seq, of.time_within(event.at));
            hits.push(Hit { session, title, day, seq, line, at, kind, excerpt });
        }
    }
    hits
}

fn folded(text: &str) -> String {
    Key::of(text).map(|key| key.as_str().to_owned()).unwrap_or_default()
}

fn labels(event: &Event) -> Vec<&str> {
    let labels = event.facts.iter().flat_map(|fact| match fact {
        Fact::Named { label, .. } | Fact::Set { label, .. } | Fact::Ruled { label, .. } => vec![label.as_str()],
        Fact::Described { label, words } => vec![label.as_str(), words],
        Fact::Claimed(claim) => vec![claim.from.as_str(), &claim.to],
        Fact::Stanced(stance) => vec![stance.from.as_str(), &stance.to],
        Fact::Committed { about, about_to, .. } => about.iter().chain(about_to).map(String::as_str).collect(),
        _ => Vec::new(),
    });
    labels.collect()
}
