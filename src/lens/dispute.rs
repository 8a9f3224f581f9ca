//! L15, agreement and disagreement: arrows on which people who know the work disagree, and arrows that too few people
//! have claimed.
//!
//! A dispute is an arrow of any relation on which at least two people took sides and no side has three quarters of
//! them. Severity: 120 times the missing agreement. An average, such as "a weak plus", would hide it. Two more patterns
//! list three effects each, those with the most effects that start at their end: `untested`, claimed by one person
//! alone, and `echo`, claimed by at least three people, all of one unit.
//!
//! Source: the ladder of inference (Argyris 1990). Traps: people may see different parts of the same thing, "simple
//! cases" and "complex cases", and most disputes end when the thing is split; rank decides who still disagrees aloud.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::graph::{Arrow, Key, Link};
use crate::record::{Basis, Sign};

use super::limit_reason::LimitReason;
use super::thresholds::{DISPUTE_WEIGHT, ECHO, ECHO_PEOPLE, UNTESTED, VOUCHED_LISTED};
use super::{Field, FindingDraft, Lens, Lesson, Milestone, Narration, Pattern, Surprise, Treatment};
use crate::record::english::counted_in_words;
use crate::record::spoken::{capitalised, in_words};

impl Lens {
    /// L15, agreement and disagreement.
    pub const DISPUTE: &'static Self = &Self { number: 15, name: "dispute", read, treats };
}

const DISPUTED: Lesson = Lesson {
    called: "A dispute: people who know the work see the same arrow go different ways.",
    source: "Chris Argyris (1990) called the way from what we see to what we conclude a ladder of inference.",
    matters: "Both have seen something; a room that asks what, mostly finds two things under one name.",
};

const ALONE: Lesson = Lesson {
    called: "Untested: one person has said so, and nobody else yet.",
    source: "Chris Argyris (1990) described how a conclusion nobody tests turns into what everybody knows.",
    matters: "Much may rest on it, and a second pair of eyes costs one question.",
};

const ECHOED: Lesson = Lesson {
    called: "An echo: several people say the same, and all of them sit in one place.",
    source: "Chris Argyris (1990) described how people who share a view stop seeing that it is one.",
    matters: "Agreement inside one unit is one view of the work, however many hold it.",
};

fn treats(pattern: Option<Pattern>) -> Treatment {
    match pattern {
        Some(Pattern::Untested) => Treatment::of(ALONE).narrated(Narration::Never),
        Some(Pattern::Echo) => Treatment::of(ECHOED).narrated(Narration::Never),
        _ => Treatment::of(DISPUTED).milestone(Milestone::Dispute).surprising(Surprise::SignsOpposed),
    }
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let mut found: Vec<FindingDraft> = disputes(field).into_values().map(disputed).collect();
    found.extend(weightiest(field, |arrow| arrow.supporters == 1).into_iter().map(untested));
    found.extend(weightiest(field, is_echo).into_iter().filter_map(|link| echo(field, link)));
    found
}

/// Returns the disputes by start and end; of several arrows from one thing to another, the one with the lowest
/// agreement.
fn disputes<'a>(field: &Field<'a>) -> BTreeMap<(&'a Key, &'a Key), Link<'a>> {
    let mut disputes: BTreeMap<(&Key, &Key), Link<'_>> = BTreeMap::new();
    for link in field.graph.links().filter(|link| link.arrow.is_disputed()) {
        let least = disputes.entry((&link.from.key, &link.to.key)).or_insert(link);
        if link.arrow.tally.agreement() < least.arrow.tally.agreement() {
            *least = link;
        }
    }
    disputes
}

fn disputed(link: Link<'_>) -> FindingDraft {
    let (a, b, tally) = (&link.from.label, &link.to.label, link.arrow.tally);
    let people = tally.plus + tally.minus + tally.none;
    let nameless = link.arrow.nameless().min(people);
    let people_see = match people.saturating_sub(nameless) {
        all if nameless == 0 => format!("{} people who know this work", capitalised(&in_words(all))),
        // Two lines without a speaker are not two people.
        0 => format!("{} that name nobody", capitalised(&counted_in_words(nameless, "line", "lines"))),
        named => format!(
            "{} and {} that {} nobody",
            capitalised(&counted_in_words(named, "person", "people")),
            counted_in_words(nameless, "line", "lines"),
            if nameless == 1 { "names" } else { "name" },
        ),
    };
    let says = if tally.plus > 0 && tally.minus > 0 {
        format!("{people_see} see {a} to {b} in opposite ways.")
    } else {
        format!("{people_see} do not agree whether {a} does anything to {b}.")
    };
    let other = if people == 2 { "the other hasn't" } else { "the others haven't" };
    let ask = format!("{a} to {b}: what has each of you seen that {other}?");
    let severity = DISPUTE_WEIGHT * (1.0 - tally.agreement());
    FindingDraft::new([&link.from.key, &link.to.key], severity, says, ask).on([link])
}

/// Returns the signed effects that meet `sort` and whose end has the most effects starting there. Among equals the
/// weakest basis comes first, then the order of the graph decides.
fn weightiest<'a>(field: &Field<'a>, sort: impl Fn(&Arrow) -> bool) -> Vec<Link<'a>> {
    let signed = |arrow: &Arrow| matches!(arrow.effect(), Sign::Plus | Sign::Minus);
    let mut links: Vec<Link<'_>> = field.graph.links().filter(|link| signed(link.arrow) && sort(link.arrow)).collect();
    let onward =
        |link: &Link<'_>| field.causal.place_of(&link.to.key).map_or(0, |place| field.causal.out_of(place).count());
    let doubt = |link: &Link<'_>| Reverse(link.arrow.basis);
    links.sort_by_cached_key(|link| Reverse((onward(link), doubt(link))));
    if links.len() > VOUCHED_LISTED {
        field.leave_out(LimitReason::MoreUntested, links.len() - VOUCHED_LISTED);
    }
    links.truncate(VOUCHED_LISTED);
    links
}

fn untested(link: Link<'_>) -> FindingDraft {
    let (a, b) = (&link.from.label, &link.to.label);
    let guess = if link.arrow.basis == Basis::Guess { ", as a guess" } else { "" };
    let says = format!("{}: one person here has said so{guess}, and nobody else yet.", effect(link));
    let ask = format!("{a} to {b}: who else has seen it, or seen it go the other way?");
    let about = [&link.from.key, &link.to.key];
    FindingDraft::new(about, UNTESTED, says, ask).with(Pattern::Untested).on([link])
}

/// Whether enough people say so, and all of them belong to one known unit.
fn is_echo(arrow: &Arrow) -> bool {
    arrow.supporters >= ECHO_PEOPLE && arrow.heard_from.len() == 1 && arrow.unplaced == 0
}

fn echo(field: &Field<'_>, link: Link<'_>) -> Option<FindingDraft> {
    let unit = field.label(link.arrow.heard_from.first()?);
    let people = in_words(link.arrow.supporters);
    let says = format!("{}: {people} people say so, and only {unit} has said so.", effect(link));
    let ask = format!("Who outside {unit} would see that, and would they say the same?");
    let about = [&link.from.key, &link.to.key];
    Some(FindingDraft::new(about, ECHO, says, ask).with(Pattern::Echo).on([link]))
}

/// Describes an effect: "More Overtime, less Claims backlog".
fn effect(link: Link<'_>) -> String {
    let amount = if link.arrow.effect() == Sign::Minus { "less" } else { "more" };
    format!("More {}, {amount} {}", link.from.label, link.to.label)
}
