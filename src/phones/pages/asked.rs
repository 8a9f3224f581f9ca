use askama::Template;

use super::view::{PagePart, PhoneView};
use crate::app::phones::{Bar, PhoneAsk, Vote};
use crate::phones::form::TEXT_LIMIT;
use crate::record::Position;
use crate::record::text::clean;

#[derive(Template)]
#[template(path = "asked.html")]
struct AskedPart<'a> {
    base: &'a str,
    number: u64,
    question: String,
    how: String,
    texts: Vec<String>,
    /// The answer of this phone, in words; empty if it gave none.
    answered: String,
    /// Whether an answer can be given or changed.
    open: bool,
    bars: Vec<ShownBar>,
    form: AskedForm,
    text_limit: usize,
}

/// A bar, with its length in percent of the longest.
struct ShownBar {
    option: String,
    count: u16,
    share: u32,
}

/// The form below the question.
enum AskedForm {
    Nothing,
    /// A text, with what this phone sent.
    Slip(String),
    /// One of several: the name of the field, and what can be chosen.
    Choice(&'static str, Vec<FormChoice>),
    /// Dots to spread: how many, and a row for each option.
    Dots(u8, Vec<FormRow>),
    /// A row of numbers for each option.
    Scale(Vec<FormRow>),
}

/// Something that can be chosen.
struct FormChoice {
    value: String,
    words: String,
    chosen: bool,
}

/// An option with its choices.
struct FormRow {
    place: usize,
    option: String,
    choices: Vec<FormChoice>,
}

/// The part of the page with the question, its form, and the bars once they are shown. `draft` is what was sent and could
/// not be taken yet; the form holds it instead of the last answer.
pub(in crate::phones) fn asked(base: &str, view: &PhoneView, draft: Option<&Vote>) -> PagePart {
    let PhoneView { page, answer, .. } = view;
    let vote = draft.or_else(|| answer.as_ref().map(|answer| &answer.vote));
    let part = AskedPart {
        base,
        number: page.number,
        question: clean(&page.question).into_owned(),
        how: clean(&page.how).into_owned(),
        texts: page.texts.iter().map(|text| clean(text).into_owned()).collect(),
        answered: answer.as_ref().map(|answer| clean(&answer.words).into_owned()).unwrap_or_default(),
        open: page.asks != PhoneAsk::Nothing && page.bars.is_empty(),
        bars: bars(&page.bars),
        form: form(&page.asks, vote),
        text_limit: TEXT_LIMIT,
    };
    PagePart::of(part.render().unwrap_or_default())
}

fn bars(bars: &[Bar]) -> Vec<ShownBar> {
    let longest = bars.iter().map(|bar| u32::from(bar.count)).max().unwrap_or_default().max(1);
    let shown = bars.iter().map(|bar| ShownBar {
        option: clean(&bar.option).into_owned(),
        count: bar.count,
        share: u32::from(bar.count) * 100 / longest,
    });
    shown.collect()
}

fn form(asks: &PhoneAsk, vote: Option<&Vote>) -> AskedForm {
    match asks {
        PhoneAsk::Nothing => AskedForm::Nothing,
        PhoneAsk::Slip => AskedForm::Slip(match vote {
            Some(Vote::Slip(text)) => clean(text).into_owned(),
            _ => String::new(),
        }),
        PhoneAsk::Hand(options) => {
            let choices = options.iter().enumerate().map(|(place, option)| FormChoice {
                value: place.to_string(),
                words: clean(option).into_owned(),
                chosen: vote == Some(&Vote::Hand(place)),
            });
            AskedForm::Choice("hand", choices.collect())
        }
        PhoneAsk::Verdict => {
            let words =
                [("right", "Right", Position::Yes), ("nearly", "Nearly", Position::Unsure), ("no", "No", Position::No)];
            let choices = words.into_iter().map(|(value, words, position)| FormChoice {
                value: value.to_owned(),
                words: words.to_owned(),
                chosen: vote == Some(&Vote::Verdict(position)),
            });
            AskedForm::Choice("verdict", choices.collect())
        }
        PhoneAsk::Dots(each, options) => {
            let set = if let Some(Vote::Dots(set)) = vote { set.as_slice() } else { &[] };
            AskedForm::Dots(*each, rows(options, set, 0..=*each))
        }
        PhoneAsk::Scale(options) => {
            let set = if let Some(Vote::Scale(set)) = vote { set.as_slice() } else { &[] };
            AskedForm::Scale(rows(options, set, 1..=5))
        }
    }
}

fn rows(options: &[String], set: &[u8], numbers: std::ops::RangeInclusive<u8>) -> Vec<FormRow> {
    let rows = options.iter().enumerate().map(|(place, option)| {
        let chosen = set.get(place).copied().unwrap_or_default();
        let choices = numbers.clone().map(|number| FormChoice {
            value: number.to_string(),
            words: number.to_string(),
            chosen: number == chosen,
        });
        FormRow { place, option: clean(option).into_owned(), choices: choices.collect() }
    });
    rows.collect()
}
