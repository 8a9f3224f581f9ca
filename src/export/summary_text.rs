use std::collections::BTreeSet;
use std::fmt::Write;

use crate::graph::{Graph, Link};
use crate::record::english::counted;
use crate::record::text::clean;
use crate::record::{Kind, Relation, Session};

use super::wording::{said_of, sides};

/// Says how many arrows people disagree about: "none", "1", "2".
fn disputed(arrows: usize) -> String {
    if arrows == 0 { "none".to_owned() } else { arrows.to_string() }
}

/// The maximum number of effects of one change in the summary.
const EFFECTS: usize = 4;

/// A session in half a page: its size, the changes, their effects, and the disagreements.
///
/// It names units and never people, and has no control characters.
pub fn summary_text(session: &Session, graph: &Graph) -> String {
    let mut text = format!("{}\n", clean(session.title()));
    let counts = graph.counts();
    let disputes: Vec<Link<'_>> = graph.links().filter(|link| link.arrow.is_disputed()).collect();
    let _ = writeln!(
        text,
        "{} from {}: {}, {}, {} they disagree about.",
        counted(session.lines(), "line", "lines"),
        counted(units(session), "team", "teams"),
        counted(counts.things, "thing", "things"),
        counted(counts.arrows, "arrow", "arrows"),
        disputed(disputes.len())
    );
    let changes: Vec<String> = graph.things().filter(|thing| thing.kind == Kind::Initiative).map(change).collect();
    let _ = writeln!(text, "\nWhat was discussed\n  {}", changes.join(", "));
    text.push_str("\nWhat leads where\n");
    for thing in graph.things().filter(|thing| thing.kind == Kind::Initiative) {
        let effects: Vec<String> =
            graph.links().filter(|link| link.from.key == thing.key && is_effect(link)).map(said_of).collect();
        if !effects.is_empty() {
            let more = effects.len().saturating_sub(EFFECTS);
            let told: Vec<String> = effects.into_iter().take(EFFECTS).collect();
            let rest = if more > 0 { format!("; and {more} more") } else { String::new() };
            let _ = writeln!(text, "  {}: {}{rest}", clean(&thing.label), told.join("; "));
        }
    }
    if !disputes.is_empty() {
        text.push_str("\nWhere they disagree\n");
    }
    for link in disputes {
        let _ = writeln!(text, "  {} -> {}: {}", clean(&link.from.label), clean(&link.to.label), sides(link.arrow));
    }
    text
}

fn units(session: &Session) -> usize {
    session.people().iter().filter_map(|person| person.party.as_deref()).collect::<BTreeSet<_>>().len()
}

fn change(thing: &crate::graph::Thing) -> String {
    let label = clean(&thing.label);
    thing.status.map_or_else(|| label.to_string(), |status| format!("{label} ({})", status.name()))
}

const fn is_effect(link: &Link<'_>) -> bool {
    matches!(link.arrow.relation, Relation::Affects | Relation::Feeds)
}
