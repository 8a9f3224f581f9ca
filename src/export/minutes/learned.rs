//! What the room learned: what it said is so, and what it talked about with its own words, numbers and quotes.
//!
//! Nothing that only the map shows stands here. What nobody judged needs words of the room behind it: a quote, a reason,
//! something that was seen.

mod chains;
mod insight;
mod words;

use super::last::last_of_each;
use super::notes::Notes;
use super::said::{answers, is_learned};
use crate::export::markdown::{foreign, list};
use crate::graph::{Judged, Key};
use crate::lens::{Finding, Lens, Pattern, State};
use crate::record::{Fact, Judgement, RoomView, ShownFinding};
use chains::chains;
use insight::LearnedItem;
use words::RoomWords;

/// The maximum number of items.
const MOST: usize = 5;

/// The lenses whose findings are told without a judgement when the room's words are behind them: they say what happens,
/// and not what is missing or how the map is built.
const SAYS_WHAT_HAPPENS: [&Lens; 5] = [Lens::LOOP, Lens::CONFLICT, Lens::UNMET, Lens::INCENTIVE, Lens::EMERGENT];

/// What was learned: first what people said they learned, in their words, then what the room said is so, then what it talked about; below each, the words behind it.
pub(super) fn learned(notes: &Notes<'_>) -> String {
    let room = RoomWords::of(notes);
    let mut told: Vec<LearnedItem<'_>> = Vec::new();
    let put_up = on_the_screen(notes, &room).into_iter();
    for insight in confirmed(notes, &room).into_iter().chain(put_up).chain(talked_about(notes, &room)) {
        if told.len() < MOST && !told.iter().any(|known| known.holds(&insight)) {
            told.push(insight);
        }
    }
    let said = list(answers(notes, is_learned));
    format!("{said}{}", told.iter().map(|insight| item(insight, &room)).collect::<String>())
}

/// The questions of the findings that the room left open on purpose.
pub(super) fn left_open(notes: &Notes<'_>) -> String {
    let later = judged(notes, Judgement::Later).into_iter();
    let rows = later.map(|(finding, judged)| format!("- {}{}\n", foreign(&finding.ask), reason(judged)));
    rows.collect()
}

/// What the room said is so.
fn confirmed<'a>(notes: &'a Notes<'_>, room: &RoomWords<'a>) -> Vec<LearnedItem<'a>> {
    let so = judged(notes, Judgement::True).into_iter().filter(|(finding, _)| finding.state != State::Gone);
    so.map(|(finding, judged)| LearnedItem::found(room, finding, Some(judged))).collect()
}

/// The findings that were put up on the room's screen in this session, and that nobody refused or put off.
fn on_the_screen<'a>(notes: &'a Notes<'_>, room: &RoomWords<'a>) -> Vec<LearnedItem<'a>> {
    let shown: Vec<&ShownFinding> = notes.facts().filter_map(|(_, fact)| put_up(fact)).collect();
    if shown.is_empty() {
        return Vec::new();
    }
    let is_up = |finding: &&'a Finding| matches!(finding.state, State::Open | State::Held);
    let found = shown.into_iter().filter_map(|shown| {
        notes.readings().findings.iter().filter(is_up).find(|finding| is_it(notes, finding, shown))
    });
    found.map(|finding| LearnedItem::found(room, finding, None)).collect()
}

const fn put_up(fact: &Fact) -> Option<&ShownFinding> {
    if let Fact::Shown { view: RoomView::Finding(shown) } = fact { Some(shown) } else { None }
}

fn is_it(notes: &Notes<'_>, finding: &Finding, shown: &ShownFinding) -> bool {
    let key = |label: &String| Key::of(notes.ledger().thing(label).map_or(label.as_str(), |known| known.label));
    finding.lens.name() == shown.lens
        && finding.pattern.map(Pattern::name) == shown.pattern.as_deref()
        && finding.about.iter().map(|key| Some(key.clone())).eq(shown.about.iter().map(key))
}

/// What nobody judged and the room talked about in its own words, the weightiest first; of chains with the same weight,
/// the longer one tells more.
fn talked_about<'a>(notes: &'a Notes<'_>, room: &RoomWords<'a>) -> Vec<LearnedItem<'a>> {
    let mut found = chains(room);
    let up = notes.readings().findings.iter().filter(|finding| matches!(finding.state, State::Open | State::Held));
    let up = up.filter(|finding| SAYS_WHAT_HAPPENS.contains(&finding.lens));
    found.extend(
        up.map(|finding| LearnedItem::found(room, finding, None)).filter(|found| room.is_of_the_room(&found.links)),
    );
    found.sort_by_key(|insight| std::cmp::Reverse((insight.weight, insight.links.len())));
    found
}

/// The findings whose latest judgement in this session is `wanted`, in the order of the judgements.
fn judged<'a>(notes: &'a Notes<'_>, wanted: Judgement) -> Vec<(&'a Finding, &'a Judged)> {
    let session = notes.session.header().id.as_str();
    let here = notes.graph().judged().iter().filter(|judged| *judged.session == *session);
    let last = last_of_each(here.map(|judged| ((&judged.lens, &judged.pattern, &judged.about), judged)));
    let wanted: Vec<&Judged> = last.into_iter().filter(|judged| judged.judgement == wanted).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let findings = &notes.readings().findings;
    let found = |judged: &'a Judged| Some((findings.iter().find(|finding| finding.is_meant(judged))?, judged));
    wanted.into_iter().filter_map(found).collect()
}

/// The reason of a judgement, in brackets; empty without one.
fn reason(judged: &Judged) -> String {
    judged.reason.as_deref().map(|reason| format!(" ({})", foreign(reason))).unwrap_or_default()
}

fn item(insight: &LearnedItem<'_>, room: &RoomWords<'_>) -> String {
    let reason = insight.judged.map(reason).unwrap_or_default();
    let mut item = format!("- {}{reason}\n", insight.says);
    for words in room.behind(&insight.links, &insight.says) {
        item.push_str("  - ");
        item.push_str(&foreign(&words));
        item.push('\n');
    }
    item
}
