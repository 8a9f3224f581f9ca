use super::symbols::Cursor;

/// The maximum number of characters of the name of a link.
const NAME: usize = 200;

/// The line of a link, before its ends are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LinkLine {
    pub(super) is_open: bool,
    pub(super) is_double: bool,
    /// Whether nothing is drawn.
    pub(super) is_hidden: bool,
    pub(super) text: Option<String>,
}

/// The stroke of a link; a text in it ends at a line of the same stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LinkStroke {
    Normal,
    Thick,
    Dotted,
    Hidden,
}

/// A piece of a line: whether it has a head at its start and at its end, and whether it only begins a line with a text.
struct LinePiece {
    stroke: LinkStroke,
    head_before: bool,
    head_behind: bool,
    begins: bool,
    bytes: usize,
}

/// Reads the line of a link with its text; `None` where none stands, and nothing moves.
pub(super) fn link_line(cursor: &mut Cursor<'_>) -> Option<LinkLine> {
    let before = *cursor;
    let found = read_line(cursor);
    if found.is_none() {
        *cursor = before;
    }
    found
}

fn read_line(cursor: &mut Cursor<'_>) -> Option<LinkLine> {
    skip_name(cursor);
    let first = piece(cursor.rest)?;
    cursor.skip(first.bytes);
    let mut line = LinkLine {
        is_open: !first.head_before && !first.head_behind,
        is_double: first.head_before && first.head_behind,
        is_hidden: first.stroke == LinkStroke::Hidden,
        text: None,
    };
    if first.begins {
        let (text, last) = text_in_line(cursor, first.stroke)?;
        line.is_double = first.head_before && last.head_behind;
        line.is_open = !first.head_before && !last.head_behind;
        line.text = Some(text);
    } else if first.head_before && !first.head_behind {
        // Mermaid draws no head where one stands at the start alone.
        line.is_open = true;
    }
    let mut ahead = *cursor;
    ahead.while_so(char::is_whitespace);
    if ahead.take("|") {
        line.text = Some(ahead.up_to("|")?.to_owned());
        *cursor = ahead;
    }
    Some(line)
}

/// Returns the name of a link that stands before its line: `e1@-->`.
pub(super) fn name_of_link<'a>(cursor: &Cursor<'a>) -> Option<&'a str> {
    if piece(cursor.rest).is_some() {
        return None;
    }
    let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | '@' | '|' | '[' | '(' | '{');
    let (name, behind) = cursor.rest.split_at(cursor.rest.char_indices().take(NAME).find(|(_, c)| is_end(*c))?.0);
    let is_named = !name.is_empty() && behind.strip_prefix('@').is_some_and(|line| piece(line).is_some());
    is_named.then_some(name)
}

/// Moves over the name of a link.
fn skip_name(cursor: &mut Cursor<'_>) {
    if let Some(name) = name_of_link(cursor) {
        cursor.skip(name.len() + 1);
    }
}

/// Reads a text up to the line that ends it.
fn text_in_line(cursor: &mut Cursor<'_>, stroke: LinkStroke) -> Option<(String, LinePiece)> {
    let row = cursor.ahead().split('\n').next().unwrap_or_default();
    let mut at = row.len() - row.trim_start().len();
    if row.get(at..)?.starts_with('"') {
        at += 2 + row.get(at + 1..)?.find('"')?;
    }
    let marks: &[char] = match stroke {
        LinkStroke::Normal => &['-'],
        LinkStroke::Thick => &['='],
        LinkStroke::Dotted => &['.'],
        LinkStroke::Hidden => return None,
    };
    loop {
        at += row.get(at..)?.find(marks)?;
        // A dotted line that ends a text may begin with its dash.
        let ends = piece(row.get(at..)?).filter(|piece| piece.stroke == stroke && !piece.begins);
        if let Some(last) = ends {
            let text = row.get(..at)?.trim_end();
            let text = if stroke == LinkStroke::Dotted { text.trim_end_matches('-').trim_end() } else { text };
            let text = text.trim().to_owned();
            cursor.skip(at + last.bytes);
            return Some((text, last));
        }
        at += row.get(at..)?.chars().take_while(|c| marks.contains(c)).map(char::len_utf8).sum::<usize>().max(1);
    }
}

