//! Orders the findings to offer to a room. In the top two bands the finding that was talked about last comes first; the
//! others follow by severity.

use std::cmp::Reverse;

use crate::graph::Graph;

use super::thresholds::SETTLING;
use super::{Band, Finding, Offered};

/// Returns the findings that may be offered at `now` (milliseconds since 1970), the first to offer first.
///
/// Findings that the room refused or put off are left out. A gap is left out until nothing was said about it for a
/// while: most gaps close within a few lines, because the room was about to say the missing half.
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
