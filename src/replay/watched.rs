//! Watched levels that were crossed: by what, when, and who said they would act.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::graph::{Ledger, Owner, Watch};
use crate::record::english::Agreement;
use crate::record::{Kind, Session};

/// A watched level that was crossed, and of which nobody has said what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrossedWatch {
    /// The label of the thing.
    pub label: String,
    /// The level, and what crossed it.
    pub watch: Watch,
    /// Who said they would act, as everybody may read it: a name they asked for, else a unit; `None` when nobody did.
    pub who: Option<String>,
    /// The crossing in one sentence: "Quality index is at 62: below 70, and Risk said they would act."
    pub says: String,
}

/// Returns every watched level that was crossed, the latest crossing first. Who acts is named as the session in which it
/// was said allows; the unit alone where that session is not among `sessions`.
pub fn crossed(sessions: &[&Session], ledger: &Ledger) -> Vec<CrossedWatch> {
    let mut found: Vec<CrossedWatch> = ledger
        .crossed_watches()
        .into_iter()
        .map(|(label, watch)| {
            let session = sessions.iter().copied().find(|session| session.header().id == watch.session);
            let acts = watch.acts.as_deref();
            let owner = acts.zip(session).and_then(|(who, session)| Owner::of(session, ledger, who).called());
            let who = acts.map(|_| owner.or_else(|| watch.unit.clone()).unwrap_or_else(|| "somebody".to_owned()));
            let kind = ledger.thing(label).map_or(Kind::Factor, |known| known.kind);
            let says = says(label, kind, &watch, who.as_deref());
            CrossedWatch { label: label.to_owned(), watch, who, says }
        })
        .collect();
    found.sort_by_key(|crossed| std::cmp::Reverse(crossed.watch.crossed.as_ref().map(|value| value.time)));
    found
}

fn says(label: &str, kind: Kind, watch: &Watch, who: Option<&str>) -> String {
    let level = watch.level.as_deref().unwrap_or_default();
    let agreement = Agreement::of(label, kind);
    let day = |day: Date| day.strftime("%-d %B").to_string();
    let who = who.map(|who| format!(", and {who} said they would act")).unwrap_or_default();
    let waits = if watch.waits { "; not yet acted upon" } else { "" };
    match (&watch.latest, &watch.crossed) {
        (Some((latest, true)), _) => {
            format!("{} at {}: {level}{who}{waits}.", agreement.with(label, "is"), latest.value)
        }
        (Some((latest, false)), Some(crossed)) => {
            let was = agreement.pick("was", "were");
            format!(
                "{label} {was} at {} on {}: {level}{who}{waits}; {} at {} now.",
                crossed.value,
                day(crossed.day),
                agreement.with(agreement.it(), "is"),
                latest.value
            )
        }
        _ => format!("{label}: {level}{who}{waits}."),
    }
}

impl CrossedWatch {
    /// Returns the crossing as JSON.
    pub fn json(&self) -> Value {
        let value = self.watch.crossed.as_ref();
        json!({
            "thing": self.label,
            "level": self.watch.level,
            "value": value.map(|value| value.value.as_str()),
            "day": value.map(|value| value.day.to_string()),
            "seen_in": value.map(|value| value.session.as_str()),
            "who": self.who,
            "waits": self.watch.waits,
            "session": self.watch.session,
            "seq": self.watch.seq,
            "says": self.says,
        })
    }
}
