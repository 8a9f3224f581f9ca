use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::HubFlow;
use super::arriving::Arrival;
use super::line_pull::LinePull;
use super::standing::HubStanding;
use crate::hub::error::HubError;
use crate::hub::line::{PulledLines, WantedLines};
use crate::hub::line_hub::LineHub;
use crate::record::SessionId;
use crate::record::line::{CarriedLine, LineMark};

/// The maximum number of lines that are read from the hub at once, and of sessions that they are of.
const PAGE: usize = 5_000;
const SESSIONS: usize = 500;

impl HubFlow {
    /// Writes the lines of these sessions that are on the hub and not here into files of this workspace.
    pub(super) fn follow(&mut self, hub: &mut impl LineHub, ids: &BTreeSet<SessionId>) -> Result<(), HubError> {
        let mut pulls: BTreeMap<SessionId, LinePull> = BTreeMap::new();
        for id in ids {
            pulls.extend(self.pull_for(id).map(|pull| (id.clone(), pull)));
        }
        self.arriving = None;
        // What is written of a page is safe on disk before the next one is asked for.
        while !pulls.is_empty() {
            let page = page_of(&pulls);
            let asked: Vec<WantedLines> = page.iter().filter(|wanted| wanted.after < wanted.up_to).cloned().collect();
            let lines = hub.lines_of(&asked)?;
            let mut lines: BTreeMap<SessionId, PulledLines> =
                lines.into_iter().map(|lines| (lines.session.clone(), lines)).collect();
            for wanted in page {
                let Some(mut pull) = pulls.remove(&wanted.session) else { continue };
                let came = lines.remove(&wanted.session);
                let id = wanted.session;
                match self.arrive(&id, &mut pull, wanted.up_to, came) {
                    Arrival::Taken if pull.after < pull.last => {
                        pulls.insert(id, pull);
                    }
                    Arrival::Taken => pulls.extend(self.check_strikes(hub, &id, pull)?.map(|pull| (id, pull))),
                    Arrival::Refused => {}
                    // The session was written in two places, so it is read once more, into another file.
                    Arrival::Other => {
                        self.other.insert(pull.path);
                        pulls.extend(self.pull_for(&id).map(|pull| (id, pull)));
                    }
                }
            }
            self.sync_arrived();
        }
        self.arriving = None;
        self.name_second_writers(ids);
        Ok(())
    }

    /// The file into which the lines of a session go; `None` when there are none to read, or nowhere to write them.
    fn pull_for(&mut self, id: &SessionId) -> Option<LinePull> {
        let head = self.head(id)?.clone();
        let header = CarriedLine { text: head.header.clone(), mark: head.header_mark };
        let begin = |path: PathBuf| LinePull {
            path,
            after: 0,
            last: head.last,
            above: header.mark,
            next: None,
            header: header.clone(),
        };
        let mut standings = Vec::new();
        for file in self.files_of(id) {
            standings.push((self.standing_of(file), file.path().to_owned()));
        }
        if standings.iter().any(|(standing, _)| matches!(standing, HubStanding::There { .. })) {
            return None;
        }
        if let Some((_, path)) = standings.iter().find(|(standing, _)| *standing == HubStanding::Longer) {
            let file = self.files.get(path)?.file();
            let after = file.len().saturating_sub(1);
            let next = file.mark_at(file.len()).filter(|_| !file.is_empty());
            return Some(LinePull { after: after as u64, above: file.mark_at(after)?, next, ..begin(path.clone()) });
        }
        if standings.is_empty() {
            if self.workspace.was_removed(id) || !self.is_header(id, &header) {
                return None;
            }
            let path = self.workspace.path_for_arriving(id);
            if path.is_none() {
                self.tell(&format!(
                    "a session on the hub is called {id:?}, which no file can be called; it is left out"
                ));
            }
            return path.map(begin);
        }
        let beside = self.workspace.path_beside(id);
        if standings.iter().any(|(_, path)| *path == beside) || !self.is_header(id, &header) {
            return None;
        }
        Some(begin(beside))
    }

    /// Whether a header from the hub is that of this session.
    fn is_header(&mut self, id: &SessionId, header: &CarriedLine) -> bool {
        let sealed = LineMark::seal(None, header.text.as_bytes()) == header.mark;
        match header.header() {
            Some(found) if found.id == *id => true,
            None if sealed && header.text.starts_with("(format: ") => {
                self.tell(&format!("{id} was written by a newer version of adjacent, which is needed to follow it"));
                false
            }
            _ => {
                self.tell(&format!("the header of {id} was altered on the hub; the session is not taken"));
                false
            }
        }
    }

    /// Names the sessions that were written in two places, and what to do about them.
    fn name_second_writers(&mut self, ids: &BTreeSet<SessionId>) {
        for id in ids {
            let Some(by) = self.head(id).map(|head| head.last_by.clone()) else { continue };
            let files = self.files_of(id);
            let other = files.iter().find(|file| self.standing_of(file) == HubStanding::Other);
            let same = files.iter().find(|file| matches!(self.standing_of(file), HubStanding::There { .. }));
            let (Some(other), Some(same)) = (other, same) else { continue };
            let place = (1..=same.file().len() + 1)
                .find(|place| other.file().mark_at(*place) != same.file().mark_at(*place))
                .unwrap_or(1);
            let name =
                |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let (other, same) = (name(other.path()), name(same.path()));
            let by = if by.is_empty() { "another console".to_owned() } else { by };
            let called = self.called(id);
            self.tell(&format!(
                "{called} was written in two places: from line {place} on the hub has lines of {by}, which are in {same}. \
                 Yours are in {other} and stay off the hub; adjacent sessions --part {other:?} makes them a session of \
                 their own"
            ));
        }
    }
}

/// The lines of the next page: those of the first sessions, as many as fit.
fn page_of(pulls: &BTreeMap<SessionId, LinePull>) -> Vec<WantedLines> {
    let mut left = PAGE as u64;
    let mut page = Vec::new();
    for (id, pull) in pulls.iter().take(SESSIONS) {
        if left == 0 {
            break;
        }
        let up_to = pull.last.min(pull.after.saturating_add(left));
        left = left.saturating_sub(up_to.saturating_sub(pull.after));
        page.push(WantedLines { session: id.clone(), after: pull.after, up_to });
    }
    page
}
