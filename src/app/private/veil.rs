use crate::record::ListedName;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::app::Recording;
use crate::record::own_note;
use crate::record::persons::is_tag;

/// Returns a bar as wide as a text.
pub fn bar_over(text: &str) -> String {
    "▪".repeat(text.width())
}

/// Returns a line with bars over every tag and every name of the private file, also while one is being typed. The
/// result is as wide as the line.
pub fn veiled(line: &str, recording: &Recording) -> String {
    if own_note(line).is_some() {
        return bar_over(line);
    }
    let (tag, rest) = match line.split_once('>') {
        Some((tag, rest)) if is_tag(tag.trim()) => (format!("{}>", bar_over(tag)), rest),
        None if is_seat(line.trim(), recording) => (bar_over(line), ""),
        _ => (String::new(), line),
    };
    let rest = without_names(rest, recording);
    let (said, tail) = rest.rsplit_once(" : ").map_or((rest.as_str(), None), |(said, tail)| (said, Some(tail)));
    let tail = tail.map(|tail| format!(" : {}", without_tags(tail, recording))).unwrap_or_default();
    format!("{tag}{said}{tail}")
}

/// Returns a text with bars over names and over beginnings of names.
fn without_names(text: &str, recording: &Recording) -> String {
    let named = recording.persons().named_in(text).into_iter().filter(|named| !named.asked).map(|named| named.at);
    let begun = recording.persons().begun_at_the_end(text);
    let mut veiled = String::with_capacity(text.len());
    let mut done = 0;
    let mut cover = |at: Range<usize>| {
        if at.start >= done {
            veiled.push_str(text.get(done..at.start).unwrap_or_default());
            veiled.push_str(&bar_over(text.get(at.clone()).unwrap_or_default()));
            done = at.end;
        }
    };
    named.chain(begun).for_each(&mut cover);
    veiled.push_str(text.get(done..).unwrap_or_default());
    veiled
}

fn without_tags(tail: &str, recording: &Recording) -> String {
    let words = tail.split(' ').map(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if is_seat(bare, recording) { word.replacen(bare, &bar_over(bare), 1) } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a word is the tag of a seat, the short form typed for the seat, or the first name of its person.
fn is_seat(word: &str, recording: &Recording) -> bool {
    let word = word.to_lowercase();
    let first = |name: &str| ListedName::new(name).first().to_lowercase();
    let names = recording.names();
    let sits =
        || names.names.values().any(|name| first(name) == word) || names.typed.values().any(|typed| *typed == word);
    !word.is_empty() && (recording.session().person(&word).is_some() || sits())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::OpenSession;
    use crate::exercise::Catalogue;
    use crate::record::{Event, Fact, Header, Names, Person, Session, SessionKind};

    #[test]
    fn tags_and_names_are_covered_where_a_person_stands_and_nowhere_else() {
        let people = vec![Person { tag: "mei".into(), ..Person::default() }];
        let opened = Fact::Opened { mode: crate::record::Mode::Live, facilitator: None, agenda: Vec::new(), people };
        let opening = Event { seq: 1, facts: vec![opened], ..Event::default() };
        let header = Header {
            id: "test".into(),
            title: "Test".into(),
            opened: jiff::Timestamp::UNIX_EPOCH,
            zone: crate::record::Zone::UTC,
            kind: SessionKind::Workshop,
            private: false,
            exact_names: true,
        };
        let session = Session::fold(header, [opening]);
        let names = [("mei".into(), "明美, lead".to_owned()), ("p2".into(), "Kasia".to_owned())].into();
        let names = Names { names, ..Names::default() };
        let recording = Recording::new(OpenSession { names, ..OpenSession::alone(session) }, &Catalogue::embedded());
        for (typed, shown) in [
            ("mei", "▪▪▪"),
            ("mei> bot -> trust", "▪▪▪> bot -> trust"),
            ("ghost> bot -> trust", "▪▪▪▪▪> bot -> trust"),
            ("mei thinks -> trust", "mei thinks -> trust"),
            ("bot -> trust : seen", "bot -> trust : seen"),
            ("do ring mei : mei due 2w", "do ring mei : ▪▪▪ due 2w"),
            ("do ring them : 明美, due fri", "do ring them : ▪▪▪▪, due fri"),
            ("then kasia's rain", "then ▪▪▪▪▪'s rain"),
            ("then kas", "then ▪▪▪"),
            ("then kas is", "then kas is"),
            ("", ""),
        ] {
            assert_eq!(veiled(typed, &recording), shown, "{typed}");
        }
    }
}
