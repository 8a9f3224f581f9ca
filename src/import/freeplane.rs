use std::collections::{BTreeMap, HashMap, HashSet};

use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::mapping::{GroupsAre, SameNames};
use crate::import::drafting::draft::MapDraft;
use crate::import::drafting::fields::take_field;
use crate::import::input::file::ImportedFile;
use crate::import::input::html_text::html_text;
use crate::import::input::limits;
use crate::import::input::xml::{XmlElement, xml};
use crate::import::words::arrow_words::arrow_of;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat = ImportFormat { name: "freeplane", about: "a Freeplane map", is_one, read };

/// The attributes by which a clone names what it is a clone of.
const CLONES: &[&str] = &["TREE_ID", "CONTENT_ID"];

fn is_one(file: &ImportedFile) -> bool {
    file.xml_root() == Some("map") && (file.text().contains("<node") || file.text().contains("version=\"free"))
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = MapDraft::new(context, SameNames::Several);
    for (nth, file) in files.iter().enumerate() {
        let root = xml(file, context)?;
        let mut reading = TopicMap { file, context, nth, ids: BTreeMap::new(), nodes: Vec::new() };
        reading.collect(&root);
        reading.read(&mut draft)?;
    }
    draft.finish()
}

/// A mind map: topics in topics, with arrows between any two of them.
struct TopicMap<'a> {
    file: &'a ImportedFile,
    context: &'a ReadContext<'a>,
    /// Its place among the maps that come in together.
    nth: usize,
    /// The ids of the map with the id of the topic that each is: of a clone, the topic that it is a clone of.
    ids: BTreeMap<&'a str, &'a str>,
    nodes: Vec<MapTopic<'a>>,
}

/// A topic of a mind map.
struct MapTopic<'a> {
    node: &'a XmlElement,
    id: String,
    text: String,
    /// The topic that it is in, by its place among all; `None` for the root.
    parent: Option<usize>,
}

impl<'a> TopicMap<'a> {
    fn collect(&mut self, root: &'a XmlElement) {
        let mut open: Vec<(&XmlElement, Option<usize>)> = root.named("node").map(|node| (node, None)).collect();
        open.reverse();
        let mut nameless = HashMap::new();
        while let Some((node, parent)) = open.pop() {
            let text = text_of(node);
            let id = node.attribute("ID").map_or_else(|| numbered(&text, &mut nameless), str::to_owned);
            let original = CLONES.iter().find_map(|name| node.attribute(name)).unwrap_or_default();
            if let Some(own) = node.attribute("ID") {
                self.ids.entry(own).or_insert(if original.is_empty() { own } else { original });
            }
            let children: Vec<_> = node.named("node").collect();
            open.extend(children.into_iter().rev().map(|child| (child, Some(self.nodes.len()))));
            self.nodes.push(MapTopic { node, id, text, parent });
        }
    }

