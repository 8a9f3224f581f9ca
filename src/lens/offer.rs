//! What to offer first: of the findings of the top two bands the one about what was just talked about, then by weight.

use std::cmp::Reverse;

use crate::graph::Graph;

use super::thresholds::SETTLING;
use super::{Band, Finding, Offered};

/// What may be offered at this moment, in milliseconds since 1970, the first to be offered first.
///
/// What the room refused or put off is left out, and so is what looks like a gap as long as it is being talked about:
/// most gaps vanish within a few lines, because the room was about to say the missing half.
pub fn offers<'f>(findings: &'f [Finding], graph: &Graph, now: i64) -> Vec<&'f Finding> {
    let settled = |finding: &Finding| match finding.treatment().offered {
        Offered::AtOnce => true,
        Offered::OnceSettled => finding.touched(graph).is_none_or(|last| now - last >= SETTLING),
    };
    let mut offered: Vec<&Finding> =
        findings.iter().filter(|finding| finding.state.is_up() && settled(finding)).collect();
    offered.sort_by_cached_key(|finding| {
        let talked_about = finding.touched(graph).filter(|_| finding.band() >= Band::Talk);
        (Reverse(talked_about), Reverse(finding.severity), finding.lens, finding.about.clone())
    });
    offered
}
