use std::collections::{BTreeMap, BTreeSet};

use crate::ask::figures::{COMING_BACK, FAINTEST, LONGEST_PATH, MEETING, WORD};
use crate::ask::occasion::Occasion;
use crate::ask::sight::{EFFECTS, Sight};
use crate::ask::words::amount;
use crate::graph::{Causal, Key, Link, Path, Thing, paths};
use crate::record::spoken::in_words;
use crate::record::{Direction, Kind, Sign, Want};

/// 8. Much leads there, and nothing leads on so far.
pub(super) fn far_reached(sight: &Sight<'_>) -> Vec<Occasion> {
    let far = |thing: &&Thing| sight.place(&thing.key).is_some_and(|place| sight.reaches.is_far_reached(place));
    let ends = sight.scene.graph.things().filter(|thing| thing.kind != Kind::Party && !sight.leads(thing, EFFECTS));
    let asked = ends.filter(far).map(|t| {
        let because =
            format!("Much of what was said leads to {}, and nobody here has said what happens then.", t.label);
        let occasion = Occasion::about([&t.key], because).asking(t.unit.as_ref());
        occasion.with("amount", amount(falls(sight, t), &t.label))
    });
    asked.collect()
}

/// Whether the story of a thing is that there is less of it: as it was last seen, else as most arrows say, else as nobody
/// wants.
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

/// 9. Several things meet there, nothing leads on so far, and not all of it is known to be welcome.
pub(super) fn where_things_meet(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.of_kind(Kind::Factor).filter_map(|t| {
        let causes: Vec<Link<'_>> = sight.into(t, EFFECTS).collect();
        let welcome = causes.iter().all(|link| is_welcome(link));
        if causes.len() < MEETING || welcome || sight.leads(t, EFFECTS) {
            return None;
        }
        let n = in_words(causes.len());
        let because = format!("{} has {n} causes, and no consequence of it is named so far.", t.label);
        Some(Occasion::about([&t.key], because).asking(t.unit.as_ref()).with("n", n).with("t", &t.label))
    });
    asked.collect()
}

fn is_welcome(link: &Link<'_>) -> bool {
    matches!((link.to.want, link.arrow.sign), (Some(Want::Up), Sign::Plus) | (Some(Want::Down), Sign::Minus))
}

/// 10. Nothing moves it so far.
pub(super) fn without_cause(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.of_kind(Kind::Factor).filter(|t| !sight.is_reached(t, EFFECTS));
    asked.map(|t| of(t, format!("Nobody here has named what moves {}.", t.label))).collect()
}

/// 11. Nobody has said which way of it is good.
pub(super) fn without_want(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.of_kind(Kind::Factor).filter(|t| t.want.is_none());
    asked.map(|t| of(t, format!("Nobody here has said whether more of {} is good.", t.label))).collect()
}

/// 14. Three arrows lead from one thing to another that has a team or a word in common with it, and none leads back.
pub(super) fn might_come_back(sight: &Sight<'_>) -> Vec<Occasion> {
    let causal = &sight.field.causal;
    let mut starts: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (start, a) in causal.things().iter().enumerate() {
        let ways = paths(causal, start, COMING_BACK, FAINTEST);
        let ends = ways.iter().filter(|way| way.len() == COMING_BACK).filter_map(Path::end);
        for end in ends.filter(|end| causal.thing(*end).is_some_and(|z| are_alike(a, z))) {
            starts.entry(end).or_default().insert(start);
        }
    }
    let denied: BTreeSet<(&Key, &Key)> =
        sight.scene.graph.set_aside().map(|link| (&link.from.key, &link.to.key)).collect();
    let mut asked = Vec::new();
    for (end, starts) in starts {
        let reached = ahead(causal, end);
        let open = starts.into_iter().filter(|start| !reached.contains(start));
        let pairs = open.filter_map(|start| Some((causal.thing(end)?, causal.thing(start)?)));
        let unknown = pairs.filter(|(z, a)| !denied.contains(&(&z.key, &a.key)));
        asked.extend(unknown.map(|(z, a)| coming_back(z, a)));
    }
    asked
}

/// The places that are reached from a place, those by an arrow whose way is open included.
fn ahead(causal: &Causal<'_>, from: usize) -> BTreeSet<usize> {
    let mut reached: BTreeSet<usize> = causal.out_of(from).map(|step| step.to).collect();
    let mut front: Vec<usize> = reached.iter().copied().collect();
    for _ in 1..LONGEST_PATH {
        let next = front.iter().flat_map(|place| causal.out_of(*place)).filter(|step| step.is_signed());
        front = next.map(|step| step.to).filter(|place| reached.insert(*place)).collect();
    }
    reached
}

fn coming_back(z: &Thing, a: &Thing) -> Occasion {
    let because = format!("Three arrows lead from {} to {}, and the two are close to one another.", a.label, z.label);
    let occasion = Occasion::about([&z.key, &a.key], because).asking(z.unit.as_ref());
    occasion.with("z", &z.label).with("a", &a.label)
}

fn are_alike(one: &Thing, other: &Thing) -> bool {
    let words = |thing: &Thing| -> BTreeSet<String> {
        let words = thing.key.as_str().split(' ').filter(|word| word.chars().count() >= WORD);
        words.map(str::to_owned).collect()
    };
    let one_team = one.unit.is_some() && one.unit == other.unit;
    one_team || !words(one).is_disjoint(&words(other))
}

/// 33. It was seen to move, and nothing moves it so far.
pub(super) fn seen_without_cause(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.scene.graph.things().filter(|t| !sight.is_reached(t, EFFECTS)).filter_map(|t| {
        let less = match t.observations.last()?.direction {
            Direction::Down => true,
            Direction::Up => false,
            Direction::Flat => return None,
        };
        let because = format!("{} was seen to move, and nobody here has named what moves it.", t.label);
        Some(of(t, because).with("amount", amount(less, &t.label)))
    });
    asked.collect()
}

fn of(t: &Thing, because: String) -> Occasion {
    Occasion::about([&t.key], because).asking(t.unit.as_ref()).with("t", &t.label)
}
