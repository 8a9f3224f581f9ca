use std::collections::{HashMap, HashSet};

use crate::import::drafting::equation::canonical;
use crate::import::input::limits;
use crate::import::input::xml::XmlElement;

/// Where names of a document are looked up: each model has its own, and a module is one model in another.
#[derive(Debug, Default)]
pub(super) struct XmileNames {
    /// The ids of all variables.
    declared: HashSet<String>,
    /// The model that a module is, where it has another name.
    modules: HashMap<String, String>,
    /// The variables that a module takes from outside, each with what it is connected to.
    connected: HashMap<String, String>,
}

impl XmileNames {
    /// Learns the variables and modules of models; each has the name under which its variables stand.
    pub(super) fn learn(models: &[(String, &XmlElement)]) -> Self {
        let mut names = Self::default();
        for (scope, model) in models {
            for variable in variables(model) {
                names.declared.insert(id(scope, &canonical(variable.attribute("name").unwrap_or_default())));
            }
        }
        for (_, module) in modules(models) {
            let name = canonical(module.attribute("name").unwrap_or_default());
            if let Some(model) = module.attribute("model_name") {
                names.modules.insert(name, canonical(model));
            }
        }
        for (scope, module) in modules(models) {
            let inside = canonical(module.attribute("name").unwrap_or_default());
            for connect in module.children.iter().filter(|child| child.name.starts_with("connect")) {
                let end = |field| canonical(connect.attribute(field).unwrap_or_default());
                let (to, from) = (end("to"), end("from"));
                let to = to.rsplit('.').next().unwrap_or_default();
                let inside = names.modules.get(&inside).unwrap_or(&inside).clone();
                let target = id(&inside, to);
                let source = names.find(scope, from.trim_start_matches('.'));
                if let Some(source) = source.filter(|source| *source != target && names.declared.contains(&target)) {
                    names.connected.insert(target, source);
                }
            }
        }
        names
    }

    /// Returns the id of the variable that a name means in a model: one of the model itself, or `module.name`.
    pub(super) fn find(&self, scope: &str, name: &str) -> Option<String> {
        let own = id(scope, name);
        if self.declared.contains(&own) {
            return Some(own);
        }
        let (module, name) = name.rsplit_once('.')?;
        let module = module.trim_matches('.').rsplit('.').next().unwrap_or_default().trim();
        let module = self.modules.get(module).map_or(module, String::as_str);
        Some(id(module, name.trim())).filter(|id| self.declared.contains(id))
    }

    /// Returns the id of the variable that a variable is connected to, through any number of modules.
    pub(super) fn source(&self, id: &str) -> Option<&str> {
        let mut source = self.connected.get(id)?;
        for _ in 0..limits::DEPTH {
            match self.connected.get(source) {
                Some(next) => source = next,
                None => return Some(source),
            }
        }
        None
    }
}

/// Returns the id of a variable: its name, after that of its model where it has one.
pub(super) fn id(scope: &str, name: &str) -> String {
    if scope.is_empty() { name.to_owned() } else { format!("{scope}.{name}") }
}

/// What sets up a run, where it stands as variables: converters of other tools' models write it so.
const CONTROL: [&str; 4] = ["final time", "initial time", "time step", "saveper"];

/// Returns what stands among the variables of a model. Stella 10 writes them right below the model.
fn declared(model: &XmlElement) -> impl Iterator<Item = &XmlElement> {
    model.named("variables").chain(std::iter::once(model)).flat_map(|variables| &variables.children)
}

/// Returns the variables of a model.
pub(super) fn variables(model: &XmlElement) -> impl Iterator<Item = &XmlElement> {
    declared(model).filter(|child| {
        let is_variable = matches!(child.name.as_str(), "stock" | "flow" | "aux" | "gf");
        is_variable && child.attribute("name").is_some_and(|name| !CONTROL.contains(&canonical(name).as_str()))
    })
}

fn modules<'a>(models: &'a [(String, &XmlElement)]) -> impl Iterator<Item = (&'a str, &'a XmlElement)> {
    models.iter().flat_map(|(scope, model)| {
        let all = declared(model).filter(|child| child.name == "module");
        all.map(move |module| (scope.as_str(), module))
    })
}
