use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ron_style;
use super::style::literal;
use crate::record::{Event, Header, SessionId, SessionKind, Zone};

/// The header in RON: the beginning of a session value whose list of events is not closed.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeaderLine {
    format: u32,
    id: SessionId,
    title: String,
    opened: Timestamp,
    #[serde(default, skip_serializing_if = "Zone::is_utc")]
    zone: Zone,
    kind: SessionKind,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    private: bool,
    events: Vec<Event>,
}

impl From<&Header> for HeaderLine {
    fn from(header: &Header) -> Self {
        Self {
            format: header.format(),
            id: header.id.clone(),
            title: header.title.clone(),
            opened: header.opened,
            zone: header.zone.clone(),
            kind: header.kind.clone(),
            private: header.private,
            events: Vec::new(),
        }
    }
}

/// A field of the header that can be lost through damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderField {
    /// The id of the session.
    Id,
    /// The title of the session.
    Title,
    /// The opening time.
    Opened,
    /// The time zone.
    Zone,
    /// The kind of session together with its privacy, because each needs the other to be understood.
    Kind,
}

impl HeaderField {
    const ALL: [HeaderField; 5] = [Self::Id, Self::Title, Self::Opened, Self::Zone, Self::Kind];
}

impl fmt::Display for HeaderField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            HeaderField::Id => "id",
            HeaderField::Title => "title",
            HeaderField::Opened => "opening time",
            HeaderField::Zone => "time zone",
            HeaderField::Kind => "kind",
        })
    }
}

/// The header of a file, as far as it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The header. A lost text is empty, and a lost time is the day in the id or the beginning of 1970. A lost kind
    /// makes the session private, so that nothing reaches the shared graph by mistake.
    pub header: Header,
    /// The fields that were lost.
    pub lost: Vec<HeaderField>,
}

impl Heading {
    /// Returns a heading all of whose fields are lost.
    pub(super) fn nothing() -> Self {
        let header = Header {
            id: SessionId::default(),
            title: String::new(),
            opened: Timestamp::UNIX_EPOCH,
            zone: Zone::UTC,
            kind: SessionKind::default(),
            private: true,
            exact_names: true,
        };
        Self { header, lost: HeaderField::ALL.to_vec() }
    }

    /// Returns the heading of a header that could be read in full.
    pub(super) const fn whole(header: Header) -> Self {
        Self { header, lost: Vec::new() }
    }

    /// Whether any field could be read.
    pub fn says_anything(&self) -> bool {
        self.lost.len() < HeaderField::ALL.len()
    }
}

/// Parses a header of a format this program reads; `text` ends with `events: [`. `None` for any other text.
pub(super) fn parse(text: &str) -> Option<Header> {
    let line: HeaderLine = ron_style().from_str(&format!("{text}])")).ok()?;
    let HeaderLine { format, id, title, opened, zone, kind, private, events } = line;
    let exact_names = Header::exact_names_in(format).filter(|_| events.is_empty())?;
    Some(Header { id, title, opened, zone, kind, private, exact_names })
}

/// Reads the fields that remain of a damaged header, one by one.
pub(super) fn salvage(text: &str) -> Heading {
    let mut heading = Heading::nothing();
    // A format that cannot be read is taken for the newest: two things are not made one by damage.
    heading.header.exact_names = !text.starts_with("(format: 1,");
    let mut rest = text;
    if let Some((id, after)) = field(rest, "id: ") {
        heading.find(HeaderField::Id, |header| header.id = id.into());
        rest = after;
    }
    if let Some((title, after)) = field(rest, "title: ") {
        heading.find(HeaderField::Title, |header| header.title = title);
        rest = after;
    }
    if let Some(zone) = zone_of(rest) {
        heading.find(HeaderField::Zone, |header| header.zone = zone);
    }
    let opened = field(rest, "opened: ").and_then(|(opened, _)| opened.parse().ok());
    match opened {
        Some(opened) => heading.find(HeaderField::Opened, |header| header.opened = opened),
        None => heading.header.opened = beginning(&heading.header).unwrap_or(Timestamp::UNIX_EPOCH),
    }
    if let Some((kind, private)) = kind_and_private(rest) {
        heading.find(HeaderField::Kind, |header| (header.kind, header.private) = (kind, private));
    }
    heading
}

impl Heading {
    fn find(&mut self, field: HeaderField, set: impl FnOnce(&mut Header)) {
        set(&mut self.header);
        self.lost.retain(|lost| *lost != field);
    }
}

/// Returns the string after `name`, and the text after that string.
fn field<'a>(text: &'a str, name: &str) -> Option<(String, &'a str)> {
    let (_, value) = text.split_once(name)?;
    literal(value)
}

fn kind_and_private(text: &str) -> Option<(SessionKind, bool)> {
    let (before, _) = text.rsplit_once(", events: [")?;
    let (_, said) = before.rsplit_once("kind: ")?;
    let (kind, private) = match said.strip_suffix(", private: true") {
        Some(kind) => (kind, true),
        None => (said, false),
    };
    Some((ron_style().from_str(kind).ok()?, private))
}

