use crate::graph::Owner;
use crate::record::{Fact, Judgement, Verdict};

use super::teller::Telling;
use crate::record::spoken::listed;

impl Telling<'_> {
    /// Tells a decision: "For the Service bot: go on with a guard: keep reason codes; before it was: all queues;
    /// decided by Risk."
    pub(crate) fn decided(&self, fact: &Fact) -> Option<String> {
        let Fact::Decided { about, before, verdict, after, who } = fact else { return None };
        let mut parts = vec![self.verdict(about, *verdict, after.as_deref())];
        parts.extend(before.as_ref().map(|before| format!("before it was: {before}")));
        parts.extend(who.as_ref().map(|who| format!("decided by {}", self.somebody(who))));
        Some(parts.join("; "))
    }

    fn verdict(&self, about: &str, verdict: Verdict, after: Option<&str>) -> String {
        let known = self.context.ledger.thing(about).is_some();
        let about = if known { self.call(about).name() } else { about.to_owned() };
        let verdict = match verdict {
            Verdict::WillNot if known => format!("we will not go ahead with {about}"),
            Verdict::WillNot => format!("we will not {about}"),
            verdict => format!("For {about}: {}", verdict.in_words()),
        };
        after.map_or_else(|| verdict.clone(), |after| format!("{verdict}: {after}"))
    }

    /// Tells a judgement: "It is so, says the room, about the Service bot and Customer trust."
    pub(crate) fn judged(&self, about: &[String], judgement: Judgement, reason: Option<&str>) -> String {
        let says = match judgement {
            Judgement::True => "It is so, says the room",
            Judgement::NotTrue => "It is not so, says the room",
            Judgement::Later => "Left open for now",
        };
        let names: Vec<String> = about.iter().map(|label| self.call(label).name()).collect();
        let about = if names.is_empty() { String::new() } else { format!(", about {}", listed(&names, "and")) };
        let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
        format!("{says}{about}{reason}")
    }

    /// Tells a watched factor, with its level, who sees it first and who acts: "Watched from now on: Customer trust,
    /// below 60; seen first by Contact Centre; acted on by Risk."
    pub(crate) fn watched(&self, fact: &Fact) -> Option<String> {
        let Fact::Watched { label, level, first, acts } = fact else { return None };
        let level = level.as_ref().map(|level| format!(", {level}")).unwrap_or_default();
        let mut parts = vec![format!("Watched from now on: {}{level}", self.call(label).label)];
        parts.extend(first.as_ref().map(|who| format!("seen first by {}", self.somebody(who))));
        parts.extend(acts.as_ref().map(|who| format!("acted on by {}", self.somebody(who))));
        Some(parts.join("; "))
    }

    /// Returns how the room calls a tag, a name or a unit as typed; "somebody" if the person is not to be named.
    pub(crate) fn somebody(&self, who: &str) -> String {
        (self.calls)(who).or_else(|| self.whose(who).called()).unwrap_or_else(|| "somebody".to_owned())
    }

    /// Returns the owner that a typed tag, name or unit means.
    pub(crate) fn whose(&self, who: &str) -> Owner {
        Owner::of(self.context.session, self.context.ledger, who)
    }
}
