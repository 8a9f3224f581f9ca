use std::collections::BTreeMap;

use super::archi_file::{ArchiFile, strength_of, type_of};
use crate::import::archi_model::{ArchiConcept, ArchiRelation};
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;
use crate::import::input::xml::XmlElement;

/// Reads a file of Archi.
pub(super) fn read(file: &ImportedFile, root: &XmlElement) -> ArchiFile {
    let mut read = ArchiFile { title: root.attribute("name").unwrap_or_default().to_owned(), ..ArchiFile::default() };
    let profiles: BTreeMap<&str, &str> =
        root.named("profile").filter_map(|one| Some((one.attribute("id")?, one.attribute("name")?))).collect();
    let mut open: Vec<(&XmlElement, Vec<String>)> = root.named("folder").map(|folder| (folder, Vec::new())).collect();
    open.reverse();
    while let Some((folder, within)) = open.pop() {
        for element in folder.named("element") {
            take(file, element, &within, &profiles, &mut read);
        }
        let inner: Vec<_> = folder.named("folder").collect();
        // The outermost folders are the layers of ArchiMate; those inside are what people made.
        open.extend(inner.into_iter().rev().map(|inner| {
            let mut within = within.clone();
            within.insert(0, inner.attribute("name").unwrap_or_default().to_owned());
            within.truncate(limits::GROUPS);
            (inner, within)
        }));
    }
    read
}

fn take(
    file: &ImportedFile,
    element: &XmlElement,
    folders: &[String],
    profiles: &BTreeMap<&str, &str>,
    read: &mut ArchiFile,
) {
    let sort = type_of(element);
    let bare = sort.rsplit(':').next().unwrap_or_default();
    if bare.ends_with("DiagramModel") || matches!(bare, "SketchModel" | "CanvasModel") {
        read.views += 1;
        let notes = element.all("child").filter(|child| type_of(child) == "archimate:Note");
        read.texts.extend(notes.filter_map(|note| note.child("content")).map(XmlElement::all_text));
        return;
    }
    let text = |name: &str| element.attribute(name).unwrap_or_default().to_owned();
    let properties = element.named("property");
    let property = |one: &XmlElement| {
        Some((one.attribute("key")?.to_owned(), one.attribute("value").unwrap_or_default().to_owned()))
    };
    let special = element.attribute("profiles").unwrap_or_default();
    let special = special.split_whitespace().filter_map(|id| profiles.get(id)).map(|name| (*name).to_owned());
    let mut concept = ArchiConcept {
        id: text("id"),
        sort: sort.to_owned(),
        name: text("name"),
        other_names: Vec::new(),
        about: element.child("documentation").map(XmlElement::all_text).unwrap_or_default(),
        properties: properties.filter_map(property).collect(),
        groups: folders.iter().cloned().chain(special).collect(),
        place: file.line(element.line),
    };
    if !bare.ends_with("Relationship") {
        return read.model.elements.push(concept);
    }
    // A file of Archi leaves the usual access, to write, out.
    let access = match element.attribute("accessType") {
        Some("1") => "Read",
        Some("2") => "Access",
        Some("3") => "ReadWrite",
        _ => "Write",
    };
    read.model.relations.push(ArchiRelation {
        from: text("source"),
        to: text("target"),
        strength: strength_of(element, &mut concept),
        access: Some(access.to_owned()),
        is_directed: element.attribute("directed") == Some("true"),
        concept,
    });
}
