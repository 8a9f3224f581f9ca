use std::collections::HashMap;

use crate::record::Sign;

/// How the line begins that begins a view.
pub(super) const MARK: &str = "\\\\\\---///";
/// From this thickness on, an arrow is a pipe through which something flows.
const PIPE: i64 = 20;
/// The bits of the delay type that say nothing about a delay: what is drawn straight or curved.
const OF_SHAPE: i64 = 64 | 128;

/// A view of a model.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct MdlView {
    /// Its title.
    pub(super) title: String,
    /// The variables that stand in it, by their ids, which begin again in each view. A valve stands for its flow.
    pub(super) variables: HashMap<i64, DrawnVariable>,
    /// The arrows in it.
    pub(super) arrows: Vec<DrawnArrow>,
}

/// A variable in a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DrawnVariable {
    /// Its name, as written.
    pub(super) name: String,
    /// Whether it stands beside a valve: it is a flow.
    pub(super) is_flow: bool,
    /// Whether it is drawn as a box: it is a stock.
    pub(super) is_box: bool,
    /// Whether it is a shadow of a variable that stands elsewhere.
    pub(super) is_shadow: bool,
    /// The line of the file.
    pub(super) line: usize,
}

/// An arrow in a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DrawnArrow {
    /// The ids of what it connects.
    pub(super) from: i64,
    pub(super) to: i64,
    /// What it is.
    pub(super) sort: DrawnSort,
    /// Whether it is marked as delayed.
    pub(super) is_delayed: bool,
    /// The line of the file.
    pub(super) line: usize,
}

/// What an arrow of a view is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DrawnSort {
    /// An influence with its sign.
    Influence(Sign),
    /// A pipe from a valve to what it fills.
    Fills,
    /// A pipe from a valve to what it drains.
    Drains,
}

/// Returns the views of a model, in order.
pub(super) fn views(text: &str) -> Vec<MdlView> {
    let mut views: Vec<MdlView> = Vec::new();
    let (mut valves, mut text_follows): (Vec<i64>, bool) = (Vec::new(), false);
    for (at, line) in text.lines().enumerate() {
        if line.starts_with(MARK) {
            views.push(MdlView::default());
            valves.clear();
            continue;
        }
        let Some(view) = views.last_mut() else { continue };
        if line.starts_with("///---\\\\\\") {
            break;
        }
        if std::mem::take(&mut text_follows) {
            continue;
        }
        if let Some(title) = line.strip_prefix('*') {
            title.trim().clone_into(&mut view.title);
            continue;
        }
        let fields = fields(line);
        let number = |field: usize| fields.get(field).and_then(|text| text.trim().parse::<i64>().ok());
        let Some(id) = number(1) else { continue };
        match number(0) {
            Some(1) => view.arrows.extend(arrow(&number, at + 1)),
            Some(10) => {
                let shape = number(7).unwrap_or_default();
                let name = fields.get(2).map(|name| shadow_name(name)).unwrap_or_default();
                let drawn = DrawnVariable {
                    is_flow: !valves.is_empty(),
                    is_box: shape & 31 == 3 || shape & 31 == 1,
                    is_shadow: number(8).is_some_and(|bits| bits & 1 == 0),
                    name,
                    line: at + 1,
                };
                for valve in valves.drain(..) {
                    view.variables.insert(valve, drawn.clone());
                }
                view.variables.insert(id, drawn);
            }
            Some(11) => valves.push(id),
            Some(12) => {
                valves.clear();
                text_follows =
                    fields.get(2).is_some_and(|text| text == "0") && number(8).is_some_and(|bits| bits & 4 != 0);
            }
            _ => {}
        }
    }
    views
}

fn arrow(number: &impl Fn(usize) -> Option<i64>, line: usize) -> Option<DrawnArrow> {
    let sign = match number(6).and_then(|code| u8::try_from(code).ok()) {
        Some(b'+' | b's' | b'S') => Sign::Plus,
        Some(b'-' | b'o' | b'O') => Sign::Minus,
        _ => Sign::Unknown,
    };
    let sort = match (number(7), number(4)) {
        (Some(PIPE..), Some(4)) => DrawnSort::Fills,
        (Some(PIPE..), Some(100)) => DrawnSort::Drains,
        _ => DrawnSort::Influence(sign),
    };
    let is_delayed = number(9).is_some_and(|delay| delay & !OF_SHAPE != 0);
    Some(DrawnArrow { from: number(2)?, to: number(3)?, sort, is_delayed, line })
}

/// Returns the name of a variable; a shadow of the time or another model may stand in pointed brackets.
fn shadow_name(name: &str) -> String {
    let name = name.trim();
    name.strip_prefix('<').and_then(|name| name.strip_suffix('>')).unwrap_or(name).to_owned()
}

/// Returns the fields of a line. A field in quotes may hold commas.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let (mut quoted, mut escaped) = (false, false);
    for c in line.chars() {
        match c {
            '"' if !escaped => quoted = !quoted,
            ',' if !quoted => {
                fields.push(String::new());
                continue;
            }
            _ => {}
        }
        escaped = c == '\\' && !escaped;
        if let Some(field) = fields.last_mut() {
            field.push(c);
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_has_variables_valves_and_arrows() {
        let text = "a=1~~|\n\\\\\\---/// Sketch\nV300  Do not\n*View 1\n$192-192\n10,1,Population,275,69,40,20,3,3,0,0,0,0,0,0\n\
            12,2,48,91,71,8,8,0,3,0,0,-1,0,0,0\n1,3,5,1,4,0,0,22,0,0,0,-1--1--1,,1|(204,71)|\n1,4,5,2,100,0,0,22,0,0,0,-1--1--1,,1|(130,71)|\n\
            11,5,48,167,71,6,8,34,3,0,0,1,0,0,0\n10,6,births,167,90,19,11,40,3,0,0,-1,0,0,0\n12,7,0,1,1,1,1,8,4,0,0,-1,0,0,0\n10,9,no variable,1\n\
            10,8,\"a, b\",1,1,1,1,8,2,0,0\n1,10,8,5,1,0,45,0,0,65,0,-1--1--1,,1|(0,0)|\n\\\\\\---///\n*View 2\n10,1,<Time>,1,1,1,1,8,2\n///---\\\\\\\n10,2,late,1,1\n";
        let views = views(text);
        let first = &views[0];
        assert_eq!((views.len(), first.title.as_str(), first.variables.len(), first.arrows.len()), (2, "View 1", 4, 3));
        assert_eq!(first.variables[&5], first.variables[&6]);
        assert!(first.variables[&6].is_flow && first.variables[&1].is_box && first.variables[&8].is_shadow);
        assert_eq!(first.variables[&8].name, "\"a, b\"");
        let sorts: Vec<_> = first.arrows.iter().map(|arrow| (arrow.sort, arrow.is_delayed)).collect();
        assert_eq!(
            sorts,
            [(DrawnSort::Fills, false), (DrawnSort::Drains, false), (DrawnSort::Influence(Sign::Minus), true)]
        );
        assert_eq!(views[1].variables[&1].name, "Time");
        assert_eq!(views[1].variables.len(), 1);
    }
}
