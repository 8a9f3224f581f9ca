use crate::record::{Kind, Relation, Sign};

use super::bundle::Bundle;
use super::called::{Called, agree};
use crate::record::spoken::listed;

/// Tells an arrow with a known sign: "More of the bot, less handle time".
pub(crate) fn moved(bundle: &Bundle, subject: &str, many: bool) -> String {
    let turned = |sign: Sign| match sign {
        Sign::Plus if bundle.turned => Sign::Minus,
        Sign::Minus if bundle.turned => Sign::Plus,
        sign => sign,
    };
    let amounts = |called: &[(Sign, Called)]| {
        let signed = called.iter().filter_map(|(sign, called)| Some(called.amount(much(turned(*sign))?)));
        listed(&signed.collect::<Vec<_>>(), "and")
    };
    match bundle.relation {
        Relation::Feeds => supplied(bundle, subject, many),
        Relation::Rewards => format!("{subject} {} for {}", agree(many, "pays", "pay"), amounts(&bundle.to)),
        Relation::Aims => aimed(bundle, subject, many, amounts),
        _ => {
            let amount = if bundle.turned { "less" } else { "more" };
            let causes: Vec<_> = bundle.from.iter().map(|called| called.amount(amount)).collect();
            format!("{}, {}", listed(&causes, "or"), amounts(&bundle.to))
        }
    }
}

const fn much(sign: Sign) -> Option<&'static str> {
    match sign {
        Sign::Plus => Some("more"),
        Sign::Minus => Some("less"),
        Sign::Unknown | Sign::NoEffect => None,
    }
}

/// Tells a supply: "Claims triage supplies Severity scores: more of the one, more of the other."
fn supplied(bundle: &Bundle, subject: &str, many: bool) -> String {
    let supplies = |wanted: Sign| {
        let targets = bundle.to.iter().filter(|(sign, _)| *sign == wanted);
        let targets: Vec<_> = targets.map(|(_, called)| called.name()).collect();
        let verb = agree(many, "supplies", "supply");
        let much = much(wanted).filter(|_| !targets.is_empty())?;
        Some(format!("{subject} {verb} {}: more of the one, {much} of the other", listed(&targets, "and")))
    };
    [Sign::Plus, Sign::Minus].into_iter().filter_map(supplies).collect::<Vec<_>>().join("; ")
}

/// Tells an aim: "The Service bot is meant to bring less Handle time"; a purpose is served or worked against.
fn aimed(bundle: &Bundle, subject: &str, many: bool, amounts: impl Fn(&[(Sign, Called)]) -> String) -> String {
    let meant = agree(many, "is meant to", "are meant to");
    let (purposes, factors): (Vec<_>, Vec<_>) =
        bundle.to.iter().cloned().partition(|(_, called)| called.kind == Kind::Purpose);
    let mut aims = Vec::new();
    if factors.iter().any(|(sign, _)| much(*sign).is_some()) {
        aims.push(format!("bring {}", amounts(&factors)));
    }
    for (sign, purpose) in purposes {
        match sign {
            Sign::Plus => aims.push(format!("serve {}", purpose.name())),
            Sign::Minus => aims.push(format!("work against {}", purpose.name())),
            Sign::Unknown | Sign::NoEffect => {}
        }
    }
    format!("{subject} {meant} {}", listed(&aims, "and"))
}

/// Tells an arrow whose sign is not known yet.
pub(crate) fn open(relation: Relation, people: bool, subject: &str, many: bool, targets: &str) -> String {
    let verb = match relation {
        Relation::Feeds => agree(many, "supplies", "supply"),
        Relation::Rewards => agree(many, "pays for", "pay for"),
        Relation::Aims => agree(many, "is meant to change", "are meant to change"),
        _ if people => agree(many, "changes things for", "change things for"),
        _ => agree(many, "changes", "change"),
    };
    format!("{subject} {verb} {targets}")
}

/// Whether the room is asked "more or less?" about an arrow of this relation without a sign.
pub(crate) const fn asks(relation: Relation) -> bool {
    matches!(relation, Relation::Affects | Relation::Rewards | Relation::Aims)
}

/// Tells an arrow of a relation without a sign.
pub(crate) fn linked(
    relation: Relation,
    kind: Kind,
    subject: &str,
    many: bool,
    targets: &str,
    several: bool,
) -> String {
    let verb = match (relation, kind) {
        (Relation::Needs, _) => "cannot work without",
        (Relation::Owns, _) => agree(many, "answers for", "answer for"),
        (Relation::In, _) => agree(many, "is part of", "are part of"),
        (Relation::Voices, _) => agree(many, "speaks for", "speak for"),
        (Relation::Builds, _) => {
            return format!("{subject} {} on what {targets} learned", agree(many, "builds", "build"));
        }
        (_, Kind::Incentive) => agree(many, "applies to", "apply to"),
        (_, Kind::Forum) if several => agree(many, "brings together", "bring together"),
        (_, Kind::Forum) => agree(many, "includes", "include"),
        (_, Kind::Voice) => agree(many, "is about", "are about"),
        (_, Kind::Purpose) => agree(many, "answers", "answer"),
        _ => agree(many, "covers", "cover"),
    };
    format!("{subject} {verb} {targets}")
}

/// Tells that an arrow does not exist: somebody looked for the effect and did not find it.
pub(crate) fn denied(relation: Relation, kind: Kind, subject: &str, many: bool, targets: &str) -> String {
    let not = agree(many, "does not", "do not");
    let verb = match (relation, kind) {
        (Relation::Affects, _) => agree(many, "makes no difference to", "make no difference to").to_owned(),
        (Relation::Needs, _) => "can work without".to_owned(),
        (Relation::Aims, _) => agree(many, "is not meant to change", "are not meant to change").to_owned(),
        (Relation::In, _) => agree(many, "is not part of", "are not part of").to_owned(),
        (Relation::Builds, _) => return format!("{subject} {not} build on what {targets} learned"),
        (Relation::Feeds, _) => format!("{not} supply"),
        (Relation::Rewards, _) => format!("{not} pay for"),
        (Relation::Owns, _) => format!("{not} answer for"),
        (Relation::Voices, _) => format!("{not} speak for"),
        (Relation::Covers, Kind::Incentive) => format!("{not} apply to"),
        (Relation::Covers, Kind::Voice) => agree(many, "is not about", "are not about").to_owned(),
        (Relation::Covers, _) => format!("{not} cover"),
    };
    format!("{subject} {verb} {targets}")
}
