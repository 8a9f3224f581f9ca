//! The files of the forms that phones answer.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

use super::copying::copy_beside;
use super::draft::read_alone;
use crate::exercise::{Catalogue, FormMark, SurveyForm, SurveyRecord};
use crate::phones::{FormNotSaved, FormStore, SurveyDoors};
use crate::record::own_note;
use crate::store::{keep_form, read_form};

/// A form on disk, as this program read or wrote it last.
#[derive(Debug)]
struct FormOnDisk {
    path: PathBuf,
    text: String,
}

/// The forms of a survey on disk, by their marks.
#[derive(Debug)]
pub(super) struct PhoneForms {
    files: Mutex<BTreeMap<FormMark, FormOnDisk>>,
    catalogue: Catalogue,
}

impl PhoneForms {
    /// Reads the forms of a survey. Also returns them, and the names of the files that cannot be used.
    pub(super) fn read(record: &SurveyRecord, catalogue: Catalogue) -> (Self, Vec<SurveyForm>, Vec<String>) {
        let (mut files, mut forms, mut missing) = (BTreeMap::new(), Vec::new(), Vec::new());
        for issued in &record.forms {
            let path = Path::new(&record.folder).join(&issued.file);
            let read = read_form(&path).ok().and_then(|text| Some((SurveyForm::read(&text).ok()?.form, text)));
            match read.filter(|(form, _)| form.survey == record.id && form.mark.to_string() == issued.mark) {
                Some((form, text)) => {
                    files.insert(form.mark.clone(), FormOnDisk { path, text });
                    forms.push(form);
                }
                None => missing.push(issued.file.clone()),
            }
        }
        (Self { files: Mutex::new(files), catalogue }, forms, missing)
    }
}

/// Whose forms these are.
pub(super) fn doors(forms: Vec<SurveyForm>) -> SurveyDoors {
    match forms.first().map(|form| &form.mark) {
        Some(FormMark::Open) => {
            forms.into_iter().next().map_or(SurveyDoors::Own(Vec::new()), |form| SurveyDoors::Copies(Box::new(form)))
        }
        Some(FormMark::Numbered(_)) => SurveyDoors::Numbered(forms),
        _ => SurveyDoors::Own(forms),
    }
}

impl FormStore for PhoneForms {
    fn save(&self, form: &mut SurveyForm) -> Result<(), FormNotSaved> {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let file = files.get_mut(&form.mark).ok_or(FormNotSaved::Failed)?;
        if form.mark == FormMark::Open {
            let path = copy_beside(&file.path, form).map_err(|_| FormNotSaved::Failed)?;
            files.insert(form.mark.clone(), FormOnDisk { path, text: form.to_text() });
            return Ok(());
        }
        // Somebody may have answered it in an editor meanwhile; a file that is gone is written again.
        if let Some(text) = read_form(&file.path).ok().filter(|text| *text != file.text)
            && let Ok(read) = SurveyForm::read(&text)
        {
            file.text = text;
            return Err(FormNotSaved::Changed(Box::new(SurveyForm { mark: form.mark.clone(), ..read.form })));
        }
        let text = form.to_text();
        keep_form(&file.path, &text).map_err(|_| FormNotSaved::Failed)?;
        file.text = text;
        Ok(())
    }

    fn read_back(&self, form: &SurveyForm, number: u16) -> Vec<String> {
        let lines = form.questions.iter().filter(|question| question.number == number).flat_map(|one| &one.lines);
        let read = lines.flat_map(|line| {
            if own_note(line).is_some() {
                return vec!["For yourself; it stays in the file.".to_owned()];
            }
            let says = read_alone(form, (number, line), &self.catalogue, Timestamp::now());
            says.unwrap_or_default().lines().map(str::to_owned).collect()
        });
        read.collect()
    }
}
