//! Finds the forms that came back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::exercise::{FormMark, FormRemark, SurveyForm, SurveyRecord};
use crate::record::text::plain;
use crate::shell::random::chance;
use crate::store::{StoreError, Workspace, form_files, read_form};

/// A form that came back.
#[derive(Debug)]
pub(super) struct IncomingForm {
    pub(super) path: PathBuf,
    pub(super) form: SurveyForm,
    pub(super) remarks: Vec<FormRemark>,
}

impl IncomingForm {
    /// The name of the file.
    pub(super) fn file(&self) -> String {
        file_name(&self.path)
    }
}

pub(super) fn file_name(path: &Path) -> String {
    plain(&path.file_name().unwrap_or_default().to_string_lossy())
}

/// Where forms are looked for.
#[derive(Clone, Copy, Debug)]
pub enum FormPlaces<'a> {
    /// In the folder of every survey of the workspace.
    Folders,
    /// In these files and folders.
    Named(&'a [PathBuf]),
}

/// The forms that came back, and what is to be said about the files that are none.
#[derive(Debug, Default)]
pub(super) struct Incoming {
    pub(super) forms: Vec<IncomingForm>,
    pub(super) told: Vec<String>,
}

impl Incoming {
    /// Reads the forms in these places. Of a folder, files that are no forms are passed over; a named file is not.
    pub(super) fn read(surveys: &mut [SurveyRecord], places: FormPlaces<'_>) -> Result<Self, StoreError> {
        let mut incoming = Self::default();
        match places {
            FormPlaces::Named(paths) => {
                for path in paths {
                    if path.is_dir() {
                        form_files(path)?.into_iter().for_each(|file| incoming.file(file, false));
                    } else {
                        incoming.file(path.clone(), true);
                    }
                }
            }
            FormPlaces::Folders => {
                for survey in surveys.iter() {
                    // The folder may have gone to where the answers are collected.
                    let files = form_files(Path::new(&survey.folder)).unwrap_or_default();
                    for file in files {
                        incoming.file(file, false);
                    }
                }
            }
        }
        incoming.forms.sort_by(|a, b| a.path.cmp(&b.path));
        incoming.forms.dedup_by(|a, b| a.path == b.path);
        incoming.mark_copies(surveys);
        incoming.leave_one_of_each();
        Ok(incoming)
    }

    fn file(&mut self, path: PathBuf, named: bool) {
        match read_form(&path).map(|text| SurveyForm::read(&text)) {
            Ok(Ok(read)) => self.forms.push(IncomingForm { path, form: read.form, remarks: read.remarks }),
            Ok(Err(error)) if named => self.told.push(format!("{}: {error}", file_name(&path))),
            Err(error) if named => self.told.push(error.to_string()),
            _ => {}
        }
    }

    /// Gives the copies of an open form, which an editor does not mark, the mark under which they came in before.
    fn mark_copies(&mut self, surveys: &mut [SurveyRecord]) {
        for one in self.forms.iter_mut().filter(|one| one.form.mark == FormMark::Open && answers(&one.form) > 0) {
            let file = file_name(&one.path);
            let survey = surveys.iter_mut().find(|survey| survey.id == one.form.survey);
            let Some(survey) = survey else { continue };
            let known = survey.copies.get(&file).cloned();
            if let Some(mark) = known.or_else(|| chance().ok()) {
                survey.copies.insert(file, mark.clone());
                one.form.mark = FormMark::Copy(mark);
            }
        }
    }

    /// Leaves one file of every form: an empty one gives way, equal ones are one, and of different ones none is used.
    fn leave_one_of_each(&mut self) {
        let mut by_form: BTreeMap<String, Vec<IncomingForm>> = BTreeMap::new();
        for one in std::mem::take(&mut self.forms) {
            by_form.entry(one.form.source()).or_default().push(one);
        }
        for mut same in by_form.into_values() {
            if same.iter().any(|one| answers(&one.form) > 0) {
                same.retain(|one| answers(&one.form) > 0);
            }
            same.dedup_by(|a, b| {
                a.form.questions == b.form.questions && a.form.shared == b.form.shared && a.form.unit == b.form.unit
            });
            if same.len() == 1 {
                self.forms.append(&mut same);
            } else {
                let files: Vec<String> = same.iter().map(IncomingForm::file).collect();
                self.told.push(format!(
                    "{} are the same form with different answers, so none of them is used; leave one of them",
                    files.join(" and ")
                ));
            }
        }
    }
}

/// The number of answers that are not for the owner alone.
pub(super) fn answers(form: &SurveyForm) -> usize {
    form.answers().count()
}

/// The record of the survey of a form, if the survey was made in this workspace.
pub(super) fn record_of<'a>(surveys: &'a [SurveyRecord], form: &SurveyForm) -> Option<&'a SurveyRecord> {
    surveys.iter().find(|survey| survey.id == form.survey)
}

/// Saves the marks that copies were given.
pub(super) fn keep_marks(
    workspace: &Workspace,
    before: &[SurveyRecord],
    surveys: &[SurveyRecord],
) -> Result<(), StoreError> {
    let mut changed = before.iter().zip(surveys).filter(|(before, now)| before.copies != now.copies);
    changed.try_for_each(|(_, now)| workspace.keep_survey(now))
}
