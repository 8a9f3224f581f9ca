use crate::exercise::SurveyForm;

/// Whose forms a survey on phones has, and so how many links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SurveyDoors {
    /// A link for each of these forms: whoever has it answers that form.
    Own(Vec<SurveyForm>),
    /// One link; each phone takes the next of these forms.
    Numbered(Vec<SurveyForm>),
    /// One link; each phone answers a copy of this form.
    Copies(Box<SurveyForm>),
}

impl SurveyDoors {
    /// The number of links.
    pub fn links(&self) -> usize {
        match self {
            Self::Own(forms) => forms.len(),
            Self::Numbered(_) | Self::Copies(_) => 1,
        }
    }
}

/// How many forms are in. It does not say whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InCount {
    /// The number of forms that were sent, on this page or before.
    pub sent: usize,
    /// The number of all forms; `None` where everybody copies one.
    pub of: Option<usize>,
}

impl InCount {
    /// Whether nobody is missing.
    pub fn is_all(self) -> bool {
        self.of.is_some_and(|all| self.sent >= all)
    }
}
