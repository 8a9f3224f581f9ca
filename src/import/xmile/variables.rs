use crate::import::drafting::equation::{EquationPart, EquationStyle, parts};
use crate::import::drafting::references::StatedDelay;
use crate::import::input::xml::XmlElement;

/// Returns the word for the sort of a variable.
pub(super) fn sort(variable: &XmlElement) -> &'static str {
    match variable.name.as_str() {
        "stock" => "stock",
        "flow" => "flow",
        "gf" => "lookup",
        _ => "variable",
    }
}

/// Returns what a variable is computed from, element by element of an array. The equation of a stock is its value at the
/// start, and no influence.
pub(super) fn equations(variable: &XmlElement) -> Vec<Vec<EquationPart>> {
    if variable.name == "stock" {
        return Vec::new();
    }
    let elements = variable.named("element").chain(std::iter::once(variable));
    let equations = elements.flat_map(|element| element.named("eqn"));
    equations.map(|equation| parts(&equation.all_text(), EquationStyle::OneWord)).collect()
}

/// Returns the time that a stock keeps what flows into it, where it is a conveyor.
pub(super) fn transit(stock: &XmlElement) -> Option<StatedDelay> {
    let length = stock.child("conveyor")?.child("len").and_then(|length| length.text().parse().ok());
    Some(length.map_or(StatedDelay::Later, StatedDelay::Units))
}
