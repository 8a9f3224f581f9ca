//! Promises, decisions and positions, which a line says in the words of its language.

use super::line_in_step::LineInStep;
use crate::capture::grammar::{Calendar, is_at, phrase_at, spoken_words};
use crate::capture::lexicon::Sense;
use crate::capture::reader::{SpokenDecision, SpokenPosition, spoken_decision, spoken_position, without_label};
use crate::capture::{Amber, Doubt, Form, Offer, Reading};
use crate::record::lexicon::ARROWS;
use crate::record::long_form::LongForm;
use crate::record::{Event, Fact, Verdict};

impl LineInStep<'_> {
    /// Reads what the step asks for, before the grammar: a decision, a position, a promise.
    pub(super) fn spoken(&self) -> Option<Reading> {
        let open = matches!(
            self.plain.form,
            Form::Text | Form::Scrap | Form::Arrow | Form::Thing | Form::Stance | Form::Is | Form::Want
        );
        if !open || ["->", "<-"].iter().any(|arrow| self.said().contains(arrow)) {
            return None;
        }
        let asked = self.decision().or_else(|| self.position()).or_else(|| self.outcome());
        asked.or_else(|| self.decided_elsewhere()).or_else(|| self.promise()).or_else(|| self.question())
    }

    /// Offers a decision where no step asks for one.
    fn decided_elsewhere(&self) -> Option<Reading> {
        let claimed = spoken_position(self.said(), self.context.lexicon).is_some() && self.on_claim();
        let offer = self.decision_offer().filter(|_| !self.asks.decisions && !claimed)?;
        Some(self.text_with([offer]))
    }

    /// Offers a line that begins with a question word, and was taken for a statement, as a question.
    fn question(&self) -> Option<Reading> {
        // "When" and "hoe" open conditions as well: "when overtime rises, ...", "hoe meer ..., hoe ...".
        let condition = |sense| matches!(sense, Sense::When | Sense::MoreFirst(_));
        let asks = self.context.lexicon.languages().iter().any(|words| {
            let line = spoken_words(self.said(), words);
            is_at(&line, 0, words, Sense::Question) && phrase_at(&line, 0, words, condition).is_none()
        });
        let stated = matches!(self.plain.form, Form::Arrow | Form::Thing | Form::Is);
        let form = LongForm::Asked { text: self.said().to_owned() };
        // A sigil says that it is a name.
        let spoken = self.said().starts_with(char::is_alphabetic);
        (asks && stated && spoken).then(|| self.text_with(self.offered(&form)))
    }

    /// Whether the line before is a claim of this step, or a position on one.
    fn on_claim(&self) -> bool {
        self.context.asked_arrow().is_some() || self.lines_of_step().next().is_some_and(speaks_of_an_arrow)
    }

    /// Whether one of the last lines of this step is a claim, or a position on one.
    fn near_claim(&self) -> bool {
        self.lines_of_step().take(NEAR).any(speaks_of_an_arrow)
    }

    /// Returns the lines said since the step was entered, the last first.
    fn lines_of_step(&self) -> impl Iterator<Item = &Event> {
        let here = self.context.session.place().map(|place| &place.step);
        let said = self.context.session.live().rev().filter(|event| event.said.is_some());
        said.take_while(move |event| event.step.as_ref() == here)
    }

    /// Reads what a line says beside what the step asks for: a wish, or a position on the line before.
    pub(super) fn free(&self) -> Option<Reading> {
        if self.asks.promises && self.plain.form == Form::Text {
            return self.wish();
        }
        self.position_on_line_before()
    }

    fn decision(&self) -> Option<Reading> {
        if !self.asks.decisions {
            return None;
        }
        let form = match spoken_decision(self.said(), self.context.lexicon)? {
            SpokenDecision::Hands(counts) => self.step.voted(&counts)?,
            SpokenDecision::Verdict { verdict, rest, by } => self.step.decided(verdict, rest, by)?,
            SpokenDecision::Condition(text) => return self.condition(text),
            SpokenDecision::Decider(who) => return self.decider(who),
        };
        let decides = !matches!(form, LongForm::Decided { by: None, .. }) || !self.is_one_voice_after_the_count();
        if decides { self.long(&form) } else { Some(self.text_with(self.offered(&form))) }
    }

    /// Whether the line is what a single person says after hands were counted in this step, and no label says that it is
    /// the decision: the condition or the objection of one does not replace what the room chose.
    fn is_one_voice_after_the_count(&self) -> bool {
        let session = self.context.session;
        let one = self.called.is_some() || self.speaker().is_some();
        let counted = || {
            let step = session.place().map(|place| &place.step);
            let events = step.into_iter().flat_map(|step| session.live_in_step(step));
            events.flat_map(|event| &event.facts).any(|fact| matches!(fact, Fact::Voted { .. }))
        };
        one && without_label(self.said(), self.context.lexicon).is_none() && counted()
    }

    /// Records a part that will not be done as a guard, and asks whether the whole is off.
    fn condition(&self, text: &str) -> Option<Reading> {
        let mut reading = self.long(&self.step.decided(Verdict::Guard, text, None)?)?;
        let whole = self.step.decided(Verdict::WillNot, "", None)?.to_string();
        let offer = Offer { ask: "Is the whole of it off?".to_owned(), lines: vec![whole], replaces: true };
        let why = "a part of it will not be done; is the whole off?".to_owned();
        reading.amber.push(Amber { doubt: Doubt::Whole, why, offer: Some(offer) });
        Some(reading)
    }

    /// Offers that somebody decides: with the verdict that stands, else as a decision that waits for that person.
    fn decider(&self, who: &str) -> Option<Reading> {
        let about = self.asks.decides_on.as_deref()?;
        let decided =
            self.context.session.live().rev().flat_map(|event| event.facts.iter().rev()).find_map(|fact| match fact {
                Fact::Decided { about: on, verdict, after, .. } if on == about => Some((*verdict, after.clone())),
                _ => None,
            });
        let (verdict, after) = decided.unwrap_or((Verdict::Wait, None));
        let form = self.step.decided(verdict, &after.unwrap_or_default(), Some(who))?;
        Some(self.text_with(self.offered(&form)))
    }

    fn position(&self) -> Option<Reading> {
        if !self.asks.positions {
            return None;
        }
        let SpokenPosition { position, words, .. } = spoken_position(self.said(), self.context.lexicon)?;
        self.long(&self.step.positioned(position, words)?)
    }

    /// Reads a day alone, where the step asks what came of an open matter: it is moved to that day.
    fn outcome(&self) -> Option<Reading> {
        let said = self.said().trim_end_matches('.');
        Calendar::of(self.context).whole(said).filter(|_| self.asks.outcomes)?;
        self.long(&self.step.moved(said)?)
    }

    /// Records a promise where the step asks for one, and offers one that a label such as `AP:` opens elsewhere.
    fn promise(&self) -> Option<Reading> {
        let pledge = self.pledge();
        let asked = (self.asks.promises && pledge.is_sure())
            || (self.asks.outcomes && pledge.has_person_and_day() && !pledge.is_ours());
        if asked {
            return self.long(&self.step.promised(pledge.promise)?);
        }
        // A sentence that the step would quote, or take for names, is still somebody's promise.
        let asked_elsewhere = self.asks.sentences || self.asks.names.is_some();
        // "Ben will send the numbers to Grace by Thursday" is no supply of anything.
        let drawn = ARROWS.iter().any(|arrow| self.said().contains(arrow));
        let as_sentence = self.plain.form == Form::Arrow && !drawn;
        let somebodys =
            pledge.has_person_and_day() && (as_sentence || (asked_elsewhere && self.plain.form == Form::Text));
        let elsewhere = !self.asks.promises && pledge.stands() && (pledge.labelled || somebodys);
        let offer = elsewhere.then(|| self.step.promised(pledge.promise))??;
        Some(self.text_with(self.offered(&offer)))
    }

    /// Records a wish where the step asks for promises; a person and a verb alone are offered.
    fn wish(&self) -> Option<Reading> {
        let pledge = self.pledge();
        let nothing = pledge.promise.due.is_none() && promises_nothing(self.said());
        if (!pledge.stands() && !self.asks.leads) || nothing {
            return None;
        }
        let wish = self.asks.leads || pledge.is_wish();
        let form = self.step.promised(pledge.promise)?;
        if wish { self.long(&form) } else { Some(self.text_with(self.offered(&form))) }
    }

    /// Reads a position on the line before, if that is a claim; after free text, asks which line it means.
    fn position_on_line_before(&self) -> Option<Reading> {
        if self.asks.positions || !matches!(self.plain.form, Form::Text | Form::Stance) {
            return None;
        }
        let SpokenPosition { position, words, loose } = spoken_position(self.said(), self.context.lexicon)?;
        if self.asks.sentences && !words.is_empty() {
            return None;
        }
        self.context.claim_at_hand()?;
        let in_words = if words.is_empty() { String::new() } else { format!(" \"{}\"", words.replace('"', "'")) };
        let form = LongForm::Stanced { position, along: Vec::new(), words: in_words };
        if self.on_claim() && !loose {
            return if self.plain.form == Form::Stance { None } else { self.long(&form) };
        }
        if !self.near_claim() {
            // "Nearly" answers what somebody said in words, and no arrow of another step.
            return Some(self.text_with(None));
        }
        let mut text = self.text_with(self.offered(&form));
        if words.is_empty() {
            let why = "which line is that about? write no, and the arrow: no A -> B".to_owned();
            text.amber.push(Amber { doubt: Doubt::WhichLine, why, offer: None });
        }
        Some(text)
    }
}

/// Beginnings of a line that refuses to promise, in lower case.
const NOT_PROMISED: [&str; 9] = [
    "i'm not ",
    "i am not ",
    "i won't ",
    "i can't ",
    "i cannot ",
    "we can't ",
    "no promises",
    "ich verspreche nichts",
    "je ne promets rien",
];

/// Whether a line says that nothing is promised: "I'm not promising anything".
fn promises_nothing(said: &str) -> bool {
    let low = said.trim().to_lowercase().replace('’', "'");
    NOT_PROMISED.iter().any(|start| low.starts_with(start))
}

/// The number of lines within which a position that stands behind free text may be about an arrow.
const NEAR: usize = 6;

fn speaks_of_an_arrow(line: &Event) -> bool {
    line.facts.iter().any(|fact| matches!(fact, Fact::Claimed(_) | Fact::Stanced(_)))
}
