use super::chore::ImportReport;
use super::state::ImportStage;
use super::{done, preview};
use crate::app::effect::Effect;
use crate::app::model::Model;

/// Takes in the report of a chore about files of other tools; the home screen takes in what became of its line.
pub(in crate::app) fn reported(model: &mut Model, report: ImportReport) -> Vec<Effect> {
    let importing = &mut model.importing;
    match report {
        ImportReport::Names { folder, names } => return importing.files.listed(&folder, &names),
        ImportReport::Progress { number, done, all } if importing.waits_for(number) => {
            importing.progress = Some((done, all));
        }
        ImportReport::Read { number, preview: read } if importing.waits_for(number) => {
            importing.works = false;
            preview::show(importing, read);
        }
        ImportReport::Refused { number, says } if importing.waits_for(number) => {
            importing.works = false;
            importing.stage = match importing.stage {
                ImportStage::Reading => ImportStage::Files,
                ImportStage::Recording => ImportStage::Preview,
                stage => stage,
            };
            importing.wrong = Some(says);
        }
        ImportReport::Done { number, session, says } if importing.waits_for(number) => {
            importing.works = false;
            return done::show(model, session, says);
        }
        ImportReport::Found { .. }
        | ImportReport::Progress { .. }
        | ImportReport::Read { .. }
        | ImportReport::Refused { .. }
        | ImportReport::Done { .. } => {}
    }
    Vec::new()
}
