use super::asks::StepGrammar;
use super::line_in_step::{LineInStep, as_text};
use crate::capture::grammar::{in_brackets, split_tag};
use crate::capture::read::read;
use crate::capture::reader::{KnownPerson, Pledge};
use crate::capture::{Context, Form, Reading};
use crate::record::Sign;
use crate::record::lexicon::ARROWS;
use crate::record::long_form::{ArrowLink, LongForm, SpokenPromise};

/// Reads a line in a step that makes a plain line into a long form.
///
/// The text of the long form becomes what was said, so that the same words give the same record, in whatever form they
/// were typed.
pub fn read_in_step(line: &str, step: &dyn StepGrammar, context: &Context<'_>) -> Reading {
    let plain = read(line, context);
    if matches!(plain.form, Form::Blank | Form::Undo | Form::Redo) {
        return plain;
    }
    if plain.is_of_a_poll() {
        // What is put to the room is said by nobody, in whatever step.
        return Reading { tag: None, speaker: None, ..plain };
    }
    let tagged = split_tag(line.trim()).0.is_some();
    let called = plain.tag.as_ref().filter(|_| !tagged).map(ToString::to_string);
    let line = LineInStep { step, asks: step.asks(), plain, called, context };
    let answer = || step.answer(line.said(), line.speaker()).and_then(|form| line.long(&form));
    let reading = line.spoken().or_else(answer).or_else(|| line.free());
    let reading = reading.unwrap_or_else(|| line.as_read());
    let promised = reading.offers.iter().any(|offer| offer.form == Form::Do || offer.form == Form::Decide);
    if reading.form == Form::Text && !promised { line.with_offers(reading) } else { reading }
}

/// Returns the promise of a sentence in which one of these people does a task by a day; `None` for any other sentence.
pub fn promise_in(said: &str, people: &[KnownPerson], context: &Context<'_>) -> Option<SpokenPromise> {
    let pledge = Pledge::read(said, None, people, context);
    (pledge.has_person_and_day() && pledge.stands()).then_some(pledge.promise)
}

impl LineInStep<'_> {
    /// Returns the line as the grammar reads it, or completed by the step.
    fn as_read(&self) -> Reading {
        if self.plain.form != Form::Text {
            return if self.step.refuses(self.said()) { as_text(self.plain.clone()) } else { self.plain.clone() };
        }
        let answered = || more_or_less(self.said(), self.context).and_then(|form| self.long(&form));
        // A line with an arrow that could not be read names no single thing.
        let drawn = ARROWS.iter().any(|arrow| self.said().contains(arrow));
        let named = || if drawn { None } else { self.by_names() };
        answered().or_else(named).unwrap_or_else(|| self.saved())
    }
}

/// Reads "more" or "less" alone as the answer to the question that an arrow without a sign has just asked.
fn more_or_less(said: &str, context: &Context<'_>) -> Option<LongForm> {
    let sign = match said.trim().to_lowercase().as_str() {
        "more" | "+" => Sign::Plus,
        "less" | "fewer" | "-" => Sign::Minus,
        _ => return None,
    };
    let claim = context.ledger.latest_claim(&context.session.header().id)?;
    let asks = claim.sign == Sign::Unknown && claim.kind.carries_sign();
    let (from, to) = (in_brackets(&claim.from), in_brackets(&claim.to));
    asks.then(|| LongForm::Drawn {
        from: from.into_owned(),
        link: ArrowLink::Right,
        to: vec![to.into_owned()],
        tail: format!("{} {}", claim.kind.name(), sign.mark()),
        words: String::new(),
    })
}
