use std::collections::HashSet;

use super::definition::{MdlDefinition, MdlSort, check_name, definition};
use super::entry::{MdlEntry, entries};
use super::sketch::{DrawnArrow, DrawnSort, MdlView, views};
use crate::import::context::ReadContext;
use crate::import::drafting::equation::{canonical, spaced};
use crate::import::drafting::model_draft::ModelDraft;
use crate::import::drafting::references::days_of;
use crate::import::error::ImportError;
use crate::import::imported::ImportedMap;
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;
use crate::import::place::WithinFile;
use crate::record::english::counted;
use crate::record::{Delay, Sign};

/// What sets up a run, and is no part of a map.
const CONTROL: [&str; 5] = ["final time", "initial time", "time step", "saveper", "time"];

/// A model that becomes a map.
pub(super) struct MdlDraft<'a> {
    model: ModelDraft<'a>,
}

/// A definition with the entry that it stands in.
type Defined = (MdlEntry, MdlDefinition);

impl<'a> MdlDraft<'a> {
    pub(super) fn new(context: &ReadContext<'a>) -> Self {
        Self { model: ModelDraft::new(context) }
    }

    /// Adds what a file states: what is drawn first, then what the equations name.
    pub(super) fn add(&mut self, file: &ImportedFile) -> Result<(), ImportError> {
        let read = entries(file.text());
        if let Some(entry) = read.entries.get(limits::THINGS) {
            let says = format!("there are more than {} equations", limits::THINGS);
            return Err(ImportError::at(file.line(entry.line), says, "export a part of it"));
        }
        if let Some(line) = read.cut_off {
            let says = "the file is cut off in the equation that begins here";
            return Err(ImportError::at(file.line(line), says, "export the file again, whole"));
        }
        let checks: HashSet<String> =
            read.entries.iter().filter_map(|entry| check_name(&entry.definition)).map(canonical).collect();
        let entries = read.entries.into_iter().filter(|entry| check_name(&entry.definition).is_none());
        let all = entries.filter_map(|entry| definition(&entry.definition).map(|read| (entry, read)));
        let (control, defined): (Vec<Defined>, Vec<Defined>) = all.partition(|(_, read)| is_control(&read.name));
        self.model.unit = control.iter().find_map(|(entry, _)| days_of(&entry.units));
        let mut views = views(file.text());
        for view in &mut views {
            view.variables.retain(|_, drawn| !checks.contains(&canonical(&drawn.name)));
        }
        self.variables(&defined, &views, file)?;
        let stocks: HashSet<String> = defined
            .iter()
            .filter(|(_, read)| read.sort == MdlSort::Stock)
            .map(|(_, read)| canonical(&read.name))
            .collect();
        for view in &views {
            for (at, arrow) in view.arrows.iter().enumerate() {
                if at % 500 == 0 {
                    self.model.draft.proceeds(at, view.arrows.len())?;
                }
                self.drawn(view, arrow, &stocks, file);
            }
        }
        self.equations(&defined, file)?;
        if read.macros > 0 {
            let says = format!("{} left out", counted(read.macros, "macro is", "macros are"));
            self.model.leave_out(&file.place(WithinFile::Whole), says);
        }
        Ok(())
    }

    /// Adds the variables, in the order of their equations, then those that are drawn alone.
    fn variables(&mut self, defined: &[Defined], views: &[MdlView], file: &ImportedFile) -> Result<(), ImportError> {
        let drawn = || views.iter().flat_map(|view| view.variables.values());
        let of_stocks = defined.iter().flat_map(|(_, read)| &read.flows).filter(|(_, sign)| *sign != Sign::Unknown);
        let flows: HashSet<String> = of_stocks
            .map(|(name, _)| name.clone())
            .chain(drawn().filter(|drawn| drawn.is_flow).map(|drawn| canonical(&drawn.name)))
            .collect();
        for (at, (entry, read)) in defined.iter().enumerate() {
            if at % 500 == 0 {
                self.model.draft.proceeds(at, defined.len())?;
            }
            let name = canonical(&read.name);
            let is_flow = read.sort == MdlSort::Variable && flows.contains(&name);
            let sort = if is_flow { "flow" } else { read.sort.word() };
            let place = file.line(entry.line);
            let thing = self.model.variable(&name, &spaced(&read.name), sort, None, &place);
            self.model.draft.about(thing, &entry.comment);
            if !entry.group.eq_ignore_ascii_case("control") {
                self.model.draft.group(thing, &entry.group, &place);
            }
        }
        for view in views {
            let mut ids: Vec<_> = view.variables.iter().collect();
            ids.sort_by_key(|(id, _)| **id);
            for (_, drawn) in ids {
                let name = canonical(&drawn.name);
                if CONTROL.contains(&name.as_str()) {
                    continue;
                }
                let sort = match () {
                    () if flows.contains(&name) => "flow",
                    () if drawn.is_box => "stock",
                    () => "variable",
                };
                let place = file.line(drawn.line);
                let thing = self.model.variable(&name, &spaced(&drawn.name), sort, None, &place);
                if views.len() > 1 && !drawn.is_shadow {
                    self.model.draft.group(thing, &view.title, &place);
                }
            }
        }
        Ok(())
    }

    /// Adds an arrow that is drawn. Pipes say something only where no equation does: what fills a stock, and what drains
    /// it, stand in the equation of the stock.
    fn drawn(&mut self, view: &MdlView, arrow: &DrawnArrow, stocks: &HashSet<String>, file: &ImportedFile) {
        let name = |id: i64| view.variables.get(&id).map(|drawn| canonical(&drawn.name));
        let (Some(from), Some(to)) = (name(arrow.from), name(arrow.to)) else { return };
        let (Some(start), Some(end)) = (self.model.known(&from), self.model.known(&to)) else { return };
        let sign = match arrow.sort {
            DrawnSort::Influence(sign) => sign,
            DrawnSort::Fills | DrawnSort::Drains if stocks.contains(&to) => return,
            DrawnSort::Fills => Sign::Plus,
            DrawnSort::Drains => Sign::Minus,
        };
        let delay = arrow.is_delayed.then_some(Delay::Later);
        self.model.affects(&file.line(arrow.line), (start, end), sign, delay);
    }

    fn equations(&mut self, defined: &[Defined], file: &ImportedFile) -> Result<(), ImportError> {
        for (at, (entry, read)) in defined.iter().enumerate() {
            if at % 500 == 0 {
                self.model.draft.proceeds(at, defined.len())?;
            }
            let Some(thing) = self.model.known(&canonical(&read.name)) else { continue };
            let place = file.line(entry.line);
            for (flow, sign) in &read.flows {
                if let Some(flow) = self.model.known(flow) {
                    self.model.affects(&place, (flow, thing), *sign, None);
                }
            }
            self.model.equation(thing, &read.parts, &place, ModelDraft::known);
        }
        Ok(())
    }

    /// Returns the whole map.
    pub(super) fn finish(self) -> Result<ImportedMap, ImportError> {
        self.model.finish()
    }
}

fn is_control(name: &str) -> bool {
    CONTROL.contains(&canonical(name).as_str())
}
