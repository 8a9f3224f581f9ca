use super::style::ron_style;
use crate::record::{Event, SessionTime};

/// Parses an event that is written exactly as this program writes its usual lines; `None` leaves the text to the RON
/// parser.
///
/// Loading a workspace mostly means parsing such lines. The RON parser takes as long for their names and quotes as for
/// the facts.
pub(super) fn event(text: &str) -> Option<Event> {
    let mut rest = Rest(text);
    let seq = rest.number("(seq: ")?;
    let at = SessionTime::from_millis(rest.number(", at: ")?);
    let speaker = rest.string(", speaker: \"")?;
    let scribe = rest.string(", scribe: \"")?;
    let step = rest.string(", step: \"")?.map(str::parse).transpose().ok()?;
    let said = rest.string(", said: \"")?;
    let facts = rest.0.strip_prefix(", facts: ")?.strip_suffix(')')?;
    // A comment could hide the end of the list, or the bracket after it.
    if facts.contains('/') {
        return None;
    }
    Some(Event {
        seq,
        at,
        speaker: speaker.map(Into::into),
        scribe: scribe.map(str::to_owned),
        step,
        said: said.map(str::to_owned),
        facts: ron_style().from_str(facts).ok()?,
        ..Event::default()
    })
}

/// The text that is still to be parsed.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    fn number(&mut self, name: &str) -> Option<u64> {
        let value = self.0.strip_prefix(name)?;
        let end = value.find(|c: char| !c.is_ascii_digit())?;
        let (digits, rest) = value.split_at_checked(end)?;
        self.0 = rest;
        let plain = digits == "0" || !digits.starts_with('0');
        digits.parse().ok().filter(|_| plain)
    }

    /// Reads the string after `name`: `Some(None)` when `name` does not come next, `None` when the string contains an
    /// escape, which is left to the RON parser.
    #[expect(clippy::option_option, reason = "not here is another answer than not readable")]
    fn string(&mut self, name: &str) -> Option<Option<&'a str>> {
        let Some(value) = self.0.strip_prefix(name) else {
            return Some(None);
        };
        let (string, rest) = value.split_once('"')?;
        self.0 = rest;
        (!string.contains('\\')).then_some(Some(string))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: &str = "(seq: 7, at: 1200, speaker: \"sam\", step: \"next.3\", said: \"Bot, größer -> 'Zeit'\", \
                         facts: [Parked(text: \"a\\n\"), Closed])";

    fn by_ron(text: &str) -> Option<Event> {
        ron_style().from_str(text).ok()
    }

    #[test]
    fn a_usual_line_is_read_and_means_what_it_means_in_ron() {
        for text in [USUAL, "(seq: 1, at: 0, facts: [])", "(seq: 1, at: 0, scribe: \"\", facts: [ Closed ,])"] {
            assert!(event(text).is_some(), "{text}");
            assert_eq!(event(text), by_ron(text), "{text}");
        }
    }

    #[test]
    fn anything_unusual_is_left_to_ron() {
        for text in [
            "(seq: 1, at: 0, exposure: Private, facts: [])",
            "(seq: 1, at: 0, said: \"a\\\"b\", facts: [])",
            "(seq:1,at:0,facts:[])",
            "(seq: 01, at: 0, facts: [])",
            "(at: 0, seq: 1, facts: [])",
            "(seq: 1, at: 0, said: r\"a\", facts: [])",
            "(seq: 1, at: 0, facts: [] /* so */)",
        ] {
            assert_eq!(event(text), None, "{text}");
            assert!(by_ron(text).is_some(), "{text}");
        }
    }

    #[test]
    fn a_comment_does_not_close_an_event() {
        for text in ["(seq: 1, at: 0, facts: []// (me)", "(seq: 1, at: 0, facts: []/*])"] {
            assert_eq!(event(text), None);
            assert_eq!(by_ron(text), None);
        }
    }

    #[test]
    fn whatever_one_byte_becomes_it_is_never_read_as_something_else_than_in_ron() {
        for at in 0..USUAL.len() {
            for byte in (1..0x80).chain([0xc3]) {
                let mut bytes = USUAL.as_bytes().to_vec();
                bytes[at] = byte;
                let Ok(text) = String::from_utf8(bytes) else { continue };
                let read = event(&text);
                assert!(read.is_none() || read == by_ron(&text), "{text}");
            }
        }
    }
}
