//! Makes the forms of a survey.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::app::ListedPerson;
use crate::exercise::{Exercise, FormMark, IssuedForm, SurveyForm, SurveyRecord};
use crate::record::Persons;
use crate::record::text::{clean, clip};
use crate::shell::random::four_digits;
use crate::store::{StoreError, Workspace, begin_form};

/// The maximum length of a title, in bytes.
const LONGEST: usize = 200;

/// A survey that is to be made.
#[derive(Debug)]
pub struct NewSurvey<'a> {
    /// The title as typed.
    pub title: &'a str,
    /// The exercise whose questions are asked.
    pub exercise: &'a Exercise,
    /// Everybody who gets a form of their own.
    pub people: Vec<ListedPerson>,
    /// The number of forms of which nobody knows who fills them in; of no meaning where people are listed.
    pub number: Option<u16>,
    /// The folder for the forms; `None` for a new folder in `here`.
    pub folder: Option<&'a Path>,
    /// The folder in which a new folder is made.
    pub here: &'a Path,
}

/// Makes a survey: its forms as files, and the private record of who got which. Returns the record; `None` where the
/// exercise is no survey.
pub fn issue(workspace: &Workspace, new: &NewSurvey<'_>, now: Timestamp) -> Result<Option<SurveyRecord>, StoreError> {
    let persons = Persons::listed(new.people.iter().map(|listed| (&listed.person, listed.name.as_str())));
    let title = persons.without_names(clip(clean(new.title).trim(), LONGEST));
    let id = workspace.new_survey_id(&title, four_digits());
    let folder: PathBuf = new.folder.map_or_else(|| new.here.join(format!("survey-{id}")), Path::to_owned);
    let mut record = SurveyRecord {
        format: SurveyRecord::FORMAT,
        id,
        title,
        exercise: new.exercise.id.clone(),
        day: workspace.zone().day(now),
        folder: folder.display().to_string(),
        forms: Vec::new(),
        copies: BTreeMap::new(),
    };
    let mut forms = Vec::new();
    for (mark, listed) in marks(new) {
        let unit = listed.and_then(|listed| listed.person.party.as_deref()).map(|unit| persons.without_names(unit));
        let form =
            SurveyForm::empty(&record.id, &record.title, new.exercise, mark, unit.as_deref().unwrap_or_default());
        let Some(form) = form else { return Ok(None) };
        let file = file_name(&form);
        let name = listed.map(|listed| listed.name.clone());
        record.forms.push(IssuedForm { mark: form.mark.to_string(), file: file.clone(), name, unit });
        forms.push((folder.join(file), form.to_text()));
    }
    // The record is written first: a form whose owner is not known any more would be worth less than no form.
    workspace.keep_survey(&record)?;
    for (path, text) in forms {
        begin_form(&path, &text)?;
    }
    Ok(Some(record))
}

/// The mark of every form, with the person for whom it is made.
fn marks<'a>(new: &'a NewSurvey<'_>) -> Vec<(FormMark, Option<&'a ListedPerson>)> {
    match new.number {
        _ if !new.people.is_empty() => {
            (1..).zip(&new.people).map(|(number, listed)| (FormMark::Named(number), Some(listed))).collect()
        }
        Some(number) => (1..=number).map(|number| (FormMark::Numbered(number), None)).collect(),
        None => vec![(FormMark::Open, None)],
    }
}

/// The name of the file of a form: its number and its unit, and no name of a person.
fn file_name(form: &SurveyForm) -> String {
    let unit: String =
        form.unit.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let unit: Vec<&str> = unit.split('-').filter(|word| !word.is_empty()).take(4).collect();
    let unit = if unit.is_empty() { String::new() } else { format!("-{}", unit.join("-")) };
    match form.mark {
        FormMark::Named(number) | FormMark::Numbered(number) => format!("{number:02}{unit}.txt"),
        FormMark::Open | FormMark::Copy(_) => "survey.txt".to_owned(),
    }
}
