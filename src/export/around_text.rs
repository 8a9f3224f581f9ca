use std::fmt::Write;

use super::wording::beside_a_list;
use crate::graph::{Ledger, Neighbour};
use crate::record::text::clean;
use crate::record::{Relation, Sign};

/// One thing with the things it leads to and those that lead to it, at most two arrows away, as text that can also be
/// read aloud.
pub fn around_text(ledger: &Ledger, label: &str) -> String {
    let Some(thing) = ledger.thing(label) else {
        return format!("Nothing is called {} so far.\n", clean(label));
    };
    let around = ledger.around(label, 2);
    let mut text = format!("{}\n", clean(thing.label));
    for (heading, neighbours) in [("It leads to", &around.out), ("What leads into it", &around.into)] {
        if neighbours.is_empty() {
            continue;
        }
        let _ = writeln!(text, "{heading}");
        for near in neighbours.iter().filter(|neighbour| neighbour.depth == 1) {
            let _ = writeln!(text, "  {}", in_words(near));
            let beyond = neighbours.iter().filter(|far| far.depth > 1 && far.via.as_deref() == Some(&near.label));
            beyond.for_each(|far| {
                let _ = writeln!(text, "    {}", in_words(far));
            });
        }
    }
    text
}

fn in_words(neighbour: &Neighbour) -> String {
    let imported = if neighbour.arrow.is_imported() { ", imported" } else { "" };
    let beside = beside_a_list(&neighbour.arrow).map(|beside| format!(", {beside}")).unwrap_or_default();
    format!("{}{imported}{beside}", leads_to(neighbour))
}

fn leads_to(neighbour: &Neighbour) -> String {
    let label = clean(&neighbour.label);
    let arrow = &neighbour.arrow;
    match (arrow.relation, arrow.sign) {
        _ if arrow.is_disputed() => format!("{label}: they disagree"),
        (Relation::Affects, Sign::Plus) => format!("more: {label}"),
        (Relation::Affects, Sign::Minus) => format!("less: {label}"),
        (Relation::Affects, _) => format!("more or less: {label}"),
        (relation, Sign::Plus) => format!("{}, more: {label}", relation.name()),
        (relation, Sign::Minus) => format!("{}, less: {label}", relation.name()),
        (relation, _) => format!("{}: {label}", relation.name()),
    }
}
