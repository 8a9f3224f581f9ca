//! The values of a prompt's blanks: the change in question, an effect that nobody has continued yet, a neighbour.

#[cfg(test)]
mod tests;

use super::Recording;
use super::effects::{SaidEffect, in_words};
use super::neighbours::Here;
use super::promise::Promised;
use crate::capture;
use crate::exercise::{Answer, Blanks, Catalogue, Subject, is_mere_reply};
use crate::record::english::Agreement;
use crate::record::{Claim, Kind, Mode, StepId};

/// Returns every blank that can be filled so far, with those of the current subject.
pub(in crate::app) fn blanks(recording: &Recording, catalogue: &Catalogue, subject: Option<&Subject>) -> Blanks {
    let mut blanks = blanks_in(recording, catalogue, subject);
    let effects = recording.gist().effects.named_in(recording.step(), recording.ledger(), blanks.of("party"));
    blanks.set("effects", effects);
    blanks
}

/// Returns the blanks of these texts. The blank for all effects is computed only where a text contains it.
pub(in crate::app) fn blanks_for<'a>(
    recording: &Recording,
    catalogue: &Catalogue,
    subject: Option<&Subject>,
    mut texts: impl Iterator<Item = &'a str>,
) -> Blanks {
    if texts.any(|text| text.contains("{effects")) {
        blanks(recording, catalogue, subject)
    } else {
        blanks_in(recording, catalogue, subject)
    }
}

fn blanks_in(recording: &Recording, catalogue: &Catalogue, subject: Option<&Subject>) -> Blanks {
    let gist = recording.gist();
    let (session, ledger) = (recording.session(), recording.ledger());
    let picks = recording.step_in(catalogue).is_some_and(|step| step.answer == Answer::Pick);
    // The prompt of a step that asks for a change must not name one; any other step is about the change mentioned last.
    let last = || gist.change.label(Kind::Initiative, session, ledger).filter(|_| !picks);
    let focus = focus(recording, catalogue).or_else(last);
    let effect = gist.effects.open(focus.as_deref());
    let here = Here { session, ledger, step: recording.step() };
    let mut blanks = Blanks::default();
    blanks
        .set("neighbour", gist.neighbours.next_door(&here, focus.as_deref(), effect.map(|effect| effect.to.as_str())));
    blanks.set("focus", focus);
    blanks.set("effect", effect.map(SaidEffect::phrase));
    blanks.set("hope", hope(recording, catalogue));
    let promise = Promised::of(recording, gist.promised.as_ref());
    let party = promise.party.clone().or_else(|| gist.party.label(Kind::Party, session, ledger));
    blanks.set("party", party);
    blanks.set("hello", promise.whom.as_ref().map(|whom| format!("Hello {whom}")));
    blanks.set("own", own_words(recording, catalogue));
    blanks.set("who", promise.who);
    blanks.set("due", promise.due);
    blanks.set("whom", promise.whom);
    if let Some(subject) = subject {
        blanks.set("subject", Some(subject.says.clone()));
        blanks.set("a", subject.a.clone());
        blanks.set("b", subject.b.clone());
        blanks.set("thing", subject.thing.clone());
    }
    for name in ["focus", "subject", "a", "b", "thing", "party", "neighbour"] {
        let known = blanks.of(name).and_then(|label| ledger.thing(label));
        if let Some(thing) = &known {
            blanks.agree(name, Agreement::of(thing.label, thing.kind));
        }
        if !matches!(name, "focus" | "subject" | "a" | "b") {
            continue;
        }
        blanks.say(name, known.map(|thing| capture::thing_in_words(thing.label, thing.kind)));
    }
    let quoted = |subject: &Subject| Some(format!("{} ({})", subject.says, subject.quote.as_ref()?));
    blanks.say("subject", subject.and_then(quoted));
    blanks
}

/// Returns the thing picked last at a step that asks to pick one. While the current step is such a step, only picks
/// since the exercise began count.
pub(in crate::app) fn focus(recording: &Recording, catalogue: &Catalogue) -> Option<String> {
    let mode = recording.session().mode();
    let is_pick = |step: &StepId| catalogue.step(step, mode).is_some_and(|(_, step)| step.answer == Answer::Pick);
    let here = recording.step().is_some_and(is_pick);
    recording.gist().picked(is_pick, here).map(str::to_owned)
}

/// Returns the ballots that were counted in the current step.
pub(in crate::app) fn counted(recording: &Recording) -> Vec<String> {
    recording.step().map(|step| recording.gist().ballots(step).to_vec()).unwrap_or_default()
}

/// Returns the last text of the previous step, if that step asked for one sentence, such as the agenda as it was.
pub(in crate::app) fn text_before(recording: &Recording, catalogue: &Catalogue) -> Option<String> {
    let step = recording.step()?;
    let before = StepId::new(&step.exercise, step.number.checked_sub(1)?);
    let (_, asked) = catalogue.step(&before, recording.session().mode())?;
    let sentence = asked.answer == Answer::Text && asked.bare.is_none() && !asked.unnamed;
    recording.gist().last_text(&before).filter(|_| sentence).map(str::to_owned)
}

/// Returns what would make the session worth the time, as said in the last step of `arrive`; the last text where all
/// are too long.
fn hope(recording: &Recording, catalogue: &Catalogue) -> Option<String> {
    let last = catalogue.find("arrive")?.steps(recording.session().mode()).len();
    let step = StepId::new("arrive", u16::try_from(last).ok()?);
    recording.gist().short_texts(&step).map(str::to_owned)
}

/// The sentences that somebody alone typed in the steps of this exercise before the current one.
fn own_words(recording: &Recording, catalogue: &Catalogue) -> Option<String> {
    let here = recording.step().filter(|_| recording.session().mode() == Mode::Solo)?;
    let steps = (1..here.number).map(|number| StepId::new(&here.exercise, number));
    let plain = |step: &StepId| catalogue.step(step, Mode::Solo).is_some_and(|(_, step)| !step.unnamed);
    let texts = steps.filter(plain).filter_map(|step| recording.gist().short_texts(&step));
    let texts: Vec<&str> = texts.flat_map(|texts| texts.split("; ")).filter(|text| !is_mere_reply(text)).collect();
    (!texts.is_empty()).then(|| format!("In my own words: “{}”.", texts.join("; ").trim_end_matches('.')))
}

/// Describes an effect without a verb, such as "less Handle time", because a label may be singular or plural.
pub(in crate::app) fn effect_in_words(claim: &Claim) -> String {
    in_words(&claim.to, claim.sign)
}
