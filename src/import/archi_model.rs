//! An ArchiMate model as its three forms hold it, and the map that it is.

use std::collections::{BTreeMap, BTreeSet};

use super::archi_words::{influence_of, is_junction, is_nesting, kind_of_element, relations_of, spaced_type};
use super::error::ImportError;
use super::imported::RemarkSort;
use super::place::SourcePlace;
use crate::import::drafting::draft::MapDraft;
use crate::import::drafting::fields::{take_arrow_field, take_field};
use crate::record::{Relation, Sign, Strength};

/// The maximum number of steps through junctions.
const STEPS: usize = 1_000_000;

/// An ArchiMate model.
#[derive(Debug, Default)]
pub(super) struct ArchiModel {
    pub(super) elements: Vec<ArchiConcept>,
    pub(super) relations: Vec<ArchiRelation>,
}

/// What elements and relations have in common.
#[derive(Debug)]
pub(super) struct ArchiConcept {
    pub(super) id: String,
    /// Its type, with or without the words around it.
    pub(super) sort: String,
    pub(super) name: String,
    /// Its names in further languages.
    pub(super) other_names: Vec<String>,
    pub(super) about: String,
    pub(super) properties: Vec<(String, String)>,
    /// The folders and the specialisations that it is in.
    pub(super) groups: Vec<String>,
    pub(super) place: SourcePlace,
}

/// A relation between elements.
#[derive(Debug)]
pub(super) struct ArchiRelation {
    pub(super) concept: ArchiConcept,
    pub(super) from: String,
    pub(super) to: String,
    /// How it influences, as the file has it: `+`, `--`.
    pub(super) strength: Option<String>,
    /// How it accesses: `Read`, `Write`, `ReadWrite`, `Access`.
    pub(super) access: Option<String>,
    pub(super) is_directed: bool,
}

/// A relation with its junctions passed through.
struct JoinedRelation<'a> {
    key: String,
    from: &'a str,
    to: &'a str,
    of: &'a ArchiRelation,
    influence: Option<(Sign, Strength)>,
}

impl ArchiModel {
    /// Adds the things and arrows of the model.
    pub(super) fn take(&self, draft: &mut MapDraft<'_>) -> Result<(), ImportError> {
        let sorts = self.elements.iter().map(|element| (element.id.as_str(), element.sort.as_str())).collect();
        let tags = self.groupings(&sorts);
        self.take_elements(draft, &tags)?;
        self.take_relations(draft, (&sorts, &tags))
    }

    fn take_elements(&self, draft: &mut MapDraft<'_>, tags: &BTreeMap<&str, &str>) -> Result<(), ImportError> {
        let mut things = Vec::new();
        let all = self.elements.len() * 2 + self.relations.len();
        for (done, element) in self.elements.iter().enumerate() {
            draft.proceeds(done, all)?;
            if !is_junction(&element.sort) && !tags.contains_key(element.id.as_str()) {
                things.push((element, add_element(draft, element)));
            }
        }
        for (done, (element, thing)) in things.into_iter().enumerate() {
            draft.proceeds(self.elements.len() + done, all)?;
            if let Some(thing) = thing {
                describe(draft, thing, element);
            }
        }
        Ok(())
    }

    fn take_relations(
        &self,
        draft: &mut MapDraft<'_>,
        (sorts, tags): (&BTreeMap<&str, &str>, &BTreeMap<&str, &str>),
    ) -> Result<(), ImportError> {
        let relations: BTreeSet<&str> =
            self.relations.iter().map(|relation| relation.concept.id.as_str()).filter(|id| !id.is_empty()).collect();
        let (mut leaving, mut joined) = (BTreeMap::<&str, Vec<&ArchiRelation>>::new(), Vec::new());
        let is_joint = |id: &str| sorts.get(id).copied().is_some_and(is_junction);
        for relation in &self.relations {
            if has_ends(draft, relation, sorts, &relations) {
                if is_joint(&relation.from) {
                    leaving.entry(&relation.from).or_default().push(relation);
                } else {
                    joined.push(relation);
                }
            }
        }
        let mut steps = 0;
        for (done, relation) in joined.into_iter().enumerate() {
            draft.proceeds(self.elements.len() + done, self.elements.len() + self.relations.len())?;
            for relation in passed_through(relation, &leaving, &is_joint, &mut steps) {
                add_relation(draft, &relation, sorts, tags);
            }
        }
        if let Some(element) = self.elements.first().filter(|_| steps >= STEPS) {
            let says = "the junctions join more relations than are followed";
            draft.remark(element.place.clone(), RemarkSort::LeftOut, says);
        }
        Ok(())
    }

