use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use petgraph::graph::NodeIndex;

use super::beside::all_beside;
use super::format::ExportFormat;
use super::wording::arrow_label;
use crate::graph::{Graph, Key, Link};
use crate::record::text::clean;
use crate::record::{Kind, Sign};

/// The entry of the Mermaid format in the list of formats.
pub(super) const FORMAT: ExportFormat = ExportFormat {
    limited: Some("a Mermaid chart"),
    ..ExportFormat::map("mermaid", "The map as a Mermaid flowchart", LACKS, "mmd", |material| {
        mermaid(material.graph, material.most_things)
    })
};

/// What the format cannot hold.
const LACKS: &str = "states, delays, the kinds team, forum and purpose, and more than 500 arrows";

/// The maximum number of arrows that Mermaid draws; below, the maximum length of a chart in characters. Both are the
/// limits of Mermaid as it is installed: of a larger chart it draws nothing.
const ARROWS: usize = 500;
const LETTERS: usize = 50_000;

/// The map as a Mermaid flowchart of at most `limit` things, those with the most arrows, and of no more arrows and
/// letters than Mermaid draws. It says how many things are left out.
pub fn mermaid(graph: &Graph, limit: usize) -> String {
    let joined = most_joined(graph);
    let mut most = drawable(graph, joined.iter().copied().take(limit));
    loop {
        let shown: BTreeSet<&Key> = joined.iter().copied().take(most).collect();
        let chart = chart(graph, &shown, most < limit);
        if chart.chars().count() <= LETTERS || most == 0 {
            return chart;
        }
        most -= most.div_ceil(10);
    }
}

/// The chart of these things; `is_full` says that Mermaid draws no larger one.
fn chart(graph: &Graph, shown: &BTreeSet<&Key>, is_full: bool) -> String {
    let links: Vec<Link<'_>> = graph.links().filter(|link| is_shown(shown, link)).collect();
    let counts = graph.counts();
    let mut text = String::from("flowchart LR\n");
    if let Some(said) = left_out((shown.len(), counts.things), (links.len(), counts.arrows), is_full) {
        let _ = writeln!(text, "  %% {said}\n  left_out[\"{said}\"]");
    }
    let place = |key: &Key| graph.index(key).map_or(0, NodeIndex::index);
    for thing in graph.things().filter(|thing| shown.contains(&thing.key)) {
        let (open, close) = brackets(thing.kind);
        let _ = writeln!(text, "  t{}{open}\"{}\"{close}", place(&thing.key), escaped(&thing.label));
    }
    let arrows: Vec<String> = links
        .iter()
        .map(|link| {
            let said = arrow_label(link.arrow);
            let line = if link.arrow.sign == Sign::Minus { "-.->" } else { "-->" };
            let (from, to) = (place(&link.from.key), place(&link.to.key));
            format!("  t{from} {line}|\"{}\"| t{to}\n", escaped(&said))
        })
        .collect();
    let letters = text.chars().count() + arrows.iter().map(|arrow| arrow.chars().count()).sum::<usize>();
    let mut room = LETTERS.saturating_sub(letters);
    for (link, arrow) in links.iter().zip(arrows) {
        text.push_str(&arrow);
        // A chart has no place for the words behind an arrow, so they are a comment below it, as long as there is room.
        for words in all_beside(link.arrow) {
            let comment = format!("  %% {}\n", escaped(&words));
            if let Some(rest) = room.checked_sub(comment.chars().count()) {
                room = rest;
                text.push_str(&comment);
            }
        }
    }
    text
}

fn is_shown(shown: &BTreeSet<&Key>, link: &Link<'_>) -> bool {
    shown.contains(&link.from.key) && shown.contains(&link.to.key)
}

/// The things with the most arrows first; with equal numbers of arrows, in order.
fn most_joined(graph: &Graph) -> Vec<&Key> {
    let mut things: Vec<(usize, &Key)> =
        graph.things().map(|thing| (graph.arrows_at(&thing.key), &thing.key)).collect();
    things.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(other.1)));
    things.into_iter().map(|(_, key)| key).collect()
}

/// How many of these things, from the first on, have no more arrows between them than Mermaid draws.
fn drawable<'a>(graph: &'a Graph, things: impl Iterator<Item = &'a Key>) -> usize {
    let place: BTreeMap<&Key, usize> = things.zip(0..).collect();
    // An arrow is drawn once the later of its two ends is.
    let mut later: Vec<usize> =
        graph.links().filter_map(|link| Some(*place.get(&link.from.key)?.max(place.get(&link.to.key)?))).collect();
    later.sort_unstable();
    later.get(ARROWS).copied().unwrap_or(place.len())
}

fn left_out(
    (things, all_things): (usize, usize),
    (arrows, all_arrows): (usize, usize),
    is_full: bool,
) -> Option<String> {
    let more = if is_full { "Mermaid draws no larger chart" } else { "a larger --limit shows more" };
    (things < all_things).then(|| {
        format!(
            "{things} of {all_things} things and {arrows} of {all_arrows} arrows are here, those with the most arrows; \
             {more}"
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

/// The word that turns a line into a direction wherever it stands in the line, quotes or not.
const DIRECTION: &str = "direction";

/// Escapes a text that is written between quotes, so that quotes, Markdown, HTML, comments, directives, styles, icons
/// and formulas in it have no effect.
fn escaped(text: &str) -> String {
    let text = clean(text);
    let mut safe = String::with_capacity(text.len());
    let mut opens = true;
    for (at, c) in text.char_indices() {
        let is_direction = |word: &str| word.eq_ignore_ascii_case(DIRECTION);
        let directs = text.get(at..at + DIRECTION.len()).is_some_and(is_direction);
        let list = opens && matches!(c, '-' | '+' | '*' | '.' | ')');
        opens = opens && (c.is_ascii_digit() || c == ' ');
        match c {
            '"' => safe.push_str("#quot;"),
            '#' | '&' | '<' | '>' | '`' | '\\' | '%' | '*' | '_' | '{' | '}' | ':' | '$' => {
                let _ = write!(safe, "#{};", u32::from(c));
            }
            c if directs => {
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
