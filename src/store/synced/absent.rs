//! Finds sessions that others mention and that are not there, or not yet whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::fault::SyncFault;
use super::tables::GatheredTables;
use crate::record::line;
use crate::record::{Fact, SessionId, SessionKind};
use crate::store::read_session::{named, stem};
use crate::store::{StoreError, Workspace, samples};

/// A line of one session that speaks of a line of another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Mention {
    by: SessionId,
    of: SessionId,
    seq: u64,
    /// Whether the one session branched from the other.
    branches: bool,
}

/// The sessions that are mentioned and absent, and those that end before a line that is mentioned; each once for each
/// session that mentions them.
pub(super) fn absent(workspace: &Workspace) -> Result<Vec<SyncFault>, StoreError> {
    let (mut last, mut mentions) = (BTreeMap::new(), BTreeSet::new());
    let mut tables = GatheredTables::default();
    for path in workspace.session_files()? {
        // A file that cannot be read is reported by whoever reads it next.
        let Ok(bytes) = fs::read(&path) else { continue };
        let reading = line::read(&bytes);
        let header = named(&path, reading.heading.header.clone());
        // A session may be known by its own id, and a file of another name by that.
        for id in [header.id.clone(), stem(&path)] {
            let known = last.entry(id).or_insert(0);
            *known = reading.next_seq().saturating_sub(1).max(*known);
        }
        if let SessionKind::WhatIf { of, after } = &header.kind {
            mentions.insert(Mention { by: header.id.clone(), of: of.clone(), seq: *after, branches: true });
        }
        for fact in reading.events.iter().flat_map(|event| &event.facts) {
            match fact {
                Fact::Settled { session: Some(of), seq, .. } => {
                    mentions.insert(Mention { by: header.id.clone(), of: of.clone(), seq: *seq, branches: false });
                }
                Fact::Gathered(place) => tables.note(place),
                _ => {}
            }
        }
    }
    let known: BTreeSet<SessionId> = samples::EMBEDDED.iter().filter_map(|bytes| sample_id(bytes)).collect();
    let removed: BTreeSet<SessionId> = workspace.listed_removed()?.into_iter().map(|listed| listed.id).collect();
    let mut told = BTreeSet::new();
    // The mention of the highest line tells the most, so it comes first.
    let mentions = mentions.into_iter().rev().filter(|mention| !known.contains(&mention.of));
    let faults = mentions.filter_map(|mention| {
        let fault = fault(&mention, &last, &removed)?;
        told.insert((mention.by, mention.of)).then_some(fault)
    });
    let mut faults: Vec<SyncFault> = faults.collect();
    faults.reverse();
    faults.extend(tables.absent());
    Ok(faults)
}

fn fault(mention: &Mention, last: &BTreeMap<SessionId, u64>, removed: &BTreeSet<SessionId>) -> Option<SyncFault> {
    let Mention { by, of, seq, branches } = mention.clone();
    match last.get(&of) {
        Some(last) if *last >= seq => None,
        Some(last) => Some(SyncFault::Shorter { by, of, seq, last: *last }),
        None => {
            let removed = removed.contains(&of);
            Some(if branches {
                SyncFault::NoOrigin { branch: by, of, removed }
            } else {
                SyncFault::NotHere { by, of, removed }
            })
        }
    }
}

fn sample_id(bytes: &[u8]) -> Option<SessionId> {
    line::read_heading(bytes).map(|heading| heading.header.id)
}
