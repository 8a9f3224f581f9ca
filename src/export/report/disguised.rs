use super::{LetterParts, SessionChapter};
use crate::export::markdown::list;
use crate::export::minutes::DECISIONS;
use crate::graph::Disguise;
use crate::lens::{LeverRatings, SessionPlots, TalkPlot};
use crate::record::spoken::in_words;
use crate::record::{Exposure, Fact, Session, Verdict};

/// A kind of facts to count: its singular, its plural, and a function that says whether a fact is of this kind.
type Counted = (&'static str, &'static str, fn(&Fact) -> bool);

const COUNTED: &[Counted] = &[
    ("promise or wish", "promises and wishes", |fact| matches!(fact, Fact::Committed { .. })),
    ("question to take away", "questions to take away", |fact| matches!(fact, Fact::Asked { .. })),
    ("thing parked", "things parked", |fact| matches!(fact, Fact::Parked { .. })),
    ("rule agreed", "rules agreed", |fact| matches!(fact, Fact::Ruled { .. })),
    ("vote", "votes", |fact| matches!(fact, Fact::Voted { .. } | Fact::Ranked { .. })),
];

impl SessionChapter {
    /// The chapter of a session under neutral names: the decisions on things, and the numbers of other facts. It holds
    /// none of the words of the session.
    pub fn disguised(session: &Session, disguise: &Disguise) -> Self {
        let facts = || {
            let shared = session.live().filter(|event| event.exposure != Exposure::Private);
            shared.flat_map(|event| &event.facts)
        };
        let mut sections = Vec::new();
        let decisions = list(facts().filter_map(|fact| decided(disguise, fact)));
        if !decisions.is_empty() {
            sections.push((DECISIONS, decisions));
        }
        let counts = COUNTED.iter().filter_map(|(one, many, counts)| {
            let count = facts().filter(|fact| counts(fact)).count();
            (count > 0).then(|| format!("{} {}", in_words(count), if count == 1 { one } else { many }))
        });
        let counts: Vec<String> = counts.collect();
        if !counts.is_empty() {
            sections.push(("Said besides", list(counts)));
        }
        Self {
            title: disguise.session(&session.header().id).to_string(),
            about: String::new(),
            glance: String::new(),
            how_to_read: "*In this copy everything has a neutral name, and nobody's words are in it.*".to_owned(),
            sections,
            promises: Vec::new(),
            settles: Vec::new(),
            letter: LetterParts::default(),
            plots: disguised_plots(session, disguise),
        }
    }
}

/// The ratings of what is on the map. Who was heard when is left out, because it is about the people of one session.
fn disguised_plots(session: &Session, disguise: &Disguise) -> SessionPlots {
    let ratings = LeverRatings::of(session).into_iter().filter_map(|rated| {
        let label = disguise.name(&rated.label)?.to_owned();
        Some(LeverRatings { label, ..rated })
    });
    SessionPlots { ratings: ratings.collect(), talk: TalkPlot::default() }
}

fn decided(disguise: &Disguise, fact: &Fact) -> Option<String> {
    let Fact::Decided { about, verdict, .. } = fact else { return None };
    let about = disguise.name(about).unwrap_or("Something that is not on the map");
    let verdict = match verdict {
        Verdict::Proceed => "go ahead as planned",
        Verdict::Guard => "go ahead, with a guard",
        Verdict::Wait => "wait for something first",
        Verdict::Stop => "stop",
        Verdict::WillNot => "will not be done",
    };
    Some(format!("**{about}**: {verdict}"))
}
