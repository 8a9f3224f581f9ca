use serde::Serialize;

use crate::record::{Claim, Delay, Fact, Kind, SeatTag, Sign};

use super::Reading;

/// A reading for other programs: one JSON object for each line of input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadingReport {
    /// The form of the line: `edge`, `say`, `scrap` ...
    #[serde(rename = "type")]
    pub form: &'static str,
    /// The tag of whoever spoke.
    pub speaker: Option<SeatTag>,
    /// The arrows the line draws.
    pub claims: Vec<ReportedClaim>,
    /// The sentence that is read back for the line.
    pub says: String,
    /// The reasons of all doubts, joined by `; `; `None` if there is no doubt.
    pub amber: Option<String>,
    /// Why the line is a scrap; `None` if it is not one.
    pub why: Option<String>,
}

/// One arrow of a reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportedClaim {
    /// The label of its start: that of the known thing, else as typed.
    pub from: String,
    /// The kind of its start.
    pub from_kind: &'static str,
    /// The label of its end.
    pub to: String,
    /// The kind of its end.
    pub to_kind: &'static str,
    /// The relation of the arrow.
    pub kind: &'static str,
    /// `+`, `-`, `?` or `=`; `None` for a relation without a sign.
    pub sign: Option<char>,
    /// The strength, from 1 to 3.
    pub strength: u8,
    /// The days until the effect shows; `None` if nobody said.
    pub delay_days: Option<u32>,
    /// The basis: seen, told or guess.
    pub basis: &'static str,
    /// The speaker's own words.
    pub words: Option<String>,
}

impl ReadingReport {
    /// Returns the report of a reading; `says` is the sentence that is read back for it.
    pub fn of(reading: &Reading, says: String) -> Self {
        let claims = reading.facts.iter().filter_map(|fact| match fact {
            Fact::Claimed(claim) => Some(reported(claim, reading)),
            _ => None,
        });
        let amber: Vec<_> = reading.amber.iter().map(|amber| amber.why.as_str()).collect();
        Self {
            form: reading.form.name(),
            speaker: reading.speaker.clone(),
            claims: claims.collect(),
            says,
            amber: (!amber.is_empty()).then(|| amber.join("; ")),
            why: reading.why.clone(),
        }
    }
}

fn reported(claim: &Claim, reading: &Reading) -> ReportedClaim {
    let thing = |typed: &str| {
        let mention = reading.mentions.iter().find(|mention| mention.typed.iter().any(|label| label == typed));
        mention.map_or((typed.to_owned(), Kind::Unknown.name()), |mention| (mention.label.clone(), mention.kind.name()))
    };
    let ((from, from_kind), (to, to_kind)) = (thing(&claim.from), thing(&claim.to));
    ReportedClaim {
        from,
        from_kind,
        to,
        to_kind,
        kind: claim.kind.name(),
        sign: claim.kind.carries_sign().then(|| Sign::mark(claim.sign)),
        strength: claim.strength.marks(),
        delay_days: claim.delay.map(Delay::days),
        basis: claim.basis.name(),
        words: claim.words.clone(),
    }
}
