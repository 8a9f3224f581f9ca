use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::ask::GapSide;
use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::template::QuestionTemplate;
use crate::ask::thresholds::OPEN_ASKED;
use crate::graph::{Key, Thing};
use crate::lens::EFFECTS;
use crate::record::Kind;
use crate::record::english::counted_in_words;
use crate::record::spoken::capitalised;

use super::end::{FAR_REACHED, SEEN_WITHOUT_CAUSE, WHERE_THINGS_MEET, WITHOUT_CAUSE};
use super::listed::WHAT_IT_CHANGES;

/// 50. What else a thing changes, wherever no other template asks what it changes.
pub(super) const WHAT_ELSE_IT_CHANGES: QuestionTemplate = QuestionTemplate::of(50, what_else_it_changes)
    .weight(7)
    .asks_what_else()
    .steps(&["draw.5", "next.2", "next.3", "next.4"])
    .ask("What{else} {x:does} {x} change?")
    .elsewhere("Who could tell us what{else} {x} {x:changes}?")
    .carry("Ask {party}: what{else} {x:does} {x} change?");

fn what_else_it_changes(sight: &Sight<'_>) -> Vec<Occasion> {
    open(sight, GapSide::Out, &[FAR_REACHED, WHERE_THINGS_MEET, WHAT_IT_CHANGES])
}

/// 51. What else changes a thing, wherever no other template asks what changes it.
pub(super) const WHAT_ELSE_CHANGES_IT: QuestionTemplate = QuestionTemplate::of(51, what_else_changes_it)
    .weight(7)
    .asks_what_else()
    .steps(&["draw.5", "next.3", "next.4", "emerge.2"])
    .ask("What{else} changes {x}?")
    .elsewhere("Who could tell us what{else} changes {x}?")
    .carry("Ask {party}: what{else} changes {x}?");

fn what_else_changes_it(sight: &Sight<'_>) -> Vec<Occasion> {
    open(sight, GapSide::Into, &[WITHOUT_CAUSE, SEEN_WITHOUT_CAUSE])
}

/// Returns the open ends on a side about which these templates do not ask, those with the most expected gaps.
fn open(sight: &Sight<'_>, side: GapSide, others: &[QuestionTemplate]) -> Vec<Occasion> {
    let asked: Vec<Occasion> = others.iter().flat_map(|template| template.occasions(sight)).collect();
    let asked: BTreeSet<&Key> = asked.iter().filter_map(|occasion| occasion.about.first()).collect();
    let gaps = sight.scene.gaps;
    let things = sight.scene.graph.things().filter(|x| moves(sight, x, side) && x.gone.is_none());
    let mut things: Vec<&Thing> = things.filter(|x| !asked.contains(&x.key)).collect();
    things.sort_by_key(|x| Reverse(gaps.share(&x.key, side)));
    let occasions = things.into_iter().take(OPEN_ASKED).map(|x| {
        let known = gaps.known(&x.key, side);
        let occasion = Occasion::about([&x.key], because(x, side, known)).asking(x.unit.as_ref()).thing("x", x);
        occasion.with("else", if known > 0 { " else" } else { "" }).open(side)
    });
    occasions.collect()
}

/// Whether it makes sense to ask for arrows on this side of a thing. What people say is quoted and answered, not moved. Of a
/// party that only answers for things on the map nobody can tell what it "changes", and of a change without any effect
/// so far nobody can tell what changes it.
fn moves(sight: &Sight<'_>, x: &Thing, side: GapSide) -> bool {
    let moved = || sight.leads(x, EFFECTS) || sight.is_reached(x, EFFECTS);
    match (x.kind, side) {
        (Kind::Voice, _) => false,
        (Kind::Party, _) | (Kind::Initiative, GapSide::Into) => moved(),
        _ => true,
    }
}

fn because(x: &Thing, side: GapSide, known: usize) -> String {
    let label = &x.label;
    match (side, known) {
        (GapSide::Out, 0) => format!("Nobody here has said yet what {}.", x.with("changes")),
        (GapSide::Into, 0) => format!("Nobody here has said yet what changes {label}."),
        (GapSide::Out, _) => {
            let things = counted_in_words(known, "thing", "things");
            let named = if known == 1 { "that was" } else { "that were" };
            format!("{} {things} {named} named; by this map there may be more.", x.with("changes"))
        }
        (GapSide::Into, _) => {
            let things = counted_in_words(known, "thing", "things");
            let named = if known == 1 { "was named that changes" } else { "were named that change" };
            format!("{} {named} {label}; by this map there may be more.", capitalised(&things))
        }
    }
}
