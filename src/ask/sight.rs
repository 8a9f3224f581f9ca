use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::graph::{Key, Link, Path, Thing, paths};
use crate::lens::{Field, Finding, Lens, Pattern, State};
use crate::record::{Judgement, Kind, Mode, Relation, Status};

use super::Scene;
use super::around::Around;
use super::effect_loop::{EffectLoop, effect_loops};
use super::heard::Units;
use super::reach::Reaches;
use super::thresholds::{FAINTEST, LONGEST_PATH};

/// What moves something, or is moved by it.
pub(super) const EFFECTS: &[Relation] = &[Relation::Affects, Relation::Rewards, Relation::Feeds];

/// What triggers look at: a scene, with what they share worked out once.
pub(super) struct Sight<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) field: Field<'a>,
    pub(super) reaches: Reaches,
    pub(super) effect_loops: Vec<EffectLoop<'a>>,
    /// The teams of those who are here.
    pub(super) here: BTreeSet<Key>,
    pub(super) units: Units<'a>,
    around: Around<'a>,
    paths: Vec<OnceCell<Vec<Path<'a>>>>,
}

impl<'a> Sight<'a> {
    pub(super) fn of(scene: &'a Scene<'a>) -> Self {
        let field = Field::of(scene.graph);
        let units = Units::of(scene.graph);
        Self {
            reaches: Reaches::of(&field.causal),
            effect_loops: effect_loops(&field.causal, scene.readings),
            here: units.here(scene.session),
            paths: vec![OnceCell::new(); field.causal.things().len()],
            around: Around::of(scene.graph),
            units,
            field,
            scene,
        }
    }

    /// The things of a kind, in key order.
    pub(super) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &'a Thing> {
        self.scene.graph.things().filter(move |thing| thing.kind == kind)
    }

    /// The changes that were not stopped.
    pub(super) fn changes(&self) -> impl Iterator<Item = &'a Thing> {
        self.of_kind(Kind::Initiative).filter(|change| change.status != Some(Status::Stopped))
    }

    /// The arrows of these relations into a thing.
    pub(super) fn into(&self, thing: &Thing, relations: &'static [Relation]) -> impl Iterator<Item = Link<'a>> {
        self.around.leading_to(&thing.key).iter().copied().filter(move |link| relations.contains(&link.arrow.relation))
    }

    /// The arrows of these relations out of a thing.
    pub(super) fn out(&self, thing: &Thing, relations: &'static [Relation]) -> impl Iterator<Item = Link<'a>> {
        self.around
            .leading_from(&thing.key)
            .iter()
            .copied()
            .filter(move |link| relations.contains(&link.arrow.relation))
    }

    /// Whether anything of these relations leads out of a thing.
    pub(super) fn leads(&self, thing: &Thing, relations: &'static [Relation]) -> bool {
        self.out(thing, relations).next().is_some()
    }

    /// Whether anything of these relations leads into a thing.
    pub(super) fn is_reached(&self, thing: &Thing, relations: &'static [Relation]) -> bool {
        self.into(thing, relations).next().is_some()
    }

    /// The place of a thing among effects.
    pub(super) fn place(&self, key: &Key) -> Option<usize> {
        self.field.causal.place_of(key)
    }

    /// Every way along effects from a thing.
    pub(super) fn paths(&self, thing: &Thing) -> &[Path<'a>] {
        let Some(place) = self.place(&thing.key) else { return &[] };
        let found = || paths(&self.field.causal, place, LONGEST_PATH, FAINTEST);
        self.paths.get(place).map_or(&[], |known| known.get_or_init(found))
    }

    /// What a thing or a team is called.
    pub(super) fn label(&self, key: &'a Key) -> &'a str {
        self.scene.graph.label(key)
    }

    /// The things a finding is about, once there are so many.
    pub(super) fn things<const N: usize>(&self, finding: &Finding) -> Option<[&'a Thing; N]> {
        let things: Option<Vec<&Thing>> = finding.about.iter().map(|key| self.scene.graph.thing(key)).collect();
        things?.try_into().ok()
    }

    /// The findings of a lens and pattern that are open, or that the room found to be so.
    pub(super) fn findings(&self, lens: &'static Lens, pattern: Option<Pattern>) -> impl Iterator<Item = &'a Finding> {
        let open = |state: State| matches!(state, State::Open | State::Judged(Judgement::True));
        let all = self.scene.readings.findings.iter();
        all.filter(move |finding| finding.lens == lens && finding.pattern == pattern && open(finding.state))
    }

    /// Whether somebody thinks alone.
    pub(super) fn is_solo(&self) -> bool {
        self.scene.session.mode() == Mode::Solo
    }
}

/// Whether both teams are known, and differ.
pub(super) fn differ(one: &Thing, other: &Thing) -> bool {
    one.unit.as_ref().zip(other.unit.as_ref()).is_some_and(|(one, other)| one != other)
}
