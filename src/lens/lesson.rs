/// What a pattern is called, who described it, and why it matters, for whoever wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// What it is called.
    pub called: &'static str,
    /// Who described it.
    pub source: &'static str,
    /// Why it matters.
    pub matters: &'static str,
}
