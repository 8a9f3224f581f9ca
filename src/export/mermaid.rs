use std::collections::BTreeSet;
use std::fmt::Write as _;

use petgraph::graph::NodeIndex;

use super::beside::all_beside;
use super::format::ExportFormat;
use super::wording::marks;
use crate::graph::{Graph, Key, Link};
use crate::record::text::clean;
use crate::record::{Kind, Sign};

/// The entry of the Mermaid format in the list of formats.
pub(super) const FORMAT: ExportFormat = ExportFormat {
    limited: Some("a Mermaid chart"),
    ..ExportFormat::map("mermaid", "The map as a Mermaid flowchart", |material| {
        mermaid(material.graph, material.most_things)
    })
};

/// The map as a Mermaid flowchart of at most `limit` things, those with the most arrows. It says how many things are
/// left out.
pub fn mermaid(graph: &Graph, limit: usize) -> String {
    let shown = most_joined(graph, limit);
    let is_shown = |link: &Link<'_>| shown.contains(&link.from.key) && shown.contains(&link.to.key);
    let arrows = graph.links().filter(is_shown).count();
    let counts = graph.counts();
    let mut text = String::from("flowchart LR\n");
    if let Some(said) = left_out((shown.len(), counts.things), (arrows, counts.arrows)) {
        let _ = writeln!(text, "  %% {said}\n  left_out[\"{said}\"]");
    }
    let place = |key: &Key| graph.index(key).map_or(0, NodeIndex::index);
    for thing in graph.things().filter(|thing| shown.contains(&thing.key)) {
        let (open, close) = brackets(thing.kind);
        let _ = writeln!(text, "  t{}{open}\"{}\"{close}", place(&thing.key), escaped(&thing.label));
    }
    for link in graph.links().filter(is_shown) {
        let said = marks(link.arrow.sign).unwrap_or(link.arrow.relation.name());
        let line = if link.arrow.sign == Sign::Minus { "-.->" } else { "-->" };
        let (from, to) = (place(&link.from.key), place(&link.to.key));
        let _ = writeln!(text, "  t{from} {line}|\"{}\"| t{to}", escaped(said));
        // A chart has no place for the words behind an arrow, so they are a comment below it.
        for words in all_beside(link.arrow) {
            let _ = writeln!(text, "  %% {}", escaped(&words));
        }
    }
    text
}

/// The things with the most arrows; with equal numbers of arrows, the first in order.
fn most_joined(graph: &Graph, limit: usize) -> BTreeSet<Key> {
    let mut things: Vec<(usize, &Key)> =
        graph.things().map(|thing| (graph.arrows_at(&thing.key), &thing.key)).collect();
    things.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(other.1)));
    things.into_iter().take(limit).map(|(_, key)| key.clone()).collect()
}

fn left_out((things, all_things): (usize, usize), (arrows, all_arrows): (usize, usize)) -> Option<String> {
    (things < all_things).then(|| {
        format!(
            "{things} of {all_things} things and {arrows} of {all_arrows} arrows are here, those with the most arrows; \
             a larger --limit shows more"
        )
    })
}

/// The brackets that give a box its shape, by the kind of the thing.
const fn brackets(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Initiative => ("([", "])"),
        Kind::Process => ("[[", "]]"),
        Kind::Resource => ("[(", ")]"),
        Kind::Factor => ("(", ")"),
        Kind::Incentive => ("{{", "}}"),
        Kind::Voice => (">", "]"),
        _ => ("[", "]"),
    }
}

/// Escapes a text that is written between quotes, so that quotes, Markdown, HTML, comments and directives in it have no
/// effect.
fn escaped(text: &str) -> String {
    let text = clean(text);
    let mut safe = String::with_capacity(text.len());
    let mut opens = true;
    for c in text.chars() {
        let list = opens && matches!(c, '-' | '+' | '*' | '.' | ')');
        opens = opens && (c.is_ascii_digit() || c == ' ');
        match c {
            '"' => safe.push_str("#quot;"),
            '#' | '&' | '<' | '>' | '`' | '\\' | '%' | '*' | '_' | '{' | '}' => {
                let _ = write!(safe, "#{};", u32::from(c));
            }
            // At the beginning, a dash or a number with a dot would begin a list. A text of a single character is not
            // escaped.
            c if list && text.chars().count() > 1 => {
                let _ = write!(safe, "#{};", u32::from(c));
            }
            c => safe.push(c),
        }
    }
    safe
}
