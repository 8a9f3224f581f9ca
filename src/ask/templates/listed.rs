use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::ask::GapSide;
use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::slot::{ANYTHING, CHANGE};
use crate::ask::template::QuestionTemplate;
use crate::ask::thresholds::LISTED_ASKED;
use crate::ask::words::{called, lists, stated};
use crate::graph::{Key, Link, Thing};
use crate::lens::EFFECTS;
use crate::record::english::{counted_in_words, in_words};
use crate::record::spoken::capitalised;
use crate::record::{Relation, Sign};

use Relation::{Feeds, In, Needs};

/// 44. An arrow that imported files state, and that nobody has said.
pub(super) const STILL_SO: QuestionTemplate = QuestionTemplate::of(44, still_so)
    .slots(&[("a", ANYTHING), ("b", ANYTHING)])
    .weight(9)
    .quick()
    .steps(&["draw", "next.3", "bound", "folio", "look.2"])
    .ask("{list} says that {what}: {check}?")
    .elsewhere("{list} says that {what}. Who could tell us whether that is still so?")
    .carry("Ask {party}: {list} says that {what}; is that still so?");

fn still_so(sight: &Sight<'_>) -> Vec<Occasion> {
    let here = sight.scene.session.header().id.as_str();
    let asked = |link: &Link<'_>| {
        let answered = link.arrow.evidence.iter().any(|said| &*said.session == here && !said.is_imported());
        let differs = link.arrow.listed.as_ref().is_some_and(|listed| listed.differs || listed.gone.is_some());
        link.arrow.is_imported() && link.arrow.relation != In && !answered && !differs
    };
    let mut links: Vec<Link<'_>> = sight.scene.graph.links().filter(asked).collect();
    links.sort_by_cached_key(|link| (link.from.imported && link.to.imported, Reverse(used(sight, link))));
    let occasions = links.into_iter().take(LISTED_ASKED).map(|link| {
        let because = format!("{} states it, and nobody here has said so.", capitalised(&lists(sight, &link)));
        arrow(sight, &link, because)
    });
    occasions.collect()
}

/// 45. A thing that the newer edition of an imported file no longer lists.
pub(super) const GONE_THING: QuestionTemplate = QuestionTemplate::of(45, gone_thing)
    .slots(&[("x", ANYTHING)])
    .weight(8)
    .quick()
    .steps(&["look", "folio", "moment.4", "draw.1"])
    .ask("{x} {x:is} no longer in {list}: what became of {x:them}?")
    .elsewhere("{x} {x:is} no longer in {list}. Who could tell us what became of {x:them}?")
    .carry("Ask {party}: {x} {x:is} no longer in {list}; what became of {x:them}?");

fn gone_thing(sight: &Sight<'_>) -> Vec<Occasion> {
    let gone = sight.scene.graph.things().filter_map(|thing| Some((thing, thing.gone.as_ref()?)));
    let mut gone: Vec<_> = gone.collect();
    gone.sort_by_cached_key(|(thing, _)| Reverse(sight.scene.graph.arrows_at(&thing.key)));
    let occasions = gone.into_iter().take(LISTED_ASKED).map(|(thing, gone)| {
        let list = called(sight, &gone.session);
        let because = format!("{} listed {} until {}.", capitalised(&list), thing.label, gone.day);
        let occasion = Occasion::about([&thing.key], because).asking(thing.unit.as_ref()).thing("x", thing);
        occasion.with("list", list).used(sight.scene.graph.arrows_at(&thing.key))
    });
    occasions.collect()
}

/// 46. An arrow that the newer edition of an imported file no longer states.
pub(super) const GONE_ARROW: QuestionTemplate = QuestionTemplate::of(46, gone_arrow)
    .slots(&[("a", ANYTHING), ("b", ANYTHING)])
    .weight(7)
    .quick()
    .steps(&["look", "folio", "draw"])
    .ask("{list} no longer says that {what}: is it still so?")
    .elsewhere("{list} no longer says that {what}. Who could tell us whether it is still so?")
    .carry("Ask {party}: {list} no longer says that {what}; is it still so?");

fn gone_arrow(sight: &Sight<'_>) -> Vec<Occasion> {
    let gone = sight.scene.graph.links().filter_map(|link| {
        let gone = link.arrow.gone()?;
        // Where the thing itself is gone, that is what is asked about.
        (link.from.gone.is_none() && link.to.gone.is_none()).then_some((link, gone.clone()))
    });
    let occasions = gone.take(LISTED_ASKED).map(|(link, gone)| {
        let list = called(sight, &gone.session);
        let because = format!("{} stated it until {}.", capitalised(&list), gone.day);
        arrow(sight, &link, because).with("list", list)
    });
    occasions.collect()
}

/// 47. An arrow of which imported files state different signs.
pub(super) const LISTS_DIFFER: QuestionTemplate = QuestionTemplate::of(47, lists_differ)
    .slots(&[("a", ANYTHING), ("b", ANYTHING)])
    .weight(9)
    .steps(&["draw", "next.3", "next.4", "bound", "look.2"])
    .ask("{both}: which is it?")
    .elsewhere("{both}. Who could tell us which it is?")
    .carry("Ask {party}: {both}; which is it?");

