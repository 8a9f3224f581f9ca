use std::collections::BTreeSet;

use crate::graph::{Impact, Key, Link, Path, SpeakerUnits, Thing};
use crate::lens::{ArrowsAround, Field, Finding, Lens, LoopStory, Pattern, Reaches, State};
use crate::record::{Judgement, Kind, Mode, Relation, Status};

use super::QuestionContext;
use super::loop_stories::loop_stories;
use super::thresholds::HIGH_HALVES;

/// What templates look at: the context, with values that several templates need computed once.
pub(super) struct Sight<'a> {
    pub(super) scene: &'a QuestionContext<'a>,
    pub(super) field: Field<'a>,
    pub(super) reaches: Reaches,
    pub(super) loop_stories: Vec<LoopStory<'a>>,
    /// The units of the people in the session.
    pub(super) here: BTreeSet<Key>,
    pub(super) units: SpeakerUnits<'a>,
    around: ArrowsAround<'a>,
}

impl<'a> Sight<'a> {
    pub(super) fn of(scene: &'a QuestionContext<'a>) -> Self {
        let field = Field::of(scene.graph);
        let units = SpeakerUnits::of(scene.graph);
        Self {
            reaches: Reaches::of(&field.causal),
            loop_stories: loop_stories(&field.causal, scene.readings),
            here: units.here(scene.session),
            around: ArrowsAround::of(scene.graph),
            units,
            field,
            scene,
        }
    }

    /// Returns the things of a kind, in key order.
    pub(super) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &'a Thing> {
        self.scene.graph.things().filter(move |thing| thing.kind == kind)
    }

    /// Returns the changes that were not stopped, and that are not gone from the file that listed them.
    pub(super) fn changes(&self) -> impl Iterator<Item = &'a Thing> {
        self.of_kind(Kind::Initiative).filter(|change| change.status != Some(Status::Stopped) && change.gone.is_none())
    }

    /// Returns the arrows of these relations that end at a thing.
    pub(super) fn into(&self, thing: &Thing, relations: &'static [Relation]) -> impl Iterator<Item = Link<'a>> {
        self.around.arrows_into(thing, relations)
    }

    /// Returns the arrows of these relations that start at a thing.
    pub(super) fn out(&self, thing: &Thing, relations: &'static [Relation]) -> impl Iterator<Item = Link<'a>> {
        self.around.arrows_out(thing, relations)
    }

    /// Whether an arrow of these relations starts at a thing.
    pub(super) fn leads(&self, thing: &Thing, relations: &'static [Relation]) -> bool {
        self.out(thing, relations).next().is_some()
    }

    /// Whether an arrow of these relations ends at a thing.
    pub(super) fn is_reached(&self, thing: &Thing, relations: &'static [Relation]) -> bool {
        self.into(thing, relations).next().is_some()
    }

    /// Returns the index of a thing in the graph of effects.
    pub(super) fn place(&self, key: &Key) -> Option<usize> {
        self.field.causal.place_of(key)
    }

    /// Returns every path along effects that starts at a thing.
    pub(super) fn paths(&self, thing: &Thing) -> &[Path<'a>] {
        self.place(&thing.key).map_or(&[], |place| self.field.paths(place))
    }

    /// Whether the thing at this index reaches far, compared with the thing that reaches furthest.
    pub(super) fn reaches_far(&self, place: usize) -> bool {
        is_high(self.reaches.reach(place), self.reaches.furthest())
    }

    /// Whether much reaches the thing at this index, compared with the thing that is reached most.
    pub(super) fn is_far_reached(&self, place: usize) -> bool {
        is_high(self.reaches.reached(place), self.reaches.most())
    }

    /// Returns the label of a thing or a unit.
    pub(super) fn label(&self, key: &'a Key) -> &'a str {
        self.scene.graph.label(key)
    }

    /// Returns the things that a finding is about; `None` if their number is not `N`.
    pub(super) fn things<const N: usize>(&self, finding: &Finding) -> Option<[&'a Thing; N]> {
        let things: Option<Vec<&Thing>> = finding.about.iter().map(|key| self.scene.graph.thing(key)).collect();
        things?.try_into().ok()
    }

    /// Returns the findings of a lens and a pattern that are open, or that the room judged true.
    pub(super) fn findings(&self, lens: &'static Lens, pattern: Option<Pattern>) -> impl Iterator<Item = &'a Finding> {
        let open = |state: State| matches!(state, State::Open | State::Judged(Judgement::True));
        let all = self.scene.readings.findings.iter();
        all.filter(move |finding| finding.lens == lens && finding.pattern == pattern && open(finding.state))
    }

    /// Whether one person sits alone.
    pub(super) fn is_solo(&self) -> bool {
        self.scene.session.mode() == Mode::Solo
    }
}

fn is_high(one: Impact, highest: Impact) -> bool {
    one > Impact::default() && one * 2 >= highest * HIGH_HALVES
}
