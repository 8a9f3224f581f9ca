use std::borrow::Cow;

use super::grammar::{Typed, normal, stays_text, tidy, without_marks};
use super::reader::{self, LineDraft};
use super::speaker::{as_a_newcomer, speaker_of};
use super::{Amber, Context, Doubt, Form, Reading};
use crate::record::SeatTag;

/// Reads a typed line. Never fails and never asks: a line that cannot be read is recorded as a scrap or as free text.
pub fn read(line: &str, context: &Context<'_>) -> Reading {
    let (line, cut) = tidy(line);
    let laid_out = stays_text(&line);
    let line = if laid_out { line } else { Cow::Owned(without_marks(&line).into_owned()) };
    let (tag, said) = speaker_of(&line, context.session);
    let mut reading = blank(tag.as_deref(), said, context);
    let line = normal(said);
    if line.is_empty() {
        return reading;
    }
    if cut {
        let why = "that line was too long; its end was not kept".to_owned();
        reading.amber.push(Amber { doubt: Doubt::Cut, why, offer: None });
    }
    let draft = LineDraft::new(context, Typed::of(&line));
    if laid_out {
        return reader::as_text(draft, reading);
    }
    as_a_newcomer(spelled(reader::read(draft, reading)), context, |behind| read(behind, context))
}

/// Returns a reading of a line that holds nothing yet.
pub(super) fn blank(tag: Option<&str>, said: &str, context: &Context<'_>) -> Reading {
    Reading {
        tag: tag.map(SeatTag::from),
        speaker: context.speaker(tag),
        said: said.to_owned(),
        form: Form::Blank,
        facts: Vec::new(),
        mentions: Vec::new(),
        amber: Vec::new(),
        why: None,
        offer: None,
        offers: Vec::new(),
        because: Vec::new(),
    }
}

/// Saves an undo or redo in one spelling: when there is nothing to take back, the record is told by this word.
fn spelled(mut reading: Reading) -> Reading {
    if matches!(reading.form, Form::Undo | Form::Redo) {
        reading.form.name().clone_into(&mut reading.said);
    }
    reading
}
