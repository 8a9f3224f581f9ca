//! Who owns the things of a map, as the fields of other tools say it: each is judged as the cells of a table are.

use std::collections::BTreeMap;

use super::map_draft::MapDraft;
use super::owner_field::OwnerField;
use crate::graph::Key;
use crate::import::imported::{RemarkSort, ThingOwner};
use crate::import::mapping::ColumnRole;
use crate::import::place::SourcePlace;
use crate::import::words::owner_parts::{CellOwner, KnownOwners};
use crate::import::words::person::{is_address, owner_parts};
use crate::import::words::person_names::looks_like_a_person;
use crate::import::words::unit_names::is_clearly_a_unit;
use crate::record::Kind;

/// A thing with one of its owners, and where the file names them.
pub(in crate::import) type JudgedOwner = (usize, CellOwner, SourcePlace);

impl MapDraft<'_> {
    /// Notes what a field says about who owns a thing: units or people. Which of them is told once all fields are known.
    pub(in crate::import) fn owner_field(&mut self, thing: usize, (name, value): (&str, &str), place: &SourcePlace) {
        let (name, value) = (name.trim().to_lowercase(), value.trim().to_owned());
        self.owner_fields.push(OwnerField { thing, name, value, place: place.clone() });
    }

    /// Takes the noted fields, and returns whom each names. In a field that says owner, a name that is not clearly one of
    /// a unit is a person's; a team that the map draws is one.
    pub(in crate::import) fn judged_owners(&mut self) -> Vec<JudgedOwner> {
        let fields = std::mem::take(&mut self.owner_fields);
        let mut by_name: BTreeMap<&str, Vec<&OwnerField>> = BTreeMap::new();
        for field in &fields {
            by_name.entry(&field.name).or_default().push(field);
        }
        let mut known = KnownOwners::default();
        for field in fields.iter().filter(|field| field.names_units()) {
            let units = owner_parts(&field.value).filter(|unit| !looks_like_a_person(unit));
            known.units.extend(units.filter_map(Key::of));
        }
        let mut judged = Vec::new();
        let mut remarks = Vec::new();
        for (name, fields) in by_name {
            let role = self.role_of(&fields);
            let before = judged.len();
            let owners = fields.iter().flat_map(|field| {
                let owners = self.owners_in(&known, &field.value, role);
                owners.into_iter().map(|owner| (field.thing, owner, field.place.clone()))
            });
            judged.extend(owners);
            remarks.extend(beside_each_other(name, judged.get(before..).unwrap_or_default()));
        }
        for (place, says) in remarks {
            self.remark(place, RemarkSort::Noted, says);
        }
        judged
    }

    /// Makes arrows and people of the noted fields.
    pub(super) fn settle_owner_fields(&mut self) {
        for (thing, owner, place) in self.judged_owners() {
            match owner {
                CellOwner::Unit(name) => self.owner(thing, &ThingOwner::Unit(name), &place),
                CellOwner::Person(name, unit) => self.person(&name, unit.as_deref()),
            }
        }
    }

    /// Whether a name is that of a team which the file itself draws.
    fn is_drawn(&self, name: &str) -> bool {
        self.called(name).and_then(|thing| self.at(thing)).is_some_and(|thing| thing.kind == Kind::Party)
    }

    fn owners_in(&self, known: &KnownOwners, value: &str, role: ColumnRole) -> Vec<CellOwner> {
        let parts = if self.is_drawn(value) { vec![value] } else { owner_parts(value).collect() };
        let owners = parts.into_iter().flat_map(|part| {
            if self.is_drawn(part) { vec![CellOwner::Unit(part.to_owned())] } else { known.owners(part, role) }
        });
        owners.collect()
    }

    /// Returns what a name is, in doubt, in a field: in one that says owner a person's, unless all are of units; in one
    /// that says team a unit's, unless most are of people.
    fn role_of(&self, fields: &[&OwnerField]) -> ColumnRole {
        let parts: Vec<&str> = fields.iter().flat_map(|field| owner_parts(&field.value)).collect();
        let parts: Vec<&str> = parts.into_iter().filter(|part| !self.is_drawn(part)).collect();
        let people = parts.iter().filter(|part| looks_like_a_person(part) || is_address(part)).count();
        let are_people = if fields.iter().any(|field| field.names_units()) {
            people * 2 > parts.len()
        } else {
            !parts.iter().all(|part| is_clearly_a_unit(part))
        };
        if are_people { ColumnRole::Person } else { ColumnRole::Unit }
    }
}

/// Returns a sentence about a field in which units and people stand side by side, and where its first person stands.
fn beside_each_other(field: &str, judged: &[JudgedOwner]) -> Option<(SourcePlace, String)> {
    let is_person = |owner: &CellOwner| matches!(owner, CellOwner::Person(name, _) if !is_address(name));
    let mut people = judged.iter().filter(|(_, owner, _)| is_person(owner));
    let (first, count) = (people.next()?, people.count() + 1);
    let units = judged.iter().any(|(_, owner, _)| matches!(owner, CellOwner::Unit(_)));
    let says = match count {
        1 => format!("{field}: 1 value looks like a person; it is taken as one and stands on no map"),
        _ => format!("{field}: {count} values look like people; they are taken as people and stand on no map"),
    };
    units.then(|| (first.2.clone(), says))
}

