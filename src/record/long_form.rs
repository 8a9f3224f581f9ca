//! The long form of a line: the line with everything that its step implied written out.
//!
//! A step makes a long form of a plain line, capture turns the long form into facts, and its text is saved as the words
//! that were said. So the same words give the same record, whether a step or the speaker supplied the grammar.

use std::fmt;

use super::lexicon::{Keyword, Verb, direction_word};
use super::{Direction, Hands, Kind, Outcome, Position, SessionId, Slot, Status, Verdict};

/// A line with everything written out that its step implied.
///
/// A *label* is what a thing is called. A *name* is a label as it is typed: with a sigil, an amount or attributes, and
/// in brackets if a part of it would otherwise be read as grammar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LongForm {
    /// Any line that needs no form of its own, as typed.
    Line(String),
    /// `!Service bot, Churn model`: things of one kind.
    Named {
        /// The kind of all these things.
        kind: Kind,
        /// The names, separated by commas.
        names: String,
    },
    /// `Service bot -> less typing : later`: arrows from one thing.
    Drawn {
        /// The name at which all these arrows start.
        from: String,
        /// How the arrows were typed.
        link: ArrowLink,
        /// The names at which the arrows end, one arrow each.
        to: Vec<String>,
        /// The tail after the colon, which applies to every arrow; empty when there is none.
        tail: String,
        /// The speaker's own words or a note, which follow the tail; empty when there are none.
        words: String,
    },
    /// `say @Claims: we are tired re Service bot`: a sentence that people say.
    Said {
        /// The names of the speakers of the sentence.
        who: String,
        /// The sentence, with `re` and the label that it is about, if any.
        text: String,
    },
    /// `? Sam: who owns it`: a question that nobody present can answer.
    Asked {
        /// The question.
        text: String,
    },
    /// `Letter drafter is fading`: the status of one initiative or several.
    Is {
        /// The names of the initiatives, separated by commas.
        names: String,
        /// The status.
        status: Status,
        /// The speaker's own words; empty when there are none.
        words: String,
    },
    /// `yes A -> B -> C`: a position on each arrow of a chain.
    Stanced {
        /// The position.
        position: Position,
        /// The labels along the chain; empty when the position is on the latest claim.
        along: Vec<String>,
        /// The speaker's own words; empty when there are none.
        words: String,
    },
    /// `vote Ballot: proceed 3, guard 5`: a counted vote.
    Voted {
        /// The label of the subject of the vote.
        ballot: String,
        /// The options, each with its number of hands.
        hands: Vec<Hands>,
    },
    /// `rank Ballot: A, B, C`: a ranking, first place first.
    Ranked {
        /// The label of the subject of the ranking.
        ballot: String,
        /// The ranked labels, first place first.
        order: Vec<String>,
    },
    /// `rate Item: ease 3, worth 5`: a rating from 1 to 5 on each scale.
    Rated {
        /// The label of the rated thing.
        item: String,
        /// Each scale with its rating; a single scale may have an empty name.
        values: Vec<(String, u16)>,
    },
    /// `settle #12 moved 4 dec`: the outcome of a matter that was left open.
    Settled {
        /// The session that contains the matter; `None` means this session.
        session: Option<SessionId>,
        /// The number of the event that left the matter open.
        seq: u64,
        /// The outcome.
        outcome: Outcome,
        /// The text after the outcome: a day, words, or nothing.
        rest: String,
    },
    /// `decide Service bot: guard, keep the codes; before: open to all; by: Ana`: a decision.
    Decided {
        /// The label of the thing that the decision is about.
        about: String,
        /// The verdict.
        verdict: Verdict,
        /// The text after the verdict.
        rest: String,
        /// The intention before the decision; `None` when nobody stated it.
        before: Option<String>,
        /// The person who decided; `None` when nobody was named.
        by: Option<String>,
    },
    /// `watch Overtime: above 6 hours, Claims sees it first, tom acts`: a factor to watch, its threshold and its
    /// people.
    Watched {
        /// The name of the factor.
        name: String,
        /// The threshold, who sees it first and who acts: each part as typed.
        parts: Vec<String>,
    },
    /// `saw Overtime up since June`: an observation that a factor moved.
    Observed {
        /// The name of the factor.
        name: String,
        /// The direction in which the factor moved.
        direction: Direction,
        /// The text after the direction.
        behind: String,
    },
    /// `rule Service bot never: promises a payment`: a rule of a behaviour charter.
    Ruled {
        /// The label of the initiative to which the rule applies.
        about: String,
        /// The slot of the charter which the rule fills.
        slot: Slot,
        /// The text of the rule.
        text: String,
    },
    /// `do ring them : tom due fri re Bonus`: a commitment.
    Promised(SpokenPromise),
}

/// The parts of a commitment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpokenPromise {
    /// The text of the commitment: what is to be done.
    pub text: String,
    /// The tag or the name of the person who commits.
    pub who: Option<String>,
    /// The due day, as it is typed.
    pub due: Option<String>,
    /// The name of the thing that the commitment is about, or an arrow.
    pub about: Option<String>,
    /// The quoted words or the note after the commitment.
    pub words: String,
}

