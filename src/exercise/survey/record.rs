//! What whoever asks has to remember of a survey. It holds names, so it is a private file.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::form::FormMark;

/// A form that was made for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssuedForm {
    /// The mark of the form, as the form states it.
    pub mark: String,
    /// The name of the file, without its folder.
    pub file: String,
    /// The name of the person as it was listed; `None` for a form that is nobody's in particular.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The unit of the person; `None` when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// A survey: its questions, its forms, and where they come back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyRecord {
    /// The version of this format; 1.
    pub format: u32,
    /// The id, which every form of the survey states.
    pub id: String,
    /// The title, without names of people.
    pub title: String,
    /// The id of the exercise whose questions are asked.
    pub exercise: String,
    /// The day on which the forms were made.
    pub day: Date,
    /// The folder in which the forms were made and to which they come back.
    pub folder: String,
    /// The forms.
    pub forms: Vec<IssuedForm>,
    /// The marks of the copies of an open form that came back, by the names of their files.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub copies: BTreeMap<String, String>,
}

impl SurveyRecord {
    /// The version of the format that this program reads.
    pub const FORMAT: u32 = 1;

    /// Returns the form with this mark.
    pub fn issued(&self, mark: &FormMark) -> Option<&IssuedForm> {
        let mark = mark.to_string();
        self.forms.iter().find(|form| form.mark == mark)
    }

    /// Returns everybody for whom a form was made: names, with their units.
    pub fn people(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        self.forms.iter().filter_map(|form| Some((form.name.as_deref()?, form.unit.as_deref())))
    }
}
