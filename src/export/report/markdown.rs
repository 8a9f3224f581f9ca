use std::fmt::Write as _;

use super::SessionChapter;
use super::found::{FoundRow, ShownFindings};
use super::front::{WHAT_SHOWS, WHAT_THIS_IS, front, how_much, left_out, rest};
use super::plots::plots;
use super::rows::things;
use super::whole::{groups, standing};
use crate::export::changes::changes;
use crate::export::markdown::{foreign, list, table};
use crate::export::material::Material;
use crate::export::plots::{plot_tables, tables_markdown};
use crate::export::wording::{said_in_full, sides};
use crate::graph::Graph;
use crate::lens::WholeMap;

/// The report as Markdown, with the map as lists.
pub fn report_markdown(material: &Material<'_>) -> String {
    let mut text = format!("# {}\n", foreign(material.title));
    if let [only] = material.chapters
        && !only.about.is_empty()
    {
        let _ = write!(text, "\n{}\n", only.about);
    }
    let _ = write!(text, "\n{WHAT_THIS_IS}\n\n{}\n", how_much(material.graph));
    for section in front(material) {
        let _ = write!(text, "\n## {}\n", section.heading);
        for (title, body) in section.parts {
            let title = title.map(|title| format!("\n### {}\n", foreign(title))).unwrap_or_default();
            let _ = write!(text, "{title}\n{body}");
        }
    }
    text.push_str(&map(material.graph));
    text.push_str(&shown(material));
    let plots = tables_markdown(&plot_tables(&plots(material)));
    if !plots.is_empty() {
        let _ = write!(text, "\n## In tables\n{plots}");
    }
    text.push_str(&whole(material.graph));
    let several = material.chapters.len() > 1;
    for chapter in material.chapters {
        text.push_str(&minutes(chapter, several));
    }
    text
}

fn map(graph: &Graph) -> String {
    let mut text = String::from("\n## The map\n");
    let changes = changes(graph);
    if !changes.is_empty() {
        let _ = write!(text, "\n### Every change\n\n{changes}");
    }
    let mut start = None;
    for link in graph.links() {
        if start != Some(&link.from.key) {
            let _ = write!(text, "\n### {}\n\n", foreign(&link.from.label));
            start = Some(&link.from.key);
        }
        let _ = writeln!(text, "- {}", foreign(&said_in_full(link)));
    }
    let disputes = graph.links().filter(|link| link.arrow.is_disputed());
    let told = disputes.map(|link| {
        format!("{} → {}: {}", foreign(&link.from.label), foreign(&link.to.label), foreign(&sides(link.arrow)))
    });
    let told = list(told);
    if !told.is_empty() {
        let _ = write!(text, "\n## Where they disagree\n\n{told}");
    }
    let rows: Vec<[String; 4]> = things(graph)
        .into_iter()
        .map(|row| [foreign(&row.name), row.kind.to_owned(), foreign(&row.unit), foreign(&row.state)])
        .collect();
    if !rows.is_empty() {
        let _ = write!(text, "\n## Every thing\n\n{}", table(["Thing", "Sort", "Team", "What is known"], &rows));
    }
    text
}

/// How the map stands, and what belongs together.
fn whole(graph: &Graph) -> String {
    let map = WholeMap::of(graph);
    let mut text = String::new();
    let level = |at: usize| if at == 0 { "##" } else { "###" };
    for (at, section) in standing(&map).iter().enumerate() {
        let lines = section.lines.iter().map(|line| {
            let could = if line.could.is_empty() { String::new() } else { format!(" *{}*", foreign(&line.could)) };
            format!("{}{could}", foreign(&line.says))
        });
        let _ = write!(text, "\n{} {}\n\n{}", level(at), section.heading, list(lines));
    }
    let together = list(groups(&map).into_iter().map(|group| foreign(&[group.says, group.things].join(" "))));
    if !together.is_empty() {
        let _ = write!(text, "\n## What belongs together\n\n{together}");
    }
    text
}

fn shown(material: &Material<'_>) -> String {
    let shown = ShownFindings::of(material);
    if shown.is_empty() {
        return String::new();
    }
    let mut text = String::from("\n## What shows on the map\n");
    for (heading, found) in [("The room says it is so", &shown.so), ("Left open on purpose", &shown.left_open)] {
        if !found.is_empty() {
            let _ = write!(text, "\n### {heading}\n\n{}", found.iter().map(told).collect::<String>());
        }
    }
    if !shown.open.is_empty() {
        let _ = write!(text, "\n### Worth asking\n\n{WHAT_SHOWS}\n\n");
        text.extend(shown.open.iter().map(told));
    }
    if !shown.further.is_empty() {
        let _ = write!(text, "\n### Further questions\n\n{}", list(shown.further.iter().map(|ask| foreign(ask))));
    }
    if shown.untold > 0 {
        let _ = write!(text, "\n{}\n", left_out(shown.untold));
    }
    text
}

fn told(found: &FoundRow) -> String {
    let held = if found.is_held { " (somebody has it)" } else { "" };
    let mut text = format!("- **{}**\n  - *{}*\n", foreign(&found.ask), found.called);
    let _ = writeln!(text, "  - {}{held}", foreign(&found.says));
    for row in &found.rests_on {
        let _ = writeln!(text, "    - {}", foreign(row));
    }
    text
}

/// The minutes of one session. The title and the day of an only session stand at the top of the report already.
fn minutes(chapter: &SessionChapter, several: bool) -> String {
    let mut text =
        if several { format!("\n## Minutes: {}\n", foreign(&chapter.title)) } else { "\n## Minutes\n".to_owned() };
    let about = if several { chapter.about.as_str() } else { "" };
    for part in [about, &chapter.how_to_read].into_iter().filter(|part| !part.is_empty()) {
        let _ = write!(text, "\n{part}\n");
    }
    for (heading, body) in rest(chapter) {
        // Headings are one level lower than in minutes that stand alone.
        let body = body.replace("\n### ", "\n#### ");
        let body = body.strip_prefix("### ").map(|body| format!("#### {body}")).unwrap_or(body);
        let _ = write!(text, "\n### {heading}\n\n{body}");
    }
    text
}
