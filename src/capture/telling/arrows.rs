use crate::record::{Basis, Claim, Delay, Kind, Relation, Sign, Strength};

use super::called::{Called, agree};
use super::phrases;
use super::time::delay_in_words;
use crate::record::spoken::listed;

/// Arrows of one sentence that start together: from every one of these to every one of those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bundle {
    pub(crate) relation: Relation,
    pub(crate) from: Vec<Called>,
    pub(crate) to: Vec<(Sign, Called)>,
    pub(crate) strength: Strength,
    pub(crate) delay: Option<Delay>,
    /// It was said from its other end: "less of this, more of that".
    pub(crate) turned: bool,
}

/// A sentence about arrows, before it is told how anybody knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) text: String,
    /// Somebody still has to say which way.
    pub(crate) more_or_less: bool,
}

/// Gathers claims that were made in one breath: fan-out first, then fan-in.
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

    /// Whether this is the other the other way round.
    fn mirrors(&self, other: &Bundle) -> bool {
        let ([from], [(sign, to)]) = (self.from.as_slice(), self.to.as_slice()) else { return false };
        let ([other_from], [(other_sign, other_to)]) = (other.from.as_slice(), other.to.as_slice()) else {
            return false;
        };
        (from, to, sign, self.relation) == (other_to, other_from, other_sign, other.relation)
    }

    /// The bundle in words, with strength and delay where they are not said for all at the end.
    fn said(&self, strength: bool, delay: bool) -> Said {
        let mut said = clauses(self);
        if strength {
            said.text.push_str(how_strongly(self.strength));
        }
        if let Some(delay) = self.delay.filter(|_| delay) {
            said.text = format!("{}, {}", said.text, delay_in_words(delay));
        }
        said
    }

    fn targets(&self, sign: impl Fn(Sign) -> bool) -> Vec<&Called> {
        self.to.iter().filter(|(found, _)| sign(*found)).map(|(_, called)| called).collect()
    }
}

/// The whole sentence: each bundle a clause, what holds for all of them said once.
pub(crate) fn tell(bundles: &[Bundle]) -> Said {
    if let [one, other] = bundles
        && one.mirrors(other)
    {
        let said = one.said(true, true);
        return Said { text: format!("{}, and the other way round", said.text), ..said };
    }
    let same_strength = bundles.windows(2).all(|pair| matches!(pair, [a, b] if a.strength == b.strength));
    let same_delay = bundles.windows(2).all(|pair| matches!(pair, [a, b] if a.delay == b.delay));
    let many = bundles.len() > 1;
    let clauses: Vec<_> =
        bundles.iter().map(|bundle| bundle.said(!many || !same_strength, !many || !same_delay)).collect();
    let mut text = clauses.iter().map(|said| said.text.as_str()).collect::<Vec<_>>().join("; ");
    if let Some(first) = bundles.first().filter(|_| many) {
        let strength = if same_strength { how_strongly(first.strength).trim_start_matches(", ") } else { "" };
        let delay = first.delay.filter(|_| same_delay).map(delay_in_words).unwrap_or_default();
        let each = [strength, &delay].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        if !each.is_empty() {
            text = format!("{text}; each {each}");
        }
    }
    Said { text, more_or_less: clauses.iter().any(|said| said.more_or_less) }
}

const fn how_strongly(strength: Strength) -> &'static str {
    match strength {
        Strength::Some => "",
        Strength::Clear => ", clearly",
        Strength::Dominant => ", above all",
    }
}

/// How somebody knows; that somebody was told is what goes without saying in a room.
pub(crate) fn knowing(claim: &Claim, alone: bool, speaker: Option<&str>) -> Option<String> {
    let found = if claim.sign == Sign::NoEffect { "looked" } else { "seen it" };
    match (claim.basis, speaker) {
        (Basis::Seen, Some(name)) => Some(format!("{name} {} {found}", agree(is_many(name), "has", "have"))),
        (Basis::Seen, None) => Some("this was seen".to_owned()),
        (Basis::Guess, _) => Some("this is a guess".to_owned()),
        (Basis::Told, _) if alone => Some("so I was told".to_owned()),
        (Basis::Told, _) => None,
    }
}

/// Whether a speaker is a group: "Claims have seen it".
pub(crate) fn is_many(name: &str) -> bool {
    Called { label: name.to_owned(), kind: Kind::Party }.is_many()
}

fn clauses(bundle: &Bundle) -> Said {
    let from: Vec<_> = bundle.from.iter().map(Called::name).collect();
    let many = from.len() > 1 || bundle.from.iter().any(Called::is_many);
    let subject = listed(&from, "and");
    let relation = bundle.relation;
    let kind = bundle.from.first().map_or(Kind::Unknown, |from| from.kind);
    let denied = bundle.targets(|sign| sign == Sign::NoEffect);
    let open = bundle.targets(|sign| sign == Sign::Unknown);
    let mut parts = Vec::new();
    if bundle.to.len() > denied.len() + open.len() {
        parts.push(phrases::moved(bundle, &subject, many));
    }
    if !open.is_empty() && relation.carries_sign() {
        let people = open.iter().all(|called| called.kind == Kind::Party);
        parts.push(phrases::open(relation, people, &subject, many, &names(&open)));
    } else if !open.is_empty() {
        parts.push(phrases::linked(relation, kind, &subject, many, &names(&open), open.len() > 1));
    }
    if !denied.is_empty() {
        parts.push(phrases::denied(relation, kind, &subject, many, &names(&denied)));
    }
    // More or less of a team is no question.
    let moves = open.iter().any(|called| called.kind != Kind::Party);
    Said { text: parts.join("; "), more_or_less: moves && phrases::asks(relation) }
}

fn names(called: &[&Called]) -> String {
    let names: Vec<_> = called.iter().map(|called| called.name()).collect();
    listed(&names, "and")
}
