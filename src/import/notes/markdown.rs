//! Minutes in Markdown: front matter, headings, lists, boxes to tick, tables, quotes, code. The heading lines of notes
//! (`# title:`) are read as well.

mod inline;
mod matter;

use self::inline::{plain, without_comments};
use self::matter::{is_front_matter, people_present, read_front_matter};
use super::transcript::{NotesLine, Transcript, bare, read_header, split_step, split_time};
use crate::record::SessionTime;

/// Whether a text is Markdown for certain, because it begins with front matter.
pub(super) fn is_markdown(text: &str) -> bool {
    is_front_matter(text)
}

/// Reads minutes. Comments become no lines; quotes, tables and code are only offered.
pub(super) fn read(text: &str) -> Transcript {
    let mut transcript = Transcript::default();
    let text = without_comments(text.trim_start_matches('\u{feff}'));
    let body = read_front_matter(&mut transcript, &text);
    let mut page = MarkdownPage { transcript, at: SessionTime::OPENING, fence: None, table: 0 };
    for (number, line) in (1..).zip(text.lines()).skip(body) {
        page.read(number, line);
    }
    page.transcript
}

/// A page while it is read.
struct MarkdownPage {
    transcript: Transcript,
    at: SessionTime,
    /// The marks that end the code, inside code.
    fence: Option<&'static str>,
    /// How many rows of the current table were read.
    table: usize,
}

impl MarkdownPage {
    fn read(&mut self, number: usize, line: &str) {
        let line = line.trim();
        if let Some(fence) = ["```", "~~~"].into_iter().find(|fence| line.starts_with(fence)) {
            self.fence = if self.fence.is_some() { None } else { Some(fence) };
            return;
        }
        if self.fence.is_some() {
            return self.offer(number, line);
        }
        if line.starts_with('|') {
            return self.read_row(number, line);
        }
        self.table = 0;
        if line.is_empty() || is_rule(line) {
            return;
        }
        if self.transcript.lines.is_empty() && read_header(&mut self.transcript, number, line) {
            return;
        }
        if let Some(heading) = heading(line) {
            if self.transcript.title.is_none() {
                self.transcript.title = Some(plain(heading));
            }
            return;
        }
        if let Some(quote) = line.strip_prefix('>') {
            return self.offer(number, plain(quote.trim_start_matches(['>', ' '])).trim());
        }
        let (time, rest) = split_time(bare(line));
        self.at = time.unwrap_or(self.at).max(self.at);
        let (step, rest) = split_step(without_number(rest));
        let text = plain(rest);
        if let Some(people) = people_present(&text) {
            self.transcript.people.extend(people);
            return;
        }
        // A box to tick keeps its bullet, because it opens a promise.
        let text = if text.starts_with("[ ]") || text.starts_with("[x]") || text.starts_with("[X]") {
            format!("- {text}")
        } else {
            text
        };
        if !text.is_empty() {
            self.transcript.lines.push(NotesLine::typed(number, self.at, step, &text));
        }
    }

    /// Adds a line that is only offered.
    fn offer(&mut self, number: usize, text: &str) {
        if text.chars().any(char::is_alphanumeric) {
            let line = NotesLine::typed(number, self.at, None, text);
            self.transcript.lines.push(NotesLine { only_offered: true, ..line });
        }
    }

    /// Reads a row of a table; the first two are its heading and the rule below.
    fn read_row(&mut self, number: usize, line: &str) {
        self.table += 1;
        let cells = line.trim_matches('|').split('|').map(|cell| plain(cell.trim())).filter(|cell| !cell.is_empty());
        if self.table > 2 {
            let row: Vec<String> = cells.collect();
            self.offer(number, &row.join(", "));
        }
    }
}

