//! Predictions: effects that were said to show by a day, and whether they were seen since.

use jiff::SignedDuration;
use jiff::civil::Date;
use strum::IntoStaticStr;

use crate::capture::claim_in_words;
use crate::exercise::WORTH_A_LOOK;
use crate::graph::{Key, Ledger};
use crate::record::day::after;
use crate::record::{
    Basis, Claim, Delay, Direction, Event, Exposure, Fact, Position, Relation, Session, SessionId, Sign, Stance,
};

/// The result of a prediction, as a later session reported it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Came {
    /// The effect was seen as predicted.
    Seen,
    /// The effect was not seen: nothing moved, or it moved in the opposite direction.
    NotSeen,
    /// The room said that it is too early to tell.
    TooEarly,
    /// The room said that nobody can tell.
    CannotTell,
}

impl Came {
    /// Returns the name of the result, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// An effect that was said to show by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prediction {
    /// The session in which the prediction was said.
    pub session: SessionId,
    /// The number of the event that says it.
    pub seq: u64,
    /// The time within the session at which it was said, without interruptions.
    pub at: SignedDuration,
    /// The day on which it was said.
    pub said: Date,
    /// The day by which the effect was predicted to show.
    pub due: Date,
    /// The label of the cause.
    pub from: String,
    /// The label of the effect, which was predicted to move.
    pub to: String,
    /// How the speaker knew: seen, told or guess. A view that was imagined for an absent person is a guess.
    pub basis: Basis,
    /// The prediction as a sentence, which does not name the speaker.
    pub says: String,
    /// The speaker's own words; `None` if there are none.
    pub quote: Option<String>,
    /// The latest reported result; `None` if none was reported.
    pub came: Option<Came>,
    relation: Relation,
    sign: Sign,
    /// In which direction the cause was last seen to move since; `None`, if nobody saw it move, counts as upwards.
    cause: Option<Direction>,
    /// In which direction the effect was last seen to move since; `None` if nobody saw it move.
    effect: Option<Direction>,
}

impl Prediction {
    /// Compares the effect with the prediction; `None` if nobody saw the effect move. If the cause went down, the
    /// effect has to move in the opposite direction.
    fn seen(&self) -> Option<Came> {
        let as_said = matches!(
            (self.cause == Some(Direction::Down), self.sign, self.effect?),
            (false, Sign::Plus, Direction::Up)
                | (false, Sign::Minus, Direction::Down)
                | (true, Sign::Plus, Direction::Down)
                | (true, Sign::Minus, Direction::Up)
        );
        Some(if as_said { Came::Seen } else { Came::NotSeen })
    }

    /// Whether the day has come by which the effect was to show, and nobody has said whether it did.
    pub fn is_due(&self, today: Date) -> bool {
        self.due <= today && !matches!(self.came, Some(Came::Seen | Came::NotSeen))
    }
}

/// Returns every effect that was said with a delay worth waiting for, each once as last said, the earliest due first.
///
/// Expects sessions in the order in which they were opened; private events are left out.
pub fn predictions(sessions: &[Session], ledger: &Ledger) -> Vec<Prediction> {
    let mut found: Vec<Prediction> = Vec::new();
    for session in sessions {
        for event in session.live().filter(|event| event.exposure != Exposure::Private) {
            for prediction in &mut found {
                hear(prediction, session, event, ledger);
            }
            for claim in event.facts.iter().filter_map(|fact| predicted(fact)) {
                let Some(new) = prediction(session, event, claim, ledger) else { continue };
                found.retain(|known| !same(ledger, known, &claim.from, &claim.to, claim.kind));
                found.push(new);
            }
        }
    }
    found.sort_by(|one, other| (one.due, &one.says).cmp(&(other.due, &other.says)));
    found
}

fn predicted(fact: &Fact) -> Option<&Claim> {
    let Fact::Claimed(claim) = fact else { return None };
    let carries = matches!(claim.kind, Relation::Affects | Relation::Feeds | Relation::Rewards);
    let takes_time = claim.delay.is_some_and(|delay| delay.days() >= WORTH_A_LOOK);
    let signed = matches!(claim.sign, Sign::Plus | Sign::Minus);
    // A file of another tool foresees nothing: nobody said it.
    (carries && takes_time && signed && claim.basis != Basis::Imported).then_some(claim)
}

