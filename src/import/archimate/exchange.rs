use std::collections::BTreeMap;

use super::archi_file::{ArchiFile, strength_of, type_of};
use crate::import::archi_model::{ArchiConcept, ArchiRelation};
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;
use crate::import::input::xml::XmlElement;

/// Reads a model in the Open Exchange form, of ArchiMate 2 or 3.
pub(super) fn read(file: &ImportedFile, root: &XmlElement) -> ArchiFile {
    let definitions: BTreeMap<&str, String> = root
        .children
        .iter()
        .filter(|part| matches!(part.name.as_str(), "propertyDefinitions" | "propertydefs"))
        .flat_map(|part| &part.children)
        .filter_map(|one| {
            Some((one.attribute("identifier")?, one.attribute("name").map_or_else(|| name(one), str::to_owned)))
        })
        .collect();
    let mut read = ArchiFile { title: name(root), ..ArchiFile::default() };
    let folders = folders(root);
    for element in root.named("elements").flat_map(|part| part.named("element")) {
        read.model.elements.push(concept(file, element, &definitions, &folders));
    }
    for relation in root.named("relationships").flat_map(|part| part.named("relationship")) {
        let mut concept = concept(file, relation, &definitions, &BTreeMap::new());
        read.model.relations.push(ArchiRelation {
            strength: strength_of(relation, &mut concept),
            concept,
            from: relation.attribute("source").unwrap_or_default().to_owned(),
            to: relation.attribute("target").unwrap_or_default().to_owned(),
            access: relation.attribute("accessType").map(str::to_owned),
            is_directed: relation.attribute("isDirected") == Some("true"),
        });
    }
    for view in root.named("views").flat_map(|views| views.all("view")) {
        read.views += 1;
        let labels = view.all("node").filter(|node| type_of(node) == "Label");
        read.texts.extend(labels.map(|node| in_language(node, "label").0).filter(|text| !text.is_empty()));
    }
    read
}

fn concept(
    file: &ImportedFile,
    element: &XmlElement,
    definitions: &BTreeMap<&str, String>,
    folders: &BTreeMap<String, Vec<String>>,
) -> ArchiConcept {
    let id = element.attribute("identifier").unwrap_or_default();
    let tag = if element.child("name").is_some() { "name" } else { "label" };
    let (name, other_names) = in_language(element, tag);
    let properties = element.named("properties").flat_map(|part| part.named("property"));
    let property = |property: &XmlElement| {
        let definition = ["propertyDefinitionRef", "identifierref", "identifierRef"];
        let definition = definition.into_iter().find_map(|name| property.attribute(name))?;
        let name = definitions.get(definition).cloned().unwrap_or_else(|| definition.to_owned());
        Some((name, in_language(property, "value").0))
    };
    ArchiConcept {
        id: id.to_owned(),
        sort: type_of(element).to_owned(),
        name,
        other_names,
        about: in_language(element, "documentation").0,
        properties: properties.filter_map(property).collect(),
        groups: folders.get(id).cloned().unwrap_or_default(),
        place: file.line(element.line),
    }
}

/// Returns the folders of the organisation that people made, by the ids of what is in them. The outermost folders are
/// the layers of ArchiMate.
fn folders(root: &XmlElement) -> BTreeMap<String, Vec<String>> {
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let parts = root.children.iter().filter(|part| matches!(part.name.as_str(), "organizations" | "organization"));
    let mut open: Vec<(&XmlElement, Vec<String>, usize)> =
        parts.flat_map(|part| &part.children).map(|item| (item, Vec::new(), 0)).collect();
    while let Some((item, mut within, depth)) = open.pop() {
        let id = item.attribute("identifierRef").or_else(|| item.attribute("identifierref"));
        if let Some(id) = id {
            folders.entry(id.to_owned()).or_default().extend(within.clone());
        }
        let label = in_language(item, "label").0;
        if depth > 0 && depth < limits::DEPTH && !label.is_empty() {
            within.insert(0, label);
            within.truncate(limits::GROUPS);
        }
        open.extend(item.named("item").map(|inner| (inner, within.clone(), depth + 1)));
    }
    folders
}

fn name(element: &XmlElement) -> String {
    in_language(element, "name").0
}

/// Returns a text that may stand here in several languages: in English, else in the first; and the others.
fn in_language(element: &XmlElement, tag: &str) -> (String, Vec<String>) {
    let texts: Vec<&XmlElement> = element.named(tag).collect();
    let is_english = |text: &&&XmlElement| text.attribute("lang").is_some_and(|lang| lang.starts_with("en"));
    let chosen = texts.iter().find(is_english).or(texts.first());
    let text = chosen.map(|text| text.all_text()).unwrap_or_default();
    let others = texts.iter().map(|other| other.all_text()).filter(|other| *other != text && !other.is_empty());
    let others = others.collect();
    (text, others)
}
