use jiff::civil::Date;

use super::matter::Settled;
use super::notes::Notes;
use crate::export::calendar::{DuePromise, SettledEarlier};
use crate::export::markdown::{foreign, list};
use crate::graph::Owner;
use crate::record::spoken::weekday_in_words;
use crate::record::{Event, Fact, Outcome};

/// A promise, as an item of the minutes.
struct CommitmentItem<'a> {
    /// Whether the session is that of a single person, whose promises need no name.
    alone: bool,
    text: &'a str,
    who: Option<Owner>,
    due: Option<Date>,
    about: Vec<String>,
    settled: Option<Settled<'a>>,
}

/// The commitments: promises with an owner who is in the session and a day, the earliest day first.
pub(super) fn commitments(notes: &Notes<'_>) -> String {
    let mut commitments: Vec<_> = promises(notes).into_iter().filter(CommitmentItem::has_owner_and_day).collect();
    commitments.sort_by_key(|promise| promise.due);
    list(commitments.iter().map(|promise| promise.told(notes)))
}

/// The wishes: promises without an owner who is in the session, or without a day.
pub(super) fn wishes(notes: &Notes<'_>) -> String {
    list(promises(notes).iter().filter(|promise| !promise.has_owner_and_day()).map(|promise| promise.told(notes)))
}

/// The open promises with a day, for a calendar. They name the unit of who promised, as the minutes do.
pub(super) fn due(notes: &Notes<'_>) -> Vec<DuePromise> {
    let told = notes.facts().filter_map(|(event, fact)| {
        let item = CommitmentItem::of(notes, event, fact)?;
        let is_over = item.settled.is_some_and(Settled::is_over);
        Some(DuePromise {
            session: notes.session.header().id.clone(),
            seq: event.seq,
            who: item.who.clone().filter(|who| *who != Owner::Oneself).and_then(Owner::called),
            what: item.text.to_owned(),
            due: item.due.filter(|_| !is_over)?,
            said: notes.moment(event),
        })
    });
    told.collect()
}

/// The outcomes of promises of earlier sessions, for the same calendar.
pub(super) fn settles(notes: &Notes<'_>) -> Vec<SettledEarlier> {
    let stated = notes.facts().filter_map(|(_, fact)| {
        let Fact::Settled { session: Some(session), seq, outcome, due, .. } = fact else { return None };
        let moved_to = due.filter(|_| *outcome == Outcome::Moved).map(|due| notes.due(due));
        let is_open = *outcome == Outcome::Moved && moved_to.is_none();
        (!is_open).then(|| SettledEarlier { session: session.clone(), seq: *seq, moved_to })
    });
    stated.collect()
}

fn promises<'a>(notes: &'a Notes<'_>) -> Vec<CommitmentItem<'a>> {
    notes.facts().filter_map(|(event, fact)| CommitmentItem::of(notes, event, fact)).collect()
}

impl<'a> CommitmentItem<'a> {
    fn of(notes: &'a Notes<'_>, event: &Event, fact: &'a Fact) -> Option<Self> {
        let Fact::Committed { text, who, due, about, about_to } = fact else { return None };
        let settled = Settled::find(notes, event.seq);
        let due = settled.and_then(Settled::moved_to).or(*due);
        let label = |label: &String| foreign(notes.ledger().thing(label).map_or(label, |known| known.label));
        Some(Self {
            alone: notes.is_solo(),
            text,
            who: who.as_deref().map(|who| notes.whose(who)),
            due: due.map(|due| notes.due(due)),
            about: about.iter().chain(about_to).map(label).collect(),
            settled,
        })
    }

    /// Whether the promise has an owner who is in the session, and a day; otherwise it is a wish.
    fn has_owner_and_day(&self) -> bool {
        let here = self.who.as_ref().is_some_and(Owner::is_here);
        (here || (self.alone && self.who.is_none())) && self.due.is_some()
    }

    fn told(&self, notes: &Notes<'_>) -> String {
        let absent = self.who.as_ref().filter(|who| !who.is_here()).map(|who| foreign(&who.missing()));
        let who = self
            .who
            .clone()
            .filter(|who| *who != Owner::Oneself)
            .map(|who| who.called().map_or_else(|| "Somebody".to_owned(), |who| foreign(&who)));
        let lead = match (who, self.due) {
            (_, Some(due)) if absent.is_some() => {
                format!("By {}, {}: ", weekday_in_words(due), absent.unwrap_or_default())
            }
            (_, None) if absent.is_some() => format!("No day yet, {}: ", absent.unwrap_or_default()),
            (None, Some(due)) if self.alone => format!("**By {}**: ", weekday_in_words(due)),
            (Some(who), Some(due)) => format!("**{who}, by {}**: ", weekday_in_words(due)),
            (Some(who), None) => format!("{who}, no day yet: "),
            (None, Some(due)) => format!("By {}, nobody yet: ", weekday_in_words(due)),
            (None, None) => String::new(),
        };
        let about =
            if self.about.is_empty() { String::new() } else { format!(" (about {})", self.about.join(" and ")) };
        let became = self.settled.map(|settled| settled.told(notes)).unwrap_or_default();
        format!("{lead}{}{about}{became}", foreign(self.text))
    }
}