fn lists_differ(sight: &Sight<'_>) -> Vec<Occasion> {
    let differing = |link: &Link<'_>| {
        let differs = link.arrow.listed.as_ref().is_some_and(|listed| listed.differs);
        link.arrow.is_imported() && differs
    };
    let asked = sight.scene.graph.links().filter(differing).filter_map(|link| {
        let (mut sides, mut seen) = (Vec::new(), BTreeSet::new());
        for said in link.arrow.evidence.iter().filter(|said| said.is_imported()) {
            let sign = said.said.filter(|sign| *sign != Sign::Unknown && seen.insert(*sign));
            sides.extend(sign.map(|sign| (called(sight, &said.session), stated(&link, sign))));
        }
        let [(one, first), (other, second), ..] = sides.as_slice() else { return None };
        let both = if one == other {
            format!("{} says both that {first} and that {second}", capitalised(one))
        } else {
            format!("{} says that {first}, and {other} that {second}", capitalised(one))
        };
        let because = "What was imported contradicts itself here, and nobody has said what is so.".to_owned();
        Some(arrow(sight, &link, because).with("both", both))
    });
    asked.collect()
}

/// 48. An arrow of which an imported file states something else than people said before.
pub(super) const AGAINST_THE_ROOM: QuestionTemplate = QuestionTemplate::of(48, against_the_room)
    .slots(&[("a", ANYTHING), ("b", ANYTHING)])
    .weight(8)
    .steps(&["draw", "next.3", "bound", "look.2", "look.5"])
    .ask("People said that {said}, and {list} says that {what}: what is so today?")
    .elsewhere("People said that {said}, and {list} says that {what}. Who could tell us what is so today?")
    .carry("Ask {party}: people said that {said}, and {list} says that {what}; what is so today?");

fn against_the_room(sight: &Sight<'_>) -> Vec<Occasion> {
    let links = sight.scene.graph.links().chain(sight.scene.graph.set_aside());
    let newer = |link: &Link<'_>| {
        let stated = link.arrow.evidence.iter().filter(|said| said.is_imported()).map(|said| said.time).max();
        link.arrow.is_as_listed() == Some(false) && stated > link.arrow.touched
    };
    let asked = links.filter(newer).filter_map(|link| {
        let listed = link.arrow.listed.as_ref()?;
        let because = "An imported file says otherwise than people did before it.".to_owned();
        let occasion = arrow(sight, &link, because).with("said", stated(&link, link.arrow.sign));
        Some(occasion.with("what", stated(&link, listed.sign)))
    });
    asked.collect()
}

/// 49. A change that imported files list, and of which nobody has said what it changes.
pub(super) const WHAT_IT_CHANGES: QuestionTemplate = QuestionTemplate::of(49, what_it_changes)
    .slots(&[("x", CHANGE)])
    .weight(8)
    .steps(&["draw.5", "next.2", "folio", "moment.4"])
    .ask("{x} {x:is} in {list}. What {x:does} {x:it} change{where}?")
    .elsewhere("{x} {x:is} in {list}. Who could tell us what {x:it} {x:changes}{where}?")
    .carry("Ask {party}: {x} {x:is} in {list}; what {x:does} {x:it} change{where}?");

fn what_it_changes(sight: &Sight<'_>) -> Vec<Occasion> {
    let open = |x: &&Thing| x.imported && x.gone.is_none() && !sight.leads(x, EFFECTS);
    let mut changes: Vec<(&Thing, usize, usize)> = sight.changes().filter(open).map(|x| of_use(sight, x)).collect();
    changes.sort_by_key(|(_, needs, shared)| Reverse(needs + 2 * shared));
    let occasions = changes.into_iter().take(LISTED_ASKED).filter_map(|(x, needs, shared)| {
        let list = called(sight, x.heard_in.first()?);
        let lives = counted_in_words(needs, "need", "needs");
        let shares =
            if shared > 0 { format!(", {} of them shared with others", in_words(shared)) } else { String::new() };
        let because =
            format!("{} names {lives} for it{shares}; nobody here has said what it changes.", capitalised(&list));
        let unit = x.unit.as_ref().filter(|unit| **unit != x.key);
        let place = unit.map(|unit| format!(" in {}", sight.label(unit))).unwrap_or_default();
        let occasion = Occasion::about([&x.key], because).asking(x.unit.as_ref()).thing("x", x);
        let occasion = occasion.with("list", list).with("where", place);
        Some(occasion.used(needs + 2 * shared).open(GapSide::Out))
    });
    occasions.collect()
}

/// Returns a change with the number of its needs, and of those among them that others need or draw on as well.
fn of_use<'a>(sight: &Sight<'a>, x: &'a Thing) -> (&'a Thing, usize, usize) {
    let needs: Vec<Link<'_>> = sight.out(x, &[Needs]).collect();
    let is_shared = |need: &&Link<'_>| {
        let others = sight.into(need.to, &[Needs]).filter(|other| other.from.key != x.key);
        others.chain(sight.out(need.to, &[Feeds])).next().is_some()
    };
    (x, needs.len(), needs.iter().filter(is_shared).count())
}

/// Returns how much an arrow is used: the number of arrows at both ends.
fn used(sight: &Sight<'_>, link: &Link<'_>) -> usize {
    let at = |key: &Key| sight.scene.graph.arrows_at(key);
    at(&link.from.key) + at(&link.to.key)
}

/// Makes an occasion about an arrow that files state.
fn arrow(sight: &Sight<'_>, link: &Link<'_>, because: String) -> Occasion {
    let unit = link.from.unit.as_ref().or(link.to.unit.as_ref());
    let occasion = Occasion::about([&link.from.key, &link.to.key], because).weighing(&link.to.key).asking(unit);
    let occasion = occasion.thing("a", link.from).thing("b", link.to).used(used(sight, link));
    let list = lists(sight, link);
    // Who answers for what may have changed since; an effect is seen or it is not.
    let check = if link.arrow.is_effect() { "has anybody here seen it so" } else { "is that still so" };
    occasion.with("list", list).with("what", stated(link, link.arrow.sign)).with("check", check)
}
