use std::collections::BTreeMap;

use super::names::NamesAcross;
use super::{ChangeKind, ComparedSide, Difference};
use crate::lens::{Finding, Lens, Milestone, Pattern, State};
use crate::record::Judgement;

type FindingIdentity = (&'static Lens, Option<Pattern>, Vec<String>);

/// Lists the findings that are new, held, judged or gone, the highest severity first.
pub(super) fn findings(before: &ComparedSide, after: &ComparedSide, names: &NamesAcross) -> Vec<Difference> {
    let earlier = shown(before, |finding| finding.about.iter().map(|key| names.after(key).to_string()).collect());
    let later = shown(after, |finding| finding.about.iter().map(ToString::to_string).collect());
    let mut items = Vec::new();
    for (key, finding) in &later {
        let known = earlier.get(key);
        if known.is_none() {
            let change = if is_dispute(finding) { ChangeKind::DisputeOpened } else { ChangeKind::FindingOpened };
            items.push((finding.severity, item(change, after, finding, &finding.says)));
        }
        let state = known.map_or(State::Open, |known| known.state);
        if state != finding.state {
            items.extend(stands(after, finding).map(|item| (finding.severity, item)));
        }
    }
    let gone = earlier.iter().filter(|(key, _)| !later.contains_key(*key));
    let gone = gone.filter(|(_, finding)| !is_dispute(finding));
    items.extend(gone.map(|(_, known)| (known.severity, item(ChangeKind::FindingClosed, before, known, &known.says))));
    items.sort_by_key(|(severity, _)| std::cmp::Reverse(*severity));
    items.into_iter().map(|(_, item)| item).collect()
}

fn is_dispute(finding: &Finding) -> bool {
    finding.treatment().milestone == Some(Milestone::Dispute)
}

fn shown(side: &ComparedSide, about: impl Fn(&Finding) -> Vec<String>) -> BTreeMap<FindingIdentity, &Finding> {
    let up = side.findings.iter().filter(|finding| finding.state != State::Gone);
    up.map(|finding| ((finding.lens, finding.pattern, about(finding)), finding)).collect()
}

fn stands(after: &ComparedSide, finding: &Finding) -> Option<Difference> {
    match finding.state {
        State::Held => Some(item(ChangeKind::FindingHeld, after, finding, &finding.says)),
        State::Judged(judgement) => {
            let so = match judgement {
                Judgement::True => "It is so",
                Judgement::NotTrue => "It is not so",
                Judgement::Later => "Left open",
            };
            Some(item(ChangeKind::FindingJudged, after, finding, &format!("{so}: {}", finding.says)))
        }
        State::Open | State::Gone => None,
    }
}

fn item(change: ChangeKind, side: &ComparedSide, finding: &Finding, says: &str) -> Difference {
    let about: Vec<&str> = finding.about.iter().map(|key| side.graph.label(key)).collect();
    Difference::new(change, &about, says)
}
