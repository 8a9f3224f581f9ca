use serde_json::{Value, json};

use crate::graph::{Evidence, Graph};
use crate::lens::{Finding, Pattern};
use crate::record::text::clean;

/// The findings as a JSON array, the most severe first.
///
/// `about` holds the labels of things, in the order in which the lens returns them. `severity` is from 0 to 100, `at`
/// is in milliseconds since the opening of the session, `seq` is the number of the event in its file, and `speaker` is
/// the tag of a seat, where it is known.
pub fn findings_json<'f>(graph: &Graph, findings: impl IntoIterator<Item = &'f Finding>) -> String {
    let found: Vec<Value> = findings.into_iter().map(|finding| told(graph, finding)).collect();
    format!("{:#}\n", Value::Array(found))
}

fn told(graph: &Graph, finding: &Finding) -> Value {
    let about: Vec<&str> = finding.about.iter().map(|key| graph.label(key)).collect();
    let evidence: Vec<Value> = finding.evidence.iter().map(said).collect();
    json!({
        "lens": finding.lens.name(),
        "pattern": finding.pattern.map(Pattern::name),
        "about": about,
        "severity": finding.severity,
        "band": finding.band().name(),
        "state": finding.state.name(),
        "says": clean(&finding.says),
        "ask": clean(&finding.ask),
        "evidence": evidence,
    })
}

fn said(evidence: &Evidence) -> Value {
    json!({
        "session": &*evidence.session,
        "seq": evidence.seq,
        "at": evidence.at,
        "speaker": evidence.speaker.as_deref(),
        "words": evidence.words,
        "note": evidence.note,
    })
}
