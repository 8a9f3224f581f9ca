use jiff::SignedDuration;
use serde_json::{Value, json};

/// The header of a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CastHeader {
    /// The number of columns and of rows of the terminal.
    pub size: (u16, u16),
    /// The title of the recording.
    pub title: String,
    /// The time of the recording, in seconds since 1970.
    pub timestamp: i64,
}

/// An event of a recording, with its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CastFrame {
    /// The time since the previous event.
    pub after: SignedDuration,
    /// The event.
    pub what: CastEvent,
}

/// An event of a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CastEvent {
    /// Output to the terminal.
    Output(String),
    /// A marker to jump to.
    Marker(String),
}

/// A terminal recording in the format asciicast v3: a header, then one event on each line, with the seconds since the
/// previous event.
pub fn asciicast(header: &CastHeader, frames: &[CastFrame]) -> String {
    let (cols, rows) = header.size;
    let head = json!({
        "version": 3,
        "term": { "cols": cols, "rows": rows },
        "timestamp": header.timestamp,
        "title": header.title,
    });
    let lines = frames.iter().map(line);
    std::iter::once(head.to_string()).chain(lines).map(|line| line + "\n").collect()
}

fn line(frame: &CastFrame) -> String {
    let (code, data) = match &frame.what {
        CastEvent::Output(data) => ("o", data),
        CastEvent::Marker(label) => ("m", label),
    };
    let seconds = format!("{}.{:03}", frame.after.as_secs(), frame.after.subsec_millis());
    format!("[{seconds}, {:?}, {}]", code, Value::from(data.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_json_and_times_count_from_the_one_before() {
        let header = CastHeader { size: (100, 30), title: "A \"talk\"".into(), timestamp: 1 };
        let frames = [
            CastFrame { after: SignedDuration::ZERO, what: CastEvent::Marker("Draw".into()) },
            CastFrame { after: SignedDuration::from_millis(1500), what: CastEvent::Output("\u{1b}[2Jä\n".into()) },
        ];
        let cast = asciicast(&header, &frames);
        let lines: Vec<Value> = cast.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines[0]["term"], json!({ "cols": 100, "rows": 30 }));
        assert_eq!(lines[1..], [json!([0.0, "m", "Draw"]), json!([1.5, "o", "\u{1b}[2Jä\n"])]);
    }
}