    /// Returns the groupings, by their ids with their names, at which no relation ends or starts but those to what is in them.
    fn groupings<'a>(&'a self, sorts: &BTreeMap<&'a str, &'a str>) -> BTreeMap<&'a str, &'a str> {
        let is_grouping = |id: &str| sorts.get(id).is_some_and(|sort| sort.ends_with("Grouping"));
        let named = self.elements.iter().map(|element| (element.id.as_str(), element.name.as_str()));
        let mut groupings: BTreeMap<&str, &str> = named.filter(|(id, _)| is_grouping(id)).collect();
        for relation in &self.relations {
            groupings.remove(relation.to.as_str());
            if !is_nesting(&relation.concept.sort) {
                groupings.remove(relation.from.as_str());
            }
        }
        groupings
    }
}

/// Whether a property is the one in which other tools write how a relation influences.
pub(super) fn is_strength(property: &str) -> bool {
    matches!(property.to_lowercase().as_str(), "influence_strength" | "influencestrength")
}

/// Whether both ends of a relation are elements; what they are else is said.
fn has_ends(
    draft: &mut MapDraft<'_>,
    relation: &ArchiRelation,
    sorts: &BTreeMap<&str, &str>,
    relations: &BTreeSet<&str>,
) -> bool {
    let ends = [&relation.from, &relation.to];
    let Some(missing) = ends.into_iter().find(|end| !sorts.contains_key(end.as_str())) else { return true };
    let sort = spaced_type(&relation.concept.sort);
    let says = if relations.contains(missing.as_str()) {
        format!("this relation ({sort}) ends at another relation, which has no place here")
    } else if missing.is_empty() {
        format!("this relation ({sort}) has only one end")
    } else {
        format!("no element has the id {missing}, an end of this relation ({sort})")
    };
    draft.remark_like(&relation.concept.place, RemarkSort::LeftOut, "end missing", says);
    false
}

fn add_relation(
    draft: &mut MapDraft<'_>,
    joined: &JoinedRelation<'_>,
    sorts: &BTreeMap<&str, &str>,
    tags: &BTreeMap<&str, &str>,
) {
    let (relation, place) = (joined.of, &joined.of.concept.place);
    if let Some(grouping) = tags.get(joined.from) {
        if let Some(thing) = draft.known(joined.to) {
            draft.group(thing, grouping, place);
        }
        return;
    }
    let (Some(from), Some(to)) = (draft.known(joined.from), draft.known(joined.to)) else { return };
    let kind = sorts.get(joined.to).and_then(|sort| kind_of_element(sort));
    let relations = relations_of(&relation.concept.sort, relation.access.as_deref(), kind);
    if relations.is_empty() {
        let arrow = add_association(draft, joined, (from, to));
        return annotate(draft, arrow, joined);
    }
    for (nth, (kind, turned)) in relations.into_iter().enumerate() {
        let ends = if turned { (to, from) } else { (from, to) };
        let (sign, strength) = joined.influence.unwrap_or_default();
        let key = if nth == 0 { joined.key.clone() } else { format!("{} {}", joined.key, kind.name()) };
        let sign = if kind.carries_sign() { sign } else { Sign::Unknown };
        let arrow = draft.arrow(&key, place, ends, kind, sign);
        draft.edit_arrow(arrow, |arrow| arrow.strength = arrow.strength.max(strength));
        annotate(draft, arrow, joined);
    }
}