fn prediction(session: &Session, event: &Event, claim: &Claim, ledger: &Ledger) -> Option<Prediction> {
    let said = session.day_at(event.at);
    let due = after(said, claim.delay.map(Delay::days)?);
    let label = |label: &str| ledger.thing(label).map_or_else(|| label.to_owned(), |known| known.label.to_owned());
    Some(Prediction {
        session: session.header().id.clone(),
        seq: event.seq,
        at: session.time_within(event.at),
        said,
        due,
        from: label(&claim.from),
        to: label(&claim.to),
        basis: if claim.imagined { Basis::Guess } else { claim.basis },
        says: claim_in_words(claim, ledger),
        quote: claim.words.clone(),
        came: None,
        relation: claim.kind,
        sign: claim.sign,
        cause: None,
        effect: None,
    })
}

/// Applies what a later session reports about a prediction. Events of the session that made it are ignored.
fn hear(prediction: &mut Prediction, session: &Session, event: &Event, ledger: &Ledger) {
    if session.header().id == prediction.session {
        return;
    }
    let over = session.day_at(event.at) >= prediction.due;
    for fact in &event.facts {
        let came = match fact {
            Fact::Observed { label, direction, .. } if is(ledger, label, &prediction.to) => {
                prediction.effect = Some(*direction);
                prediction.seen()
            }
            Fact::Observed { label, direction, .. } if is(ledger, label, &prediction.from) => {
                prediction.cause = Some(*direction);
                prediction.seen()
            }
            Fact::Claimed(claim) if same(ledger, prediction, &claim.from, &claim.to, claim.kind) => {
                of_claim(prediction, claim)
            }
            Fact::Stanced(stance) if same(ledger, prediction, &stance.from, &stance.to, stance.kind) => {
                Some(of_stance(stance))
            }
            Fact::Answered { text } => of_text(prediction, text),
            _ => None,
        };
        // A result from before the day it is due counts only if the effect was seen.
        prediction.came = came.filter(|came| over || *came == Came::Seen).or(prediction.came);
    }
}

fn of_claim(prediction: &Prediction, claim: &Claim) -> Option<Came> {
    match claim.sign {
        _ if claim.basis == Basis::Imported => None,
        Sign::NoEffect => Some(Came::NotSeen),
        sign if claim.basis == Basis::Seen => Some(if sign == prediction.sign { Came::Seen } else { Came::NotSeen }),
        _ => None,
    }
}

const fn of_stance(stance: &Stance) -> Came {
    match stance.position {
        Position::Yes => Came::Seen,
        Position::No => Came::NotSeen,
        Position::Unsure => Came::CannotTell,
    }
}

/// Reads the result from free text, as the exercise `look` records an answer that is neither a move nor a position:
/// "Letter drafter → less Reply time: too early".
fn of_text(prediction: &Prediction, text: &str) -> Option<Came> {
    let (about, rest) = text.split_once(": ")?;
    let (from, to) = about.split_once(" → ")?;
    let to = to.strip_prefix("more ").or_else(|| to.strip_prefix("less ")).unwrap_or(to);
    if Key::of(from) != Key::of(&prediction.from) || Key::of(to) != Key::of(&prediction.to) {
        return None;
    }
    let rest = rest.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| rest.contains(word));
    if says(&["too early", "too soon", "not yet"]) {
        Some(Came::TooEarly)
    } else if says(&["cannot tell", "can't tell", "cannot say", "can't say", "unclear", "do not know", "don't know"]) {
        Some(Came::CannotTell)
    } else {
        None
    }
}

fn same(ledger: &Ledger, prediction: &Prediction, from: &str, to: &str, relation: Relation) -> bool {
    prediction.relation == relation && is(ledger, from, &prediction.from) && is(ledger, to, &prediction.to)
}

/// Whether two labels are names of one thing.
pub(super) fn is(ledger: &Ledger, one: &str, other: &str) -> bool {
    let key = |label: &str| ledger.key_of(label).cloned().or_else(|| Key::of(label));
    key(one).is_some_and(|one| Some(one) == key(other))
}