/// Returns the zone after the opening time; UTC when the kind follows the opening time directly.
fn zone_of(text: &str) -> Option<Zone> {
    if let Some((name, _)) = field(text, "\", zone: ") {
        return Some(Zone::named(&name));
    }
    let (_, behind) = field(text, "opened: ")?;
    let before = ["kind: ", "events: ["].iter().find_map(|word| Some(behind.split_once(word)?.0)).unwrap_or(behind);
    (!before.contains('"')).then_some(Zone::UTC)
}

/// Returns the beginning of the day with which the session id begins.
fn beginning(header: &Header) -> Option<Timestamp> {
    let day: Date = header.id.get(..10)?.parse().ok()?;
    header.zone.start_of(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "(format: 1, id: \"2026-11-20-one-9f3c\", title: \"Kind: \\\"Solo\\\", kind: Solo, events: [\", \
                        opened: \"2026-11-20T09:00:00Z\", kind: Workshop, events: [";

    fn lost_after(from: &str, to: &str) -> Vec<HeaderField> {
        let damaged = TEXT.replacen(from, to, 1);
        assert_ne!(damaged, TEXT);
        assert_eq!(parse(&damaged), None);
        salvage(&damaged).lost
    }

    #[test]
    fn an_undamaged_header_is_salvaged_as_it_is_parsed() {
        let header = parse(TEXT).unwrap();
        assert_eq!(salvage(TEXT), Heading::whole(header));
    }

    #[test]
    fn each_format_that_can_be_read_says_whether_names_are_exact_and_is_written_again() {
        for (format, exact_names) in [("1", false), ("2", true)] {
            let text = TEXT.replacen('1', format, 1);
            let header = parse(&text).unwrap();
            assert_eq!(header.exact_names, exact_names, "{text}");
            assert_eq!(salvage(&text), Heading::whole(header.clone()));
            assert_eq!(HeaderLine::from(&header).format.to_string(), format);
        }
        for format in ["0", "3"] {
            assert_eq!(parse(&TEXT.replacen('1', format, 1)), None);
        }
    }

    #[test]
    fn a_damaged_header_loses_only_the_damaged_field() {
        assert_eq!(lost_after("id: ", "ie: "), [HeaderField::Id]);
        assert_eq!(lost_after("title: ", "tatle: "), [HeaderField::Title]);
        assert_eq!(lost_after("T09", "X09"), [HeaderField::Opened]);
        assert_eq!(lost_after("Workshop", "Workshoq"), [HeaderField::Kind]);
        assert_eq!(lost_after("(format: 1", "(format: 3"), []);
    }

    #[test]
    fn a_zone_is_salvaged_as_it_is_parsed_and_only_a_damaged_one_is_lost() {
        let zoned = TEXT.replace("00Z\"", "00Z\", zone: \"Pacific/Auckland\"");
        let header = parse(&zoned).unwrap();
        assert_eq!(header.zone, Zone::named("Pacific/Auckland"));
        assert_eq!(salvage(&zoned), Heading::whole(header));
        for (from, to) in [("zone: ", "zune: "), ("land\"", "land,")] {
            let damaged = zoned.replacen(from, to, 1);
            assert_eq!(parse(&damaged), None);
            assert!(salvage(&damaged).lost.contains(&HeaderField::Zone), "{damaged}");
        }
        let kind = salvage(&zoned.replace("Workshop", "Workshoq"));
        assert_eq!(
            (kind.header.zone.name(), kind.lost.as_slice()),
            (Some("Pacific/Auckland"), [HeaderField::Kind].as_slice())
        );
        let opened = salvage(&zoned.replace("T09", "X09"));
        assert_eq!(opened.header.opened, "2026-11-19T11:00:00Z".parse().unwrap());
    }

    #[test]
    fn a_lost_time_becomes_the_day_in_the_id() {
        let heading = salvage(&TEXT.replacen("T09", "X09", 1));
        assert_eq!(heading.header.opened, "2026-11-20T00:00:00Z".parse().unwrap());
    }

    #[test]
    fn a_session_whose_kind_or_privacy_was_lost_stays_out_of_the_shared_graph() {
        let private = TEXT.replace("Workshop", "Workshop, private: true");
        for damaged in [
            TEXT.replace("Workshop", "Wor"),
            private.replace("private", "privbte"),
            private.replace("true", "trve"),
            private.replace(", events", "! events"),
            TEXT.get(..60).unwrap().to_owned(),
        ] {
            assert!(!salvage(&damaged).header.feeds_shared_graph(), "{damaged}");
        }
        assert!(salvage(TEXT).header.feeds_shared_graph());
        assert!(salvage(&private.replace("id:", "ie:")).header.private);
    }
}