    /// Returns the texts of the topics around a topic, the innermost first; without the root, which is the map.
    fn within<'b>(&'b self, topic: &'b MapTopic<'_>) -> impl Iterator<Item = &'b str> {
        let outer = |topic: &&'b MapTopic<'a>| topic.parent.and_then(|parent| self.nodes.get(parent));
        let first = topic.parent.and_then(|parent| self.nodes.get(parent));
        std::iter::successors(first, outer)
            .filter(|outer| outer.parent.is_some())
            .map(|outer| outer.text.as_str())
            .take(limits::GROUPS)
    }

    fn read(&self, draft: &mut MapDraft<'_>) -> Result<(), ImportError> {
        if let Some(root) = self.nodes.first() {
            draft.title(&root.text);
        }
        let mut things = Vec::new();
        let joined = self.joined();
        for (done, topic) in self.nodes.iter().enumerate() {
            draft.proceeds(done, self.nodes.len() * 2)?;
            things.push(self.add_topic(draft, topic, &joined));
        }
        for (done, (topic, thing)) in self.nodes.iter().zip(things).enumerate() {
            draft.proceeds(self.nodes.len() + done, self.nodes.len() * 2)?;
            if let Some(thing) = thing {
                self.describe(draft, topic, thing);
            }
        }
        for topic in &self.nodes {
            for link in topic.node.named("arrowlink") {
                self.add_arrow(draft, topic, link);
            }
            if let Some(to) = topic.node.attribute("LINK").and_then(|link| link.strip_prefix('#')) {
                self.tell_link(draft, topic, to);
            }
        }
        self.tell_nesting(draft);
        Ok(())
    }

    /// Adds the thing of a topic; `None` for a clone, which is the thing of its original, and for the root, which is the
    /// map, unless an arrow ends or starts at it.
    fn add_topic(&self, draft: &mut MapDraft<'_>, topic: &MapTopic<'_>, joined: &HashSet<&str>) -> Option<usize> {
        if self.original(&topic.id) != topic.id || CLONES.iter().any(|name| topic.node.attribute(name).is_some()) {
            return None;
        }
        if topic.parent.is_none() && self.nodes.len() > 1 && !joined.contains(topic.id.as_str()) {
            return None;
        }
        let key = self.key(&topic.id);
        let is_again = draft.known(&key).is_some();
        let within = self.within(topic).next();
        let thing = draft.thing_of(&key, self.file.line(topic.node.line), &topic.text, within);
        (!is_again).then_some(thing)
    }

    /// Returns the ids of the topics at which an arrow starts or ends.
    fn joined(&self) -> HashSet<&str> {
        let links = self.nodes.iter().flat_map(|topic| {
            topic.node.named("arrowlink").map(|link| (topic.id.as_str(), link.attribute("DESTINATION")))
        });
        links.flat_map(|(from, to)| [Some(from), to.map(|to| self.original(to))]).flatten().collect()
    }

    fn describe(&self, draft: &mut MapDraft<'_>, topic: &MapTopic<'_>, thing: usize) {
        let place = self.file.line(topic.node.line);
        let are_tags = self.context.mapping.groups == GroupsAre::Tags;
        for group in self.within(topic).take(if are_tags { limits::GROUPS } else { 1 }) {
            draft.group(thing, group, &place);
        }
        for content in topic.node.named("richcontent") {
            if matches!(content.attribute("TYPE"), Some("NOTE" | "DETAILS")) {
                draft.about(thing, &content.all_text());
            }
        }
        for attribute in topic.node.named("attribute") {
            let (name, value) = (attribute.attribute("NAME"), attribute.attribute("VALUE"));
            take_field(draft, thing, (name.unwrap_or_default(), value.unwrap_or_default()), &place);
        }
    }

    fn add_arrow(&self, draft: &mut MapDraft<'_>, topic: &MapTopic<'_>, link: &XmlElement) {
        let place = self.file.line(link.line);
        let destination = link.attribute("DESTINATION").unwrap_or_default();
        let ends = (self.thing(draft, &topic.id), self.thing(draft, destination));
        let (Some(start), Some(end)) = ends else {
            let says = format!("an arrow from {} goes to {destination}, which is not in this map", topic.text);
            return draft.remark(place, RemarkSort::LeftOut, says);
        };
        let label =
            ["MIDDLE_LABEL", "TARGET_LABEL", "SOURCE_LABEL"].map(|name| link.attribute(name).unwrap_or_default());
        let stated = arrow_of(label[0]);
        let (relation, sign, strength) = stated.unwrap_or_default();
        let has_head =
            |name: &str, usual: bool| link.attribute(name).map_or(usual, |head| !head.eq_ignore_ascii_case("none"));
        let (at_start, at_end) = (has_head("STARTARROW", false), has_head("ENDARROW", true));
        let mut directions = Vec::new();
        directions.extend((at_end || !at_start).then_some((start, end)));
        directions.extend(at_start.then_some((end, start)));
        for (from, to) in directions {
            let key = |thing: usize| draft.at(thing).map(|thing| thing.key.clone()).unwrap_or_default();
            let key = format!("{} -> {} {}", key(from), key(to), relation.name());
            let arrow = if at_start || at_end {
                draft.arrow(&key, &place, (from, to), relation, sign)
            } else {
                draft.undirected(&key, &place, (from, to), relation, sign)
            };
            draft.edit_arrow(arrow, |arrow| arrow.strength = arrow.strength.max(strength));
            if stated.is_none() {
                draft.note(arrow, label[0]);
            }
            draft.note(arrow, label[2]);
            draft.note(arrow, label[1]);
        }
    }

    /// A link is a place to jump to. It is asked whether it means an arrow.
    fn tell_link(&self, draft: &mut MapDraft<'_>, topic: &MapTopic<'_>, to: &str) {
        let place = self.file.line(topic.node.line);
        match (self.thing(draft, &topic.id), self.thing(draft, to)) {
            (Some(from), Some(to)) => {
                let says = format!("{} links to {}: is it an arrow?", draft.label_of(from), draft.label_of(to));
                draft.remark_like(&place, RemarkSort::Asked, "link or arrow", says);
            }
            _ => {
                let says = format!("a link goes to {to}, which is not in this map");
                draft.remark_like(&place, RemarkSort::LeftOut, "end missing", says);
            }
        }
    }

    fn tell_nesting(&self, draft: &mut MapDraft<'_>) {
        let nested = self.nodes.iter().filter(|topic| self.within(topic).next().is_some()).count();
        if nested > 0 {
            let are = match self.context.mapping.groups {
                GroupsAre::Tags => "is marked with the topics around it",
                GroupsAre::Units => "belongs to the topic around it",
            };
            let says = format!("what stands inside another topic {are}; it is no arrow ({nested} topics)");
            draft.remark(self.file.line(1), RemarkSort::Noted, says);
        }
    }

    fn thing(&self, draft: &MapDraft<'_>, id: &str) -> Option<usize> {
        draft.known(&self.key(self.original(id)))
    }

    /// Returns the id of the topic that an id stands for; clones of clones are followed.
    fn original<'b>(&'b self, id: &'b str) -> &'b str {
        let mut id = id;
        for _ in 0..limits::DEPTH {
            match self.ids.get(id) {
                Some(next) if *next != id => id = next,
                _ => return id,
            }
        }
        id
    }

    fn key(&self, id: &str) -> String {
        if self.nth == 0 { id.to_owned() } else { format!("{id} of map {}", self.nth + 1) }
    }
}

