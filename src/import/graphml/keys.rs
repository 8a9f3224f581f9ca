use std::collections::{BTreeMap, HashMap};

use crate::import::input::xml::XmlElement;

/// An attribute that a GraphML file declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GraphmlKey {
    /// Its name; `None` when the file declares only an id.
    pub(super) name: Option<String>,
    /// What it holds where nothing is said.
    pub(super) default: Option<String>,
    /// Whether it holds what yEd draws.
    pub(super) is_drawing: bool,
}

/// The attributes that a file declares, by what they are for and their ids. Some tools use one id for nodes and for edges.
#[derive(Debug, Default)]
pub(super) struct GraphmlKeys {
    keys: HashMap<String, BTreeMap<String, GraphmlKey>>,
    /// Whether the file is yEd's.
    pub(super) has_drawings: bool,
    /// The names of all attributes.
    names: Vec<String>,
}

impl GraphmlKeys {
    /// Returns what the root element declares.
    pub(super) fn of(root: &XmlElement) -> Self {
        let mut keys = Self::default();
        for key in root.named("key") {
            let Some(id) = key.attribute("id") else { continue };
            let domain = key.attribute("for").unwrap_or("all").to_lowercase();
            let name = key.attribute("attr.name").filter(|name| !name.is_empty()).map(str::to_owned);
            let default = key.child("default").map(XmlElement::all_text).filter(|text| !text.is_empty());
            let drawing = key.attribute("yfiles.type").unwrap_or_default();
            let is_drawing = drawing.ends_with("graphics");
            keys.has_drawings |= is_drawing;
            keys.names.extend(name.clone());
            let key = GraphmlKey { name, default, is_drawing };
            keys.keys.entry(domain).or_default().entry(id.to_owned()).or_insert(key);
        }
        keys
    }

    /// Returns the attribute with this id of a node, an edge or a graph.
    pub(super) fn get(&self, domain: &str, id: &str) -> Option<&GraphmlKey> {
        let key = |domain: &str| self.keys.get(domain)?.get(id);
        key(domain).or_else(|| key("all"))
    }

    /// Returns the attributes that a node, an edge or a graph has although it does not say so.
    pub(super) fn defaults<'a>(&'a self, domain: &'a str) -> impl Iterator<Item = (&'a str, &'a GraphmlKey)> {
        let keys = [domain, "all"].into_iter().filter_map(|domain| self.keys.get(domain)).flatten();
        keys.filter(|(_, key)| key.default.is_some()).map(|(id, key)| (id.as_str(), key))
    }

    /// Whether the file declares attributes with all of these names.
    pub(super) fn have(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.names.iter().any(|known| known == name))
    }
}
