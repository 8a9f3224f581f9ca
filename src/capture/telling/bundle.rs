use crate::record::{Claim, Delay, Relation, Sign, Strength};

use super::called::Called;

/// Arrows of one sentence that are told together: from each of some things to each of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bundle {
    pub(crate) relation: Relation,
    pub(crate) from: Vec<Called>,
    pub(crate) to: Vec<(Sign, Called)>,
    pub(crate) strength: Strength,
    pub(crate) delay: Option<Delay>,
    /// Whether it is told with the opposite amounts: "less of this, more of that".
    pub(crate) turned: bool,
}

/// Gathers claims of one line into bundles: first those with the same start, then those with the same end.
pub(crate) fn bundles(claims: &[&Claim], call: &dyn Fn(&str) -> Called) -> Vec<Bundle> {
    let mut rows: Vec<Bundle> = Vec::new();
    for claim in claims {
        let (from, to) = (call(&claim.from), call(&claim.to));
        match rows.last_mut() {
            Some(row) if row.from == [from.clone()] && row.is_like(claim) => row.to.push((claim.sign, to)),
            _ => rows.push(Bundle {
                relation: claim.kind,
                from: vec![from],
                to: vec![(claim.sign, to)],
                strength: claim.strength,
                delay: claim.delay,
                turned: false,
            }),
        }
    }
    let mut bundles: Vec<Bundle> = Vec::new();
    for row in rows {
        match bundles.last_mut() {
            Some(bundle) if bundle.differs_only_in_start(&row) => bundle.from.extend(row.from),
            _ => bundles.push(row),
        }
    }
    bundles
}

impl Bundle {
    fn is_like(&self, claim: &Claim) -> bool {
        (self.relation, self.strength, self.delay) == (claim.kind, claim.strength, claim.delay)
    }

    fn differs_only_in_start(&self, other: &Bundle) -> bool {
        let manner = |bundle: &Bundle| (bundle.relation, bundle.strength, bundle.delay);
        manner(self) == manner(other) && self.to == other.to
    }

    /// Whether this bundle is the other one in the opposite direction.
    pub(crate) fn mirrors(&self, other: &Bundle) -> bool {
        let ([from], [(sign, to)]) = (self.from.as_slice(), self.to.as_slice()) else { return false };
        let ([other_from], [(other_sign, other_to)]) = (other.from.as_slice(), other.to.as_slice()) else {
            return false;
        };
        (from, to, sign, self.relation) == (other_to, other_from, other_sign, other.relation)
    }

    pub(crate) fn targets(&self, sign: impl Fn(Sign) -> bool) -> Vec<&Called> {
        self.to.iter().filter(|(found, _)| sign(*found)).map(|(_, called)| called).collect()
    }
}
