use jiff::Timestamp;
use tokio_postgres::Row;

use super::connection::HubConnection;
use super::error::HubError;
use super::line::{HubLine, HubSession, LinePlace, PulledLine};
use super::values::{column, mark, number, numbers, perhaps_moment, seq, stored, text, texts};
use crate::record::SessionId;

/// How many sessions are asked about in one statement.
const SESSIONS_AT_ONCE: usize = 64;

/// The sessions `s` of workspace `$1`, each with its last line; a condition on `s` follows.
const HEADS: &str = "SELECT s.id, s.header, s.seal, coalesce(l.seq, 0), coalesce(l.seal, s.seal), coalesce(m.name, ''),
        (extract(epoch FROM s.closed_at) * 1000)::bigint
   FROM adjacent.session s
   LEFT JOIN LATERAL (SELECT i.seq, i.seal, i.member FROM adjacent.line i
                       WHERE i.workspace = s.workspace AND i.session = s.id ORDER BY i.seq DESC LIMIT 1) l ON true
   LEFT JOIN adjacent.member m ON m.workspace = s.workspace AND m.id = coalesce(l.member, s.member)
  WHERE s.workspace = $1::text::uuid";

impl HubConnection {
    /// All sessions of the workspace with their last lines, in order of their ids.
    pub fn heads(&mut self) -> Result<Vec<HubSession>, HubError> {
        let rows = self.link.rows(&format!("{HEADS} ORDER BY s.id"), &[text(&self.workspace)])?;
        rows.iter().map(session_of).collect()
    }

    /// These sessions with their last lines, in order of their ids; without those that the hub does not know.
    pub fn heads_of(&mut self, sessions: &[SessionId]) -> Result<Vec<HubSession>, HubError> {
        let ids: Vec<&str> = sessions.iter().map(SessionId::as_str).collect();
        let statement = format!("{HEADS} AND s.id = ANY ($2) ORDER BY s.id");
        let rows = self.link.rows(&statement, &[text(&self.workspace), texts(&ids)])?;
        rows.iter().map(session_of).collect()
    }

    /// Reads the lines after each of these places, at most this many together, in the order of the places and of their
    /// numbers. When fewer than `at_most` come, there were no more.
    pub fn lines_after(&mut self, places: &[LinePlace], at_most: usize) -> Result<Vec<PulledLine>, HubError> {
        let mut lines = Vec::new();
        for places in places.chunks(SESSIONS_AT_ONCE) {
            let left = at_most.saturating_sub(lines.len());
            if left == 0 {
                break;
            }
            lines.extend(self.lines_after_few(places, left)?);
        }
        Ok(lines)
    }

    fn lines_after_few(&mut self, places: &[LinePlace], at_most: usize) -> Result<Vec<PulledLine>, HubError> {
        let ids: Vec<&str> = places.iter().map(|place| place.session.as_str()).collect();
        let after: Vec<i64> = places.iter().map(|place| stored(place.seq)).collect();
        let at_most = i64::try_from(at_most).unwrap_or(i64::MAX);
        let rows = self.link.rows(
            "SELECT p.session, l.seq, l.text, l.seal
               FROM unnest($2, $3) WITH ORDINALITY AS p(session, after, place)
              CROSS JOIN LATERAL (SELECT i.seq, i.text, i.seal FROM adjacent.line i
                                   WHERE i.workspace = $1::text::uuid AND i.session = p.session AND i.seq > p.after
                                   ORDER BY i.seq LIMIT $4) l
              ORDER BY p.place, l.seq LIMIT $4",
            &[text(&self.workspace), texts(&ids), numbers(&after), number(&at_most)],
        )?;
        rows.iter().map(pulled).collect()
    }

    /// Notes when a session was closed. It may still go on later.
    pub fn close_session(&mut self, session: &SessionId, at: Timestamp) -> Result<(), HubError> {
        self.link.run(
            "UPDATE adjacent.session SET closed_at = to_timestamp($3::bigint / 1000.0)
              WHERE workspace = $1::text::uuid AND id = $2 AND closed_at IS DISTINCT FROM to_timestamp($3::bigint / 1000.0)",
            &[text(&self.workspace), text(&session.as_str()), number(&at.as_millisecond())],
        )?;
        Ok(())
    }
}

fn session_of(row: &Row) -> Result<HubSession, HubError> {
    Ok(HubSession {
        id: column::<String>(row, 0)?.into(),
        header: column(row, 1)?,
        header_mark: mark(row, 2)?,
        last: seq(row, 3)?,
        last_mark: mark(row, 4)?,
        last_by: column(row, 5)?,
        closed: perhaps_moment(row, 6)?,
    })
}

fn pulled(row: &Row) -> Result<PulledLine, HubError> {
    let line = HubLine { seq: seq(row, 1)?, text: column(row, 2)?, mark: mark(row, 3)? };
    Ok(PulledLine { session: column::<String>(row, 0)?.into(), line })
}
