use std::collections::{BTreeMap, BTreeSet};

use crate::ask::GapSide;
use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::slot::{AMOUNT, END, FACTOR};
use crate::ask::template::QuestionTemplate;
use crate::ask::thresholds::{COMING_BACK, MEETING, WORD};
use crate::graph::{Causal, Key, Link, Thing, paths};
use crate::lens::{EFFECTS, FAINTEST, LONGEST_PATH};
use crate::record::english::{amount, head_words, listed, more_or_less};
use crate::record::spoken::in_words;
use crate::record::{Direction, Kind, Sign, Want};

/// 8. A thing that much leads to, and from which nothing leads on so far.
pub(super) const FAR_REACHED: QuestionTemplate = QuestionTemplate::of(8, far_reached)
    .slots(&[("amount", AMOUNT)])
    .weight(9)
    .steps(&["draw.5", "next.3", "next.4", "emerge.4"])
    .ask("And with {amount}, what happens then?")
    .elsewhere("Who could tell us what happens with {amount}?");

fn far_reached(sight: &Sight<'_>) -> Vec<Occasion> {
    let far = |thing: &&Thing| sight.place(&thing.key).is_some_and(|place| sight.is_far_reached(place));
    let ends = sight.scene.graph.things().filter(|thing| thing.kind != Kind::Party && !sight.leads(thing, EFFECTS));
    let asked = ends.filter(far).map(|t| {
        let because =
            format!("Much of what was said leads to {}, and nobody here has said what happens then.", t.label);
        let occasion = Occasion::about([&t.key], because).asking(t.unit.as_ref());
        occasion.words_of("amount", t, amount(falls(sight, t), &t.label)).open(GapSide::Out)
    });
    asked.collect()
}

/// Whether the question speaks of less of a thing: as it was last seen, else as most arrows say, else against what is
/// wanted.
fn falls(sight: &Sight<'_>, thing: &Thing) -> bool {
    match thing.observations.last().map(|seen| seen.direction) {
        Some(Direction::Down) => true,
        Some(Direction::Up) => false,
        _ => {
            let count = |sign| sight.into(thing, EFFECTS).filter(|link| link.arrow.sign == sign).count();
            let (less, more) = (count(Sign::Minus), count(Sign::Plus));
            less > more || (less == more && thing.want == Some(Want::Up))
        }
    }
}

/// 9. A factor with several causes, from which nothing leads on so far, unless all its causes are welcome.
pub(super) const WHERE_THINGS_MEET: QuestionTemplate = QuestionTemplate::of(9, where_things_meet)
    .slots(&[("t", FACTOR)])
    .weight(9)
    .steps(&["draw.5", "next.4", "bound", "folio.5", "emerge.4"])
    .ask("{n} things meet in {t}. Whose problem does it become?")
    .elsewhere("{n} things meet in {t}. Who could tell us whose problem it becomes?")
    .carry("Ask {party}: {n} things meet in {t}; whose problem does it become?");

fn where_things_meet(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.of_kind(Kind::Factor).filter_map(|t| {
        let causes: Vec<Link<'_>> = sight.into(t, EFFECTS).collect();
        let welcome = causes.iter().all(|link| is_welcome(link));
        if causes.len() < MEETING || welcome || sight.leads(t, EFFECTS) {
            return None;
        }
        let n = in_words(causes.len());
        let because = format!(
            "{} {n} causes, and no consequence {} is named so far.",
            t.with("has"),
            t.agreement().verb("of it")
        );
        Some(Occasion::about([&t.key], because).asking(t.unit.as_ref()).with("n", n).thing("t", t).open(GapSide::Out))
    });
    asked.collect()
}

fn is_welcome(link: &Link<'_>) -> bool {
    matches!((link.to.want, link.arrow.sign), (Some(Want::Up), Sign::Plus) | (Some(Want::Down), Sign::Minus))
}

/// 10. A factor without a cause so far.
pub(super) const WITHOUT_CAUSE: QuestionTemplate = QuestionTemplate::of(10, without_cause)
    .slots(&[("t", FACTOR)])
    .weight(4)
    .steps(&["draw.4", "next.2", "emerge.2"])
    .ask("What moves {t} today, before any AI?")
    .elsewhere("Who could tell us what moves {t} today, before any AI?");

fn without_cause(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.of_kind(Kind::Factor).filter(|t| !sight.is_reached(t, EFFECTS));
    asked.map(|t| of(t, format!("Nobody here has named what moves {}.", t.label)).open(GapSide::Into)).collect()
}

/// 11. A factor without a wanted direction.
pub(super) const WITHOUT_WANT: QuestionTemplate = QuestionTemplate::of(11, without_want)
    .slots(&[("t", FACTOR), ("amount", FACTOR)])
    .weight(6)
    .quick()
    .steps(&["draw.4", "draw.5", "next.2", "incent.4"])
    .ask("Do we want {amount}? Everyone?")
    .elsewhere("Who could tell us whether we want {amount}?")
    .carry("Ask {party}: do you want {amount}?");

fn without_want(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.of_kind(Kind::Factor).filter(|t| t.want.is_none());
    let asked = asked.map(|t| {
        let wanted = more_or_less(&t.label, t.kind);
        of(t, format!("Nobody here has said whether more of {} is good.", t.label)).words_of("amount", t, wanted)
    });
    asked.collect()
}

