use crate::exercise::SurveyForm;

/// Whoever saves the forms that phones send.
pub trait FormStore: Send + Sync + 'static {
    /// Saves a form. Once this returns without an error, it is on disk. A copy of the form that everybody has is given its
    /// mark here.
    ///
    /// # Errors
    /// When the form was changed elsewhere, and when it could not be saved.
    fn save(&self, form: &mut SurveyForm) -> Result<(), FormNotSaved>;

    /// What each answer to a question would say on the map, a sentence for each; nothing for those that say nothing.
    fn read_back(&self, form: &SurveyForm, number: u16) -> Vec<String>;
}

/// Why a form was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormNotSaved {
    /// It was changed elsewhere, in an editor for example; holds the form as it is now.
    Changed(Box<SurveyForm>),
    /// It could not be written.
    Failed,
}
