use super::component::{CalendarEntry, CalendarSpan, calendar};
use super::due::DuePromise;
use crate::export::material::Material;
use crate::export::report::SessionChapter;

/// The promises with a day that are still open after all these sessions, the earliest day first, each with the title of
/// the session in which it was made.
pub(in crate::export) fn open_promises(chapters: &[SessionChapter]) -> Vec<(&str, DuePromise)> {
    let mut promises: Vec<(&str, DuePromise)> = Vec::new();
    for chapter in chapters {
        promises.extend(chapter.promises.iter().map(|promise| (chapter.title.as_str(), promise.clone())));
    }
    // The chapters are in the order of time, so what was stated last counts.
    for stated in chapters.iter().flat_map(|chapter| &chapter.settles) {
        let same = |promise: &DuePromise| (&promise.session, promise.seq) == (&stated.session, stated.seq);
        match stated.moved_to {
            None => promises.retain(|(_, promise)| !same(promise)),
            Some(day) => promises.iter_mut().filter(|(_, one)| same(one)).for_each(|(_, one)| one.due = day),
        }
    }
    promises.sort_by_key(|(_, promise)| (promise.due, promise.said, promise.seq));
    promises
}

/// The calendar of the open promises of all sessions, the earliest first.
pub fn promise_calendar(material: &Material<'_>) -> String {
    let entries = open_promises(material.chapters).into_iter().map(|(title, promise)| CalendarEntry {
        uid: format!("{}-{}@adjacent", promise.session, promise.seq),
        stamp: promise.said,
        span: CalendarSpan::Day(promise.due),
        summary: match &promise.who {
            Some(who) => format!("{who}: {}", promise.what),
            None => promise.what,
        },
        description: format!("Promised in “{title}”."),
    });
    let title = match material.chapters {
        several if several.len() > 1 => format!("Promises of {} sessions", several.len()),
        _ => format!("Promises: {}", material.title),
    };
    calendar(&title, &entries.collect::<Vec<_>>())
}
