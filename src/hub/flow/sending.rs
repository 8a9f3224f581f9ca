use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::HubFlow;
use super::standing::{HubStanding, travels_up_to};
use crate::hub::error::HubError;
use crate::hub::line::{HubLine, HubSession, OfferedLines};
use crate::hub::line_hub::LineHub;
use crate::record::SessionId;
use crate::record::line::CarriedLine;

/// The maximum number of lines that are offered at once.
const BATCH: usize = 500;

/// The maximum number of times that one file is offered again because the hub has other lines than was known.
const TRIES: usize = 4;

impl HubFlow {
    /// Sends the lines of these sessions that may travel and are not on the hub yet, in order.
    pub(super) fn send(&mut self, hub: &mut impl LineHub, ids: &BTreeSet<SessionId>) -> Result<(), HubError> {
        if !self.may_write {
            return Ok(());
        }
        for id in ids {
            let paths: Vec<PathBuf> = self.files_of(id).iter().map(|file| file.path().to_owned()).collect();
            for path in paths {
                self.send_file(hub, id, &path)?;
            }
            self.send_strikes(hub, id)?;
        }
        Ok(())
    }

    fn send_file(&mut self, hub: &mut impl LineHub, id: &SessionId, path: &Path) -> Result<(), HubError> {
        self.warn_of_damage(id, path);
        let mut tries = 0;
        while tries < TRIES {
            match self.send_batch(hub, id, path)? {
                Sent::Everything => return self.send_end(hub, id, path),
                Sent::Some => {}
                Sent::Refused => {
                    tries += 1;
                    self.heads.get_or_insert_default().remove(id);
                    self.ask_heads(hub, std::slice::from_ref(id))?;
                    self.follow(hub, &BTreeSet::from([id.clone()]))?;
                }
            }
        }
        Ok(())
    }

    /// Offers the next lines of a file.
    fn send_batch(&mut self, hub: &mut impl LineHub, id: &SessionId, path: &Path) -> Result<Sent, HubError> {
        let Some(file) = self.files.get(path) else { return Ok(Sent::Everything) };
        let standing = self.standing_of(file);
        let there = if let HubStanding::There { last } = standing { Some(last) } else { None };
        let Some(up_to) = travels_up_to(file.file(), there) else { return Ok(Sent::Everything) };
        match standing {
            HubStanding::NotThere => self.send_header(hub, id, path),
            HubStanding::There { last } if last < up_to => {
                let batch = Batch { first: last.saturating_add(1), last: up_to.min(last.saturating_add(BATCH)) };
                self.send_lines(hub, id, path, batch)
            }
            HubStanding::There { .. } | HubStanding::Longer | HubStanding::Other => Ok(Sent::Everything),
        }
    }

    fn send_header(&mut self, hub: &mut impl LineHub, id: &SessionId, path: &Path) -> Result<Sent, HubError> {
        let Some([header]) = self.read(path, 0, 0).and_then(|lines| <[CarriedLine; 1]>::try_from(lines).ok()) else {
            return Ok(Sent::Everything);
        };
        if hub.offer_session(id, &header.text, header.mark)? != OfferedLines::Stored {
            return Ok(Sent::Refused);
        }
        let head = HubSession {
            id: id.clone(),
            header: header.text,
            header_mark: header.mark,
            last: 0,
            last_mark: header.mark,
            last_by: String::new(),
            closed: None,
        };
        self.heads.get_or_insert_default().insert(id.clone(), head);
        // Somebody else may have offered it first, with lines below it.
        self.ask_heads(hub, std::slice::from_ref(id))?;
        Ok(Sent::Some)
    }

    fn send_lines(
        &mut self,
        hub: &mut impl LineHub,
        id: &SessionId,
        path: &Path,
        batch: Batch,
    ) -> Result<Sent, HubError> {
        let above = self.files.get(path).and_then(|file| file.file().mark_at(batch.first.saturating_sub(1)));
        let (Some(above), Some(lines)) = (above, self.read(path, batch.first, batch.last)) else {
            return Ok(Sent::Everything);
        };
        let numbered = (batch.first as u64..).zip(lines);
        let lines: Vec<HubLine> =
            numbered.map(|(seq, CarriedLine { text, mark })| HubLine { seq, text, mark }).collect();
        if hub.offer_lines(id, above, &lines)? != OfferedLines::Stored {
            return Ok(Sent::Refused);
        }
        self.flowed.sent = self.flowed.sent.saturating_add(lines.len());
        if let (Some(head), Some(last)) = (self.heads.get_or_insert_default().get_mut(id), lines.last()) {
            (head.last, head.last_mark) = (last.seq, last.mark);
        }
        Ok(Sent::Some)
    }

    /// Reads lines of a file; `None` when they cannot be read now.
    pub(super) fn read(&mut self, path: &Path, first: usize, last: usize) -> Option<Vec<CarriedLine>> {
        match self.files.get(path)?.lines(first, last) {
            Ok(lines) => lines,
            Err(error) => {
                self.tell(&error.to_string());
                None
            }
        }
    }

    /// Tells the hub that a session was closed, once all of its lines are there.
    fn send_end(&mut self, hub: &mut impl LineHub, id: &SessionId, path: &Path) -> Result<(), HubError> {
        let Some(file) = self.files.get(path) else { return Ok(()) };
        let (standing, lines) = (self.standing_of(file), file.file().sound());
        let closed = file.file().closed().zip(file.file().header()).map(|(at, header)| header.moment_at(at));
        let whole = standing == HubStanding::There { last: lines } && file.file().withheld().is_none();
        let open = self.head(id).is_some_and(|head| head.closed.is_none());
        if let Some(at) = closed.filter(|_| whole && open) {
            hub.close_session(id, at)?;
            if let Some(head) = self.heads.get_or_insert_default().get_mut(id) {
                head.closed = Some(at);
            }
        }
        Ok(())
    }

    /// Names the line from which on a file cannot travel. A line that is just being written is no such line.
    fn warn_of_damage(&mut self, id: &SessionId, path: &Path) {
        let Some(file) = self.files.get(path).filter(|file| file.file().withheld().is_none()) else { return };
        let Some(line) = file.file().unsound_line() else { return };
        let is_there = matches!(self.standing_of(file), HubStanding::There { last } if last > file.file().sound());
        if is_there || self.workspace.is_being_written(&stem(path)) {
            return;
        }
        let called = self.called(id);
        self.tell(&format!(
            "line {line} of {called} is not as it was sealed, so it and what is below stays off the hub; adjacent check \
             {id} says more"
        ));
    }
}

/// The places of the lines to offer.
#[derive(Clone, Copy, Debug)]
struct Batch {
    first: usize,
    last: usize,
}

/// What came of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sent {
    /// There is nothing more to send.
    Everything,
    /// The lines are on the hub.
    Some,
    /// The hub has other lines than was known.
    Refused,
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
