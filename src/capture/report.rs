use jiff::civil::Date;
use serde::Serialize;

use crate::record::{Claim, Delay, Fact, Hands, Kind, SeatTag, Sign, Verdict};

use super::{Form, Reading};

/// A reading for other programs: one JSON object for each line of input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadingReport {
    /// The form of the line: `edge`, `say`, `scrap` ...
    #[serde(rename = "type")]
    pub form: &'static str,
    /// The tag of whoever spoke, as it is typed.
    pub speaker: Option<SeatTag>,
    /// The arrows the line draws.
    pub claims: Vec<ReportedClaim>,
    /// The sentence that is read back for the line.
    pub says: String,
    /// Whose promise it is, or who decides, as the line names them.
    pub who: Option<String>,
    /// The day of a promise.
    pub due: Option<Date>,
    /// The text of a promise, a decision, a question, a remark.
    pub text: Option<String>,
    /// The verdict of a decision.
    pub verdict: Option<&'static str>,
    /// The hands counted: for proceed, guard, wait, stop and will not, else for each option in the order of the step.
    pub counts: Option<Vec<u16>>,
    /// The reasons of all doubts, joined by `; `; `None` if there is no doubt.
    pub amber: Option<String>,
    /// Why the line is a scrap; `None` if it is not one.
    pub why: Option<String>,
    /// Why the line was read so, a reason for each part of it; `None` unless somebody asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<Vec<String>>,
    /// The readings that are offered for a line that stays text, the likeliest first.
    pub offers: Vec<ReadingReport>,
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

/// What a report says beside the reading itself.
pub trait ReportTerms {
    /// Returns the sentence that is read back for a reading.
    fn says(&self, reading: &Reading) -> String;

    /// Returns a person as the line names them, for the tag or name in a fact.
    fn called(&self, who: &str) -> String;

    /// Returns the tag that is typed for a seat.
    fn typed(&self, seat: &SeatTag) -> SeatTag;

    /// Returns the day from which spans of time count.
    fn day(&self) -> Date;

    /// Whether the reasons of a reading are told as well.
    fn explains(&self) -> bool;
}

impl ReadingReport {
    /// Returns the report of a reading.
    pub fn of(reading: &Reading, terms: &dyn ReportTerms) -> Self {
        let claims = reading.facts.iter().filter_map(|fact| match fact {
            Fact::Claimed(claim) => Some(reported(claim, reading)),
            _ => None,
        });
        let amber: Vec<_> = reading.amber.iter().map(|amber| amber.why.as_str()).collect();
        Self {
            form: if reading.form == Form::Vote { HANDS } else { reading.form.name() },
            speaker: reading.speaker.as_ref().map(|seat| terms.typed(seat)),
            claims: claims.collect(),
            says: terms.says(reading),
            who: who(reading, terms),
            due: reading.facts.iter().find_map(|fact| due(fact, terms.day())),
            text: reading.facts.iter().find_map(text).map(str::to_owned),
            verdict: reading.facts.iter().find_map(verdict).map(Verdict::name),
            counts: reading.facts.iter().find_map(counts),
            amber: (!amber.is_empty()).then(|| amber.join("; ")),
            why: reading.why.clone(),
            because: terms.explains().then(|| reading.because.clone()),
            offers: reading.offers.iter().map(|offered| Self::of(offered, terms)).collect(),
        }
    }
}

/// How a count of hands, dots or ballots is called in a report.
const HANDS: &str = "hands";

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

/// Returns the owners of the promises of a line, or who decides, joined by commas.
fn who(reading: &Reading, terms: &dyn ReportTerms) -> Option<String> {
    let owner = |fact: &Fact| match fact {
        Fact::Committed { who, .. } | Fact::Decided { who, .. } => who.as_deref().map(|who| terms.called(who)),
        _ => None,
    };
    let owners: Vec<String> = reading.facts.iter().filter_map(owner).collect();
    (!owners.is_empty()).then(|| owners.join(", "))
}

fn due(fact: &Fact, day: Date) -> Option<Date> {
    match fact {
        Fact::Committed { due, .. } | Fact::Settled { due, .. } => due.map(|due| due.day(day)),
        _ => None,
    }
}

fn text(fact: &Fact) -> Option<&str> {
    match fact {
        Fact::Committed { text, .. }
        | Fact::Answered { text }
        | Fact::Asked { text }
        | Fact::Parked { text }
        | Fact::Ruled { text, .. } => Some(text),
        Fact::Decided { after, .. } => after.as_deref(),
        Fact::Observed { words, .. } | Fact::Settled { words, .. } | Fact::Set { words, .. } => words.as_deref(),
        Fact::Stanced(stance) => stance.words.as_deref(),
        _ => None,
    }
}

fn verdict(fact: &Fact) -> Option<Verdict> {
    match fact {
        Fact::Decided { verdict, .. } => Some(*verdict),
        _ => None,
    }
}

fn counts(fact: &Fact) -> Option<Vec<u16>> {
    let Fact::Voted { hands, .. } = fact else { return None };
    let for_verdict = |verdict: Verdict| hands.iter().find(|hands| hands.option.eq_ignore_ascii_case(verdict.name()));
    let is_verdict =
        |hands: &Hands| Verdict::ALL.iter().any(|verdict| hands.option.eq_ignore_ascii_case(verdict.name()));
    if hands.iter().all(is_verdict) {
        let last = Verdict::ALL.iter().rposition(|verdict| for_verdict(*verdict).is_some())?;
        let counted = Verdict::ALL.iter().take(last + 1);
        return Some(counted.map(|verdict| for_verdict(*verdict).map_or(0, |hands| hands.count)).collect());
    }
    Some(hands.iter().map(|hands| hands.count).collect())
}
