use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::hub::error::{HubError, HubTrouble};
use crate::hub::line::{HubLine, HubSession, OfferedLines, PulledLines, WantedLines};
use crate::hub::line_hub::LineHub;
use crate::hub::strike::HubStrike;
use crate::record::SessionId;
use crate::record::line::LineMark;

/// A hub on paper: it holds lines as the database does, and the connection can be cut at any call, before or after the
/// call was done.
#[derive(Debug, Default)]
pub(super) struct PaperHub {
    pub(super) sessions: BTreeMap<SessionId, PaperSession>,
    pub(super) strikes: Vec<HubStrike>,
    /// The strikes that the console that asks has taken.
    pub(super) taken: BTreeSet<(SessionId, u64)>,
    /// The calls until the connection is cut; `None` when it holds.
    pub(super) cut_after: Option<usize>,
    pub(super) calls: usize,
}

#[derive(Debug)]
pub(super) struct PaperSession {
    pub(super) header: (String, LineMark),
    pub(super) lines: Vec<(String, LineMark)>,
    pub(super) closed: Option<Timestamp>,
}

impl PaperHub {
    /// Does a call, unless the connection is cut before it; says that it was lost, when it is cut after it.
    pub(super) fn call<T>(&mut self, act: impl FnOnce(&mut Self) -> T) -> Result<T, HubError> {
        let lost = || Err(HubError::new(HubTrouble::Away, "the connection was lost", ""));
        self.calls += 1;
        match self.cut_after {
            Some(0) => lost(),
            Some(1) => {
                act(self);
                self.cut_after = Some(0);
                lost()
            }
            Some(left) => {
                self.cut_after = Some(left - 1);
                Ok(act(self))
            }
            None => Ok(act(self)),
        }
    }

    pub(super) fn head(&self, id: &SessionId) -> Option<HubSession> {
        let PaperSession { header: (header, header_mark), lines, closed } = self.sessions.get(id)?;
        Some(HubSession {
            id: id.clone(),
            header: header.clone(),
            header_mark: *header_mark,
            last: lines.len() as u64,
            last_mark: lines.last().map_or(*header_mark, |(_, mark)| *mark),
            last_by: "the console in Ghent".to_owned(),
            closed: *closed,
        })
    }

    pub(super) fn text(&self) -> String {
        let sessions = self.sessions.values();
        sessions
            .flat_map(|session| session.lines.iter().chain([&session.header]))
            .map(|(text, _)| text.as_str())
            .collect()
    }

    pub(super) fn line(&mut self, id: &str, place: usize) -> &mut (String, LineMark) {
        &mut self.sessions.get_mut(id).unwrap().lines[place - 1]
    }
}

impl LineHub for PaperHub {
    fn heads(&mut self) -> Result<Vec<HubSession>, HubError> {
        self.call(|hub| hub.sessions.keys().filter_map(|id| hub.head(id)).collect())
    }

    fn heads_of(&mut self, sessions: &[SessionId]) -> Result<Vec<HubSession>, HubError> {
        self.call(|hub| sessions.iter().filter_map(|id| hub.head(id)).collect())
    }

    fn offer_session(&mut self, id: &SessionId, header: &str, mark: LineMark) -> Result<OfferedLines, HubError> {
        self.call(|hub| {
            let begun = PaperSession { header: (header.to_owned(), mark), lines: Vec::new(), closed: None };
            let there = hub.sessions.entry(id.clone()).or_insert(begun).header.1;
            if there == mark {
                OfferedLines::Stored
            } else {
                OfferedLines::OtherLine { seq: 0, mark: there, by: String::new() }
            }
        })
    }

    fn offer_lines(&mut self, id: &SessionId, above: LineMark, lines: &[HubLine]) -> Result<OfferedLines, HubError> {
        self.call(|hub| {
            let Some(session) = hub.sessions.get_mut(id) else { return OfferedLines::NoSession };
            let first = lines.first().map_or(1, |line| line.seq) as usize;
            let mark_of = |place: usize| {
                if place == 0 { Some(session.header.1) } else { session.lines.get(place - 1).map(|(_, mark)| *mark) }
            };
            match mark_of(first - 1) {
                None => return OfferedLines::Behind(session.lines.len() as u64),
                Some(mark) if mark != above => {
                    return OfferedLines::OtherLine { seq: first as u64 - 1, mark, by: String::new() };
                }
                Some(_) => {}
            }
            for line in lines {
                if let Some(mark) = mark_of(line.seq as usize).filter(|mark| *mark != line.mark) {
                    return OfferedLines::OtherLine { seq: line.seq, mark, by: String::new() };
                }
            }
            let there = session.lines.len() as u64;
            session
                .lines
                .extend(lines.iter().filter(|line| line.seq > there).map(|line| (line.text.clone(), line.mark)));
            OfferedLines::Stored
        })
    }

    fn lines_of(&mut self, wanted: &[WantedLines]) -> Result<Vec<PulledLines>, HubError> {
        self.call(|hub| {
            let each = wanted.iter().filter_map(|wanted| {
                let session = hub.sessions.get(&wanted.session)?;
                let asked = |(seq, _): &(u64, _)| (wanted.after + 1..=wanted.up_to).contains(seq);
                let lines: Vec<String> = (1_u64..)
                    .zip(&session.lines)
                    .filter(asked)
                    .map(|(_, (text, mark))| format!("{text} // {mark}\n"))
                    .collect();
                let pulled = PulledLines { session: wanted.session.clone(), lines: lines.concat(), lacking: None };
                (!pulled.lines.is_empty()).then_some(pulled)
            });
            each.collect()
        })
    }

    fn close_session(&mut self, id: &SessionId, at: Timestamp) -> Result<(), HubError> {
        self.call(|hub| hub.sessions.get_mut(id).unwrap().closed = Some(at))
    }

    fn strike(&mut self, strike: &HubStrike) -> Result<(), HubError> {
        self.call(|hub| {
            let line = hub.line(&strike.session, strike.seq as usize);
            assert_eq!(line.0.len(), strike.text.len());
            line.0.clone_from(&strike.text);
            hub.strikes.retain(|known| known != strike);
            hub.strikes.push(strike.clone());
        })
    }

    fn strikes_to_take(&mut self) -> Result<Vec<HubStrike>, HubError> {
        self.call(|hub| {
            let open = |strike: &&HubStrike| !hub.taken.contains(&(strike.session.clone(), strike.seq));
            hub.strikes.iter().filter(open).cloned().collect()
        })
    }

    fn took_strike(&mut self, session: &SessionId, seq: u64) -> Result<(), HubError> {
        self.call(|hub| {
            hub.taken.insert((session.clone(), seq));
        })
    }
}
