//! Sends the lines of this workspace to the hub, and writes those of others into files of this workspace.
//!
//! A line is on this disk first. What is on the hub, the hub knows, and what is here, the files tell: so after a crash,
//! or after weeks, both are compared and the difference goes up and comes down, line by line, in order. Nothing else is
//! remembered. Lines are never merged: if a session was written in two places, the lines of the hub come into a file
//! beside the other one, and both are named.

mod arriving;
mod disk;
mod following;
mod line_pull;
mod sending;
mod standing;
mod striking;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::error::HubError;
use super::line::HubSession;
use super::line_hub::LineHub;
use crate::record::text::plain;
use crate::record::{HeldBack, SessionId};
use crate::store::{ArrivingFiles, SealedFollower, Workspace};

/// The sessions of a workspace on their way to the hub and from it.
#[derive(Debug)]
pub struct HubFlow {
    workspace: Workspace,
    /// Whether this console may send.
    may_write: bool,
    /// The session files, by path.
    files: BTreeMap<PathBuf, SealedFollower>,
    /// The paths of the files of each session.
    by_id: BTreeMap<SessionId, BTreeSet<PathBuf>>,
    /// The number of lines of each file when it was seen first.
    seen_first: BTreeMap<PathBuf, usize>,
    /// The sessions on the hub, as they were read or written last; `None` until the hub was read.
    heads: Option<BTreeMap<SessionId, HubSession>>,
    /// Files whose lines are others than those on the hub, although the numbers alone do not show it.
    other: BTreeSet<PathBuf>,
    /// The strikes that the hub has, as far as this console has told it or been told.
    struck: BTreeSet<(SessionId, u64)>,
    /// The lines that were ordered to be struck out and for which that was tried here.
    tried: BTreeSet<(PathBuf, usize)>,
    /// The sessions of which something was written here that was not looked at for sending.
    written: BTreeSet<SessionId>,
    /// The new files that are being written; `None` when none are.
    arriving: Option<ArrivingFiles>,
    /// The sentences that were told already.
    told: BTreeSet<String>,
    /// What happened since it was asked last.
    flowed: Flowed,
}

/// What happened between this workspace and the hub.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flowed {
    /// The sessions of which lines came from the hub.
    pub arrived: BTreeSet<SessionId>,
    /// The number of lines that went up.
    pub sent: usize,
    /// What somebody should know, a sentence each.
    pub says: Vec<String>,
}

impl HubFlow {
    /// The flow of a workspace of which nothing was read yet.
    pub fn new(workspace: Workspace) -> Self {
        Self {
            workspace,
            may_write: true,
            files: BTreeMap::new(),
            by_id: BTreeMap::new(),
            seen_first: BTreeMap::new(),
            heads: None,
            other: BTreeSet::new(),
            struck: BTreeSet::new(),
            tried: BTreeSet::new(),
            written: BTreeSet::new(),
            arriving: None,
            told: BTreeSet::new(),
            flowed: Flowed::default(),
        }
    }

    /// Sets whether this console may send; one that may only read follows.
    pub const fn may_write(&mut self, may_write: bool) {
        self.may_write = may_write;
    }

    /// Compares everything here with everything on the hub, and brings both up to date. This is the first call on a new
    /// connection, and one from time to time, because a proxy in between may swallow the news.
    pub fn meet(&mut self, hub: &mut impl LineHub) -> Result<(), HubError> {
        self.look_at_disk();
        self.written.clear();
        self.heads = Some(by_id(hub.heads()?).collect());
        self.struck.clear();
        let ids: BTreeSet<SessionId> = self.ids_here().into_iter().chain(self.ids_there()).collect();
        self.bring_up_to_date(hub, &ids)?;
        self.take_strikes(hub)
    }

    /// Sends what was written here since the last call.
    pub fn send_news(&mut self, hub: &mut impl LineHub) -> Result<(), HubError> {
        self.look_at_disk();
        let written = std::mem::take(&mut self.written);
        self.send(hub, &written)
    }