/// 14. Two things with the same unit or a common word: three arrows lead from one to the other, and none leads back.
pub(super) const MIGHT_COME_BACK: QuestionTemplate = QuestionTemplate::of(14, might_come_back)
    .slots(&[("z", END), ("a", END)])
    .weight(8)
    .steps(&["next.3", "next.4", "lever.1"])
    .ask("Does it come back round, from {z} to {a}? How?")
    .elsewhere("Who could tell us whether it comes back round, from {z} to {a}?")
    .carry("Ask {party}: {z:does} {z} come back round to {a}, and how?");

fn might_come_back(sight: &Sight<'_>) -> Vec<Occasion> {
    let causal = &sight.field.causal;
    // For each end, each start with the things between the two.
    let mut starts: BTreeMap<usize, BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
    for (start, a) in causal.things().iter().enumerate() {
        for path in paths(causal, start, COMING_BACK, FAINTEST).iter().filter(|path| path.len() == COMING_BACK) {
            let Some(end) = path.end().filter(|end| causal.thing(*end).is_some_and(|z| are_alike(a, z))) else {
                continue;
            };
            let between = || path.places().skip(1).take(COMING_BACK - 1).collect();
            starts.entry(end).or_default().entry(start).or_insert_with(between);
        }
    }
    let denied: BTreeSet<(&Key, &Key)> =
        sight.scene.graph.set_aside().map(|link| (&link.from.key, &link.to.key)).collect();
    let mut asked = Vec::new();
    for (end, starts) in starts {
        let reached = ahead(causal, end);
        let open = starts.into_iter().filter(|(start, _)| !reached.contains(start));
        let pairs = open.filter_map(|(start, between)| Some((causal.thing(end)?, causal.thing(start)?, between)));
        let unknown = pairs.filter(|(z, a, _)| !denied.contains(&(&z.key, &a.key)));
        asked.extend(unknown.map(|(z, a, between)| {
            let between: Vec<&str> =
                between.into_iter().filter_map(|at| Some(causal.thing(at)?.label.as_str())).collect();
            coming_back(z, a, &between)
        }));
    }
    asked
}

/// Returns the indices reached from an index; the first arrow may have an open sign, the others may not.
fn ahead(causal: &Causal<'_>, from: usize) -> BTreeSet<usize> {
    let mut reached: BTreeSet<usize> = causal.out_of(from).map(|step| step.to).collect();
    let mut front: Vec<usize> = reached.iter().copied().collect();
    for _ in 1..LONGEST_PATH {
        let next = front.iter().flat_map(|place| causal.out_of(*place)).filter(|step| step.is_signed());
        front = next.map(|step| step.to).filter(|place| reached.insert(*place)).collect();
    }
    reached
}

fn coming_back(z: &Thing, a: &Thing, between: &[&str]) -> Occasion {
    let path = listed(between, "and");
    let because = format!("{} to {} by way of {path}, and nobody here has named a way back.", a.with("leads"), z.label);
    let occasion = Occasion::about([&z.key, &a.key], because).asking(z.unit.as_ref());
    occasion.thing("z", z).thing("a", a)
}

/// Words for how much of something there is: two names with one of them have nothing else in common.
const MEASURES: [&str; 16] = [
    "amount", "cost", "costs", "days", "hours", "level", "levels", "number", "price", "prices", "quality", "rate",
    "rates", "share", "time", "times",
];

/// Whether two things belong to one unit, or are called alike: by the same noun, as "Customer trust" and "Broker trust", or by
/// two words, as "Repeat calls" and "Repeat calls at night". "Days at sea" and "Sea temperature" are not.
fn are_alike(one: &Thing, other: &Thing) -> bool {
    let words = |thing: &Thing| -> Vec<String> {
        let words = head_words(&thing.label).into_iter();
        words.filter(|word| word.chars().count() >= WORD && !MEASURES.contains(&word.as_str())).collect()
    };
    let one_unit = one.unit.is_some() && one.unit == other.unit;
    let (first, second) = (words(one), words(other));
    let common = first.iter().filter(|word| second.contains(word)).count();
    one_unit || common > 1 || (common == 1 && first.last() == second.last())
}

/// 33. A thing that was seen to move, and has no cause so far.
pub(super) const SEEN_WITHOUT_CAUSE: QuestionTemplate = QuestionTemplate::of(33, seen_without_cause)
    .slots(&[("amount", AMOUNT)])
    .weight(8)
    .steps(&["emerge.2", "look.2"])
    .ask("We have seen {amount}. What leaned on it, even a little?")
    .elsewhere("We have seen {amount}. Who could tell us what leaned on it, even a little?")
    .carry("Ask {party}: we have seen {amount}; what leaned on it, even a little?");

fn seen_without_cause(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.scene.graph.things().filter(|t| !sight.is_reached(t, EFFECTS)).filter_map(|t| {
        let less = match t.observations.last()?.direction {
            Direction::Down => true,
            Direction::Up => false,
            Direction::Flat => return None,
        };
        let because =
            format!("{} seen to move, and nobody here has named what moves {}.", t.with("was"), t.agreement().object());
        Some(of(t, because).words_of("amount", t, amount(less, &t.label)).open(GapSide::Into))
    });
    asked.collect()
}

fn of(t: &Thing, because: String) -> Occasion {
    Occasion::about([&t.key], because).asking(t.unit.as_ref()).thing("t", t)
}
