use super::elements::{InsightElement, InsightModel};
use crate::import::context::ReadContext;
use crate::import::drafting::equation::{EquationStyle, parts, spaced};
use crate::import::drafting::model_draft::ModelDraft;
use crate::import::drafting::references::days_of;
use crate::import::error::ImportError;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::input::file::ImportedFile;
use crate::import::place::WithinFile;
use crate::record::Sign;
use crate::record::english::counted;

/// Models of Insight Maker that become a map.
pub(super) struct InsightDraft<'a> {
    model: ModelDraft<'a>,
}

impl<'a> InsightDraft<'a> {
    pub(super) fn new(context: &ReadContext<'a>) -> Self {
        Self { model: ModelDraft::new(context) }
    }

    /// Adds what a model states: its variables, what is drawn between them, what fills and drains, and what equations
    /// name.
    pub(super) fn add(&mut self, model: &InsightModel, file: &ImportedFile) -> Result<(), ImportError> {
        self.model.draft.title(&model.title);
        self.model.unit = days_of(&model.unit);
        for element in model.elements.iter().filter(|element| element.sort != "link" && element.ghost_of.is_none()) {
            self.variable(element);
        }
        for ghost in &model.elements {
            if let Some(thing) = ghost.ghost_of.as_ref().and_then(|source| self.model.known(source)) {
                self.model.alias(&ghost.key, thing);
            }
        }
        let (links, others): (Vec<&InsightElement>, Vec<&InsightElement>) =
            model.elements.iter().partition(|element| element.sort == "link");
        for (number, link) in links.iter().enumerate() {
            if number % 500 == 0 {
                self.model.draft.proceeds(number, model.elements.len())?;
            }
            self.link(link);
        }
        for element in &others {
            self.flow(element);
        }
        for (number, element) in others.iter().enumerate() {
            if number % 500 == 0 {
                self.model.draft.proceeds(links.len().saturating_add(number), model.elements.len())?;
            }
            self.equations(element);
        }
        for (sort, number) in &model.left_out {
            let number = counted(*number, "element", "elements");
            let says = format!("{number} of the sort {sort} left out");
            self.model.leave_out(&file.place(WithinFile::Whole), says);
        }
        Ok(())
    }

    fn variable(&mut self, element: &InsightElement) {
        if self.model.known(&element.key).is_some() {
            let says = format!("{} stands here again; the first counts", element.name);
            return self.model.leave_out(&element.place, says);
        }
        let thing = self.model.variable(&element.key, &spaced(&element.name), &element.sort, None, &element.place);
        // Equations name variables, without case.
        self.model.alias(&element.name.to_lowercase(), thing);
        self.model.draft.about(thing, &element.description);
        self.model.draft.group(thing, &element.folder, &element.place);
    }

    fn link(&mut self, link: &InsightElement) {
        let (Some(from), Some(to)) = (self.end(link.from.as_ref(), link), self.end(link.to.as_ref(), link)) else {
            return self.model.leave_out(&link.place, "a link that does not connect two things is left out");
        };
        let arrow = self.model.affects(&link.place, (from, to), link.sign, None);
        // Every new link is called so.
        if !link.name.eq_ignore_ascii_case("link") {
            self.model.draft.note(arrow, &link.name);
        }
        self.model.draft.note(arrow, &link.description);
        if link.is_double {
            self.model.affects(&link.place, (to, from), Sign::Unknown, None);
        }
    }

    /// Returns the thing at an end of a link or flow. A name that stands nowhere else is a thing, and said.
    fn end(&mut self, key: Option<&String>, element: &InsightElement) -> Option<usize> {
        let key = key?;
        if let Some(known) = self.model.known(key) {
            return Some(known);
        }
        if key.chars().all(|c| c.is_ascii_digit()) {
            return None;
        }
        let thing = self.model.variable(key, &spaced(key), "variable", None, &element.place);
        let says = format!("{key} is named by a link or flow alone");
        self.model.draft.remark(element.place.clone(), RemarkSort::Noted, says);
        Some(thing)
    }

    /// Adds what a flow or transition fills, and what it drains.
    fn flow(&mut self, flow: &InsightElement) {
        if !matches!(flow.sort.as_str(), "flow" | "transition") {
            return;
        }
        let Some(thing) = self.model.known(&flow.key) else { return };
        for (key, sign) in [(flow.to.as_ref(), Sign::Plus), (flow.from.as_ref(), Sign::Minus)] {
            if let Some(stock) = self.end(key, flow) {
                self.model.affects(&flow.place, (thing, stock), sign, None);
            }
        }
    }

    fn equations(&mut self, element: &InsightElement) {
        let Some(thing) = self.model.known(&element.key) else { return };
        if let Some(input) = element.input.as_ref().and_then(|input| self.model.known(input)) {
            self.model.affects(&element.place, (input, thing), Sign::Unknown, None);
        }
        for equation in &element.equations {
            let parts = parts(equation, EquationStyle::Brackets);
            self.model.equation(thing, &parts, &element.place, ModelDraft::known);
        }
    }

    /// Returns the whole map.
    pub(super) fn finish(self) -> Result<ImportedMap, ImportError> {
        self.model.finish()
    }
}