/// Returns the text of a heading: hash marks and a space. A mark directly before a word names a forum.
fn heading(line: &str) -> Option<&str> {
    let text = line.trim_start_matches('#');
    let marks = line.len() - text.len();
    ((1..=6).contains(&marks) && text.starts_with(' ')).then(|| text.trim().trim_end_matches('#').trim())
}

/// Whether a line only separates others: `---`, `***`, `====`.
fn is_rule(line: &str) -> bool {
    let mut chars = line.chars().filter(|c| !c.is_whitespace());
    let first = chars.next();
    line.len() > 2 && first.is_some_and(|c| "-*_=".contains(c)) && chars.all(|c| Some(c) == first)
}

/// Returns a line without the number of a list: `1. ` or `2) `.
fn without_number(line: &str) -> &str {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.len() - rest.len();
    let behind = rest.strip_prefix(['.', ')']).filter(|behind| (1..=3).contains(&number) && behind.starts_with(' '));
    behind.map_or(line, str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTES: &str = "---\ntitle: \"Show and tell\"\ndate: 2019-03-22\nattendees: [Dan, Eve Adams]\n---\n# Chatbots research: waste\n\n\
        **Present:** Ana (Customer Services), Ben (IT), Cleo\n\n## Key findings\n- Phone calls are 14.5% of all calls\n* bot needs collection data\n\
        + *real-time data* from crews -> fewer \"where\" calls\n1. poor search -> more calls\n\n## Actions\n- [ ] Ana: send call log by 1 April\n\n\
        | What | Who | When |\n| --- | --- | --- |\n| DPIA | Cleo | 12 April |\n\n> \"I just want to know\"\n\n```\nbot -> more calls\n```\n\
        <!-- not for the minutes: Ana is\nleaving in June -->\n[the notes](https://example.org/notes) <!-- x --> are there\n#Forum covers @Claims\n***\n";

    #[test]
    fn minutes_become_lines_without_their_marks() {
        let read = read(MINUTES);
        let lines: Vec<_> =
            read.lines.iter().map(|line| (line.number, line.only_offered, line.text.as_str())).collect();
        assert_eq!(
            lines,
            [
                (11, false, "Phone calls are 14.5% of all calls"),
                (12, false, "bot needs collection data"),
                (13, false, "real-time data from crews -> fewer \"where\" calls"),
                (14, false, "poor search -> more calls"),
                (17, false, "- [ ] Ana: send call log by 1 April"),
                (21, true, "DPIA, Cleo, 12 April"),
                (23, true, "\"I just want to know\""),
                (26, true, "bot -> more calls"),
                (30, false, "the notes are there"),
                (31, false, "#Forum covers @Claims"),
            ]
        );
        assert_eq!((read.title.as_deref(), read.date), (Some("Show and tell"), Some(jiff::civil::date(2019, 3, 22))));
        assert_eq!(read.people, ["Dan", "Eve Adams", "Ana (Customer Services)", "Ben (IT)", "Cleo"]);
        assert!(read.remarks.is_empty(), "{:?}", read.remarks);
    }

    #[test]
    fn notes_with_a_heading_of_notes_are_read_as_before() {
        let read = read(
            "# title: A\n# person: mei = Mei @ Claims\n[01:40] next.2 mei> Bot -> less calls : seen\n*Every customer heard\n",
        );
        assert_eq!((read.title.as_deref(), read.people.len()), (Some("A"), 1));
        assert_eq!(read.lines[0].step, Some(crate::record::StepId::new("next", 2)));
        assert_eq!(read.lines[0].text, "mei> Bot -> less calls : seen");
        assert_eq!(read.lines[1].text, "*Every customer heard", "a sigil is no emphasis");
    }

    #[test]
    fn a_page_without_front_matter_is_called_by_its_first_heading() {
        let read = read("# Weekly notes\n\ntext below\n====\n2026 was long\n");
        assert_eq!(read.title.as_deref(), Some("Weekly notes"));
        let lines: Vec<_> = read.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(lines, ["text below", "2026 was long"]);
    }
}
