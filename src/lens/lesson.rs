/// What a pattern is called, who described it, and why it matters; shown to people who ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// The name of the pattern, with one sentence on what it is.
    pub called: &'static str,
    /// Who described it, and where.
    pub source: &'static str,
    /// Why it matters.
    pub matters: &'static str,
}
