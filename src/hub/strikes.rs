use super::connection::HubConnection;
use super::error::HubError;
use super::members::{MEMBER, member_of};
use super::strike::{HubStrike, OpenStrike};
use super::values::{column, moment, number, seq, stored, text};
use crate::record::SessionId;

impl HubConnection {
    /// Overwrites a line on the hub: its new text has as many bytes, its mark stays. May be repeated. This console counts
    /// as having taken it.
    pub fn strike(&mut self, strike: &HubStrike) -> Result<(), HubError> {
        self.link.run(
            "INSERT INTO adjacent.strike (workspace, session, seq, text, member)
             VALUES ($1::text::uuid, $2, $3, $4, $5::text::uuid) ON CONFLICT DO NOTHING",
            &[
                text(&self.workspace),
                text(&strike.session.as_str()),
                number(&stored(strike.seq)),
                text(&strike.text),
                text(&self.member),
            ],
        )?;
        Ok(())
    }

    /// The strikes since this console joined that it has not taken, in the order of sessions and lines.
    ///
    /// A console that joins later reads the lines as they are then, so that nothing is left to overwrite.
    pub fn strikes_to_take(&mut self) -> Result<Vec<HubStrike>, HubError> {
        let rows = self.link.rows(
            "SELECT s.session, s.seq, s.text FROM adjacent.strike s
               JOIN adjacent.member m ON m.workspace = s.workspace AND m.id = $2::text::uuid AND m.joined <= s.at
              WHERE s.workspace = $1::text::uuid
                AND NOT EXISTS (SELECT FROM adjacent.taken t WHERE t.workspace = s.workspace
                                 AND t.session = s.session AND t.seq = s.seq AND t.member = m.id)
              ORDER BY s.session, s.seq",
            &[text(&self.workspace), text(&self.member)],
        )?;
        let strike = |row| {
            let session: String = column(row, 0)?;
            Ok(HubStrike { session: session.into(), seq: seq(row, 1)?, text: column(row, 2)? })
        };
        rows.iter().map(strike).collect()
    }

    /// Tells the hub that the text is gone from every file of this console. May be repeated.
    pub fn took_strike(&mut self, session: &SessionId, line: u64) -> Result<(), HubError> {
        self.link.run(
            "INSERT INTO adjacent.taken (workspace, session, seq, member)
             VALUES ($1::text::uuid, $2, $3, $4::text::uuid) ON CONFLICT DO NOTHING",
            &[text(&self.workspace), text(&session.as_str()), number(&stored(line)), text(&self.member)],
        )?;
        Ok(())
    }

    /// The strikes that somebody has not taken yet, the oldest first. Who left is listed too: the copies stayed there.
    pub fn open_strikes(&mut self) -> Result<Vec<OpenStrike>, HubError> {
        let statement = format!(
            "SELECT s.session, s.seq, (extract(epoch FROM s.at) * 1000)::bigint, {MEMBER} FROM adjacent.strike s
               JOIN adjacent.member m ON m.workspace = s.workspace AND m.joined <= s.at
                AND (m.gone IS NULL OR m.gone > s.at)
              WHERE s.workspace = $1::text::uuid
                AND NOT EXISTS (SELECT FROM adjacent.taken t WHERE t.workspace = s.workspace
                                 AND t.session = s.session AND t.seq = s.seq AND t.member = m.id)
              ORDER BY s.at, s.session, s.seq, m.joined, m.id"
        );
        let rows = self.link.rows(&statement, &[text(&self.workspace)])?;
        let mut open: Vec<OpenStrike> = Vec::new();
        for row in &rows {
            let (session, line): (String, u64) = (column(row, 0)?, seq(row, 1)?);
            let member = member_of(row, 3, &self.member)?;
            match open.last_mut().filter(|last| last.session == session && last.seq == line) {
                Some(last) => last.not_taken.push(member),
                None => {
                    let at = moment(row, 2)?;
                    open.push(OpenStrike { session: session.into(), seq: line, at, not_taken: vec![member] });
                }
            }
        }
        Ok(open)
    }
}
