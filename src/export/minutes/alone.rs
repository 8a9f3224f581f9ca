use std::fmt::Write;

use super::notes::Notes;
use super::{carry, commitments, watched};
use crate::exercise::{Blanks, Catalogue, fill};
use crate::export::markdown::{foreign, list};
use crate::graph::Ledger;
use crate::record::spoken::{after, day_in_words};
use crate::record::{Claim, Fact, Relation, Session, Sign};

/// The maximum number of effects to watch, when nobody has said what is watched.
const WATCHED: usize = 5;

/// What is sent when no step of the walk has a message of its own.
const MESSAGE: &str = "{hello|Hello},\n\nI have been thinking about {focus|a change that we are making}, and would like to \
    ask you something that only your side can answer. I expect {effects|changes that I cannot see from here}.\n\nWhat would \
    you notice first, and where am I wrong?\n\nTwo lines {due|by the end of the week} are plenty.\n\nThank you!";

/// What one person takes away from a session alone, as a page of Markdown: a message to send, whom to ask what by when,
/// what to watch, and their own words. `blanks` are the values for the blanks of the message.
pub fn page_of_one(session: &Session, ledger: &Ledger, catalogue: &Catalogue, blanks: &Blanks) -> String {
    let notes = Notes::new(session, ledger, catalogue, blanks);
    let mut page = format!("# {}\n\n{}\n", foreign(session.title()), day_in_words(session.day()));
    let sections = [
        ("A message to send", message(&notes)),
        ("What I do, by when", commitments::commitments(&notes)),
        ("No day yet", commitments::wishes(&notes)),
        ("Whom to ask what", carry::questions(&notes)),
        ("What to watch", watch(&notes)),
        ("In my own words", own_words(&notes)),
    ];
    for (heading, body) in sections {
        if !body.is_empty() {
            let _ = write!(page, "\n## {heading}\n\n{}\n", body.trim_end());
        }
    }
    page
}

fn message(notes: &Notes<'_>) -> String {
    let written = carry::messages(notes);
    if written.is_empty() { carry::to_copy(&fill(MESSAGE, notes.blanks), &Blanks::default()) } else { written }
}

/// What is watched; where nobody has said so, the effects that were foreseen, each once.
fn watch(notes: &Notes<'_>) -> String {
    let watched = watched::watched(notes);
    if !watched.is_empty() {
        return watched;
    }
    let mut told: Vec<String> = Vec::new();
    for (_, fact) in notes.facts() {
        if let Fact::Claimed(claim) = fact
            && let Some(foreseen) = foreseen(claim)
            && !told.contains(&foreseen)
        {
            told.push(foreseen);
        }
    }
    list(told.into_iter().take(WATCHED))
}

/// Says an effect as what would be seen: "less Handle time, after about a week".
fn foreseen(claim: &Claim) -> Option<String> {
    let amount = match claim.sign {
        Sign::Plus => "more",
        Sign::Minus => "less",
        Sign::Unknown | Sign::NoEffect => return None,
    };
    let late = claim.delay.map(|delay| format!(", {}", after(delay))).unwrap_or_default();
    (claim.kind == Relation::Affects).then(|| format!("{amount} {}{late}", foreign(&claim.to)))
}

/// The sentences that were typed and stand as they are.
fn own_words(notes: &Notes<'_>) -> String {
    let texts = notes.facts().filter_map(|(_, fact)| match fact {
        Fact::Answered { text } => Some(foreign(text)),
        _ => None,
    });
    list(texts)
}
