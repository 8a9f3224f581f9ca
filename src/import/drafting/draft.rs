use std::collections::{BTreeSet, HashMap, HashSet};

use crate::graph::{Key, person_key};
use crate::import::context::ReadContext;
use crate::import::error::ImportError;
use crate::import::imported::{
    ImportRemark, ImportedArrow, ImportedMap, ImportedPerson, ImportedThing, ONLY_NAMED, RemarkSort, RemarkTopic,
    ThingOwner,
};
use crate::import::input::limits;
use crate::import::mapping::{GroupsAre, SameNames, StatusMeaning, UndirectedAre};
use crate::import::place::SourcePlace;
use crate::import::questions::{UnclearDays, UnknownStatus};
use crate::import::words::kind_words::kind_of;
use crate::import::words::owner_names::is_like_a_person;
use crate::import::words::person::listed_name;
use crate::import::words::status_words::status_of;
use crate::record::text::{LABEL_LIMIT, clean, clip};
use crate::record::{Kind, Relation, Sign};

/// The maximum number of characters of a text about a thing or an arrow.
const TEXT_LIMIT: usize = 600;

/// The maximum number of words that mark a thing, and of its other names; further ones are left out.
const TAGS: usize = 50;

/// A map that a reader is putting together: it keeps names and ids apart, cleans texts, and notes what it leaves out.
///
/// Things are spoken of by their index, in the order in which they were added.
pub(in crate::import) struct MapDraft<'a> {
    context: ReadContext<'a>,
    same_names: SameNames,
    map: ImportedMap,
    by_id: HashMap<String, usize>,
    by_name: HashMap<Key, usize>,
    arrows: HashMap<(usize, usize, Relation), usize>,
    /// The people, by their names in lower case.
    people: HashMap<String, usize>,
    /// The arrows whose doubles do not agree on their sign.
    unsettled: HashSet<usize>,
    /// The number that the last thing of a name was told apart by.
    namesakes: HashMap<Key, usize>,
    nameless: usize,
    /// The number of remarks that there was no room for.
    unsaid: usize,
    too_large: Option<ImportError>,
}

impl<'a> MapDraft<'a> {
    /// Begins a map; `same_names` is what things of one name are in the format, unless the mapping says otherwise.
    pub(in crate::import) fn new(context: &ReadContext<'a>, same_names: SameNames) -> Self {
        Self {
            context: *context,
            same_names: context.mapping.same_names.unwrap_or(same_names),
            map: ImportedMap::default(),
            by_id: HashMap::new(),
            by_name: HashMap::new(),
            arrows: HashMap::new(),
            people: HashMap::new(),
            unsettled: HashSet::new(),
            namesakes: HashMap::new(),
            nameless: 0,
            unsaid: 0,
            too_large: None,
        }
    }

    /// Returns an error once the map is too large, or the reading is to stop; otherwise says how far the reading is.
    pub(in crate::import) fn proceeds(&self, done: usize, all: usize) -> Result<(), ImportError> {
        self.too_large.clone().map_or(Ok(()), Err)?;
        self.context.proceeds(done, all)
    }

    /// Sets the title of the map, if it has none yet.
    pub(in crate::import) fn title(&mut self, title: &str) {
        let title = one_line(title, LABEL_LIMIT);
        if self.map.title.is_none() && !title.is_empty() {
            self.map.title = Some(title);
        }
    }

    /// Adds a thing with an id; returns its index. An id that was added before is the same thing, and said so.
    pub(in crate::import) fn thing(&mut self, id: &str, place: SourcePlace, label: &str) -> usize {
        self.thing_of(id, place, label, None)
    }

