use std::collections::HashMap;

use super::scope::{XmileNames, id, variables};
use super::variables::{equations, sort, transit};
use crate::import::context::ReadContext;
use crate::import::drafting::equation::{canonical, spaced};
use crate::import::drafting::model_draft::{ModelDraft, polarity};
use crate::import::drafting::references::days_of;
use crate::import::error::ImportError;
use crate::import::imported::ImportedMap;
use crate::import::input::file::ImportedFile;
use crate::import::input::xml::XmlElement;
use crate::import::place::WithinFile;
use crate::record::english::counted;
use crate::record::{Delay, Sign};

/// Documents that become a map.
pub(super) struct XmileDraft<'a> {
    model: ModelDraft<'a>,
}

/// What is at hand while a document is read.
struct Open<'a> {
    file: &'a ImportedFile,
    names: XmileNames,
}

impl<'a> XmileDraft<'a> {
    pub(super) fn new(context: &ReadContext<'a>) -> Self {
        Self { model: ModelDraft::new(context) }
    }

    /// Adds what a document states: variables, what is drawn, what fills and drains stocks, then what equations name.
    pub(super) fn add(&mut self, file: &ImportedFile, root: &XmlElement) -> Result<(), ImportError> {
        if let Some(name) = root.child("header").and_then(|header| header.child("name")) {
            self.model.draft.title(name.text());
        }
        let specs = root.all("sim_specs").next();
        self.model.unit = specs.and_then(|specs| specs.attribute("time_units")).and_then(days_of);
        let models = models(root);
        let open = Open { file, names: XmileNames::learn(&models) };
        let all = models.len().saturating_mul(4);
        for (number, (scope, model)) in models.iter().enumerate() {
            self.model.draft.proceeds(number, all)?;
            self.variables(scope, model, &open)?;
        }
        self.connected(&models, &open);
        for (scope, model) in &models {
            self.groups(scope, model, &open);
            self.drawn(scope, model, &open);
        }
        for (scope, model) in &models {
            self.flows(scope, model, &open);
        }
        for (number, (scope, model)) in models.iter().enumerate() {
            self.model.draft.proceeds(models.len().saturating_add(number), all)?;
            self.equations(scope, model, &open)?;
        }
        let macros = root.named("macro").count();
        if macros > 0 {
            let says = format!("{} left out", counted(macros, "macro is", "macros are"));
            self.model.leave_out(&file.place(WithinFile::Whole), says);
        }
        Ok(())
    }

    fn variables(&mut self, scope: &str, model: &XmlElement, open: &Open<'_>) -> Result<(), ImportError> {
        let module = model.attribute("name").map(spaced).unwrap_or_default();
        for (number, variable) in variables(model).enumerate() {
            if number % 500 == 499 {
                self.model.draft.proceeds(number, number)?;
            }
            let label = variable.attribute("name").unwrap_or_default();
            let id = id(scope, &canonical(label));
            if open.names.source(&id).is_some() {
                continue;
            }
            let place = open.file.line(variable.line);
            if !label.is_empty() && self.model.known(&id).is_some() {
                self.model.leave_out(&place, format!("{} stands here again; the first counts", spaced(label)));
                continue;
            }
            let thing = self.model.variable(&id, &spaced(label), sort(variable), Some(&module), &place);
            self.model.draft.about(thing, variable.child("doc").map(XmlElement::text).unwrap_or_default());
            if !scope.is_empty() {
                self.model.draft.group(thing, &module, &place);
            }
        }
        Ok(())
    }

    /// Lets what a module takes from outside be the variable that it is connected to.
    fn connected(&mut self, models: &[(String, &XmlElement)], open: &Open<'_>) {
        for (scope, model) in models {
            for variable in variables(model) {
                let label = variable.attribute("name").unwrap_or_default();
                let id = id(scope, &canonical(label));
                let Some(thing) = open.names.source(&id).and_then(|source| self.model.known(source)) else { continue };
                self.model.alias(&id, thing);
                let label = spaced(label);
                if canonical(&self.model.draft.label_of(thing)) != canonical(&label) {
                    self.model.draft.other_name(thing, &label);
                }
            }
        }
    }

    /// Says which variables stand in a group or sector of a model.
    fn groups(&mut self, scope: &str, model: &XmlElement, open: &Open<'_>) {
        for group in model.all("group") {
            let Some(name) = group.attribute("name").map(spaced) else { continue };
            let named = group.named("entity").filter_map(|entity| entity.attribute("name").map(str::to_owned));
            let listed = group.named("var").map(|variable| variable.text().to_owned());
            for name_in_it in named.chain(listed) {
                if let Some(thing) = self.find(scope, &name_in_it, open) {
                    self.model.draft.group(thing, &name, &open.file.line(group.line));
                }
            }
        }
    }

