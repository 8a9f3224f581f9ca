//! Performs long effects in background threads.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::EffectRunner;
use crate::app::room::SceneOrder;
use crate::app::{AgendaChore, ErrandChore, Msg, ReplayChore, Snapshot, SurveysChore};
use crate::shell::input::Input;
use crate::shell::{errands, follow, open_sessions, replaying, surveys};
use crate::store::Workspace;

impl EffectRunner {
    /// Analyses a snapshot in a thread and sends the results later. Without a channel for results, analyses it at once
    /// and returns them.
    pub(super) fn analyse(&self, snapshot: Snapshot) -> Vec<Msg> {
        let Some(reports) = self.reports.clone() else { return vec![Msg::Read(Box::new(snapshot.read()))] };
        thread::spawn(move || reports.send(Input::Report(Box::new(Msg::Read(Box::new(snapshot.read()))))));
        Vec::new()
    }

    /// Works out what the room looks at in a thread, and sends the answer later; an earlier order is stopped. Without a
    /// channel for results, works it out at once.
    pub(super) fn work_out(&mut self, order: SceneOrder) -> Vec<Msg> {
        let Some(reports) = self.reports.clone() else {
            let worked = order.run(&AtomicBool::new(false));
            return worked.map(|worked| Msg::WorkedOut(Box::new(worked))).into_iter().collect();
        };
        self.room_work.begin(order, reports);
        Vec::new()
    }

    /// Runs an errand, which may read every session, in a thread.
    pub(super) fn run_errand(&self, errand: ErrandChore) -> Vec<Msg> {
        self.later(move |workspace| errands::perform(workspace, errand))
    }

    /// Does a chore about agendas, which reads the latest sessions, in a thread.
    pub(super) fn run_agenda(&self, chore: AgendaChore) -> Vec<Msg> {
        self.later(move |workspace| open_sessions::agenda_chore(workspace, chore))
    }

    /// Looks at what came in of surveys, in a thread; or takes it in, at once, so that a session that is created after it
    /// builds on it.
    pub(super) fn run_surveys(&self, chore: SurveysChore) -> Vec<Msg> {
        match chore {
            SurveysChore::Look => self.later(move |workspace| surveys::survey_chore(workspace, chore)),
            SurveysChore::Gather => vec![surveys::survey_chore(&self.workspace, chore)],
        }
    }

    /// Does work in a thread and sends its report later. Without a channel for reports, does it at once and returns the
    /// report.
    pub(super) fn later(&self, work: impl FnOnce(&Workspace) -> Msg + Send + 'static) -> Vec<Msg> {
        let workspace = self.workspace.clone();
        let Some(reports) = self.reports.clone() else { return vec![work(&workspace)] };
        thread::spawn(move || reports.send(Input::Report(Box::new(work(&workspace)))));
        Vec::new()
    }

    /// Does a long chore in a thread and sends the results later. Without a channel for results, does it at once and
    /// returns them.
    pub(super) fn beside(&mut self, chore: ReplayChore) -> Vec<Msg> {
        let workspace = self.workspace.clone();
        let Some(reports) = self.reports.clone() else {
            let mut told = Vec::new();
            replaying::perform(&workspace, chore, |msg| {
                told.push(msg);
                true
            });
            return told;
        };
        // Only a scan can be stopped, because only a scan takes long enough.
        let (stop, stopped) = follow::StopHandle::new();
        let scans = matches!(chore, ReplayChore::Scan(_));
        if scans {
            self.scanning = Some(stop);
        }
        thread::spawn(move || {
            replaying::perform(&workspace, chore, |msg| {
                (!scans || !stopped.load(Ordering::SeqCst)) && reports.send(Input::Report(Box::new(msg))).is_ok()
            });
        });
        Vec::new()
    }
}
