use super::last::last_of_each;
use super::notes::Notes;
use crate::export::markdown::{foreign, list};
use crate::graph::Judged;
use crate::lens::Finding;
use crate::record::Judgement;

/// The findings that the room confirmed; the latest judgement of each finding counts.
pub(super) fn so(notes: &Notes<'_>) -> String {
    rows(notes, Judgement::True, |finding| &finding.says)
}

/// The questions of the findings that the room left open on purpose.
pub(super) fn left_open(notes: &Notes<'_>) -> String {
    rows(notes, Judgement::Later, |finding| &finding.ask)
}

fn rows(notes: &Notes<'_>, wanted: Judgement, says: fn(&Finding) -> &str) -> String {
    let judged: Vec<&Judged> = last_words(notes).into_iter().filter(|judged| judged.judgement == wanted).collect();
    if judged.is_empty() {
        return String::new();
    }
    let readings = notes.readings();
    let told = judged.into_iter().filter_map(|judged| {
        let finding = readings.findings.iter().find(|finding| finding.is_meant(judged))?;
        let reason = judged.reason.as_deref().map(|reason| format!(" ({})", foreign(reason))).unwrap_or_default();
        Some(format!("{}{reason}", foreign(says(finding))))
    });
    list(told)
}

/// The latest judgement of this session on each finding.
fn last_words<'a>(notes: &'a Notes<'_>) -> Vec<&'a Judged> {
    let session = notes.session.header().id.as_str();
    let here = notes.graph().judged().iter().filter(|judged| *judged.session == *session);
    last_of_each(here.map(|judged| ((&judged.lens, &judged.pattern, &judged.about), judged)))
}
