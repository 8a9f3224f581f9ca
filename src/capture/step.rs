use super::grammar::{Typed, in_brackets, is_a_remark, normal, split_tail, tidy};
use super::read::{blank, read};
use super::reader::{self, LineDraft};
use super::{Context, Form, MentionedThing, Reading};
use crate::record::lexicon::amount;
use crate::record::long_form::{ArrowLink, LongForm};
use crate::record::{Fact, Kind, Sign};

/// What a step makes of a line that has no grammar of its own. Lines come without their tag; `speaker` is the seat they
/// belong to.
pub trait StepGrammar {
    /// Returns the long form of a line that has the shape of an answer to the question of the step, such as `3 5 0` for
    /// a vote. It is tried before the grammar.
    fn answer(&self, said: &str, speaker: Option<&str>) -> Option<LongForm>;

    /// Returns the long form of free text, such as `!Service bot`. It is tried when the grammar finds nothing.
    fn complete(&self, said: &str, speaker: Option<&str>) -> Option<LongForm>;

    /// Whether a line counts as free text in this step, although the grammar reads it as something else.
    fn refuses(&self, _said: &str) -> bool {
        false
    }

    /// Returns the text to save for free text that has no long form; `None` if the line itself is saved.
    fn keep(&self, _said: &str) -> Option<String> {
        None
    }
}

/// Reads a line in a step that makes a plain line into a long form.
///
/// The text of the long form becomes what was said, so that the same words give the same record, in whatever form they
/// were typed.
pub fn read_in_step(line: &str, step: &dyn StepGrammar, context: &Context<'_>) -> Reading {
    let plain = read(line, context);
    if matches!(plain.form, Form::Undo | Form::Redo) {
        return plain;
    }
    let speaker = plain.speaker.as_deref();
    let long = |form: LongForm| read_long(&form, plain.tag.as_deref(), context);
    if let Some(answer) = step.answer(&plain.said, speaker).and_then(long) {
        return answer;
    }
    if plain.form != Form::Text {
        return if step.refuses(&plain.said) { as_text(plain) } else { plain };
    }
    // An effect is more or less of a factor; a sentence that says neither is not taken for the name of a factor.
    let measured = amount(&plain.said).is_some();
    let signed = || split_tail(&plain.said).1.is_some_and(|tail| !tail.marks.is_empty());
    let is_effect = |form: &LongForm| measured || !form.points_at(&plain.said) || signed();
    let completed = step.complete(&plain.said, speaker).filter(is_effect).and_then(long);
    let completed = completed.filter(|long| !makes_a_thing_of_a_remark(long, measured));
    let answered = more_or_less(&plain.said, context).and_then(long);
    answered.or(completed).unwrap_or_else(|| saved(step, plain))
}

/// Reads a long form; `None` if it is a scrap or no more than free text.
fn read_long(form: &LongForm, tag: Option<&str>, context: &Context<'_>) -> Option<Reading> {
    let text = form.to_string();
    let (said, cut) = tidy(&text);
    let reading = if cut || matches!(form, LongForm::Line(_)) {
        let tag = tag.map(|tag| format!("{tag}> ")).unwrap_or_default();
        read(&format!("{tag}{text}"), context)
    } else {
        let draft = normal(&said);
        reader::read_long(form, LineDraft::new(context, Typed::of(&draft)), blank(tag, &said, context))
    };
    (!matches!(reading.form, Form::Text | Form::Scrap)).then_some(reading)
}

/// Returns a line that stays free text, with the text that the step saves.
fn saved(step: &dyn StepGrammar, plain: Reading) -> Reading {
    match step.keep(&plain.said) {
        Some(text) => as_text(Reading { said: text, ..plain }),
        None => plain,
    }
}

fn as_text(reading: Reading) -> Reading {
    let facts = vec![Fact::Answered { text: reading.said.clone() }];
    Reading { form: Form::Text, facts, mentions: Vec::new(), amber: Vec::new(), why: None, offer: None, ..reading }
}

/// Whether a long form would make a thing of a passing remark; wrong facts are worse than free text.
fn makes_a_thing_of_a_remark(long: &Reading, measured: bool) -> bool {
    // Voices and purposes are sentences, so they never count as remarks.
    let is_name = |mention: &&MentionedThing| mention.new && !matches!(mention.kind, Kind::Voice | Kind::Purpose);
    let in_passing = matches!(long.form, Form::Arrow | Form::Thing | Form::Is | Form::Want);
    let odd_unit = |mention: &MentionedThing| mention.kind == Kind::Party && amount(&mention.label).is_some();
    in_passing && long.mentions.iter().filter(is_name).any(|new| is_a_remark(&new.label, measured) || odd_unit(new))
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
