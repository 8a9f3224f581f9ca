use super::notes::Notes;
use crate::export::markdown::{foreign, list};
use crate::lens::{Finding, Pattern, read};
use crate::record::{Fact, Judgement};

/// What the room said is so, of what shows on the map; the last word on each.
pub(super) fn so(notes: &Notes<'_>) -> String {
    rows(notes, Judgement::True, |finding| &finding.says)
}

/// What the room left open on purpose, as the question it asks.
pub(super) fn left_open(notes: &Notes<'_>) -> String {
    rows(notes, Judgement::Later, |finding| &finding.ask)
}

fn rows(notes: &Notes<'_>, wanted: Judgement, says: fn(&Finding) -> &str) -> String {
    let judged = last_words(notes).into_iter().filter(|(_, judgement, _)| *judgement == wanted).collect::<Vec<_>>();
    if judged.is_empty() {
        return String::new();
    }
    let readings = read(notes.graph());
    let told = judged.into_iter().filter_map(|(meant, _, reason)| {
        let finding = readings.findings.iter().find(|finding| meant.is(finding))?;
        let reason = reason.map(|reason| format!(" ({})", foreign(reason))).unwrap_or_default();
        Some(format!("{}{reason}", foreign(says(finding))))
    });
    list(told)
}

/// Which finding is meant.
#[derive(PartialEq, Eq)]
struct Meant<'a> {
    lens: &'a str,
    pattern: Option<&'a str>,
    about: Vec<Option<crate::graph::Key>>,
}

impl Meant<'_> {
    fn is(&self, finding: &Finding) -> bool {
        let about = finding.about.iter().cloned().map(Some);
        self.lens == finding.lens.name()
            && self.pattern == finding.pattern.map(Pattern::name)
            && about.eq(self.about.iter().cloned())
    }
}

fn last_words<'a>(notes: &'a Notes<'_>) -> Vec<(Meant<'a>, Judgement, Option<&'a str>)> {
    let mut last: Vec<(Meant<'_>, Judgement, Option<&str>)> = Vec::new();
    for (_, fact) in notes.facts() {
        if let Fact::Judged { lens, pattern, about, judgement, reason } = fact {
            let kept = |label: &String| notes.ledger().thing(label).map(|known| known.label.to_owned());
            let key = |label: &String| crate::graph::Key::of(&kept(label).unwrap_or_else(|| label.clone()));
            let meant = Meant { lens, pattern: pattern.as_deref(), about: about.iter().map(key).collect() };
            last.retain(|(known, ..)| *known != meant);
            last.push((meant, *judgement, reason.as_deref()));
        }
    }
    last
}
