use crate::graph::Ledger;
use crate::record::{Attribute, Event, Fact, Kind, Session};

/// The thing of one kind that was mentioned last, by the label used for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Last(Option<LastMention>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct LastMention {
    label: String,
    /// Whether the line named it as a thing of that kind; its kind may have changed since.
    named: bool,
}

impl Last {
    /// Searches a session from its end.
    pub(super) fn of(kind: Kind, session: &Session, ledger: &Ledger) -> Self {
        let standing = session.events().iter().rev().filter(|event| session.stands(event.seq));
        Self(standing.filter_map(|event| mentioned(kind, event, ledger)).take(1).last())
    }

    /// Adds the last event.
    pub(super) fn hear(&mut self, kind: Kind, event: &Event, ledger: &Ledger) {
        if let Some(mention) = mentioned(kind, event, ledger) {
            self.0 = Some(mention);
        }
    }

    /// Whether a fact may change earlier mentions: it merges names, separates them, or gives a thing another kind. A
    /// name that gets its first kind is mentioned by that fact.
    pub(super) const fn may_turn(fact: &Fact) -> bool {
        matches!(
            fact,
            Fact::Merged { .. }
                | Fact::Unmerged { .. }
                | Fact::Renamed { .. }
                | Fact::Set { attribute: Attribute::Kind(_), .. }
        )
    }

    /// Returns the label.
    pub(super) fn label(&self, kind: Kind, session: &Session, ledger: &Ledger) -> Option<String> {
        let mention = self.0.as_ref()?;
        if mention.named || is(kind, &mention.label, ledger) {
            return Some(mention.label.clone());
        }
        // The thing has another kind, said first in another session, so an earlier mention counts.
        Self::of(kind, session, ledger).0.map(|mention| mention.label)
    }
}

fn mentioned(kind: Kind, event: &Event, ledger: &Ledger) -> Option<LastMention> {
    event.facts.iter().rev().find_map(|fact| match fact {
        Fact::Named { label, kind: named } if *named == kind => Some(LastMention { label: label.clone(), named: true }),
        Fact::Claimed(claim) => {
            let label = [&claim.to, &claim.from].into_iter().find(|label| is(kind, label, ledger))?;
            Some(LastMention { label: label.clone(), named: false })
        }
        _ => None,
    })
}

fn is(kind: Kind, label: &str, ledger: &Ledger) -> bool {
    ledger.thing(label).is_some_and(|thing| thing.kind == kind)
}