    /// Adds a thing like [`Self::thing`]. Where another thing has its name, and both are several things, `which` is what
    /// is added to the name: `Triage (Claims)`.
    pub(in crate::import) fn thing_of(
        &mut self,
        id: &str,
        place: SourcePlace,
        label: &str,
        which: Option<&str>,
    ) -> usize {
        if let Some(known) = self.by_id.get(id).copied() {
            let says = format!("the id {} stands here again; the first counts", shown(id));
            self.remark_like(&place, RemarkSort::LeftOut, "id again", says);
            return known;
        }
        let label = self.label(label, &place);
        let namesake = Key::of(&label).and_then(|key| self.by_name.get(&key).copied());
        let thing = match namesake {
            Some(known) if self.same_names == SameNames::OneThing => known,
            Some(_) => {
                let told = self.told_apart(&label, which);
                let says = format!("another {label} is here: this one is {told}");
                self.remark_like(&place, RemarkSort::Noted, "name again", says);
                self.add(id, place, told)
            }
            None => self.add(id, place, label),
        };
        self.by_id.insert(id.to_owned(), thing);
        thing
    }

    /// Returns the thing with this id.
    pub(in crate::import) fn known(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Returns the thing with this name; adds it, if the file names it nowhere else.
    pub(in crate::import) fn named(&mut self, label: &str, place: &SourcePlace) -> usize {
        let label = self.label(label, place);
        let known = Key::of(&label).and_then(|key| self.by_name.get(&key).copied());
        known.unwrap_or_else(|| {
            let id = format!("{ONLY_NAMED}{}", label.to_lowercase());
            let thing = self.add(&id, place.clone(), label);
            self.by_id.entry(id).or_insert(thing);
            thing
        })
    }

    /// Returns the thing that is called so, if there is one.
    pub(in crate::import) fn called(&self, label: &str) -> Option<usize> {
        Key::of(&one_line(label, LABEL_LIMIT)).and_then(|key| self.by_name.get(&key).copied())
    }

    /// Changes a thing.
    pub(in crate::import) fn edit(&mut self, thing: usize, change: impl FnOnce(&mut ImportedThing)) {
        if let Some(thing) = self.map.things.get_mut(thing) {
            change(thing);
        }
    }

    /// Returns a thing.
    pub(in crate::import) fn at(&self, thing: usize) -> Option<&ImportedThing> {
        self.map.things.get(thing)
    }

    /// Sets the sort of a thing by the file's own word. Its kind is what the mapping says, else the kind of the format,
    /// else what the word usually means.
    pub(in crate::import) fn sort(&mut self, thing: usize, word: &str, of_format: Option<Kind>) {
        let word = one_line(word, LABEL_LIMIT);
        if word.is_empty() {
            return self.edit(thing, |thing| thing.kind = of_format.unwrap_or(thing.kind));
        }
        let mapped = self.context.mapping.kinds.get(&word.to_lowercase()).copied();
        let kind = mapped.or(of_format).or_else(|| kind_of(&word));
        self.edit(thing, |thing| {
            thing.kind = kind.unwrap_or(thing.kind);
            thing.sort = Some(word);
        });
    }

    /// Sets the status of a thing by the file's own word; returns whether the word is understood. A word that is not is
    /// asked about once, unless the mapping says what it means.
    pub(in crate::import) fn status(&mut self, thing: usize, word: &str, place: &SourcePlace) -> bool {
        let word = one_line(word, LABEL_LIMIT);
        let key = word.to_lowercase();
        let (usual, meaning) = (status_of(&word), self.context.mapping.statuses.get(&key).copied());
        if let Some(status) = meaning.map_or(usual, StatusMeaning::status) {
            self.edit(thing, |thing| thing.status = Some(status));
        }
        if usual.is_none() {
            let asked = || UnknownStatus { word, things: 0, place: place.clone() };
            self.map.questions.statuses.entry(key).or_insert_with(asked).things += 1;
        }
        usual.is_some() || meaning.is_some()
    }

    /// Whether a word for a status is understood.
    pub(in crate::import) fn is_status(&self, word: &str) -> bool {
        let word = one_line(word, LABEL_LIMIT);
        status_of(&word).is_some() || self.context.mapping.statuses.contains_key(&word.to_lowercase())
    }

    /// Notes a day of which either number may be the month.
    pub(in crate::import) fn unclear_day(&mut self, cell: &str, place: &SourcePlace) {
        let first = || UnclearDays { sample: one_line(cell, LABEL_LIMIT), cells: 0, place: place.clone() };
        self.map.questions.days.get_or_insert_with(first).cells += 1;
    }

    /// Sets the text about a thing; a further one is added to it.
    pub(in crate::import) fn about(&mut self, thing: usize, text: &str) {
        let text = one_line(text, TEXT_LIMIT);
        self.edit(thing, |thing| add_text(&mut thing.about, &text));
    }

    /// Marks a thing with a word; of more than 50, the first count.
    pub(in crate::import) fn tag(&mut self, thing: usize, word: &str) {
        let word = one_line(word, LABEL_LIMIT);
        self.edit(thing, |thing| {
            if !word.is_empty() && thing.tags.len() < TAGS && !thing.tags.contains(&word) {
                thing.tags.push(word);
            }
        });
    }

    /// Says that a thing has another name too.
    pub(in crate::import) fn other_name(&mut self, thing: usize, name: &str) {
        let name = one_line(name, LABEL_LIMIT);
        self.edit(thing, |thing| {
            let names = &mut thing.other_names;
            if Key::of(&name).is_some() && name != thing.label && names.len() < TAGS && !names.contains(&name) {
                names.push(name);
            }
        });
    }

    /// Says who answers for a thing. A unit is a thing with an arrow; a person stands on no map.
    pub(in crate::import) fn owner(&mut self, thing: usize, owner: &ThingOwner, place: &SourcePlace) {
        match owner {
            ThingOwner::Person(name) => self.person(name, None),
            ThingOwner::Unit(name) => {
                let unit = self.named(name, place);
                self.edit(unit, |unit| {
                    if unit.kind == Kind::Unknown {
                        unit.kind = Kind::Party;
                    }
                });
                let key = self.at(thing).map(|thing| thing.key.clone()).unwrap_or_default();
                self.arrow(&key, place, (unit, thing), Relation::Owns, Sign::Unknown);
            }
        }
    }

    /// Notes a person whom the file names, with the unit if it names one.
    pub(in crate::import) fn person(&mut self, name: &str, unit: Option<&str>) {
        let name = one_line(name, LABEL_LIMIT);
        let unit = unit.map(|unit| one_line(unit, LABEL_LIMIT)).filter(|unit| !unit.is_empty());
        let known = self.people.get(&name.to_lowercase()).and_then(|place| self.map.people.get_mut(*place));
        match known {
            _ if name.is_empty() => {}
            Some(known) => known.unit = known.unit.take().or(unit),
            None => {
                self.people.insert(name.to_lowercase(), self.map.people.len());
                self.map.people.push(ImportedPerson { name, unit });
            }
        }
    }

    /// Says that a thing stands in a group of the file: a cluster, a subgraph, a folder.
    pub(in crate::import) fn group(&mut self, thing: usize, group: &str, place: &SourcePlace) {
        match self.context.mapping.groups {
            _ if group.trim().is_empty() => {}
            GroupsAre::Tags => self.tag(thing, group),
            GroupsAre::Units => self.owner(thing, &ThingOwner::Unit(group.to_owned()), place),
        }
    }

    /// Adds an arrow between two things; returns its index. `None` for an arrow from a thing to itself, which is left
    /// out and said. Of several arrows of one relation between the same ends one is made: if they differ in their sign,
    /// the sign is open, and said so.
    pub(in crate::import) fn arrow(
        &mut self,
        key: &str,
        place: &SourcePlace,
        (from, to): (usize, usize),
        relation: Relation,
        sign: Sign,
    ) -> Option<usize> {
        if from == to {
            let label = self.label_of(from);
            let says = format!("an arrow from {label} to itself is left out");
            self.remark_like(place, RemarkSort::LeftOut, "to itself", says);
            return None;
        }
        if let Some(known) = self.arrows.get(&(from, to, relation)).copied() {
            self.again(known, place, sign);
            return Some(known);
        }
        if self.map.arrows.len() >= limits::ARROWS {
            return self.overflow(place, format!("there are more than {} arrows", limits::ARROWS));
        }
        let arrow = ImportedArrow {
            key: key.to_owned(),
            place: place.clone(),
            from,
            to,
            relation,
            sign,
            strength: crate::record::Strength::default(),
            delay: None,
            note: None,
        };
        let place = self.map.arrows.len();
        self.map.arrows.push(arrow);
        self.arrows.insert((from, to, relation), place);
        Some(place)
    }

    /// Adds what the file draws between two things without a direction. It is asked about, and is an arrow from the first
    /// to the second only where the mapping says so.
    pub(in crate::import) fn undirected(
        &mut self,
        key: &str,
        place: &SourcePlace,
        ends: (usize, usize),
        relation: Relation,
        sign: Sign,
    ) -> Option<usize> {
        self.map.questions.links += usize::from(ends.0 != ends.1);
        if self.context.mapping.undirected == UndirectedAre::Arrows || ends.0 == ends.1 {
            return self.arrow(key, place, ends, relation, sign);
        }
        let says = format!("{} and {} are linked without a direction", self.label_of(ends.0), self.label_of(ends.1));
        self.say(place.clone(), RemarkSort::Asked, &says, RemarkTopic::Links);
        None
    }

    /// Returns the arrows so far, in order.
    pub(in crate::import) fn arrows(&self) -> &[ImportedArrow] {
        &self.map.arrows
    }

    /// Changes an arrow.
    pub(in crate::import) fn edit_arrow(&mut self, arrow: Option<usize>, change: impl FnOnce(&mut ImportedArrow)) {
        if let Some(arrow) = arrow.and_then(|arrow| self.map.arrows.get_mut(arrow)) {
            change(arrow);
        }
    }

    /// Sets the text about an arrow; a further one is added to it.
    pub(in crate::import) fn note(&mut self, arrow: Option<usize>, text: &str) {
        let text = one_line(text, TEXT_LIMIT);
        self.edit_arrow(arrow, |arrow| add_text(&mut arrow.note, &text));
    }

    /// Adds a remark on a part of the file; the sentence has no full stop.
    pub(in crate::import) fn remark(&mut self, place: SourcePlace, sort: RemarkSort, says: impl Into<String>) {
        self.say(place, sort, &says.into(), RemarkTopic::Other);
    }

    /// Adds a remark of which there may be very many, with different names in it: `like` is what they have in common.
    pub(in crate::import) fn remark_like(
        &mut self,
        place: &SourcePlace,
        sort: RemarkSort,
        like: &'static str,
        says: impl Into<String>,
    ) {
        self.say(place.clone(), sort, &says.into(), RemarkTopic::Like(like));
    }

    fn say(&mut self, place: SourcePlace, sort: RemarkSort, says: &str, topic: RemarkTopic) {
        if self.map.remarks.len() >= limits::REMARKS {
            self.unsaid = self.unsaid.saturating_add(1);
            return;
        }
        let says = one_line(says, TEXT_LIMIT);
        self.map.remarks.push(ImportRemark { place, sort, says, topic });
    }

    /// Returns the label of a thing.
    pub(in crate::import) fn label_of(&self, thing: usize) -> String {
        self.at(thing).map(|thing| thing.label.clone()).unwrap_or_default()
    }

    /// Returns the whole map without what the mapping leaves out; an error if it became too large.
    pub(in crate::import) fn finish(mut self) -> Result<ImportedMap, ImportError> {
        if let Some(error) = self.too_large {
            return Err(error);
        }
        self.ask();
        if let Some(last) = self.map.remarks.last_mut().filter(|_| self.unsaid > 0) {
            let says = format!("{} more remarks follow, which are not shown", self.unsaid);
            let place = last.place.clone();
            *last = ImportRemark { place, sort: RemarkSort::Noted, says, topic: RemarkTopic::Other };
        }
        let (mut map, mapping) = (self.map, self.context.mapping);
        if let Some(kind) = mapping.kinds.get("") {
            // This is the kind of what the files state without a word for its sort.
            let wordless = map.things.iter_mut().filter(|thing| thing.sort.is_none() && !thing.is_only_named());
            wordless.for_each(|thing| thing.kind = *kind);
        }
        no_person_is_a_unit(&mut map);
        Ok(without(map, &mapping.left_out))
    }

    /// Asks what the mapping does not answer about words and days.
    fn ask(&mut self) {
        let questions = self.map.questions.clone();
        let is_open = |word: &&String| !self.context.mapping.statuses.contains_key(*word);
        let open: Vec<&String> = questions.statuses.keys().filter(is_open).collect();
        for (key, asked) in open.into_iter().filter_map(|key| Some((key, questions.statuses.get(key)?))) {
            let UnknownStatus { word, things, place } = asked;
            let of = if *things == 1 { "1 thing".to_owned() } else { format!("{things} things") };
            let says =
                format!("\u{201c}{word}\u{201d} is the status of {of}: is that idea, pilot, live, fading or stopped?");
            self.say(place.clone(), RemarkSort::Asked, &says, RemarkTopic::Status(key.clone()));
        }
        if let Some(UnclearDays { sample, cells, place }) = questions.days
            && self.context.mapping.dates.is_none()
        {
            let more = match cells {
                0 | 1 => String::new(),
                2 => " (and in 1 more cell)".to_owned(),
                cells => format!(" (and in {} more cells)", cells - 1),
            };
            let says = format!("{sample} may be two days{more}: does the day come first, or the month?");
            self.say(place, RemarkSort::Asked, &says, RemarkTopic::Days);
        }
    }

    fn add(&mut self, id: &str, place: SourcePlace, label: String) -> usize {
        if self.map.things.len() >= limits::THINGS {
            self.overflow::<usize>(&place, format!("there are more than {} things", limits::THINGS));
            return 0;
        }
        let thing = self.map.things.len();
        self.by_name.extend(Key::of(&label).map(|key| (key, thing)));
        self.map.things.push(ImportedThing {
            key: id.to_owned(),
            place,
            label,
            kind: Kind::Unknown,
            sort: None,
            status: None,
            want: None,
            scarce: false,
            outside: false,
            started: None,
            other_names: Vec::new(),
            tags: Vec::new(),
            about: None,
        });
        thing
    }

    /// Returns a text as a label; a text that is no name gets one.
    fn label(&mut self, text: &str, place: &SourcePlace) -> String {
        let whole = one_line(text, usize::MAX);
        let label = clip(&whole, LABEL_LIMIT).trim_end().to_owned();
        if Key::of(&label).is_none() {
            self.nameless += 1;
            let made = format!("(no name {})", self.nameless);
            self.remark(place.clone(), RemarkSort::Noted, format!("this has no name; it is called {made}"));
            return made;
        }
        if label.len() < whole.len() {
            let says = format!("the name is longer than {LABEL_LIMIT} characters, and cut");
            self.remark(place.clone(), RemarkSort::Noted, says);
        }
        label
    }

    /// Returns a name for a thing whose own name another thing has.
    fn told_apart(&mut self, label: &str, which: Option<&str>) -> String {
        let which = which.map(|which| one_line(which, LABEL_LIMIT)).filter(|which| Key::of(which).is_some());
        let key = Key::of(label);
        let last = key.as_ref().and_then(|key| self.namesakes.get(key)).copied().unwrap_or(1);
        let numbered = (last.saturating_add(1)..).map(|number| (number, number.to_string()));
        let made = which.into_iter().map(|which| (last, which)).chain(numbered).map(|(number, which)| {
            let begins = clip(label, LABEL_LIMIT.saturating_sub(which.len() + 3));
            (number, format!("{begins} ({})", clip(&which, LABEL_LIMIT / 2)))
        });
        let mut free = made.filter(|(_, made)| Key::of(made).is_some_and(|key| !self.by_name.contains_key(&key)));
        let (number, made) = free.next().unwrap_or_else(|| (last, label.to_owned()));
        self.namesakes.extend(key.map(|key| (key, number)));
        made
    }

    fn again(&mut self, known: usize, place: &SourcePlace, sign: Sign) {
        let Some(arrow) = self.map.arrows.get_mut(known) else { return };
        if sign == Sign::Unknown || sign == arrow.sign {
            return;
        }
        if arrow.sign == Sign::Unknown && !self.unsettled.contains(&known) {
            arrow.sign = sign;
            return;
        }
        arrow.sign = Sign::Unknown;
        if !self.unsettled.insert(known) {
            return;
        }
        let (from, to) = (arrow.from, arrow.to);
        let says = format!(
            "one arrow from {} to {} says more and another says less; it comes in without a sign",
            self.label_of(from),
            self.label_of(to)
        );
        self.remark_like(place, RemarkSort::Asked, "signs that do not agree", says);
    }

    fn overflow<T>(&mut self, place: &SourcePlace, says: String) -> Option<T> {
        let error = || ImportError::at(place.clone(), says, "export a part of it");
        self.too_large.get_or_insert_with(error);
        None
    }
}

/// Returns a text as one line without characters that act or hide, of at most so many characters.
pub(in crate::import) fn one_line(text: &str, limit: usize) -> String {
    let words = clean(text);
    let words: Vec<&str> = words.split_whitespace().collect();
    let line = words.join(" ");
    clip(&line, limit).trim_end().to_owned()
}

fn add_text(known: &mut Option<String>, text: &str) {
    match known {
        _ if text.is_empty() => {}
        Some(known) if known.contains(text) => {}
        Some(known) => *known = one_line(&format!("{known}; {text}"), TEXT_LIMIT),
        None => *known = Some(text.to_owned()),
    }
}

fn shown(id: &str) -> String {
    one_line(id, LABEL_LIMIT)
}

/// Takes units off a map that are only named as one, by the name of somebody whom the files name as a person.
fn no_person_is_a_unit(map: &mut ImportedMap) {
    let people: BTreeSet<Key> = map.people.iter().filter_map(|person| person_key(&listed_name(&person.name))).collect();
    let is_somebody = |name: &str| is_like_a_person(name) && person_key(name).is_some_and(|key| people.contains(&key));
    let is_it = |thing: &ImportedThing| thing.is_only_named() && thing.kind == Kind::Party && is_somebody(&thing.label);
    let keys: Vec<String> = map.things.iter().filter(|thing| is_it(thing)).map(|thing| thing.key.clone()).collect();
    for person in &mut map.people {
        person.unit = person.unit.take().filter(|unit| !is_somebody(unit));
    }
    if !keys.is_empty() {
        *map = without(std::mem::take(map), &keys);
    }
}

/// Returns a map without the things and arrows with these keys, and without the arrows at those things.
fn without(mut map: ImportedMap, left_out: &[String]) -> ImportedMap {
    if left_out.is_empty() {
        return map;
    }
    let left_out: BTreeSet<&str> = left_out.iter().map(String::as_str).collect();
    let mut stays = 0;
    let places: Vec<Option<usize>> = map
        .things
        .iter()
        .map(|thing| {
            let place = (!left_out.contains(thing.key.as_str())).then_some(stays);
            stays += usize::from(place.is_some());
            place
        })
        .collect();
    map.things.retain(|thing| !left_out.contains(thing.key.as_str()));
    map.arrows = map
        .arrows
        .into_iter()
        .filter(|arrow| !left_out.contains(arrow.key.as_str()))
        .filter_map(|arrow| {
            let place = |thing: usize| places.get(thing).copied().flatten();
            Some(ImportedArrow { from: place(arrow.from)?, to: place(arrow.to)?, ..arrow })
        })
        .collect();
    map
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::mapping::ImportMapping;
    use crate::import::place::WithinFile;
    use crate::import::watch::NoWatch;

    fn with_draft(mapping: &ImportMapping, make: impl FnOnce(&mut MapDraft<'_>)) -> ImportedMap {
        let mut draft = MapDraft::new(&ReadContext { mapping, watch: &NoWatch }, SameNames::Several);
        make(&mut draft);
        draft.finish().unwrap()
    }

    fn place() -> SourcePlace {
        SourcePlace { file: "map.dot".into(), within: WithinFile::Line(1) }
    }

    #[test]
    fn what_the_file_has_no_word_for_is_of_the_kind_that_the_mapping_says() {
        let mapping = ImportMapping { kinds: [(String::new(), Kind::Resource)].into(), ..ImportMapping::default() };
        let map = with_draft(&mapping, |draft| {
            let row = draft.thing("1", place(), "Ledger");
            draft.sort(row, "", Some(Kind::Initiative));
            let sorted = draft.thing("2", place(), "Bot");
            draft.sort(sorted, "Use case", None);
            draft.owner(row, &ThingOwner::Unit("Finance".to_owned()), &place());
        });
        let kinds: Vec<Kind> = map.things.iter().map(|thing| thing.kind).collect();
        assert_eq!(kinds, [Kind::Resource, Kind::Initiative, Kind::Party]);
    }

    #[test]
    fn a_link_without_a_direction_is_asked_about_and_an_arrow_only_where_the_mapping_says_so() {
        let link = |draft: &mut MapDraft<'_>| {
            let ends = (draft.thing("a", place(), "Bot"), draft.thing("b", place(), "Queue"));
            draft.undirected("a b", &place(), ends, Relation::Affects, Sign::Plus);
        };
        let asked = with_draft(&ImportMapping::default(), link);
        assert!(asked.arrows.is_empty());
        assert_eq!(asked.remarks[0].says, "Bot and Queue are linked without a direction");
        let arrows = ImportMapping { undirected: UndirectedAre::Arrows, ..ImportMapping::default() };
        assert_eq!(with_draft(&arrows, link).arrows[0].sign, Sign::Plus);
    }

    #[test]
    fn remarks_without_end_are_counted() {
        let map = with_draft(&ImportMapping::default(), |draft| {
            (0..limits::REMARKS + 5).for_each(|_| draft.remark(place(), RemarkSort::LeftOut, "left out"));
        });
        assert_eq!(map.remarks.len(), limits::REMARKS);
        assert_eq!(map.remarks.last().unwrap().says, "5 more remarks follow, which are not shown");
    }

    #[test]
    fn many_people_and_many_tags_take_no_longer_than_others() {
        let map = with_draft(&ImportMapping::default(), |draft| {
            let thing = draft.thing("a", place(), "Bot");
            for number in 0..50_000 {
                draft.person(&format!("p{number}@example.org"), None);
                draft.tag(thing, &format!("tag {number}"));
            }
            draft.person("P7@example.org", Some("Claims"));
        });
        assert_eq!((map.people.len(), map.things[0].tags.len()), (50_000, TAGS));
        assert_eq!(map.people[7].unit.as_deref(), Some("Claims"));
    }

    #[test]
    fn a_map_that_became_too_large_ends_the_reading_and_not_only_the_map() {
        let mapping = ImportMapping::default();
        let mut draft = MapDraft::new(&ReadContext { mapping: &mapping, watch: &NoWatch }, SameNames::Several);
        for id in 0..limits::THINGS {
            draft.thing(&id.to_string(), place(), &format!("thing {id}"));
        }
        assert_eq!(draft.proceeds(1, 2), Ok(()));
        draft.thing("one more", place(), "One more");
        let says = draft.proceeds(1, 2).unwrap_err().to_string();
        assert_eq!(says, "map.dot, line 1: there are more than 100000 things; export a part of it");
    }

    #[test]
    fn many_things_of_one_name_and_many_arrows_that_do_not_agree_take_no_longer_than_others() {
        let map = with_draft(&ImportMapping::default(), |draft| {
            for id in 0..10_000 {
                draft.thing(&id.to_string(), place(), "x");
            }
            for turn in 0..40_000_usize {
                let sign = if turn % 2 == 0 { Sign::Plus } else { Sign::Minus };
                draft.arrow("a", &place(), (turn % 5, turn % 7), Relation::Affects, sign);
            }
        });
        assert_eq!((map.things.len(), map.things[9_999].label.as_str()), (10_000, "x (10000)"));
        let asked = map.remarks.iter().filter(|remark| remark.sort == RemarkSort::Asked).count();
        assert_eq!((map.arrows.len(), asked), (30, 30), "each is asked about once");
    }
}
