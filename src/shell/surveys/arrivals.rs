//! What came in of every survey of the workspace.

use jiff::Timestamp;

use super::earlier::{digest, earlier};
use super::gathering::gather;
use super::incoming::{FormPlaces, Incoming, answers};
use crate::app::{Msg, SurveyArrival, SurveysChore, SurveysReport};
use crate::exercise::{IssuedForm, SurveyForm, SurveyRecord};
use crate::record::spoken::capitalised;
use crate::shell::open_sessions::catalogue;
use crate::store::{StoreError, Workspace};

/// A survey and what came in of it. It names people, so it is for whoever asks alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyStanding {
    /// What is remembered of the survey.
    pub record: SurveyRecord,
    /// How many forms came in.
    pub arrival: SurveyArrival,
    /// The forms that were made and hold no answer yet.
    pub missing: Vec<IssuedForm>,
}

/// Returns every survey of the workspace with what came in, the latest first. Nothing is changed.
pub fn standing(workspace: &Workspace) -> Result<Vec<SurveyStanding>, StoreError> {
    let mut surveys = workspace.surveys()?;
    if surveys.is_empty() {
        return Ok(Vec::new());
    }
    let known = earlier(workspace)?;
    let incoming = Incoming::read(&mut surveys, FormPlaces::Folders)?;
    let standing = surveys.into_iter().map(|record| {
        let forms: Vec<&SurveyForm> =
            incoming.forms.iter().map(|one| &one.form).filter(|form| form.survey == record.id).collect();
        let answered: Vec<&SurveyForm> = forms.iter().copied().filter(|form| answers(form) > 0).collect();
        let is_fresh = |form: &SurveyForm| match known.get(&form.source()) {
            Some(earlier) if form.shared => earlier.private || earlier.digest != digest(form),
            Some(earlier) => !earlier.private,
            None => form.shared && answers(form) > 0,
        };
        let open = record.forms.iter().any(|form| form.mark == "open");
        let arrival = SurveyArrival {
            title: record.title.clone(),
            issued: (!open).then_some(record.forms.len()),
            answered: answered.len(),
            shared: answered.iter().filter(|form| form.shared).count(),
            fresh: forms.iter().filter(|form| is_fresh(form)).count(),
        };
        let is_missing = |form: &&IssuedForm| !answered.iter().any(|answered| answered.mark.to_string() == form.mark);
        let missing = record.forms.iter().filter(|_| !open).filter(is_missing).cloned().collect();
        SurveyStanding { record, arrival, missing }
    });
    Ok(standing.collect())
}

/// Does a chore about surveys.
pub(in crate::shell) fn survey_chore(workspace: &Workspace, chore: SurveysChore) -> Msg {
    let done = match chore {
        SurveysChore::Look => standing(workspace).map(|standing| {
            let arrivals = standing.into_iter().map(|one| one.arrival).filter(|arrival| arrival.answered > 0);
            SurveysReport::Arrived(arrivals.collect())
        }),
        SurveysChore::Gather => gather(workspace, &catalogue(workspace).0, FormPlaces::Folders, Timestamp::now())
            .map(|gathering| SurveysReport::Gathered(format!("{}.", capitalised(&gathering.in_words())))),
    };
    done.map_or_else(|error| Msg::Failed(error.to_string()), Msg::Surveys)
}
