use super::asks::{StepAsks, StepGrammar};
use crate::capture::grammar::{Typed, normal, tidy};
use crate::capture::read::{blank, read};
use crate::capture::reader::{self, LineDraft, Pledge};
use crate::capture::{Context, Form, Reading};
use crate::record::Fact;
use crate::record::long_form::LongForm;

/// A line in its step, with its reading outside of any step.
pub(super) struct LineInStep<'a> {
    pub(super) step: &'a dyn StepGrammar,
    pub(super) asks: StepAsks,
    pub(super) plain: Reading,
    /// The person whom the line calls by name before a colon: "Noor: ask the vendor".
    pub(super) called: Option<String>,
    pub(super) context: &'a Context<'a>,
}

impl LineInStep<'_> {
    /// Returns the line without its tag.
    pub(super) fn said(&self) -> &str {
        &self.plain.said
    }

    pub(super) fn speaker(&self) -> Option<&str> {
        self.plain.speaker.as_deref()
    }

    /// Reads the line as a promise.
    pub(super) fn pledge(&self) -> Pledge {
        let read = |people| Pledge::read(self.said(), self.speaker(), people, self.context);
        let mut pledge = read(&self.asks.people);
        if self.asks.promises || pledge.promise.due.is_some() {
            pledge.belongs_to(self.called.as_deref());
        }
        // A person who is present may be the one whom the task is about, instead of the one who commits.
        if pledge.promise.text.is_empty() && !self.asks.outcomes { read(&[]) } else { pledge }
    }

    /// Reads a long form; `None` if it is a scrap or no more than free text.
    pub(super) fn long(&self, form: &LongForm) -> Option<Reading> {
        let (tag, context) = (self.plain.tag.as_deref(), self.context);
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

    /// Reads a long form that is only offered: its words are those of the line.
    pub(super) fn offered(&self, form: &LongForm) -> Option<Reading> {
        self.long(form).map(|reading| Reading { said: self.said().to_owned(), ..reading })
    }

    /// Returns the line as free text, with the text that the step saves.
    pub(super) fn saved(&self) -> Reading {
        match self.step.keep(self.said()) {
            Some(said) => as_text(Reading { said, ..self.plain.clone() }),
            None if self.plain.form == Form::Text => self.plain.clone(),
            None => as_text(self.plain.clone()),
        }
    }

    /// Returns the line as free text with these readings on offer.
    pub(super) fn text_with(&self, offers: impl IntoIterator<Item = Reading>) -> Reading {
        Reading { offers: offers.into_iter().take(OFFERED).collect(), ..self.saved() }
    }
}

/// The maximum number of readings that are offered for a line.
pub(super) const OFFERED: usize = 3;

/// Returns a reading as free text.
pub(super) fn as_text(reading: Reading) -> Reading {
    let facts = vec![Fact::Answered { text: reading.said.clone() }];
    Reading { form: Form::Text, facts, mentions: Vec::new(), amber: Vec::new(), why: None, offer: None, ..reading }
}
