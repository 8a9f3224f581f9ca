//! Reads and saves assessments for the mirror screen, and compares them with the map.

use std::collections::BTreeSet;

use crate::app::{AssessChore, AssessReport, Whose};
use crate::assess::{Assessment, Linked, Opinion, Pull, opinions, sample};
use crate::graph::{Key, Ledger};
use crate::lens::{Lens, State, read};
use crate::record::{Mode, Names, Session, SessionId};
use crate::store::{AssessmentFile, StoreError, Workspace};

use super::open_sessions::{add_up, shared};

/// The files of the assessment that is being answered, and of the latest finished one.
#[derive(Debug, Default)]
pub(super) struct Assessing {
    open: Option<AssessmentFile>,
    latest: Option<AssessmentFile>,
}

impl Assessing {
    /// Does one chore; returns its result.
    pub(super) fn perform(&mut self, workspace: &Workspace, chore: AssessChore) -> AssessReport {
        let done = match chore {
            AssessChore::Look(Whose::Sample) => {
                let assessments = sample();
                Ok(AssessReport::Looked { whose: Whose::Sample, assessments, unread: Vec::new() })
            }
            AssessChore::Look(Whose::Own) => self.look(workspace),
            AssessChore::Keep(assessment) => self.keep(workspace, assessment),
            AssessChore::Share(assessment) => self.share(assessment),
            AssessChore::AskMap { assessment, units, tag } => {
                let sessions = shared(workspace, |_| true);
                return match sessions.map(|sessions| against(&sessions, &assessment, &units, tag.as_deref())) {
                    Ok(Ok(opinions)) => AssessReport::Opinions(opinions),
                    Ok(Err(reason)) => AssessReport::NotSaved(reason),
                    Err(error) => AssessReport::NotSaved(error.to_string()),
                };
            }
        };
        done.unwrap_or_else(|error| AssessReport::NotSaved(error.to_string()))
    }

    fn look(&mut self, workspace: &Workspace) -> Result<AssessReport, StoreError> {
        let (read, unread) = workspace.assessments().all()?;
        (self.open, self.latest) = (None, None);
        let mut assessments = Vec::new();
        for (file, assessment) in read {
            let place = if assessment.is_finished() { &mut self.latest } else { &mut self.open };
            *place = Some(file);
            assessments.push(assessment);
        }
        Ok(AssessReport::Looked { whose: Whose::Own, assessments, unread })
    }

    fn keep(&mut self, workspace: &Workspace, assessment: Assessment) -> Result<AssessReport, StoreError> {
        let mut file = match self.open.take() {
            Some(file) => file,
            None => workspace.assessments().begin(assessment.day())?,
        };
        let saved = file.keep(&assessment);
        let place = if saved.is_ok() && assessment.is_finished() { &mut self.latest } else { &mut self.open };
        *place = Some(file);
        saved.map(|()| AssessReport::Saved(assessment))
    }

    fn share(&mut self, assessment: Assessment) -> Result<AssessReport, StoreError> {
        if let Some(file) = &mut self.latest {
            file.keep(&assessment)?;
        }
        Ok(AssessReport::Shared(assessment))
    }
}

/// Compares an assessment with the map of these sessions; returns the differences. `unit_names` are the units that the
/// person leads, and `tag` is the tag of the person in sessions with others.
///
/// # Errors
/// With a sentence, when a unit is not on the map.
pub fn against(
    sessions: &[(Session, Names)],
    assessment: &Assessment,
    unit_names: &[String],
    tag: Option<&str>,
) -> Result<Vec<Opinion>, String> {
    let ledger: Ledger = add_up(sessions);
    let graph = ledger.graph(None);
    let mut units: BTreeSet<Key> = BTreeSet::new();
    for name in unit_names {
        let unit = ledger.key_of(name).and_then(|key| graph.thing(key)?.unit.clone());
        units.insert(
            unit.ok_or_else(|| format!("No team called {name:?} is on the map so far; adjacent map lists them."))?,
        );
    }
    let with_others = sessions.iter().filter(|(session, _)| session.mode() == Mode::Live);
    let seats: BTreeSet<(SessionId, String)> = with_others
        .filter_map(|(session, _)| {
            let tag = tag.filter(|tag| session.people().iter().any(|person| person.tag == *tag))?;
            Some((session.header().id.clone(), tag.to_owned()))
        })
        .collect();
    let readings = read(&graph);
    let pulling = readings.findings.iter().filter(|found| found.lens == Lens::INCENTIVE && found.pattern.is_none());
    let pulls: Vec<Pull> = pulling
        .filter_map(|found| {
            let incentive = found.about.first()?.clone();
            Some(Pull { incentive, severity: found.severity, open: found.state == State::Open })
        })
        .collect();
    Ok(opinions(assessment, &Linked { graph: &graph, units: &units, seats: &seats, pulls: &pulls }))
}
