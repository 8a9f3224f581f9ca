use std::collections::HashMap;

use crate::import::context::ReadContext;
use crate::import::drafting::draft::MapDraft;
use crate::import::drafting::equation::{EquationPart, PARTS};
use crate::import::drafting::references::references;
use crate::import::error::ImportError;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::mapping::SameNames;
use crate::import::place::SourcePlace;
use crate::record::{Delay, Kind, Relation, Sign};

/// A model of stocks, flows and variables that becomes a map. What somebody drew comes first, then what fills and drains
/// stocks; an equation says only which arrows there are, and leaves their signs open.
pub(in crate::import) struct ModelDraft<'a> {
    pub(in crate::import) draft: MapDraft<'a>,
    /// The things by the names by which the tool compares them.
    names: HashMap<String, usize>,
    /// How many days a unit of the time of the model has.
    pub(in crate::import) unit: Option<f64>,
}

impl<'a> ModelDraft<'a> {
    pub(in crate::import) fn new(context: &ReadContext<'a>) -> Self {
        Self { draft: MapDraft::new(context, SameNames::Several), names: HashMap::new(), unit: None }
    }

    /// Adds a variable; `name` is what the tool compares, `which` is what tells it from another of its label. A variable
    /// that was added before stays what it is.
    pub(in crate::import) fn variable(
        &mut self,
        name: &str,
        label: &str,
        sort: &str,
        which: Option<&str>,
        place: &SourcePlace,
    ) -> usize {
        if let Some(known) = self.names.get(name) {
            return *known;
        }
        let thing = self.draft.thing_of(name, place.clone(), label, which);
        self.draft.sort(thing, sort, Some(Kind::Factor));
        self.names.insert(name.to_owned(), thing);
        thing
    }

    /// Lets a name stand for a variable that has another one.
    pub(in crate::import) fn alias(&mut self, name: &str, thing: usize) {
        self.names.entry(name.to_owned()).or_insert(thing);
    }

    /// Returns the variable with a name.
    pub(in crate::import) fn known(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }

    /// Adds an arrow between two variables.
    pub(in crate::import) fn affects(
        &mut self,
        place: &SourcePlace,
        (from, to): (usize, usize),
        sign: Sign,
        delay: Option<Delay>,
    ) -> Option<usize> {
        let key = |thing: usize| self.draft.at(thing).map(|thing| thing.key.clone()).unwrap_or_default();
        let key = format!("{} -> {}", key(from), key(to));
        let arrow = self.draft.arrow(&key, place, (from, to), Relation::Affects, sign);
        self.draft.edit_arrow(arrow, |arrow| arrow.delay = arrow.delay.or(delay));
        arrow
    }

    /// Adds an arrow from every variable in an equation to the variable that it is of. `resolved` returns the full name of
    /// a name in the equation.
    pub(in crate::import) fn equation(
        &mut self,
        thing: usize,
        parts: &[EquationPart],
        place: &SourcePlace,
        resolved: impl Fn(&Self, &str) -> Option<usize>,
    ) {
        if parts.len() >= PARTS {
            self.leave_out(place, format!("of this equation only the first {PARTS} parts are read"));
        }
        let found = references(parts, |name| resolved(self, name).is_some());
        for reference in found {
            if let Some(from) = resolved(self, &reference.name) {
                let delay = reference.delay.map(|delay| delay.in_days(self.unit));
                self.affects(place, (from, thing), Sign::Unknown, delay);
            }
        }
    }

    /// Says that something of the file does not come in.
    pub(in crate::import) fn leave_out(&mut self, place: &SourcePlace, says: impl Into<String>) {
        self.draft.remark(place.clone(), RemarkSort::LeftOut, says);
    }

    /// Returns the whole map.
    pub(in crate::import) fn finish(self) -> Result<ImportedMap, ImportError> {
        self.draft.finish()
    }
}

/// Returns the sign that a mark of polarity states: `+`, `-`, `S`, `O`, in words too; `None` for no sign.
pub(in crate::import) fn polarity(mark: &str) -> Option<Sign> {
    match mark.trim().to_lowercase().as_str() {
        "+" | "s" | "positive" | "plus" | "same" => Some(Sign::Plus),
        "-" | "\u{2212}" | "\u{2013}" | "o" | "negative" | "minus" | "opposite" => Some(Sign::Minus),
        _ => None,
    }
}