/// Returns what tells a topic without an id from others: its text, and which of the topics with this text it is.
fn numbered(text: &str, topics: &mut HashMap<String, usize>) -> String {
    let name = format!("name: {}", text.trim().to_lowercase());
    let count = topics.entry(name.clone()).or_default();
    *count += 1;
    if *count == 1 { name } else { format!("{name} ({count})") }
}

/// Returns the text of a topic: its own, else its rich text.
fn text_of(node: &XmlElement) -> String {
    let own = node.attribute("TEXT").or_else(|| node.attribute("LOCALIZED_TEXT"));
    let rich = || {
        let rich = node.named("richcontent").find(|content| content.attribute("TYPE") == Some("NODE"));
        rich.map(rich_text).unwrap_or_default()
    };
    own.map_or_else(rich, html_text)
}

/// Returns a rich text with a space between its paragraphs.
fn rich_text(content: &XmlElement) -> String {
    let body = content.all("body").next().unwrap_or(content);
    let parts: Vec<String> = body.children.iter().map(XmlElement::all_text).filter(|text| !text.is_empty()).collect();
    if parts.is_empty() { body.all_text() } else { parts.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::samples::{arrow, arrows, labels, map_of, map_of_text, remarks, survives_damage, thing};

    const FIXTURE: &[u8] = include_bytes!("../../tests/fixtures/import/freeplane-1.7.10-map.mm");

    #[test]
    fn a_map_comes_in_as_freeplane_saved_it() {
        let map = map_of("freeplane", &[("calder.mm", FIXTURE)]);
        assert_eq!(map.title.as_deref(), Some("Calder AI map"));
        assert_eq!(
            labels(&map).join("|"),
            "Service bot|Queue pressure|nameless id child|Night queue|Customer trust second line|=1+1|two lines|dup id|x|\
             Added|Third|Claims",
            "12 topics, without the map and two clones, and the unit that an attribute names"
        );
        assert_eq!(arrows(&map), ["Service bot affects Queue pressure", "Claims owns Service bot"]);
        let asked = remarks(&map, RemarkSort::Asked);
        assert!(asked[0].contains("says more and another says less"), "{asked:?}");
        assert_eq!(asked[1], "calder.mm, line 91: x links to Service bot: is it an arrow?");
        assert_eq!(thing(&map, "Night queue").tags, ["Queue pressure"]);
        assert_eq!(thing(&map, "Customer trust second line").about.as_deref(), Some("a guess"));
        assert!(remarks(&map, RemarkSort::LeftOut)[0].contains("from Queue pressure to itself"));
        assert!(remarks(&map, RemarkSort::Noted).iter().any(|said| said.contains("it is no arrow (2 topics)")));
    }

    #[test]
    fn heads_turn_arrows_and_labels_are_signs_or_notes() {
        let text = "<map version=\"freeplane 1.12.1\"><node TEXT=\"&lt;html&gt;&lt;body&gt;Ro&amp;ouml;t&lt;/body&gt;\" ID=\"r\">\
            <node TEXT=\"Bot\" ID=\"a\"><arrowlink DESTINATION=\"b\" MIDDLE_LABEL=\"less\" TARGET_LABEL=\"slowly\"/>\
            <arrowlink DESTINATION=\"c\" STARTARROW=\"DEFAULT\" ENDARROW=\"NONE\" MIDDLE_LABEL=\"++\"/>\
            <arrowlink DESTINATION=\"d\" STARTARROW=\"Default\" ENDARROW=\"Default\" MIDDLE_LABEL=\"fuels\"/>\
            <arrowlink DESTINATION=\"gone\"/><arrowlink DESTINATION=\"e\" STARTARROW=\"None\" ENDARROW=\"None\"/></node>\
            <node TEXT=\"Queue\" ID=\"b\"/><node TEXT=\"Trust\" ID=\"c\"/><node TEXT=\"Cost\" ID=\"d\"/><node TEXT=\"Time\" ID=\"e\"/>\
            <node ID=\"k\" CONTENT_ID=\"b\"><arrowlink DESTINATION=\"e\" MIDDLE_LABEL=\"+\"/></node>\
            <node TEXT=\"Deep\" ID=\"f\"><node TEXT=\"Deeper\" ID=\"g\"><node TEXT=\"Bot\" ID=\"h\" LINK=\"#nowhere\"/></node></node>\
            </node></map>";
        let map = map_of_text("freeplane", text);
        assert_eq!(
            arrows(&map),
            [
                "Bot affects- Queue",
                "Trust affects++ Bot",
                "Bot affects Cost",
                "Cost affects Bot",
                "Queue affects+ Time"
            ]
        );
        assert_eq!(map.title.as_deref(), Some("Ro\u{f6}t"));
        assert_eq!(arrow(&map, "Bot", "Queue").note.as_deref(), Some("slowly"));
        assert_eq!(arrow(&map, "Bot", "Cost").note.as_deref(), Some("fuels"));
        assert_eq!(thing(&map, "Bot (Deeper)").tags, ["Deeper", "Deep"], "another topic with the same text");
        assert_eq!(
            remarks(&map, RemarkSort::LeftOut),
            [
                "a.txt, line 1: an arrow from Bot goes to gone, which is not in this map",
                "a.txt, line 1: a link goes to nowhere, which is not in this map"
            ]
        );
        assert!(remarks(&map, RemarkSort::Asked)[0].ends_with("Bot and Time are linked without a direction"));
    }

    #[test]
    fn topics_without_ids_are_told_apart_by_their_texts() {
        let map = map_of_text(
            "freeplane",
            "<map version=\"1.0.1\"><node TEXT=\"R\"><node TEXT=\"a\"/><node TEXT=\"b\"/><node TEXT=\"a\"/></node></map>",
        );
        assert_eq!(labels(&map), ["a", "b", "a (2)"]);
        let keys: Vec<&str> = map.things.iter().map(|thing| thing.key.as_str()).collect();
        assert_eq!(keys, ["name: a", "name: b", "name: a (2)"]);
    }

    #[test]
    fn clones_of_clones_and_damaged_maps_end() {
        let text = "<map version=\"freeplane\"><node TEXT=\"R\" ID=\"r\"><node ID=\"a\" TREE_ID=\"b\"/><node ID=\"b\" TREE_ID=\"a\">\
            <arrowlink DESTINATION=\"a\"/></node></node></map>";
        assert!(map_of_text("freeplane", text).things.len() <= 1);
        survives_damage(FIXTURE);
    }
}