/// Adds an association, of which nobody knows what it states: it is asked about.
fn add_association(draft: &mut MapDraft<'_>, joined: &JoinedRelation<'_>, (from, to): (usize, usize)) -> Option<usize> {
    let place = &joined.of.concept.place;
    if !joined.of.is_directed {
        return draft.undirected(&joined.key, place, (from, to), Relation::Affects, Sign::Unknown);
    }
    let arrow = draft.arrow(&joined.key, place, (from, to), Relation::Affects, Sign::Unknown);
    if arrow.is_some() {
        let (from, to) = (draft.label_of(from), draft.label_of(to));
        let sort = spaced_type(&joined.of.concept.sort).to_lowercase();
        let says = format!("{from} has a relation ({sort}) to {to}: what does it do to it?");
        draft.remark(place.clone(), RemarkSort::Asked, says);
    }
    arrow
}

/// Takes over the name, the text and the properties of a relation.
fn annotate(draft: &mut MapDraft<'_>, arrow: Option<usize>, joined: &JoinedRelation<'_>) {
    let concept = &joined.of.concept;
    draft.note(arrow, &concept.name);
    draft.note(arrow, &concept.about);
    if joined.influence.is_none()
        && let Some(strength) = joined.of.strength.as_deref().filter(|text| !text.is_empty())
    {
        draft.note(arrow, &format!("strength: {strength}"));
    }
    for (name, value) in &concept.properties {
        take_arrow_field(draft, arrow, (name, value));
    }
}

fn add_element(draft: &mut MapDraft<'_>, element: &ArchiConcept) -> Option<usize> {
    let sort = spaced_type(&element.sort);
    let is_again = draft.known(&element.id).is_some();
    let thing = draft.thing_of(&element.id, element.place.clone(), &element.name, Some(&sort));
    if is_again {
        return None;
    }
    draft.sort(thing, &sort, kind_of_element(&element.sort));
    for name in &element.other_names {
        draft.other_name(thing, name);
    }
    Some(thing)
}

fn describe(draft: &mut MapDraft<'_>, thing: usize, element: &ArchiConcept) {
    draft.about(thing, &element.about);
    for group in &element.groups {
        draft.group(thing, group, &element.place);
    }
    for (name, value) in &element.properties {
        take_field(draft, thing, (name, value), &element.place);
    }
}

/// Returns a relation as it is when junctions are passed through: one to each element behind them.
fn passed_through<'a>(
    relation: &'a ArchiRelation,
    leaving: &BTreeMap<&str, Vec<&'a ArchiRelation>>,
    is_joint: &dyn Fn(&str) -> bool,
    steps: &mut usize,
) -> Vec<JoinedRelation<'a>> {
    let influence = relation.strength.as_deref().and_then(influence_of);
    let start = JoinedRelation {
        key: relation.concept.id.clone(),
        from: &relation.from,
        to: &relation.to,
        of: relation,
        influence,
    };
    let (mut open, mut done, mut seen) = (vec![start], Vec::new(), BTreeSet::new());
    while let Some(next) = open.pop() {
        if !is_joint(next.to) {
            done.push(next);
            continue;
        }
        if !seen.insert(next.to) {
            continue;
        }
        for onward in leaving.get(next.to).into_iter().flatten().rev() {
            *steps += 1;
            if *steps >= STEPS {
                return done;
            }
            open.push(JoinedRelation {
                key: format!("{} -> {}", next.key, onward.concept.id),
                from: next.from,
                to: &onward.to,
                of: if onward.concept.name.is_empty() { next.of } else { onward },
                influence: in_a_row(next.influence, onward.strength.as_deref().and_then(influence_of)),
            });
        }
    }
    done
}

/// Returns the influence of two relations in a row; one that does not say is like the other.
fn in_a_row(one: Option<(Sign, Strength)>, next: Option<(Sign, Strength)>) -> Option<(Sign, Strength)> {
    match (one, next) {
        (Some((one, strength)), Some((next, other))) => Some((one.then(next), strength.min(other))),
        (one, next) => one.or(next),
    }
}