impl SpokenPromise {
    /// Returns everything after the text of the commitment, as it is typed.
    pub fn rest(&self) -> String {
        let who = behind(" : ", self.who.as_deref());
        let due = behind(" due ", self.due.as_deref());
        let about = behind(" re ", self.about.as_deref());
        format!("{who}{due}{about}{}", self.words)
    }
}

/// How an arrow was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrowLink {
    /// `->`, from left to right.
    Right,
    /// `<-`: typed from effect to cause, saved from cause to effect.
    Left,
    /// A verb between the two names.
    Verb(&'static Verb),
}

impl fmt::Display for ArrowLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ArrowLink::Right => f.write_str("->"),
            ArrowLink::Left => f.write_str("<-"),
            ArrowLink::Verb(verb) => f.write_str(&verb.words.join(" ")),
        }
    }
}

impl LongForm {
    /// Whether the long form is an arrow whose end is exactly the text `said`.
    pub fn points_at(&self, said: &str) -> bool {
        self.to_string().strip_suffix(said).is_some_and(|before| before.ends_with("-> "))
    }
}

impl fmt::Display for LongForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().trim_end())
    }
}

impl LongForm {
    fn text(&self) -> String {
        match self {
            LongForm::Line(line) => line.clone(),
            LongForm::Named { kind, names } => format!("{}{names}", kind.sigil().map(String::from).unwrap_or_default()),
            LongForm::Drawn { from, link, to, tail, words } => {
                format!("{from} {link} {}", drawn_to(to, tail, words))
            }
            LongForm::Said { who, text } => format!("{} {who}: {text}", Keyword::Say.as_ref()),
            LongForm::Asked { text } => format!("? {text}"),
            LongForm::Is { names, status, words } => format!("{names} is {}{words}", status.name()),
            LongForm::Stanced { position, along, words } => {
                let along: Vec<String> = along.iter().map(|label| one_name(label)).collect();
                let target = if along.is_empty() { ".".to_owned() } else { along.join(" -> ") };
                format!("{} {target}{words}", position.as_ref())
            }
            LongForm::Voted { ballot, hands } => {
                let hands = hands.iter().map(|hands| format!("{} {}", one_name(&hands.option), hands.count));
                listed(Keyword::Vote, ballot, hands)
            }
            LongForm::Ranked { ballot, order } => {
                listed(Keyword::Rank, ballot, order.iter().map(|label| one_name(label)))
            }
            LongForm::Rated { item, values } => {
                let values = values.iter().map(|(scale, value)| format!("{scale} {value}").trim().to_owned());
                listed(Keyword::Rate, item, values)
            }
            LongForm::Settled { session, seq, outcome, rest } => {
                let session = session.as_deref().unwrap_or_default();
                format!("{} {session}#{seq} {} {rest}", Keyword::Settle.as_ref(), outcome.name())
            }
            LongForm::Decided { about, verdict, rest, before, by } => {
                let rest = if rest.is_empty() || rest.starts_with(';') { rest.clone() } else { format!(", {rest}") };
                let before = behind(BEFORE, before.as_deref());
                let by = behind(BY, by.as_deref());
                format!("{} {}: {}{rest}{before}{by}", Keyword::Decide.as_ref(), one_name(about), verdict.name())
            }
            LongForm::Watched { name, parts } => {
                format!("{} {name}: {}", Keyword::Watch.as_ref(), parts.join(", "))
            }
            LongForm::Observed { name, direction, behind } => {
                format!("{} {name} {} {behind}", Keyword::Saw.as_ref(), direction_word(*direction))
            }
            LongForm::Ruled { about, slot, text } => {
                format!("{} {} {}: {text}", Keyword::Rule.as_ref(), one_name(about), slot.name())
            }
            LongForm::Promised(promise) => format!("{} {}{}", Keyword::Do.as_ref(), promise.text, promise.rest()),
        }
    }
}

/// The text that leads from a verdict to the situation before the decision.
pub const BEFORE: &str = "; before: ";

/// The text that leads from a verdict to the people who decided.
pub const BY: &str = "; by: ";

/// Returns the attributes of an arrow or a thing, with the colon that leads to them; empty when there are none.
pub fn in_tail(tail: &str) -> String {
    behind(" : ", Some(tail))
}

/// Returns the text of arrows after their link: the names at their ends, the attributes, and the speaker's own words.
pub fn drawn_to(to: &[String], tail: &str, words: &str) -> String {
    format!("{}{}{words}", to.join(", "), in_tail(tail))
}

/// Returns a part of a line with the text `lead` before it; empty when there is no such part.
fn behind(lead: &str, part: Option<&str>) -> String {
    part.filter(|part| !part.is_empty()).map(|part| format!("{lead}{part}")).unwrap_or_default()
}

fn listed(keyword: Keyword, label: &str, parts: impl Iterator<Item = String>) -> String {
    format!("{} {}: {}", keyword.as_ref(), one_name(label), parts.collect::<Vec<_>>().join(", "))
}

/// Writes a label as one name of the grammar, in brackets if necessary.
pub fn one_name(label: &str) -> String {
    let simple = |c: char| c.is_alphanumeric() || c == ' ';
    if label.chars().all(simple) && label.split_whitespace().count() <= 3 {
        return label.to_owned();
    }
    format!("[{}]", label.replace(['[', ']'], " "))
}