    /// Takes in what changed in these sessions on the hub.
    pub fn take_news(&mut self, hub: &mut impl LineHub, sessions: &BTreeSet<SessionId>) -> Result<(), HubError> {
        self.look_at_disk();
        let wanted: Vec<SessionId> = sessions.iter().cloned().collect();
        self.ask_heads(hub, &wanted)?;
        let ids: BTreeSet<SessionId> = sessions.union(&std::mem::take(&mut self.written)).cloned().collect();
        self.bring_up_to_date(hub, &ids)?;
        let struck = |id: &SessionId| self.files_of(id).iter().any(|file| file.file().ordered().next().is_some());
        if self.flowed.arrived.iter().any(struck) { self.take_strikes(hub) } else { Ok(()) }
    }

    /// Follows first, so that lines of another writer are seen before ours are offered.
    fn bring_up_to_date(&mut self, hub: &mut impl LineHub, ids: &BTreeSet<SessionId>) -> Result<(), HubError> {
        self.follow(hub, ids)?;
        self.send(hub, ids)
    }

    /// Returns what happened since the last call.
    pub fn happened(&mut self) -> Flowed {
        std::mem::take(&mut self.flowed)
    }

    /// The sessions that may change on the hub at any moment: those that are not closed, the latest first, at most this
    /// many.
    pub fn running(&self, at_most: usize) -> BTreeSet<SessionId> {
        let open = self.heads.iter().flatten().filter(|(_, head)| head.closed.is_none()).map(|(id, _)| id);
        open.rev().take(at_most).cloned().collect()
    }

    /// Forgets what the hub has, because the connection is lost; what is known of the files stays.
    pub fn lose_connection(&mut self) {
        self.other.clear();
    }

    /// The number of lines that may travel and are not on the hub yet. Before the hub was read for the first time, these
    /// are the lines that were written since then.
    pub fn waiting(&self) -> usize {
        if !self.may_write {
            return 0;
        }
        let each = self.files.values().map(|file| match &self.heads {
            Some(_) => self.left_to_send(file),
            None => {
                let before = self.seen_first.get(file.path()).copied().unwrap_or_default();
                let travels = file.file().header().is_some() && file.file().withheld().is_none();
                if travels { file.file().sound().saturating_sub(before) } else { 0 }
            }
        });
        each.fold(0, usize::saturating_add)
    }

    /// The number of sessions here that do not go to the hub, by reason.
    pub fn withheld(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for why in self.files.values().filter_map(|file| file.file().withheld()) {
            let why = if let HeldBack::PrivateSince(_) = why { HeldBack::Private } else { why };
            let count: &mut usize = counts.entry(why.to_string()).or_default();
            *count = count.saturating_add(1);
        }
        counts
    }

    /// The number of sessions that are both here and on the hub.
    pub fn shared(&self) -> usize {
        let ids = self.ids_here();
        self.heads.iter().flatten().filter(|(id, _)| ids.contains(*id)).count()
    }

    fn ids_there(&self) -> BTreeSet<SessionId> {
        self.heads.iter().flatten().map(|(id, _)| id.clone()).collect()
    }

    fn head(&self, id: &SessionId) -> Option<&HubSession> {
        self.heads.as_ref()?.get(id)
    }

    /// Asks the hub for its last lines of these sessions.
    fn ask_heads(&mut self, hub: &mut impl LineHub, sessions: &[SessionId]) -> Result<(), HubError> {
        let news = hub.heads_of(sessions)?;
        self.heads.get_or_insert_default().extend(by_id(news));
        Ok(())
    }

    /// Says a sentence, unless it was said before.
    fn tell(&mut self, says: &str) {
        let says = plain(says);
        if self.told.insert(says.clone()) {
            self.flowed.says.push(says);
        }
    }
}

/// The sessions on the hub, each behind its id.
fn by_id(heads: Vec<HubSession>) -> impl Iterator<Item = (SessionId, HubSession)> {
    heads.into_iter().map(|head| (head.id.clone(), head))
}

#[cfg(test)]
mod tests;
