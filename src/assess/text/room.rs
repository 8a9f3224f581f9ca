use std::fmt::Write;

use super::with_footer;
use crate::assess::counts::AnchorCounts;
use crate::assess::perception::Perception;
use crate::assess::rating::Rating;
use crate::assess::spread::Spread;

/// Returns the page for a room: how many people chose each anchor, the widest spread first.
pub fn spread_text(spread: &Spread) -> String {
    let width = spread.items.iter().map(|item| item.title.len()).max().unwrap_or_default();
    let mut text = "How many chose each anchor; the first one is the one to talk about\n\n".to_owned();
    let _ = writeln!(text, "{:<width$}{}", "", heads());
    for item in &spread.items {
        let _ = writeln!(text, "{:<width$}{}", item.title, cells(&item.counts));
    }
    with_footer(&text)
}

/// Returns the page for one person: the person's own anchor, and how many others chose each anchor.
pub fn perception_text(perception: &Perception) -> String {
    let width = perception.items.iter().map(|(title, ..)| title.len()).max().unwrap_or_default();
    let mut text = "Your own anchor, and how many others chose each\n\n".to_owned();
    let _ = writeln!(text, "{:<width$}   own{}", "", heads());
    for (title, own, counts) in &perception.items {
        let _ = writeln!(text, "{title:<width$}{:>6}{}", own.digit(), cells(counts));
    }
    with_footer(&text)
}

fn heads() -> String {
    (1..=Rating::COUNT).fold(String::new(), |heads, digit| format!("{heads}{digit:>5}"))
}

/// Writes one cell for each anchor. An anchor that nobody chose is a dot, so that the others stand out.
fn cells(counts: &AnchorCounts) -> String {
    let cell = |count: usize| if count == 0 { format!("{:>5}", ".") } else { format!("{count:>5}") };
    counts.each().into_iter().map(cell).collect()
}
