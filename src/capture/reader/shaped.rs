//! Records what a shape proposes, or keeps it as an offer.

use crate::capture::grammar::Scrap;
use crate::capture::shape::{OFFERS_LIMIT, Part, Proposal, ShapeOutcome, TaggedLine, outcome};
use crate::capture::{Form, Reading};
use crate::record::{Attribute, Fact};

use super::arrows;
use super::denied;
use super::draft::LineDraft;
use super::finish::finish;
use super::kind::EndRole;
use super::pointing::{names_it, pointing_back};
use super::thing;

/// Reads a line by its words: arrows, sentences. The readings that are only offered stay with the draft.
pub(crate) fn by_shape(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let line = TaggedLine::new(draft.typed.core, draft.context.lexicon);
    let mut found = outcome(&line, &draft.typed, draft.context.ledger)?;
    let torn = match &found {
        ShapeOutcome::Recorded(proposal) => names_it(proposal),
        ShapeOutcome::Offered(proposals) => proposals.iter().all(|found| found.parts.len() == 1 || names_it(found)),
    };
    if torn && let Some(pointing) = pointing_back(draft.typed.core, draft.context) {
        found = ShapeOutcome::Offered(vec![pointing]);
    }
    match found {
        ShapeOutcome::Recorded(proposal) => {
            draft.because.clone_from(&proposal.because);
            record(&proposal, draft).map(Some)
        }
        ShapeOutcome::Offered(proposals) => {
            draft.offered = proposals;
            Ok(None)
        }
    }
}

/// Records every statement of a reading.
fn record(proposal: &Proposal, draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    let mut form = Form::Arrow;
    for part in &proposal.parts {
        form = match part {
            Part::Arrows(sentence) => arrows::draw(sentence, draft)?,
            Part::Denied(sentences) => denied::take_back(sentences, draft)?,
            Part::Observed { name, direction, behind } => thing::observed_name(name, *direction, behind, draft)?,
            Part::Is { name, status, behind } => {
                let place = draft.add_full(name, EndRole::Any)?;
                let label = draft.label(place).to_owned();
                let words = (!behind.is_empty()).then(|| behind.clone());
                draft.fact(Fact::Set { label, attribute: Attribute::Status(*status), words });
                Form::Is
            }
            Part::Asked { text } => {
                draft.fact(Fact::Asked { text: text.clone() });
                Form::Ask
            }
        };
    }
    Ok(form)
}

/// Returns the readings that a text line could become, each complete; those that cannot be recorded are left out.
pub(super) fn offers(draft: &LineDraft<'_>, text: &Reading) -> Vec<Reading> {
    let mut offers: Vec<Reading> = Vec::new();
    for proposal in &draft.offered {
        let mut own = LineDraft::new(draft.context, draft.typed);
        own.because.clone_from(&proposal.because);
        own.because.extend(proposal.doubt.map(|why| format!("only offered: {why}")));
        let Ok(form) = record(proposal, &mut own) else { continue };
        let blank = Reading { form: Form::Blank, facts: Vec::new(), offer: None, ..text.clone() };
        let offered = finish(Ok(form), &own, blank);
        if !offers.iter().any(|known| known.facts == offered.facts) {
            offers.push(offered);
        }
        if offers.len() == OFFERS_LIMIT {
            break;
        }
    }
    offers
}
