//! Orders the findings to offer to a room. The finding of the top two bands that was talked about last comes first; the
//! others follow by rank.

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
        (Reverse(finding.rank), Reverse(finding.severity), finding.lens, finding.about.clone())
    });
    let talked_about = |finding: &Finding| {
        let is_up_for_talk = finding.band() >= Band::Talk && finding.treatment().offered == Offered::AtOnce;
        finding.touched(graph).filter(|_| is_up_for_talk)
    };
    // Of equals the first stays first: `max_by_key` returns the last.
    let last = offered.iter().enumerate().rev().max_by_key(|(_, finding)| talked_about(finding));
    if let Some(at) = last.filter(|(_, finding)| talked_about(finding).is_some()).map(|(at, _)| at) {
        offered.get_mut(..=at).into_iter().for_each(|before| before.rotate_right(1));
    }
    offered
}
