use crate::capture::reader::KnownPerson;
use crate::record::long_form::{LongForm, SpokenPromise};
use crate::record::{Kind, Position, Relation, Verdict};

/// What a step asks for, where the words of a language decide how a line is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own that a step may ask")]
pub struct StepAsks {
    /// Whether the step asks who does what by when.
    pub promises: bool,
    /// Whether the step says itself how a promise begins, so that a sentence may follow: `do tell them {}`.
    pub leads: bool,
    /// The first words of a promise to approach other people, which needs nobody named before it.
    pub approaches: &'static [&'static str],
    /// Whether the step asks what came of an open matter.
    pub outcomes: bool,
    /// Whether the step asks for a decision.
    pub decisions: bool,
    /// The label of the thing on which it asks for a decision.
    pub decides_on: Option<String>,
    /// Whether the step asks for positions on arrows.
    pub positions: bool,
    /// Whether the step takes whole sentences, which it saves word for word.
    pub sentences: bool,
    /// The kind of the names that a plain line lists, [`Kind::Unknown`] where any kind fits; `None` where a plain line is
    /// no list of names.
    pub names: Option<Kind>,
    /// The relation of the arrows that these names get.
    pub relation: Option<Relation>,
    /// The people present.
    pub people: Vec<KnownPerson>,
}

/// What a step makes of a line that has no grammar of its own. Lines come without their tag; `speaker` is the seat they
/// belong to.
pub trait StepGrammar {
    /// Returns the long form of a line that has the shape of an answer to the question of the step, such as `3 5 0` for
    /// a vote. It is tried before the grammar.
    fn answer(&self, said: &str, speaker: Option<&str>) -> Option<LongForm>;

    /// Returns the long form of free text, such as `!Service bot`. It is tried when the grammar finds nothing.
    fn complete(&self, said: &str, speaker: Option<&str>) -> Option<LongForm>;

    /// Returns what the step asks for, where the words of a language decide how a line is read.
    fn asks(&self) -> StepAsks {
        StepAsks::default()
    }

    /// Returns the long form of a promise that was said in this step; `None` when nothing is promised.
    fn promised(&self, promise: SpokenPromise) -> Option<LongForm> {
        Some(LongForm::Promised(promise))
    }

    /// Returns the long form of an open matter that is moved to a day, as typed.
    fn moved(&self, _day: &str) -> Option<LongForm> {
        None
    }

    /// Returns the long form of a verdict on what the step is about, with the text behind it and who decided.
    fn decided(&self, _verdict: Verdict, _rest: &str, _by: Option<&str>) -> Option<LongForm> {
        None
    }

    /// Returns the long form of hands that were counted for verdicts, in any order.
    fn voted(&self, _counts: &[(Verdict, u16)]) -> Option<LongForm> {
        None
    }

    /// Returns the long form of a position on what the step is about, with the speaker's own words.
    fn positioned(&self, _position: Position, _words: &str) -> Option<LongForm> {
        None
    }

    /// Returns the long form of free text about another known thing, whose label and a colon began the line.
    fn complete_about(&self, _about: &str, _said: &str, _speaker: Option<&str>) -> Option<LongForm> {
        None
    }

    /// Whether a line counts as free text in this step, although the grammar reads it as something else.
    fn refuses(&self, _said: &str) -> bool {
        false
    }

    /// Returns the text to save for free text that has no long form; `None` if the line itself is saved.
    fn keep(&self, _said: &str) -> Option<String> {
        None
    }
}
