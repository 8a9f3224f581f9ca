//! The long form of a line: everything it says, also what only the step said in which it was typed.
//!
//! A step makes it of a plain line, capture turns it into facts, and its text is what is saved as said: the same record
//! comes of the same words however they were typed.

use std::fmt;

use super::lexicon::{Keyword, Verb, direction_word, position_word};
use super::{Direction, Hands, Kind, Outcome, Position, SessionId, Slot, Status, Verdict};

/// What a line says in full.
///
/// A *label* is what something is called. A *name* is a label as it is typed: with a sigil, an amount or attributes, and
/// in brackets where something in it would be read as grammar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LongForm {
    /// A line of the grammar like any other.
    Line(String),
    /// `!Service bot, Churn model`: things of one kind.
    Named {
        /// What sort of things they are.
        kind: Kind,
        /// Their names, with commas between them.
        names: String,
    },
    /// `Service bot -> less typing : later`: arrows from one thing.
    Drawn {
        /// The name they start at.
        from: String,
        /// How they were typed.
        link: ArrowLink,
        /// The names they lead to.
        to: Vec<String>,
        /// What is said of all of them, behind the colon; empty for nothing.
        tail: String,
        /// Their own words or a note, behind the tail.
        words: String,
    },
    /// `say @Claims: we are tired re Service bot`: something people say.
    Said {
        /// The names of those who say it.
        who: String,
        /// What they say, and what it is about.
        text: String,
    },
    /// `? Sam: who owns it`: a question nobody here can answer.
    Asked {
        /// The question.
        text: String,
    },
    /// `Letter drafter is fading`: how far along something is.
    Is {
        /// The names of what it is said of.
        names: String,
        /// How far along it is.
        status: Status,
        /// Their own words.
        words: String,
    },
    /// `yes A -> B -> C`: where somebody stands on arrows that lead on from one to the next.
    Stanced {
        /// Yes, no or unsure.
        position: Position,
        /// The labels along the arrows; empty for what was claimed last.
        along: Vec<String>,
        /// Their own words.
        words: String,
    },
    /// `vote Ballot: proceed 3, guard 5`: hands, counted.
    Voted {
        /// The label of what was voted about.
        ballot: String,
        /// The options and how many hands each had.
        hands: Vec<Hands>,
    },
    /// `rank Ballot: A, B, C`: the first place first.
    Ranked {
        /// The label of what was ordered.
        ballot: String,
        /// The labels, in their order.
        order: Vec<String>,
    },
    /// `rate Item: ease 3, worth 5`: one to five.
    Rated {
        /// The label of what was rated.
        item: String,
        /// Each scale with its number; a scale without a name is the only one.
        values: Vec<(String, u16)>,
    },
    /// `settle #12 moved 4 dec`: what became of something that was left open.
    Settled {
        /// The session it was said in, when that is another one.
        session: Option<SessionId>,
        /// The event it was said in.
        seq: u64,
        /// What became of it.
        outcome: Outcome,
        /// A day or words.
        rest: String,
    },
    /// `decide Service bot: guard, keep the codes; before: open to all; by: Ana`: what was decided.
    Decided {
        /// The label of what it is about.
        about: String,
        /// The verdict.
        verdict: Verdict,
        /// What was said behind the verdict.
        rest: String,
        /// What was so before.
        before: Option<String>,
        /// Who decided.
        by: Option<String>,
    },
    /// `watch Overtime: above 6 hours, Claims sees it first, tom acts`: from which level on, who sees it, who acts.
    Watched {
        /// The name of what is watched.
        name: String,
        /// The level and the people, each as it is said.
        parts: Vec<String>,
    },
    /// `saw Overtime up since June`: something seen to move.
    Observed {
        /// The name of what moved.
        name: String,
        /// The direction it took.
        direction: Direction,
        /// What was said behind it.
        behind: String,
    },
    /// `rule Service bot never: promises a payment`: a rule of a charter.
    Ruled {
        /// The label of the change.
        about: String,
        /// Which rule.
        slot: Slot,
        /// The rule.
        text: String,
    },
    /// `do ring them : tom due fri re Bonus`: who does what by when.
    Promised {
        /// What is done.
        text: String,
        /// Who does it.
        who: Option<String>,
        /// By which day, as it is typed.
        due: Option<String>,
        /// The name of what it is about, or an arrow.
        about: Option<String>,
        /// Their own words or a note.
        words: String,
    },
}

/// How an arrow was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrowLink {
    /// `->`.
    Right,
    /// `<-`: said backwards, saved forwards.
    Left,
    /// A verb.
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
    /// Whether it draws an arrow to what was said, word for word.
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
                format!("{from} {link} {}{}{words}", to.join(", "), behind(" : ", Some(tail)))
            }
            LongForm::Said { who, text } => format!("{} {who}: {text}", Keyword::Say.as_ref()),
            LongForm::Asked { text } => format!("? {text}"),
            LongForm::Is { names, status, words } => format!("{names} is {}{words}", status.name()),
            LongForm::Stanced { position, along, words } => {
                let along: Vec<String> = along.iter().map(|label| one_name(label)).collect();
                let target = if along.is_empty() { ".".to_owned() } else { along.join(" -> ") };
                format!("{} {target}{words}", position_word(*position))
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
                let before = behind("; before: ", before.as_ref());
                let by = behind("; by: ", by.as_ref());
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
            LongForm::Promised { text, who, due, about, words } => {
                let who = behind(" : ", who.as_ref());
                let due = behind(" due ", due.as_ref());
                let about = behind(" re ", about.as_ref());
                format!("{} {text}{who}{due}{about}{words}", Keyword::Do.as_ref())
            }
        }
    }
}

/// A part of a line with what leads to it; nothing where there is none.
fn behind(lead: &str, part: Option<&String>) -> String {
    part.filter(|part| !part.is_empty()).map(|part| format!("{lead}{part}")).unwrap_or_default()
}

fn listed(keyword: Keyword, label: &str, parts: impl Iterator<Item = String>) -> String {
    format!("{} {}: {}", keyword.as_ref(), one_name(label), parts.collect::<Vec<_>>().join(", "))
}

/// A label as one name, whatever it holds.
pub fn one_name(label: &str) -> String {
    let simple = |c: char| c.is_alphanumeric() || c == ' ';
    if label.chars().all(simple) && label.split_whitespace().count() <= 3 {
        return label.to_owned();
    }
    format!("[{}]", label.replace(['[', ']'], " "))
}
