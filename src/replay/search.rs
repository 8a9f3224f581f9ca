//! Where something was said: by words, things, units and the sort of line.

use jiff::SignedDuration;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Timeline;
use super::told::EventTeller;
use crate::graph::{Key, Ledger};
use crate::record::text::clean;
use crate::record::{Event, Fact, Matter, Names, Session, SessionId};

/// The sort of a line that can be looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum HitKind {
    /// Something leads to something.
    Arrow,
    /// Yes, no, unsure.
    Position,
    /// Who does what by when.
    Promise,
    /// What nobody here could answer.
    Question,
    /// Put aside for later.
    Parked,
    /// What became of a promise, a question, a parked item.
    Settled,
    /// A plan that was decided about.
    Decision,
    /// A rule of a charter.
    Rule,
    /// Something seen to move, or watched.
    Seen,
    /// What the room said about something that shows.
    Judged,
    /// A count, an order, a rating.
    Count,
    /// What was written unnamed and shown together.
    Revealed,
    /// A thing, what it is like, which name is kept.
    Thing,
    /// Anything else that was said.
    Text,
}

impl HitKind {
    /// Every sort.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, as typed and as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The sort with this name.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    /// The sort of an event; none for what only runs the session.
    fn of(event: &Event) -> Option<Self> {
        let content = || event.facts.iter().filter(|fact| fact.is_content());
        content().find_map(Self::of_fact).or_else(|| content().next().map(|_| HitKind::Text))
    }

    /// The sort of a fact that says more about its line than that something is named.
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
            Fact::Observed { .. } | Fact::Watched { .. } => HitKind::Seen,
            Fact::Judged { .. } => HitKind::Judged,
            Fact::Voted { .. } | Fact::Ranked { .. } | Fact::Rated { .. } => HitKind::Count,
            Fact::Revealed { .. } => HitKind::Revealed,
            Fact::Set { .. } | Fact::Merged { .. } | Fact::Unmerged { .. } | Fact::ToldApart { .. } => HitKind::Thing,
            _ => return None,
        })
    }
}

/// What is looked for; everything that is given has to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Every one of these words is in the sentence, or in the name of a thing.
    pub words: Vec<String>,
    /// The line is of this sort.
    pub kind: Option<HitKind>,
    /// Somebody of this unit said it, or it is about the unit.
    pub unit: Option<String>,
}

/// A line that was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The session's id.
    pub session: SessionId,
    /// Its title.
    pub title: String,
    /// The event.
    pub seq: u64,
    /// Which typed line it is, from 1; of a keyed act the line before.
    pub line: usize,
    /// When, in the time of the session: interruptions are no part of it.
    pub at: SignedDuration,
    /// The sort of line.
    pub kind: HitKind,
    /// The sentence, as everybody may read it.
    pub excerpt: String,
}

/// The lines of a session that stand and answer a query, in order. What is private is never among them.
///
/// What earlier sessions left open is `carried`.
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
            hits.push(Hit { session, title, seq: event.seq, line, at: of.time_within(event.at), kind, excerpt });
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
        Fact::Claimed(claim) => vec![claim.from.as_str(), &claim.to],
        Fact::Stanced(stance) => vec![stance.from.as_str(), &stance.to],
        Fact::Committed { about, about_to, .. } => about.iter().chain(about_to).map(String::as_str).collect(),
        _ => Vec::new(),
    });
    labels.collect()
}
