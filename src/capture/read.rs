use super::grammar::{Typed, amount, in_brackets, normal, split_tag, tidy};
use super::reader::{self, Draft};
use super::{Amber, Context, Doubt, Form, Reading};
use crate::record::Sign;

/// Reads a typed line. Never fails and never asks back: what cannot be read is kept as a scrap or as free text.
pub fn read(line: &str, context: &Context<'_>) -> Reading {
    let (line, cut) = tidy(line);
    let (tag, said) = split_tag(&line);
    let mut reading = blank(tag, said, context);
    let line = normal(said);
    if line.is_empty() {
        return reading;
    }
    if cut {
        let why = "that line was too long; its end was not kept".to_owned();
        reading.amber.push(Amber { doubt: Doubt::Cut, why, offer: None });
    }
    let reading = reader::read(Draft::new(context, Typed::of(&line)), reading);
    spelled(reading)
}

/// Reads a line typed in a step that says what a bare line becomes, such as `!{}`.
///
/// The long form is used only when the line by itself is free text and the long form is not; it is then what was said.
pub fn read_in_step(line: &str, long_form: Option<&str>, context: &Context<'_>) -> Reading {
    let plain = read(line, context);
    if plain.form != Form::Text {
        return plain;
    }
    let fits = |template: &&str| !template.ends_with("-> {}") || amount(&plain.said).is_some();
    let completed = long_form.filter(fits).map(|template| template.replace("{}", &plain.said));
    let Some(completed) = which_way(&plain.said, context).or(completed) else { return plain };
    let tag = plain.tag.as_deref().map(|tag| format!("{tag}> ")).unwrap_or_default();
    let long = read(&format!("{tag}{completed}"), context);
    if matches!(long.form, Form::Text | Form::Scrap) { plain } else { long }
}

/// "More" or "less" alone answers the question that an arrow without a sign has just asked.
fn which_way(said: &str, context: &Context<'_>) -> Option<String> {
    let sign = match said.trim().to_lowercase().as_str() {
        "more" | "+" => '+',
        "less" | "fewer" | "-" => '-',
        _ => return None,
    };
    let claim = context.ledger.latest_claim(&context.session.header().id)?;
    let asks = claim.sign == Sign::Unknown && claim.kind.carries_sign();
    let (from, to) = (in_brackets(&claim.from), in_brackets(&claim.to));
    asks.then(|| format!("{from} -> {to} : {} {sign}", claim.kind.name()))
}

fn blank(tag: Option<&str>, said: &str, context: &Context<'_>) -> Reading {
    Reading {
        tag: tag.map(str::to_owned),
        speaker: context.speaker(tag),
        said: said.to_owned(),
        form: Form::Blank,
        facts: Vec::new(),
        mentions: Vec::new(),
        amber: Vec::new(),
        why: None,
        offer: None,
    }
}

/// An undo is kept in one spelling, because the record tells it by its word when it found nothing to take back.
fn spelled(mut reading: Reading) -> Reading {
    if matches!(reading.form, Form::Undo | Form::Redo) {
        reading.form.name().clone_into(&mut reading.said);
    }
    reading
}
