use std::path::Path;

use super::HubFlow;
use super::line_pull::LinePull;
use crate::hub::error::HubError;
use crate::hub::line::PulledLines;
use crate::hub::line_hub::LineHub;
use crate::record::SessionId;
use crate::record::line::{CarriedLine, LineMark, SealedFile, SealedText};
use crate::store::{ArrivingFiles, Received, SealedFollower, StoreError};

/// What came of lines from the hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// They are in the file; more may come.
    Taken,
    /// They are not taken, and that was said.
    Refused,
    /// The file holds other lines of the session.
    Other,
}

/// How lines came into their file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WrittenLines {
    /// They are there, up to the first one that is not sealed.
    There,
    /// The file is not as it was known, so every line of it is to be compared.
    Unknown,
}

impl HubFlow {
    /// Checks lines from the hub, and writes those that are sealed into their file. They were asked for up to the one
    /// with this number.
    pub(super) fn arrive(
        &mut self,
        id: &SessionId,
        pull: &mut LinePull,
        up_to: u64,
        came: Option<PulledLines>,
    ) -> Arrival {
        let (mut lines, lacking) = came.map(|came| (came.lines, came.lacking)).unwrap_or_default();
        if lines.is_empty() && up_to > pull.after {
            self.name_altered(id, lacking.unwrap_or(pull.after.saturating_add(1)));
            return Arrival::Refused;
        }
        if let Some(next) = pull.next.take() {
            match first_of(&lines) {
                Some((line, _)) if line.mark != next => return Arrival::Other,
                // It is in the file, whose lines are sealed.
                Some((line, rest)) => {
                    (pull.after, pull.above) = (pull.after.saturating_add(1), line.mark);
                    lines = rest.to_owned();
                }
                None => {
                    self.name_altered(id, pull.after.saturating_add(1));
                    return Arrival::Refused;
                }
            }
        }
        let before = self.files.get(&pull.path).map_or(0, |file| file.file().len());
        match self.write(pull, &lines) {
            Ok(WrittenLines::There) => {
                let (now, above) = self.end_of(&pull.path).unwrap_or((0, pull.above));
                let (sealed, count) = (now.saturating_sub(pull.after), lines.lines().count() as u64);
                self.arrived(id, pull, before, ArrivedLines { sealed, above, count, lacking })
            }
            Ok(WrittenLines::Unknown) => self.compare_and_write(id, pull, &lines, lacking),
            Err(error) => {
                self.tell(&error.to_string());
                Arrival::Refused
            }
        }
    }

    /// The number of lines of a file, and the mark of the last one.
    fn end_of(&self, path: &Path) -> Option<(u64, LineMark)> {
        let file = self.files.get(path)?.file();
        Some((file.len() as u64, file.last_mark()?))
    }

    /// Writes lines into the file that is known, or into a new one.
    fn write(&mut self, pull: &LinePull, lines: &str) -> Result<WrittenLines, StoreError> {
        if let Some(file) = self.files.get_mut(&pull.path) {
            let known = file.file();
            if (known.len() as u64, known.last_mark()) != (pull.after, Some(pull.above)) {
                return Ok(WrittenLines::Unknown);
            }
            let received = self.workspace.receive_below(file, lines)?;
            return Ok(if received == Received::Written { WrittenLines::There } else { WrittenLines::Unknown });
        }
        let Some(session) = SealedText::of(&pull.header, lines).filter(|_| pull.after == 0) else {
            return Ok(WrittenLines::Unknown);
        };
        let orders = session.file().ordered().next().is_some();
        let arriving = match &mut self.arriving {
            Some(arriving) => arriving,
            none => none.insert(self.workspace.arriving_files()?),
        };
        let Some(file) = arriving.write(&pull.path, session)? else { return Ok(WrittenLines::Unknown) };
        self.files.insert(pull.path.clone(), file);
        if orders {
            self.workspace.finish_strikes(&pull.path)?;
        }
        // Nothing is read of a file that is as it was written.
        self.look_at(&pull.path);
        Ok(WrittenLines::There)
    }

