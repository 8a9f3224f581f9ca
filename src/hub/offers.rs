use std::collections::BTreeMap;

use super::connection::HubConnection;
use super::error::{HubError, HubTrouble};
use super::line::{HubLine, OfferedLines};
use super::values::{column, mark, number, numbers, seq, stored, text, texts};
use crate::record::SessionId;
use crate::record::line::LineMark;

/// How many lines, and about how many bytes, go up in one statement.
const LINES_AT_ONCE: usize = 1_000;
const BYTES_AT_ONCE: usize = 4 << 20;

/// What the hub holds in one place of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Held {
    mark: LineMark,
    by: String,
}

impl HubConnection {
    /// Offers the header of a session: its text without the mark, and its mark. May be repeated.
    pub fn offer_session(
        &mut self,
        session: &SessionId,
        header: &str,
        mark: LineMark,
    ) -> Result<OfferedLines, HubError> {
        self.link.run(
            "INSERT INTO adjacent.session (workspace, id, header, seal, member)
             VALUES ($1::text::uuid, $2, $3, $4, $5::text::uuid) ON CONFLICT DO NOTHING",
            &[
                text(&self.workspace),
                text(&session.as_str()),
                text(&header),
                text(&mark.to_string()),
                text(&self.member),
            ],
        )?;
        let held = self.held(session, 0, 0)?.remove(&0).ok_or_else(|| {
            HubError::new(
                HubTrouble::NotAdmitted,
                "the hub did not take the session",
                "ask whether this login may write",
            )
        })?;
        Ok(if held.mark == mark { OfferedLines::Stored } else { other(0, held) })
    }

    /// Offers lines of a session that follow each other, below a line (or the header) with the mark `above`.
    ///
    /// They go up in order and in parts, each of which is stored whole or not at all. May be repeated: a line that is there
    /// with the same mark is left as it is.
    pub fn offer_lines(
        &mut self,
        session: &SessionId,
        above: LineMark,
        lines: &[HubLine],
    ) -> Result<OfferedLines, HubError> {
        let (mut above, mut rest) = (above, lines);
        while !rest.is_empty() {
            let (part, after) = rest.split_at(part_of(rest));
            let offered = self.offer_part(session, above, part)?;
            if offered != OfferedLines::Stored {
                return Ok(offered);
            }
            above = part.last().map_or(above, |line| line.mark);
            rest = after;
        }
        Ok(OfferedLines::Stored)
    }

    /// Offers a part, and once more what of it is not there, should some of it be.
    fn offer_part(&mut self, session: &SessionId, above: LineMark, part: &[HubLine]) -> Result<OfferedLines, HubError> {
        let refused = match self.insert(session, above, part) {
            Ok(()) => return Ok(OfferedLines::Stored),
            Err(error) if is_about_places(&error) => error,
            Err(error) => return Err(error),
        };
        let first = part.first().map_or(1, |line| line.seq);
        let last = part.last().map_or(first, |line| line.seq);
        let held = self.held(session, first.saturating_sub(1), last)?;
        match compare(&held, above, part) {
            Compared::Lacking(place) => {
                let (here, lacking) = part.split_at(place);
                let above = here.last().map_or(above, |line| line.mark);
                if lacking.is_empty() {
                    return Ok(OfferedLines::Stored);
                }
                if here.is_empty() {
                    // Nothing of it is there and the line above is right: the refusal was about something else.
                    return Err(refused);
                }
                self.insert(session, above, lacking).map(|()| OfferedLines::Stored)
            }
            Compared::Differs(seq, held) => Ok(other(seq, held)),
            Compared::NothingAbove if self.held(session, 0, 0)?.is_empty() => Ok(OfferedLines::NoSession),
            Compared::NothingAbove => Ok(OfferedLines::Behind(self.last(session)?)),
        }
    }

    fn insert(&mut self, session: &SessionId, above: LineMark, lines: &[HubLine]) -> Result<(), HubError> {
        let seqs: Vec<i64> = lines.iter().map(|line| stored(line.seq)).collect();
        let said: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        let seals: Vec<String> = lines.iter().map(|line| line.mark.to_string()).collect();
        let above = std::iter::once(above.to_string()).chain(seals.iter().cloned());
        let above: Vec<String> = above.take(lines.len()).collect();
        let stored = self.link.run(
            "INSERT INTO adjacent.line (workspace, session, seq, text, above, seal, member)
             SELECT $1::text::uuid, $2, n.seq, n.text, n.above, n.seal, $3::text::uuid
               FROM unnest($4, $5, $6, $7) WITH ORDINALITY AS n(seq, text, above, seal, place) ORDER BY n.place",
            &[
                text(&self.workspace),
                text(&session.as_str()),
                text(&self.member),
                numbers(&seqs),
                texts(&said),
                texts(&above),
                texts(&seals),
            ],
        )?;
        if stored == lines.len() as u64 {
            return Ok(());
        }
        Err(HubError::strange(format!("the hub stored {stored} of {} lines", lines.len())))
    }

