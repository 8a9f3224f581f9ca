use std::collections::BTreeSet;

use jiff::SignedDuration;

use super::agenda::{self, AgendaTimeRow};
use super::source::ReplaySource;
use crate::app::map::listed;
use crate::app::recording::default_agenda;
use crate::app::run::{self, InView};
use crate::capture::{Context, Heard, retell};
use crate::exercise::{Agenda, Catalogue, Pace};
use crate::record::{Event, Exposure, Fact, Session};
use crate::replay::{Still, Timeline};

/// The maximum number of lines listed before a moment, which is more than a screen has rows.
const LINES: usize = 100;

/// The maximum distance from the thing just named that is shown, in arrows.
const STEPS: usize = 2;

/// One line of the talk, as it was read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplayLine {
    /// The number of the event.
    pub seq: u64,
    /// The session time of the line, without interruptions.
    pub at: SignedDuration,
    /// The speaker, by the short form typed for them; `None` on a screen that the room sees.
    pub speaker: Option<String>,
    /// The sentence read back.
    pub says: String,
    /// Whether the line could not be read.
    pub scrap: bool,
    /// Whether the line had been taken back by that moment.
    pub taken_back: bool,
}

/// The content of the replay screen at a moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplayScene {
    /// The title at that moment.
    pub title: String,
    /// The last lines, the newest at the end.
    pub said: Vec<ReplayLine>,
    /// The number of typed lines so far that had not been taken back by that moment.
    pub line: usize,
    /// The current step of that moment.
    pub step: Option<String>,
    /// The thing named last, with its causes and effects.
    pub in_view: Option<InView>,
    /// The agenda, with the time spent in each step.
    pub agenda: Vec<AgendaTimeRow>,
    /// The pace of the session against its agenda.
    pub pace: Option<Pace>,
}

impl ReplayScene {
    /// Computes the content of the screen at a moment.
    pub(super) fn of(still: &Still, timeline: &Timeline, source: &ReplaySource, catalogue: &Catalogue) -> Self {
        let heard = timeline.events().get(..still.position().heard).unwrap_or_default();
        let gone = taken_back(heard);
        let stands = |event: &&Event| !gone.contains(&event.seq) && event.is_line();
        let label = heard.iter().rev().filter(stands).find_map(run::subject);
        let label = label.and_then(|label| Some(still.ledger().thing(&label)?.label.to_owned()));
        let in_view = label.map(|label| InView { rows: listed(still.ledger().around(&label, STEPS)), label });
        let agenda = match still.agenda() {
            [] if still.place().is_some() => {
                Agenda::lay_out(&default_agenda(catalogue, still.mode()), catalogue, still.mode())
            }
            planned => Agenda::lay_out(planned, catalogue, still.mode()),
        };
        let walked = still.place().map(|place| &place.step);
        let walked = walked.or_else(|| heard.iter().rev().find_map(|event| event.step.as_ref()));
        let step = walked.and_then(|step| catalogue.step(step, still.mode()));
        let rows = agenda::rows(still, &agenda, catalogue);
        Self {
            title: still.title().to_owned(),
            said: said(heard, &gone, still, timeline, source),
            line: standing(heard, &gone, timeline.session()),
            step: step.map(|(exercise, step)| format!("{}: {}", exercise.title, step.title)),
            in_view,
            agenda: if rows.is_empty() { agenda::from_lines(heard, catalogue) } else { rows },
            pace: still.pace(&agenda),
        }
    }
}

fn taken_back(heard: &[Event]) -> BTreeSet<u64> {
    let mut gone = BTreeSet::new();
    for fact in heard.iter().flat_map(|event| &event.facts) {
        match fact {
            Fact::Retracted { seq } => gone.insert(*seq),
            Fact::Restored { seq } => gone.remove(seq),
            _ => false,
        };
    }
    gone
}

/// Returns how many lines stood once this was heard, counted as they are in a session that is being written.
fn standing(heard: &[Event], gone: &BTreeSet<u64>, session: &Session) -> usize {
    // A line goes as it reads now, which may be a later version of it.
    let gone: BTreeSet<u64> = gone.iter().map(|seq| session.line_of(*seq)).collect();
    let is_line = |event: &&Event| event.is_line() && run::is_listed(event) && session.line_of(event.seq) == event.seq;
    heard.iter().filter(is_line).filter(|event| !gone.contains(&event.seq)).count()
}

fn said(
    heard: &[Event],
    gone: &BTreeSet<u64>,
    still: &Still,
    timeline: &Timeline,
    source: &ReplaySource,
) -> Vec<ReplayLine> {
    let session = timeline.session();
    let known = Heard::default();
    let context = Context::new(still.ledger(), session, &known).carrying(&source.carried);
    let sentence = |event: &Event| {
        if source.shared {
            return timeline.told(event, still.ledger(), &source.carried);
        }
        let struck = event.facts.iter().any(|fact| matches!(fact, Fact::Struck));
        retell(&unnamed(event), &context, &|tag| Some(source.called(session, tag))).filter(|_| !struck)
    };
    let line = |event: &Event| {
        let says = [sentence(event), run::texts(event)].into_iter().flatten().collect::<Vec<_>>().join(" ");
        (!says.is_empty()).then(|| ReplayLine {
            seq: event.seq,
            at: session.time_within(event.at),
            speaker: unnamed(event)
                .speaker
                .filter(|_| !source.shared)
                .map(|tag| source.names.typed_for(&tag).to_owned()),
            says,
            scrap: event.facts.iter().any(|fact| matches!(fact, Fact::Scrapped { .. })),
            taken_back: gone.contains(&event.seq),
        })
    };
    let listed = heard.iter().rev().filter(|event| run::is_listed(event));
    let mut said: Vec<ReplayLine> = listed.filter_map(line).take(LINES).collect();
    said.reverse();
    said
}

/// Returns an event without its speaker, if it was said anonymously.
fn unnamed(event: &Event) -> Event {
    Event { speaker: event.speaker.clone().filter(|_| event.exposure != Exposure::Anonymous), ..event.clone() }
}
