use super::SessionChapter;
use crate::export::material::Material;
use crate::export::minutes::{COMMITMENTS, DECISIONS, LEARNED, LEARNED_ALONE, MAP, OPEN, REFUSALS, REFUSALS_ALONE};
use crate::graph::Graph;
use crate::record::Kind;
use crate::record::spoken::counted;

/// The headings on the first page of a report, in order.
const FIRST: &[&str] = &[DECISIONS, REFUSALS, REFUSALS_ALONE, COMMITMENTS, LEARNED, LEARNED_ALONE, OPEN];

/// A section of the first page: the bodies of all sessions under one heading.
pub(super) struct Front<'a> {
    pub(super) heading: &'static str,
    /// The body of each session; before it the title of the session, if the report covers several.
    pub(super) parts: Vec<(Option<&'a str>, &'a str)>,
}

/// The sections of the first page that are not empty.
pub(super) fn front<'a>(material: &Material<'a>) -> Vec<Front<'a>> {
    let several = material.chapters.len() > 1;
    let sections = FIRST.iter().map(|heading| {
        let told = material.chapters.iter().filter_map(|chapter: &SessionChapter| {
            let body = chapter.section(heading)?;
            Some((several.then_some(chapter.title.as_str()), body))
        });
        Front { heading, parts: told.collect() }
    });
    sections.filter(|section| !section.parts.is_empty()).collect()
}

/// Whether any session says what was learned.
pub(super) fn learned(material: &Material<'_>) -> bool {
    let headings = [LEARNED, LEARNED_ALONE];
    material.chapters.iter().any(|chapter| headings.iter().any(|heading| chapter.section(heading).is_some()))
}

/// The sections of a chapter that are not on the first page. The map of a chapter is left out, because the report has one.
pub(super) fn rest(chapter: &SessionChapter) -> impl Iterator<Item = &(&'static str, String)> {
    chapter.sections.iter().filter(|(heading, _)| !FIRST.contains(heading) && *heading != MAP)
}

/// The size of the map, in one sentence.
pub(super) fn how_much(graph: &Graph) -> String {
    let counts = graph.counts();
    let many = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let of = |kind| counts.by_kind.get(&kind).copied().unwrap_or_default();
    let disputes = graph.links().filter(|link| link.arrow.is_disputed()).count();
    let mut said = format!("{} and {} named so far", many(counts.things, "thing"), many(counts.arrows, "arrow"));
    if of(Kind::Initiative) > 0 {
        said = format!("{said}, among them {}", many(of(Kind::Initiative), "change"));
    }
    if of(Kind::Party) > 0 {
        said = format!("{said} and {}", many(of(Kind::Party), "team"));
    }
    let imported = graph.links().filter(|link| link.arrow.is_imported()).count();
    if imported > 0 {
        said = format!("{said}; {} imported, and nobody has said so yet", counted(imported, "arrow is", "arrows are"));
    }
    match disputes {
        0 => format!("{said}."),
        1 => format!("{said}. On one arrow people disagree."),
        some => format!("{said}. On {some} arrows people disagree."),
    }
}

/// The words for findings that the report leaves out.
pub(super) fn left_out(findings: usize) -> String {
    format!("{} in this report.", counted(findings, "more question is not", "more questions are not"))
}

/// The introduction for a reader who has never seen such a page.
pub(super) const WHAT_THIS_IS: &str = "A map of what people said when they asked what a change does to the work next \
    door. Every arrow is something somebody said, or that a file states where it is marked imported, and not a measurement. What is missing here was not named so far; that \
    is no sign that it does not exist.";

/// The explanation of what findings are, and what they are not.
pub(super) const WHAT_SHOWS: &str = "What shows when the map is read as a whole. Nobody has judged these yet: they are \
    questions to put to the people who know the work, and not verdicts.";