    /// Compares lines with those of a file that is not as it was known, and writes those that are sealed and not in it.
    fn compare_and_write(&mut self, id: &SessionId, pull: &mut LinePull, lines: &str, lacking: Option<u64>) -> Arrival {
        let before = self.files.get(&pull.path).map_or(0, |file| file.file().len());
        let (mut good, mut above) = (Vec::new(), pull.above);
        let count = lines.lines().count() as u64;
        let read = lines.split_inclusive('\n').map_while(|line| first_of(line).map(|(line, _)| line));
        for line in read {
            if !line.is_sealed_below(above) && !line.is_struck() {
                break;
            }
            above = line.mark;
            good.push(line);
        }
        let after = usize::try_from(pull.after).unwrap_or(usize::MAX);
        match self.workspace.receive(&pull.path, &pull.header, after, &good) {
            Ok(Received::Written) => {
                self.look_at(&pull.path);
                let sealed = good.len() as u64;
                self.arrived(id, pull, before, ArrivedLines { sealed, above, count, lacking })
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

    /// Notes that lines came, and names the first one that was not sealed.
    fn arrived(&mut self, id: &SessionId, pull: &mut LinePull, before: usize, came: ArrivedLines) -> Arrival {
        let file = self.files.get(&pull.path).map(SealedFollower::file);
        if file.is_some_and(|file| file.len() != before) || before == 0 {
            self.flowed.arrived.insert(id.clone());
        }
        let after = pull.after;
        let emptied = file.into_iter().flat_map(SealedFile::emptied).map(|place| place as u64);
        self.struck.extend(emptied.filter(|place| *place > after).map(|place| (id.clone(), place)));
        (pull.after, pull.above) = (after.saturating_add(came.sealed), came.above);
        let altered = (came.sealed < came.count).then(|| pull.after.saturating_add(1)).or(came.lacking);
        if let Some(seq) = altered {
            self.name_altered(id, seq);
            return Arrival::Refused;
        }
        Arrival::Taken
    }

    fn name_altered(&mut self, id: &SessionId, seq: u64) {
        let called = self.called(id);
        self.tell(&format!(
            "line {seq} of {called} ({id}) was altered on the hub: its seal does not fit. The lines above it are here; it \
             and those below are not taken"
        ));
    }

    /// Names a line that was emptied on the hub although no line of the session says that it was struck out. The line that
    /// says so may be younger than what was known of the hub; then it is still to be read.
    pub(super) fn check_strikes(
        &mut self,
        hub: &mut impl LineHub,
        id: &SessionId,
        mut pull: LinePull,
    ) -> Result<Option<LinePull>, HubError> {
        let lacks_order = |file: &SealedFollower| file.file().sound() < file.file().len();
        if !self.files.get(&pull.path).is_some_and(lacks_order) {
            return Ok(None);
        }
        self.ask_heads(hub, std::slice::from_ref(id))?;
        pull.last = self.head(id).map_or(0, |head| head.last);
        if pull.last > pull.after {
            return Ok(Some(pull));
        }
        let sound = self.files.get(&pull.path).map_or(0, |file| file.file().sound());
        let (place, called) = (sound.saturating_add(1), self.called(id));
        self.tell(&format!(
            "line {place} of {called} ({id}) was emptied on the hub, and nothing in the session says that it was struck out"
        ));
        Ok(None)
    }

    /// Makes the names of the files that came safe.
    pub(super) fn sync_arrived(&mut self) {
        let synced = self.arriving.as_mut().map_or(Ok(()), ArrivingFiles::sync_names);
        if let Err(error) = synced {
            self.tell(&error.to_string());
        }
    }
}

/// Lines that came, and how many of them are in their file.
#[derive(Clone, Copy, Debug)]
struct ArrivedLines {
    /// How many are sealed, from the first one on.
    sealed: u64,
    /// The mark of the last one of these, or of the line above them.
    above: LineMark,
    /// How many came.
    count: u64,
    /// The number of the line below them that the hub lacks, when it lacks one.
    lacking: Option<u64>,
}

/// The first line of several, and the rest; `None` when it has no mark.
fn first_of(lines: &str) -> Option<(CarriedLine, &str)> {
    let (line, rest) = lines.split_once('\n')?;
    Some((CarriedLine::all_in(line.as_bytes())?.into_iter().next()?, rest))
}
