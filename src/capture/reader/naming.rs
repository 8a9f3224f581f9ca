//! Reads lines about names: two names for one thing, and another name for a thing.

use crate::capture::grammar::{Scrap, Sheltered, TypedName, after_keyword, arrow};
use crate::capture::{Doubt, Form, Reading};
use crate::graph::Key;
use crate::record::lexicon::Keyword;
use crate::record::{Fact, Kind};

use super::board;
use super::draft::LineDraft;
use super::finish::finish;
use super::kind::EndRole;

/// Reads `same A = B`: two names for one thing, which is shown under the first. Typed the other way round afterwards, it
/// shows the thing under the other name.
pub(crate) fn same(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(rest) = after_keyword(draft.typed.core, Keyword::Same) else { return Ok(None) };
    let Some((keep, other)) = around_equals(rest) else { return Ok(None) };
    if arrow::any(keep) {
        return Ok(None);
    }
    let keep = draft.add_full(&TypedName::read(keep)?, EndRole::Any)?;
    let other = draft.add_full(&TypedName::read(other)?, EndRole::Any)?;
    if draft.is_same(keep, other) && !draft.turns(keep, other) {
        return Err(Scrap::SameThingTwice);
    }
    let (one, two) = (draft.kind(keep), draft.kind(other));
    if one != two && one != Kind::Unknown && two != Kind::Unknown {
        draft.doubt(Doubt::Kind, "they are known as different sorts of things");
    }
    merge(draft.label(keep).to_owned(), draft.label(other).to_owned(), draft);
    Ok(Some(Form::Same))
}

/// Reads `rename A = B` or `rename A to B`. If another thing is called B, the line stays text, and a merge is offered.
pub(crate) fn rename(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(rest) = after_keyword(draft.typed.core, Keyword::Rename) else { return Ok(None) };
    let Some((from, to)) = around_equals(rest).or_else(|| around_to(rest, draft)) else { return Ok(None) };
    if arrow::any(from) {
        return Ok(None);
    }
    let (from, to) = (TypedName::read(from)?, TypedName::read(to)?);
    let ledger = draft.context.ledger;
    let Some(known) = ledger.thing(from.full()) else { return Err(Scrap::NothingCalled(from.full().to_owned())) };
    if known.label == to.full() {
        return Err(Scrap::CalledSo(known.label.to_owned()));
    }
    if let Some(other) = ledger.thing(to.full()).filter(|other| other.label != known.label) {
        draft.doubt(Doubt::SameThing, format!("another thing is called {} already", other.label));
        draft.taken = Some([other.label.to_owned(), known.label.to_owned()]);
        return Ok(Some(board::text(draft)));
    }
    if Key::of(to.full()).is_none() {
        return Err(Scrap::NoLetter);
    }
    draft.add_full(&from, EndRole::Any)?;
    draft.fact(Fact::Renamed { from: known.label.to_owned(), to: to.full().to_owned() });
    Ok(Some(Form::Rename))
}

/// Returns the merge that is offered for a renaming to a name that another thing has.
pub(super) fn merge_instead([keep, drop]: &[String; 2], draft: &LineDraft<'_>, text: &Reading) -> Option<Reading> {
    let mut own = LineDraft::new(draft.context, draft.typed);
    own.because.push(format!("only offered: another thing is called {keep} already"));
    let names = [TypedName::read(keep), TypedName::read(drop)];
    for name in names {
        own.add_full(&name.ok()?, EndRole::Any).ok()?;
    }
    merge(keep.clone(), drop.clone(), &mut own);
    let blank = Reading { form: Form::Blank, facts: Vec::new(), offer: None, amber: Vec::new(), ..text.clone() };
    Some(finish(Ok(Form::Same), &own, blank))
}

fn merge(keep: String, drop: String, draft: &mut LineDraft<'_>) {
    draft.fact(Fact::Merged { keep, drop });
}

fn around_equals(rest: &str) -> Option<(&str, &str)> {
    let at = Sheltered::new(rest).finds("=").next()?;
    Some((rest.get(..at)?, rest.get(at + 1..)?))
}

/// Splits "A to B" after the longest A that is the name of a thing.
fn around_to<'a>(rest: &'a str, draft: &LineDraft<'_>) -> Option<(&'a str, &'a str)> {
    const TO: &str = " to ";
    let cuts = Sheltered::new(rest).finds(TO).collect::<Vec<_>>();
    cuts.into_iter().rev().find_map(|at| {
        let (from, to) = (rest.get(..at)?, rest.get(at + TO.len()..)?);
        let named = TypedName::read(from).ok()?;
        draft.context.ledger.thing(named.full()).map(|_| (from, to))
    })
}