#[cfg(test)]
mod tests {
    use crate::import::imported::RemarkSort;
    use crate::import::tests::told::{ReadSample, told};

    /// A map for each format that gives its things fields: three owners, and what says team.
    fn maps(owners: [&str; 3], unit: &str) -> Vec<ReadSample> {
        let [a, b, c] = owners;
        let kumu = format!(
            r#"{{"elements":[{{"_id":"e1","attributes":{{"label":"Bot","owner":"{a}"}}}},
            {{"_id":"e2","attributes":{{"label":"Planner","owner":"{b}"}}}},
            {{"_id":"e3","attributes":{{"label":"Reader","owner":"{c}","team":"{unit}"}}}}],"connections":[],"maps":[]}}"#
        );
        let graphml = format!(
            "<graphml><key id='o' for='node' attr.name='owner'/><key id='t' for='node' attr.name='team'/>\
             <graph edgedefault='directed'><node id='Bot'><data key='o'>{a}</data></node>\
             <node id='Planner'><data key='o'>{b}</data></node>\
             <node id='Reader'><data key='o'>{c}</data><data key='t'>{unit}</data></node></graph></graphml>"
        );
        let attributes = "<attributes class='node'><attribute id='o' title='Owner' type='string'/>\
                          <attribute id='t' title='Team' type='string'/></attributes>";
        let gexf = format!(
            "<gexf xmlns='http://gexf.net/1.3' version='1.3'><graph defaultedgetype='directed'>{attributes}<nodes>\
             <node id='1' label='Bot'><attvalues><attvalue for='o' value='{a}'/></attvalues></node>\
             <node id='2' label='Planner'><attvalues><attvalue for='o' value='{b}'/></attvalues></node>\
             <node id='3' label='Reader'><attvalues><attvalue for='o' value='{c}'/>\
             <attvalue for='t' value='{unit}'/></attvalues></node></nodes><edges/></graph></gexf>"
        );
        let linked = format!(
            r#"{{"directed":true,"multigraph":false,"graph":{{}},"nodes":[{{"id":"Bot","owner":"{a}"}},
            {{"id":"Planner","owner":["{b}"]}},{{"id":"Reader","owner":"{c}","team":"{unit}"}}],"links":[]}}"#
        );
        let dot = format!(
            "digraph {{ Bot [owner=\"{a}\"]; Planner [owner=\"{b}\"]; Reader [owner=\"{c}\", team=\"{unit}\"] }}"
        );
        let files = [("k.json", kumu), ("g.graphml", graphml), ("g.gexf", gexf), ("n.json", linked), ("d.dot", dot)];
        files.into_iter().map(|(name, text)| told(name, text)).collect()
    }

    fn people(read: &ReadSample) -> Vec<&str> {
        read.map.people.iter().map(|person| person.name.as_str()).collect()
    }

    #[test]
    fn a_person_who_owns_a_thing_is_never_a_unit_of_the_map() {
        for read in maps(["Anna Muster", "Berg, Ben", "Legal"], "Chidi Okafor") {
            let format = read.format;
            assert_eq!(read.things, ["Bot", "Planner", "Reader", "Legal"], "{format}");
            assert_eq!(read.arrows, ["Legal owns Reader"], "{format}");
            assert_eq!(people(&read), ["Anna Muster", "Ben Berg", "Chidi Okafor"], "{format}");
            let noted = read.says(RemarkSort::Noted);
            let says = "owner: 2 values look like people; they are taken as people and stand on no map";
            assert!(noted.iter().any(|noted| noted.ends_with(says)), "{format}: {noted:?}");
        }
    }

    #[test]
    fn in_doubt_an_owner_is_a_person_and_one_within_which_it_works_is_a_unit() {
        for read in maps(["Anna", "Nordics", "Dr. Vance"], "Nordics") {
            assert_eq!(read.things, ["Bot", "Planner", "Reader", "Nordics"], "{}", read.format);
            assert_eq!(people(&read), ["Anna", "Dr. Vance"], "{}", read.format);
        }
    }

    #[test]
    fn a_unit_that_the_file_draws_is_one_whatever_it_is_called() {
        let text = r#"{"elements":[{"_id":"e1","attributes":{"label":"Bot","owner":"Northern Lights"}},
            {"_id":"e2","attributes":{"label":"Northern Lights","element type":"Team"}}],"connections":[],"maps":[]}"#;
        let read = told("k.json", text);
        assert_eq!(read.arrows, ["Northern Lights owns Bot"]);
        assert!(read.map.people.is_empty());
    }

    #[test]
    fn things_of_one_name_are_not_told_apart_by_people() {
        let dot = "digraph { a [label=Bot, owner=\"Anna Muster\"]; b [label=Bot, owner=\"Ben Berg\"] }";
        let read = told("d.dot", dot);
        assert!(
            read.things.iter().all(|thing| !thing.contains("Anna") && !thing.contains("Berg")),
            "{:?}",
            read.things
        );
        assert_eq!(people(&read), ["Anna Muster", "Ben Berg"]);
    }
}
