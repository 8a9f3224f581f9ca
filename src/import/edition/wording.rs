use super::part::{Edition, EditionPart};
use crate::record::spoken::after;
use crate::record::{Attribute, Claim, Fact, Relation, Sign, Want};

impl EditionPart {
    /// Returns what the part is about in a few words: the label of its first thing, else its first arrow.
    pub fn title(&self) -> String {
        let named = |fact: &Fact| if let Fact::Named { label, .. } = fact { Some(label.clone()) } else { None };
        let drawn = |fact: &Fact| if let Fact::Claimed(claim) = fact { Some(arrow(claim)) } else { None };
        let found = self.facts.iter().find_map(named).or_else(|| self.facts.iter().find_map(drawn));
        found.unwrap_or_else(|| self.key.clone())
    }
}

impl Edition {
    /// Returns what is stated otherwise in a changed part than before, a few words each: `status live, before pilot`.
    pub fn differences(&self, part: &EditionPart) -> Vec<String> {
        let before = self.read_now(&part.before);
        let mut gone: Vec<&Fact> = before.iter().filter(|fact| !part.facts.contains(fact)).collect();
        let mut told: Vec<String> = part.renamed.iter().filter_map(called_before).collect();
        for fact in part.facts.iter().filter(|fact| !before.contains(fact)) {
            let other = gone.iter().position(|gone| are_one_statement(gone, fact));
            match other.map(|place| gone.remove(place)) {
                Some(before) => told.extend(against(before, fact)),
                None => told.push(format!("now {}", stated(fact))),
            }
        }
        told.extend(gone.into_iter().map(|fact| format!("no longer {}", stated(fact))));
        told
    }
}

fn called_before(fact: &Fact) -> Option<String> {
    match fact {
        Fact::Renamed { from, .. } => Some(format!("was called {from}")),
        _ => None,
    }
}

/// Whether the second fact stands in place of the first: of both, only one can hold.
fn are_one_statement(before: &Fact, now: &Fact) -> bool {
    match (before, now) {
        (Fact::Named { .. }, Fact::Named { .. }) => true,
        (Fact::Described { label, .. }, Fact::Described { label: other, .. }) => label == other,
        (Fact::Set { label, attribute, .. }, Fact::Set { label: other, attribute: now, .. }) => {
            label == other && std::mem::discriminant(attribute) == std::mem::discriminant(now)
        }
        (Fact::Claimed(before), Fact::Claimed(now)) => {
            (&before.from, &before.to, before.kind) == (&now.from, &now.to, now.kind)
        }
        _ => false,
    }
}

/// Returns what a fact states otherwise than the one in whose place it stands, in a few words.
fn against(before: &Fact, now: &Fact) -> Vec<String> {
    match (before, now) {
        (Fact::Claimed(before), Fact::Claimed(now)) => {
            let whose = format!("{} to {}", now.from, now.to);
            let pairs = [
                (sign(before.sign).to_owned(), sign(now.sign).to_owned()),
                (strength(before), strength(now)),
                (delay(before), delay(now)),
                (note(before), note(now)),
            ];
            let others = pairs.into_iter().filter(|(before, now)| before != now);
            others.map(|(before, now)| format!("{whose}: {now}, before {before}")).collect()
        }
        (Fact::Named { label, kind }, Fact::Named { label: now, kind: kind_now }) if label == now => {
            vec![format!("a {}, before a {}", kind_now.word(), kind.word())]
        }
        _ => vec![format!("{}, before {}", stated(now), value(before))],
    }
}

const fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::Plus => "more",
        Sign::Minus => "less",
        Sign::Unknown => "open whether more or less",
        Sign::NoEffect => "no effect",
    }
}

fn strength(claim: &Claim) -> String {
    format!("{} of 3 strong", claim.strength.marks())
}

fn delay(claim: &Claim) -> String {
    claim.delay.map_or_else(|| "no delay said".to_owned(), |delay| after(delay).into_owned())
}

fn note(claim: &Claim) -> String {
    claim.note.as_deref().map_or_else(|| "no note".to_owned(), |note| format!("\u{201c}{note}\u{201d}"))
}

/// Returns what a fact states, in a few words: `status live`, `Triage needs Claims history`.
pub(super) fn stated(fact: &Fact) -> String {
    match fact {
        Fact::Named { label, kind } => format!("{label}, a {}", kind.word()),
        Fact::Set { attribute: Attribute::Status(_), .. } => format!("status {}", value(fact)),
        Fact::Described { .. } => format!("the words {}", value(fact)),
        Fact::Merged { drop, .. } => format!("also called {drop}"),
        fact => value(fact),
    }
}

/// Returns the value that a fact states, in a few words: `live`.
fn value(fact: &Fact) -> String {
    match fact {
        Fact::Named { label, kind } => format!("{label}, a {}", kind.word()),
        Fact::Set { attribute, .. } => match attribute {
            Attribute::Status(status) => status.name().to_owned(),
            Attribute::Want(Want::Up) => "more of it is better".to_owned(),
            Attribute::Want(Want::Down) => "less of it is better".to_owned(),
            Attribute::Want(Want::Steady) => "it should stay where it is".to_owned(),
            Attribute::Scarce => "scarce".to_owned(),
            Attribute::Outside => "outside".to_owned(),
            Attribute::Started(day) => format!("from {day}"),
            Attribute::Kind(kind) => format!("a {}", kind.word()),
        },
        Fact::Described { words, .. } => format!("\u{201c}{words}\u{201d}"),
        Fact::Merged { drop, .. } => drop.clone(),
        Fact::Claimed(claim) => arrow(claim),
        _ => String::new(),
    }
}

/// Returns an arrow in a few words: `Triage -> less Handle time`, `Triage needs Claims history`.
fn arrow(claim: &Claim) -> String {
    let more_or_less = match claim.sign {
        Sign::Plus => "more ",
        Sign::Minus => "less ",
        Sign::Unknown | Sign::NoEffect => "",
    };
    let relation = if claim.kind == Relation::Affects { "->" } else { claim.kind.name() };
    format!("{} {relation} {more_or_less}{}", claim.from, claim.to)
}
