use super::arrows::{knowing, tell};
use super::bundle::bundles;
use super::called::Called;
use super::teller::finished;
use crate::graph::Ledger;
use crate::record::{Claim, Kind, Sign};

/// Tells a claim as a sentence without its speaker; things are called as this ledger calls them.
pub fn claim_in_words(claim: &Claim, ledger: &Ledger) -> String {
    let call = |label: &str| match ledger.thing(label) {
        Some(known) => Called { label: known.label.to_owned(), kind: known.kind },
        None => Called { label: label.to_owned(), kind: Kind::Unknown },
    };
    let said = tell(&bundles(&[claim], &call)).text;
    let open =
        if claim.kind.carries_sign() && claim.sign == Sign::Unknown { "; nobody has said which way" } else { "" };
    let knowing = knowing(claim, false, None).map(|knowing| format!("; {knowing}")).unwrap_or_default();
    finished(&format!("{said}{open}{knowing}"))
}
