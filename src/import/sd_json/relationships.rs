use serde_json::Value;

use crate::import::context::ReadContext;
use crate::import::drafting::equation::{EquationStyle, canonical, parts, spaced};
use crate::import::drafting::model_draft::{ModelDraft, polarity};
use crate::import::drafting::references::days_of;
use crate::import::error::ImportError;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::input::file::ImportedFile;
use crate::import::input::json_fields::{list, text, texts};
use crate::import::place::SourcePlace;
use crate::import::words::own_words::take_state;
use crate::record::Sign;

/// Maps in SD-JSON that become a map here.
pub(super) struct SdJsonDraft<'a> {
    model: ModelDraft<'a>,
    /// Whether the map lists its variables; one of arrows alone need not.
    lists_variables: bool,
}

impl<'a> SdJsonDraft<'a> {
    pub(super) fn new(context: &ReadContext<'a>) -> Self {
        Self { model: ModelDraft::new(context), lists_variables: false }
    }

    /// Adds what a map states; `whole` is the value in which the map stands.
    pub(super) fn add(&mut self, whole: &Value, map: &Value, file: &ImportedFile) -> Result<(), ImportError> {
        for holder in [map, whole, whole.get("supportingInfo").unwrap_or(&Value::Null)] {
            self.model.draft.title(text(holder, "title").or_else(|| text(holder, "name")).unwrap_or_default());
        }
        let specs = map.get("specs").unwrap_or(&Value::Null);
        self.model.unit = text(specs, "timeUnits").and_then(days_of);
        self.lists_variables = !list(map, "variables").is_empty();
        for variable in list(map, "variables") {
            self.variable(variable, file);
        }
        for ghost in list(map, "variables") {
            let source = text(ghost, "crossLevelGhostOf").and_then(|source| self.model.known(&canonical(source)));
            if let (Some(name), Some(thing)) = (text(ghost, "name"), source) {
                self.model.alias(&canonical(name), thing);
            }
        }
        let relationships = list(map, "relationships");
        for (number, relationship) in relationships.iter().enumerate() {
            if number % 500 == 0 {
                self.model.draft.proceeds(number, relationships.len())?;
            }
            let place = file.item(format!("relationship {}", number + 1));
            let ends = (text(relationship, "from"), text(relationship, "to"));
            let arrow = self.relationship(ends, text(relationship, "polarity"), &place);
            for field in ["reasoning", "polarityReasoning"] {
                self.model.draft.note(arrow, text(relationship, field).unwrap_or_default());
            }
        }
        self.chains(map, file);
        for variable in list(map, "variables") {
            self.computed(variable, file);
        }
        Ok(())
    }

    /// Adds a variable: a name alone, or a name with what it is.
    fn variable(&mut self, variable: &Value, file: &ImportedFile) {
        let Some(name) = variable.as_str().or_else(|| text(variable, "name")) else { return };
        if text(variable, "crossLevelGhostOf").is_some() {
            return;
        }
        let place = file.item(format!("variable {name}"));
        // A variable of a module has the name of the module before its own.
        let of_module = name.rsplit_once('.').filter(|(module, _)| is_module(module));
        let (module, label) =
            of_module.filter(|(_, own)| !own.trim().is_empty() && !own.starts_with(' ')).unwrap_or(("", name));
        let sort = text(variable, "type").unwrap_or("variable");
        if self.model.known(&canonical(name)).is_some() {
            self.model.leave_out(&place, format!("{name} stands here again; the first counts"));
            return;
        }
        let thing = self.model.variable(&canonical(name), &shown(label), sort, Some(module), &place);
        let mut about = text(variable, "documentation").unwrap_or_default().to_owned();
        self.model.draft.edit(thing, |thing| about = take_state(thing, &about));
        self.model.draft.about(thing, &about);
        self.model.draft.group(thing, module, &place);
    }

    /// Adds an arrow. An end that is not among the variables is a thing with that name.
    fn relationship(
        &mut self,
        (from, to): (Option<&str>, Option<&str>),
        mark: Option<&str>,
        place: &SourcePlace,
    ) -> Option<usize> {
        let (Some(from), Some(to)) = (from, to) else {
            self.model.leave_out(place, "a relationship that does not name both its ends is left out");
            return None;
        };
        let ends = (self.end(from, place), self.end(to, place));
        let sign = mark.and_then(polarity).unwrap_or(Sign::Unknown);
        if mark.is_some_and(|mark| sign == Sign::Unknown && mark != "?") {
            let says = format!("the polarity {} is no sign; the arrow comes in without one", mark.unwrap_or_default());
            self.model.draft.remark(place.clone(), RemarkSort::Asked, says);
        }
        self.model.affects(place, ends, sign, None)
    }

    fn end(&mut self, name: &str, place: &SourcePlace) -> usize {
        if let Some(known) = self.model.known(&canonical(name)) {
            return known;
        }
        if self.lists_variables {
            let says = format!("{name} is no variable of the map; it comes in because an arrow names it");
            self.model.draft.remark(place.clone(), RemarkSort::Noted, says);
        }
        self.model.variable(&canonical(name), &shown(name), "variable", None, place)
    }

    /// Adds chains of causes: each begins with a variable, and each next one has the sign of its arrow.
    fn chains(&mut self, map: &Value, file: &ImportedFile) {
        for (number, chain) in list(map, "causal_chains").iter().enumerate() {
            let place = file.item(format!("chain {}", number + 1));
            let mut from = text(chain, "initial_variable");
            for next in list(chain, "relationships") {
                let to = text(next, "variable");
                let arrow = self.relationship((from, to), text(next, "polarity"), &place);
                let why = ["polarity_reasoning", "polarityReasoning"].iter().find_map(|field| text(next, field));
                self.model.draft.note(arrow, why.unwrap_or_default());
                from = to;
            }
        }
    }

    /// Adds what fills and drains a stock, and what the equation of another variable names.
    fn computed(&mut self, variable: &Value, file: &ImportedFile) {
        let Some(name) = text(variable, "name") else { return };
        let Some(thing) = self.model.known(&canonical(name)) else { return };
        let place = file.item(format!("variable {name}"));
        let module = name.rsplit_once('.').map(|(module, _)| canonical(module));
        let own = |model: &ModelDraft<'_>, name: &str| {
            let inner = module.as_ref().and_then(|module| model.known(&format!("{module}.{name}")));
            inner.or_else(|| model.known(name))
        };
        for (field, sign) in [("inflows", Sign::Plus), ("outflows", Sign::Minus)] {
            for flow in texts(variable, field) {
                match own(&self.model, &canonical(flow)) {
                    Some(flow) => {
                        self.model.affects(&place, (flow, thing), sign, None);
                    }
                    None => self.model.leave_out(&place, format!("{flow} is no variable of the map")),
                }
            }
        }
        if text(variable, "type") != Some("stock") {
            let parts = parts(text(variable, "equation").unwrap_or_default(), EquationStyle::OneWord);
            self.model.equation(thing, &parts, &place, own);
        }
    }

    /// Returns the whole map.
    pub(super) fn finish(self) -> Result<ImportedMap, ImportError> {
        self.model.finish()
    }
}

/// Whether what stands before the last dot of a name is a module: a name of letters, digits and spaces.
fn is_module(text: &str) -> bool {
    let is_name = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ' ' | '.'));
    is_name && text.contains(char::is_alphabetic) && !text.ends_with(' ')
}

/// Returns a name as people read it. One with spaces is a text; any other is written as equations write it.
fn shown(name: &str) -> String {
    if name.trim().contains(' ') { name.to_owned() } else { spaced(name) }
}
