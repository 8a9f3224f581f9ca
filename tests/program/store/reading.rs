//! Every kind of damage has a name and a place, and mending does what it says.

use adjacent::record::line::{BANNER, CLOSING, FaultSeverity, LineMark, mend, read, read_heading};
use adjacent::record::{Event, Fact};

use crate::store::session;

/// A session of five events, as lines without their line breaks: banner, header, events 1 to 5, closing bracket.
fn lines() -> Vec<String> {
    let text = String::from_utf8(session::file(&session::events(5))).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn joined(lines: &[String]) -> Vec<u8> {
    let mut text = lines.join("\n");
    text.push('\n');
    text.into_bytes()
}

/// The file after `change` was made to its lines.
fn after(change: impl FnOnce(&mut Vec<String>)) -> Vec<u8> {
    let mut lines = lines();
    change(&mut lines);
    joined(&lines)
}

fn replaced(line: usize, from: &str, to: &str) -> Vec<u8> {
    after(|lines| {
        assert!(lines[line - 1].contains(from), "{from} in {}", lines[line - 1]);
        lines[line - 1] = lines[line - 1].replacen(from, to, 1);
    })
}

fn faults(bytes: &[u8]) -> Vec<String> {
    read(bytes).faults.iter().map(ToString::to_string).collect()
}

fn seqs(bytes: &[u8]) -> Vec<u64> {
    read(bytes).events.iter().map(|event| event.seq).collect()
}

fn deeds(bytes: &[u8], reseal: bool) -> Vec<String> {
    let mended = mend(bytes, &read(bytes), "id", reseal).unwrap();
    mended.done.iter().map(|deed| format!("line {}: {}", deed.line, deed.what)).collect()
}

/// The column after the text of a line, where its mark begins.
fn text_end(line: usize) -> usize {
    lines()[line - 1].split(" // ").next().unwrap().chars().count() + 1
}

/// How many bytes a line has, with its line break.
fn size(line: usize) -> usize {
    lines()[line - 1].len() + 1
}

/// One byte of line 4 is no text.
fn invalid_text() -> Vec<u8> {
    let mut bytes = joined(&lines());
    let place = bytes.windows(6).position(|window| window == b"Custom").unwrap();
    bytes[place] = 0xff;
    bytes
}

const ALL: &[u64] = &[1, 2, 3, 4, 5];

#[test]
#[expect(clippy::too_many_lines, reason = "one table of every kind of damage")]
fn every_kind_of_damage_is_named_where_it_is() {
    let hand = "(seq: 6, at: 9, facts: [Closed]),";
    let cases: Vec<(Vec<u8>, &[u64], Vec<String>)> = vec![
        (joined(&lines()), ALL, vec![]),
        (
            [b"\xef\xbb\xbf".as_slice(), &joined(&lines())].concat(),
            ALL,
            vec!["line 1, column 1: the file begins with a byte order mark".into()],
        ),
        (
            after(|lines| lines.iter_mut().skip(2).for_each(|line| line.push('\r'))),
            ALL,
            vec!["line 3, column 1: this line and 5 more end in CR LF, not in LF".into()],
        ),
        (
            after(|lines| drop(lines.remove(0))),
            ALL,
            vec!["line 1, column 1: the comment at the top is not as it was written".into()],
        ),
        (
            replaced(1, "One", "Two"),
            ALL,
            vec!["line 1, column 1: the comment at the top is not as it was written".into()],
        ),
        (
            replaced(4, "Customer", "Costumer"),
            ALL,
            vec![
                "line 4, column 1: this line was changed since it was sealed, or a line above it was taken out".into(),
            ],
        ),
        (
            replaced(5, ")]), //", ")])  //"),
            ALL,
            vec![format!("line 5, column {}: the end of this line is not as it was written", text_end(5) - 1)],
        ),
        (
            after(|lines| lines[6] = lines[6][..lines[6].len() - 1].to_owned()),
            ALL,
            vec![
                format!(
                    "line 7, column {}: this line has no whole mark: it was typed by hand, or the mark is damaged",
                    text_end(7) - 1
                ),
                format!("line 7, column {}: the end of this line is not as it was written", text_end(7) - 1),
            ],
        ),
        (
            after(|lines| lines.insert(7, hand.into())),
            &[1, 2, 3, 4, 5, 6],
            vec!["line 8, column 34: this line has no whole mark: it was typed by hand, or the mark is damaged".into()],
        ),
        (
            replaced(4, "(seq: 2", "[seq: 2"),
            &[1, 3, 4, 5],
            vec![format!(
                "line 4, column 1: {} bytes cannot be used: Expected opening `(` for struct `Event`",
                size(4)
            )],
        ),
        (
            invalid_text(),
            &[1, 3, 4, 5],
            vec![format!("line 4, column 60: {} bytes cannot be used: these bytes are not text", size(4))],
        ),
        (
            after(|lines| lines[3] = "\0".repeat(lines[3].len())),
            &[1, 3, 4, 5],
            vec![
                format!("line 4, column 1: {} bytes cannot be used: there are zero bytes here", size(4)),
                "line 5, column 1: this line cannot be proven, because the mark above it is gone".into(),
            ],
        ),
        (
            after(|lines| lines.insert(5, lines[3].clone())),
            ALL,
            vec!["line 6, column 1: this line repeats event 2 word for word and is not used again".into()],
        ),
        (
            after(|lines| drop(lines.remove(4))),
            &[1, 2, 4, 5],
            vec![
                "line 5, column 1: event 3 is missing above this line".into(),
                "line 5, column 1: this line was changed since it was sealed, or a line above it was taken out".into(),
            ],
        ),
        (
            replaced(6, "(seq: 4,", "(seq: 3,"),
            &[1, 2, 3, 3, 5],
            vec![
                "line 6, column 1: there is another event 3 above this one".into(),
                "line 6, column 1: this line was changed since it was sealed, or a line above it was taken out".into(),
                "line 7, column 1: event 4 is missing above this line".into(),
            ],
        ),
        (after(|lines| lines.insert(4, "  ".into())), ALL, vec!["line 5, column 1: this line is empty".into()]),
        (
            after(|lines| lines.insert(4, "])".into())),
            ALL,
            vec!["line 5, column 1: the closing bracket stands here, and the session goes on after it".into()],
        ),
        (
            after(|lines| {
                let next = lines.remove(4);
                lines[3].push_str(&next);
            }),
            ALL,
            vec![format!("line 4, column {}: a line break is missing before this", text_end(4) + 20)],
        ),
        (
            after(|lines| lines[7].insert(0, ' ')),
            ALL,
            vec!["line 8, column 1: the closing bracket is not as it was written".into()],
        ),
        (
            after(|lines| drop(lines.pop())),
            ALL,
            vec!["line 8, column 1: the file ends here without its closing bracket".into()],
        ),
        (
            joined(&lines()).strip_suffix(b"\n").unwrap().to_vec(),
            ALL,
            vec!["line 8, column 1: the line break after the closing bracket is missing".into()],
        ),
        (
            after(|lines| lines[7] = lines[6][..40].to_owned()),
            ALL,
            vec!["line 8, column 1: the file breaks off here; 41 bytes cannot be used".into()],
        ),
        (
            [joined(&lines()), vec![0; 9]].concat(),
            ALL,
            vec!["line 9, column 1: 9 bytes after the end of the session".into()],
        ),
        (
            after(|lines| drop(lines.remove(1))),
            ALL,
            vec![
                "line 2, column 1: the header is missing".into(),
                "line 2, column 1: this line was changed since it was sealed, or a line above it was taken out".into(),
            ],
        ),
        (
            after(|lines| lines.swap(1, 2)),
            ALL,
            vec![
                "line 2, column 1: the header stands below an event".into(),
                "line 2, column 1: this line was changed since it was sealed, or a line above it was taken out".into(),
                "line 4, column 1: this line was changed since it was sealed, or a line above it was taken out".into(),
            ],
        ),
        (
            replaced(2, "Four", "Five"),
            ALL,
            vec![
                "line 2, column 1: this line was changed since it was sealed, or a line above it was taken out".into(),
            ],
        ),
        (
            replaced(2, "kind: Workshop", "kind: Workshap"),
            ALL,
            vec!["line 2, column 1: the header is damaged; lost: kind".into()],
        ),
        (
            replaced(2, "format: 2", "format: 3"),
            ALL,
            vec!["line 2, column 1: the header is damaged, but nothing of it is lost".into()],
        ),
        (Vec::new(), &[], vec!["line 1, column 1: there is no session in this file".into()]),
        (b"Dear diary,\n".to_vec(), &[], vec!["line 1, column 1: there is no session in this file".into()]),
        (BANNER.as_bytes()[..40].to_vec(), &[], vec!["line 1, column 1: there is no session in this file".into()]),
    ];
    for (bytes, used, expected) in cases {
        let text = String::from_utf8_lossy(&bytes);
        assert_eq!(faults(&bytes), expected, "{text}");
        assert_eq!(seqs(&bytes), used, "{text}");
    }
}

#[test]
fn a_damaged_mark_is_named_alone_when_the_next_line_proves_the_text() {
    let bytes = after(|lines| {
        let place = lines[4].len() - 16;
        let mark = lines[4].split_off(place);
        lines[4].push_str(&mark.chars().rev().collect::<String>());
    });
    let named =
        format!("line 5, column {}: the mark of this line is damaged; the line below proves its text", text_end(5));
    assert_eq!(faults(&bytes), [named]);
    assert_eq!(mend(&bytes, &read(&bytes), "id", false).unwrap().bytes, joined(&lines()));
    assert_eq!(deeds(&bytes, false), ["line 5: restored the mark"]);
}

#[test]
fn two_damaged_marks_above_each_other_are_both_restored() {
    let bytes = after(|lines| {
        lines[3] = lines[3].replace(" // ", " // x");
        lines[4] = lines[4].strip_suffix(char::is_alphanumeric).unwrap().to_owned();
    });
    let mended = mend(&bytes, &read(&bytes), "id", false).unwrap();
    assert_eq!(mended.bytes, joined(&lines()));
    assert!(mended.set_aside.is_empty());
}

#[test]
fn a_changed_line_stays_flagged_until_it_is_accepted() {
    let bytes = replaced(4, "Customer", "Costumer");
    assert_eq!(deeds(&bytes, false), [""; 0]);
    assert_eq!(mend(&bytes, &read(&bytes), "id", false).unwrap().bytes, bytes);

    assert_eq!(deeds(&bytes, true), ["line 4: accepted the line as it stands and sealed it"]);
    let sealed = mend(&bytes, &read(&bytes), "id", true).unwrap();
    assert_eq!(faults(&sealed.bytes), [""; 0]);
    let untouched = joined(&lines()[..3]);
    assert!(sealed.bytes.starts_with(&untouched), "marks above the changed line stay");
    assert!(String::from_utf8(sealed.bytes).unwrap().contains("Costumer history"));
}

#[test]
fn a_gap_is_set_aside_byte_for_byte_and_leaves_a_note_that_keeps_the_chain() {
    let bytes = replaced(4, "(seq: 2", "[seq: 2");
    let mended = mend(&bytes, &read(&bytes), "id", false).unwrap();
    assert_eq!(String::from_utf8(mended.set_aside).unwrap().trim_end(), lines()[3].replacen('(', "[", 1));
    assert_eq!(faults(&mended.bytes), ["line 4, column 1: a damaged line stood here and was set aside"]);
    assert_eq!(seqs(&mended.bytes), [1, 3, 4, 5]);
    let mark = &lines()[3][lines()[3].len() - 16..];
    let note = format!("\n// A damaged line stood here; its bytes are in the .torn file beside this one. // {mark}\n");
    assert!(String::from_utf8(mended.bytes.clone()).unwrap().contains(&note));

    let sealed = mend(&mended.bytes, &read(&mended.bytes), "id", true).unwrap();
    assert_eq!(faults(&sealed.bytes), ["line 4, column 1: event 2 is missing above this line"]);
    assert_eq!(seqs(&sealed.bytes), [1, 3, 4, 5]);
}

#[test]
fn a_lost_header_is_written_anew_and_the_session_counts_as_private() {
    let bytes = replaced(2, "kind: Workshop", "kind: Wor\0shop");
    assert!(!read(&bytes).heading.header.feeds_shared_graph());
    let mended = mend(&bytes, &read(&bytes), "id", false).unwrap();
    let reading = read(&mended.bytes);
    assert_eq!(reading.events, session::events(5));
    assert_eq!(reading.heading.header.title, session::header().title);
    assert!(reading.heading.header.private);
    assert_eq!(reading.weight(), Some(FaultSeverity::Flag), "{:?}", reading.faults);
}

#[test]
fn a_missing_header_is_named_after_the_file() {
    let bytes = after(|lines| drop(lines.remove(1)));
    let mended = mend(&bytes, &read(&bytes), "2026-11-20-found-0000", false).unwrap();
    assert_eq!(read(&mended.bytes).heading.header.id, "2026-11-20-found-0000");
    assert_eq!(read(&mended.bytes).heading.header.title, "2026-11-20-found-0000");
}

/// Line 5 as a newer version would write it: sealed, numbered, and with a fact nobody here has heard of.
fn with_newer_line() -> Vec<u8> {
    after(|lines| {
        let above = LineMark::parse(&lines[3].as_bytes()[lines[3].len() - 16..]);
        let text = "(seq: 3, at: 7, hum: \"la\", facts: [Sung(tune: 5)]),";
        let mark = LineMark::seal(above, text.as_bytes());
        lines[4] = format!("{text} // {mark}");
        let below = lines[5].split(" // ").next().unwrap().to_owned();
        lines[5] = format!("{below} // {}", LineMark::seal(Some(mark), below.as_bytes()));
        lines.remove(6);
    })
}

#[test]
fn a_line_of_a_newer_version_is_kept_raw_and_is_no_damage() {
    let bytes = with_newer_line();
    let reading = read(&bytes);
    assert_eq!(seqs(&bytes), [1, 2, 4]);
    assert_eq!(reading.unknown.len(), 1);
    assert_eq!(reading.unknown[0].raw, "(seq: 3, at: 7, hum: \"la\", facts: [Sung(tune: 5)])");
    assert_eq!((reading.unknown[0].line, reading.unknown[0].after), (5, 2));
    assert_eq!(reading.weight(), Some(FaultSeverity::Note));
    for reseal in [false, true] {
        assert_eq!(mend(&bytes, &reading, "id", reseal).unwrap().bytes, bytes);
    }
}

#[test]
fn a_line_of_a_newer_version_outlives_repairs_around_it() {
    let mut lines: Vec<String> = String::from_utf8(with_newer_line()).unwrap().lines().map(str::to_owned).collect();
    let newer = lines[4].clone();
    lines[3] = lines[3].replacen('(', "[", 1);
    let damaged = joined(&lines);
    let mended = mend(&damaged, &read(&damaged), "id", false).unwrap().bytes;
    assert!(String::from_utf8(mended.clone()).unwrap().contains(&newer));
    let sealed = mend(&mended, &read(&mended), "id", true).unwrap().bytes;
    assert_eq!(
        read(&sealed).unknown,
        read(&mended)
            .unknown
            .into_iter()
            .map(|line| adjacent::record::line::UnknownLine { line: 4, ..line })
            .collect::<Vec<_>>()
    );
}

#[test]
fn a_newer_header_is_said_and_nothing_of_it_feeds_the_shared_graph() {
    let text =
        "(format: 3, id: \"a\", title: \"b\", opened: \"2026-11-20T09:00:00Z\", kind: Workshop, mood: 3, events: [";
    let bytes = after(|lines| lines[1] = format!("{text} // {}", LineMark::seal(None, text.as_bytes())));
    let reading = read(&bytes);
    assert!(reading.is_newer() && !reading.has_sound_header());
    assert!(!reading.heading.header.feeds_shared_graph());
    assert_eq!(faults(&bytes)[0], "line 2, column 1: the header is newer than format 2, which this version writes");
}

#[test]
fn the_header_is_read_from_the_first_bytes_alone() {
    let bytes = joined(&lines());
    assert_eq!(read_heading(&bytes[..700]).unwrap().header, session::header());
    assert_eq!(read_heading(&bytes).unwrap().header, session::header());
    assert_eq!(read_heading(b"Dear diary"), None);
    assert_eq!(read_heading(b""), None);
    let headless = after(|lines| drop(lines.remove(1)));
    assert!(!read_heading(&headless).unwrap().says_anything());
}

#[test]
fn who_held_the_keyboard_last_is_read_from_the_events() {
    let resumed = |seq, who: Option<&str>| Event {
        seq,
        facts: vec![Fact::Resumed { who: who.map(str::to_owned) }],
        ..Event::default()
    };
    let mut events = session::events(3);
    assert_eq!(read(&session::file(&events)).facilitator(), Some("Noor"));
    events.extend([resumed(4, Some("Ana")), resumed(5, None)]);
    assert_eq!(read(&session::file(&events)).facilitator(), Some("Ana"));
    assert_eq!(read(&session::file(&[])).facilitator(), None);
}

#[test]
fn faults_say_nothing_that_acts_on_a_screen() {
    let bytes = replaced(4, "(seq: 2", "(seq: 2, \u{202e}wen\u{1b}]0;: 2");
    let said = faults(&bytes).concat();
    assert!(!said.chars().any(adjacent::record::text::acts), "{said:?}");
    assert!(!said.is_empty());
}

#[test]
fn closing_is_the_last_line_of_every_file() {
    assert!(session::file(&[]).ends_with(CLOSING.as_bytes()));
    assert_eq!(faults(&session::file(&[])), [""; 0]);
}
