use std::collections::{BTreeMap, HashMap};

use super::elements::{InsightElement, InsightModel};
use crate::import::input::file::ImportedFile;
use crate::import::input::xml::XmlElement;
use crate::record::Sign;

/// The sorts of elements that are read.
const SORTS: [&str; 8] = ["Variable", "Stock", "Flow", "Converter", "State", "Transition", "Link", "Ghost"];
/// The sorts of elements that belong to the drawing and to the run.
const OF_THE_DRAWING: [&str; 8] = ["mxCell", "Setting", "Display", "Picture", "Text", "Button", "Folder", "root"];
/// The attributes in which sorts of elements have their equations.
const EQUATIONS: [&str; 3] = ["FlowRate", "Equation", "Value"];

/// Whether a file is a model as XML.
pub(super) fn is_model(file: &ImportedFile) -> bool {
    match file.xml_root() {
        Some("InsightMakerModel") => true,
        Some("mxGraphModel") => file.text().contains("<Setting ") && file.text().contains("TimeLength="),
        _ => false,
    }
}

/// Reads a model.
pub(super) fn model(root: &XmlElement, file: &ImportedFile) -> InsightModel {
    let folders: HashMap<&str, &str> =
        root.all("Folder").filter_map(|folder| Some((folder.attribute("id")?, folder.attribute("name")?))).collect();
    let mut left_out: BTreeMap<String, usize> = BTreeMap::new();
    let mut elements = Vec::new();
    let lists = root.all("root").chain(std::iter::once(root)).chain(root.all("Folder"));
    for element in lists.flat_map(|list| &list.children) {
        let sort = element.name.as_str();
        if SORTS.contains(&sort) {
            elements.push(read(element, &folders, file));
        } else if !OF_THE_DRAWING.contains(&sort) {
            *left_out.entry(sort.to_lowercase()).or_default() += 1;
        }
    }
    let setting = root.all("Setting").next();
    let attribute = |name| setting.and_then(|setting| setting.attribute(name)).unwrap_or_default().to_owned();
    InsightModel {
        title: String::new(),
        unit: attribute("TimeUnits"),
        elements,
        left_out: left_out.into_iter().collect(),
    }
}

fn read(element: &XmlElement, folders: &HashMap<&str, &str>, file: &ImportedFile) -> InsightElement {
    let cell = element.child("mxCell");
    let of_cell =
        |name| cell.and_then(|cell| cell.attribute(name)).filter(|value| !value.is_empty()).map(str::to_owned);
    let sort = element.name.to_lowercase();
    let id = element.attribute("id").unwrap_or_default();
    let source = element.attribute("Source").filter(|source| !source.is_empty()).map(str::to_owned);
    let name = element.attribute("name").unwrap_or_default();
    let style = of_cell("style").unwrap_or_default();
    let sign = match () {
        () if style.contains("END_ANNOTATION=+") => Sign::Plus,
        () if style.contains("END_ANNOTATION=-") => Sign::Minus,
        () => Sign::Unknown,
    };
    let equations = EQUATIONS.iter().filter_map(|name| element.attribute(name)).map(str::to_owned);
    InsightElement {
        key: id.to_owned(),
        name: name.to_owned(),
        place: file.line(element.line),
        description: element.attribute("Note").unwrap_or_default().to_owned(),
        folder: of_cell("parent")
            .and_then(|parent| folders.get(parent.as_str()))
            .map(|name| (*name).to_owned())
            .unwrap_or_default(),
        from: of_cell("source"),
        to: of_cell("target"),
        sign,
        is_double: element.attribute("BiDirectional") == Some("true"),
        equations: if sort == "stock" { Vec::new() } else { equations.collect() },
        input: source.clone().filter(|_| sort == "converter"),
        ghost_of: source.filter(|_| sort == "ghost"),
        sort,
    }
}