    /// Adds the arrows that are drawn, with their signs and delay marks. An alias is the variable that it is of.
    fn drawn(&mut self, scope: &str, model: &XmlElement, open: &Open<'_>) {
        let aliases: HashMap<&str, &str> =
            model.all("alias").filter_map(|alias| Some((alias.attribute("uid")?, alias.child("of")?.text()))).collect();
        for connector in model.all("connector") {
            let end = |field: &str| {
                let end = connector.child(field)?;
                let alias = end.child("alias").and_then(|alias| alias.attribute("uid"));
                match alias {
                    Some(alias) => aliases.get(alias).map(|name| (*name).to_owned()),
                    None => Some(end.text().to_owned()).filter(|name| !name.is_empty()),
                }
            };
            let (from, to) = (end("from"), end("to"));
            let place = open.file.line(connector.line);
            let found = |name: &Option<String>| name.as_ref().and_then(|name| self.find(scope, name, open));
            let (Some(start), Some(finish)) = (found(&from), found(&to)) else {
                let shown = |name: Option<String>| name.unwrap_or_else(|| "nothing".to_owned());
                let says =
                    format!("an arrow from {} to {} is left out: one of them is no variable", shown(from), shown(to));
                self.model.leave_out(&place, says);
                continue;
            };
            let own = connector.prefixed("", "polarity").and_then(polarity);
            let of_maker = connector.attributes().find(|(name, _)| name.ends_with(":polarity"));
            let sign = own.or_else(|| of_maker.and_then(|(_, mark)| polarity(mark))).unwrap_or(Sign::Unknown);
            let is_delayed = connector.attribute("delay_mark") == Some("true");
            self.model.affects(&place, (start, finish), sign, is_delayed.then_some(Delay::Later));
        }
    }

    /// Adds what fills stocks and what drains them. A conveyor passes on later what flowed into it.
    fn flows(&mut self, scope: &str, model: &XmlElement, open: &Open<'_>) {
        for stock in variables(model).filter(|variable| variable.name == "stock") {
            let label = stock.attribute("name").unwrap_or_default();
            let Some(thing) = self.find(scope, label, open) else { continue };
            for (field, sign) in [("inflow", Sign::Plus), ("outflow", Sign::Minus)] {
                for named in stock.named(field) {
                    let place = open.file.line(named.line);
                    let Some(flow) = self.find(scope, named.text(), open) else {
                        let says = format!("the {field} {} of {} is not in the model", named.text(), spaced(label));
                        self.model.leave_out(&place, says);
                        continue;
                    };
                    self.model.affects(&place, (flow, thing), sign, None);
                    if let Some(time) = transit(stock).filter(|_| sign == Sign::Minus) {
                        let delay = time.in_days(self.model.unit);
                        self.model.affects(&place, (thing, flow), Sign::Unknown, Some(delay));
                    }
                }
            }
        }
    }

    fn equations(&mut self, scope: &str, model: &XmlElement, open: &Open<'_>) -> Result<(), ImportError> {
        for (number, variable) in variables(model).enumerate() {
            if number % 500 == 499 {
                self.model.draft.proceeds(number, number)?;
            }
            let name = canonical(variable.attribute("name").unwrap_or_default());
            if open.names.source(&id(scope, &name)).is_some() {
                continue;
            }
            let Some(thing) = self.find(scope, &name, open) else { continue };
            for equation in equations(variable) {
                let place = open.file.line(variable.line);
                self.model.equation(thing, &equation, &place, |model, name| {
                    open.names.find(scope, name).and_then(|id| model.known(&id))
                });
            }
        }
        Ok(())
    }

    /// Returns the variable that a name means in a model.
    fn find(&self, scope: &str, name: &str, open: &Open<'_>) -> Option<usize> {
        open.names.find(scope, &canonical(name)).and_then(|id| self.model.known(&id))
    }

    /// Returns the whole map.
    pub(super) fn finish(self) -> Result<ImportedMap, ImportError> {
        self.model.finish()
    }
}

/// Returns the models of a document, each with the name under which its variables stand: that of a module, or none for
/// the model that holds the others.
fn models(root: &XmlElement) -> Vec<(String, &XmlElement)> {
    let all: Vec<&XmlElement> = root.named("model").collect();
    let is_alone = all.len() == 1;
    let scope = |model: &XmlElement| match model.attribute("name") {
        Some(name) if !is_alone => canonical(name),
        _ => String::new(),
    };
    all.into_iter().map(|model| (scope(model), model)).collect()
}
