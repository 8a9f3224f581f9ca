use serde_json::{Value, json};

use crate::graph::{Evidence, Graph};
use crate::lens::{Finding, LeftOut, Pattern};
use crate::record::text::clean;

/// The findings as JSON: `findings`, an array in the order in which they are told, and `left_out`, what the lenses did not
/// list, each with the lens, the `reason`, the `count` and whether that is the least (`at_least`).
///
/// `about` holds the labels of things, in the order in which the lens returns them. `severity` is from 0 to 100, `rank` orders them, `also`
/// names the other lenses and patterns that say the same, `at`
/// is in milliseconds since the opening of the session, `seq` is the number of the event in its file, and `speaker` is
/// the tag of a seat, where it is known.
pub fn findings_json<'f>(
    graph: &Graph,
    findings: impl IntoIterator<Item = &'f Finding>,
    left_out: &[LeftOut],
) -> String {
    let found: Vec<Value> = findings.into_iter().map(|finding| told(graph, finding)).collect();
    let left_out: Vec<Value> = left_out.iter().map(untold).collect();
    format!("{:#}\n", json!({ "findings": found, "left_out": left_out }))
}

fn untold(left: &LeftOut) -> Value {
    json!({
        "lens": left.lens.name(),
        "reason": left.reason.name(),
        "count": left.count,
        "at_least": left.at_least,
        "says": left.says(),
    })
}

fn told(graph: &Graph, finding: &Finding) -> Value {
    let about: Vec<&str> = finding.about.iter().map(|key| graph.label(key)).collect();
    let also = finding.readings().skip(1);
    let also: Vec<Value> =
        also.map(|(lens, pattern)| json!({ "lens": lens.name(), "pattern": pattern.map(Pattern::name) })).collect();
    let evidence: Vec<Value> = finding.evidence.iter().map(said).collect();
    json!({
        "lens": finding.lens.name(),
        "pattern": finding.pattern.map(Pattern::name),
        "about": about,
        "severity": finding.severity,
        "rank": finding.rank,
        "band": finding.band().name(),
        "state": finding.state.name(),
        "says": clean(&finding.says),
        "ask": clean(&finding.ask),
        "also": also,
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