/// Reads the piece of a line that stands at the beginning of a text.
fn piece(text: &str) -> Option<LinePiece> {
    let rest = text.strip_prefix(['x', 'o', '<']).unwrap_or(text);
    let head_before = rest.len() < text.len();
    let before = text.len() - rest.len();
    let run = |text: &str, mark: char| text.bytes().take_while(|byte| char::from(*byte) == mark).count();
    let (dashes, equals, hidden) = (run(rest, '-'), run(rest, '='), run(rest, '~'));
    let dots = run(rest.get(dashes.min(1)..).unwrap_or_default(), '.');
    let made = |stroke, head_behind: bool, begins, bytes: usize| {
        Some(LinePiece { stroke, head_before, head_behind, begins, bytes: before + bytes })
    };
    let head_at = |at: usize| rest.get(at..).is_some_and(|rest| rest.starts_with(['x', 'o', '>']));
    if dashes < 2 && dots > 0 {
        let at = dashes + dots;
        let closes = rest.get(at..).is_some_and(|rest| rest.starts_with('-'));
        return match (closes, head_at(at + 1)) {
            (true, true) => made(LinkStroke::Dotted, true, false, at + 2),
            (true, false) => made(LinkStroke::Dotted, false, false, at + 1),
            (false, _) if dashes == 1 && dots == 1 => made(LinkStroke::Dotted, false, true, 2),
            (false, _) => None,
        };
    }
    for (stroke, marks) in [(LinkStroke::Normal, dashes), (LinkStroke::Thick, equals)] {
        if marks >= 2 {
            return match (head_at(marks), marks) {
                (true, _) => made(stroke, true, false, marks + 1),
                (false, 2) => made(stroke, false, true, 2),
                (false, _) => made(stroke, false, false, marks),
            };
        }
    }
    if hidden >= 3 && !head_before { made(LinkStroke::Hidden, false, false, hidden) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Option<(LinkLine, &str)> {
        let mut cursor = Cursor { rest: text, line: 1 };
        let found = link_line(&mut cursor)?;
        Some((found, cursor.rest))
    }

    #[test]
    fn a_line_of_a_link_has_heads_and_a_text() {
        let drawn = |is_open, is_double, text: Option<&str>| LinkLine {
            is_open,
            is_double,
            is_hidden: false,
            text: text.map(str::to_owned),
        };
        let arrow = drawn(false, false, None);
        for text in ["--> B", "----> B", "==> B", "-.-> B", "-..-> B", "--x B", "--o B", "e1@--> B", "e-1@==> B"] {
            assert_eq!(line(text), Some((arrow.clone(), " B")), "{text}");
        }
        for text in ["--- B", "---- B", "=== B", "-.- B", "<--- B"] {
            assert_eq!(line(text), Some((drawn(true, false, None), " B")), "{text}");
        }
        for text in ["<--> B", "x--x B", "o==o B", "<-.-> B"] {
            assert_eq!(line(text), Some((drawn(false, true, None), " B")), "{text}");
        }
        for text in [
            "-->|a b| C",
            "-- a b --> C",
            "== a b ==> C",
            "-. a b .-> C",
            "--a b--> C",
            "-->\n|a b| C",
            "-- a b ----> C",
        ] {
            let found = line(text).unwrap();
            assert_eq!((found.0, found.1.trim()), (drawn(false, false, Some("a b")), "C"), "{text}");
        }
        assert_eq!(line("-- a-b --> C").unwrap().0.text.as_deref(), Some("a-b"));
        assert_eq!(line("-- \"a --> b\" --> C").unwrap().0.text.as_deref(), Some("\"a --> b\""));
        assert_eq!(line("-->|\"a|b\"| C").unwrap().0.text.as_deref(), Some("\"a|b\""));
        assert_eq!(line("<-- a --> C").unwrap().0, drawn(false, true, Some("a")));
        assert_eq!(line("-- a --- C").unwrap().0, drawn(true, false, Some("a")));
        assert!(line("~~~ B").unwrap().0.is_hidden);
        for text in ["", "B", "-> B", "-- a", "= B", "x", "e1@{ animate: true }", "~~ B"] {
            assert_eq!(line(text), None, "{text}");
        }
    }
}
