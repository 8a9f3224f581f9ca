//! Reads files of other tools in a thread, and records what they state.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use super::EffectRunner;
use crate::app::{FolderName, ImportChore, ImportReport, Msg, typed_files};
use crate::import::ReadWatch;
use crate::shell::bringing_in::ImportWork;
use crate::shell::follow::StopHandle;
use crate::shell::input::Input;
use crate::shell::placed::placed;
use crate::store::names_in;

/// The maximum number of names of a folder that are listed.
const MOST_NAMES: usize = 5_000;

impl EffectRunner {
    /// Does a chore about files of other tools in a thread, and sends its reports later. Without a channel for reports,
    /// does it at once and returns them.
    pub(super) fn import(&mut self, chore: ImportChore) -> Vec<Msg> {
        let (order, records) = match chore {
            ImportChore::Names(folder) => {
                return self.later(move |_| {
                    let names = names_in(&placed(&folder), MOST_NAMES).into_iter();
                    let names = names.map(|(name, is_folder)| FolderName { name, is_folder }).collect();
                    Msg::Import(ImportReport::Names { folder, names })
                });
            }
            ImportChore::Find(typed) => {
                return self.later(move |_| {
                    let files = typed_files(&typed, |name| placed(name).is_file());
                    let is_there = !files.is_empty() && files.iter().all(|file| placed(file).is_file());
                    Msg::Import(ImportReport::Found { typed, is_there })
                });
            }
            ImportChore::Stop => {
                self.importing = None;
                self.import_work = ImportWork::default();
                return Vec::new();
            }
            ImportChore::Read(order) => (order, false),
            ImportChore::Record(order) => (order, true),
        };
        // The handle of an earlier order is dropped here, which stops its thread.
        let (stop, stopped) = StopHandle::new();
        let watch = OrderWatch { number: order.number, stopped, reports: self.reports.clone() };
        self.importing = Some(stop);
        let work = self.import_work.clone();
        self.later(move |workspace| Msg::Import(work.perform(workspace, order, records, &watch)))
    }
}

/// Watches the thread of an order: a later order stops it, and the console is told how far it is.
struct OrderWatch {
    number: u64,
    stopped: Arc<AtomicBool>,
    reports: Option<Sender<Input>>,
}

impl ReadWatch for OrderWatch {
    fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }

    fn at(&self, done: usize, all: usize) {
        let report = ImportReport::Progress { number: self.number, done, all };
        if let Some(reports) = &self.reports {
            // The receiver is gone only when the program ends.
            let _ = reports.send(Input::Report(Box::new(Msg::Import(report))));
        }
    }
}
