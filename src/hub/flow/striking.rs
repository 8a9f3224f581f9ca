use std::path::{Path, PathBuf};

use super::HubFlow;
use super::standing::HubStanding;
use crate::hub::error::HubError;
use crate::hub::line_hub::LineHub;
use crate::hub::strike::HubStrike;
use crate::record::SessionId;

impl HubFlow {
    /// Overwrites on the hub the lines of a session that were struck out here.
    pub(super) fn send_strikes(&mut self, hub: &mut impl LineHub, id: &SessionId) -> Result<(), HubError> {
        let mut wanted: Vec<(PathBuf, usize)> = Vec::new();
        for file in self.files_of(id) {
            let HubStanding::There { last } = self.standing_of(file) else { continue };
            let unknown = |place: &usize| *place <= last && !self.struck.contains(&(id.clone(), *place as u64));
            wanted.extend(file.file().ordered().filter(unknown).map(|place| (file.path().to_owned(), place)));
        }
        for (path, place) in wanted {
            let Some(line) = self.struck_line(&path, place) else {
                // Its writer is about to do so; the next look at the disk comes back to it.
                self.written.insert(id.clone());
                continue;
            };
            let seq = place as u64;
            hub.strike(&HubStrike { session: id.clone(), seq, text: line })?;
            self.struck.insert((id.clone(), seq));
        }
        Ok(())
    }

    /// The text of a line that was struck out; `None` while it is still there. Whoever struck it out may have been
    /// killed before it was gone, so that is finished here.
    fn struck_line(&mut self, path: &Path, place: usize) -> Option<String> {
        let struck = |lines: Vec<crate::record::line::CarriedLine>| {
            lines.into_iter().find(crate::record::line::CarriedLine::is_struck).map(|line| line.text)
        };
        if let Some(text) = self.read(path, place, place).and_then(struck) {
            return Some(text);
        }
        if self.tried.contains(&(path.to_owned(), place)) {
            return None;
        }
        // While the session is being written, its writer does this.
        match self.workspace.finish_strikes(path) {
            Ok(()) => self.tried.insert((path.to_owned(), place)),
            Err(_) => return None,
        };
        self.read(path, place, place).and_then(struck)
    }

    /// Tells the hub which strikes were taken here: those whose text is in no file of the session any more.
    pub(super) fn take_strikes(&mut self, hub: &mut impl LineHub) -> Result<(), HubError> {
        for strike in hub.strikes_to_take()? {
            if self.is_gone(&strike) {
                hub.took_strike(&strike.session, strike.seq)?;
            }
        }
        Ok(())
    }

    fn is_gone(&mut self, strike: &HubStrike) -> bool {
        let place = usize::try_from(strike.seq).unwrap_or(usize::MAX);
        let holds: Vec<PathBuf> = self
            .files_of(&strike.session)
            .iter()
            .filter(|file| file.file().len() >= place && self.standing_of(file) != HubStanding::Other)
            .map(|file| file.path().to_owned())
            .collect();
        holds.iter().all(|path| self.struck_line(path, place).is_some())
    }
}
