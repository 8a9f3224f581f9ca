use crate::graph::{Link, Thing};
use crate::lens::field::differ;
use crate::lens::thresholds::FORUM_MEMBERS;
use crate::lens::{ArrowsAround, EFFECTS, Field};
use crate::record::{Kind, Relation, Sign};

use Relation::{Affects, Aims, Covers, Feeds, Needs, Owns, Rewards, Voices};

/// A part that is usually there: its words after "nobody here has named yet", and the question that asks for it.
pub(super) type UsualPart = (&'static str, &'static str);

/// A usual part of a kind of thing, with a test whether a thing has it.
type OfThing = (Kind, UsualPart, fn(&Beside<'_, '_>) -> bool);

/// A usual part of an effect, with a test whether an arrow has it.
type OfEffect = (UsualPart, fn(&Link<'_>) -> bool);

/// The question which way is good, with the blank `{x}` for what there may be more or less of.
pub(super) const WANTED_DIRECTION: &str = "Do we want {x}? Everybody?";

/// The question which way an arrow goes; it is put in the words of [`which_direction`](crate::record::english::which_direction), as the
/// loop that it would close asks it.
pub(super) const WHICH_DIRECTION: &str = "Does more {a} mean more {b}, or less?";

/// The usual parts of each kind of thing, in the order in which they are asked for.
const THINGS: &[OfThing] = &[
    (Kind::Initiative, ("who answers for it", "If {x} did something odd tonight, who would be rung?"), |x| {
        x.is_owned()
    }),
    (Kind::Initiative, ("how far along it is", "{x:Is} {x} an idea, a trial, in use, or quietly fading?"), |x| {
        x.thing.status.is_some()
    }),
    (Kind::Initiative, ("what it lives on", "What {x:does} {x} live on? Data, people, somebody's patience?"), |x| {
        x.leads(&[Needs])
    }),
    (Kind::Initiative, ("what it is for", "What {x:is} {x} meant to make better, and which way is up?"), |x| {
        x.leads(&[Aims])
    }),
    (Kind::Initiative, ("what it changes", "What {x:does} {x} change first, and in whose day?"), |x| x.leads(EFFECTS)),
    (
        Kind::Initiative,
        ("how it should behave", "{x} {x:doesn't} know. What {x:does} {x:it} say, word for word?"),
        |x| !x.leads(&[Voices]) || !x.thing.rules.is_empty(),
    ),
    (Kind::Initiative, ("who feels it", "Who next door feels {x} on a Tuesday?"), |x| {
        x.out(&[Affects, Feeds, Voices]).any(|link| link.to.kind == Kind::Party || differ(x.thing, link.to))
    }),
    (Kind::Factor, ("which way is good", WANTED_DIRECTION), |x| x.thing.want.is_some()),
    (Kind::Factor, ("what moves it", "What moves {x} today, before any AI?"), |x| x.is_reached(EFFECTS)),
    (Kind::Factor, ("what follows from it", "And when {x} {x:moves}, what happens then?"), |x| x.leads(EFFECTS)),
    (Kind::Factor, ("who looks after it", "Who watches {x}, and who acts {x:on it}?"), |x| {
        x.is_owned() || x.thing.promised
    }),
    (Kind::Resource, ("who supplies it", "Where {x:does} {x} come from?"), |x| x.is_reached(&[Feeds])),
    (Kind::Resource, ("who uses it", "Who would miss {x} tomorrow?"), |x| x.is_reached(&[Needs]) || x.leads(&[Feeds])),
    (Kind::Resource, ("who answers for it", "Who says yes or no when somebody asks for {x}?"), |x| x.is_owned()),
    (Kind::Incentive, ("whom it applies to", "Who feels {x} at the end of the month?"), |x| {
        x.out(&[Covers]).any(|link| link.to.kind == Kind::Party)
    }),
    (Kind::Incentive, ("what it pays for", "So {x} {x:pays} for more of what, or less of what?"), |x| {
        x.leads(&[Rewards])
    }),
    (Kind::Incentive, ("what follows from it", "If somebody chased {x} and nothing else, what would bend?"), |x| {
        x.out(&[Rewards]).any(|link| x.around.arrows_out(link.to, EFFECTS).next().is_some())
    }),
    (Kind::Forum, ("who meets there", "Who sits in {x}, and who should?"), |x| {
        x.out(&[Covers]).count() >= FORUM_MEMBERS
    }),
    (Kind::Purpose, ("which change serves it", "Which of our changes is for {x}?"), |x| {
        x.into(&[Aims]).any(|link| link.from.kind == Kind::Initiative)
    }),
    (Kind::Purpose, ("who gains by it", "We hope for {x}. Who gains anything by doing it?"), |x| {
        x.into(&[Aims, Rewards]).any(|link| link.from.kind == Kind::Incentive)
    }),
    (Kind::Voice, ("who says it", "Whose voice is that: {x}?"), |x| x.is_reached(&[Owns])),
    (Kind::Voice, ("what it is about", "Which change is that about: {x}?"), |x| x.leads(&[Covers])),
    (Kind::Voice, ("who has answered it", "Who has answered that, and were they believed: {x}?"), |x| {
        x.thing.promised || x.into(&[Covers]).any(|link| link.from.kind == Kind::Purpose)
    }),
    (Kind::Party, ("what they answer for", "What {x:is} {x} here to look after?"), |x| {
        x.thing.outside || x.out(&[Owns]).any(|link| link.to.kind != Kind::Voice)
    }),
    (Kind::Party, ("what they are praised for", "What {x:is} {x} praised for on a good day?"), |x| {
        x.thing.outside || x.into(&[Covers]).any(|link| link.from.kind == Kind::Incentive)
    }),
    (Kind::Party, ("what they say themselves", "What would {x} say, sitting there?"), |x| {
        x.out(&[Owns]).any(|link| link.to.kind == Kind::Voice)
    }),
    (Kind::Party, ("who here speaks for them", "Who could bring {x} in?"), |x| {
        x.thing.unit.as_ref().is_some_and(|unit| x.field.graph.is_present(unit))
    }),
];

/// The usual parts of an effect, in the order in which they are asked for.
const EFFECT: &[OfEffect] = &[
    (("which way it pushes", WHICH_DIRECTION), |link| {
        matches!(link.arrow.sign, Sign::Plus | Sign::Minus) || link.arrow.is_disputed()
    }),
    (("how long it takes", "From {a} to {b}, how long does it take: days or quarters?"), |link| {
        link.arrow.delay.is_some()
    }),
    (
        (
            "whether the other side sees it so",
            "Of the arrow from {a} to {b}, would the other side say right, nearly, or no?",
        ),
        |link| !differ(link.from, link.to) || link.arrow.both_sides,
    ),
];

/// A thing with the field and the arrows around it.
pub(super) struct Beside<'f, 'a> {
    pub(super) field: &'f Field<'a>,
    pub(super) around: &'f ArrowsAround<'a>,
    pub(super) thing: &'a Thing,
}

impl<'a> Beside<'_, 'a> {
    fn into<'r>(&'r self, relations: &'r [Relation]) -> impl Iterator<Item = Link<'a>> {
        self.around.arrows_into(self.thing, relations)
    }

    fn out<'r>(&'r self, relations: &'r [Relation]) -> impl Iterator<Item = Link<'a>> {
        self.around.arrows_out(self.thing, relations)
    }

    fn is_reached(&self, relations: &[Relation]) -> bool {
        self.into(relations).next().is_some()
    }

    fn leads(&self, relations: &[Relation]) -> bool {
        self.out(relations).next().is_some()
    }

    const fn is_owned(&self) -> bool {
        self.thing.unit.is_some()
    }
}

/// Returns the usual parts that a thing lacks. What was only read as a party, people who were read as a number, and
/// parties of which only a list speaks, are asked about nothing.
pub(super) fn of_thing(beside: &Beside<'_, '_>) -> Vec<UsualPart> {
    let only_listed = beside.thing.kind == Kind::Party && beside.thing.imported;
    if !beside.thing.is_read_surely() || only_listed {
        return Vec::new();
    }
    let usual = THINGS.iter().filter(|(kind, ..)| *kind == beside.thing.kind);
    usual.filter(|(.., there)| !there(beside)).map(|(_, slot, _)| *slot).collect()
}

/// Returns the usual parts that an effect lacks; empty for arrows of other relations.
pub(super) fn of_arrow(link: &Link<'_>) -> Vec<UsualPart> {
    if !matches!(link.arrow.relation, Affects | Rewards) {
        return Vec::new();
    }
    EFFECT.iter().filter(|(_, there)| !there(link)).map(|(slot, _)| *slot).collect()
}
