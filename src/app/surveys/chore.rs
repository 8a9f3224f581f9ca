/// A chore about surveys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurveysChore {
    /// Look at what came in, then send [`SurveysReport::Arrived`].
    Look,
    /// Take the shared answers that came in as sessions, then send [`SurveysReport::Gathered`].
    Gather,
}

/// The report of a chore about surveys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SurveysReport {
    /// What came in, a survey each, the latest first; without the surveys of which nothing came in.
    Arrived(Vec<SurveyArrival>),
    /// The answers are sessions; holds what was done, in a sentence.
    Gathered(String),
}

/// How many forms of a survey came in. It names nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SurveyArrival {
    /// The title of the survey.
    pub title: String,
    /// The number of forms that were made; `None` where everybody copies one form.
    pub issued: Option<usize>,
    /// The number of forms with an answer.
    pub answered: usize,
    /// The number of those that their owners share.
    pub shared: usize,
    /// The number of those that are not on the map yet, or not as they are now.
    pub fresh: usize,
}
