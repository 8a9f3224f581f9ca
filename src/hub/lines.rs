use jiff::Timestamp;
use tokio_postgres::Row;

use super::connection::HubConnection;
use super::error::HubError;
use super::line::{HubSession, PulledLines, WantedLines};
use super::values::{column, mark, number, numbers, perhaps_moment, seq, stored, text, texts};
use crate::record::SessionId;

/// The sessions `s` of workspace `$1`, each with its last line; a condition on `s` follows.
const HEADS: &str = "SELECT s.id, s.header, s.seal, coalesce(l.seq, 0), coalesce(l.seal, s.seal), coalesce(m.name, ''),
        (extract(epoch FROM s.closed_at) * 1000)::bigint
   FROM adjacent.session s
   LEFT JOIN LATERAL (SELECT i.seq, i.seal, i.member FROM adjacent.line i
                       WHERE i.workspace = s.workspace AND i.session = s.id ORDER BY i.seq DESC LIMIT 1) l ON true
   LEFT JOIN adjacent.member m ON m.workspace = s.workspace AND m.id = coalesce(l.member, s.member)
  WHERE s.workspace = $1::text::uuid";

/// The lines of sessions `$2` of workspace `$1`, after those with the numbers `$3` up to those with the numbers `$4`. If the
/// last one has a greater number than there are lines, the first that is lacking is looked for.
const LINES: &str = "SELECT p.session, l.lines,
        CASE WHEN l.last - p.after > l.count THEN
             (SELECT min(n.seq) FROM generate_series(p.after + 1, l.last) AS n(seq)
               WHERE NOT EXISTS (SELECT FROM adjacent.line i WHERE i.workspace = $1::text::uuid
                                    AND i.session = p.session AND i.seq = n.seq)) END,
        p.after
   FROM unnest($2, $3, $4) WITH ORDINALITY AS p(session, after, up_to, place)
  CROSS JOIN LATERAL (
        SELECT string_agg(i.text || ' // ' || i.seal, E'\\n' ORDER BY i.seq) || E'\\n' AS lines, count(*), max(i.seq) AS last
          FROM adjacent.line i
         WHERE i.workspace = $1::text::uuid AND i.session = p.session AND i.seq > p.after AND i.seq <= p.up_to) l
  WHERE l.count > 0
  ORDER BY p.place";

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

    /// Reads these lines in one statement, in the order in which they are asked for; a session of which the hub has none of
    /// them is left out. Their number, and so the memory for the answer, is bounded by what is asked for.
    ///
    /// The database puts the lines of a session together: a row for each would cost more than the line itself.
    pub fn lines_of(&mut self, wanted: &[WantedLines]) -> Result<Vec<PulledLines>, HubError> {
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<&str> = wanted.iter().map(|wanted| wanted.session.as_str()).collect();
        let after: Vec<i64> = wanted.iter().map(|wanted| stored(wanted.after)).collect();
        let up_to: Vec<i64> = wanted.iter().map(|wanted| stored(wanted.up_to)).collect();
        let rows = self.link.rows(LINES, &[text(&self.workspace), texts(&ids), numbers(&after), numbers(&up_to)])?;
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

fn pulled(row: &Row) -> Result<PulledLines, HubError> {
    let (session, lines): (String, String) = (column(row, 0)?, column(row, 1)?);
    let Some(lacking) = column::<Option<i64>>(row, 2)? else {
        return Ok(PulledLines { session: session.into(), lines, lacking: None });
    };
    // Somebody took a line out with a superuser's hands.
    let lacking = u64::try_from(lacking).unwrap_or_default();
    let above = usize::try_from(lacking.saturating_sub(seq(row, 3)?).saturating_sub(1)).unwrap_or(usize::MAX);
    let lines = lines.split_inclusive('\n').take(above).collect();
    Ok(PulledLines { session: session.into(), lines, lacking: Some(lacking) })
}
