use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::HubFlow;
use super::standing::HubStanding;
use crate::hub::error::HubError;
use crate::hub::line::{HubLine, LinePlace, PulledLine};
use crate::hub::line_hub::LineHub;
use crate::record::SessionId;
use crate::record::line::{CarriedLine, LineMark};
use crate::store::{Received, SealedFollower};

/// The maximum number of lines that are read from the hub at once.
const PAGE: usize = 5_000;

/// A session whose lines are to be read from the hub, and the file they go into.
#[derive(Clone, Debug)]
struct LinePull {
    path: PathBuf,
    header: CarriedLine,
    /// The place of the last line that is known; 0 is the header.
    after: usize,
    /// The mark of that line.
    above: LineMark,
    /// The mark of the line below it, where that line is in the file too. It is read again, to see whether the file holds
    /// the lines of the hub at all.
    next: Option<LineMark>,
}

/// What came of lines from the hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arrival {
    /// They are in the file; more may come.
    Taken,
    /// They are not taken, and that was said.
    Refused,
    /// The file holds other lines of the session.
    Other,
}

impl HubFlow {
    /// Writes the lines of these sessions that are on the hub and not here into files of this workspace.
    pub(super) fn follow(&mut self, hub: &mut impl LineHub, ids: &BTreeSet<SessionId>) -> Result<(), HubError> {
        let mut pulls: BTreeMap<SessionId, LinePull> = BTreeMap::new();
        for id in ids {
            pulls.extend(self.pull_for(id).map(|pull| (id.clone(), pull)));
        }
        // A session that turns out to have been written in two places is read once more, into another file.
        while !pulls.is_empty() {
            let places: Vec<LinePlace> =
                pulls.iter().map(|(id, pull)| LinePlace { session: id.clone(), seq: pull.after as u64 }).collect();
            let lines = hub.lines_after(&places, PAGE)?;
            let last = (lines.len() >= PAGE).then(|| lines.last().map(|line| line.session.clone())).flatten();
            let mut arrived = by_session(lines);
            for (id, mut pull) in std::mem::take(&mut pulls) {
                let is_whole = last.as_ref().is_none_or(|last| id < *last);
                let lines = arrived.remove(&id).unwrap_or_default();
                // Nothing of a session that comes behind the last line of a full page was read.
                let unread = last.as_ref().is_some_and(|last| id > *last);
                if unread {
                    pulls.insert(id, pull);
                    continue;
                }
                match self.arrive(&id, &mut pull, lines) {
                    Arrival::Taken if is_whole => self.check_strikes(&id, &pull),
                    Arrival::Taken => {
                        pulls.insert(id, pull);
                    }
                    Arrival::Refused => {}
                    Arrival::Other => {
                        self.other.insert(pull.path);
                        pulls.extend(self.pull_for(&id).map(|pull| (id, pull)));
                    }
                }
            }
        }
        self.name_second_writers(ids);
        Ok(())
    }

    /// The file into which the lines of a session go; `None` when there are none to read, or nowhere to write them.
    fn pull_for(&mut self, id: &SessionId) -> Option<LinePull> {
        let head = self.head(id)?.clone();
        let header = CarriedLine { text: head.header.clone(), mark: head.header_mark };
        let begin = |path: PathBuf| LinePull { path, after: 0, above: header.mark, next: None, header: header.clone() };
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
            return Some(LinePull { after, above: file.mark_at(after)?, next, ..begin(path.clone()) });
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

    /// Checks lines from the hub, and writes those that are sealed into their file.
    fn arrive(&mut self, id: &SessionId, pull: &mut LinePull, lines: Vec<HubLine>) -> Arrival {
        let mut good = Vec::new();
        let (mut above, mut altered) = (pull.above, None);
        for (line, seq) in lines.into_iter().zip((pull.after as u64).saturating_add(1)..) {
            let HubLine { seq: numbered, text, mark } = line;
            let line = CarriedLine { text, mark };
            if good.is_empty() && pull.next.take().is_some_and(|next| next != mark) {
                return Arrival::Other;
            }
            if numbered != seq || !(line.is_sealed_below(above) || line.is_struck()) {
                altered = Some(seq);
                break;
            }
            above = mark;
            good.push(line);
        }
        let taken = self.write(id, pull, &good);
        if taken == Arrival::Taken {
            pull.after = pull.after.saturating_add(good.len());
            pull.above = above;
        }
        match altered {
            Some(seq) if taken == Arrival::Taken => {
                self.name_altered(id, seq);
                Arrival::Refused
            }
            _ => taken,
        }
    }

    fn write(&mut self, id: &SessionId, pull: &LinePull, lines: &[CarriedLine]) -> Arrival {
        let before = self.files.get(&pull.path).map_or(0, |file| file.file().len());
        match self.workspace.receive(&pull.path, &pull.header, pull.after, lines) {
            Ok(Received::Written) => {
                self.look_at(&pull.path);
                let now = self.files.get(&pull.path).map_or(0, |file| file.file().len());
                let struck = (pull.after as u64).saturating_add(1)..;
                let struck = struck.zip(lines).filter(|(_, line)| line.is_struck()).map(|(seq, _)| (id.clone(), seq));
                self.struck.extend(struck);
                if now != before || before == 0 {
                    self.flowed.arrived.insert(id.clone());
                }
                Arrival::Taken
            }
            Ok(Received::OtherLines) => {
                let called = self.called(id);
                self.tell(&format!(
                    "{called} cannot be followed: its file here was damaged or changed by hand; adjacent check {id} \
                     says more"
                ));
                Arrival::Refused
            }
            // The session is being written here, or the disk is full: it is tried again.
            Err(error) => {
                self.tell(&error.to_string());
                Arrival::Refused
            }
        }
    }

    fn name_altered(&mut self, id: &SessionId, seq: u64) {
        let called = self.called(id);
        self.tell(&format!(
            "line {seq} of {called} ({id}) was altered on the hub: its seal does not fit. The lines above it are here; it \
             and those below are not taken"
        ));
    }

    /// Names a line that was emptied on the hub although no line of the session says that it was struck out.
    fn check_strikes(&mut self, id: &SessionId, pull: &LinePull) {
        let Some(file) = self.files.get(&pull.path).map(SealedFollower::file) else { return };
        if file.sound() < file.len() {
            let (place, called) = (file.sound().saturating_add(1), self.called(id));
            self.tell(&format!(
                "line {place} of {called} ({id}) was emptied on the hub, and nothing in the session says that it was \
                 struck out"
            ));
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
            let name = |path: &std::path::Path| {
                path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
            };
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

/// The lines of each session, in the order in which they came.
fn by_session(lines: Vec<PulledLine>) -> BTreeMap<SessionId, Vec<HubLine>> {
    let mut sessions: BTreeMap<SessionId, Vec<HubLine>> = BTreeMap::new();
    for PulledLine { session, line } in lines {
        sessions.entry(session).or_default().push(line);
    }
    sessions
}
