//! The brief: one page to read before a follow-up, with what was promised, what is due, what is open, what has changed,
//! and who is new.

mod check_in;
mod json;
mod newcomers;

use jiff::civil::Date;

use super::compare::Comparison;
use super::look::{Came, Prediction};
use super::memory::{LONG, days, for_so_long};
use super::outlook::Outlook;
use super::promise::{Moved, TrackedPromise};
use crate::capture::due_in_words;
use crate::record::english::{Agreement, listed};
use crate::record::spoken::clock;
use crate::record::{Basis, Due, Kind, Outcome, Session, Status};

pub use check_in::check_in;
pub use newcomers::{last_session, newcomers};

/// The maximum number of lines under one heading, so that the brief fits one page.
const LINES: usize = 7;

/// The sources from which the brief is written.
pub struct Brief<'a> {
    /// The predictions, promises, worries and questions of the workspace.
    pub outlook: &'a Outlook,
    /// The last session, and what changed since; `None` if there is no last session.
    pub since: Option<(&'a Session, &'a Comparison)>,
    /// Units and people that took part in the last session for the first time; only people who asked to be named.
    pub newcomers: Vec<String>,
}

impl Brief<'_> {
    /// Returns each heading with its lines; together they fit one page.
    pub fn sections(&self) -> Vec<(String, Vec<String>)> {
        let outlook = self.outlook;
        let open = outlook.promises.iter().filter(|promise| promise.is_open());
        let closed = outlook.promises.iter().filter(|promise| !promise.is_open());
        let questions = outlook.questions.iter().map(|asked| format!("{}?", asked.text.trim_end_matches(['?', ' '])));
        let worries = outlook.worries.iter().map(|worry| match worry.whose.as_slice() {
            [] => format!("“{}”", worry.says),
            whose => format!("{}: “{}”", listed(whose, "and"), worry.says),
        });
        let still = outlook.standing.iter().filter(|still| still.status != Status::Live);
        let still = still.filter(|still| days(still.since, outlook.today) >= LONG).map(|still| {
            let span = for_so_long(days(still.since, outlook.today));
            let listed = if still.imported { ", says the list" } else { "" };
            format!("{}: {} for {span} so far{listed}", still.label, still.status.name())
        });
        let mut sections = vec![
            page("Crossed what was to be watched", outlook.crossed.iter().map(|crossed| crossed.says.clone())),
            page("Promises to ask about", open.map(|promise| asked_about(promise, outlook.today))),
            page("Promises that have an answer", closed.map(answered)),
            page("Said to show by now, and not looked up yet", outlook.due().map(prediction)),
            page("How good predictions were so far", hits(outlook)),
            page("Worries without an answer so far", worries),
            page("Questions without an answer so far", questions),
            page("What has not moved", still),
            page("Not said again for half a year", outlook.stale.iter().cloned()),
        ];
        if let Some((last, changes)) = self.since {
            let changed = changes
                .sections()
                .into_iter()
                .flat_map(|(heading, says)| says.into_iter().map(move |line| format!("{heading}: {line}")));
            sections.push(page(&format!("Since “{}”", last.title()), changed));
        }
        sections.push(page("New last time", self.newcomers.iter().cloned()));
        sections.retain(|(_, says)| !says.is_empty());
        sections
    }
}

/// Cuts the lines under a heading to those that fit, and adds how many more there are.
fn page(heading: &str, says: impl Iterator<Item = String>) -> (String, Vec<String>) {
    let mut says: Vec<String> = says.collect();
    if says.len() > LINES {
        let more = says.len() - (LINES - 1);
        says.truncate(LINES - 1);
        says.push(format!("and {more} more"));
    }
    (heading.to_owned(), says)
}

fn asked_about(promise: &TrackedPromise, today: Date) -> String {
    let by = due_in_words(Due::On(promise.due));
    let over = if promise.due < today { ", so it was due" } else { "" };
    let moved = if promise.outcome == Some(Outcome::Moved) { ", moved once" } else { "" };
    let wish = if promise.is_wish { ", a wish so far" } else { "" };
    format!("{}, {by}{over}{moved}{wish}: {}.{}", promise.called, promise.text, has_moved(promise))
}

fn answered(promise: &TrackedPromise) -> String {
    let became = promise.outcome.map_or("open", Outcome::name);
    let words = promise.words.as_ref().map(|words| format!(" “{words}”")).unwrap_or_default();
    format!("{}: {} - {became}.{words}{}", promise.called, promise.text, has_moved(promise))
}

/// Says for each factor that the promise was meant to move whether it was seen to move.
fn has_moved(promise: &TrackedPromise) -> String {
    let told = |moved: &Moved| {
        let (direction, words) = moved.seen.as_ref()?;
        let words = words.as_ref().map(|words| format!(" {words}")).unwrap_or_default();
        let was = Agreement::of(&moved.label, Kind::Factor).with(&moved.label, "was");
        Some(format!(" {was} seen {}{words}.", direction.word()))
    };
    let untold = promise.moves.iter().filter(|moved| moved.seen.is_none());
    let untold: Vec<&str> = untold.map(|moved| moved.label.as_str()).collect();
    let untold = match untold.as_slice() {
        [] => String::new(),
        untold => format!(
            " Nobody has said yet whether {} {} moved.",
            listed(untold, "or"),
            untold.last().map(|last| Agreement::of(last, Kind::Factor)).unwrap_or_default().verb("has")
        ),
    };
    promise.moves.iter().filter_map(told).chain([untold]).collect()
}

fn prediction(prediction: &Prediction) -> String {
    let said = prediction.said.strftime("%-d %B %Y");
    let quote = prediction.quote.as_ref().map(|quote| format!(" “{quote}”")).unwrap_or_default();
    let came = match prediction.came {
        Some(Came::TooEarly) => " It was too early to tell.",
        Some(Came::CannotTell) => " Nobody could tell.",
        _ => "",
    };
    format!("{} Said on {said}, minute {}.{quote}{came}", prediction.says, clock(prediction.at))
}

fn hits(outlook: &Outlook) -> impl Iterator<Item = String> {
    outlook.hits.iter().rev().map(|(basis, hits)| {
        let what = match basis {
            Basis::Seen => "What somebody had seen before",
            Basis::Told => "What somebody was told",
            Basis::Guess => "Guesses",
            Basis::Imported => "What imported files state",
        };
        format!("{what}: {} came, {} did not", hits.seen, hits.not_seen)
    })
}
