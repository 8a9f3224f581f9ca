use thiserror::Error;

use super::heading::HeaderLine;
use super::style::on_one_line;
use super::{BANNER, CLOSING, LineMark};
use crate::record::{Event, Header};

/// A line in the form in which it is written to the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedLine {
    /// The text with its mark and the line break.
    pub text: String,
    /// The mark, over which the next line is sealed.
    pub mark: LineMark,
}

/// A value that cannot be written as RON.
#[derive(Clone, Debug, Error)]
#[error("this cannot be written as a line: {0}; say it in other words")]
pub struct Unwritable(#[from] ron::Error);

/// Returns the first line of a session: its header.
pub fn header_line(header: &Header) -> Result<SealedLine, Unwritable> {
    let whole = on_one_line(&HeaderLine::from(header))?;
    let open = whole.strip_suffix("])").unwrap_or(&whole);
    Ok(seal(None, open))
}

/// Returns the line of one event, below a line with the mark `above`.
pub fn event_line(event: &Event, above: Option<LineMark>) -> Result<SealedLine, Unwritable> {
    let mut text = on_one_line(event)?;
    text.push(',');
    Ok(seal(above, &text))
}

/// Returns the text of a whole session, sealed from its header on.
pub fn session_text(header: &Header, events: &[Event]) -> Result<String, Unwritable> {
    let first = header_line(header)?;
    let (mut text, mut mark) = (format!("{BANNER}{}", first.text), first.mark);
    for event in events {
        let next = event_line(event, Some(mark))?;
        text.push_str(&next.text);
        mark = next.mark;
    }
    text.push_str(CLOSING);
    Ok(text)
}

fn seal(above: Option<LineMark>, text: &str) -> SealedLine {
    let mark = LineMark::seal(above, text.as_bytes());
    SealedLine { text: format!("{text} // {mark}\n"), mark }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Claim, Exposure, Fact, SessionKind, SessionTime, StepId};

    fn header() -> Header {
        Header {
            id: "2026-11-20-one-9f3c".into(),
            title: "One \"change\"\nnext door".into(),
            opened: "2026-11-20T09:00:00Z".parse().unwrap(),
            zone: crate::record::Zone::UTC,
            kind: SessionKind::Workshop,
            private: false,
            exact_names: true,
        }
    }

    #[test]
    fn a_header_is_one_line_that_opens_the_list_of_events() {
        let line = header_line(&header()).unwrap();
        let text = "(format: 2, id: \"2026-11-20-one-9f3c\", title: \"One \\\"change\\\"\\nnext door\", \
                    opened: \"2026-11-20T09:00:00Z\", kind: Workshop, events: [";
        assert_eq!(line.text, format!("{text} // {}\n", line.mark));
        assert_eq!(line.mark, LineMark::seal(None, text.as_bytes()));
    }

    #[test]
    fn private_is_written_only_when_it_is_so() {
        let open = header_line(&header()).unwrap();
        assert!(!open.text.contains("private"));
        let private = header_line(&Header { private: true, ..header() }).unwrap();
        assert!(private.text.contains("kind: Workshop, private: true, events: ["));
    }

    #[test]
    fn an_event_is_one_line_sealed_over_the_mark_above() {
        let claim = Claim { claim: 3, from: "A".into(), to: "B".into(), ..Claim::default() };
        let event = Event {
            seq: 2,
            at: SessionTime::from_millis(100_000),
            speaker: Some("sam".into()),
            step: Some(StepId::new("next", 3)),
            exposure: Exposure::Anonymous,
            said: Some("A -> B\u{1b}[2J\u{2028}\r\n".into()),
            facts: vec![Fact::Claimed(claim), Fact::Closed],
            ..Event::default()
        };
        let above = LineMark::seal(None, b"above");
        let line = event_line(&event, Some(above)).unwrap();
        let text = "(seq: 2, at: 100000, speaker: \"sam\", step: \"next.3\", exposure: Anonymous, \
                    said: \"A -> B\\u{1b}[2J\\u{2028}\\r\\n\", \
                    facts: [Claimed(claim: 3, from: \"A\", to: \"B\"), Closed]),";
        assert_eq!(line.text, format!("{text} // {}\n", LineMark::seal(Some(above), text.as_bytes())));
    }
}