    /// What the hub holds of a session from one place to another; place 0 is the header.
    fn held(&mut self, session: &SessionId, from: u64, to: u64) -> Result<BTreeMap<u64, Held>, HubError> {
        let rows = self.link.rows(
            "SELECT h.seq, h.seal, coalesce(m.name, '') FROM (
                 SELECT 0::bigint AS seq, s.seal, s.member FROM adjacent.session s
                  WHERE s.workspace = $1::text::uuid AND s.id = $2 AND $3::bigint = 0
                  UNION ALL
                 SELECT l.seq, l.seal, l.member FROM adjacent.line l
                  WHERE l.workspace = $1::text::uuid AND l.session = $2 AND l.seq BETWEEN $3::bigint AND $4::bigint
             ) h LEFT JOIN adjacent.member m ON m.workspace = $1::text::uuid AND m.id = h.member",
            &[text(&self.workspace), text(&session.as_str()), number(&stored(from)), number(&stored(to))],
        )?;
        rows.iter().map(|row| Ok((seq(row, 0)?, Held { mark: mark(row, 1)?, by: column(row, 2)? }))).collect()
    }

    /// The number of the last line of a session on the hub; 0 when there is none.
    fn last(&mut self, session: &SessionId) -> Result<u64, HubError> {
        let row = self.link.row(
            "SELECT coalesce(max(l.seq), 0) FROM adjacent.line l WHERE l.workspace = $1::text::uuid AND l.session = $2",
            &[text(&self.workspace), text(&session.as_str())],
        )?;
        row.map_or(Ok(0), |row| seq(&row, 0))
    }
}

/// How lines that were offered compare with those on the hub.
#[derive(Debug, PartialEq, Eq)]
enum Compared {
    /// The lines before this one are there; it and those after it are not.
    Lacking(usize),
    /// Another line stands at this number.
    Differs(u64, Held),
    /// The line above the first one is not there.
    NothingAbove,
}

fn compare(held: &BTreeMap<u64, Held>, above: LineMark, lines: &[HubLine]) -> Compared {
    let first = lines.first().map_or(1, |line| line.seq).saturating_sub(1);
    match held.get(&first) {
        None => return Compared::NothingAbove,
        Some(held) if held.mark != above => return Compared::Differs(first, held.clone()),
        Some(_) => {}
    }
    for (place, line) in lines.iter().enumerate() {
        match held.get(&line.seq) {
            None => return Compared::Lacking(place),
            Some(held) if held.mark != line.mark => return Compared::Differs(line.seq, held.clone()),
            Some(_) => {}
        }
    }
    Compared::Lacking(lines.len())
}

/// Whether a refusal may come from what is in those places already.
fn is_about_places(error: &HubError) -> bool {
    error.trouble == HubTrouble::Unchained
}

/// How many of these lines go up in one statement: at least one.
fn part_of(lines: &[HubLine]) -> usize {
    let mut bytes = 0_usize;
    let fitting = lines.iter().take(LINES_AT_ONCE).take_while(|line| {
        bytes = bytes.saturating_add(line.text.len());
        bytes <= BYTES_AT_ONCE
    });
    fitting.count().clamp(1, lines.len().max(1))
}

fn other(seq: u64, held: Held) -> OfferedLines {
    OfferedLines::OtherLine { seq, mark: held.mark, by: held.by }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(seq: u64, text: &str) -> HubLine {
        HubLine { seq, text: text.to_owned(), mark: LineMark::seal(None, text.as_bytes()) }
    }

    fn on_the_hub(lines: &[HubLine]) -> BTreeMap<u64, Held> {
        lines.iter().map(|line| (line.seq, Held { mark: line.mark, by: "Lisbon".to_owned() })).collect()
    }

    #[test]
    fn lines_are_compared_from_the_line_above_on() {
        let [four, five, six] = [line(4, "four"), line(5, "five"), line(6, "six")];
        let offered = [five.clone(), six.clone()];
        let above = four.mark;
        assert_eq!(compare(&on_the_hub(&[]), above, &offered), Compared::NothingAbove);
        assert_eq!(compare(&on_the_hub(std::slice::from_ref(&four)), above, &offered), Compared::Lacking(0));
        assert_eq!(compare(&on_the_hub(&[four.clone(), five.clone()]), above, &offered), Compared::Lacking(1));
        assert_eq!(compare(&on_the_hub(&[four.clone(), five.clone(), six]), above, &offered), Compared::Lacking(2));
        let theirs = on_the_hub(&[four.clone(), line(5, "theirs")]);
        assert!(matches!(compare(&theirs, above, &offered), Compared::Differs(5, held) if held.by == "Lisbon"));
        assert!(matches!(compare(&on_the_hub(&[line(4, "theirs")]), above, &offered), Compared::Differs(4, _)));
    }

    #[test]
    fn a_part_has_at_least_one_line_and_no_more_than_fit() {
        let long = vec![line(1, &"x".repeat(BYTES_AT_ONCE + 1)), line(2, "short")];
        assert_eq!(part_of(&long), 1);
        assert_eq!(part_of(&vec![line(1, "short"); LINES_AT_ONCE + 1]), LINES_AT_ONCE);
        assert_eq!(part_of(&[line(1, "short")]), 1);
    }
}
