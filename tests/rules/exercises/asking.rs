//! A frame as the grammar requires it, as the console makes one of it.

use adjacent::capture::{KnownPerson, StepAsks, StepGrammar};
use adjacent::exercise::{ASKING_VERBS, AnswerFrame};
use adjacent::record::long_form::{LongForm, SpokenPromise};
use adjacent::record::{Position, Verdict};

/// A step that asks.
pub(crate) struct Asking(pub(crate) AnswerFrame);

impl StepGrammar for Asking {
    fn answer(&self, said: &str, _: Option<&str>) -> Option<LongForm> {
        self.0.answered(said, None)
    }

    fn complete(&self, said: &str, _: Option<&str>) -> Option<LongForm> {
        self.0.completed(said, None)
    }

    fn asks(&self) -> StepAsks {
        let person = |tag: &String, name: &Option<String>| KnownPerson { tag: tag.clone(), name: name.clone() };
        StepAsks {
            promises: self.0.asks_for_promises(),
            leads: self.0.leads_promises(),
            approaches: &ASKING_VERBS,
            outcomes: self.0.asks_for_outcomes(),
            decisions: self.0.asks_for_decisions(),
            decides_on: self.0.decides_on().map(str::to_owned),
            positions: self.0.takes_positions(),
            sentences: self.0.takes_sentences(),
            names: self.0.lists_names(),
            relation: self.0.relates_by(),
            people: self.0.people.iter().map(|seat| person(&seat.tag, &seat.name)).collect(),
        }
    }

    fn promised(&self, promise: SpokenPromise) -> Option<LongForm> {
        self.0.promised(promise)
    }

    fn moved(&self, day: &str) -> Option<LongForm> {
        self.0.moved(day)
    }

    fn decided(&self, verdict: Verdict, rest: &str, by: Option<&str>) -> Option<LongForm> {
        self.0.decided(verdict, rest, by)
    }

    fn voted(&self, counts: &[(Verdict, u16)]) -> Option<LongForm> {
        self.0.voted_for(counts)
    }

    fn positioned(&self, position: Position, words: &str) -> Option<LongForm> {
        self.0.positioned(position, words)
    }

    fn complete_about(&self, about: &str, said: &str, _: Option<&str>) -> Option<LongForm> {
        self.0.completed_about(about, said, None)
    }

    fn refuses(&self, said: &str) -> bool {
        self.0.refuses(said)
    }

    fn keep(&self, said: &str) -> Option<String> {
        self.0.text_of(said)
    }
}
